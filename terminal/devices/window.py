"""All devices of one machine, made from its settings and closed together.

Light to import: the lamps are there for the first paint, the drivers and their libraries come with ``start``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.devices import words
from terminal.devices.lamp import TROUBLE, UNKNOWN, DeviceLamp
from terminal.devices.rating_desk import RatingDesk
from terminal.devices.ticket_printer import TicketPrinter

if TYPE_CHECKING:
    from terminal.devices.making import Workshop
    from terminal.devices.port_worker import PortWorker
    from terminal.office.office import Office
    from terminal.settings import Settings


@dataclass(frozen=True)
class _Part:
    """A device that the settings name: its lamp, and how it is made and bound once the drivers are loaded."""

    lamp: DeviceLamp
    make: Callable[[Workshop, DeviceLamp], None]


class WindowDevices(QObject):
    """The devices of a machine. GUI thread.

    ``ratings`` asks and stores, ``printer`` prints tickets, ``lamps`` are what to show; a machine without a device has
    no lamp for it. A device whose settings can never work shows that on its lamp; the others work.
    """

    bug = Signal(object)
    """An exception on a device's thread that is no trouble of the device."""

    def __init__(
        self, settings: Settings, office: Callable[[], Office], counter: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workers: tuple[PortWorker, ...] = ()
        self._closed = False
        self._parts: list[_Part] = []
        self.ratings = RatingDesk(office, counter, settings.device_folder / f"counter-{counter}", self)
        self.ratings.bug.connect(self.bug)
        pad, printer = settings.rating_pad, settings.receipt_printer
        if pad is not None:
            self._part("rating_pad", lambda shop, lamp: self.ratings.attach(shop.pad(pad, lamp), pad.ask_seconds))
        printer_lamp = None
        if printer is not None:
            printer_lamp = self._part(
                "receipt_printer", lambda shop, lamp: self.printer.attach(shop.printer(printer, lamp))
            )
        self.printer = TicketPrinter(office, printer_lamp, self)

    @property
    def lamps(self) -> tuple[DeviceLamp, ...]:
        """The lamps, in the order they are shown."""
        return tuple(part.lamp for part in self._parts)

    def start(self) -> None:
        """Load the drivers and begin to own the ports. Does nothing once closed: a program may end that early."""
        if self._closed:
            return
        # Serial and picture libraries take 100 ms to import: after the first paint.
        from terminal.devices.making import UnusableSettingError, Workshop

        shop = Workshop(self)
        for part in self._parts:
            try:
                part.make(shop, part.lamp)
            except UnusableSettingError as error:
                part.lamp.show(TROUBLE, words.said(words.UNUSABLE), str(error))
        self._workers = shop.workers
        for worker in self._workers:
            worker.bug.connect(self.bug)
            worker.start()

    def close(self) -> bool:
        """Stop all of them; what the pad heard is stored first. Returns whether everything ended within bounds."""
        self._closed = True
        stopped = [worker.close() for worker in self._workers]
        return self.ratings.close() and all(stopped)

    def _part(self, name: str, make: Callable[[Workshop, DeviceLamp], None]) -> DeviceLamp:
        lamp = DeviceLamp(name, self)
        lamp.show(UNKNOWN, words.said(words.UNTRIED))
        self._parts.append(_Part(lamp, make))
        return lamp
