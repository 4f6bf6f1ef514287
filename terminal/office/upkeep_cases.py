"""Looking for contradictions among cases: who answers for them, their pauses, their ends, their days and numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import and_, func, or_, select, union
from sqlalchemy.orm import Session

from terminal.model import Case, CaseHolder, CaseMove, CaseNumber, CasePause, Centre, Notice
from terminal.office.case_calendar import counted_pauses, read_calendar
from terminal.office.clock import SystemClock
from terminal.office.room import Room
from terminal.rules import case_dates
from terminal.rules.casework import ENDED, OPEN, PAUSED
from terminal.store.prefix import begins
from terminal.store.store import Store


def case_faults(store: Store, session: Session, centre: str | None) -> Iterator[str]:
    """What cannot be, a line each; a case is named by its number alone."""
    for one in session.scalars(select(Centre).order_by(Centre.code)).all():
        if centre in (None, one.code):
            room = Room(store, one, SystemClock())
            yield from _holders(session, one.code)
            yield from _states(session, one.code)
            yield from _pauses(session, one.code)
            yield from _moves(session, one.code)
            yield from _promised(session, room)
            yield from _numbers(session, one.code)


def _holders(session: Session, centre: str) -> Iterator[str]:
    """Exactly one person answers for a case, and the record says the same."""
    open_ones = (
        select(CaseHolder.case_id, func.count().label("count"), func.min(CaseHolder.staff).label("staff"))
        .where(CaseHolder.until.is_(None))
        .group_by(CaseHolder.case_id)
        .subquery()
    )
    count = func.coalesce(open_ones.c.count, 0)
    query = (
        select(Case.number, Case.responsible, count)
        .outerjoin(open_ones, open_ones.c.case_id == Case.id)
        .where(Case.centre == centre, or_(count != 1, open_ones.c.staff != Case.responsible))
        .order_by(Case.id)
    )
    for number, responsible, found in session.execute(query):
        if found == 1:
            yield f"case {number}: {responsible} answers for it, and the record names somebody else"
        else:
            yield f"case {number}: {found} people answer for it"


def _states(session: Session, centre: str) -> Iterator[str]:
    """What is over has its end, and nothing else has; what is not decided has no decision."""
    over = Case.state.in_(ENDED)
    query = select(Case.number, Case.state).where(
        Case.centre == centre,
        or_(
            and_(over, Case.ended_at.is_(None)),
            and_(~over, Case.ended_at.is_not(None)),
            and_(Case.state.in_(OPEN), Case.decided_at.is_not(None)),
        ),
    )
    for number, state in session.execute(query.order_by(Case.id)):
        yield f"case {number} is {state}, which its dates contradict"


def _pauses(session: Session, centre: str) -> Iterator[str]:
    """A paused case has one open pause, any other none; a pause does not end before it begins."""
    open_ones = (
        select(CasePause.case_id, func.count().label("count"))
        .where(CasePause.until.is_(None))
        .group_by(CasePause.case_id)
        .subquery()
    )
    count = func.coalesce(open_ones.c.count, 0)
    paused = Case.state.in_(PAUSED)
    query = (
        select(Case.number, Case.state, count)
        .outerjoin(open_ones, open_ones.c.case_id == Case.id)
        .where(Case.centre == centre, or_(and_(paused, count != 1), and_(~paused, count != 0)))
        .order_by(Case.id)
    )
    for number, state, found in session.execute(query):
        yield f"case {number} is {state} and has {found} open pauses"
    backwards = (
        select(Case.number).join(CasePause, CasePause.case_id == Case.id).where(CasePause.until < CasePause.since)
    )
    for number in session.scalars(backwards.where(Case.centre == centre).order_by(Case.id)):
        yield f"case {number}: a pause ends before it begins"


def _moves(session: Session, centre: str) -> Iterator[str]:
    """A case stands where its last move has led."""
    last = select(func.max(CaseMove.id).label("id")).group_by(CaseMove.case_id).subquery()
    query = (
        select(Case.number, Case.state, CaseMove.to_state)
        .join(CaseMove, CaseMove.case_id == Case.id)
        .join(last, last.c.id == CaseMove.id)
        .where(Case.centre == centre, CaseMove.to_state != Case.state)
        .order_by(Case.id)
    )
    for number, state, led in session.execute(query):
        yield f"case {number} is {state}, its last move led to {led}"


def _promised(session: Session, room: Room) -> Iterator[str]:
    """What is not decided is promised for the day its limit ends on, counted anew with all its pauses."""
    cases = session.scalars(
        select(Case).where(Case.centre == room.centre, Case.state.in_(OPEN), Case.ended_at.is_(None)).order_by(Case.id)
    ).all()
    if not cases:
        return
    pauses: dict[int, list[CasePause]] = defaultdict(list)
    query = select(CasePause).join(Case, Case.id == CasePause.case_id).where(Case.centre == room.centre)
    forwards = or_(CasePause.until.is_(None), CasePause.until >= CasePause.since)  # any other is told already
    for pause in session.scalars(query.where(Case.state.in_(OPEN), forwards)):
        pauses[pause.case_id].append(pause)
    begun = {one.id: room.day(one.accepted_at or one.received_at) for one in cases}
    calendar = read_calendar(session, room, min(begun.values()))
    for one in cases:
        days = one.limit_days + one.extended_days
        counted = case_dates.promised(calendar, begun[one.id], days, counted_pauses(pauses[one.id])).date
        if counted != one.promised_on:
            yield f"case {one.number} is promised for {one.promised_on}; counted anew it is {counted}"


def _numbers(session: Session, centre: str) -> Iterator[str]:
    """Numbers of a kind and year run from 1 without gap to the last one given."""
    for row in session.scalars(select(CaseNumber).where(CaseNumber.centre == centre).order_by(CaseNumber.year)).all():
        first = f"{centre}-{row.year}-{row.kind}-"
        given = union(
            *(
                select(noun.number).where(noun.centre == centre, begins(noun.number, first))
                for noun in (Case, Notice)
            )
        ).subquery()  # fmt: skip
        count = session.scalar(select(func.count()).select_from(given)) or 0
        if count != row.last:
            yield f"{first}…: {count} numbers are there, {row.last} were given"
