"""One simulated device in a window of its own, for a terminal that runs elsewhere on this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from terminal.app import Terminal
from terminal.devices.simulated import SimulatedPad, SimulatedPrinter
from terminal.devices.slip_fonts import slip_fonts
from terminal.office.scales import load_scale
from terminal.screens.simulator import PadWindow, PrinterWindow
from terminal.settings import Settings

Announce = Callable[[str], None]


def run_pad(settings: Settings, kind: str, address: int, announce: Announce, link: Path | None = None) -> int:
    """A pad until its window is closed. ``announce`` is told its port. Returns the exit code.

    Raises OSError when its port cannot be made, ValueError for a kind that is not known.
    """
    pad = SimulatedPad(kind, address, link=link)
    try:
        terminal = Terminal(settings)
        window = PadWindow(pad, terminal.theme, settings.counter.number, load_scale().keys)
        return _show(terminal, window, lambda: announce(pad.port))
    finally:
        pad.close()


def run_printer(settings: Settings, announce: Announce, link: Path | None = None) -> int:
    """The same for a receipt printer."""
    printer = SimulatedPrinter(slip_fonts(), link=link)
    try:
        terminal = Terminal(settings)
        return _show(terminal, PrinterWindow(printer, terminal.theme), lambda: announce(printer.port))
    finally:
        printer.close()


def _show(terminal: Terminal, window: QWidget, announce: Callable[[], None]) -> int:
    announce()
    window.show()
    try:
        return int(terminal.app.exec())
    finally:
        window.close()
        terminal.close()
