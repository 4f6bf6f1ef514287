"""What a case's page shows of its way: stops, mandate, materials, the chain of originals, and files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from terminal.model import (
    Attachment,
    Case,
    CaseMaterial,
    CaseStop,
    CustodyEntry,
    Mandate,
    Resident,
    Staff,
    StopKind,
    StopState,
)  # fmt: skip
from terminal.office.case_views import CustodyView, FileView, MandateView, MaterialView, StopView
from terminal.office.room import Room

Route = tuple[
    tuple[StopView, ...], MandateView | None, tuple[MaterialView, ...], tuple[CustodyView, ...], tuple[FileView, ...]
]


def read_route(session: Session, room: Room, case_id: int) -> Route:
    """Stops in their order, the mandate that counts, materials with their files, custody as it happened, all files.

    Within the caller's read; an unknown case has none of it.
    """
    files = read_files(session, room, case_id)
    materials = read_materials(session, room, case_id, files)
    return (
        read_stops(session, room, CaseStop.case_id == case_id),
        read_mandate(session, room, case_id),
        materials,
        read_custody(session, room, case_id),
        files,
    )


def names_of(session: Session, room: Room, codes: Iterable[str | None]) -> dict[str, str]:
    """Names of staff by code, whether or not they still work here."""
    wanted = {code for code in codes if code}
    if not wanted:
        return {}
    query = select(Staff.code, Staff.name).where(Staff.centre == room.centre, Staff.code.in_(wanted))
    return dict(session.execute(query).all())


def name_of(room: Room, code: InstrumentedAttribute[str] | InstrumentedAttribute[str | None]) -> ColumnElement[str]:
    """The name of the member of staff whose code a column holds, to be read beside its row; "" for nobody's."""
    query = select(Staff.name).where(Staff.centre == room.centre, Staff.code == code).correlate(code.class_)
    return func.coalesce(query.scalar_subquery(), "")


def read_stops(session: Session, room: Room, *conditions: ColumnElement[bool]) -> tuple[StopView, ...]:
    """The stops of these conditions that were not dropped, by case and position."""
    query = (
        select(CaseStop, name_of(room, CaseStop.staff))
        .where(CaseStop.centre == room.centre, CaseStop.state != StopState.DROPPED, *conditions)
        .order_by(CaseStop.case_id, CaseStop.position, CaseStop.id)
    )
    rows = session.execute(query).all()
    homes = _homes(session, {row.case_id for row, _ in rows if row.kind == StopKind.HOME and not row.address})
    return tuple(_stop_view(room, row, name, homes) for row, name in rows)


def _homes(session: Session, cases: set[int]) -> dict[int, str]:
    """Where the residents of these cases are visited: an address is kept with the resident, not with each stop."""
    if not cases:
        return {}
    query = (
        select(Case.id, Case.deliver_to, Resident.address)
        .join(Resident, Resident.id == Case.resident_id)
        .where(Case.id.in_(cases))
    )
    return {case: deliver_to or address for case, deliver_to, address in session.execute(query)}


def _stop_view(room: Room, row: CaseStop, name: str, homes: dict[int, str]) -> StopView:
    address = row.address or (homes.get(row.case_id, "") if row.kind == StopKind.HOME else "")
    return StopView(
        id=row.id, case_id=row.case_id, position=row.position, kind=row.kind, place=row.place, address=address,
        purpose=row.purpose, bring=row.bring, staff=row.staff or "", staff_name=name,
        day=row.day, planned_at=_local(room, row.planned_at),
        usual_days=row.usual_days, state=row.state, begun_at=_local(room, row.begun_at),
        done_at=_local(room, row.done_at), came_back=row.came_back,
    )  # fmt: skip


def read_mandate(session: Session, room: Room, case_id: int) -> MandateView | None:
    """The case's latest mandate, in force or not; None when none was ever given."""
    query = select(Mandate, name_of(room, Mandate.staff)).where(Mandate.case_id == case_id)
    found = session.execute(query.order_by(Mandate.id.desc()).limit(1)).one_or_none()
    return _mandate_view(*found) if found is not None else None


def mandate_view(session: Session, room: Room, row: Mandate) -> MandateView:
    """A mandate as it is shown."""
    return _mandate_view(row, names_of(session, room, [row.staff]).get(row.staff, ""))


def _mandate_view(row: Mandate, name: str) -> MandateView:
    return MandateView(
        id=row.id, scope=row.scope, may=row.may, may_not=row.may_not, since=row.since, until=row.until,
        staff=row.staff, staff_name=name,
        resident_signed_on=row.resident_signed_on, staff_signed_on=row.staff_signed_on,
        resumes=row.resumes, ended_at=row.ended_at,
    )  # fmt: skip


def read_materials(
    session: Session, room: Room, case_id: int, files: tuple[FileView, ...] = ()
) -> tuple[MaterialView, ...]:
    """The case's materials in the catalogue's order, each with those of ``files`` that show it."""
    query = select(CaseMaterial, name_of(room, CaseMaterial.hand)).where(CaseMaterial.case_id == case_id)
    rows = session.execute(query.order_by(CaseMaterial.position))
    shown = defaultdict(list)
    for file in files:
        shown[file.position].append(file)
    return tuple(
        MaterialView(
            position=row.position, name=row.name, originals=row.originals, copies=row.copies, mandatory=row.mandatory,
            state=row.state, got_originals=row.got_originals, got_copies=row.got_copies, why=row.why,
            promised_by=row.promised_by, to_return=row.to_return, place=row.place, here=row.here, hand=row.hand,
            hand_name=hand, moved_at=_local(room, row.moved_at), outcome=row.outcome,
            files=tuple(shown[row.position]),
        )
        for row, hand in rows
    )  # fmt: skip


def read_files(session: Session, room: Room, case_id: int) -> tuple[FileView, ...]:
    """The case's files that were not taken away again, in the order they came."""
    query = (
        select(Attachment)
        .where(Attachment.case_id == case_id, Attachment.removed_at.is_(None))
        .order_by(Attachment.id)
    )  # fmt: skip
    return tuple(file_view(room, row) for row in session.scalars(query))


def file_view(room: Room, row: Attachment) -> FileView:
    """An attached file as it is shown."""
    return FileView(
        id=row.id, position=row.position, name=row.name, media_type=row.media_type, size=row.size,
        added_at=room.local(row.added_at), added_by=row.added_by,
    )  # fmt: skip


def read_custody(session: Session, room: Room, case_id: int) -> tuple[CustodyView, ...]:
    """The links of the chain of a case's originals, in the order they were made."""
    query = (
        select(CustodyEntry, CaseMaterial.name, name_of(room, CustodyEntry.by))
        .join(
            CaseMaterial,
            and_(CaseMaterial.case_id == CustodyEntry.case_id, CaseMaterial.position == CustodyEntry.position),
        )
        .where(CustodyEntry.case_id == case_id)
        .order_by(CustodyEntry.id)
    )
    return tuple(
        CustodyView(
            at=room.local(row.at), what=row.what, position=row.position, material=material,
            originals=row.originals, copies=row.copies, place=row.place, by_name=name,
            signed_by=row.signed_by,
        )
        for row, material, name in session.execute(query)
    )  # fmt: skip


def _local(room: Room, moment: datetime | None) -> datetime | None:
    return room.local(moment) if moment is not None else None
