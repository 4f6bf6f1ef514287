"""A simulated ID-card reader for a window: cards of people who do not exist are laid on it, on the GUI thread."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from drivers.id_card.simulator import CardFault, Person, ReaderOnPty, ReaderState, people

LASTING: Final = ("silent", "self_test")


class SimulatedCardReader(QObject):
    """A reader, and the cards that can be laid on it."""

    changed = Signal(object)
    """ReaderState: a card was laid on, lifted or read out. On the GUI thread."""

    plugged = Signal(bool)
    """Whether its cable is in."""

    _heard = Signal(object)

    def __init__(self, *, link: Path | None = None, parent: QObject | None = None) -> None:
        """``link``: a symbolic link kept pointing at the port, so that a reader plugged in again is found again."""
        super().__init__(parent)
        self._is_plugged = True
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._reader = ReaderOnPty(link=link, on_change=self._heard.emit)
        self._state: ReaderState = self._reader.state

    @property
    def port(self) -> str:
        """What a program opens to talk to it."""
        return self._reader.port

    @property
    def people(self) -> tuple[Person, ...]:
        """Whose cards there are."""
        return tuple(people().values())

    @property
    def state(self) -> ReaderState:
        """What it showed when it last told."""
        return self._state

    @property
    def is_plugged(self) -> bool:
        """Whether its cable is in."""
        return self._is_plugged

    def place(self, key: str) -> None:
        """Lay somebody's card on it, in place of another one. KeyError for nobody's."""
        self._reader.place(key)

    def lift(self) -> None:
        """Take the card away."""
        self._reader.lift()

    def spoil(self, fault: str) -> None:
        """Let the next card go wrong: ``garbage``, ``header``, ``checksum``, ``partial``, ``lost`` … (CardFault)."""
        self._reader.fault(CardFault(fault))

    def set_lasting(self, fault: str, on: bool) -> None:
        """Begin or end a lasting trouble: ``silent`` or ``self_test``."""
        self._reader.fault(CardFault(fault), 1 if on else 0)

    def set_plugged(self, plugged: bool) -> None:
        """Pull the cable (the port vanishes) or put it back (a new port, under the same link)."""
        if plugged == self._is_plugged:
            return
        if plugged:
            self._reader.replug()
        else:
            self._reader.unplug()
        self._is_plugged = plugged
        self.plugged.emit(plugged)

    def close(self) -> None:
        """Remove the port and end the thread, within 2 s."""
        self._reader.close()

    @Slot(object)
    def _tell(self, state: ReaderState) -> None:
        self._state = state
        self.changed.emit(state)
