"""The printing desk: slips on their way to printers, stored before they are sent and never sent twice.

Whoever has a printer's port open works its jobs: ``tend`` puts right what a dead process left, ``claim`` takes the next
one, ``record`` stores what became of it. ``worker`` is that process's own name, the same for all its calls. ``alone``
says that the worker has the port to itself, as with a serial port; behind a serial server several may have it open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from terminal.model import Appointment, JobState, Notice, PrinterPaper, PrintJob, Ticket, TicketState
from terminal.office.room import LARGEST_ID, Room
from terminal.store.upsert import upsert

__all__ = ["BOOKING", "RECEIPT", "TICKET", "JobState", "NewSlip", "PrintJob", "PrintingDesk"]

TICKET, BOOKING, RECEIPT = "ticket", "booking", "receipt"  # what a slip is of
TICKET_MINUTES = 30  # a ticket's slip that waited longer surprises whoever stands there when it comes out
LEASE = timedelta(minutes=2)  # longer than any sending; only where the port does not keep a second process out
OPEN = (JobState.WAITING, JobState.SENDING, JobState.HELD)
# Reasons of our own; the others are the printer's and the line's.
LATE, OVER, REPLACED, INTERRUPTED, NOT_STORED = "late", "over", "replaced", "interrupted", "not_stored"


@dataclass(frozen=True, slots=True)
class NewSlip:
    """A slip to be printed: where, what it belongs to, and who asked for it."""

    printer: str
    kind: str
    ref: int | None
    content: bytes
    title: str = ""
    reprint: bool = False
    counter: int | None = None
    who: str = ""


class PrintingDesk:
    """Verbs of print jobs. Each is one transaction, safe from many processes. Raises ``DatabaseFault``."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def add(self, slip: NewSlip, worker: str | None = None, *, alone: bool = True) -> PrintJob:
        """Store a job: waiting, or with ``worker`` in that one's hand at once, to be sent as soon as this returns.

        It waits all the same when others may have the port and one of them is sending.

        The first slip of a thing is stored once: asked for again, its job is returned as it stands. A reprint refers
        to it, and takes the place of whatever of that thing still waits.
        """
        try:
            return self._add(slip, worker, alone)
        except IntegrityError:  # somebody asked for the same first slip at the same moment
            with self._room.reading() as session:
                first = self._first(session, slip)
            if first is None:
                raise
            return first

    def claim(self, printer: str, worker: str, *, alone: bool = True) -> tuple[PrintJob, bytes] | None:
        """Take the oldest waiting job of a printer in hand, with what to send; None when none waits.

        None too while another process that may have the port is sending. Nobody else gets the job. From here on it is
        sent at most once.
        """
        now = self._room.now()
        with self._room.writing() as session:
            if not alone and self._in_use(session, printer, worker, now):
                return None
            # One row at a time, so that another process meanwhile finds the next.
            oldest = self._of(printer).where(PrintJob.state == JobState.WAITING).order_by(PrintJob.id).limit(1)
            while job := session.scalars(oldest.with_for_update(skip_locked=True)).one_or_none():
                reason = self._stale(session, job, now)
                if reason is None:
                    return job, job.claim(worker, now)
                self._expire(session, job, reason, now)
        return None

    def record(
        self,
        job_id: int,
        worker: str,
        state: JobState,
        reason: str = "",
        *,
        dots: int = 0,
        content: bytes | None = None,
    ) -> PrintJob:
        """Store what became of a job in the worker's hand, and the paper it took.

        Back to waiting takes ``content``. Safe to repeat when nobody knows whether it was stored; a job that is in
        nobody's or another's hand meanwhile stays as it is.
        """
        now = self._room.now()
        with self._room.writing() as session:
            job = session.get_one(PrintJob, job_id, with_for_update=True)
            taken_over = job.state not in (JobState.SENDING, JobState.HELD) and state is not JobState.PRINTED
            if job.worker != worker or job.state == state or taken_over:
                return job
            new_dots = max(0, dots - job.dots)
            if state is JobState.WAITING:
                job.release(content or b"", reason)
            elif state is JobState.HELD:
                job.hold(reason, dots)
            elif state is JobState.PRINTED:
                job.confirm(now, dots)
            elif state is JobState.SENT:
                job.leave(reason, now, dots)
            else:
                job.fail(reason, now, dots)
                self._note(session, "print_failed", job, now)
            if new_dots:
                self._use(session, job.printer, new_dots, now)
        return job

    def tend(self, printer: str, worker: str, *, alone: bool, in_hand: Iterable[int] = ()) -> int:
        """Put right what nobody has in hand, and give up what came too late. Returns how many jobs wait.

        A job that a process took and did not live to record was perhaps sent: it ends as sent, unconfirmed; at once
        when the worker is ``alone``, for nobody else can be sending then, else after two minutes. ``in_hand`` are the
        worker's own, about which it knows more. What came too late for a printer that nobody works any more is
        given up too.
        """
        now, mine = self._room.now(), set(in_hand)
        with self._room.reading() as session:
            query = select(PrintJob).where(
                PrintJob.centre == self._room.centre,
                PrintJob.state.in_(OPEN),
                (PrintJob.printer == printer) | (PrintJob.state == JobState.WAITING),
            )
            found = list(session.scalars(query.order_by(PrintJob.id)))
            wrong = [job.id for job in found if self._astray(session, job, worker, alone, mine, now)]
        if wrong:
            self._put_right(wrong, worker, alone, mine, now)
        return sum(job.printer == printer and job.state == JobState.WAITING and job.id not in wrong for job in found)

    def jobs(self, printer: str, limit: int = 20) -> list[PrintJob]:
        """A printer's last jobs, newest first."""
        with self._room.reading() as session:
            return list(session.scalars(self._of(printer).order_by(PrintJob.id.desc()).limit(limit)))

    def job(self, job_id: int) -> PrintJob | None:
        """One job; None when there is none of that number."""
        if not 0 < job_id <= LARGEST_ID:
            return None
        with self._room.reading() as session:
            return session.get(PrintJob, job_id)

    # Paper.

    def paper(self, printer: str) -> int:
        """How many dots of paper a printer has used since its last new roll."""
        with self._room.reading() as session:
            found = session.get(PrinterPaper, (self._room.centre, printer))
        return found.dots if found else 0

    def new_roll(self, printer: str, who: str = "") -> int:
        """A new roll was put in: count from nothing. Returns the dots of the old one."""
        now = self._room.now()
        with self._room.writing() as session:
            found = session.get(PrinterPaper, (self._room.centre, printer), with_for_update=True)
            before = found.dots if found else 0
            if found is None:
                self._use(session, printer, 0, now)
            else:
                found.dots, found.since = 0, now
            self._room.note(session, "new_roll", "printer", printer[-40:], at=now, who=who, before={"dots": before})
        return before

    # Storing and finding.

    def _add(self, slip: NewSlip, worker: str | None, alone: bool) -> PrintJob:
        now = self._room.now()
        with self._room.writing() as session:
            first = self._first(session, slip)
            if first is not None and not slip.reprint:
                return first
            if first is not None:
                self._replace(session, slip, now)
            job = PrintJob(
                centre=self._room.centre, printer=slip.printer, kind=slip.kind, ref=slip.ref, title=slip.title,
                reprint=slip.reprint, copy_of=first.id if first else None, state=JobState.WAITING, reason="",
                content=slip.content, worker=None, counter=slip.counter, who=slip.who, created_at=now, dots=0,
            )  # fmt: skip
            if not job.title and job.kind == TICKET:
                ticket = session.get(Ticket, job.ref)
                job.title = ticket.number if ticket else ""
            elif not job.title and job.kind == BOOKING:
                booked = session.get(Appointment, job.ref)
                job.title = booked.code if booked else ""
            elif not job.title and job.kind == RECEIPT:
                notice = session.get(Notice, job.ref)
                job.title = notice.number if notice else ""
            if worker is not None and (alone or not self._in_use(session, slip.printer, worker, now)):
                job.claim(worker, now)
            session.add(job)
            session.flush()
            if slip.reprint:
                self._note(session, "reprint", job, now)
        return job

    def _of(self, printer: str) -> Select[PrintJob]:
        return select(PrintJob).where(PrintJob.centre == self._room.centre, PrintJob.printer == printer)

    def _same(self, slip: NewSlip) -> Select[PrintJob]:
        return select(PrintJob).where(
            PrintJob.centre == self._room.centre, PrintJob.kind == slip.kind, PrintJob.ref == slip.ref
        )

    def _first(self, session: Session, slip: NewSlip) -> PrintJob | None:
        if slip.ref is None:
            return None
        return session.scalars(self._same(slip).order_by(PrintJob.id).limit(1)).one_or_none()

    def _replace(self, session: Session, slip: NewSlip, now: datetime) -> None:
        """Two slips of one number would come out when the paper returns."""
        waiting = self._same(slip).where(PrintJob.state == JobState.WAITING)
        for job in session.scalars(waiting.with_for_update()):
            job.expire(REPLACED, now)

    def _put_right(self, jobs: list[int], worker: str, alone: bool, mine: set[int], now: datetime) -> None:
        with self._room.writing() as session:
            for job in session.scalars(select(PrintJob).where(PrintJob.id.in_(jobs)).with_for_update()):
                if not self._astray(session, job, worker, alone, mine, now):
                    continue  # somebody was quicker
                if job.state == JobState.WAITING:
                    self._expire(session, job, self._stale(session, job, now) or LATE, now)
                elif job.worker == worker and job.state == JobState.SENDING:
                    # Taken, but the answer of the database was lost, so the worker did not send it.
                    job.fail(NOT_STORED, now)
                    self._note(session, "print_failed", job, now)
                else:
                    job.leave(INTERRUPTED, now)
                    self._note(session, "print_interrupted", job, now)

    def _astray(
        self, session: Session, job: PrintJob, worker: str, alone: bool, mine: set[int], now: datetime
    ) -> bool:  # fmt: skip
        if job.state == JobState.WAITING:
            return self._stale(session, job, now) is not None
        if job.state not in OPEN or job.id in mine:
            return False
        return alone or job.worker == worker or job.sent_at is None or job.sent_at < now - LEASE

    def _in_use(self, session: Session, printer: str, worker: str, now: datetime) -> bool:
        """Whether another process is sending: two at once would mix their slips. Others who ask wait for the verb."""
        self._use(session, printer, 0, now)  # locks the printer's own row
        others = self._of(printer).where(
            PrintJob.state == JobState.SENDING, PrintJob.worker != worker, PrintJob.sent_at >= now - LEASE
        )
        return session.scalars(others.limit(1)).one_or_none() is not None

    def _stale(self, session: Session, job: PrintJob, now: datetime) -> str | None:
        """Why a waiting job is no longer to be printed by itself; None while it is."""
        if self._room.day(job.created_at) != self._room.day(now):
            return LATE
        if job.kind != TICKET:
            return None
        if job.created_at < now - timedelta(minutes=TICKET_MINUTES):
            return LATE
        ticket = session.get(Ticket, job.ref)
        return OVER if ticket is not None and ticket.state == TicketState.DONE and not job.reprint else None

    def _expire(self, session: Session, job: PrintJob, reason: str, now: datetime) -> None:
        job.expire(reason, now)
        self._note(session, "print_expired", job, now)

    def _use(self, session: Session, printer: str, dots: int, now: datetime) -> None:
        values = {"centre": self._room.centre, "printer": printer, "dots": dots, "since": now}
        session.execute(
            upsert(session.get_bind().dialect, PrinterPaper)
            .values(values)
            .on_conflict_do_update(index_elements=["centre", "printer"], set_={"dots": PrinterPaper.dots + dots})
        )

    def _note(self, session: Session, verb: str, job: PrintJob, now: datetime) -> None:
        after = {"kind": job.kind, "ref": job.ref, "title": job.title, "state": job.state, "reason": job.reason}
        self._room.note(
            session, verb, "print_job", job.id, at=now, who=job.who, counter=job.counter,
            after=after | ({"copy_of": job.copy_of} if job.copy_of else {}),
        )  # fmt: skip
