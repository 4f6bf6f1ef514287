"""All devices of one machine, made from its settings and closed together.

Light to import: the lamps are there for the first paint, the drivers and their libraries come with ``start``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.devices import words
from terminal.devices.lamp import TROUBLE, UNKNOWN, DeviceLamp
from terminal.devices.rating_desk import RatingDesk
from terminal.devices.ticket_printer import TicketPrinter

if TYPE_CHECKING:
    from terminal.devices.port_worker import PortWorker
    from terminal.office.office import Office
    from terminal.settings import Settings


class WindowDevices(QObject):
    """Pad and printer of a machine. GUI thread.

    ``ratings`` asks and stores, ``printer`` prints tickets, ``lamps`` are what to show; a machine without a device has
    no lamp for it. A device whose settings can never work shows that on its lamp; the others work.
    """

    bug = Signal(object)
    """An exception on a device's thread that is no trouble of the device."""

    def __init__(
        self, settings: Settings, office: Callable[[], Office], counter: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._workers: list[PortWorker] = []
        self._closed = False
        self._pad_lamp = self._lamp("rating_pad") if settings.rating_pad else None
        self._printer_lamp = self._lamp("receipt_printer") if settings.receipt_printer else None
        self.ratings = RatingDesk(office, counter, self)
        self.ratings.bug.connect(self.bug)
        self.printer = TicketPrinter(office, self._printer_lamp, self)

    @property
    def lamps(self) -> tuple[DeviceLamp, ...]:
        """The lamps, in the order they are shown."""
        return tuple(lamp for lamp in (self._pad_lamp, self._printer_lamp) if lamp is not None)

    def start(self) -> None:
        """Load the drivers and begin to own the ports. Does nothing once closed: a program may end that early."""
        if self._closed:
            return
        # Serial and picture libraries take 100 ms to import: after the first paint.
        from terminal.devices.making import UnusableSettingError, make_pad, make_printer

        pad, printer = self._settings.rating_pad, self._settings.receipt_printer
        if pad is not None and self._pad_lamp is not None:
            try:
                device = make_pad(pad, self._pad_lamp, self)
                self.ratings.attach(device, pad.ask_seconds)
                self._work(device)
            except UnusableSettingError as error:
                self._pad_lamp.show(TROUBLE, words.said(words.UNUSABLE), str(error))
        if printer is not None and self._printer_lamp is not None:
            try:
                printing = make_printer(printer, self._printer_lamp, self)
                self.printer.attach(printing)
                self._work(printing)
            except UnusableSettingError as error:
                self._printer_lamp.show(TROUBLE, words.said(words.UNUSABLE), str(error))

    def close(self) -> bool:
        """Stop all of them; what the pad heard is stored first. Returns whether everything ended within bounds."""
        self._closed = True
        stopped = [worker.close() for worker in self._workers]
        return self.ratings.close() and all(stopped)

    def _lamp(self, name: str) -> DeviceLamp:
        lamp = DeviceLamp(name, self)
        lamp.show(UNKNOWN, words.said(words.UNTRIED))
        return lamp

    def _work(self, worker: PortWorker) -> None:
        worker.bug.connect(self.bug)
        self._workers.append(worker)
        worker.start()
