"""Calling somebody in: an urgent appointment outside hours, with the person who will be there for it.

What is called in is a duty of its own: it serves this one appointment, and no slot is made of it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import (
    Appointment,
    AppointmentItem,
    AppointmentState,
    BookingRequest,
    BookingRules,
    CounterLine,
    Duty,
    Item,
    Resident,
    Staff,
    StaffLine,
)
from terminal.model.duty import IN_FORCE, URGENT
from terminal.office.appointment_slots import SlotBook, Wanted
from terminal.office.capacity import will_come
from terminal.office.codes import new_code
from terminal.office.duty_reading import on_leave
from terminal.office.message_texts import moment_text
from terminal.office.outbox import tell
from terminal.office.room import Room
from terminal.rules import slots
from terminal.rules.hours import DAY_MINUTES, clock_of, moment_of


@dataclass(frozen=True, slots=True)
class CallIn:
    """Who is to be where from when to when; minutes of the centre's wall clock."""

    staff: str
    counter: int
    start: datetime
    end: datetime
    opens: int
    closes: int


def call_in(
    session: Session,
    room: Room,
    rules: BookingRules,
    request: BookingRequest,
    item: Item,
    place: tuple[str, int],
    start: datetime,
    by: str,
) -> Appointment:
    """Make the urgent appointment and the duty for it, and tell both sides. Runs under ``capacity.change_plan``.

    ``place``: the staff's code and the counter's number. Raises Refusal for a time at which an ordinary slot is free,
    and for a person or a window that cannot be had then.
    """
    now = room.now()
    staff, counter = room.staff(session, place[0]).code, room.counter(session, place[1]).number
    wish = Wanted((item,), item.minutes)
    called = _times(room, rules, staff, counter, start, wish, now)
    _check_ordinary(session, room, rules, called, wish, now)
    _check_person(session, room, called, item)
    made = _add(session, room, request, item, called, by, now)
    _tell(session, room, request, made, item, called, now)
    return made


def deserted(session: Session, room: Room, conditions: Collection[ColumnElement[bool]]) -> dict[int, datetime]:
    """The urgent appointments that meet the conditions and that nobody called in will be there for, with their time."""
    query = select(Appointment).where(*conditions, Appointment.urgent)
    found = session.scalars(query).all()
    if not found:
        return {}
    there = (
        select(Duty.day, Duty.opens, Duty.counter, Duty.staff)
        .join(Staff, and_(Staff.centre == Duty.centre, Staff.code == Duty.staff))
        .where(
            Duty.centre == room.centre,
            Duty.day.in_({one.day for one in found}),
            IN_FORCE,
            Duty.kind == URGENT,
            will_come(),
        )
    )
    kept = {(moment_of(day, opens, room.zone), *place) for day, opens, *place in session.execute(there)}
    return {one.id: one.start_at for one in found if (one.start_at, one.counter, one.staff) not in kept}


def hand_over(session: Session, room: Room, duty: Duty, staff: str) -> None:
    """Somebody else takes a duty: the urgent appointment that it was made for is that person's now.

    Runs in the transaction that gives the duty away. Does nothing for any other duty.
    """
    if duty.kind != URGENT:
        return
    session.execute(
        update(Appointment)
        .where(
            Appointment.centre == room.centre,
            Appointment.day == duty.day,
            Appointment.urgent,
            Appointment.state == AppointmentState.BOOKED,
            Appointment.start_at == moment_of(duty.day, duty.opens, room.zone),
            Appointment.counter == duty.counter,
            Appointment.staff == duty.staff,
        )
        .values(staff=staff)
        .execution_options(synchronize_session=False)
    )


def send_home(session: Session, room: Room, appointment: Appointment, now: datetime) -> None:
    """An urgent appointment was cancelled: who was called in for it need not come, and is told so.

    Runs in the cancelling verb's transaction, after ``outbox.withdraw``. The duty is kept as a record, so that it
    can be called off in the person's calendar too. Does nothing for any other appointment.
    """
    if not appointment.urgent or appointment.staff is None:
        return
    start = room.local(appointment.start_at)
    session.execute(
        update(Duty)
        .where(
            Duty.centre == room.centre,
            Duty.day == appointment.day,
            Duty.kind == URGENT,
            Duty.staff == appointment.staff,
            Duty.counter == appointment.counter,
            Duty.opens == start.hour * 60 + start.minute,
            Duty.arrived_at.is_(None),
        )
        .values(in_force=False)
        .execution_options(synchronize_session=False)
    )
    tell(
        session, room, "called_off", f"appointment/{appointment.id}/called_off/{appointment.staff}",
        {"when": moment_text(start), "counter": str(appointment.counter)},
        at=now, staff=appointment.staff, appointment=appointment.id, expires_at=appointment.start_at,
    )  # fmt: skip


def _times(
    room: Room, rules: BookingRules, staff: str, counter: int, start: datetime, wish: Wanted, now: datetime
) -> CallIn:
    begins = room.local(start).replace(second=0, microsecond=0)
    ends = room.local(start + timedelta(minutes=slots.length(wish.minutes, rules.grid_minutes)))
    opens, closes = begins.hour * 60 + begins.minute, ends.hour * 60 + ends.minute or DAY_MINUTES
    if begins <= now:
        raise Refusal("{start} is over.", "Choose a time to come.", start=_text(begins))
    if begins > now + timedelta(days=rules.horizon_days):
        raise Refusal(
            "{start} is too far ahead.",
            "Appointments are made for the next {days} days.",
            start=_text(begins),
            days=rules.horizon_days,
        )
    if opens >= closes:
        raise Refusal("It would last beyond midnight.", "Choose an earlier time.")
    return CallIn(staff, counter, begins, ends, opens, closes)


def _check_ordinary(
    session: Session, room: Room, rules: BookingRules, called: CallIn, wish: Wanted, now: datetime
) -> None:
    """Nobody is called in for a time that can be had without."""
    day = called.start.date()
    book = SlotBook(session, room, rules, day, day, now)
    there = (one for one in book.day(day, wish).slots if one.start < called.end and called.start < one.end)
    free = [one.start for one in there if one.free]
    if free:
        nearest = min(free, key=lambda start: abs(start - called.start))
        raise Refusal(
            "At {start} an ordinary slot is free.", "Book that one; nobody has to be called in.", start=_text(nearest)
        )


def _check_person(session: Session, room: Room, called: CallIn, item: Item) -> None:
    day = called.start.date()
    if session.scalar(select(on_leave(room.centre, called.staff, day))):
        raise Refusal("{staff} is on leave on {day}.", "Name somebody else.", staff=called.staff, day=day)
    _check_training(session, room, called, item)
    duties = select(Duty).where(
        Duty.centre == room.centre,
        Duty.day == day,
        IN_FORCE,
        or_(
            and_(Duty.staff == called.staff, Duty.absent.is_not(None)),
            and_(
                or_(Duty.staff == called.staff, Duty.counter == called.counter),
                Duty.opens < called.closes,
                Duty.closes > called.opens,
            ),
        ),
    )
    for duty in session.scalars(duties.order_by(Duty.opens, Duty.id)):
        if duty.absent is None:
            raise _taken(duty, called)
        if duty.staff == called.staff:
            raise Refusal("{staff} is absent on {day}.", "Name somebody else.", staff=called.staff, day=day)


def _taken(duty: Duty, called: CallIn) -> Refusal:
    span = f"{clock_of(duty.opens)}–{clock_of(duty.closes)}"
    if duty.staff == called.staff:
        return Refusal(
            "{staff} is on duty at window {counter} then ({span}).", "Name somebody else, or another time.",
            staff=duty.staff, counter=duty.counter, span=span,
        )  # fmt: skip
    return Refusal(
        "Window {counter} is taken by {staff} then ({span}).", "Name another window, or another time.",
        staff=duty.staff, counter=duty.counter, span=span,
    )  # fmt: skip


def _check_training(session: Session, room: Room, called: CallIn, item: Item) -> None:
    lines = set(
        session.scalars(select(StaffLine.line).where(StaffLine.centre == room.centre, StaffLine.staff == called.staff))
    )
    if lines and item.line not in lines:
        raise Refusal(
            "{staff} is not trained for line {line}.", "Name somebody who is.", staff=called.staff, line=item.line
        )
    if session.get(CounterLine, (room.centre, called.counter, item.line)) is None:
        raise Refusal(
            "Window {counter} does not serve line {line}.", "Name a window that does.",
            counter=called.counter, line=item.line,
        )  # fmt: skip


def _add(
    session: Session, room: Room, request: BookingRequest, item: Item, called: CallIn, by: str, now: datetime
) -> Appointment:
    made = Appointment(
        centre=room.centre, code=new_code(), resident_id=request.resident_id, channel=request.channel,
        state=AppointmentState.BOOKED, day=called.start.date(), start_at=called.start, end_at=called.end,
        line=item.line, urgent=True, staff=called.staff, counter=called.counter, made_by=by, made_at=now,
        held_until=None, ended_at=None, moves=0, reason=request.reason, import_ref=None, ticket_id=None,
    )  # fmt: skip
    session.add(made)
    session.flush()
    session.add(AppointmentItem(appointment_id=made.id, position=0, centre=room.centre, item=item.code))
    session.add(
        Duty(
            centre=room.centre, roster_id=None, in_force=True, day=made.day, shift=None, counter=called.counter,
            staff=called.staff, opens=called.opens, closes=called.closes, kind=URGENT, fixed=True, arrived_at=None,
            left_at=None, absent=None,
        )
    )  # fmt: skip
    session.flush()
    return made


def _tell(
    session: Session, room: Room, request: BookingRequest, made: Appointment, item: Item, called: CallIn, now: datetime
) -> None:
    resident = session.get_one(Resident, request.resident_id)
    when, counter = moment_text(called.start), str(called.counter)
    tell(
        session, room, "request_approved", f"request/{request.id}/approved",
        {"when": when, "items": item.short or item.name, "code": made.code, "counter": counter},
        at=now, resident=resident, appointment=made.id, expires_at=made.start_at,
    )  # fmt: skip
    tell(
        session, room, "called_in", f"appointment/{made.id}/called_in/{called.staff}",
        {"when": when, "until": clock_of(called.closes), "counter": counter, "reason": request.reason},
        at=now, staff=called.staff, appointment=made.id, expires_at=made.start_at,
    )  # fmt: skip


def _text(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
