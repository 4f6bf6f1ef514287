"""Residents as lists and pages show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, Resident, ResidentConsent, ResidentLink, ResidentMerge, ResidentNeed
from terminal.office.people_views import ConsentView, LinkView, NeedView, PersonRow, PersonView
from terminal.office.room import LARGEST_ID, Room
from terminal.rules import id_number
from terminal.store.vault import KeyMissing, Vault

LOCKED: Final = "******"
ERASED: Final = "—"  # the name of who was erased
REFERRED: Final = {"read": True, "key_share": True}  # the lock a new row takes on what it refers to


def resident_of(session: Session, room: Room, resident: int, *, lock: bool = False) -> Resident:
    """The resident of that id; with ``lock`` nobody else changes them until the verb ends.

    Raises Refusal for nobody, and for one who was merged into another: it names that one.
    """
    found = session.get(Resident, resident, with_for_update=lock or None) if 0 < resident <= LARGEST_ID else None
    if found is None or found.centre != room.centre:
        raise Refusal("There is no resident {resident}.", "Look them up again.", resident=resident)
    if found.merged_into is not None:
        raise Refusal(
            "Resident {resident} is one with resident {kept}.", "Use that one, or undo the merge.",
            resident=resident, kept=found.merged_into,
        )  # fmt: skip
    return found


def shown_number(vault: Vault, resident: Resident) -> str:
    """The resident's number, masked; "" when none is known, LOCKED while the key is away: work goes on without it."""
    if resident.number_sealed is None:
        return ""
    try:
        return id_number.masked(vault.open(resident.number_sealed))
    except KeyMissing:
        return LOCKED


def age_on(birth: date | None, today: date) -> int | None:
    """Full years; None without a date of birth."""
    if birth is None:
        return None
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def rows_by_id(session: Session, room: Room, residents: Collection[int]) -> dict[int, PersonRow]:
    """Residents as lists show them, by id; who was merged into another as well, for cases that knew them before."""
    found = session.scalars(select(Resident).where(Resident.id.in_(residents))).all()
    return {row.id: row for row in rows_of(session, room, found)}


def rows_of(session: Session, room: Room, residents: Sequence[Resident]) -> tuple[PersonRow, ...]:
    """The same for residents at hand, in their order. Two statements however many they are."""
    ids = [one.id for one in residents]
    vault, needs = room.vault(session), _needs_of(session, ids)
    open_cases = _open_cases_of(session, ids)
    return tuple(
        PersonRow(
            id=one.id, name=one.name, masked_number=shown_number(vault, one), phone=one.phone, birth=one.birth,
            sex=one.sex, address=one.address, needs=tuple(needs[one.id]), open_cases=open_cases.get(one.id, 0),
        )
        for one in residents
    )  # fmt: skip


def view_of(session: Session, room: Room, resident: Resident) -> PersonView:
    """A resident, complete."""
    one = resident
    return PersonView(
        id=one.id, name=one.name, initials=one.initials, document=one.document,
        masked_number=shown_number(room.vault(session), one), phone=one.phone, birth=one.birth,
        age=age_on(one.birth, room.day(room.now())), sex=one.sex, nation=one.nation, address=one.address,
        community=one.community, note=one.note, needs=_needs(session, one.id), links=_links(session, one.id),
        consents=_consents(session, room, one.id), merged=_merges(session, one.id), version=one.version,
        since=room.local(one.since),
    )  # fmt: skip


def _needs_of(session: Session, ids: Iterable[int]) -> dict[int, list[str]]:
    needs: dict[int, list[str]] = defaultdict(list)
    query = select(ResidentNeed.resident_id, ResidentNeed.need).where(ResidentNeed.resident_id.in_(ids))
    for resident, need in session.execute(query.order_by(ResidentNeed.resident_id, ResidentNeed.need)):
        needs[resident].append(need)
    return needs


def _open_cases_of(session: Session, ids: Iterable[int]) -> dict[int, int]:
    query = (
        select(Case.resident_id, func.count().label("open"))
        .where(Case.resident_id.in_(ids), Case.ended_at.is_(None))
        .group_by(Case.resident_id)
    )
    return {row.resident_id: row.open for row in session.execute(query)}


def _needs(session: Session, resident: int) -> tuple[NeedView, ...]:
    query = select(ResidentNeed).where(ResidentNeed.resident_id == resident).order_by(ResidentNeed.need)
    return tuple(NeedView(one.need, one.detail, one.since) for one in session.scalars(query))


def _links(session: Session, resident: int) -> tuple[LinkView, ...]:
    query = (
        select(ResidentLink, Resident)
        .join(Resident, Resident.id == ResidentLink.other_id)
        .where(ResidentLink.resident_id == resident, Resident.merged_into.is_(None))
        .order_by(ResidentLink.household.desc(), Resident.id)
    )
    return tuple(
        LinkView(id=other.id, name=other.name, relation=link.relation, household=link.household, phone=other.phone)
        for link, other in session.execute(query)
    )


def _consents(session: Session, room: Room, resident: int) -> tuple[ConsentView, ...]:
    query = select(ResidentConsent).where(ResidentConsent.resident_id == resident).order_by(ResidentConsent.id)
    return tuple(
        ConsentView(
            id=one.id, purpose=one.purpose, how=one.how, given_at=room.local(one.given_at), until=one.until,
            withdrawn_at=room.local(one.withdrawn_at) if one.withdrawn_at else None,
        )
        for one in session.scalars(query)
    )  # fmt: skip


def _merges(session: Session, resident: int) -> tuple[int, ...]:
    query = select(ResidentMerge.id).where(ResidentMerge.kept_id == resident, ResidentMerge.undone_at.is_(None))
    return tuple(session.scalars(query.order_by(ResidentMerge.id)))
