"""Appointments that hours, roster or catalogue have taken the ground from: still booked, and cannot be kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Literal

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from terminal.model import Appointment, AppointmentItem, AppointmentState, Item, Resident, SlotUse
from terminal.office.appointment_booking import tell_booking
from terminal.office.appointment_reading import views_of
from terminal.office.booking_views import BookingView
from terminal.office.capacity import DayClock, OnDay, servers_on
from terminal.office.opening_reading import OpeningRules, read_opening
from terminal.office.room import Room
from terminal.office.urgent import deserted
from terminal.rules import slots
from terminal.rules.hours import Span
from terminal.rules.slots import Use

# It is closed then; an item is not served in those (extended) hours, or not any more; too few people are on duty.
BrokenBy = Literal["closed", "items", "people"]
_Broken = tuple[datetime, int, BrokenBy]  # when it begins, and its id


@dataclass(frozen=True, slots=True)
class _Booked:
    """A booked appointment, as far as it matters here."""

    id: int
    start: datetime
    end: datetime
    needs: str
    extended: bool  # all of it is served in extended hours too
    offered: bool  # all of it is in the catalogue still


def broken_in(session: Session, room: Room, since: date | None = None, until: date | None = None) -> tuple[int, ...]:
    """The ids of booked appointments that cannot be kept as the plan stands in the caller's transaction, by their time.

    That is: it is closed then, an item is not served in those hours or at all any more, or there are fewer people who
    can than were booked; then those who took their slot last are broken. Urgent ones stand apart from hours and roster:
    they are broken when whoever was called in will not be there. The share of walk-ins is not asked for. Flush what has
    been changed before; nothing is changed here.
    """
    return tuple(broken_because(session, room, since, until))


def broken_because(
    session: Session, room: Room, since: date | None = None, until: date | None = None
) -> dict[int, BrokenBy]:
    """The same with what broke each."""
    conditions = _booked_within(room, since, until)
    found: list[_Broken] = [(start, one, "people") for one, start in deserted(session, room, conditions).items()]
    booked = _booked(session, conditions)
    if booked:
        opening = read_opening(session, room, min(booked), max(booked))
        on_duty = servers_on(session, room, min(booked), max(booked), opening.calendar.working)
        for day, of_day in booked.items():
            found += _broken_on(room, day, of_day, opening, on_duty[day])
    return {one: why for _, one, why in sorted(found)}


def broken_views(session: Session, room: Room, since: date | None = None) -> tuple[BookingView, ...]:
    """The same as views, which say what broke each."""
    why = broken_because(session, room, since)
    found = {one.id: one for one in appointments_of(session, why)}
    views = views_of(session, room, [found[one] for one in why])
    return tuple(replace(view, broken_by=why[view.id]) for view in views)


def tell_broken(session: Session, room: Room, one: Appointment, now: datetime) -> bool:
    """Tell who booked that the appointment cannot be kept and that somebody will call, once for each time of it.

    False when that was told before.
    """
    assert one.resident_id is not None  # a booked appointment is somebody's
    resident = session.get_one(Resident, one.resident_id)
    return tell_booking(session, room, one, "hours_changed", f"hours_changed/{one.moves}", resident, now)


def appointments_of(session: Session, ids: Collection[int]) -> Sequence[Appointment]:
    """The appointments of these ids."""
    return session.scalars(select(Appointment).where(Appointment.id.in_(ids)).order_by(Appointment.id)).all()


def _booked_within(room: Room, since: date | None, until: date | None) -> list[ColumnElement[bool]]:
    conditions = [
        Appointment.centre == room.centre,
        Appointment.state == AppointmentState.BOOKED,
        Appointment.ended_at.is_(None),  # the index of what is open says so
    ]
    if since is not None:
        conditions.append(Appointment.day >= since)
    if until is not None:
        conditions.append(Appointment.day <= until)
    return conditions


def _booked(session: Session, conditions: Collection[ColumnElement[bool]]) -> dict[date, list[_Booked]]:
    """What is booked of each day, in the order the slots were taken. Urgent ones take none."""
    limited = (
        select(AppointmentItem.appointment_id, Item.offered)
        .join(Appointment, Appointment.id == AppointmentItem.appointment_id)
        .join(Item, and_(Item.centre == AppointmentItem.centre, Item.code == AppointmentItem.item))
        .where(*conditions, or_(Item.extended_hours.is_(False), Item.offered.is_(False)))
    )
    regular_only: set[int] = set()
    withdrawn: set[int] = set()
    for one, offered in session.execute(limited):
        (regular_only if offered else withdrawn).add(one)
    query = (
        select(Appointment.day, Appointment.id, SlotUse.start_at, SlotUse.end_at, SlotUse.needs)
        .join(SlotUse, and_(SlotUse.appointment_id == Appointment.id, SlotUse.until.is_(None)))
        .where(*conditions)
        .order_by(SlotUse.id)
    )
    found: dict[date, list[_Booked]] = defaultdict(list)
    for day, one, start, end, needs in session.execute(query):
        found[day].append(_Booked(one, start, end, needs, one not in regular_only, one not in withdrawn))
    return found


def _broken_on(
    room: Room, day: date, booked: list[_Booked], opening: OpeningRules, on_duty: OnDay
) -> Iterator[_Broken]:
    clock = DayClock(room, day)

    @cache  # the bookings of a day need few different lines
    def served(needs: str, extended: bool) -> tuple[Span, ...]:
        return slots.shared([clock.spans(opening.on(day, line)) for line in needs], extended=extended)

    possible: list[tuple[_Booked, Use]] = []
    for one in booked:
        use = Use(clock.minute(one.start), clock.minute(one.end), one.needs)
        if not slots.covered(served(one.needs, True), use.start, use.end):
            yield one.start, one.id, "closed"
        elif one.offered and slots.covered(served(one.needs, one.extended), use.start, use.end):
            possible.append((one, use))
        else:
            yield one.start, one.id, "items"
    fits = slots.kept(clock.servers(on_duty.servers), [use for _, use in possible])
    for (one, _), kept in zip(possible, fits, strict=True):
        if not kept:
            yield one.start, one.id, "people"
