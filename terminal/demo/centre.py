"""The demo's centre: its database, its simulated devices, and its four windows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from terminal.app import Terminal, counter_screen, kiosk_screen
from terminal.demo.devices import COUNTER, STAFF, DemoDevices
from terminal.screens.board import Announcer, BoardScreen
from terminal.screens.manager import ManagerScreen
from terminal.settings import Settings


class DemoCentre(QObject):
    """Everything at once, in one process: devices first, then the terminal on them, then the windows (not shown)."""

    def __init__(self, database: Path, scale: float = 1.0, *, all_devices: bool = False) -> None:
        """``database`` must hold the sample centre; ``scale`` is the look's. Raises Refusal on Windows."""
        super().__init__()
        self.simulated = DemoDevices(all_kinds=all_devices)
        self.pad, self.printer = self.simulated.pad, self.simulated.printer
        try:
            self._open(self.simulated.settings(database), scale)
        except BaseException:
            self.simulated.close()  # their threads would keep the process alive
            raise

    def _open(self, settings: Settings, scale: float) -> None:
        self.terminal = Terminal(settings, scale)
        self.devices = self.terminal.devices(COUNTER)
        theme, background = self.terminal.theme, self.terminal.background
        self.counter = counter_screen(self.terminal, self.devices, COUNTER, STAFF)
        self.kiosk = kiosk_screen(self.terminal, self.devices)
        self.board = BoardScreen(background, self.terminal.board_theme, Announcer())
        self.manager = ManagerScreen(background, theme)
        self.terminal.delivery.start()

    def close(self) -> None:
        """Windows first, then what they stand on."""
        for window in (self.counter, self.kiosk, self.board, self.manager):
            window.close()
            window.deleteLater()
        self.terminal.close()
        self.simulated.close()
