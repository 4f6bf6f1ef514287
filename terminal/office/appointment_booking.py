"""Taking slots: what booking, holding, confirming and moving share. All of it runs in the verb's own transaction.

Whoever takes a slot shares the plan (``capacity.share_plan``), then locks the appointment, the day, the resident, in
this order: nobody waits in a circle, and of the last slot there is one taker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import (
    Appointment,
    AppointmentItem,
    AppointmentState,
    BookingDay,
    BookingRules,
    Channel,
    Resident,
    SlotUse,
)
from terminal.office.appointment_reading import titles_of
from terminal.office.appointment_slots import SlotBook, Wanted, wanted
from terminal.office.booking_views import ResidentEntry, Slot
from terminal.office.capacity import share_plan
from terminal.office.codes import new_code
from terminal.office.message_texts import moment_text
from terminal.office.outbox import tell
from terminal.office.people_entering import put_resident
from terminal.office.people_standing import standings
from terminal.office.room import Room
from terminal.store.upsert import upsert


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be booked, through which channel, and by whom it is entered."""

    items: tuple[str, ...]
    start: datetime
    channel: str
    by: str
    import_ref: str | None = None


def look(session: Session, room: Room, asked: Asked) -> None:
    """See whether it could be booked as things stand: whoever comes too late then waits for nobody and holds nobody up.

    Raises as ``book`` does. Whether it still can be is found out under the locks.
    """
    rules = session.get_one(BookingRules, room.centre)
    wish = _wish(session, room, asked, rules)
    day = room.day(asked.start)
    SlotBook(session, room, rules, day, day, room.now()).slot(asked.start, wish)


def book(session: Session, room: Room, asked: Asked, entry: ResidentEntry) -> Appointment:
    """Book a slot for a resident. Raises SlotFull, or Refusal for whatever else stands against it."""
    rules, wish = _begin(session, room, asked)
    now, slot = claim_slot(session, room, rules, asked.start, wish)
    resident = put_resident(session, room, entry, now)
    check_standing(session, room, rules, resident, now)
    check_elsewhere(session, resident.id, slot, now)
    made = _add(session, room, asked, wish, slot, now, resident=resident)
    tell_booking(session, room, made, "booked", f"booked/{made.moves}", resident, now)
    _note(session, room, "book", made, asked, wish, now)
    return made


def hold(session: Session, room: Room, asked: Asked) -> Appointment:
    """Keep a slot for the minutes that entering takes; it is free again by itself. Raises as ``book`` does."""
    rules, wish = _begin(session, room, asked)
    now, slot = claim_slot(session, room, rules, asked.start, wish)
    until = now + timedelta(minutes=rules.hold_minutes)
    made = _add(session, room, asked, wish, slot, now, held_until=until)
    _note(session, room, "hold", made, asked, wish, now)
    return made


def check_standing(session: Session, room: Room, rules: BookingRules, resident: Resident, now: datetime) -> None:
    """Refuse whoever is barred for missed appointments, or has too many ahead."""
    _, barred = standings(session, room, [resident.id], now).get(resident.id, (0, None))
    if barred is not None:
        raise Refusal(
            "Too many appointments were missed: none can be booked ahead until {day}.",
            "Take a number instead; that is always possible.",
            day=barred,
        )
    ahead = len(_ahead(session, resident.id, now))
    if ahead >= rules.most_open:
        raise Refusal(
            "The resident has {count} appointments ahead already.",
            "Put the items into one of them, or cancel one.",
            count=ahead,
        )


def check_elsewhere(session: Session, resident: int, slot: Slot, now: datetime, *, but: int | None = None) -> None:
    """Refuse when the resident is booked elsewhere at that time; ``but`` is the appointment in hand."""
    for other in _ahead(session, resident, now):
        if other.id != but and other.start_at < slot.end and slot.start < other.end_at:
            raise Refusal(
                "The resident has another appointment at that time: {code}.",
                "Move that one, or choose another time.",
                code=other.code,
            )


def claim_slot(
    session: Session, room: Room, rules: BookingRules, start: datetime, wish: Wanted, taker: Appointment | None = None
) -> tuple[datetime, Slot]:
    """Lock the day and see that the slot is free; the moment this was found out, and the slot.

    ``taker`` is the appointment that takes it, if there is one: what it has already may be given up for it.
    """
    day = room.day(start)
    _lock_day(session, room, day)
    now = room.now()  # after the wait
    book = SlotBook(session, room, rules, day, day, now, without=taker.id if taker else None)
    held = taker is not None and taker.held_until is not None and taker.held_until > now
    return now, book.slot(start, wish, asked_at=taker.made_at if taker and held else None)


def put_use(session: Session, appointment: Appointment, needs: str, *, until: datetime | None, later: datetime) -> None:
    """Let an appointment take its time from its day. What it took of other times before is free from ``later`` on."""
    uses = session.scalars(select(SlotUse).where(SlotUse.appointment_id == appointment.id)).all()
    for old in uses:
        session.delete(old)
        ends = later if old.until is None else old.until
        for start, end in _around(old, appointment):
            session.add(_use(appointment, old.day, start, end, old.needs, ends))
    session.add(_use(appointment, appointment.day, appointment.start_at, appointment.end_at, needs, until))
    session.flush()


def free_use(session: Session, appointment: Appointment, at: datetime) -> None:
    """What an appointment takes is free from a moment on."""
    uses = select(SlotUse).where(SlotUse.appointment_id == appointment.id)
    for use in session.scalars(uses):
        if use.until is None or use.until > at:
            use.until = at
    session.flush()


def items_of(session: Session, appointment: Appointment) -> tuple[str, ...]:
    """The codes of an appointment's items, in order."""
    query = (
        select(AppointmentItem.item)
        .where(AppointmentItem.appointment_id == appointment.id)
        .order_by(AppointmentItem.position)
    )
    return tuple(session.scalars(query))


def tell_booking(
    session: Session, room: Room, appointment: Appointment, template: str, event: str, resident: Resident, now: datetime
) -> bool:
    """Tell the resident of an appointment, once for each ``event`` of it; of no use when its time has come.

    False when it was told before, or comes too late.
    """
    values = {
        "when": moment_text(room.local(appointment.start_at)),
        "items": "、".join(titles_of(session, appointment)),
        "code": appointment.code,
    }
    return tell(
        session, room, template, f"appointment/{appointment.id}/{event}", values,
        at=now, resident=resident, appointment=appointment.id, expires_at=appointment.start_at,
    )  # fmt: skip


def _ahead(session: Session, resident: int, now: datetime) -> Sequence[Appointment]:
    """What a resident has booked that is not over."""
    query = select(Appointment).where(
        Appointment.resident_id == resident,
        Appointment.state == AppointmentState.BOOKED,
        Appointment.end_at > now,
    )
    return session.scalars(query).all()


def _begin(session: Session, room: Room, asked: Asked) -> tuple[BookingRules, Wanted]:
    rules = share_plan(session, room)
    return rules, _wish(session, room, asked, rules)


def _wish(session: Session, room: Room, asked: Asked, rules: BookingRules) -> Wanted:
    if asked.channel not in set(Channel):
        raise Refusal(
            "There is no channel {channel}.", "Use one of: {known}.", channel=asked.channel, known=", ".join(Channel)
        )
    room.check_by(session, asked.by)
    if asked.import_ref is not None:
        _check_import(session, room, asked.import_ref)
    return wanted(session, room, asked.items, rules.most_items)


def _check_import(session: Session, room: Room, ref: str) -> None:
    query = select(Appointment.code).where(Appointment.centre == room.centre, Appointment.import_ref == ref)
    known = session.scalars(query).one_or_none()
    if known is not None:
        raise Refusal("It has been taken in already, as {code}.", "Nothing is to be done.", code=known)


def _lock_day(session: Session, room: Room, day: date) -> None:
    """Nobody else takes a slot of the day until the verb ends."""
    put = upsert(session.get_bind().dialect, BookingDay).values(centre=room.centre, day=day)
    session.execute(put.on_conflict_do_update(index_elements=["centre", "day"], set_={"day": put.excluded.day}))


def _add(
    session: Session,
    room: Room,
    asked: Asked,
    wish: Wanted,
    slot: Slot,
    now: datetime,
    *,
    resident: Resident | None = None,
    held_until: datetime | None = None,
) -> Appointment:
    made = Appointment(
        centre=room.centre, code=new_code(), resident_id=resident.id if resident else None, channel=asked.channel,
        state=AppointmentState.BOOKED if resident else AppointmentState.HELD, day=room.day(slot.start),
        start_at=slot.start.astimezone(UTC), end_at=slot.end.astimezone(UTC), line=wish.items[0].line, urgent=False,
        staff=None, counter=None, made_by=asked.by, made_at=now, held_until=held_until, ended_at=None, moves=0,
        reason="", import_ref=asked.import_ref, ticket_id=None,
    )  # fmt: skip
    session.add(made)
    session.flush()
    session.add_all(
        AppointmentItem(appointment_id=made.id, position=position, centre=room.centre, item=item.code)
        for position, item in enumerate(wish.items)
    )
    put_use(session, made, wish.needs, until=held_until, later=now)
    return made


def _use(
    appointment: Appointment, day: date, start: datetime, end: datetime, needs: str, until: datetime | None
) -> SlotUse:
    return SlotUse(
        appointment_id=appointment.id, centre=appointment.centre, day=day, start_at=start, end_at=end, needs=needs,
        until=until,
    )  # fmt: skip


def _around(old: SlotUse, new: Appointment) -> list[tuple[datetime, datetime]]:
    """What is left of an old time beside the new one: its holder cannot keep others from what it takes itself."""
    pieces = ((old.start_at, min(old.end_at, new.start_at)), (max(old.start_at, new.end_at), old.end_at))
    return [(start, end) for start, end in pieces if start < end]


def _note(
    session: Session, room: Room, verb: str, made: Appointment, asked: Asked, wish: Wanted, now: datetime
) -> None:
    after = {
        "code": made.code, "start": made.start_at.isoformat(), "items": wish.codes,
        "channel": made.channel, "resident": made.resident_id,
    }  # fmt: skip
    room.note(session, verb, "appointment", made.id, at=now, who=asked.by, after=after)
