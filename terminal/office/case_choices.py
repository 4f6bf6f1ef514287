"""What may be done with a case now, by whom, and which of it comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from terminal.model import Case, Delivery, StopKind, StopState
from terminal.office.case_views import MoveChoice, MoveView, StopView
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


def choices_of(case: Case, staff: str, head: str, today: date) -> tuple[MoveChoice, ...]:
    """The moves from where the case stands, in the table's order; ``head`` is the backstop. ``why_not``: "responsible"
    (somebody else answers for it), "extended" (it was already), "late" (its day is past).
    """
    state = CaseState(case.state)
    mine = not staff or staff in (case.responsible, head)
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


def next_step(case: Case, moves: Sequence[MoveView], stops: Sequence[StopView], departments: int) -> str:
    """The move that comes next as a rule; "" when the case is closed. ``departments``: how many its item passes."""
    state = CaseState(case.state)
    if state in (CaseState.ACCEPTED, CaseState.IN_PROGRESS):
        return _on_the_way(moves, stops, departments)
    if state is CaseState.NOTIFIED:
        return _BRINGS[Delivery(case.delivery)]
    return _NEXT.get(state, "")


def _on_the_way(moves: Sequence[MoveView], stops: Sequence[StopView], departments: int) -> str:
    """Handed on it comes back, one department after the other; then it is decided."""
    handed, returned = (sum(one.move == name for one in moves) for name in ("hand-over", "returned"))
    if handed > returned:
        return "returned"
    planned = any(one.kind == StopKind.DEPARTMENT and one.state == StopState.PLANNED for one in stops)
    return "hand-over" if departments > returned or planned else "grant"
