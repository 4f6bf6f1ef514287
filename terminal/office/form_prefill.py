"""What a form is filled in with before anybody types: what is known of the case, the resident, the item, the hall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, FormEntry, Handling, Resident
from terminal.office.case_finding import case_of
from terminal.office.notice_facts import Facts, facts_of_case, facts_of_centre, facts_of_item, facts_of_resident
from terminal.office.people_reading import resident_of
from terminal.office.room import Room


@dataclass(frozen=True, slots=True)
class Subject:
    """What a form is about; each may be unknown."""

    item: str | None = None
    case: Case | None = None
    handling: Handling | None = None
    resident: Resident | None = None


def subject_of(
    session: Session, room: Room, *,
    item: str | None, case: int | str | None, handling: int | None, resident: int | None,
) -> Subject:  # fmt: skip
    """Look it up. Raises Refusal for what there is not."""
    found = case_of(session, room, case) if case is not None else None
    served = None
    if handling is not None:
        served = session.scalars(
            select(Handling).where(Handling.id == handling, Handling.centre == room.centre)
        ).one_or_none()
        if served is None:
            raise Refusal("There is no handling {handling}.", "Begin the item first.", handling=handling)
    who = resident_of(session, room, resident) if resident is not None else None
    if who is None and found is not None:
        who = session.get_one(Resident, found.resident_id)
    code = item or (found.item if found else None) or (served.item if served else None)
    return Subject(code, found, served, who)


def subject_of_entry(session: Session, room: Room, entry: FormEntry) -> Subject:
    """What an entry is about."""
    return subject_of(
        session, room, item=entry.item, case=entry.case_id, handling=entry.handling_id, resident=entry.resident_id
    )


def known_facts(session: Session, room: Room, subject: Subject, at: datetime, by: str) -> Facts:
    """A value for each source that is known."""
    if subject.case is not None:
        return facts_of_case(session, room, subject.case, at, by, None)
    facts = facts_of_centre(session, room, at, by or (subject.handling.staff or "" if subject.handling else ""))
    if subject.item is not None:
        facts |= facts_of_item(room.item(session, subject.item))
    if subject.resident is not None:
        facts |= facts_of_resident(session, room, subject.resident, at)
    return facts
