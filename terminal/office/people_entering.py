"""Entering residents: each once, however often and by however many at the same moment."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Resident
from terminal.office.booking_views import ResidentEntry
from terminal.office.people_checks import Checked, checked
from terminal.office.people_views import PersonEntry
from terminal.office.room import Room
from terminal.office.turns import take_turn
from terminal.rules import documents
from terminal.store.name_initials import initials_of
from terminal.store.vault import SealedNumber

KEPT_IN = ("phone", "birth", "sex", "nation", "address", "community", "note")  # fields that are stored as checked


def put_resident(session: Session, room: Room, entry: ResidentEntry, now: datetime) -> Resident:
    """``put_person`` for whoever was entered with name, number and telephone alone."""
    person = PersonEntry(name=entry.name, number=entry.number, phone=entry.phone)
    return put_person(session, room, person, now)


def put_person(session: Session, room: Room, entry: PersonEntry, now: datetime) -> Resident:
    """The resident of that number, or else of that name and telephone; a new one when there is none.

    What was said last counts, and what was not said stays. Runs in the caller's transaction, which has the row locked
    afterwards; of two that enter one person at the same moment one waits. Who was merged into another is that other.
    Raises Refusal for an entry that cannot be right, KeyMissing for a number while the key is away.
    """
    said = checked(entry, room.day(now))
    if said.number:
        return _by_number(session, room, said, now)
    found = _by_phone(session, room, said.name, said.phone)
    if found is None:
        found = _new(session, room, said, now)
    take_over(found, said)
    session.flush()
    return found


def take_over(resident: Resident, said: Checked) -> bool:
    """Let what was said count, but for the number; what was not said stays. Whether that changed anything: the version
    is then one more.
    """
    fields = {field: value for field in KEPT_IN if (value := getattr(said, field))}
    if said.name:
        fields["name"] = said.name
    if said.name and (said.name != resident.name or not resident.initials):
        fields["initials"] = initials_of(said.name)
    changed = [field for field, value in fields.items() if getattr(resident, field) != value]
    for field in changed:
        setattr(resident, field, fields[field])
    if changed and resident.id is not None:  # one that is new begins at the first
        resident.version += 1
    return bool(changed)


def give_number(resident: Resident, said: Checked, sealed: SealedNumber) -> None:
    """Let the resident be known by that document."""
    resident.document = said.kind
    resident.number_sealed, resident.number_hash, resident.tail_hash = sealed.sealed, sealed.hash, sealed.tail


def living(session: Session, resident: Resident, *, lock: bool = True) -> Resident:
    """Whom an entry stands for: itself, or the one it was merged into; that one's row is locked."""
    while resident.merged_into is not None:
        resident = session.get_one(Resident, resident.merged_into, with_for_update=lock or None, populate_existing=lock)
    return resident


def _by_number(session: Session, room: Room, said: Checked, now: datetime) -> Resident:
    vault = room.vault(session)
    sealed = vault.sealed_number(said.number, said.kind)
    query = select(Resident).where(Resident.centre == room.centre, Resident.number_hash == sealed.hash)
    query = query.with_for_update()
    found = session.scalars(query).one_or_none()
    if found is None:
        _take_turn(session, room, documents.key(said.kind, said.number))
        found = session.scalars(query).one_or_none() or _nameless(session, room, said)
    found = living(session, found) if found is not None else _new(session, room, said, now)
    if found.number_hash is None:
        give_number(found, said, sealed)
    take_over(found, said)
    session.flush()
    return found


def _new(session: Session, room: Room, said: Checked, now: datetime) -> Resident:
    found = Resident(
        centre=room.centre, name=said.name, initials=initials_of(said.name), phone=said.phone, since=now
    )  # fmt: skip
    session.add(found)
    return found


def _nameless(session: Session, room: Room, said: Checked) -> Resident | None:
    """Who was known by that name and telephone until now, without a number."""
    if not said.phone:
        return None
    found = _by_phone(session, room, said.name, said.phone)
    return found if found is not None and found.number_hash is None else None


def _by_phone(session: Session, room: Room, name: str, call: str) -> Resident | None:
    """Who has that name and telephone; the number's absence goes first, then who was entered first."""
    _take_turn(session, room, call)
    query = (
        select(Resident)
        .where(Resident.centre == room.centre, Resident.phone == call, Resident.name == name)
        .order_by(Resident.merged_into.is_not(None), Resident.number_hash.is_not(None), Resident.id)
        .limit(1)
        .with_for_update()
    )
    found = session.scalars(query).one_or_none()
    return None if found is None else living(session, found)


def _take_turn(session: Session, room: Room, key: str) -> None:
    """Whoever is about to enter somebody new waits for who enters the same number or telephone."""
    take_turn(session, room, f"resident/{key}")
