"""Taking a number: store it first, then show it, then have the slip printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.errors import Fault, Trouble
from terminal.screens.background import Background
from terminal.screens.kiosk.printer import TicketPrinter
from terminal.screens.kiosk.result import PrintState
from terminal.screens.kiosk.ticket import Taken

if TYPE_CHECKING:  # brings the database in
    from terminal.office.office import Office

STATES: tuple[PrintState, ...] = ("printing", "waiting", "held", "printed", "sent", "failed")


class NumberTaker(QObject):
    """One number at a time. GUI thread."""

    taken = Signal(object)  # Taken
    refused = Signal()
    printing = Signal(str)  # what becomes of this number's slip: one of STATES

    def __init__(self, background: Background, printer: TicketPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._printer = printer
        self._ticket: int | None = None
        self._asking = False
        printer.printed.connect(self._heard)

    def take(self, line_or_item: str, field: str, priority: str) -> None:
        """Take a number of a line or for an item; ``field`` is the field's name for the ticket on the screen."""
        self._ticket = None
        self._asking = True

        def verb(office: Office) -> Taken:
            ticket = office.queue.issue(line_or_item, priority=priority or None, source="kiosk")
            try:
                details = office.hall.issued(ticket.id)
            except Fault:
                # The number is stored and counts: the resident must see it although nothing more can be said now.
                details = None
            at = details.arrived_at if details else ticket.arrived_at
            return Taken(ticket.id, ticket.number, field, at, details)

        self._background.run(verb, self._stored, trouble=self._missed, settled=self._settled, owner=self)

    def given(self, taken: Taken) -> None:
        """A number was given at check-in: show it and print its slip as any other."""
        self._stored(taken)

    def _stored(self, taken: Taken) -> None:
        self._ticket = taken.id
        self._asking = False
        self.taken.emit(taken)
        self._printer.print_ticket(taken.id)

    def _missed(self, _trouble: Trouble) -> None:
        self._asking = False
        self.refused.emit()

    def _settled(self) -> None:
        if self._asking:  # a mistake of ours: reported elsewhere, but nobody may stand before "one moment" for ever
            self._asking = False
            self.refused.emit()

    def _heard(self, ticket: int, state: str, _words: str) -> None:
        if ticket == self._ticket and state in STATES:
            self.printing.emit(state)
