"""The timeline of a case: what was done, where it paused, where it is now, and what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Case, Department, ItemStep
from terminal.office.case_views import MoveView, PauseView, TimelineNode
from terminal.office.room import Room
from terminal.rules.casework import DECIDED, ENDED, RUNNING, CaseState
from terminal.rules.working_days import Calendar

DONE, PAUSED, NOW, TO_COME = "done", "paused", "now", "to_come"
_PAUSES = {"ask-correction": "to_correct", "special": "special", "suspend": "suspended"}
_ENDINGS = ("corrected", "resume", "returned")  # shown as the end of what they end
_SILENT = ("start", "recount")


def timeline_of(
    room: Room, case: Case, moves: Sequence[MoveView], pauses: Sequence[PauseView], calendar: Calendar,
    titles: Sequence[str],
) -> tuple[TimelineNode, ...]:  # fmt: skip
    """The nodes in order. ``name`` is a move's, save for "working" (accepted, nothing handed on), "decide" and
    "deliver", which are to come; a department's node has its name as ``title``, of ``titles`` in their order.
    ``calendar``: from the first move on.
    """
    nodes = [*_past(room, moves, pauses, calendar), *_now(room, case, moves, calendar)]
    return (*nodes, *_to_come(case, titles[sum(one.move == "hand-over" for one in moves) :]))


def _past(
    room: Room, moves: Sequence[MoveView], pauses: Sequence[PauseView], calendar: Calendar
) -> list[TimelineNode]:  # fmt: skip
    nodes, waits = [], iter(pauses)
    for position, move in enumerate(moves):
        if move.move in _ENDINGS or move.move in _SILENT:
            continue
        day = move.at.date()
        if move.move in _PAUSES:
            pause = next(waits, None)
            until, days = (pause.until, pause.days) if pause is not None else (None, None)
            nodes.append(TimelineNode(move.move, PAUSED, day, until, days))
        elif move.move == "hand-over":
            back = next((one.at.date() for one in moves[position:] if one.move == "returned"), None)
            ended = back or next((one.at.date() for one in moves[position:] if one.to_state in _OVER), None)
            days = None if ended else calendar.between(day, max(day, room.day(room.now()))).days + 1
            nodes.append(TimelineNode(move.move, DONE if ended else NOW, day, ended, days, move.to))
        else:
            nodes.append(TimelineNode(move.move, DONE, day, None))
    return nodes


_OVER = frozenset(state.value for state in DECIDED | ENDED)


def _now(room: Room, case: Case, moves: Sequence[MoveView], calendar: Calendar) -> list[TimelineNode]:
    """Where it is when no department has it, since the move that brought it here: an extension moves nothing."""
    if CaseState(case.state) not in RUNNING:
        return []
    last = next((one for one in reversed(moves) if one.move in ("hand-over", "returned")), None)
    if last is not None and last.move == "hand-over":
        return []
    here = next(one for one in reversed(moves) if one.move == "returned" or one.from_state != one.to_state)
    day, today = here.at.date(), room.day(room.now())
    return [TimelineNode("working", NOW, day, None, calendar.between(day, max(day, today)).days + 1)]


def _to_come(case: Case, titles: Sequence[str]) -> list[TimelineNode]:
    state = CaseState(case.state)
    if state in ENDED:
        return []
    deliver = TimelineNode("deliver", TO_COME, None, None)
    if state in DECIDED:
        return [deliver]
    ahead = [TimelineNode("hand-over", TO_COME, None, None, title=title) for title in titles]
    return [*ahead, TimelineNode("decide", TO_COME, None, case.promised_on), deliver]


def departments_of(session: Session, room: Room, case: Case) -> list[str]:
    """The departments the item usually passes, in order."""
    query = (
        select(Department.name)
        .join(ItemStep, (ItemStep.centre == Department.centre) & (ItemStep.department == Department.code))
        .where(ItemStep.centre == room.centre, ItemStep.item == case.item)
        .order_by(ItemStep.position)
    )
    return list(session.scalars(query))
