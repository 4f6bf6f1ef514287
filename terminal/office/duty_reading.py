"""Reading duties: as the database holds them, and as views for screens and documents."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, TextClause, and_, exists, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from terminal.errors import Refusal
from terminal.model import Counter, Duty, Leave, Shift, Staff
from terminal.model.duty import IN_FORCE
from terminal.office.plan_views import DutyView, LeaveView, OnDuty
from terminal.office.room import LARGEST_ID, Room
from terminal.rules.hours import moment_of

Condition = ColumnElement[bool] | TextClause
Named = InstrumentedAttribute[str] | InstrumentedAttribute[str | None]


def bounds(room: Room, duty: Duty | DutyView) -> tuple[datetime, datetime]:
    """When a duty begins and ends, in UTC."""
    return moment_of(duty.day, duty.opens, room.zone), moment_of(duty.day, duty.closes, room.zone)


def in_force(since: date, until: date) -> tuple[Condition, ...]:
    """The duties that count from ``since`` to ``until``, both included."""
    days = Duty.day == since if since == until else Duty.day.between(since, until)
    return days, IN_FORCE


def on_leave(centre: str | InstrumentedAttribute[str], staff: str | Named, day: date) -> ColumnElement[bool]:
    """Whether a person is on leave on a day: of a code, or of each row of a query that names one."""
    return exists().where(Leave.centre == centre, Leave.staff == staff, Leave.since <= day, Leave.until >= day)


def duty_views(session: Session, room: Room, *conditions: Condition) -> tuple[DutyView, ...]:
    """The centre's duties that meet the conditions, by day, beginning and counter."""
    query = _named(room).where(*conditions).order_by(Duty.day, Duty.opens, Duty.counter, Duty.id)
    return tuple(duty_view(room, *row) for row in session.execute(query))


def on_duty(session: Session, room: Room, day: date) -> tuple[OnDuty, ...]:
    """A day's duties in force, with the counter each person sits at just now."""
    seats = select(Counter.staff, Counter.number).where(Counter.centre == room.centre, Counter.staff.is_not(None))
    seated = {row.staff: row.number for row in session.execute(seats)}
    return tuple(OnDuty(view, seated.get(view.staff)) for view in duty_views(session, room, *in_force(day, day)))


def duty_view(room: Room, duty: Duty, staff_name: str, shift_name: str | None) -> DutyView:
    """A duty as screens show it."""
    return DutyView(
        id=duty.id,
        day=duty.day,
        shift=duty.shift,
        shift_name=shift_name or "",
        counter=duty.counter,
        staff=duty.staff,
        staff_name=staff_name,
        opens=duty.opens,
        closes=duty.closes,
        kind=duty.kind,
        fixed=duty.fixed,
        in_force=duty.in_force,
        arrived_at=room.local(duty.arrived_at) if duty.arrived_at else None,
        left_at=room.local(duty.left_at) if duty.left_at else None,
        absent=duty.absent,
    )


def locked_duty(session: Session, room: Room, duty_id: int) -> Duty:
    """The duty in force of that id; nobody else changes it until the verb ends. Raises Refusal."""
    duty = None
    if 0 < duty_id <= LARGEST_ID:
        query = select(Duty).where(Duty.id == duty_id, Duty.centre == room.centre).with_for_update(key_share=True)
        duty = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if duty is None or not duty.in_force:
        raise Refusal("There is no duty {duty} in force.", "See the published roster.", duty=duty_id)
    return duty


def leave_views(session: Session, room: Room, *conditions: Condition) -> tuple[LeaveView, ...]:
    """The centre's leaves that meet the conditions, by their first day."""
    query = (
        select(Leave, Staff.name)
        .join(Staff, and_(Staff.centre == Leave.centre, Staff.code == Leave.staff))
        .where(Leave.centre == room.centre, *conditions)
        .order_by(Leave.since, Leave.staff)
    )
    return tuple(
        LeaveView(one.id, one.staff, name, one.since, one.until, one.reason) for one, name in session.execute(query)
    )


def _named(room: Room) -> Select[Duty, str, str]:
    """Duties with the names of person and shift."""
    return (
        select(Duty, Staff.name, Shift.name)
        .join(Staff, and_(Staff.centre == Duty.centre, Staff.code == Duty.staff))
        .outerjoin(Shift, and_(Shift.centre == Duty.centre, Shift.code == Duty.shift))
        .where(Duty.centre == room.centre)
    )
