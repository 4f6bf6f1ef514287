"""Where screens hear of scans, whatever scanner made them. Light to import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from terminal.devices.scanner import ScannerDevice


class ScanDesk(QObject):
    """Passes codes on. GUI thread. Scanners that type like a keyboard are the screens' own (``screens.wedge``)."""

    scanned = Signal(str)
    """A code was held before this machine's scanner."""

    def attach(self, scanner: ScannerDevice) -> None:
        """Hear this one from now on."""
        scanner.scanned.connect(self.scanned)
