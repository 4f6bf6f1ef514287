"""What a simulated printer says, and what goes wrong on the way."""

from __future__ import annotations

from enum import StrEnum

NOISE = b"\xff\xa5\xfe"  # as a line with a loose ground brings them


class AnswerFault(StrEnum):
    """What can be made to go wrong with the next answers."""

    LOST = "lost"  # nothing of it arrives
    PARTIAL = "partial"  # its second half does not arrive
    GARBAGE = "garbage"  # disturbance before it


class Voice:
    """Collects answers until they are taken."""

    def __init__(self) -> None:
        self.silent = False
        self._said = bytearray()
        self._faults: dict[AnswerFault, int] = {}

    def spoil(self, fault: AnswerFault, times: int) -> None:
        """Let ``fault`` happen to the next so many answers."""
        self._faults[fault] = times

    def say(self, answer: bytes) -> None:
        """One answer."""
        if not answer or self._happens(AnswerFault.LOST):
            return
        if self._happens(AnswerFault.PARTIAL):
            answer = answer[: len(answer) // 2]
        if self._happens(AnswerFault.GARBAGE):
            answer = NOISE + answer
        self._said += answer

    def take(self) -> bytes:
        """What was said since; b"" from a silent one."""
        said = bytes(self._said)
        self._said.clear()
        return b"" if self.silent else said

    def _happens(self, fault: AnswerFault) -> bool:
        left = self._faults.get(fault, 0)
        if left:
            self._faults[fault] = left - 1
        return left > 0
