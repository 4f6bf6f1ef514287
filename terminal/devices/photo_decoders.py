"""Decoders of the picture on a card, which a site may install beside the program.

The picture is in a format (WLT) that only proprietary code reads; none comes with the program. A package offers one as
an entry point of the group ``onewindow.photo_decoders``: a callable that takes the 1024 bytes and returns those of a
PNG or BMP picture, or None when it cannot. It is called on a thread of its own, one picture at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import Final, NamedTuple, Protocol

GROUP: Final = "onewindow.photo_decoders"
MOST_BYTES: Final = 1_000_000  # the picture has 102 × 126 points: anything near this is none of it
MAGICS: Final = (b"\x89PNG\r\n\x1a\n", b"BM")


class PhotoDecoder(Protocol):
    """What a package offers."""

    def __call__(self, wlt: bytes, /) -> bytes | None:
        """The picture as PNG or BMP."""


class Decoded(NamedTuple):
    """What became of a picture: its bytes, or b"" and the decoders that failed, each with what went wrong."""

    picture: bytes
    failed: tuple[str, ...]


def installed() -> tuple[EntryPoint, ...]:
    """The decoders that packages of this machine offer, by name. None is loaded."""
    return tuple(sorted(entry_points(group=GROUP), key=lambda point: point.name))


def decode(wlt: bytes, decoders: Iterable[EntryPoint]) -> Decoded:
    """Ask the decoders in turn until one makes a picture. Never raises: what a decoder raises is in ``failed``.

    Its kind alone is: an exception's words may hold what is on the card.
    """
    failed: list[str] = []
    for point in decoders:
        try:
            decoder: Callable[[bytes], object] = point.load()
            picture = decoder(wlt)
        except Exception as error:  # noqa: BLE001 - somebody else's code: whatever it raises, the card was read
            failed.append(f"{point.name}: {type(error).__name__}")
            continue
        if picture is None:
            continue
        if isinstance(picture, bytes) and len(picture) <= MOST_BYTES and picture.startswith(MAGICS):
            return Decoded(picture, tuple(failed))
        failed.append(f"{point.name}: no picture")
    return Decoded(b"", tuple(failed))
