"""Bytes for a printer, taken apart again: where a command ends, and how much paper they take.

Stored slips are bytes; this is what can still be known of them. Only what our encoder says is understood in full; of
anything else the lengths are Epson's (ESC/POS command reference), an unknown command counts two bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from drivers.receipt_printer.pictures import qr_side

CELL_DOTS: Final = 24
CUTTER_DOTS: Final = 96  # from the print head to the cutter: 12 mm, as mechanisms of 80 mm printers have it
SPACING_DOTS: Final = 34
_FIXED: Final = {
    0x10: {0x04: 3, 0x05: 3, 0x14: 5},
    0x1B: {
        **dict.fromkeys(b"@2im", 2),
        **dict.fromkeys(b"!-3EGJMRSVadt{c= 9", 3),
        **dict.fromkeys(b"$\\", 4),
        ord("p"): 5,
    },
    0x1C: {ord("&"): 2, ord("."): 2, **dict.fromkeys(b"!-WC", 3), ord("S"): 4},
    0x1D: {**dict.fromkeys(b"!BbHhwfraIT", 3), **dict.fromkeys(b"LWP\\", 4)},
}


def commands_in(data: bytes) -> Iterator[bytes]:
    """The commands in their order, a run of characters counting as one; together they are ``data``."""
    at = 0
    while at < len(data):
        end = min(len(data), at + _length(data, at))
        yield data[at:end]
        at = end


def _length(data: bytes, at: int) -> int:
    lead = data[at]
    if lead in _FIXED:
        code = data[at + 1] if at + 1 < len(data) else 0
        return _FIXED[lead].get(code) or _said_length(data[at : at + 8], lead, code)
    if lead < 0x20:
        return 1
    end = at
    while end < len(data) and data[end] >= 0x20:
        end += 1
    return end - at


def _said_length(head: bytes, lead: int, code: int) -> int:
    """Of a command that says itself how long it is."""

    def number(at: int) -> int:
        return int.from_bytes(head[at : at + 2], "little")

    match lead, chr(code):
        case 0x1D, "(":
            return 5 + number(3)
        case 0x1D, "v":
            return 8 + number(4) * number(6)
        case 0x1D, "V":
            return 4 if head[2:3] in (b"A", b"B") else 3
        case 0x1B, "*":
            return 5 + number(3) * (3 if head[2:3] in (b" ", b"!") else 1)
    return 2


def paper_dots(data: bytes, cutter_dots: int = CUTTER_DOTS) -> int:
    """How much paper these bytes take, in dots (8 a millimetre), the feed to the cutter included.

    ``cutter_dots``: from print head to cutter, as the printer's profile has it.
    """
    paper = _Paper(cutter_dots)
    for command in commands_in(data):
        paper.take(command)
    return paper.dots


class _Paper:
    """How far the paper has moved, and what decides by how much the next line moves it."""

    def __init__(self, cutter_dots: int) -> None:
        self.dots = 0
        self._cutter_dots = cutter_dots
        self._code = b""
        self._reset()

    def _reset(self) -> None:
        self._spacing = SPACING_DOTS
        self._latin = self._chinese = 1  # how many times their height is magnified
        self._line = 0  # the height of what stands on the line, 0 for nothing
        self._module, self._correction = 3, "L"

    def take(self, command: bytes) -> None:
        match command[0], chr(command[1]) if len(command) > 1 else "":
            case 0x0A, _:
                self._feed(self._spacing)
            case lead, _ if lead >= 0x20:
                self._characters(command)
            case 0x1B, code:
                self._escape(code, command)
            case 0x1C, "!" if len(command) == 3:
                self._chinese = 2 if command[2] & 0x08 else 1
            case 0x1D, code:
                self._group(code, command)

    def _characters(self, run: bytes) -> None:
        if any(byte < 0x80 for byte in run):
            self._line = max(self._line, CELL_DOTS * self._latin)
        if any(byte >= 0x80 for byte in run):
            self._line = max(self._line, CELL_DOTS * self._chinese)

    def _feed(self, dots: int) -> None:
        self.dots += max(dots, self._line)
        self._line = 0

    def _end_line(self) -> None:
        if self._line:
            self._feed(self._spacing)

    def _escape(self, code: str, command: bytes) -> None:
        match code:
            case "@":
                self._reset()
            case "J" if len(command) == 3:
                self._feed(command[2])
            case "d" if len(command) == 3:
                self._feed(command[2] * self._spacing)
            case "2":
                self._spacing = SPACING_DOTS
            case "3" if len(command) == 3:
                self._spacing = command[2]
            case "*":
                self._line = max(self._line, CELL_DOTS)
            case "i" | "m":
                self._end_line()

    def _group(self, code: str, command: bytes) -> None:
        match code:
            case "!" if len(command) == 3:
                self._latin = self._chinese = (command[2] & 7) + 1
            case "v" if len(command) >= 8:
                self._end_line()
                self.dots += int.from_bytes(command[6:8], "little") * (2 if command[3] & 2 else 1)
            case "(" if command[2:3] == b"k" and command[5:6] == b"1":
                self._code_function(command[6], command[7:])
            case "V":
                self._end_line()
                if len(command) == 4:
                    self.dots += self._cutter_dots + command[3]

    def _code_function(self, function: int, data: bytes) -> None:
        match function:
            case 0x43 if data:
                self._module = data[0]
            case 0x45 if data and 0x30 <= data[0] <= 0x33:
                self._correction = "LMQH"[data[0] - 0x30]
            case 0x50:
                self._code = data[1:]
            case 0x51 if self._code:
                self._end_line()
                self.dots += qr_side(self._code.decode("utf-8", "replace"), self._correction) * self._module
