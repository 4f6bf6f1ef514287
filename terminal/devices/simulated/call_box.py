"""A simulated call box for a window: what a person does to it, and what it shows, on the GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from drivers.call_box.simulator import KEYS, BoxFault, BoxState, CallBoxOnPty


class SimulatedCallBox(QObject):
    """A caller box with six digits."""

    changed = Signal(object)
    """BoxState: pressed, confirmed, told to show something. On the GUI thread."""

    plugged = Signal(bool)
    """Whether its cable is in."""

    _heard = Signal(object)

    def __init__(self, address: int = 1, *, link: Path | None = None, parent: QObject | None = None) -> None:
        """``link``: a symbolic link kept pointing at the port, so that a box plugged in again is found again."""
        super().__init__(parent)
        self.address = address
        self._is_plugged = True
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._box = CallBoxOnPty(address, link=link, on_change=self._heard.emit)
        self._state: BoxState = self._box.state

    @property
    def port(self) -> str:
        """What a program opens to talk to it."""
        return self._box.port

    @property
    def keys(self) -> tuple[str, ...]:
        """What its keys but the digits mean."""
        return tuple(KEYS)

    @property
    def state(self) -> BoxState:
        """What it showed when it last told."""
        return self._state

    @property
    def is_plugged(self) -> bool:
        """Whether its cable is in."""
        return self._is_plugged

    def press(self, key: str, digits: str = "") -> None:
        """Somebody types digits and presses a key. KeyError when it has no such key."""
        self._box.press(key, digits)

    def spoil(self, fault: str) -> None:
        """Let the next press go wrong: ``garbage``, ``half``, ``checksum``, ``address``, ``lost_echo`` … (BoxFault)."""
        self._box.fault(BoxFault(fault))

    def set_plugged(self, plugged: bool) -> None:
        """Pull the cable (the port vanishes) or put it back (a new port, under the same link)."""
        if plugged == self._is_plugged:
            return
        if plugged:
            self._box.replug()
        else:
            self._box.unplug()
        self._is_plugged = plugged
        self.plugged.emit(plugged)

    def close(self) -> None:
        """Remove the port and end the thread, within 2 s."""
        self._box.close()

    @Slot(object)
    def _tell(self, state: BoxState) -> None:
        self._state = state
        self.changed.emit(state)
