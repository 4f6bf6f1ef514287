"""The stored print jobs of one printer, worked by the process that has its port open. No Qt, no threads of its own.

A job is stored before its first byte is sent. What became of it is stored right after; while the database is away that
is kept here and nothing else is sent, so that at most one job's end is in memory alone. Whoever dies then leaves the
job in ``sending``, and the next process that opens the port ends it as sent, unconfirmed. So no slip is sent twice.
"""

from __future__ import annotations

import logging
import platform
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from drivers.line import LineDown
from drivers.receipt_printer.results import Outcome, PrintResult
from terminal.devices.printer_watch import PrinterWatch
from terminal.errors import Fault, Refusal
from terminal.office.printing import BOOKING, RECEIPT, TICKET, JobState, NewSlip

if TYPE_CHECKING:
    from drivers.line import Line
    from drivers.receipt_printer.printer import Printer
    from drivers.receipt_printer.slip import Slip
    from drivers.receipt_printer.status import PrinterStatus
    from terminal.office.office import Office
    from terminal.office.printing import PrintJob

RETRY_S: Final = 1.0  # between tries while the database is away, or the line takes nothing
TEND_S: Final = 5.0  # how often the jobs are looked through while some wait and nothing stirs
SETTLE_S: Final = 20.0  # for a held slip to be told as printed, after the printer can go on
UNWATCHED: Final = "unwatched"  # the reason when that is not told

log = logging.getLogger("onewindow.printing")


@dataclass(frozen=True, slots=True)
class Told:
    """How a job stands now. ``state`` is a JobState; ``reason`` a slug; ``result`` what the printer said, if anything.

    ``kind`` and ``ref`` say what the slip is of; ``detail`` is what the line's trouble speaks of.
    """

    job: int
    kind: str
    ref: int | None
    state: JobState
    reason: str = ""
    result: PrintResult | None = None
    detail: str = ""


class _Record(NamedTuple):
    """What became of a job, until the database holds it."""

    job: PrintJob
    state: JobState
    reason: str
    dots: int
    content: bytes | None


class PrintQueue:
    """Adds jobs and works them off. One thread, the line's; the office's faults never come out of ``work``.

    ``tell`` hears every step of every job that is worked here, and ``saw`` every status; once ``stopping`` says so no
    further job is begun. ``waiting`` is how many jobs wait and ``used_dots`` how much paper the roll has lost, as last
    seen. ``watch`` is the printer's own state.
    """

    def __init__(
        self,
        office: Callable[[], Office],
        line: Line,
        printer: Printer,
        key: str,
        tell: Callable[[Told], None],
        *,
        saw: Callable[[PrinterStatus], None] = lambda _: None,
        stopping: Callable[[], bool] = lambda: False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.waiting = 0
        self.used_dots = 0
        self._office = office
        self._line = line
        self._printer = printer
        self._key = key
        self._tell = tell
        self._stopping = stopping
        self._clock = clock
        self.watch = PrinterWatch(line, printer, saw, clock)
        self._worker = f"{platform.node()[:60]}/{secrets.token_hex(8)}"
        # A serial port is opened exclusively: who has it open is alone. A serial server may let several in.
        self._alone = not line.port.startswith("socket:")
        self._tended = False
        self._tend_at = float("-inf")
        self._retry_at = float("-inf")
        self._unrecorded: _Record | None = None
        self._held: _Record | None = None
        self._settle_until: float | None = None

    @property
    def due(self) -> bool:
        """Whether ``work`` has something to do that can be tried now."""
        open_ends = self._unrecorded or self._held or self.watch.new_roll or self.waiting or not self._tended
        return bool(open_ends) and self._clock() >= self._retry_at

    @property
    def holding(self) -> bool:
        """Whether a late answer of the printer's is awaited: its bytes are read by ``work`` then."""
        return self._held is not None

    def stir(self) -> None:
        """Somebody has changed something about print jobs: look at them at the next ``work``."""
        self._tend_at = float("-inf")

    # Jobs.

    def add_ticket(self, ticket: int, *, reprint: bool = False, counter: int | None = None, who: str = "") -> Told:
        """Store a ticket's slip as a job and send it if the printer can take it; how it stands then.

        Raises Refusal for an unknown ticket and Fault when the database is away: nothing is stored or sent then.
        OSError when a font cannot be read.
        """
        slip = self._office().slips.ticket(ticket, reprint=reprint)
        return self._add(TICKET, ticket, slip, reprint, counter, who)

    def add_booking(
        self, appointment: int, *, reprint: bool = False, counter: int | None = None, who: str = ""
    ) -> Told:
        """The same with the slip of an appointment."""
        slip = self._office().slips.booking(appointment, reprint=reprint)
        return self._add(BOOKING, appointment, slip, reprint, counter, who)

    def add(self, kind: str, ref: int, *, reprint: bool = False, counter: int | None = None, who: str = "") -> Told:
        """The same with the slip of a ticket, an appointment or a notice, as ``kind`` says."""
        if kind == RECEIPT:
            return self._add(kind, ref, self._office().notices.slip(ref, reprint=reprint), reprint, counter, who)
        of = self.add_booking if kind == BOOKING else self.add_ticket
        return of(ref, reprint=reprint, counter=counter, who=who)

    def _add(self, kind: str, ref: int, slip: Slip, reprint: bool, counter: int | None, who: str) -> Told:
        office, content = self._office(), self._printer.encode(slip)
        new = NewSlip(self._key, kind, ref, content, reprint=reprint, counter=counter, who=who)
        # One commit and then the first byte: no question comes between when the printer is known to be well.
        at_once = self._tended and not (self.waiting or self._unrecorded or self._held) and self.watch.well
        try:
            job = office.printing.add(new, self._worker if at_once else None, alone=self._alone)
        except Fault:
            self._tended = False  # it may have been stored all the same, as a job in our hand
            raise
        if at_once and job.worker == self._worker and job.state == JobState.SENDING:
            return self._send(job, content)
        if job.state == JobState.WAITING:
            self.waiting += 1
            self.work()
        told = self._now(office, job)
        if told.state is JobState.WAITING:
            self._tell(told)
        return told

    def work(self, seconds: float = 0.0) -> None:
        """Record what is not recorded, put right what was left, and send what waits, as far as things allow.

        Listens up to ``seconds`` for a late answer, if one is awaited.
        """
        try:
            office = self._office()
            self._store_result(office)
            self._count_roll(office)
            self._tend(office)
            self._settle(office, seconds)
            while self.waiting and not self._stopping() and self._may_send():
                self._count_roll(office)
                taken = office.printing.claim(self._key, self._worker, alone=self._alone)
                if taken is None:
                    self.waiting = 0
                    break
                self.waiting -= 1
                self._send(*taken)
        except (Fault, Refusal) as trouble:
            log.info("print jobs are left for later: %s", trouble)
            self._tended = False
            self._retry_at = self._clock() + RETRY_S
        except LineDown:
            self._retry_at = self._clock() + RETRY_S

    def finish(self) -> bool:
        """The last try to record what became of a job. Returns whether nothing is left to record."""
        self._retry_at = float("-inf")
        if self._unrecorded is not None:
            self.work()
        return self._unrecorded is None

    # Steps of the work.

    def _may_send(self) -> bool:
        if self._unrecorded or self._held or not self._line.is_up or self._clock() < self._retry_at:
            return False
        if not self.watch.well:
            self.watch.look()
        return self.watch.well

    def _tend(self, office: Office) -> None:
        if not self._line.is_up:
            return  # the port may be another program's, which has jobs in hand
        if self._tended and self._clock() < self._tend_at:
            return
        in_hand = [record.job.id for record in (self._unrecorded, self._held) if record]
        self.waiting = office.printing.tend(self._key, self._worker, alone=self._alone, in_hand=in_hand)
        self.used_dots = office.printing.paper(self._key)
        self._tended, self._tend_at = True, self._clock() + TEND_S

    def _count_roll(self, office: Office) -> None:
        if self.watch.new_roll:
            office.printing.new_roll(self._key, "printer")
            self.watch.new_roll, self.used_dots = False, 0

    def _send(self, job: PrintJob, content: bytes) -> Told:
        """Send a job that is in our hand. Nothing here sends it again."""
        self._say(job, JobState.SENDING)
        result = self._printer.print_bytes(content, number=job.id, before=self.watch.known_well)
        if result.status.known:
            self.watch.saw(result.status)
        if result.outcome is not Outcome.CONFIRMED:
            self.watch.forget()
        state = _state(result)
        if state is JobState.WAITING:
            self.waiting += 1
            self._retry_at = self._clock() + RETRY_S
        self.used_dots += result.dots
        kept = content if state is JobState.WAITING else None
        record = _Record(job, state, result.reason, result.dots, kept)
        self._unrecorded = record
        if state is JobState.HELD:
            self._held, self._settle_until = record, None
        told = self._say(job, state, result.reason, result)
        try:
            self._store_result(self._office())
        except (Fault, Refusal) as trouble:
            log.warning("what became of print job %d is not stored yet: %s", job.id, trouble)
            self._retry_at = self._clock() + RETRY_S
        return told

    def _store_result(self, office: Office) -> None:
        record = self._unrecorded
        if record is not None:
            office.printing.record(
                record.job.id, self._worker, record.state, record.reason, dots=record.dots, content=record.content
            )
            self._unrecorded = None

    def _settle(self, office: Office, seconds: float) -> None:
        """What became of a slip that the printer held: it says so when paper is back, or nobody will know."""
        held = self._held
        if held is None:
            return
        printed = self._printer.settle(held.job.id, seconds) if self._line.is_up else False
        if not printed:
            if self._line.is_up:
                self.watch.look()  # a printer that is well is asked for the answer that it owes
            if not self.watch.well:
                self._settle_until = None
                return  # it has the slip still
            self._settle_until = self._settle_until or self._clock() + SETTLE_S
            if printed is False and self._clock() < self._settle_until:
                return
        state = JobState.PRINTED if printed else JobState.SENT
        reason = "" if printed else UNWATCHED
        self._held, self._settle_until = None, None
        self._unrecorded = held._replace(state=state, reason=reason)
        self._say(held.job, state, reason)
        self._store_result(office)

    def _say(self, job: PrintJob, state: JobState, reason: str = "", result: PrintResult | None = None) -> Told:
        told = Told(job.id, job.kind, job.ref, state, reason, result, self._detail(reason))
        self._tell(told)
        return told

    def _now(self, office: Office, job: PrintJob) -> Told:
        try:
            found = office.printing.job(job.id) or job
        except Fault:
            found = job  # stored it is; more cannot be said now
        reason = found.reason or (self.watch.reason if found.state == JobState.WAITING else "")
        return Told(found.id, found.kind, found.ref, JobState(found.state), reason, detail=self._detail(reason))

    def _detail(self, reason: str) -> str:
        trouble = self._line.trouble
        return trouble.detail if trouble is not None and trouble.reason == reason else ""


def _state(result: PrintResult) -> JobState:
    """What a job has become by what the printer and its line said."""
    match result.outcome:
        case Outcome.CONFIRMED:
            return JobState.PRINTED
        case Outcome.UNCONFIRMED:
            return JobState.SENT
        case Outcome.HELD:
            return JobState.HELD
        case Outcome.REFUSED:
            return JobState.WAITING
        case Outcome.FAILED:
            return JobState.FAILED if result.sent else JobState.WAITING
