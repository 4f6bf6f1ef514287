"""The messages on the phones of those who got them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drivers.gsm_modem.simulator.decoder import Submitted


@dataclass(frozen=True, slots=True, repr=False)
class Arrived:
    """A message on the phone of whoever got it. ``parts`` of ``of`` have come."""

    number: str
    text: str
    parts: int = 1
    of: int = 1


def assembled(messages: Iterable[Submitted]) -> tuple[Arrived, ...]:
    """Short messages as phones show them: parts put together, in the place of the first that came."""
    long: dict[tuple[str, int, int], dict[int, Submitted]] = {}
    order: list[Submitted | tuple[str, int, int]] = []
    for message in messages:
        if message.reference is None:
            order.append(message)
            continue
        key = (message.number, message.reference, message.parts)
        if key not in long:
            order.append(key)
        long.setdefault(key, {})[message.part] = message
    return tuple(
        Arrived(one.number, one.text) if isinstance(one, Submitted) else _whole(one, long[one]) for one in order
    )


def _whole(key: tuple[str, int, int], parts: dict[int, Submitted]) -> Arrived:
    number, _, of = key
    pieces = [parts[part] for part in sorted(parts)]
    units = b"".join(piece.units for piece in pieces)
    text = units.decode("utf-16-be", "replace") if units else "".join(piece.text for piece in pieces)
    return Arrived(number, text, len(pieces), of)
