"""Damage that a database's own check cannot see in what is sealed, and contradictions among residents."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session, aliased

from terminal.model import Resident, ResidentKey, ResidentLink
from terminal.rules import documents
from terminal.rules.documents import DocumentKind
from terminal.store.key_file import key_folder
from terminal.store.vault import TAIL, KeyMissing, Vault

_AT_ONCE = 1000  # rows


def resident_faults(session: Session, centre: str | None) -> list[str]:
    """Numbers that do not open or are found by a wrong hash, merges that cannot be, links with one side only.

    Without a centre's key its numbers are not looked at, and that is told.
    """
    keys = select(ResidentKey)
    if centre is not None:
        keys = keys.where(ResidentKey.centre == centre)
    faults = []
    for key in session.scalars(keys.order_by(ResidentKey.centre)):
        vault = Vault(key.key_id, key_folder())
        try:
            vault.check()
        except KeyMissing as missing:
            faults.append(str(missing))
            continue
        faults += _numbers(session, key.centre, vault)
    return [*faults, *_merged(session, centre), *_links(session, centre)]


def _numbers(session: Session, centre: str, vault: Vault) -> Iterator[str]:
    columns = (Resident.number_hash, Resident.number_sealed, Resident.tail_hash)
    query = (
        select(Resident.id, Resident.document, *columns)
        .where(Resident.centre == centre, or_(*(column.is_not(None) for column in columns)))
        .order_by(Resident.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    for row in session.execute(query):
        if None in (row.number_hash, row.number_sealed, row.tail_hash):
            yield f"resident {row.id}: the number is there in part"
            continue
        try:
            number = vault.open(row.number_sealed)
        except KeyMissing:
            yield f"resident {row.id}: the number does not open"
            continue
        found_by = vault.found_by(documents.key(DocumentKind(row.document), number))
        if (found_by, vault.tail(number[-TAIL:])) != (row.number_hash, row.tail_hash):
            yield f"resident {row.id}: the number is not found by what it is found by"


def _merged(session: Session, centre: str | None) -> Iterator[str]:
    """Nobody is one with themselves, or with somebody of another centre."""
    kept = aliased(Resident)
    query = select(Resident.id, kept.id).join(kept, kept.id == Resident.merged_into)
    query = query.where(or_(kept.centre != Resident.centre, kept.id == Resident.id))
    if centre is not None:
        query = query.where(Resident.centre == centre)
    for gone, one in session.execute(query):
        yield f"resident {gone}: merged into {one}, which cannot be"


def _links(session: Session, centre: str | None) -> Iterator[str]:
    back = aliased(ResidentLink)
    other_side = exists().where(back.resident_id == ResidentLink.other_id, back.other_id == ResidentLink.resident_id)
    query = select(ResidentLink.resident_id, ResidentLink.other_id).where(~other_side)
    if centre is not None:
        query = query.join(Resident, Resident.id == ResidentLink.resident_id).where(Resident.centre == centre)
    for one, other in session.execute(query):
        yield f"resident {one}: linked to {other}, who is not linked to them"
