"""Printing a ticket's slip: takes it from the office, gives it to the printer, tells what became of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.devices.lamp import UNKNOWN
from terminal.devices.receipt_printer import FAILED, PrinterDevice
from terminal.devices.words import NO_PRINTER, said

if TYPE_CHECKING:
    from drivers.receipt_printer.slip import Slip
    from terminal.office.office import Office


class TicketPrinter(QObject):
    """What kiosk and counter print with. Lives on the GUI thread; nothing here waits. ``device`` None: no printer."""

    printed = Signal(int, str, str)
    """Ticket; printing, printed, sent or failed; why."""

    lamp = Signal(str, str)
    """The printer's state (up, waiting, trouble, unknown) and words, when they change."""

    def __init__(
        self, office: Callable[[], Office], device: PrinterDevice | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._device = device
        if device is not None:
            device.done.connect(self.printed)
            device.lamp.changed.connect(self._tell_lamp)

    @property
    def state(self) -> str:
        """The printer's state now."""
        return UNKNOWN if self._device is None else self._device.lamp.state

    def print_ticket(self, ticket_id: int, reprint: bool = False) -> None:
        """Print the slip of a stored ticket."""
        if self._device is None:
            self.printed.emit(ticket_id, FAILED, said(NO_PRINTER))
            return
        self.printed.emit(ticket_id, "printing", "")

        def make() -> Slip:
            return self._office().slips.ticket(ticket_id, reprint=reprint)

        self._device.print(ticket_id, make)

    def _tell_lamp(self) -> None:
        if self._device is not None:
            self.lamp.emit(self._device.lamp.state, self._device.lamp.words)
