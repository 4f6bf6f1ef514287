"""Questions to a printer over a line, and what it says unasked. Every wait is bounded.

A printer that never answers costs its patience once; after that it is asked briefly, so that it is noticed when it
begins to answer. One whose answers come late is given the time it needs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from drivers.line import LineDown
from drivers.receipt_printer import commands
from drivers.receipt_printer.answers import Answer, Answers, Automatic, Flow, RealTime, Sensor
from drivers.receipt_printer.completion import Completion
from drivers.receipt_printer.status import Paper, PrinterStatus, automatic, decoded, sensed

STATUS_S = 0.4  # for all four questions of a status
PATIENCE_S = 0.25  # for one answer from a printer not known to be silent
BRIEF_S = 0.05  # for one that was silent before
SLOW_S = 1.0  # for one that answered, but later than that
SLOW_STATUS_S = 2.5
WRITE_S = 3.0  # for one chunk
GAP_S = 0.1  # a printer sends its bytes in one go: after so much quiet, half an answer stays half
MOST_DRAINED = 65536  # bytes; a line that never stops babbling is left alone


class ByteLine(Protocol):
    """What a printer needs of a line; ``drivers.line.Line`` is one."""

    def read(self, timeout: float) -> bytes:
        """Bytes, or b"" after ``timeout`` seconds. Raises LineDown."""
        ...

    def write(self, data: bytes, timeout: float = ...) -> None:
        """Hand over all bytes within ``timeout`` seconds. Raises LineDown."""
        ...


class Dialogue:
    """Asks one printer, and passes on to ``completion`` whatever it says of finished slips. One thread at a time."""

    def __init__(
        self, line: ByteLine, kinds: tuple[int, ...], completion: Completion, clock: Callable[[], float]
    ) -> None:
        self._line = line
        self._kinds = kinds
        self._completion = completion
        self._clock = clock
        self._answers = Answers()
        self._heard_at = clock()
        self._silent = False  # it did not answer when last asked
        self._slow = False  # its answers come, but late
        self._mute_kinds: set[int] = set()  # questions it leaves unanswered while it answers others
        self.takes_bytes = True  # False between XOFF and XON
        self.paper = Paper.UNKNOWN  # as an answer to GS r told it last
        self._told: PrinterStatus | None = None  # by automatic status, since the line was drained last

    # listening

    def listen(self, seconds: float) -> list[Answer]:
        """What comes, as soon as anything does; [] after so many seconds. Raises LineDown."""
        data = self._read(max(0.0, seconds))
        now = self._clock()
        if data:
            self._heard_at = now
            return self._noted(self._answers.receive(data))
        return self._noted(self._answers.idle()) if now - self._heard_at >= GAP_S else []

    def wait_for(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Listen until something holds; False after so many seconds."""
        deadline = self._clock() + seconds
        while not holds():
            left = deadline - self._clock()
            if left <= 0:
                return False
            self.listen(left)
        return True

    def drain(self, deadline: float) -> None:
        """Take what came before a question: late answers, automatic status, noise. Raises LineDown."""
        self._told = None
        drained = 0
        while drained < MOST_DRAINED and (data := self._read(0.0)):
            drained += len(data)
            answers = self._noted(self._answers.receive(data))
            if self._silent and any(isinstance(answer, RealTime) for answer in answers):
                self._slow = True  # nothing is asked now: this is the answer that was waited for too briefly
            if self._clock() >= deadline:
                return

    def _read(self, seconds: float) -> bytes:
        try:
            return self._line.read(seconds)
        except LineDown:
            self._answers = Answers()  # half an answer from before is not completed by bytes from after
            self.takes_bytes = True
            raise

    @property
    def stopped(self) -> PrinterStatus | None:
        """The trouble that the printer told of itself since the line was drained."""
        return self._told if self._told is not None and self._told.trouble is not None else None

    def _noted(self, answers: list[Answer]) -> list[Answer]:
        for answer in answers:
            self._completion.hear(answer)
            if isinstance(answer, Flow):
                self.takes_bytes = answer.on
            elif isinstance(answer, Sensor):
                self.paper = sensed(answer.byte)
            elif isinstance(answer, Automatic):
                self._told = automatic(answer.data)
        return answers

    # asking

    def status(self, timeout: float | None) -> PrinterStatus:
        """Ask for the status, within ``timeout`` seconds in all. Silence and garbage are UNKNOWN. Raises LineDown."""
        if timeout is None:
            timeout = SLOW_STATUS_S if self._slow else STATUS_S
        deadline = self._clock() + timeout
        self.drain(deadline)
        answers: dict[int, int] = {}
        for kind in self._kinds:
            patience = min(self._patience, deadline - self._clock())
            if kind in self._mute_kinds or patience <= 0:
                continue
            answer = self._ask(kind, patience)
            if answer is not None:
                answers[kind] = answer
            elif answers:
                self._mute_kinds.add(kind)
            else:
                break  # silent: the other questions would only cost more time
        self._silent = not answers
        return decoded(answers) if answers or self._told is None else self._told

    @property
    def _patience(self) -> float:
        return SLOW_S if self._slow else BRIEF_S if self._silent else PATIENCE_S

    def _ask(self, kind: int, patience: float) -> int | None:
        """The answer to DLE EOT ``kind``, None when it does not come in time."""
        self._line.write(commands.ask_status(kind), WRITE_S)
        deadline = self._clock() + patience
        while (left := deadline - self._clock()) > 0:
            for answer in self.listen(left):
                if isinstance(answer, RealTime):
                    return answer.byte
        return None

    def trouble(self) -> PrinterStatus | None:
        """A quick look while a slip is under way: what stops it, or None when nothing is known to. Raises LineDown."""
        kind = next((kind for kind in (2, 1) if kind in self._kinds and kind not in self._mute_kinds), None)
        if self.stopped is not None or kind is None or self._silent:
            return self.stopped
        answer = self._ask(kind, SLOW_S if self._slow else PATIENCE_S)
        status = decoded({} if answer is None else {kind: answer})
        return status if status.trouble is not None else self.stopped
