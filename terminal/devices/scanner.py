"""The barcode scanner on a serial port, and what every screen hears of scans."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from drivers.scanner.scanner import Scan, Scanner
from terminal.devices.bus_worker import BusWorker, StationDevice
from terminal.devices.lamp import DeviceLamp


class ScannerDevice(StationDevice):
    """A scanner on a line of its own. It answers nothing: the lamp follows the line."""

    scanned = Signal(str)
    """A code was held before it. On the GUI thread."""

    def __init__(self, bus: BusWorker, lamp: DeviceLamp, parent: QObject | None = None) -> None:
        super().__init__(bus, Scanner(), lamp, parent)

    # On the worker thread.

    def hear(self, event: object) -> None:
        if isinstance(event, Scan):
            self.scanned.emit(event.code)
