"""Whether a slip was printed: which questions go behind it, and whose answer came. Sans-IO.

Four ways of knowing, the best first. GS ( H carries a number and is answered when the printing is done; GS r is
answered in its turn, so an answer means that what came before was worked through; asking for the status before and
after tells only that nothing was wrong; and some printers never say anything.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from drivers.receipt_printer import commands
from drivers.receipt_printer.answers import NUMBERS, Answer, Done, Sensor

MOST_JOBS: Final = 64  # remembered; older ones are nobody's concern any more


class Way(StrEnum):
    """How one gets to know that a slip was printed; as in a profile's ``status.completion``."""

    PROCESS_ID = "process_id"
    IN_TURN = "in_turn"
    STATUS = "status"
    NONE = "none"


@dataclass(slots=True)
class _Job:
    number: int
    numbered: bool  # a process number was asked for
    in_turn: bool  # an answer in turn was asked for
    answered: bool = False  # in turn, while the process number is still awaited


class Completion:
    """Which slips the printer has yet to answer for.

    A profile may claim more than a printer gives. Until its way has worked once, the next one is tried along with it;
    when a printer that does answer other questions does not answer this one, the next one is used from then on, and
    ``shortfall`` says so.
    """

    def __init__(self, claimed: str) -> None:
        self.way = Way(claimed)
        self.proven = False
        self.claimed = self.way
        self._jobs: deque[_Job] = deque(maxlen=MOST_JOBS)  # in the order they were sent
        self._in_turn = 0  # answers in turn that came since some were owed
        self._done: deque[int] = deque(maxlen=MOST_JOBS)

    @property
    def is_told(self) -> bool:
        """Whether an answer is worth waiting for."""
        return self.way in (Way.PROCESS_ID, Way.IN_TURN)

    @property
    def shortfall(self) -> str:
        """What the profile claims and the printer does not give, in a sentence; "" when it keeps its word."""
        if self.way is self.claimed:
            return ""
        return f'the printer leaves "{self.claimed}" unanswered: its profile should say completion = "{self.way}"'

    def tail(self, number: int) -> bytes:
        """What goes behind a slip's bytes."""
        if self.way is Way.PROCESS_ID:
            ask = commands.ask_done(number)
            return ask if self.proven else ask + commands.ASK_PAPER_IN_TURN
        return commands.ASK_PAPER_IN_TURN if self.way is Way.IN_TURN else b""

    def sent(self, number: int) -> None:
        """A slip and its tail went out whole."""
        number %= NUMBERS
        if number in self._done:
            self._done.remove(number)
        if self.is_told:
            numbered = self.way is Way.PROCESS_ID
            self._jobs.append(_Job(number, numbered, not (numbered and self.proven)))

    def hear(self, answer: Answer) -> None:
        """Take note of what the printer said, whether anybody waits for it or not."""
        if isinstance(answer, Done):
            self._finish(answer.process)
        elif isinstance(answer, Sensor):
            self._hear_in_turn()

    def _finish(self, number: int) -> None:
        """A number came: that slip is done. It may be one sent before this program started."""
        if self.way is Way.PROCESS_ID:
            self.proven = True
        self._remember(number)
        while any(job.number == number for job in self._jobs):  # answered in order: what is older never will be
            job = self._jobs.popleft()
            if job.answered:
                self._remember(job.number)

    def _hear_in_turn(self) -> None:
        """Such an answer has no name. It counts only when all that are owed have come: the oldest may be lost."""
        owed = [job for job in self._jobs if job.in_turn and not job.answered]
        if not owed:
            return
        self._in_turn += 1
        self.proven = self.proven or self.way is Way.IN_TURN
        if self._in_turn < len(owed):
            return
        self._in_turn = 0
        for job in owed:
            job.answered = True
            if not job.numbered:
                self._jobs.remove(job)
                self._remember(job.number)

    def _remember(self, number: int) -> None:
        if number not in self._done:
            self._done.append(number)

    def is_done(self, number: int) -> bool:
        """Whether the printer said that this slip is printed."""
        return number % NUMBERS in self._done

    def settled(self, number: int) -> bool | None:
        """True: printed. False: an answer is awaited. None: none is."""
        if self.is_done(number):
            return True
        job = next((job for job in self._jobs if job.number == number % NUMBERS), None)
        return None if job is None else job.answered

    @property
    def owes(self) -> bool:
        """Whether the printer has yet to answer for something."""
        return bool(self._jobs)

    def missed(self, number: int, *, answers: bool) -> bool:
        """The answer for a slip did not come in the time it had. Whether the slip counts as printed all the same.

        ``answers``: the printer answers other questions, and says that nothing is wrong. Then what it owes will not
        come, and a way that never worked is given up for the next one.
        """
        job = next((job for job in self._jobs if job.number == number % NUMBERS), None)
        if job is None or not answers:
            return self.is_done(number)
        printed = job.answered
        if not self.proven:
            self.way = Way.IN_TURN if printed else Way.STATUS
            self.proven = printed
        self._jobs.clear()
        self._in_turn = 0
        if printed:
            self._remember(job.number)
        return printed
