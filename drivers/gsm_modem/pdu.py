"""Text messages as a modem in PDU mode takes them: SMS-SUBMIT (3GPP TS 23.040, 9.2.2.2). No input or output.

A text that the GSM 7-bit alphabet can spell travels in it: 160 characters, 153 in each part of a longer one. Any other
travels as UTF-16 big-endian (UCS2): 70 and 67 units, of which a rare character or an emoji takes two that are never
parted. Parts carry the header of concatenated messages with an 8-bit reference (9.2.3.24.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from drivers.gsm_modem.alphabet import pack, septets

MOST_PARTS: Final = 10  # 670 characters; the wire's own limit is 255
SEPTETS, PART_SEPTETS = 160, 153
UNITS, PART_UNITS = 70, 67
LONGEST_VALIDITY: Final = 63 * 7 * 24 * 60  # minutes
_SUBMIT, _RELATIVE_VALIDITY, _HAS_HEADER = 0x01, 0x10, 0x40
_GSM, _UCS2 = 0x00, 0x08
_INTERNATIONAL, _UNKNOWN = 0x91, 0x81  # type of number, ISDN numbering plan (9.1.2.5)
_NUMBER = re.compile(r"(\+|00)?([0-9]{3,20})")
_BETWEEN = re.compile(r"[\s().-]+")

# Why a message cannot be a short message. The texts name no number and no word of it.
REASONS = {
    "number": "expected a telephone number of 3 to 20 digits, with + before an international one",
    "empty": "expected a text, not nothing",
    "text": "expected Unicode text; it has half a character",
    "long": f"expected at most {MOST_PARTS} parts of {PART_UNITS} characters",
}


class PduError(ValueError):
    """A number or a text that can never be sent. ``reason`` is a key of :data:`REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(REASONS[reason])
        self.reason = reason


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """One short message. ``length`` is what ``AT+CMGS=`` is told: its octets without the service centre's address."""

    hex: str
    length: int

    def __repr__(self) -> str:
        return f"<Part of {self.length} octets>"


def encode(number: str, text: str, *, reference: int = 0, validity: int = 24 * 60, smsc: str = "") -> tuple[Part, ...]:
    """A text for a number, in as many parts as it takes. Raises PduError.

    ``number`` is international with + or 00 before it (+86…), else sent as dialled: a mobile number of the country, or
    a service's short one. ``reference`` binds parts together, modulo 256: let two messages to one phone differ in it.
    ``validity`` is for how many minutes the network keeps trying. ``smsc`` is the service centre; "" is the SIM's own.
    """
    try:
        text.encode("utf-16-be")
    except UnicodeEncodeError:
        raise PduError("text") from None
    if not text:
        raise PduError("empty")
    centre = _service_centre(smsc)
    address = _address(number)
    coding, bodies = _coded(text)
    parts = []
    for index, body in enumerate(bodies):
        header = bytes((5, 0, 3, reference % 256, len(bodies), index + 1)) if len(bodies) > 1 else b""
        first = _SUBMIT | _RELATIVE_VALIDITY | (_HAS_HEADER if header else 0)
        # The message's own number, which the modem puts in, and the plain protocol (9.2.3.6, 9.2.3.9) are 0.
        tpdu = bytes((first, 0)) + address + bytes((0, coding, _validity(validity))) + _user_data(header, coding, body)
        parts.append(Part((centre + tpdu).hex().upper(), len(tpdu)))
    return tuple(parts)


def _service_centre(smsc: str) -> bytes:
    if not smsc:
        return b"\x00"
    kind, digits = _dialled(smsc)
    return bytes((1 + (len(digits) + 1) // 2, kind)) + _swapped(digits)


def _address(number: str) -> bytes:
    kind, digits = _dialled(number)
    return bytes((len(digits), kind)) + _swapped(digits)


def _dialled(number: str) -> tuple[int, str]:
    match = _NUMBER.fullmatch(_BETWEEN.sub("", number))
    if match is None or not number.isascii():
        raise PduError("number")
    return (_INTERNATIONAL if match[1] else _UNKNOWN), match[2]


def _swapped(digits: str) -> bytes:
    """Two digits in an octet, the first one low; an odd one is filled up with F (9.1.2.3)."""
    even = digits + "F" * (len(digits) % 2)
    return bytes(int(even[at + 1] + even[at], 16) for at in range(0, len(even), 2))


def _validity(minutes: int) -> int:
    """The relative form, rounded up (9.2.3.12.1)."""
    minutes = min(max(minutes, 5), LONGEST_VALIDITY)
    for most, unit, begin in ((12 * 60, 5, -1), (24 * 60, 30, 119), (30 * 24 * 60, 24 * 60, 166)):
        if minutes <= most:
            return -(-minutes // unit) + begin
    return -(-minutes // (7 * 24 * 60)) + 192


def _coded(text: str) -> tuple[int, list[Sequence[int]]]:
    """The coding, and each part's septets or UTF-16 units."""
    spelled = [septets(character) for character in text]
    if all(spelled):
        return _GSM, _split([codes for codes in spelled if codes], SEPTETS, PART_SEPTETS)
    return _UCS2, _split([_units(character) for character in text], UNITS, PART_UNITS)


def _units(character: str) -> tuple[int, ...]:
    octets = character.encode("utf-16-be")
    return tuple(int.from_bytes(octets[at : at + 2], "big") for at in range(0, len(octets), 2))


def _split(characters: list[tuple[int, ...]], alone: int, each: int) -> list[Sequence[int]]:
    """Filled parts, no character cut in two. Raises PduError when they are too many."""
    most = alone if sum(map(len, characters)) <= alone else each
    parts: list[list[int]] = [[]]
    for codes in characters:
        if len(parts[-1]) + len(codes) > most:
            parts.append([])
            if len(parts) > MOST_PARTS:
                raise PduError("long")
        parts[-1] += codes
    return list(parts)


def _user_data(header: bytes, coding: int, body: Sequence[int]) -> bytes:
    """Its length, counted in septets or octets, the header, and the text (9.2.3.16, 9.2.3.24)."""
    if coding == _UCS2:
        octets = header + b"".join(_big_endian(body))
        return bytes((len(octets),)) + octets
    fill = -len(header) * 8 % 7
    count = (len(header) * 8 + fill) // 7 + len(body)
    return bytes((count,)) + header + pack(body, fill)


def _big_endian(units: Sequence[int]) -> Iterator[bytes]:
    return (unit.to_bytes(2, "big") for unit in units)
