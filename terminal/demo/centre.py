"""The demo's centre: its database, its simulated devices on pseudo-terminals, and its four windows."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from terminal.app import Terminal
from terminal.devices.simulated import SimulatedPad, SimulatedPrinter
from terminal.devices.slip_fonts import slip_fonts
from terminal.errors import Refusal
from terminal.screens.board import Announcer, BoardScreen
from terminal.screens.counter import CounterScreen
from terminal.screens.kiosk import KioskScreen
from terminal.screens.manager import ManagerScreen
from terminal.settings import CounterSettings, DatabaseSettings, PadSettings, PrinterSettings, Settings, sqlite_url

COUNTER: Final = 3
STAFF: Final = "zhang"
PROFILE: Final = "six-key"


def demo_settings(database: Path, pad: str, printer: str) -> Settings:
    """The settings of a machine that has the simulated devices."""
    return Settings(
        counter=CounterSettings(number=COUNTER, staff=STAFF),
        database=DatabaseSettings(url=sqlite_url(database)),
        rating_pad=PadSettings(port=pad, profile=PROFILE),
        receipt_printer=PrinterSettings(port=printer),
    )


class DemoCentre(QObject):
    """Everything at once, in one process: devices first, then the terminal on them, then the windows (not shown)."""

    def __init__(self, database: Path, scale: float = 1.0) -> None:
        """``database`` must hold the sample centre; ``scale`` is the look's."""
        super().__init__()
        if sys.platform == "win32":
            raise Refusal("The demo's devices need pseudo-terminals, which Windows has not.", "Run it on Linux.")
        # A cable that was pulled and put back makes a new port; the link leads to it, as udev's names do.
        self._ports = tempfile.TemporaryDirectory(prefix="desk-")
        ports = Path(self._ports.name)
        self.pad = SimulatedPad(PROFILE, link=ports / "pad")
        self.printer = SimulatedPrinter(slip_fonts(), link=ports / "printer")
        try:
            self._open(demo_settings(database, self.pad.port, self.printer.port), scale)
        except BaseException:
            self._unplug()  # their threads would keep the process alive
            raise

    def _open(self, settings: Settings, scale: float) -> None:
        self.terminal = Terminal(settings, scale)
        self.devices = self.terminal.devices(COUNTER)
        theme, background = self.terminal.theme, self.terminal.background
        self.counter = CounterScreen(
            background, theme, COUNTER, STAFF, self.devices.lamps,
            rating=self.devices.ratings, printer=self.devices.printer,
        )  # fmt: skip
        self.kiosk = KioskScreen(background, theme, self.devices.printer)
        self.board = BoardScreen(background, self.terminal.board_theme, Announcer())
        self.manager = ManagerScreen(background, theme)

    def close(self) -> None:
        """Windows first, then what they stand on."""
        for window in (self.counter, self.kiosk, self.board, self.manager):
            window.close()
            window.deleteLater()
        self.terminal.close()
        self._unplug()

    def _unplug(self) -> None:
        self.pad.close()
        self.printer.close()
        self._ports.cleanup()
