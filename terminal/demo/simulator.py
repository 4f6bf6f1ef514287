"""One simulated device in a window of its own, for a terminal that runs elsewhere on this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from drivers.receipt_printer.profile import load_profile
from terminal.app import Terminal
from terminal.devices.simulated import SimulatedPad, SimulatedPrinter
from terminal.devices.simulated.call_box import SimulatedCallBox
from terminal.devices.simulated.gsm_modem import SimulatedModem
from terminal.devices.simulated.id_card import SimulatedCardReader
from terminal.devices.simulated.scanner import SimulatedScanner
from terminal.devices.simulated.window_display import SimulatedStrip
from terminal.devices.slip_fonts import slip_fonts
from terminal.office.scales import load_scale
from terminal.screens.simulator import CallBoxWindow, PadWindow, PrinterWindow
from terminal.screens.simulator.card_window import CardReaderWindow
from terminal.screens.simulator.display_window import DisplayWindow
from terminal.screens.simulator.modem_window import ModemWindow
from terminal.screens.simulator.scanner_window import ScannerWindow
from terminal.settings import Settings

Announce = Callable[[str], None]


class SimulatedDevice(Protocol):
    """What every simulated device for a window is besides."""

    @property
    def port(self) -> str:
        """What a program opens to talk to it."""

    def close(self) -> None:
        """Remove the port and end the thread."""


class _Desk(NamedTuple):
    """How a kind of device is made and shown. The profile and address are what was asked for, or None."""

    make: Callable[[str | None, int | None, Path | None], SimulatedDevice]
    show: Callable[[Any, Terminal], QWidget]


def run(
    settings: Settings,
    name: str,
    profile: str | None,
    address: int | None,
    announce: Announce,
    link: Path | None = None,
) -> int:
    """A device of a kind until its window is closed. ``announce`` is told its port. Returns the exit code.

    Raises OSError when its port cannot be made, ValueError for a profile that cannot be played.
    """
    desk = DESKS[name]
    device = desk.make(profile, address, link)
    try:
        terminal = Terminal(settings)
        return _show(terminal, desk.show(device, terminal), lambda: announce(device.port))
    finally:
        device.close()


def _show(terminal: Terminal, window: QWidget, announce: Callable[[], None]) -> int:
    announce()
    window.show()
    try:
        return int(terminal.app.exec())
    finally:
        window.close()
        terminal.close()


def _pad_window(pad: SimulatedPad, terminal: Terminal) -> QWidget:
    return PadWindow(pad, terminal.theme, terminal.settings.counter.number, load_scale().keys)


DESKS = {
    "rating_pad": _Desk(
        lambda profile, address, link: SimulatedPad(profile or "six-key", 1 if address is None else address, link=link),
        _pad_window,
    ),
    "call_box": _Desk(
        lambda _, address, link: SimulatedCallBox(1 if address is None else address, link=link),
        lambda box, terminal: CallBoxWindow(box, terminal.theme),
    ),
    "window_display": _Desk(
        lambda profile, address, link: SimulatedStrip(
            profile or "yongtai", 1 if address is None else address, link=link
        ),
        lambda strip, terminal: DisplayWindow(strip, terminal.theme),
    ),
    "receipt_printer": _Desk(
        lambda profile, _, link: SimulatedPrinter(
            slip_fonts(), dots=load_profile(profile or "generic-80mm").paper.dots, link=link
        ),
        lambda printer, terminal: PrinterWindow(printer, terminal.theme),
    ),
    "id_card": _Desk(
        lambda _profile, _address, link: SimulatedCardReader(link=link),
        lambda reader, terminal: CardReaderWindow(reader, terminal.theme),
    ),
    "scanner": _Desk(
        lambda profile, _, link: SimulatedScanner(profile or "cr", link=link),
        lambda scanner, terminal: ScannerWindow(scanner, terminal.theme),
    ),
    "gsm_modem": _Desk(
        lambda profile, _, link: SimulatedModem(profile or "plain", link=link),
        lambda modem, terminal: ModemWindow(modem, terminal.theme),
    ),
}
