"""What every simulated device for a window has: a port, a cable to pull, and a state told on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from drivers.on_pty import Host


class SimulatedDevice(QObject):
    """A device made of software, behind a port of its own or on a shared line. Close it before its last reference goes.

    ``state`` is the device's frozen picture, as it was when it last told.
    """

    changed = Signal(object)
    """The new state, on the GUI thread."""

    plugged = Signal(bool)
    """Whether its cable is in."""

    _heard = Signal(object)

    def __init__(
        self, host: Host[Any], parent: QObject | None = None, *, on_change: Callable[[Any], None] | None = None
    ) -> None:
        """``on_change``: what to do with a new state on the device's thread, when the window is to get another."""
        super().__init__(parent)
        self._host = host
        self._is_plugged = True
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.state: Any = host.state
        host.on_change = on_change or self._heard.emit

    @property
    def port(self) -> str:
        """What a program opens to talk to it."""
        return self._host.port

    @property
    def is_plugged(self) -> bool:
        """Whether its cable is in."""
        return self._is_plugged

    def set_plugged(self, plugged: bool) -> None:
        """Pull the cable (the port vanishes) or put it back (a new port, under the same link)."""
        if plugged == self._is_plugged:
            return
        if plugged:
            self._host.replug()
        else:
            self._host.unplug()
        self._is_plugged = plugged
        self.plugged.emit(plugged)

    def spoil(self, fault: str) -> None:
        """Let the next thing it does go wrong, by the fault's name. Raises ValueError for an unknown one."""
        raise NotImplementedError

    def close(self) -> None:
        """Remove the port and end the thread, within 2 s."""
        self._host.close()

    @Slot(object)
    def _tell(self, state: Any) -> None:
        self.state = state
        self.changed.emit(state)
