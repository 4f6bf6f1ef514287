"""A printer's receive buffer, and the real-time questions that are answered before anything in it is worked through."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

DLE, EOT = 0x10, 0x04
QUESTION = 3  # bytes


class Reception:
    """Bytes that wait to be worked through.

    ``capacity`` None takes any number. What comes when it is full is lost, as on a line without flow control.
    """

    def __init__(self) -> None:
        self.waiting = bytearray()
        self.capacity: int | None = None
        self.lost = 0  # bytes
        self.begun = (
            0  # so many bytes of a command whose rest has not come are worked through already: they take no room
        )
        self._questions = 0  # of what waits
        self._begun = bytearray()  # of a question

    @property
    def holding(self) -> int:
        """How many bytes wait, without questions that are answered already."""
        return max(0, len(self.waiting) - QUESTION * self._questions)

    @property
    def filled(self) -> int:
        """How many bytes take room."""
        return len(self.waiting) - self.begun

    def forget(self) -> None:
        """The power is off."""
        self.waiting.clear()
        self._begun.clear()
        self._questions = self.begun = 0

    def take(self, data: bytes) -> Iterator[int | None]:
        """Take bytes in; yields after each portion the n of the DLE EOT n it ended with, if it did.

        The question's own bytes wait too, as in a printer, and do nothing when their turn comes.
        """
        portion = bytearray()
        for byte in data:
            portion.append(byte)
            self._begun.append(byte)
            if not self._may_be_question():
                self._begun = bytearray((byte,)) if byte == DLE else bytearray()
            if len(self._begun) == QUESTION:
                kind = self._begun[2]
                self._begun.clear()
                self._questions += self._put(portion)
                portion.clear()
                yield kind
        self._put(portion)
        yield None

    def _may_be_question(self) -> bool:
        begun = self._begun
        return begun[0] == DLE and (len(begun) < 2 or begun[1] == EOT) and (len(begun) < QUESTION or 1 <= begun[2] <= 4)

    def _put(self, portion: bytearray) -> bool:
        """Whether all of it found room."""
        room = len(portion)
        if self.capacity is not None:
            room = max(0, self.capacity - self.filled)
        self.waiting += portion[:room]
        self.lost += max(0, len(portion) - room)
        return len(portion) <= room

    def work_ahead(self, most: float | None) -> int:
        """Use up at most so many bytes of a command whose rest has not come; how many that were."""
        ahead = self.filled if most is None else min(self.filled, ceil(max(0.0, most)))
        self.begun += ahead
        return ahead

    def used(self, length: int, *, question: bool = False) -> int:
        """So many bytes from the beginning are worked through; how many of them just now."""
        del self.waiting[:length]
        now, self.begun = length - self.begun, 0
        self._questions = max(0, self._questions - question) if self.waiting else 0
        return now
