"""The slips printed at this window, and how they stand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from terminal.screens.counter.devices_seen import PrinterSeen
from terminal.screens.counter.notice import Notice
from terminal.screens.counter.words import sentences

TICKET: Final = "ticket"
RECEIPT: Final = "receipt"
Slip = tuple[str, int]  # what it is of, and its id


class SlipNow(QObject):
    """GUI thread only. ``told`` has a Notice about a slip that was asked for here; those of others are left alone."""

    told = Signal(object)

    def __init__(self, printer: PrinterSeen | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._asked: set[Slip] = set()
        self._about: dict[Slip, str] = {}
        self._waits: set[Slip] = set()  # for the printer; it is told when it has come
        if printer is not None:
            printer.printed.connect(lambda of, state, why: self._on_printed((TICKET, of), state, why))
            printer.receipt_printed.connect(lambda of, state, why: self._on_printed((RECEIPT, of), state, why))

    @property
    def has_printer(self) -> bool:
        """Whether there is one."""
        return self._printer is not None

    def print_again(self, ticket: int) -> None:
        """A ticket's slip once more; one key, one slip."""
        if self._printer is not None and (TICKET, ticket) not in self._asked:
            self._asked.add((TICKET, ticket))
            self.told.emit(Notice("calm", self.tr("The slip is being printed again.")))
            self._printer.print_ticket(ticket, reprint=True)

    def print_receipt(self, notice: int, about: str) -> None:
        """The slip of a notice that the person takes along; ``about``: what was said of its case, which is said again
        with any trouble.
        """
        if self._printer is not None:
            self._asked.add((RECEIPT, notice))
            self._about = {**self._kept_about(), (RECEIPT, notice): about}
            self._printer.print_receipt(notice)

    def _on_printed(self, slip: Slip, state: str, why: str) -> None:
        if slip not in self._asked | self._waits or state == "printing":
            return  # a slip of the kiosk's, on the same printer
        self._asked.discard(slip)
        self._waits.discard(slip)
        if state in ("waiting", "held"):
            self._waits.add(slip)
        notice = self._notice(slip, state, why)
        if notice is not None:
            self.told.emit(notice)

    def _kept_about(self) -> dict[Slip, str]:
        return {slip: about for slip, about in self._about.items() if slip in self._asked | self._waits}

    def _notice(self, slip: Slip, state: str, why: str) -> Notice | None:
        why = sentences(why, self._about.get(slip, ""))
        if state == "failed":
            return Notice("trouble", self.tr("The slip was not printed."), why)
        if state == "waiting":
            return Notice("trouble", self.tr("The slip waits for the printer."), why)
        if state == "held":
            return Notice("trouble", self.tr("The printer stopped with the slip."), why)
        if slip[0] == RECEIPT:
            return None  # what the band says of the case stays
        if state == "sent":
            return Notice("calm", self.tr("The slip was sent to the printer."), why)
        return Notice("calm", self.tr("The slip was printed again."))
