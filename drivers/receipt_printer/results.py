"""What became of a slip, as truly as a printer lets us know it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drivers.receipt_printer.status import UNKNOWN, PrinterStatus


class Outcome(StrEnum):
    """What became of a job."""

    CONFIRMED = "confirmed"  # the printer said that it worked through all of it
    UNCONFIRMED = "unconfirmed"  # sent whole, nothing known against it; nobody says whether it was printed
    HELD = "held"  # sent whole, then the printer stopped: it prints the rest when it can go on. Never send it again
    REFUSED = "refused"  # nothing was sent, because the printer said it cannot print
    FAILED = "failed"  # not sent whole. sent == 0: nothing left us; sent > 0: a part of it may be on paper


@dataclass(frozen=True, slots=True)
class PrintResult:
    """The outcome of one job.

    ``reason`` is a slug: "" when confirmed; a :class:`PrinterTrouble` when refused or held, or when the printer stopped
    before all was sent; a line's reason when that failed; "silent" when nobody can know. ``text`` is a sentence with a
    remedy.
    """

    outcome: Outcome
    reason: str = ""
    text: str = ""
    status: PrinterStatus = UNKNOWN
    sent: int = 0  # bytes handed to the line, without questions about the status
    dots: int = 0  # paper that takes, or will take when a held slip goes on; 8 dots a millimetre

    @property
    def ok(self) -> bool:
        """Whether a slip is, as far as anybody knows, on paper: confirmed, or sent with nothing known against it."""
        return self.outcome in (Outcome.CONFIRMED, Outcome.UNCONFIRMED)
