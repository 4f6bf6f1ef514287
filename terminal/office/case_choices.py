"""What may be done with a case now, by whom, and which of it comes next."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from terminal.model import Case, CaseMove, CaseStop, Delivery, ItemStep, StopKind, StopState
from terminal.office.case_holding import backstop
from terminal.office.case_views import MoveChoice
from terminal.office.room import Room
from terminal.rules.casework import CaseState, Move, Who, moves_from

_NEXT = {
    CaseState.RECEIVED: "accept",
    CaseState.TO_CORRECT: "corrected",
    CaseState.SPECIAL: "resume",
    CaseState.SUSPENDED: "resume",
    CaseState.GRANTED: "notify",
    CaseState.REJECTED: "notify",
}
_BRINGS = {Delivery.COLLECT: "collect", Delivery.POST: "post", Delivery.HOME: "bring-home"}


def choices_of(session: Session, room: Room, case: Case, staff: str) -> tuple[MoveChoice, ...]:
    """The moves from where the case stands, in the table's order. ``why_not``: "responsible" (somebody else answers for
    it), "extended" (it was already), "late" (its day is past).
    """
    state = CaseState(case.state)
    mine = not staff or staff in (case.responsible, backstop(session, room))
    today = room.day(room.now())
    choices = []
    for move in moves_from(state, case.accepted_at is not None):
        why = _why_not(case, move, mine, late=today > case.promised_on)
        document = next(iter(move.documents(case.proxy, state)), "")
        choices.append(
            MoveChoice(move.name, tuple(sorted(record.value for record in move.records)), document, not why, why)
        )
    return tuple(choices)


def _why_not(case: Case, move: Move, mine: bool, *, late: bool) -> str:
    if move.who is not Who.ANYBODY and not mine:
        return "responsible"
    if move.name == "extend" and case.extended_days:
        return "extended"
    return "late" if move.name == "extend" and late else ""


def next_step(session: Session, room: Room, case: Case) -> str:
    """The move that comes next as a rule; "" when the case is closed."""
    state = CaseState(case.state)
    if state in (CaseState.ACCEPTED, CaseState.IN_PROGRESS):
        return _on_the_way(session, room, case)
    if state is CaseState.NOTIFIED:
        return _BRINGS[Delivery(case.delivery)]
    return _NEXT.get(state, "")


def _on_the_way(session: Session, room: Room, case: Case) -> str:
    """Handed on it comes back, one department after the other; then it is decided."""
    handed, returned = handed_and_returned(session, case)
    if handed > returned:
        return "returned"
    ahead = steps_of(session, room, case) - returned
    stops = select(func.count()).where(
        CaseStop.case_id == case.id, CaseStop.kind == StopKind.DEPARTMENT, CaseStop.state == StopState.PLANNED
    )
    return "hand-over" if ahead > 0 or session.scalar(stops) else "grant"


def handed_and_returned(session: Session, case: Case) -> tuple[int, int]:
    """How often the case went to a department, and came back."""
    query = (
        select(CaseMove.move, func.count())
        .where(CaseMove.case_id == case.id, CaseMove.move.in_(("hand-over", "returned")))
        .group_by(CaseMove.move)
    )
    counts = dict(session.execute(query).all())
    return counts.get("hand-over", 0), counts.get("returned", 0)


def steps_of(session: Session, room: Room, case: Case) -> int:
    """How many departments the item usually passes."""
    query = select(func.count()).where(
        ItemStep.centre == room.centre, ItemStep.item == case.item, ItemStep.department.is_not(None)
    )
    return session.scalar(query) or 0
