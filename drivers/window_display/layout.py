"""How a strip's frame is laid out, as words a site can edit.

A layout is words divided by spaces, in the order of the wire:

    AA 55      bytes, hexadecimal; ``00x21`` is the byte 00 twenty-one times
    addr       the strip's address in one byte; ``addr&3F+80`` masks it and then adds, ``addr>>6+C0`` shifts it first
    text       the text, in the profile's form
    size       how many bytes ``text`` has, in one byte
    [ ]        what ``len`` counts: ``len`` one byte, ``len16`` two, the high one first, ``len16le`` the low one first
    ( )        what the check covers: ``sum8``, ``xor8`` or ``crc16``; a check inside its own brackets counts as zero

A length may stand twice. ``[ ]`` and ``( )`` may overlap as they like.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from drivers.framing import CHECKSUMS

LAYOUT_FORM: Final = "hexadecimal bytes, addr, text, size, len in [ ], sum8, xor8 or crc16 over ( ), divided by spaces"
LONGEST_FRAME: Final = 1024
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_REPEATED = re.compile(r"([0-9A-Fa-f]{2})x(\d{1,3})")
_ADDRESS = re.compile(r"addr(?:>>([0-7]))?(?:&([0-9A-Fa-f]{2}))?(?:\+([0-9A-Fa-f]{2}))?")
_LENGTHS: Final = {"len": (1, "big"), "len16": (2, "big"), "len16le": (2, "little")}
_MARKS: Final = frozenset("[]()")


class LayoutError(ValueError):
    """A layout that cannot be used, or a text that does not fit into it; the sentence says what is expected."""


@dataclass(frozen=True, slots=True)
class _Address:
    shift: int
    mask: int
    plus: int


_Part = bytes | str | _Address


@dataclass(frozen=True, slots=True)
class Layout:
    """A frame with blanks for the address and the text."""

    parts: tuple[_Part, ...]

    @classmethod
    def parse(cls, text: str) -> Layout:
        """Read a layout. Raises LayoutError."""
        parts = tuple(_part(word) for word in text.split())
        _check_brackets(parts, "[", "]", _LENGTHS, "a length", most=2)
        _check_brackets(parts, "(", ")", CHECKSUMS, "a check", most=1)
        return cls(parts)

    @property
    def has_text(self) -> bool:
        """Whether the text itself stands in it, exactly once."""
        return self.parts.count("text") == 1

    @property
    def has_address(self) -> bool:
        """Whether the strip's address stands in it."""
        return any(isinstance(part, _Address) for part in self.parts)

    def fill(self, address: int, text: bytes) -> bytes:
        """The frame for a strip at ``address`` (0 to 255). Raises LayoutError when the text is too long for it."""
        frame = bytearray()
        marks: dict[str, int] = {}  # where each bracket stands
        blanks: list[tuple[str, int]] = []  # lengths and checks, put in when the rest is there
        for part in self.parts:
            if isinstance(part, bytes):
                frame += part
            elif isinstance(part, _Address):
                frame.append(((address >> part.shift & part.mask) + part.plus) & 0xFF)
            elif part == "text":
                frame += text
            elif part == "size":
                frame += _number(len(text), 1, "big")
            elif part in _MARKS:
                marks[part] = len(frame)
            else:
                blanks.append((part, len(frame)))
                frame += bytes(_width(part))
        _put_in(frame, marks, blanks)
        if len(frame) > LONGEST_FRAME:
            raise LayoutError(f"expected a frame of at most {LONGEST_FRAME} bytes, not {len(frame)}")
        return bytes(frame)


def _put_in(frame: bytearray, marks: dict[str, int], blanks: list[tuple[str, int]]) -> None:
    """Put in the lengths, and then the check, which may cover them."""
    for name, at in blanks:
        if name in _LENGTHS:
            width, order = _LENGTHS[name]
            frame[at : at + width] = _number(marks["]"] - marks["["], width, order)
    for name, at in blanks:
        if name in CHECKSUMS:
            check = CHECKSUMS[name](bytes(frame[marks["("] : marks[")"]]))
            frame[at : at + len(check)] = check


def _part(word: str) -> _Part:
    if word in _MARKS or word in _LENGTHS or word in CHECKSUMS or word in ("text", "size"):
        return word
    if repeated := _REPEATED.fullmatch(word):
        return bytes.fromhex(repeated[1]) * int(repeated[2])
    if address := _ADDRESS.fullmatch(word):
        shift, mask, plus = address.groups()
        return _Address(int(shift or 0), int(mask or "FF", 16), int(plus or "0", 16))
    if _HEX.fullmatch(word):
        return bytes.fromhex(word)
    raise LayoutError(f"expected {LAYOUT_FORM}, not {word!r}")


def _check_brackets(
    parts: tuple[_Part, ...], begin: str, end: str, names: Container[str], what: str, most: int
) -> None:
    counted = [part for part in parts if isinstance(part, str) and part in names]
    if len(counted) > most:
        raise LayoutError(f"expected {what} at most {('once', 'twice')[most - 1]}, not {' and '.join(counted)}")
    whole = parts.count(begin) == parts.count(end) == 1 and parts.index(begin) < parts.index(end)
    if whole != bool(counted) or (not whole and (begin in parts or end in parts)):
        raise LayoutError(f"expected {begin} and {end} around what {what} is for, and {what}")


def _width(part: str) -> int:
    return _LENGTHS[part][0] if part in _LENGTHS else len(CHECKSUMS[part](b""))


def _number(value: int, width: int, order: str) -> bytes:
    if value >= 256**width:
        raise LayoutError(f"expected a length of at most {256**width - 1} bytes, not {value}")
    return value.to_bytes(width, "big" if order == "big" else "little")
