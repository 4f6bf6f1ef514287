"""Running numbers of cases and notices: LC01-2026-BJ-0042, one row for each kind and year, without gap or double."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from terminal.model import CaseNumber
from terminal.office.room import Room
from terminal.store.upsert import upsert


def next_number(session: Session, room: Room, kind: str, at: datetime) -> str:
    """The next number of a kind (two or three letters) in the centre's year of ``at``.

    Runs in the caller's transaction, which holds the kind's row until it ends: whoever wants the next one waits, and
    one that is rolled back gives its number back. Take it late in a verb.
    """
    year = room.day(at).year
    row = {"centre": room.centre, "year": year, "kind": kind, "last": 1}
    last = session.scalars(
        upsert(session.get_bind().dialect, CaseNumber)
        .values(row)
        .on_conflict_do_update(index_elements=["centre", "year", "kind"], set_={"last": CaseNumber.last + 1})
        .returning(CaseNumber.last)
    ).one()
    return f"{room.centre}-{year}-{kind}-{last:04d}"
