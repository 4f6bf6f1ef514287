"""The status bytes a printer answers with, after Epson's tables for DLE EOT and GS r."""

from __future__ import annotations

from typing import Protocol

FIXED = 0x12  # bits 1 and 4 are always set in an answer to DLE EOT


class Sensors(Protocol):
    """What the answers tell."""

    paper_out: bool
    paper_near_end: bool
    cover_open: bool

    @property
    def offline(self) -> bool:
        """Whether printing has stopped."""
        ...


def answer(printer: Sensors, kind: int) -> bytes:
    """DLE EOT n: 1 printer, 2 why offline, 3 error, 4 paper. Nothing for another n."""
    if kind == 1:
        return bytes((FIXED | (0x08 if printer.offline else 0),))
    if kind == 2:
        return bytes((FIXED | (0x04 if printer.cover_open else 0) | (0x20 if printer.paper_out else 0),))
    if kind == 3:
        return bytes((FIXED,))
    if kind == 4:
        near = printer.paper_near_end or printer.paper_out
        return bytes((FIXED | (0x0C if near else 0) | (0x60 if printer.paper_out else 0),))
    return b""


def paper_sensor(printer: Sensors) -> bytes:
    """GS r 1."""
    near = printer.paper_near_end or printer.paper_out
    return bytes(((0x03 if near else 0) | (0x0C if printer.paper_out else 0),))
