"""A simulated rating pad for a window: what a person does to it, and what it shows, on the GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from drivers.rating_pad.simulator import PadFault, PadOnPty, PadState


class SimulatedPad(QObject):
    """A rating pad of a kind the drivers can play: ``ff68``, ``six-key`` or ``byte`` (ValueError for another)."""

    changed = Signal(object)
    """PadState: asked, pressed, confirmed. On the GUI thread."""

    plugged = Signal(bool)
    """Whether its cable is in."""

    _heard = Signal(object)

    def __init__(
        self, kind: str = "six-key", address: int = 1, *, link: Path | None = None, parent: QObject | None = None
    ) -> None:
        """``link``: a symbolic link kept pointing at the port, so that a pad plugged in again is found again."""
        super().__init__(parent)
        self._is_plugged = True
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._pad = PadOnPty(kind, address, link=link, on_change=self._heard.emit)
        self._state: PadState = self._pad.state

    @property
    def port(self) -> str:
        """What a program opens to talk to it."""
        return self._pad.port

    @property
    def keys(self) -> tuple[str, ...]:
        """What its keys mean, as they lie on it."""
        return tuple(self._pad.keys.values())

    @property
    def state(self) -> PadState:
        """What it showed when it last told."""
        return self._state

    @property
    def is_plugged(self) -> bool:
        """Whether its cable is in."""
        return self._is_plugged

    def press(self, key: str) -> None:
        """A resident presses a key, given by its meaning. KeyError when it has no such key."""
        self._pad.press(key)

    def spoil(self, fault: str) -> None:
        """Let the next press go wrong: ``garbage``, ``half``, ``checksum``, ``address``, ``silent`` … (PadFault)."""
        self._pad.fault(PadFault(fault))

    def set_plugged(self, plugged: bool) -> None:
        """Pull the cable (the port vanishes) or put it back (a new port, under the same link)."""
        if plugged == self._is_plugged:
            return
        if plugged:
            self._pad.replug()
        else:
            self._pad.unplug()
        self._is_plugged = plugged
        self.plugged.emit(plugged)

    def close(self) -> None:
        """Remove the port and end the thread, within 2 s."""
        self._pad.close()

    @Slot(object)
    def _tell(self, state: PadState) -> None:
        self._state = state
        self.changed.emit(state)
