"""The ledger's saved views of cases: what each holds, a page of it, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case
from terminal.office.ledger_views import SAVED
from terminal.rules.casework import RUNNING, UNFINISHED, CaseState

# What is to be done by a day is in order of that day; these views are of unfinished cases in these states.
_STATES: Final[dict[str, frozenset[CaseState]]] = {
    "due": RUNNING,
    "risk": RUNNING,
    "late": RUNNING,
    "waiting": frozenset({CaseState.TO_CORRECT}),
    "ready": frozenset({CaseState.GRANTED, CaseState.REJECTED, CaseState.NOTIFIED}),
    "paused": frozenset({CaseState.SPECIAL, CaseState.SUSPENDED}),
}
_UNFINISHED: Final = Case.ended_at.is_(None)  # as the partial indexes have it


@dataclass(frozen=True, slots=True)
class Asked:
    """A saved view as of today; ``staff``: whose, for the view mine."""

    name: str
    centre: str
    today: date
    staff: str | None = None


def check_name(name: str) -> None:
    """Refuse what is no saved view."""
    if name not in SAVED:
        raise Refusal("There is no view {view}.", "Use one of: {known}.", view=name, known=", ".join(SAVED))


def ids_of(session: Session, asked: Asked, limit: int, after: str) -> tuple[list[int], str]:
    """The next cases of a view and where the page after them goes on, "" at the end. The soonest promised come first;
    of all cases the newest. Raises ValueError for an ``after`` that no page gave.
    """
    if asked.name == "all":
        return _newest(session, asked, limit, after)
    rows: list[tuple[date, int]] = []
    for branch in _branches(asked):
        query = select(Case.promised_on, Case.id).where(Case.centre == asked.centre, _UNFINISHED, *branch)
        if after:
            on, _, ident = after.partition("/")
            last = date.fromisoformat(on)
            query = query.where(
                Case.promised_on >= last, or_(Case.promised_on > last, Case.id > int(ident))
            )  # fmt: skip
        ordered = query.order_by(Case.promised_on, Case.id).limit(limit + 1)
        rows += [(day, ident) for day, ident in session.execute(ordered)]
    rows.sort()
    more = f"{rows[limit - 1][0].isoformat()}/{rows[limit - 1][1]}" if len(rows) > limit else ""
    return [ident for _, ident in rows[:limit]], more


def counts_of(session: Session, asked: Asked) -> dict[str, int]:
    """How many cases each view holds but ``all``; ``mine`` only for somebody's."""
    days = {"due": _due, "risk": _risk, "late": _late}
    sums = [func.sum(case((and_(*test(asked.today)), 1), else_=0)) for test in days.values()]
    query = select(Case.state, func.count(), *sums).where(Case.centre == asked.centre, _UNFINISHED)
    counts = dict.fromkeys(_STATES, 0)
    for state, whole, *by_day in session.execute(query.where(Case.state.in_(UNFINISHED)).group_by(Case.state)):
        parts = dict(zip(days, by_day, strict=True))
        for name, states in _STATES.items():
            if state in states:
                counts[name] += int(parts.get(name, whole))
    if asked.staff is not None:
        mine = select(func.count()).where(Case.centre == asked.centre, _UNFINISHED, Case.responsible == asked.staff)
        counts["mine"] = session.scalar(mine) or 0
    return counts


def _branches(asked: Asked) -> list[tuple[ColumnElement[bool], ...]]:
    """Conditions that together are the view's, each in order by one index."""
    if asked.name == "mine":
        return [(Case.responsible == asked.staff,)]
    more = {"due": _due, "risk": _risk, "late": _late}.get(asked.name, _nothing)(asked.today)
    return [(Case.state == state, *more) for state in sorted(_STATES[asked.name])]


def _due(today: date) -> tuple[ColumnElement[bool], ...]:
    """Promised for a day of this week that is not over."""
    return Case.promised_on >= today, Case.promised_on <= today + timedelta(days=6 - today.weekday())


def _risk(today: date) -> tuple[ColumnElement[bool], ...]:
    """Not late yet, but fewer days are left than the steps left take."""
    return Case.promised_on >= today, Case.risk_on <= today


def _late(today: date) -> tuple[ColumnElement[bool], ...]:
    return (Case.promised_on < today,)


def _nothing(_: date) -> tuple[ColumnElement[bool], ...]:
    return ()


def _newest(session: Session, asked: Asked, limit: int, after: str) -> tuple[list[int], str]:
    query = select(Case.received_at, Case.id).where(Case.centre == asked.centre)
    if after:
        last = session.execute(select(Case.received_at, Case.id).where(Case.id == int(after))).one()
        query = query.where(
            Case.received_at <= last.received_at, or_(Case.received_at < last.received_at, Case.id < last.id)
        )  # fmt: skip
    rows = session.execute(query.order_by(Case.received_at.desc(), Case.id.desc()).limit(limit + 1)).all()
    more = str(rows[limit - 1][1]) if len(rows) > limit else ""
    return [ident for _, ident in rows[:limit]], more
