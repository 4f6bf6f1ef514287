"""The sweep: what nobody sees to falls to the backstop, and what waits for the resident is called after.

The rules, in working days: without a move for stuck_days, or in the hands of somebody who is away or has left, a case
falls to the backstop, a result that staff are to post or bring home as well; who comes back from leave gets back what
the backstop has not moved meanwhile. Who was not told within tell_days what is missing counts as accepted on the day it
came in (行政许可法 art. 32). A correction past its day, and a result not fetched within uncollected_days, go to the
call list, once; after home_days it is brought home.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Select, String, and_, cast, exists, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from forms import texts_zh as zh
from terminal.errors import Refusal
from terminal.model import (
    Case,
    CaseHolder,
    CaseRules,
    Delivery,
    Holding,
    Message,
    MessageState,
    Staff,
    StopKind,
)  # fmt: skip
from terminal.office.case_calendar import read_calendar
from terminal.office.case_finding import changing_case
from terminal.office.case_holding import backstop, put_holder
from terminal.office.case_moving import Step, advance_case
from terminal.office.case_telling import DECIDED, tell_correction_late, tell_fallen, tell_uncollected
from terminal.office.case_views import StopEntry
from terminal.office.casework_views import Swept
from terminal.office.duty_reading import on_leave
from terminal.office.room import Room
from terminal.office.route_planning import add_stop
from terminal.rules.case_dates import first_day_with_fewer
from terminal.rules.casework import RUNNING, CaseState
from terminal.rules.working_days import Calendar
from terminal.store.vault import KeyMissing

log = logging.getLogger("onewindow.cases")

MOST_AT_ONCE: Final = 200  # in one transaction; the others a minute later
AWAY: Final = "leave"  # reasons of the backstop's holding
LEFT: Final = "left"
STUCK: Final = "stuck"
BACK: Final = "back"
_STUCK_STATES: Final = tuple(state.value for state in (*RUNNING, CaseState.GRANTED, CaseState.REJECTED))
_CALLED, _HOME, _CORRECT = "call", "home", "correct"  # Case.reminded
DEEMED: Final = "逾期未告知需补正的全部内容，自收到申请材料之日起即为受理（行政许可法第三十二条）"


@dataclass(frozen=True, slots=True)
class Today:
    """What every part of the sweep reckons with."""

    now: datetime
    day: date
    calendar: Calendar
    rules: CaseRules

    def before(self, days: int) -> date:
        """The first day that is not more than so many working days ago: what lies before it is."""
        return first_day_with_fewer(self.calendar, self.day, days + 1)


Part = Callable[[Session, Room, Today, Case], bool]


def sweep(room: Room) -> Swept:
    """See to all of it, each part in a transaction of its own; what somebody else has in hand comes next time, and so
    does a case that cannot be seen to: it holds up no other.
    """
    left: list[int] = []
    return Swept(
        accepted=_each(room, _untold, _accept, left),
        returned=_each(room, _lent, _give_back, left),
        fallen=_fall(room),
        correction_calls=_each(room, _uncorrected, _call_for_correction, left),
        notified=_each(room, _heard, _notify, left),
        result_calls=_each(room, _uncollected, _call_for_result, left),
        home=_each(room, _forgotten, _bring_home, left),
        left=len(left),
    )


def _today(session: Session, room: Room) -> Today:
    now = room.now()
    day = room.day(now)
    # Two years back: no limit of these rules is longer than 365 working days.
    calendar = read_calendar(session, room, day - timedelta(days=730))
    return Today(now, day, calendar, session.get_one(CaseRules, room.centre))


def _each(room: Room, find: Callable[[Room, Today], Select[Case]], act: Part, left: list[int]) -> int:
    """Do something with every case found, those that it cannot be done with go to ``left``; the usual case, that there
    is none, locks nothing.
    """
    with room.reading() as session:
        if session.scalars(find(room, _today(session, room)).limit(1)).first() is None:
            return 0
    with room.writing_papers() as session:
        today = _today(session, room)
        query = find(room, today).order_by(Case.id).limit(MOST_AT_ONCE)
        found = session.scalars(query.with_for_update(key_share=True, skip_locked=True, of=Case)).all()
        return sum(_one(session, room, today, case, act, left) for case in found)


def _one(session: Session, room: Room, today: Today, case: Case, act: Part, left: list[int]) -> bool:
    number = case.id
    try:
        with session.begin_nested():
            return act(session, room, today, case)
    except (Refusal, KeyMissing) as trouble:  # a key that is not on this machine, a route that is full
        log.warning("case %s could not be seen to: %s", number, type(trouble).__name__)
        left.append(number)
        return False


def _cases(room: Room, *conditions: ColumnElement[bool]) -> Select[Case]:
    return select(Case).where(Case.centre == room.centre, Case.ended_at.is_(None), *conditions)


def _start_of(room: Room, day: date) -> datetime:
    return room.span(day, day)[0]


# Accepted by law, since nobody said in time what is missing.


def _untold(room: Room, today: Today) -> Select[Case]:
    limit = _start_of(room, today.before(today.rules.tell_days))
    return _cases(room, Case.state == CaseState.RECEIVED, Case.moved_at < limit)


def _accept(session: Session, room: Room, _: Today, case: Case) -> bool:
    advance_case(session, room, case.id, Step("accept", note=DEEMED))
    return True


# Who answers for it.


def _fall(room: Room) -> int:
    """Let the backstop answer for what nobody sees to, and tell them once how much it was."""
    with room.reading() as session:
        today = _today(session, room)
        to = _stand_in(session, room, today.day)
        if to is None or session.scalars(_fallen(room, today, to).limit(1)).first() is None:
            return 0
    with room.writing() as session:
        today = _today(session, room)
        query = _fallen(room, today, to).order_by(Case.id).limit(MOST_AT_ONCE)
        found = session.scalars(query.with_for_update(key_share=True, skip_locked=True, of=Case)).all()
        for case in found:
            _put(session, room, case, to, Holding.BACKSTOP, _why(session, today, case))
        if found:
            tell_fallen(session, room, to, [case.id for case in found], at=today.now)
        return len(found)


def _stand_in(session: Session, room: Room, day: date) -> str | None:
    """The backstop, or while that person is away the first who is here; None when nobody is."""
    named = backstop(session, room)
    here_then = Staff.active & ~on_leave(Staff.centre, Staff.code, day)
    here = list(session.scalars(select(Staff.code).where(Staff.centre == room.centre, here_then).order_by(Staff.code)))
    return named if named in here else next(iter(here), None)


def _fallen(room: Room, today: Today, to: str) -> Select[Case]:
    limit = _start_of(room, today.before(today.rules.stuck_days))
    held_since = (
        select(func.max(CaseHolder.since))
        .where(CaseHolder.case_id == Case.id, CaseHolder.until.is_(None))
        .scalar_subquery()
    )
    gone = ~exists().where(Staff.centre == Case.centre, Staff.code == Case.responsible, Staff.active)
    ours = Case.state.in_(_STUCK_STATES) | and_(Case.state == CaseState.NOTIFIED, Case.delivery != Delivery.COLLECT)
    stuck = and_(ours, Case.moved_at < limit, held_since < limit, Case.holding != Holding.BACKSTOP)
    return _cases(room, Case.responsible != to, or_(gone, on_leave(Case.centre, Case.responsible, today.day), stuck))


def _why(session: Session, today: Today, case: Case) -> str:
    if not session.get_one(Staff, (case.centre, case.responsible)).active:
        return LEFT
    away = select(on_leave(Case.centre, Case.responsible, today.day)).where(Case.id == case.id)
    return AWAY if session.scalar(away) else STUCK


def _lent(room: Room, today: Today) -> Select[Case]:
    """What fell to the backstop while somebody was away who is back, and has not moved since."""
    now, owner = aliased(CaseHolder), aliased(CaseHolder)
    works = exists().where(Staff.centre == Case.centre, Staff.code == owner.staff, Staff.active)
    return (
        _cases(room, Case.holding == Holding.BACKSTOP, works, ~on_leave(Case.centre, owner.staff, today.day))
        .join(now, (now.case_id == Case.id) & now.until.is_(None) & (now.reason == AWAY))
        .join(owner, (owner.case_id == Case.id) & (owner.until == now.since))
        .where(Case.moved_at < now.since)
    )


def _give_back(session: Session, room: Room, _: Today, case: Case) -> bool:
    query = select(CaseHolder).where(CaseHolder.case_id == case.id).order_by(CaseHolder.id.desc()).limit(2)
    _now, owner = session.scalars(query)
    _put(session, room, case, owner.staff, Holding(owner.holding), BACK)
    return True


def _put(session: Session, room: Room, case: Case, to: str, holding: Holding, reason: str) -> None:
    changing_case(session, room, case.id, None)
    now, before = room.now(), {"responsible": case.responsible, "holding": case.holding}
    put_holder(session, case, to, holding, at=now, reason=reason)
    session.flush()
    after = {"responsible": to, "holding": holding, "why": reason}
    room.note(session, "hand_case", "case", case.id, at=now, before=before, after=after)


# What waits for the resident.


def _uncorrected(room: Room, today: Today) -> Select[Case]:
    return _cases(
        room, Case.state == CaseState.TO_CORRECT, Case.correct_by < today.day, Case.reminded != _CORRECT
    )  # fmt: skip


def _call_for_correction(session: Session, room: Room, today: Today, case: Case) -> bool:
    tell_correction_late(session, room, case, at=today.now)
    return _remind(session, room, today, case, _CORRECT)


def _heard(room: Room, _: Today) -> Select[Case]:
    """Decided, and the outbox has told the applicant."""
    event = literal("case/") + cast(Case.id, String) + literal(f"/{DECIDED}")
    told = exists().where(
        Message.centre == Case.centre,
        Message.event == event,
        Message.state.in_((MessageState.SENT, MessageState.CALLED)),
    )
    return _cases(room, Case.state.in_((CaseState.GRANTED, CaseState.REJECTED)), told)


def _notify(session: Session, room: Room, _: Today, case: Case) -> bool:
    advance_case(session, room, case.id, Step("notify"))
    return True


def _uncollected(room: Room, today: Today) -> Select[Case]:
    limit = _start_of(room, today.before(today.rules.uncollected_days))
    return _cases(
        room, Case.state == CaseState.NOTIFIED, Case.delivery == Delivery.COLLECT, Case.notified_at < limit,
        Case.reminded == "",
    )  # fmt: skip


def _call_for_result(session: Session, room: Room, today: Today, case: Case) -> bool:
    tell_uncollected(session, room, case, at=today.now)
    return _remind(session, room, today, case, _CALLED)


def _forgotten(room: Room, today: Today) -> Select[Case]:
    limit = _start_of(room, today.before(today.rules.home_days))
    return _cases(
        room, Case.state == CaseState.NOTIFIED, Case.delivery == Delivery.COLLECT, Case.notified_at < limit,
        Case.reminded == _CALLED,
    )  # fmt: skip


def _bring_home(session: Session, room: Room, today: Today, case: Case) -> bool:
    case.delivery, case.moved_at = Delivery.HOME, max(today.now, case.moved_at)  # from now on it waits for staff
    add_stop(session, room, case, StopEntry(StopKind.HOME, "", zh.ROUTE_HOME, staff=case.responsible))
    return _remind(session, room, today, case, _HOME)


def _remind(session: Session, room: Room, today: Today, case: Case, how_far: str) -> bool:
    changing_case(session, room, case.id, None)
    case.reminded = how_far
    session.flush()
    room.note(session, "remind_case", "case", case.id, at=today.now, after={"reminded": how_far})
    return True
