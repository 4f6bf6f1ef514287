"""Printing a ticket's slip: gives it to the machine's printer, tells what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.devices.lamp import UNKNOWN, DeviceLamp
from terminal.devices.words import NO_PRINTER, said

if TYPE_CHECKING:
    from terminal.devices.receipt_printer import PrinterDevice
    from terminal.office.office import Office

PRINTING, FAILED = "printing", "failed"


class TicketPrinter(QObject):
    """What kiosk and counter print with. Lives on the GUI thread; nothing here waits.

    Until a printer is attached every slip fails at once. ``lamp_of`` is the lamp of the machine's printer, if any.
    """

    printed = Signal(int, str, str)
    """Ticket; how its slip stands now; why.

    printing; waiting (it comes when the printer can print again); held (the printer has it, and prints it then);
    printed; sent (nobody can know more); failed.
    """

    booking_printed = Signal(int, str, str)
    """The same of an appointment's slip."""

    receipt_printed = Signal(int, str, str)
    """The same of a notice's."""

    lamp = Signal(str, str)
    """The printer's state (up, waiting, trouble, unknown) and words, when they change."""

    def __init__(
        self,
        office: Callable[[], Office],
        lamp_of: DeviceLamp | None = None,
        parent: QObject | None = None,
        *,
        counter: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._counter = counter
        self._lamp_of = lamp_of
        self._device: PrinterDevice | None = None
        self._booked: set[int] = set()  # appointments whose slip this window has asked for
        self._receipts: set[int] = set()  # the same of notices
        if lamp_of is not None:
            lamp_of.changed.connect(self._tell_lamp)

    def attach(self, device: PrinterDevice) -> None:
        """Print on this printer from now on, which works the office's jobs. Before it is started."""
        self._device = device
        device.work_for(self._office)
        device.done.connect(self.printed)
        device.booking_done.connect(self.booking_printed)
        device.receipt_done.connect(self.receipt_printed)

    @property
    def state(self) -> str:
        """The printer's state now."""
        return UNKNOWN if self._lamp_of is None else self._lamp_of.state

    def print_ticket(self, ticket_id: int, reprint: bool = False) -> None:
        """Print the slip of a stored ticket; ``reprint`` marks it 补打."""
        if self._device is None:
            self.printed.emit(ticket_id, FAILED, said(NO_PRINTER))
            return
        self.printed.emit(ticket_id, PRINTING, "")
        # A first slip is the kiosk's, wherever that stands; one printed again is asked for at a window.
        self._device.print(ticket_id, reprint=reprint, counter=self._counter if reprint else None)

    def print_booking(self, appointment_id: int) -> None:
        """Print the slip of a stored appointment; asked for again it is a 补打."""
        if self._device is None:
            self.booking_printed.emit(appointment_id, FAILED, said(NO_PRINTER))
            return
        self.booking_printed.emit(appointment_id, PRINTING, "")
        self._device.print_booking(appointment_id, reprint=appointment_id in self._booked, counter=self._counter)
        self._booked.add(appointment_id)

    def print_receipt(self, notice_id: int) -> None:
        """Print the slip of a notice; asked for again it is a 补打."""
        if self._device is None:
            self.receipt_printed.emit(notice_id, FAILED, said(NO_PRINTER))
            return
        self.receipt_printed.emit(notice_id, PRINTING, "")
        self._device.print_receipt(notice_id, reprint=notice_id in self._receipts, counter=self._counter)
        self._receipts.add(notice_id)

    def _tell_lamp(self) -> None:
        if self._lamp_of is not None:
            self.lamp.emit(self._lamp_of.state, self._lamp_of.words)
