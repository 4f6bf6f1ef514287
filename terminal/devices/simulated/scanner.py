"""A simulated barcode scanner for a window: what a person holds before it, on the GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from drivers.scanner.simulator import ScannerFault, ScannerOnPty, ScannerState


class SimulatedScanner(QObject):
    """A scanner that ends codes with ``suffix``: cr, lf, crlf or none (ValueError else)."""

    changed = Signal(object)
    """ScannerState: a code was read. On the GUI thread."""

    plugged = Signal(bool)
    """Whether its cable is in."""

    _heard = Signal(object)

    def __init__(
        self, suffix: str = "cr", *, prefix: str = "", link: Path | None = None, parent: QObject | None = None
    ) -> None:
        """``link``: a symbolic link kept pointing at the port, so that a scanner plugged in again is found again."""
        super().__init__(parent)
        self._is_plugged = True
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._scanner = ScannerOnPty(suffix, prefix=prefix, link=link, on_change=self._heard.emit)
        self._state: ScannerState = self._scanner.state

    @property
    def port(self) -> str:
        """What a program opens to hear it."""
        return self._scanner.port

    @property
    def state(self) -> ScannerState:
        """What it had read when it last told."""
        return self._state

    @property
    def is_plugged(self) -> bool:
        """Whether its cable is in."""
        return self._is_plugged

    def scan(self, code: str) -> None:
        """Hold a code before it."""
        self._scanner.scan(code)

    def spoil(self, fault: str) -> None:
        """Let the next scan go wrong: ``garbage``, ``half`` or ``doubled`` (ScannerFault)."""
        self._scanner.fault(ScannerFault(fault))

    def set_plugged(self, plugged: bool) -> None:
        """Pull the cable (the port vanishes) or put it back (a new port, under the same link)."""
        if plugged == self._is_plugged:
            return
        if plugged:
            self._scanner.replug()
        else:
            self._scanner.unplug()
        self._is_plugged = plugged
        self.plugged.emit(plugged)

    def close(self) -> None:
        """Remove the port and end the thread, within 2 s."""
        self._scanner.close()

    @Slot(object)
    def _tell(self, state: ScannerState) -> None:
        self._state = state
        self.changed.emit(state)
