"""All devices of one machine, made from its settings and closed together.

Light to import: the lamps are there for the first paint, the drivers and their libraries come with ``start``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from terminal.devices import words
from terminal.devices.call_desk import CallDesk
from terminal.devices.card_desk import CardDesk
from terminal.devices.display_desk import DisplayDesk
from terminal.devices.lamp import TROUBLE, UNKNOWN, UP, DeviceLamp
from terminal.devices.pad_standing import PadStanding
from terminal.devices.rating_desk import RatingDesk
from terminal.devices.scan_desk import ScanDesk
from terminal.devices.shared_pad import SharedPad
from terminal.devices.ticket_printer import TicketPrinter
from terminal.settings import SHARED, traffic_folder

if TYPE_CHECKING:
    from terminal.devices.making import Workshop
    from terminal.devices.port_worker import PortWorker
    from terminal.office.office import Office
    from terminal.settings import CallBoxSettings, DisplaySettings, Settings, WindowSettings


@dataclass(frozen=True)
class _Part:
    """A device that the settings name: its lamp, and how it is made and bound once the drivers are loaded."""

    lamp: DeviceLamp
    make: Callable[[Workshop, DeviceLamp], None]


class _Desk(Protocol):
    def close(self) -> bool:
        """Finish within bounds. Returns whether everything was done."""


class WindowDevices(QObject):
    """The devices of a machine. GUI thread.

    ``ratings`` asks and stores, ``printer`` prints tickets, ``scans`` tells of codes held before the scanner, ``lamps``
    are what to show; a machine without a device has no lamp for it. A device whose settings can never work shows that
    on its lamp; the others work.
    """

    bug = Signal(object)
    """An exception on a device's thread that is no trouble of the device."""

    call_trouble = Signal(object)
    """The Refusal or Fault for which a key of this window's call box was not obeyed."""

    def __init__(
        self, settings: Settings, office: Callable[[], Office], counter: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workers: tuple[PortWorker, ...] = ()
        self._closed = False
        self._parts: list[_Part] = []
        self._desks: list[_Desk] = []
        self._office = office
        self._folder = settings.device_folder
        self.ratings = self._window(counter, settings)
        for other in settings.windows:
            self._window(other.number, other, is_other=True)
        printer = settings.receipt_printer
        printer_lamp = None
        if printer is not None:
            printer_lamp = self._part(
                "receipt_printer", lambda shop, lamp: self.printer.attach(shop.printer(printer, lamp))
            )
        self.printer = TicketPrinter(office, printer_lamp, self, counter=counter)
        self.cards = CardDesk(self)
        self._desks.append(self.cards)
        reader = settings.id_card
        if reader is not None:
            self._part("id_card", lambda shop, lamp: self.cards.attach(shop.id_card(reader, lamp)))
        self.scans = ScanDesk(self)
        scanner = settings.scanner
        if scanner is not None:
            self._part("scanner", lambda shop, lamp: self.scans.attach(shop.scanner(scanner, lamp)))

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

        shop = Workshop(self, traffic_folder())
        for part in self._parts:
            try:
                part.make(shop, part.lamp)
            except UnusableSettingError as error:
                part.lamp.show(TROUBLE, words.said(words.UNUSABLE), words.said(words.CORRECT).format(what=error))
        self._workers = shop.workers
        for worker in self._workers:
            worker.bug.connect(self.bug)
            worker.start()

    def close(self) -> bool:
        """Stop all of them; what the pad heard is stored first. Returns whether everything ended within bounds."""
        self._closed = True
        stopped = [worker.close() for worker in self._workers]
        stopped += [desk.close() for desk in self._desks]
        return all(stopped)

    def _window(self, counter: int, parts: Settings | WindowSettings, *, is_other: bool = False) -> RatingDesk:
        """The devices at one window: this machine's own, or another's whose devices hang on this machine's lines."""
        of = counter if is_other else None
        ratings = RatingDesk(self._office, counter, self._folder / f"counter-{counter}", self)
        ratings.bug.connect(self.bug)
        self._desks.append(ratings)
        pad = parts.rating_pad
        if pad is not None and pad.port == SHARED:
            self._shared_pad(ratings, counter, pad.ask_seconds)
        elif pad is not None:
            standing = PadStanding(self._office, counter, self)
            standing.bug.connect(self.bug)
            self._desks.append(standing)

            def make_pad(shop: Workshop, lamp: DeviceLamp) -> None:
                device = shop.pad(pad, lamp)
                ratings.attach(device, pad.ask_seconds)
                standing.attach(device)
                if is_other:
                    ratings.answer_others()

            self._part("rating_pad", make_pad, of)
        self._call_box(counter, parts.call_box, of, ratings)
        self._display(counter, parts.window_display, of)
        return ratings

    def _call_box(self, counter: int, settings: CallBoxSettings | None, of: int | None, ratings: RatingDesk) -> None:
        """The call box at a window. One on another machine's line is obeyed by that machine."""
        if settings is None:
            return
        desk = CallDesk(self._office, counter, ratings, self)
        desk.bug.connect(self.bug)
        if of is None:
            desk.trouble.connect(self.call_trouble)
        self._desks.insert(0, desk)  # closed before the ratings, which it asks for

        def make(shop: Workshop, lamp: DeviceLamp) -> None:
            if settings.port == SHARED:
                lamp.show(UP, words.said(words.SHARED), words.said(words.ELSEWHERE))
            else:
                desk.attach(shop.call_box(settings, lamp))

        self._part("call_box", make, of)

    def _display(self, counter: int, settings: DisplaySettings | None, of: int | None) -> None:
        """The strip over a window. One on another machine's line is kept in step by that machine."""
        if settings is None:
            return
        desk = DisplayDesk(self._office, counter, self)
        desk.bug.connect(self.bug)
        self._desks.append(desk)

        def make(shop: Workshop, lamp: DeviceLamp) -> None:
            if settings.port == SHARED:
                lamp.show(UP, words.said(words.SHARED), words.said(words.ELSEWHERE))
            else:
                desk.attach(shop.window_display(settings, lamp))

        self._part("window_display", make, of)

    def _shared_pad(self, ratings: RatingDesk, counter: int, ask_seconds: float | None) -> None:
        def make(_: Workshop, lamp: DeviceLamp) -> None:
            shared = SharedPad(self._office, counter, ratings, ask_seconds)
            self._desks.insert(0, shared)
            ratings.attach(shared, ask_seconds)
            lamp.show(UP, words.said(words.SHARED), words.said(words.ELSEWHERE))

        self._part("rating_pad", make)

    def _part(self, name: str, make: Callable[[Workshop, DeviceLamp], None], counter: int | None = None) -> DeviceLamp:
        lamp = DeviceLamp(name, self, counter)
        lamp.show(UNKNOWN, words.said(words.UNTRIED))
        self._parts.append(_Part(lamp, make))
        return lamp
