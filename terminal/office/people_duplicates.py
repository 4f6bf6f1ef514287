"""Who may be one person: of somebody about to be entered, and of all who are known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from terminal.model import Resident
from terminal.office.people_entering import living
from terminal.office.people_views import PersonEntry
from terminal.office.room import Room
from terminal.rules import documents, person_name, phone
from terminal.rules.documents import DocumentKind
from terminal.store.vault import KeyMissing

MOST: Final = 500


def alike(session: Session, room: Room, entry: PersonEntry, limit: int) -> list[Resident]:
    """Who may be the person that is being entered; who has the very number first. Tells nothing of a half entry."""
    kind = DocumentKind(entry.document) if entry.document in tuple(DocumentKind) else DocumentKind.RESIDENT
    number = documents.normalised(kind, entry.number)
    sound = bool(number) and documents.fault(kind, number) is None
    known = _of_number(session, room, kind, number) if sound else []
    birth = (documents.birth_of(kind, number) if sound else None) or entry.birth
    name, call = person_name.plain(entry.name), phone.normalised(entry.phone)
    same = []
    if name:
        born = or_(Resident.birth == birth, Resident.birth.is_(None)) if birth else Resident.birth.is_(None)
        same.append(and_(Resident.name == name, born))
    if phone.kind(call) is not None:
        same.append(Resident.phone == call)
    for condition in same:  # each along its own index
        query = select(Resident).where(Resident.centre == room.centre, Resident.merged_into.is_(None), condition)
        known += session.scalars(query.order_by(Resident.id).limit(limit))
    return list(dict.fromkeys(known))[:limit]


def duplicates(session: Session, room: Room, limit: int) -> Iterator[tuple[Resident, Resident]]:
    """Pairs of one name that may be one person, the one to keep first: one gave no number, or another document's, and
    birth or telephone are the same.
    """
    kept, gone = aliased(Resident), aliased(Resident)
    same_phone = and_(gone.phone != "", kept.phone == gone.phone)
    nameless = and_(
        gone.number_hash.is_(None),
        or_(kept.number_hash.is_not(None), kept.id < gone.id),
        or_(same_phone, kept.birth == gone.birth),
    )
    another = and_(
        gone.number_hash.is_not(None), gone.document != DocumentKind.RESIDENT, kept.number_hash.is_not(None),
        or_(kept.document == DocumentKind.RESIDENT, kept.id < gone.id),
        kept.document != gone.document, kept.birth == gone.birth,
    )  # fmt: skip
    for which in (nameless, another):
        query = (
            select(kept, gone)
            .join(gone, and_(gone.centre == kept.centre, gone.name == kept.name, gone.id != kept.id))
            .where(kept.centre == room.centre, kept.merged_into.is_(None), gone.merged_into.is_(None), which)
            .order_by(gone.id, kept.id)
            .limit(limit)
        )
        yield from ((one, other) for one, other in session.execute(query))


def _of_number(session: Session, room: Room, kind: DocumentKind, number: str) -> list[Resident]:
    try:
        found_by = room.vault(session).found_by(documents.key(documents.settled(kind, number), number))
    except KeyMissing:
        return []  # entering will say so; here it only finds nobody
    query = select(Resident).where(Resident.centre == room.centre, Resident.number_hash == found_by)
    return [living(session, one, lock=False) for one in session.scalars(query)]
