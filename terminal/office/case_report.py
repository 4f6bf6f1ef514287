"""Figures of casework for managers: what came in and was decided in a period, how much of it in time, and how fast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseMove, CasePause, Item, Staff
from terminal.office.case_calendar import read_calendar
from terminal.office.room import Room
from terminal.rules.working_days import Calendar, Pause

PER: Final = ("staff", "department", "field", "item", "month")
_AT_ONCE: Final = 1000  # rows held at a time


@dataclass(frozen=True, slots=True)
class ReportRow:
    """Figures of a person, a department, a field, an item or a month; ``of`` "" is the whole.

    ``opened`` came in within the period; ``finished`` were granted or rejected within it, ``in_time`` by their promised
    day or ``late``; ``days`` is the mean of their working days from acceptance to decision, pauses not counted; ``given
    up`` were refused, terminated or withdrawn; ``corrections`` counts how often materials had to be corrected.
    """

    of: str
    name: str
    opened: int = 0
    finished: int = 0
    in_time: int = 0
    late: int = 0
    days: float | None = None
    given_up: int = 0
    corrections: int = 0


class _Sums:
    """What adds up to a row."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = defaultdict(int)
        self.days = 0

    def row(self, of: str, name: str) -> ReportRow:
        mean = round(self.days / self.counts["finished"], 1) if self.counts["finished"] else None
        return ReportRow(of, name, days=mean, **self.counts)


def report(session: Session, room: Room, since: date, until: date, per: str) -> tuple[ReportRow, ...]:
    """The rows of a period, both days included, in the order of what they are of; the whole comes last.

    A case counts for whoever answers for it now, and for the department its item names. Refuses a period that ends
    before it begins, and another division than those of ``PER``.
    """
    if until < since:
        raise Refusal(
            "The period ends before it begins: {since} to {until}.", "Change one of the days.", since=since, until=until
        )
    if per not in PER:
        raise Refusal("Cases are not counted by {per}.", "Use one of: {known}.", per=per[:40], known=", ".join(PER))
    sums: dict[str, _Sums] = defaultdict(_Sums)
    for key, at, what, days in _events(session, room, since, until):
        for one in (sums[_part(room, key, at, per)], sums[""]):
            one.counts[what] += 1
            if what == "finished":
                one.days += days
                one.counts["late" if key.late else "in_time"] += 1
    names = _names(session, room, per)
    parts = [sums[of].row(of, names.get(of, of)) for of in sorted(sums) if of]
    return (*parts, sums[""].row("", ""))


@dataclass(frozen=True, slots=True)
class _Case:
    """What a case is counted by."""

    staff: str
    department: str
    field: str
    item: str
    late: bool = False


def _part(room: Room, case: _Case, at: datetime, per: str) -> str:
    if per == "month":
        return f"{room.day(at):%Y-%m}"
    found: str = getattr(case, per)
    return found or "—"


def _events(
    session: Session, room: Room, since: date, until: date
) -> Iterator[tuple[_Case, datetime, str, int]]:  # fmt: skip
    """What happened in the period: of which case, when, what, and in how many working days."""
    start, end = room.span(since, until)
    for case in session.execute(_cases(room).where(Case.received_at >= start, Case.received_at < end)):
        yield _of(case), case.received_at, "opened", 0
    yield from _finished(session, room, start, end)
    ended = Case.ended_at >= start, Case.ended_at < end, Case.decided_at.is_(None)
    for case in session.execute(_cases(room).where(*ended)):
        yield _of(case), case.ended_at, "given_up", 0
    asked = _cases(room, CaseMove.at.expression).join(CaseMove, CaseMove.case_id == Case.id)
    asked = asked.where(CaseMove.move == "ask-correction", CaseMove.at >= start, CaseMove.at < end)
    for case in session.execute(asked):
        yield _of(case), case.at, "corrections", 0


def _finished(
    session: Session, room: Room, start: datetime, end: datetime
) -> Iterator[tuple[_Case, datetime, str, int]]:  # fmt: skip
    decided = Case.decided_at >= start, Case.decided_at < end
    first = session.scalar(select(func.min(Case.received_at)).where(Case.centre == room.centre, *decided))
    if first is None:
        return
    calendar = read_calendar(session, room, room.day(first))
    pauses: dict[int, list[Pause]] = defaultdict(list)
    query = select(CasePause.case_id, CasePause.since, CasePause.until).join(Case, Case.id == CasePause.case_id)
    query = query.where(Case.centre == room.centre, *decided)
    for ident, begun, over in session.execute(query):
        if over is not None:
            pauses[ident].append(Pause(begun, over))
    for case in session.execute(_cases(room).where(*decided)):
        day = room.day(case.decided_at)
        days = _used(calendar, room.day(case.accepted_at or case.received_at), day, pauses.get(case.id, []))
        yield _of(case, late=day > case.promised_on), case.decided_at, "finished", days


def _used(calendar: Calendar, accepted: date, decided: date, pauses: list[Pause]) -> int:
    return calendar.between(min(accepted, decided), decided, pauses).days


def _cases(room: Room, *more: ColumnElement[Any]) -> Select[Any]:
    """Cases with what they are counted by, a thousand at a time."""
    columns: list[Any] = [
        Case.id, Case.responsible, Case.item, Item.department, Item.field, Case.received_at, Case.accepted_at,
        Case.decided_at, Case.ended_at, Case.promised_on, *more,
    ]  # fmt: skip
    query: Select[Any] = select(*columns).join(Item, (Item.centre == Case.centre) & (Item.code == Case.item))
    return query.where(Case.centre == room.centre).execution_options(yield_per=_AT_ONCE)


def _of(case: Row[Any], *, late: bool = False) -> _Case:
    return _Case(case.responsible, case.department, case.field, case.item, late)


def _names(session: Session, room: Room, per: str) -> dict[str, str]:
    if per == "staff":
        found = session.execute(select(Staff.code, Staff.name).where(Staff.centre == room.centre)).all()
    elif per == "item":
        found = session.execute(select(Item.code, Item.name).where(Item.centre == room.centre)).all()
    else:
        return {}
    return {row.code: row.name for row in found}
