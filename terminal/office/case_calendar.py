"""A case's days: by when it is promised, and from when it is in danger, as calendar, pauses and steps say now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import (
    CalendarDay,
    CalendarYear,
    Case,
    CaseMove,
    CasePause,
    CaseStop,
    DayKind,
    Item,
    ItemStep,
    StopState,
)  # fmt: skip
from terminal.office.room import Room
from terminal.rules import case_dates
from terminal.rules.case_dates import Work
from terminal.rules.casework import RUNNING, CaseState
from terminal.rules.working_days import Calendar, Counted, Pause

LAST_DAY = date(2999, 12, 31)  # of the calendar's desk


def read_calendar(session: Session, room: Room, since: date) -> Calendar:
    """What is known of the days from the year of ``since`` on."""
    first = date(since.year, 1, 1)
    days = session.execute(
        select(CalendarDay.day, CalendarDay.kind).where(CalendarDay.centre == room.centre, CalendarDay.day >= first)
    )
    years = session.scalars(
        select(CalendarYear.year).where(CalendarYear.centre == room.centre, CalendarYear.year >= first.year)
    )
    return Calendar({day: kind == DayKind.WORK for day, kind in days}, years)


def pauses_of(session: Session, case_id: int) -> tuple[CasePause, ...]:
    """The pauses of a case, in order."""
    return tuple(session.scalars(select(CasePause).where(CasePause.case_id == case_id).order_by(CasePause.id)))


def counted_pauses(pauses: Iterable[CasePause]) -> list[Pause]:
    """Those that have ended, as the rules count them; an open one moves the promised day when it ends."""
    return [Pause(one.since, one.until) for one in pauses if one.until is not None]


def count_days(session: Session, room: Room, case: Case, item: Item) -> None:
    """Count promised day, statutory day and danger of a case anew, from acceptance (from reception until it is
    accepted). What is decided keeps the day it was promised for.
    """
    if case.decided_at is not None or case.ended_at is not None:
        case.risk_on = None
        return
    begins = room.day(case.accepted_at or case.received_at)
    calendar = read_calendar(session, room, begins)
    pauses = counted_pauses(pauses_of(session, case.id))
    counted = limit(calendar, begins, case.limit_days + case.extended_days, pauses)
    case.promised_on, case.promised_certain = counted.date, counted.certain
    if item.statutory_days is not None:
        case.statutory_on = limit(calendar, begins, item.statutory_days + case.extended_days, pauses).date
    case.risk_on = None
    if CaseState(case.state) in RUNNING:
        case.risk_on = case_dates.risk_day(calendar, case.promised_on, work_left(session, room, case))


def limit(calendar: Calendar, begins: date, days: int, pauses: Sequence[Pause] = ()) -> Counted:
    """The last day of a limit. Refuses one that leads out of the calendar."""
    try:
        counted = case_dates.promised(calendar, begins, days, pauses)
    except ValueError as error:
        raise _no_limit(days) from error
    if counted.date > LAST_DAY:
        raise _no_limit(days)
    return counted


def work_left(session: Session, room: Room, case: Case) -> Work:
    """What is still to be done: the stops of its route, or (of a case without any) its item's usual steps."""
    stops = session.execute(
        select(CaseStop.state, CaseStop.usual_days, CaseStop.begun_at).where(
            CaseStop.case_id == case.id, CaseStop.state != StopState.DROPPED
        )
    ).all()
    if not stops:
        return _usual_work(session, room, case)
    rest = sum(stop.usual_days for stop in stops if stop.state == StopState.PLANNED)
    begun = [stop for stop in stops if stop.state == StopState.NOW and stop.begun_at is not None]
    if not begun:
        return Work(rest)
    return Work(rest, room.day(min(stop.begun_at for stop in begun)), max(stop.usual_days for stop in begun))


def _usual_work(session: Session, room: Room, case: Case) -> Work:
    """The usual steps behind the last department it came back from. Handed on, the next department's is under way, and
    what comes before that is done.
    """
    steps = session.execute(
        select(ItemStep.department, ItemStep.usual_days)
        .where(ItemStep.centre == room.centre, ItemStep.item == case.item)
        .order_by(ItemStep.position)
    ).all()
    moves = session.execute(
        select(CaseMove.move, CaseMove.at)
        .where(CaseMove.case_id == case.id, CaseMove.move.in_(("hand-over", "returned")))
        .order_by(CaseMove.id)
    ).all()
    departments = [number for number, step in enumerate(steps) if step.department is not None]
    back = sum(move.move == "returned" for move in moves)
    away = bool(moves) and moves[-1].move == "hand-over"
    if away and back < len(departments):
        under_way = departments[back]
        rest = sum(step.usual_days for step in steps[under_way + 1 :])
        return Work(rest, room.day(moves[-1].at), steps[under_way].usual_days)
    first = departments[back - 1] + 1 if 0 < back <= len(departments) else (len(steps) if back else 0)
    return Work(sum(step.usual_days for step in steps[first:]))


def _no_limit(days: int) -> Refusal:
    return Refusal("A limit of {days} working days leads out of the calendar.", "Use fewer days.", days=days)
