"""Checking in: the appointment's holder is there, and joins the queue at the appointment's own time."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Appointment, AppointmentState, BookingRules, Ticket
from terminal.office.appointment_booking import items_of
from terminal.office.appointment_reading import appointment_of, window_of
from terminal.office.capacity_broken import broken_in
from terminal.office.queue_issue import DayIsOver, NextNumber
from terminal.office.room import Room


class CheckIn:
    """The verb's one transaction: appointment, number, ticket and journal, all or nothing. Any thread may run it."""

    def __init__(self, room: Room, next_number: NextNumber) -> None:
        self._room = room
        self._next_number = next_number

    def run(self, code: int | str, source: str) -> Ticket:
        """Give the appointment its number. Refuses early, late, on another day, twice, and what is not booked.

        An appointment whose time has gone by is marked as missed then, so that the next who asks hears the same.
        """
        while True:
            try:
                with self._room.writing() as session:
                    done = self._try(session, code, source)
            except DayIsOver:
                continue  # once a night at most
            if isinstance(done, Refusal):
                raise done
            return done

    def _try(self, session: Session, code: int | str, source: str) -> Ticket | Refusal:
        room = self._room
        found = appointment_of(session, room, code, lock=True)
        now = room.now()
        self._check_state(session, found)
        if late := self._check_time(session, found, now):
            return late
        room.served_line(session, found.line)
        item = items_of(session, found)[0]
        with closing(session.connection().connection.cursor()) as cursor:
            ticket = self._next_number.check_in(cursor, found.line, item, found.start_at, room.day(now))
        found.check_in(ticket.id, now)
        session.flush()
        room.note(
            session, "check_in", "appointment", found.id, at=now, who=source,
            before={"state": AppointmentState.BOOKED}, after={"state": found.state, "ticket": ticket.number},
        )  # fmt: skip
        return ticket

    def _check_state(self, session: Session, found: Appointment) -> None:
        if found.ticket_id is not None:
            raise Refusal(
                "Appointment {code} is checked in already: its number is {number}.",
                "Wait until the number is called.",
                code=found.code,
                number=session.get_one(Ticket, found.ticket_id).number,
            )
        if found.state == AppointmentState.MISSED:
            raise _too_late(found, self._room)
        if found.state != AppointmentState.BOOKED:
            raise Refusal(
                "Appointment {code} is not booked any more: it is {state}.",
                "Take a number, or book another one.",
                code=found.code,
                state=found.state,
            )

    def _check_time(self, session: Session, found: Appointment, now: datetime) -> Refusal | None:
        """Raises when it is too early; too late is told after it has been stored."""
        room = self._room
        window = window_of(room, session.get_one(BookingRules, room.centre), found)
        if now > window.closes:
            if found.id not in broken_in(session, room, found.day, found.day):  # that was not the resident's doing
                mark_missed(session, room, found, now)
            return _too_late(found, room)
        if room.day(now) != found.day:
            raise Refusal(
                "Appointment {code} is on {day}, at {time}.",
                "Come on that day.",
                code=found.code,
                day=found.day,
                time=f"{room.local(found.start_at):%H:%M}",
            )
        if now < window.opens:
            raise Refusal(
                "Appointment {code} is at {time}: check-in opens at {since}.",
                "Come back then, or take a number now.",
                code=found.code,
                time=f"{room.local(found.start_at):%H:%M}",
                since=f"{room.local(window.opens):%H:%M}",
            )
        return None


def mark_missed(session: Session, room: Room, appointment: Appointment, now: datetime) -> None:
    """Nobody came in time. Runs in the verb's transaction."""
    appointment.miss(now)
    session.flush()
    room.note(
        session, "miss", "appointment", appointment.id, at=now,
        before={"state": AppointmentState.BOOKED}, after={"state": appointment.state},
    )  # fmt: skip


def close_missed(session: Session, room: Room) -> int:
    """Mark booked appointments whose grace is over as missed, and holds that ran out as lapsed; how many were missed.

    What could not be kept through no fault of the resident stays booked, for staff to move or cancel. Appointments that
    somebody is changing at this moment are left for the next time.
    """
    now = room.now()
    today = room.day(now)
    rules = session.get_one(BookingRules, room.centre)
    over = now - timedelta(minutes=rules.grace_minutes)
    booked = _open(room, AppointmentState.BOOKED).where(or_(Appointment.start_at < over, Appointment.day < today))
    due = session.scalars(booked).all()
    broken = set(broken_in(session, room, min(one.day for one in due), today)) if due else set()
    missed = [one for one in due if one.id not in broken]
    for one in missed:
        mark_missed(session, room, one, now)
    lapsed = session.scalars(_open(room, AppointmentState.HELD).where(Appointment.held_until <= now)).all()
    for one in lapsed:
        one.release(now)
        session.flush()
        room.note(session, "lapse", "appointment", one.id, at=now, before={"state": AppointmentState.HELD})
    return len(missed)


def _open(room: Room, state: AppointmentState) -> Select[Appointment]:
    return (
        select(Appointment)
        .where(Appointment.centre == room.centre, Appointment.state == state, Appointment.ended_at.is_(None))
        .order_by(Appointment.id)
        .with_for_update(skip_locked=True, key_share=True)
    )


def _too_late(found: Appointment, room: Room) -> Refusal:
    return Refusal(
        "Appointment {code} was on {day} at {time}: it is too late to check in.",
        "Take a number.",
        code=found.code,
        day=found.day,
        time=f"{room.local(found.start_at):%H:%M}",
    )
