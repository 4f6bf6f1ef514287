"""What is known of a printer's state, and for how long that may be believed. No Qt; one thread, the line's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from drivers.receipt_printer.status import UNKNOWN, Paper, PrinterStatus

if TYPE_CHECKING:
    from drivers.line import Line
    from drivers.receipt_printer.printer import Printer

FRESH_S: Final = 5.0  # a status as young as this is believed without asking again before a slip


class PrinterWatch:
    """Asks a printer how it is, and remembers. ``tell`` hears every status.

    ``new_roll`` turns True when the roll came to its end under our eyes and there is paper again; whoever counts paper
    sets it back. A roll that was changed with the cover open before its end is not noticed so.
    """

    def __init__(
        self, line: Line, printer: Printer, tell: Callable[[PrinterStatus], None], clock: Callable[[], float]
    ) -> None:
        self.new_roll = False
        self._line = line
        self._printer = printer
        self._tell = tell
        self._clock = clock
        self._status = UNKNOWN
        self._asked_at = float("-inf")
        self._ran_out = False

    @property
    def well(self) -> bool:
        """Whether the port is open, the printer was asked a moment ago, and nothing speaks against sending."""
        return self._line.is_up and self._fresh and self._status.trouble is None

    @property
    def known_well(self) -> PrinterStatus | None:
        """The status that says so; None when the printer has to be asked first."""
        return self._status if self.well else None

    @property
    def reason(self) -> str:
        """Why nothing can be sent, as a slug of the line's or the printer's; "" when nothing is known against it."""
        if self._line.is_up:
            return self._status.trouble.value if self._status.trouble else ""
        return self._line.trouble.reason if self._line.trouble else ""

    def look(self) -> PrinterStatus:
        """Ask the printer how it is. Raises LineDown."""
        self._status = UNKNOWN
        self.forget()
        status = self._printer.status()
        self.saw(status)
        return status

    def saw(self, status: PrinterStatus) -> None:
        """It has told how it is, asked or not."""
        self._status, self._asked_at = status, self._clock()
        self._tell(status)
        if status.paper is Paper.OUT and not status.cover_open:
            self._ran_out = True
        elif status.paper is Paper.OK and self._ran_out:
            self._ran_out, self.new_roll = False, True

    def forget(self) -> None:
        """What was known may be wrong by now: ask before the next slip."""
        self._asked_at = float("-inf")

    @property
    def _fresh(self) -> bool:
        return self._clock() - self._asked_at < FRESH_S
