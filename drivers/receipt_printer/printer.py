"""A receipt printer on a line: prints slips, and says honestly what became of them.

No threads of its own: whoever owns the line calls it. Every wait is bounded. No slip is ever sent twice, nor any part
of it: what a line lost stays lost, and the result says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from drivers.line import LineDown
from drivers.receipt_printer.answers import NUMBERS
from drivers.receipt_printer.completion import Completion, Way
from drivers.receipt_printer.dialogue import BRIEF_S, WRITE_S, ByteLine, Dialogue
from drivers.receipt_printer.escpos import Encoder
from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.profile import Profile
from drivers.receipt_printer.results import Outcome, PrintResult
from drivers.receipt_printer.sending import longest_command, pieces
from drivers.receipt_printer.slip import Slip
from drivers.receipt_printer.status import SENTENCES, UNKNOWN, Paper, PrinterStatus, PrinterTrouble
from drivers.receipt_printer.stream import paper_dots

__all__ = ["ByteLine", "Outcome", "PrintResult", "Printer", "paper_dots"]

CONFIRM_S = 3.0  # for a slip's answer, beyond the time its bytes and its paper take
CONFIRM_SILENT_S = 0.15  # the same from a printer that did not answer before: with PATIENCE_S it makes 0.4 s, once
NUMBER_S = 1.5  # for a process number after the answer in turn: the last line, and the cut
SLICE_S = 0.4  # how often the status is asked while a slip comes out
LONGEST_WATCH_S = 30.0
FENCE_S = 4.0  # a slip that waited for paper takes less to come out
XON_S = 3.0  # for a printer that sent XOFF to take bytes again
SLOWEST_BYTES_A_SECOND = 480  # 4800 baud: what the port has taken may still be on its way
SLOWEST_DOTS_A_SECOND = 400  # 50 mm/s, as 58 mm printers are rated
USUAL_BYTES_A_SECOND, USUAL_DOTS_A_SECOND = 960, 600  # where nothing will be answered, only watched
OWN_NUMBERS = 80_000_000  # process numbers from here on are for slips that came without a number
NOT_SAID = "sent; the printer does not say whether it printed"
WELL_AFTER = "sent; the printer was well before and after, and does not say more"
FULL = "the printer takes no more bytes: press its feed key or switch it off and on"


class _Stopped(Exception):  # noqa: N818 - a state of the world, named as people say it
    """The printer stopped taking a slip in the middle of it."""

    def __init__(self, reason: str, text: str, status: PrinterStatus) -> None:
        super().__init__(text)
        self.reason, self.text, self.status = reason, text, status


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
        self._completion = Completion(profile.status.completion)
        self._dialogue = Dialogue(line, profile.status.kinds, self._completion, clock)
        self._quiet = False  # it did not confirm the last job
        self._half = 0  # a command of at most so many bytes may have been cut off: the printer waits for its rest
        self._fenced: tuple[int, float] | None = None  # its process number, and when it was asked
        self._own = OWN_NUMBERS + int(time.time()) % 1_000_000

    @property
    def claimed(self) -> Way:
        """How it does so by its profile."""
        return self._completion.claimed

    @property
    def completion(self) -> Way:
        """How this printer, as far as it is known by now, tells that a slip is printed."""
        return self._completion.way

    @property
    def shortfall(self) -> str:
        """What the profile claims and the printer does not give, in a sentence; "" when it keeps its word."""
        return self._completion.shortfall

    def status(self, timeout: float | None = None) -> PrinterStatus:
        """Ask for the status, within ``timeout`` seconds in all (0.4, or 2.5 of a printer known to be slow).

        Silence and garbage are UNKNOWN. Raises LineDown. While an answer for a slip is owed, a printer that is well is
        also asked whether it worked through all it has (see :meth:`settle`), so call this now and then.
        """
        status = self._dialogue.status(timeout)
        if status.known and status.trouble is None and self._completion.owes and not self._half:
            self._fence()
        return status

    def _fence(self) -> None:
        """Ask what will be answered last of all. Had it time for that, what is still owed then will never come.

        A printer that was switched off has forgotten its slips, and never says so.
        """
        now = self._clock()
        if self._fenced is None or self._completion.settled(self._fenced[0]) is None:
            self._fenced = (self._own_number(), now)
            self._line.write(self._completion.tail(self._fenced[0]), WRITE_S)
            self._completion.sent(self._fenced[0])
        elif now - self._fenced[1] >= FENCE_S:
            self._completion.missed(self._fenced[0], answers=True)
            self._fenced = None

    def settle(self, number: int, timeout: float = 0.0) -> bool | None:
        """Whether a job that was held or unconfirmed has been printed meanwhile, as the printer's own late answer says.

        True: it has. False: no answer yet, but one is awaited. None: none is awaited, nobody will ever know. Listens up
        to ``timeout`` seconds and sends nothing. Raises LineDown.
        """
        self._dialogue.drain(self._clock() + timeout)
        self._dialogue.wait_for(lambda: self._completion.settled(number) is not False, timeout)
        return self._completion.settled(number)

    def encode(self, slip: Slip) -> bytes:
        """A slip as this printer's bytes, to be kept and printed later. Raises OSError when a font cannot be read."""
        return self._encoder.encode(slip)

    def print(self, slip: Slip) -> PrintResult:
        """Print a slip and say what became of it. Raises OSError when a font cannot be read, never LineDown."""
        return self.print_bytes(self.encode(slip))

    def print_bytes(self, data: bytes, *, number: int = 0, before: PrinterStatus | None = None) -> PrintResult:
        """The same for bytes that are encoded already.

        ``number`` is the job's, 1 to 2³²-1, for :meth:`settle`; the printer is told it modulo 95⁴. 0: it has none.
        ``before`` is what :meth:`status` said a moment ago: it is not asked again, and the slip begins at once.
        """
        try:
            before = self._dialogue.status(None) if before is None else before
        except LineDown as down:
            return PrintResult(Outcome.FAILED, down.reason, str(down))
        if before.trouble is not None:
            return PrintResult(Outcome.REFUSED, before.trouble, SENTENCES[before.trouble], before)
        number = number or self._own_number()
        job = bytes(self._half) + data + self._completion.tail(number)  # NUL: ends half a command, else is ignored
        sent = 0
        try:
            for length in self._send(job):
                sent += length
            self._half = 0
            result = self._outcome(before, number, data)
        except LineDown as down:
            sent += down.written
            result = self._failed(down.reason, str(down), before, job, sent)
        except _Stopped as stop:
            result = self._failed(stop.reason, stop.text, stop.status, job, sent)
        length = paper_dots(job[:sent], self._profile.cut.cutter_dots)
        return replace(result, sent=sent, dots=length)

    def _own_number(self) -> int:
        self._own = self._own + 1 if self._own + 1 < NUMBERS else OWN_NUMBERS
        return self._own

    def _failed(self, reason: str, text: str, status: PrinterStatus, job: bytes, sent: int) -> PrintResult:
        if 0 < sent < len(job):
            self._half = longest_command(job)
        text = f"{text} (part of the slip may be on the paper)" if sent else text
        return PrintResult(Outcome.FAILED, reason, text, status)

    # sending

    def _send(self, job: bytes) -> Iterator[int]:
        """Write the job in pieces, paced beyond the buffer, watching for a printer that stops; yields their lengths."""
        pace = self._profile.pace
        sent = looked = 0
        for piece in pieces(job, pace.chunk_bytes):
            if sent >= pace.buffer_bytes:
                self._dialogue.wait_for(lambda: False, pace.pause_ms / 1000)
            self._let_go_on()
            self._line.write(piece.data, WRITE_S)
            sent += len(piece.data)
            yield len(piece.data)
            if piece.whole and sent - looked >= pace.buffer_bytes and sent < len(job):
                looked = sent
                stopped = self._dialogue.trouble()
                if stopped is not None and stopped.trouble is not None:
                    raise _Stopped(stopped.trouble, SENTENCES[stopped.trouble], stopped)

    def _let_go_on(self) -> None:
        """Wait for XON when the printer sent XOFF."""
        self._dialogue.listen(0.0)
        if self._dialogue.takes_bytes or self._dialogue.wait_for(lambda: self._dialogue.takes_bytes, XON_S):
            return
        self._dialogue.takes_bytes = True  # an XON may be lost: the next slip is tried
        raise _Stopped("stalled", FULL, UNKNOWN)

    # afterwards

    def _outcome(self, before: PrinterStatus, number: int, data: bytes) -> PrintResult:
        """After the last byte: wait for the answer, watching for paper that ends meanwhile."""
        self._completion.sent(number)
        stopped: PrinterStatus | None = None
        if before.known:
            stopped = self._watch(number, self._seconds(data))
        elif self._completion.is_told:
            stopped = self._hear_silent(number, data)
        if stopped is None and not self._completion.is_done(number):
            after = self._dialogue.status(None) if before.known else UNKNOWN
            stopped = after if after.trouble is not None else None
            if stopped is None and not self._completion.missed(number, answers=after.known):
                return PrintResult(Outcome.UNCONFIRMED, "silent", WELL_AFTER if after.known else NOT_SAID, after)
        if stopped is not None and stopped.trouble is not None:
            return PrintResult(Outcome.HELD, stopped.trouble, _held(stopped.trouble), stopped)
        told = self._dialogue.paper
        return PrintResult(Outcome.CONFIRMED, status=before if told is Paper.UNKNOWN else replace(before, paper=told))

    def _seconds(self, data: bytes) -> float:
        """How long a slip may take until its answer comes, or until it can be supposed to be out."""
        dots = paper_dots(data, self._profile.cut.cutter_dots)
        if self._completion.is_told:
            seconds = CONFIRM_S + len(data) / SLOWEST_BYTES_A_SECOND + dots / SLOWEST_DOTS_A_SECOND
        elif self._completion.way is Way.STATUS:
            seconds = len(data) / USUAL_BYTES_A_SECOND + dots / USUAL_DOTS_A_SECOND
        else:
            return 0.0
        return min(seconds, LONGEST_WATCH_S)

    def _watch(self, number: int, seconds: float) -> PrinterStatus | None:
        """Until the slip is confirmed or its time is over: what stopped it, if anything."""
        deadline = self._clock() + seconds
        while (left := deadline - self._clock()) > 0:
            self._wait(number, min(SLICE_S, left))
            if self._completion.is_done(number):
                return None
            if self._completion.settled(number):  # worked through: its process number follows soon, or never
                deadline = min(deadline, self._clock() + NUMBER_S)
            stopped = self._dialogue.trouble()
            if stopped is not None:
                return self._in_full(stopped)
        return None

    def _in_full(self, stopped: PrinterStatus) -> PrinterStatus:
        """An error asks for its cause; the rest is known."""
        if stopped.trouble is PrinterTrouble.ERROR:
            with suppress(LineDown):  # told by the line's state; what is known of the slip stays true
                whole = self._dialogue.status(None)
                return whole if whole.trouble is not None else stopped
        return stopped

    def _wait(self, number: int, seconds: float) -> None:
        """Until the slip is confirmed, or stopped by trouble that the printer tells of itself."""
        self._dialogue.wait_for(lambda: self._completion.is_done(number) or self._dialogue.stopped is not None, seconds)

    def _hear_silent(self, number: int, data: bytes) -> PrinterStatus | None:
        """Of a printer that answers no questions: its word for this slip, or the trouble it tells of itself.

        It gets one proper chance.
        """
        patience = CONFIRM_SILENT_S
        if self._quiet:
            patience = BRIEF_S
        elif self._completion.proven:
            patience = self._seconds(data)
        self._wait(number, patience)
        self._quiet = not self._completion.is_done(number)
        return self._dialogue.stopped if self._quiet else None


def _held(trouble: PrinterTrouble) -> str:
    return f"sent, but {SENTENCES[trouble]}; the printer may print it then, so do not send it again"
