"""Leave: who is away, and the duties that somebody else has to take meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Duty, Leave
from terminal.model.duty import ON_LEAVE, check_reason
from terminal.office.duty_changes import Broken, changing
from terminal.office.duty_reading import duty_views, in_force, leave_views
from terminal.office.plan_views import DutyView, LeaveView
from terminal.office.room import LARGEST_ID, Room

LONGEST_DAYS = 366  # of one leave


class LeaveVerbs:
    """The part of the duty desk that knows who is away."""

    _room: Room

    def leave(self, staff: str, since: date, until: date, reason: str = "", *, by: str = "") -> LeaveView:
        """Note that a person is away from ``since`` to ``until``, both included.

        Duties in force that it covers serve nobody from now on. They are in the answer, to be given to others, and so
        are the appointments that this breaks. Refuses a second leave of the same days.
        """
        _check(since, until)
        check_reason(reason)
        with changing(self._room, by) as (session, now):
            person = self._room.staff(session, staff).code
            self._refuse_double(session, person, since, until)
            broken = Broken(session, self._room, since, until)
            leave = Leave(centre=self._room.centre, staff=person, since=since, until=until, reason=reason)
            session.add(leave)
            session.flush()
            covered = self._covered(session, leave, self._room.day(now))
            for duty in covered:
                duty.miss(ON_LEAVE)
            after = {"staff": person, "since": since, "until": until, "duties": [duty.id for duty in covered]}
            self._room.note(session, "leave", "leave", leave.id, at=now, who=by, after=after)
            found = broken.found()
            (view,) = leave_views(session, self._room, Leave.id == leave.id)
            return replace(view, covered=self._views(session, covered), broken=found)

    def end_leave(self, leave_id: int, *, by: str = "") -> LeaveView | None:
        """The person is back from today on; a leave that has not begun is taken back whole, and None returned.

        Duties from today on that the leave covered, and that nobody else was given, are the person's again. Refuses a
        leave that is over.
        """
        with changing(self._room, by) as (session, now):
            leave, today = self._found(session, leave_id), self._room.day(now)
            if leave.until < today:
                raise Refusal("Leave {leave} is over.", "It stays in the records.", leave=leave_id)
            for duty in self._covered(session, leave, today):
                if duty.absent == ON_LEAVE:
                    duty.attend()
            before = {"staff": leave.staff, "since": leave.since, "until": leave.until}
            left = leave if leave.since < today else None
            if left is None:
                session.delete(leave)
            else:
                left.until = today - timedelta(days=1)
            session.flush()
            after = {"until": left.until} if left else None
            self._room.note(session, "end_leave", "leave", leave_id, at=now, who=by, before=before, after=after)
            return leave_views(session, self._room, Leave.id == leave_id)[0] if left else None

    def leaves(self, since: date, until: date) -> tuple[LeaveView, ...]:
        """Who is away on any of the days from ``since`` to ``until``, with the duties still to be given to others."""
        today = self._room.day(self._room.now())
        with self._room.reading() as session:
            found = leave_views(session, self._room, Leave.since <= until, Leave.until >= since)
            if not found:
                return ()
            people, last = {one.staff for one in found}, max(one.until for one in found)
            duties = duty_views(session, self._room, *in_force(today, last), Duty.staff.in_(people))
        return tuple(replace(leave, covered=tuple(one for one in duties if _covers(leave, one))) for leave in found)

    def _found(self, session: Session, leave_id: int) -> Leave:
        leave = session.get(Leave, leave_id) if 0 < leave_id <= LARGEST_ID else None
        if leave is None or leave.centre != self._room.centre:
            raise Refusal("There is no leave {leave}.", "See the list of leave.", leave=leave_id)
        return leave

    def _refuse_double(self, session: Session, staff: str, since: date, until: date) -> None:
        same = (Leave.staff == staff, Leave.since <= until, Leave.until >= since)
        for one in leave_views(session, self._room, *same):
            raise Refusal(
                "{staff} is on leave from {since} to {until} already.", "End that one first, or choose other days.",
                staff=staff, since=one.since, until=one.until,
            )  # fmt: skip

    def _covered(self, session: Session, leave: Leave, today: date) -> Sequence[Duty]:
        """The person's duties in force within the leave from today on, to be changed."""
        query = (
            select(Duty)
            .where(
                Duty.centre == self._room.centre,
                *in_force(max(leave.since, today), leave.until),
                Duty.staff == leave.staff,
            )
            .order_by(Duty.id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return session.scalars(query).all()

    def _views(self, session: Session, duties: Sequence[Duty]) -> tuple[DutyView, ...]:
        session.flush()
        return duty_views(session, self._room, Duty.id.in_([one.id for one in duties]))


def _covers(leave: LeaveView, duty: DutyView) -> bool:
    return duty.staff == leave.staff and leave.since <= duty.day <= leave.until


def _check(since: date, until: date) -> None:
    if until < since:
        raise Refusal("A leave cannot end on {until} before it begins on {since}.", since=since, until=until)
    if (until - since).days >= LONGEST_DAYS or not 2000 <= since.year <= until.year <= 2999:
        raise Refusal("A leave is of {most} days at the most.", "Enter several.", most=LONGEST_DAYS)
