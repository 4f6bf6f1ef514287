"""Counting every open case's days anew, after the calendar or the usual steps have changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import CalendarDay, CalendarYear, Case, CaseMove, Item, ItemStep
from terminal.office.case_calendar import count_days
from terminal.office.case_finding import case_of
from terminal.office.room import Room

RECOUNT: Final = "recount"  # the move on record: the promised day has changed without anybody's doing
AT_ONCE: Final = 200  # cases in one transaction


def refresh(room: Room) -> int:
    """Count every undecided case's days anew, in transactions of 200 cases. Returns how many promised days changed;
    each is on the case's record and in the journal.
    """
    return sum(_recount(room, ids) for ids in _open_cases(room))


def fingerprint(session: Session, room: Room) -> str:
    """What the promised days rest on besides the cases themselves: changes when calendar or usual steps do."""
    days = select(CalendarDay.day, CalendarDay.kind).where(CalendarDay.centre == room.centre).order_by(CalendarDay.day)
    years = select(CalendarYear.year).where(CalendarYear.centre == room.centre).order_by(CalendarYear.year)
    steps = (
        select(ItemStep.item, ItemStep.position, ItemStep.department, ItemStep.usual_days)
        .where(ItemStep.centre == room.centre)
        .order_by(ItemStep.item, ItemStep.position)
    )
    known = [[tuple(row) for row in session.execute(query)] for query in (days, years, steps)]
    return hashlib.sha256(repr(known).encode()).hexdigest()


def _open_cases(room: Room) -> Iterator[list[int]]:
    """The ids of undecided cases, some at a time."""
    last = 0
    while True:
        with room.reading() as session:
            query = (
                select(Case.id)
                .where(
                    Case.centre == room.centre, Case.ended_at.is_(None), Case.decided_at.is_(None), Case.id > last
                )
                .order_by(Case.id)
                .limit(AT_ONCE)
            )  # fmt: skip
            ids = list(session.scalars(query))
        if not ids:
            return
        yield ids
        last = ids[-1]


def _recount(room: Room, ids: list[int]) -> int:
    with room.writing() as session:
        return sum(_changed(session, room, case_id) for case_id in ids)


def _changed(session: Session, room: Room, case_id: int) -> bool:
    case = case_of(session, room, case_id, lock=True)
    if case.decided_at is not None or case.ended_at is not None:
        return False  # meanwhile
    before = case.promised_on
    count_days(session, room, case, session.get_one(Item, (room.centre, case.item)))
    if case.promised_on == before:
        return False
    now = room.now()
    case.version += 1
    session.add(
        CaseMove(
            case_id=case.id, at=max(now, case.moved_at), by="", move=RECOUNT, from_state=case.state,
            to_state=case.state, note="", approved_by="", promised_on=case.promised_on, details="",
        )
    )  # fmt: skip
    session.flush()
    room.note(
        session, RECOUNT, "case", case.id, at=now,
        before={"promised_on": before}, after={"promised_on": case.promised_on},
    )  # fmt: skip
    return True
