"""Two entries that are one person: what hangs on the one goes to the other, and comes back when it was a mistake.

The record of a merge says which rows were moved and which empty fields were filled. Undoing moves back what is still
as the merge left it; what came since stays with the one it was entered for.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Table, or_, select, update
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Base, Case, Resident, ResidentLink, ResidentMerge, ResidentNeed
from terminal.office.people_reading import resident_of
from terminal.office.room import LARGEST_ID, Room

# What refers to a resident and goes along with a merge as it stands. Needs and links have rules of their own below.
REFERENCES: Final = (
    "appointment.resident_id", "booking_request.resident_id", "message.resident_id", "service_case.resident_id",
    "service_case.agent_id", "notice.resident_id", "form_entry.resident_id", "resident_consent.resident_id",
)  # fmt: skip
FILLED: Final = ("phone", "birth", "sex", "nation", "address", "community", "note")
_NUMBER: Final = ("document", "number_hash", "number_sealed", "tail_hash")
_AT_ONCE: Final = 500  # ids in one statement


@dataclass(slots=True)
class _Moved:
    """The record of a merge, as it is sealed."""

    rows: dict[str, list[int]]
    needs: list[str]
    links: list[int]  # the others' ids
    fields: dict[str, str] = field(default_factory=dict)  # filled ones, as text
    number: dict[str, str] = field(default_factory=dict)  # the document that went over
    document: str = ""  # what the kept one's was before


def merge_people(session: Session, room: Room, kept: int, gone: int, by: str, now: datetime) -> ResidentMerge:
    """Make ``gone`` one with ``kept``. Refuses for two people with different numbers of one kind of document."""
    if kept == gone:
        raise Refusal("That is one resident already.", "Choose two.")
    _hold_cases(session, gone)
    low, high = (resident_of(session, room, one, lock=True) for one in sorted((kept, gone)))
    one, other = (low, high) if low.id == kept else (high, low)
    if one.number_hash and other.number_hash and one.document == other.document:
        raise Refusal(
            "Residents {kept} and {gone} have different numbers of the same document.",
            "They are two people, or one number is wrong: correct that one first.",
            kept=kept, gone=gone,
        )  # fmt: skip
    moved = _Moved(_move_all(session, other.id, one.id), _move_needs(session, other.id, one.id), [])
    moved.links = _move_links(session, other.id, one.id, _linked(session, other.id))
    _fill(one, other, moved)
    _hand_number(session, one, other, moved)
    other.merged_into = one.id
    one.version += 1
    other.version += 1
    sealed = room.vault(session).seal(json.dumps(asdict(moved)))
    merge = ResidentMerge(centre=room.centre, kept_id=one.id, gone_id=other.id, moved_sealed=sealed, by=by, at=now)
    session.add(merge)
    session.flush()
    return merge


def undo(session: Session, room: Room, merge: int, by: str, now: datetime) -> ResidentMerge:
    """Make them two again. Refuses when that was done, or the kept one went into another since."""
    record = session.get(ResidentMerge, merge, with_for_update=True) if 0 < merge <= LARGEST_ID else None
    if record is None or record.centre != room.centre:
        raise Refusal("There is no merge {merge}.", "Look at the resident again.", merge=merge)
    if record.undone_at is not None:
        raise Refusal("Merge {merge} is undone already.", "Look at the resident again.", merge=merge)
    _hold_cases(session, record.kept_id)
    one = resident_of(session, room, record.kept_id, lock=True)
    other = session.get_one(Resident, record.gone_id, with_for_update=True)
    moved = _Moved(**json.loads(room.vault(session).open(record.moved_sealed)))
    for reference, ids in moved.rows.items():
        _repoint(session, reference, ids, one.id, other.id)
    _needs_back(session, one.id, other.id, moved.needs)
    _move_links(session, one.id, other.id, moved.links)
    _empty(one, moved)
    _number_back(session, one, other, moved)
    other.merged_into = None
    one.version += 1
    other.version += 1
    record.undone_at, record.undone_by = now, by
    session.flush()
    return record


def _hold_cases(session: Session, resident: int) -> None:
    """A verb of a case holds the case first and then its resident, for what it writes of them. In the other order each
    would wait for the other.
    """
    theirs = or_(Case.resident_id == resident, Case.agent_id == resident)
    session.scalars(select(Case.id).where(theirs).order_by(Case.id).with_for_update(key_share=True)).all()


def _move_all(session: Session, source: int, target: int) -> dict[str, list[int]]:
    rows = {}
    for reference in REFERENCES:
        table, column = _column(reference)
        ids = list(session.scalars(select(table.c.id).where(column == source).order_by(table.c.id)))
        if ids:
            _repoint(session, reference, ids, source, target)
            rows[reference] = ids
    return rows


def _repoint(session: Session, reference: str, ids: Sequence[int], source: int, target: int) -> None:
    table, column = _column(reference)
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        session.execute(update(table).where(table.c.id.in_(part), column == source).values({column: target}))


def _column(reference: str) -> tuple[Table, Any]:
    name, _, column = reference.partition(".")
    table = Base.metadata.tables[name]
    return table, table.c[column]


def _needs_of(session: Session, resident: int) -> dict[str, ResidentNeed]:
    query = select(ResidentNeed).where(ResidentNeed.resident_id == resident)
    return {one.need: one for one in session.scalars(query)}


def _move_needs(session: Session, source: int, target: int) -> list[str]:
    """Those that the other has not: its own detail and day stay with it."""
    there, here = _needs_of(session, target), _needs_of(session, source)
    moving = sorted(here.keys() - there.keys())
    for need in moving:
        here[need].resident_id = target
    session.flush()
    return moving


def _needs_back(session: Session, source: int, target: int, needs: Sequence[str]) -> None:
    there, here = _needs_of(session, target), _needs_of(session, source)
    for need in needs:
        if need in here and need not in there:
            here[need].resident_id = target
    session.flush()


def _linked(session: Session, resident: int) -> list[int]:
    query = select(ResidentLink.other_id).where(ResidentLink.resident_id == resident)
    return list(session.scalars(query.order_by(ResidentLink.other_id)))


def _move_links(session: Session, source: int, target: int, others: Iterable[int]) -> list[int]:
    """Links to those others, from both sides, but for those the target has and the one to itself. Which moved."""
    taken, moving = {*_linked(session, target), target}, []
    for other in others:
        there, back = session.get(ResidentLink, (source, other)), session.get(ResidentLink, (other, source))
        if other in taken or there is None or back is None:
            continue
        there.resident_id, back.other_id = target, target
        moving.append(other)
    session.flush()
    return moving


def _fill(one: Resident, other: Resident, moved: _Moved) -> None:
    """What the kept one does not say, the other may."""
    for name in FILLED:
        value = getattr(other, name)
        if value and not getattr(one, name):
            setattr(one, name, value)
            moved.fields[name] = _text(value)


def _empty(one: Resident, moved: _Moved) -> None:
    for name, text in moved.fields.items():
        if _text(getattr(one, name)) == text:
            setattr(one, name, None if name == "birth" else "")


def _hand_number(session: Session, one: Resident, other: Resident, moved: _Moved) -> None:
    if one.number_hash is not None or other.number_hash is None:
        return
    moved.document = one.document
    sealed = other.number_sealed or b""
    values = {name: getattr(other, name) for name in _NUMBER}
    moved.number = {**values, "number_sealed": base64.b64encode(sealed).decode()}
    other.number_hash = other.number_sealed = other.tail_hash = None
    session.flush()  # one number is one person's at each moment
    for name, value in values.items():
        setattr(one, name, value)


def _number_back(session: Session, one: Resident, other: Resident, moved: _Moved) -> None:
    """The number goes back where it came from, unless it was corrected since: then it is wrong for both."""
    if not moved.number or one.number_hash != moved.number["number_hash"]:
        return
    one.number_hash = one.number_sealed = one.tail_hash = None
    one.document = moved.document
    session.flush()
    other.document, other.number_hash = moved.number["document"], moved.number["number_hash"]
    other.tail_hash = moved.number["tail_hash"]
    other.number_sealed = base64.b64decode(moved.number["number_sealed"])


def _text(value: date | str | None) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""
