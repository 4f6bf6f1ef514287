"""A rehearsal room: a copy in memory of what decides bookings, in which verbs run for trial and leave nothing behind.

What is tried there is judged by the same code as in earnest, what was tried before it included, and nobody waits for a
lock meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, insert, or_, select
from sqlalchemy.orm import Session

from terminal.model import (
    Appointment,
    AppointmentState,
    Base,
    BookingRules,
    CalendarDay,
    CalendarYear,
    Centre,
    Counter,
    CounterLine,
    Duty,
    HoursPlan,
    HoursSpan,
    Item,
    Line,
    Post,
    Resident,
    ResidentKey,
    Roster,
    Shift,
    SlotUse,
    Staff,
    StaffLine,
)
from terminal.office.room import Room
from terminal.store.store import Store

_WHOLE: tuple[Any, ...] = (
    BookingRules, CalendarDay, CalendarYear, Counter, CounterLine, HoursPlan, Item, Line, Post, ResidentKey, Roster,
    Shift, Staff, StaffLine,
)  # fmt: skip
_AT_ONCE = 1000  # rows


class _SameClock:
    """The clock of another room."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return self._room.now()


@contextmanager
def rehearsal_room(room: Room) -> Iterator[Room]:
    """A room with the centre's plan and the bookings of today and later, gone when the block ends.

    Runs on the calling thread alone. Raises DatabaseFault.
    """
    store = Store("sqlite:///:memory:")
    try:
        Base.metadata.create_all(store.engine)
        _without_references(store)
        with room.reading() as session:
            centre = session.get_one(Centre, room.centre)
            _copy(session, store, room)
        yield Room(store, centre, _SameClock(room))
    finally:
        store.close()


def _without_references(store: Store) -> None:
    """History is not copied, and copied rows refer to it."""
    connection = store.engine.raw_connection()  # outside a transaction, where alone the pragma holds
    try:
        connection.cursor().execute("PRAGMA foreign_keys=OFF")
    finally:
        connection.close()


def _copy(session: Session, store: Store, room: Room) -> None:
    with store.writing() as scratch:
        for model, condition in _parts(session, room):
            table = model.__table__
            rows = session.execute(select(table).where(condition)).mappings()
            for part in rows.partitions(_AT_ONCE):
                scratch.execute(insert(table), [dict(row) for row in part])


def _parts(session: Session, room: Room) -> Iterator[tuple[Any, ColumnElement[bool]]]:
    today = room.day(room.now())
    rules = session.get_one(BookingRules, room.centre)
    counted = today - timedelta(days=rules.missed_days + rules.barred_days)
    booked = and_(
        Appointment.centre == room.centre,
        or_(
            and_(Appointment.day >= today, Appointment.state.in_((AppointmentState.HELD, AppointmentState.BOOKED))),
            and_(Appointment.day > counted, Appointment.state == AppointmentState.MISSED),
        ),
    )
    yield Centre, Centre.code == room.centre
    for model in _WHOLE:
        yield model, model.centre == room.centre
    yield HoursSpan, HoursSpan.plan_id.in_(select(HoursPlan.id).where(HoursPlan.centre == room.centre))
    yield Duty, and_(Duty.centre == room.centre, Duty.day >= today)
    yield Appointment, booked
    yield SlotUse, and_(SlotUse.centre == room.centre, SlotUse.day >= today)
    yield Resident, Resident.id.in_(select(Appointment.resident_id).where(booked))
