"""A simulated ID-card reader for a window: cards of people who do not exist are laid on it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from drivers.id_card.simulator import CardFault, Person, ReaderOnPty, ReaderState, people
from terminal.devices.simulated.base import SimulatedDevice

LASTING: Final = ("silent", "self_test")


class SimulatedCardReader(SimulatedDevice):
    """A reader, and the cards that can be laid on it."""

    state: ReaderState

    def __init__(self, *, link: Path | None = None, parent: QObject | None = None) -> None:
        """``link``: a symbolic link kept pointing at the port, so that a reader plugged in again is found again."""
        self._reader = ReaderOnPty(link=link)
        super().__init__(self._reader, parent)

    @property
    def people(self) -> tuple[Person, ...]:
        """Whose cards there are."""
        return tuple(people().values())

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
