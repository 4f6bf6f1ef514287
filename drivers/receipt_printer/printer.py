"""A receipt printer on a line: prints slips, and says honestly what became of them.

No threads of its own: whoever owns the line calls it. Every wait is bounded. A printer that never answers costs its
patience once; after that it is asked briefly, so that it is noticed when it begins to answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol

from drivers.line import LineDown
from drivers.receipt_printer import commands
from drivers.receipt_printer.escpos import Encoder
from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.profile import Profile
from drivers.receipt_printer.results import Outcome, PrintResult
from drivers.receipt_printer.slip import Slip
from drivers.receipt_printer.status import (
    SENTENCES,
    UNKNOWN,
    PrinterStatus,
    PrinterTrouble,
    decoded,
    is_answer,
    is_sensor,
    sensed,
)

STATUS_S = 0.4  # for all four questions of a status
PATIENCE_S = 0.25  # for one answer from a printer not known to be silent
BRIEF_S = 0.05  # for one that was silent before
CONFIRM_S = 3.0  # for a slip to come out, after the printer took its bytes
CONFIRM_SILENT_S = 0.15  # the same from a printer that did not answer before: with PATIENCE_S it makes 0.4 s, once
SLICE_S = 0.4  # how often the status is asked while a slip comes out
WRITE_S = 3.0  # for one chunk
SLOWEST_BYTES_A_SECOND = 480  # 4800 baud: what the port has taken may still be on its way
__all__ = ["Outcome", "PrintResult", "Printer"]

NOT_SAID = "sent; the printer does not say whether it printed"


class ByteLine(Protocol):
    """What a printer needs of a line; ``drivers.line.Line`` is one."""

    def read(self, timeout: float) -> bytes:
        """Bytes, or b"" after ``timeout`` seconds. Raises LineDown."""
        ...

    def write(self, data: bytes, timeout: float = ...) -> None:
        """Hand over all bytes within ``timeout`` seconds. Raises LineDown."""
        ...


class Printer:
    """A printer of one profile on one line. ``fonts`` draw what its ROM lacks; without them that prints as 〓.

    One thread at a time, the line's.
    """

    def __init__(
        self,
        line: ByteLine,
        profile: Profile,
        fonts: Fonts | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._line = line
        self._profile = profile
        self._encoder = Encoder(profile, fonts)
        self._clock = clock
        self._silent = False  # it did not answer when last asked
        self._quiet = False  # it did not confirm the last job
        self._mute_kinds: set[int] = set()  # questions it leaves unanswered while it answers others
        self._confirms: bool | None = None if profile.status.confirm else False  # None: not known yet

    def status(self, timeout: float = STATUS_S) -> PrinterStatus:
        """Ask for the status, within ``timeout`` seconds in all. Silence and garbage are UNKNOWN. Raises LineDown."""
        deadline = self._clock() + timeout
        self._drain(deadline)
        answers: dict[int, int] = {}
        for kind in self._profile.status.kinds:
            patience = min(BRIEF_S if self._silent else PATIENCE_S, deadline - self._clock())
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
        return decoded(answers)

    def print(self, slip: Slip) -> PrintResult:
        """Print a slip and say what became of it. Raises OSError when a font cannot be read, never LineDown."""
        return self.print_bytes(self.encode(slip))

    def encode(self, slip: Slip) -> bytes:
        """A slip as this printer's bytes, to be kept and printed later. Raises OSError when a font cannot be read."""
        return self._encoder.encode(slip)

    def settle(self, number: int, timeout: float = 0.0) -> bool | None:
        """Whether a job that was held or unconfirmed has been printed meanwhile, as the printer's own late answer says.

        True: it has. False: no answer yet, but one is awaited. None: none is awaited, nobody will ever know. Listens up
        to ``timeout`` seconds and sends nothing. Raises LineDown.
        """
        return None

    def print_bytes(self, data: bytes, *, number: int = 0) -> PrintResult:
        """The same for bytes that are encoded already. ``number`` (0 to 2³²-1) is the job's, for :meth:`settle`."""
        try:
            before = self.status()
        except LineDown as down:
            return PrintResult(Outcome.FAILED, down.reason, str(down))
        if before.trouble is not None:
            return PrintResult(Outcome.REFUSED, before.trouble, SENTENCES[before.trouble], before)
        job = data + commands.ASK_PAPER_IN_TURN if self._profile.status.confirm else data
        sent = 0
        try:
            for length in self._send(job):
                sent += length
            return replace(self._outcome(before, sent), sent=sent)
        except LineDown as down:
            sent += down.written
            text = f"{down} (part of the slip may be on the paper)" if sent else str(down)
            return PrintResult(Outcome.FAILED, down.reason, text, before, sent)

    # asking

    def _drain(self, deadline: float) -> None:
        """Forget what came before the question: late answers, automatic status, noise."""
        while self._line.read(0.0) and self._clock() < deadline:
            pass

    def _ask(self, kind: int, patience: float) -> int | None:
        self._line.write(commands.ask_status(kind), WRITE_S)
        return self._await(is_answer, patience)

    def _await(self, wanted: Callable[[int], bool], seconds: float) -> int | None:
        """The first byte of the wanted pattern; others are left out. None after so many seconds."""
        deadline = self._clock() + seconds
        while (left := deadline - self._clock()) > 0:
            for byte in self._line.read(left):
                if wanted(byte):
                    return byte
        return None

    # sending

    def _send(self, job: bytes) -> Iterator[int]:
        """Write the job in pieces a small buffer can take, with the profile's pause between; yields their lengths."""
        pace = self._profile.pace
        for at in range(0, len(job), pace.chunk_bytes):
            if at:
                self._await(_nothing, pace.pause_ms / 1000)
            chunk = job[at : at + pace.chunk_bytes]
            self._line.write(chunk, WRITE_S)
            yield len(chunk)

    def _outcome(self, before: PrinterStatus, length: int) -> PrintResult:
        """After the last byte: wait for the confirmation, watching for paper that ends meanwhile."""
        heard: int | PrinterStatus | None = None
        if self._confirms is not False:
            heard = self._hear(before.known, length)
            self._quiet = heard is None
        if isinstance(heard, int):
            self._confirms, self._silent = True, False
            return PrintResult(Outcome.CONFIRMED, status=replace(before, paper=sensed(heard)))
        if heard is None and before.known:
            if self._confirms is None:
                self._confirms = False  # it answers, but not this: do not wait for it again
            heard = self.status()
        if heard is not None and heard.trouble is not None:
            return PrintResult(Outcome.HELD, heard.trouble, _held(heard.trouble), heard)
        return PrintResult(Outcome.UNCONFIRMED, "silent", NOT_SAID, heard or UNKNOWN)

    def _hear(self, answers: bool, length: int) -> int | PrinterStatus | None:
        """The sensor byte that confirms the job, or the trouble that stopped it; None when neither comes in time."""
        if not answers:
            return self._await(is_sensor, BRIEF_S if self._quiet else CONFIRM_SILENT_S)
        deadline = self._clock() + CONFIRM_S + length / SLOWEST_BYTES_A_SECOND
        while (left := deadline - self._clock()) > 0:
            byte = self._await(is_sensor, min(SLICE_S, left))
            if byte is None and 2 in self._profile.status.kinds:
                self._line.write(commands.ask_status(2), WRITE_S)
                byte = self._await(_any_answer, PATIENCE_S)
            if byte is None:
                continue
            if is_sensor(byte):
                return byte
            status = decoded({2: byte})
            if status.trouble is not None:
                return status
        return None


def _any_answer(byte: int) -> bool:
    return is_sensor(byte) or is_answer(byte)


def _nothing(_: int) -> bool:
    return False


def _held(trouble: PrinterTrouble) -> str:
    return f"sent, but {SENTENCES[trouble]}; the printer may print it then, so do not send it again"
