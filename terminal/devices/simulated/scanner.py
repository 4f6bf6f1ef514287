"""A simulated barcode scanner for a window: what a person holds before it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from drivers.scanner.simulator import ScannerFault, ScannerOnPty, ScannerState
from terminal.devices.simulated.base import SimulatedDevice


class SimulatedScanner(SimulatedDevice):
    """A scanner that ends codes with ``suffix``: cr, lf, crlf or none (ValueError else)."""

    state: ScannerState

    def __init__(
        self, suffix: str = "cr", *, prefix: str = "", link: Path | None = None, parent: QObject | None = None
    ) -> None:
        """``link``: a symbolic link kept pointing at the port, so that a scanner plugged in again is found again."""
        self._scanner = ScannerOnPty(suffix, prefix=prefix, link=link)
        super().__init__(self._scanner, parent)

    def scan(self, code: str) -> None:
        """Hold a code before it."""
        self._scanner.scan(code)

    def spoil(self, fault: str) -> None:
        """Let the next scan go wrong: ``garbage``, ``half`` or ``doubled`` (ScannerFault)."""
        self._scanner.fault(ScannerFault(fault))
