"""The status bytes a printer answers with, after Epson's tables for DLE EOT, GS r, GS a and GS ( H."""

from __future__ import annotations

from typing import Protocol

FIXED = 0x12  # bits 1 and 4 are always set in an answer to DLE EOT
FIXED_AUTOMATIC = 0x10  # bit 4 alone in the first byte of automatic status


class Sensors(Protocol):
    """What the answers tell."""

    paper_out: bool
    paper_near_end: bool
    cover_open: bool
    cutter_stuck: bool

    @property
    def offline(self) -> bool:
        """Whether printing has stopped."""
        ...


def answer(printer: Sensors, kind: int) -> bytes:
    """DLE EOT n: 1 printer, 2 why offline, 3 error, 4 paper. Nothing for another n."""
    if kind == 1:
        return bytes((FIXED | (0x08 if printer.offline else 0),))
    if kind == 2:
        cover, out = (0x04 if printer.cover_open else 0), (0x20 if printer.paper_out else 0)
        return bytes((FIXED | cover | out | (0x40 if printer.cutter_stuck else 0),))
    if kind == 3:
        return bytes((FIXED | (0x08 if printer.cutter_stuck else 0),))
    if kind == 4:
        near = printer.paper_near_end or printer.paper_out
        return bytes((FIXED | (0x0C if near else 0) | (0x60 if printer.paper_out else 0),))
    return b""


def paper_sensor(printer: Sensors) -> bytes:
    """GS r 1, and the third byte of automatic status."""
    near = printer.paper_near_end or printer.paper_out
    return bytes(((0x03 if near else 0) | (0x0C if printer.paper_out else 0),))


def automatic(printer: Sensors) -> bytes:
    """GS a: four bytes at every change."""
    first = FIXED_AUTOMATIC | (0x08 if printer.offline else 0) | (0x20 if printer.cover_open else 0)
    return bytes((first, 0x08 if printer.cutter_stuck else 0)) + paper_sensor(printer) + b"\x00"


def process_done(digits: bytes) -> bytes:
    """GS ( H, function 48: what is said when that process is done."""
    return b"\x37\x22" + digits + b"\x00"
