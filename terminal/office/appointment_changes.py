"""What may become of an appointment before its day: confirmed, released, moved, cancelled; each in its transaction."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Appointment, BookingRules, Resident
from terminal.office.appointment_booking import (
    check_elsewhere,
    check_standing,
    claim_slot,
    free_use,
    items_of,
    put_use,
    tell_booking,
)
from terminal.office.appointment_reading import appointment_of, window_of
from terminal.office.appointment_slots import Wanted, wanted
from terminal.office.booking_views import ResidentEntry
from terminal.office.capacity import share_plan
from terminal.office.capacity_broken import broken_in, tell_broken
from terminal.office.outbox import withdraw
from terminal.office.people_entering import put_resident
from terminal.office.room import Room
from terminal.office.urgent import send_home


def confirm(session: Session, room: Room, which: int | str, entry: ResidentEntry, by: str) -> Appointment:
    """Book what was held for a resident. A hold that lapsed is booked only while its slot is still free.

    Raises SlotFull, or Refusal.
    """
    rules, found, wish = _in_hand(session, room, which, "confirm", by)
    now, slot = claim_slot(session, room, rules, found.start_at, wish, found)
    resident = put_resident(session, room, entry, now)
    check_standing(session, room, rules, resident, now)
    check_elsewhere(session, resident.id, slot, now)
    before = _state(found)
    found.confirm(resident.id)
    found.end_at = slot.end.astimezone(UTC)
    put_use(session, found, wish.needs, until=None, later=now)
    tell_booking(session, room, found, "booked", f"booked/{found.moves}", resident, now)
    _note(session, room, "confirm", found, by, now, before)
    return found


def release(session: Session, room: Room, which: int | str, by: str) -> Appointment:
    """Give a hold up; its slot is free at once."""
    now = room.now()
    found = appointment_of(session, room, which, lock=True)
    room.check_by(session, by)
    before = _state(found)
    found.release(now)
    free_use(session, found, now)
    _note(session, room, "release", found, by, now, before)
    return found


def move(session: Session, room: Room, which: int | str, start: datetime, by: str) -> Appointment:
    """To another slot, under the same code. The old one is free again after a delay, against the trade in slots, or at
    once where the appointment could not have been kept there. Raises SlotFull, or Refusal.
    """
    rules, found, wish = _in_hand(session, room, which, "move", by)
    if found.start_at == start:
        raise Refusal("Appointment {code} is at that time already.", "Choose another time.", code=found.code)
    broken = _is_broken(session, room, found)
    if found.start_at <= room.now() and not broken:
        raise Refusal("The time of appointment {code} has come.", "Check it in, or book another.", code=found.code)
    now, slot = claim_slot(session, room, rules, start, wish, found)
    resident = _resident(session, found)
    check_elsewhere(session, resident.id, slot, now, but=found.id)
    before = _state(found)
    found.move(room.day(slot.start), slot.start.astimezone(UTC), slot.end.astimezone(UTC))
    put_use(session, found, wish.needs, until=None, later=_free_at(rules, now, at_once=broken))
    withdraw(session, room, found.id, at=now)
    tell_booking(session, room, found, "moved", f"moved/{found.moves}", resident, now)
    _note(session, room, "move", found, by, now, before)
    return found


def cancel(session: Session, room: Room, which: int | str, reason: str, by: str) -> Appointment:
    """It will not take place; its slot is free as after a move."""
    found = appointment_of(session, room, which, lock=True)
    found.may("cancel")
    room.check_by(session, by)
    now = room.now()
    rules = session.get_one(BookingRules, room.centre)
    broken = _is_broken(session, room, found)
    if now > window_of(room, rules, found).closes and not broken:
        raise Refusal("The time of appointment {code} is over.", "It counts as missed.", code=found.code)
    before = _state(found)
    found.cancel(reason, now)
    free_use(session, found, _free_at(rules, now, at_once=broken))
    withdraw(session, room, found.id, at=now)
    send_home(session, room, found, now)
    tell_booking(session, room, found, "cancelled", "cancelled", _resident(session, found), now)
    _note(session, room, "cancel", found, by, now, before)
    return found


def tell_of_break(session: Session, room: Room, which: int | str, by: str) -> Appointment:
    """Tell who booked that it cannot be kept, once for each time it was booked for."""
    found = appointment_of(session, room, which, lock=True)
    room.check_by(session, by)
    now = room.now()
    if not _is_broken(session, room, found):
        raise Refusal("Appointment {code} can be kept.", "There is nothing to tell.", code=found.code)
    if found.start_at <= now:
        raise Refusal("The time of appointment {code} has come.", "Ring the person instead.", code=found.code)
    if not tell_broken(session, room, found, now):
        raise Refusal(
            "It was told already that appointment {code} cannot be kept.", "Move it, cancel it, or ring the person.",
            code=found.code,
        )  # fmt: skip
    room.note(session, "tell", "appointment", found.id, at=now, who=by, after={"code": found.code, **_state(found)})
    return found


def _in_hand(
    session: Session, room: Room, which: int | str, verb: str, by: str
) -> tuple[BookingRules, Appointment, Wanted]:
    rules = share_plan(session, room)
    found = appointment_of(session, room, which, lock=True)
    found.may(verb)
    room.check_by(session, by)
    return rules, found, wanted(session, room, items_of(session, found), rules.most_items)


def _is_broken(session: Session, room: Room, found: Appointment) -> bool:
    return found.id in broken_in(session, room, found.day, found.day)


def _free_at(rules: BookingRules, now: datetime, *, at_once: bool) -> datetime:
    return now if at_once else now + timedelta(minutes=rules.release_minutes)


def _resident(session: Session, found: Appointment) -> Resident:
    """Whose it is, locked: nobody books for the same person meanwhile."""
    assert found.resident_id is not None  # a booked appointment is somebody's
    return session.get_one(Resident, found.resident_id, with_for_update={"key_share": True}, populate_existing=True)


def _state(found: Appointment) -> dict[str, object]:
    return {"state": found.state, "start": found.start_at.isoformat(), "resident": found.resident_id}


def _note(
    session: Session, room: Room, verb: str, found: Appointment, by: str, now: datetime, before: dict[str, object]
) -> None:
    session.flush()
    after = {"code": found.code, **_state(found)}
    room.note(session, verb, "appointment", found.id, at=now, who=by, before=before, after=after)
