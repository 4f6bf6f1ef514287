"""A simulated LED strip for a window: what it shows, and what can go wrong with it, on the GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from drivers.window_display.simulator import StripFault, StripOnPty, StripState


class SimulatedStrip(QObject):
    """A strip of a kind the drivers can play: ``pingan``, ``ruize``, ``yongtai`` or ``zhongyi`` (ValueError else)."""

    changed = Signal(object)
    """StripState: another text, or the strip went dark. On the GUI thread."""

    plugged = Signal(bool)
    """Whether its cable is in."""

    _heard = Signal(object)

    def __init__(
        self,
        kind: str = "yongtai",
        address: int = 1,
        *,
        columns: int = 16,
        link: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``link``: a symbolic link kept pointing at the port, so that a strip plugged in again is found again."""
        super().__init__(parent)
        self.columns = columns
        self._is_plugged = True
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._strip = StripOnPty(kind, address, columns=columns, link=link, on_change=self._heard.emit)
        self._state: StripState = self._strip.state

    @property
    def port(self) -> str:
        """What a program opens to talk to it."""
        return self._strip.port

    @property
    def state(self) -> StripState:
        """What it showed when it last told."""
        return self._state

    @property
    def is_plugged(self) -> bool:
        """Whether its cable is in."""
        return self._is_plugged

    def spoil(self, fault: str) -> None:
        """Let the next text go wrong: ``garbage``, ``lost``, ``half``, ``address`` or ``dark`` (StripFault)."""
        self._strip.fault(StripFault(fault))

    def set_plugged(self, plugged: bool) -> None:
        """Pull the cable (the port vanishes; the strip goes on showing its text) or put it back."""
        if plugged == self._is_plugged:
            return
        if plugged:
            self._strip.replug()
        else:
            self._strip.unplug()
        self._is_plugged = plugged
        self.plugged.emit(plugged)

    def close(self) -> None:
        """Remove the port and end the thread, within 2 s."""
        self._strip.close()

    @Slot(object)
    def _tell(self, state: StripState) -> None:
        self._state = state
        self.changed.emit(state)
