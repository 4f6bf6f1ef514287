"""Appointments as screens and commands show them, and how a verb finds the one it speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Appointment, AppointmentItem, BookingRules, Item, Message, Resident, Staff, Ticket
from terminal.office.booking_views import BookedItem, BookingView
from terminal.office.codes import CODE_LENGTH
from terminal.office.people_reading import shown_number
from terminal.office.room import LARGEST_ID, Room
from terminal.rules.booking import Window, check_in_window
from terminal.store.vault import Vault

BATCH = 1000  # a database takes so many thousand parameters in a statement and no more


def appointment_of(session: Session, room: Room, which: int | str, *, lock: bool = False) -> Appointment:
    """The appointment of that id, or of the code on its slip. With ``lock`` nobody else changes it until the verb ends.

    Raises Refusal when there is none.
    """
    text = str(which).strip().upper()
    query = select(Appointment).where(Appointment.centre == room.centre, _named(text))
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise Refusal(
            "There is no appointment {appointment}.", "Use the code that was given with it.", appointment=text
        )
    return found


def _named(text: str) -> ColumnElement[bool]:
    """A code holds a letter behind its first character, so it is never an id."""
    if text.isdecimal() and len(text) < 20:
        return Appointment.id == min(int(text), LARGEST_ID)
    return Appointment.code == text[: 2 * CODE_LENGTH]


def window_of(room: Room, rules: BookingRules, appointment: Appointment) -> Window:
    """When it may be checked in."""
    begins, ends = room.span(appointment.day, appointment.day)
    return check_in_window(
        appointment.start_at, begins, ends, early_minutes=rules.early_minutes, grace_minutes=rules.grace_minutes
    )


def views_of(session: Session, room: Room, appointments: Sequence[Appointment]) -> tuple[BookingView, ...]:
    """The appointments as they stand in the caller's transaction, in their order; a few statements for hundreds."""
    found: list[BookingView] = []
    for first in range(0, len(appointments), BATCH):
        batch = appointments[first : first + BATCH]
        around = _read(session, room, batch)
        found += (_view(room, one, around) for one in batch)
    return tuple(found)


def view_of(session: Session, room: Room, appointment: Appointment) -> BookingView:
    """One of them."""
    return views_of(session, room, [appointment])[0]


def titles_of(session: Session, appointment: Appointment) -> tuple[str, ...]:
    """The short names of an appointment's items, in order."""
    query = (
        select(Item.short)
        .join(AppointmentItem, and_(Item.centre == AppointmentItem.centre, Item.code == AppointmentItem.item))
        .where(AppointmentItem.appointment_id == appointment.id)
        .order_by(AppointmentItem.position)
    )
    return tuple(session.scalars(query))


@dataclass(frozen=True, slots=True)
class _Around:
    """What belongs to some appointments, by their ids or the keys they carry."""

    rules: BookingRules
    vault: Vault
    items: Mapping[int, list[BookedItem]]
    residents: Mapping[int, Resident]
    staff: Mapping[str, str]
    tickets: Mapping[int, str]
    told: Mapping[int, tuple[str, str]]


def _read(session: Session, room: Room, appointments: Sequence[Appointment]) -> _Around:
    ids = [one.id for one in appointments]
    people = select(Resident).where(Resident.id.in_({one.resident_id for one in appointments}))
    tickets = select(Ticket).where(Ticket.id.in_({one.ticket_id for one in appointments}))
    names = select(Staff.code, Staff.name).where(
        Staff.centre == room.centre, Staff.code.in_({one.staff for one in appointments})
    )
    return _Around(
        rules=session.get_one(BookingRules, room.centre),
        vault=room.vault(session),
        items=_items(session, ids),
        residents={one.id: one for one in session.scalars(people)},
        staff=dict(session.execute(names).all()),
        tickets={one.id: one.number for one in session.scalars(tickets)},
        told=_told(session, ids),
    )


def _items(session: Session, ids: Collection[int]) -> dict[int, list[BookedItem]]:
    query = (
        select(AppointmentItem.appointment_id, Item.code, Item.name, Item.minutes)
        .join(Item, and_(Item.centre == AppointmentItem.centre, Item.code == AppointmentItem.item))
        .where(AppointmentItem.appointment_id.in_(ids))
        .order_by(AppointmentItem.appointment_id, AppointmentItem.position)
    )
    found: dict[int, list[BookedItem]] = defaultdict(list)
    for appointment, code, title, minutes in session.execute(query):
        found[appointment].append(BookedItem(code, title, minutes))
    return found


def _told(session: Session, ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """How the last message about each one stands, and what it tells."""
    last = select(func.max(Message.id)).where(Message.appointment_id.in_(ids)).group_by(Message.appointment_id)
    query = select(Message.appointment_id, Message.state, Message.template).where(Message.id.in_(last))
    return {one: (state, template) for one, state, template in session.execute(query) if one is not None}


def _view(room: Room, one: Appointment, around: _Around) -> BookingView:
    window = window_of(room, around.rules, one)
    resident = around.residents.get(one.resident_id or 0)
    told, told_of = around.told.get(one.id, ("", ""))

    def local(moment: datetime | None) -> datetime | None:
        return room.local(moment) if moment is not None else None

    return BookingView(
        id=one.id,
        code=one.code,
        state=one.state,
        channel=one.channel,
        day=one.day,
        start=room.local(one.start_at),
        end=room.local(one.end_at),
        items=tuple(around.items.get(one.id, ())),
        line=one.line,
        resident_id=one.resident_id,
        name=resident.name if resident else "",
        masked_number=shown_number(around.vault, resident) if resident else "",
        phone=resident.phone if resident else "",
        urgent=one.urgent,
        staff=one.staff,
        staff_name=around.staff.get(one.staff or "", ""),
        counter=one.counter,
        ticket=around.tickets.get(one.ticket_id or 0),
        made_by=one.made_by,
        made_at=room.local(one.made_at),
        held_until=local(one.held_until),
        moves=one.moves,
        reason=one.reason,
        check_in_from=room.local(window.opens),
        check_in_until=room.local(window.closes),
        told=told,
        told_of=told_of,
    )
