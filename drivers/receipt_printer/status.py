"""What a printer says of itself, decoded from DLE EOT 1 to 4, GS r 1 and GS a. Source: Epson's ESC/POS reference.

A printer that does not answer is not a printer that is well: everything not told is UNKNOWN or None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """How much paper there is."""

    OK = "ok"
    NEAR_END = "near_end"
    OUT = "out"
    UNKNOWN = "unknown"


class PrinterTrouble(StrEnum):
    """Why a printer will not print, the most helpful reason first. The value is a slug for translation."""

    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER = "cutter"
    ERROR = "error"
    OFFLINE = "offline"


SENTENCES = {
    PrinterTrouble.PAPER_OUT: "the printer is out of paper: put in a new roll",
    PrinterTrouble.COVER_OPEN: "the printer's cover is open: close it",
    PrinterTrouble.CUTTER: "the printer's cutter is stuck: switch it off, remove the paper, switch it on",
    PrinterTrouble.ERROR: "the printer reports an error: switch it off and on",
    PrinterTrouble.OFFLINE: "the printer is offline: press its feed key or switch it off and on",
}


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """One answer, or as much of it as came. None and UNKNOWN: not told."""

    paper: Paper = Paper.UNKNOWN
    cover_open: bool | None = None
    offline: bool | None = None
    cutter_stuck: bool | None = None
    error: bool | None = None

    @property
    def known(self) -> bool:
        """Whether the printer answered at all."""
        return self != UNKNOWN

    @property
    def trouble(self) -> PrinterTrouble | None:
        """Why it cannot print now; None when nothing stands against trying, also for a silent printer."""
        if self.paper is Paper.OUT:
            return PrinterTrouble.PAPER_OUT
        if self.cover_open:
            return PrinterTrouble.COVER_OPEN
        if self.cutter_stuck:
            return PrinterTrouble.CUTTER
        if self.error:
            return PrinterTrouble.ERROR
        return PrinterTrouble.OFFLINE if self.offline else None

    @property
    def text(self) -> str:
        """A sentence for people."""
        if self.trouble is not None:
            return SENTENCES[self.trouble]
        if not self.known:
            return "the printer does not answer: it may be switched off, or may never answer"
        return "the paper will end soon" if self.paper is Paper.NEAR_END else "the printer is ready"


UNKNOWN = PrinterStatus()


def is_answer(byte: int) -> bool:
    """Whether a byte can be an answer to DLE EOT: bits 1 and 4 set, bits 0 and 7 clear. Not XON, XOFF, text or ASB."""
    return byte & 0x93 == 0x12


def decoded(answers: Mapping[int, int]) -> PrinterStatus:
    """The status from answers by n of DLE EOT n. Bytes that cannot be answers are left out."""
    told = {kind: byte for kind, byte in answers.items() if is_answer(byte)}

    def bit(kind: int, mask: int) -> bool | None:
        return bool(told[kind] & mask) if kind in told else None

    return PrinterStatus(
        paper=_paper(told.get(4), bit(2, 0x20)),
        cover_open=bit(2, 0x04),
        offline=bit(1, 0x08),
        cutter_stuck=bit(3, 0x08),
        error=_either(bit(2, 0x40), bit(3, 0x20)),
    )


def sensed(byte: int) -> Paper:
    """The paper as GS r 1 tells it, and the third byte of automatic status."""
    if byte & 0x0C:
        return Paper.OUT
    return Paper.NEAR_END if byte & 0x03 else Paper.OK


def automatic(data: bytes) -> PrinterStatus:
    """The status from four bytes of automatic status."""
    printer, error, sensors, _ = data
    return PrinterStatus(
        paper=sensed(sensors),
        cover_open=bool(printer & 0x20),
        offline=bool(printer & 0x08),
        cutter_stuck=bool(error & 0x08),
        error=bool(error & 0x20),
    )


def _paper(sensors: int | None, stopped: bool | None) -> Paper:
    if stopped or (sensors is not None and sensors & 0x60):
        return Paper.OUT
    if sensors is None:
        return Paper.UNKNOWN
    return Paper.NEAR_END if sensors & 0x0C else Paper.OK


def _either(one: bool | None, other: bool | None) -> bool | None:
    """True if any is; None if none was told."""
    return (one or other or False) if (one, other) != (None, None) else None
