"""Where a case goes when it is handed on: the department's stop on its route, or the item's usual step."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseMove, CaseStop, Department, ItemStep, StopKind, StopState
from terminal.model.casework import LONGEST_NOTE
from terminal.office.room import Room

LONGEST_PLACE = 120


def begin_errand(session: Session, room: Room, case: Case, whom: str, at: datetime) -> dict[str, object]:
    """Begin the stop at a department that is next on the route (at ``whom``, its code or name, if given), unless one is
    under way. Returns what the move records: where it goes ("to") and the stop.

    A case without such a stop goes to ``whom``, or to where its item usually goes next. Refuses too long a name.
    """
    if len(whom) > LONGEST_PLACE:
        raise Refusal("The department's name is too long.", "Use at most {most} characters.", most=LONGEST_PLACE)
    stop = _stop(session, case, StopState.NOW) or _stop(session, case, StopState.PLANNED, whom)
    if stop is None:
        return {"to": _name(session, room, whom) or _usual(session, room, case)}
    if stop.state == StopState.PLANNED:
        stop.state, stop.begun_at, stop.day = StopState.NOW, at, room.day(at)
    return {"to": stop.place, "stop": stop.id}


def end_errand(session: Session, case: Case, came_back: str, at: datetime) -> None:
    """It came back: the department's stop under way is done."""
    stop = _stop(session, case, StopState.NOW)
    if stop is not None:
        stop.state, stop.done_at = StopState.DONE, at
        stop.came_back = came_back[:LONGEST_NOTE] or stop.came_back


def close_errands(session: Session, room: Room, case: Case, move: str, at: datetime) -> None:
    """The case has ended: the visit that brought it home is done, and nobody sets out to what was only planned. From
    what is under way somebody still comes back.
    """
    query = select(CaseStop).where(CaseStop.case_id == case.id, CaseStop.state.in_((StopState.PLANNED, StopState.NOW)))
    stops = session.scalars(query.order_by(CaseStop.state, CaseStop.position.desc(), CaseStop.id.desc())).all()
    brought = next((one for one in stops if one.kind == StopKind.HOME), None) if move == "bring-home" else None
    for stop in stops:
        if stop.state == StopState.NOW:
            continue
        stop.state = StopState.DONE if stop is brought else StopState.DROPPED
        if stop is brought:
            stop.begun_at, stop.done_at, stop.day = at, at, room.day(at)


def _stop(session: Session, case: Case, state: StopState, whom: str = "") -> CaseStop | None:
    query = (
        select(CaseStop)
        .where(CaseStop.case_id == case.id, CaseStop.kind == StopKind.DEPARTMENT, CaseStop.state == state)
        .order_by(CaseStop.position, CaseStop.id)
    )
    stops = session.scalars(query).all()
    return next((one for one in stops if not whom or whom in (one.department, one.place)), None)


def _name(session: Session, room: Room, whom: str) -> str:
    """The department of that code, else what was said."""
    known = session.get(Department, (room.centre, whom)) if whom else None
    return known.name if known is not None else whom


def _usual(session: Session, room: Room, case: Case) -> str:
    """The department that comes next as a rule, after those the case has been to; "" when there is none."""
    gone = select(func.count()).where(CaseMove.case_id == case.id, CaseMove.move == "hand-over")
    query = (
        select(Department.name)
        .join(ItemStep, (ItemStep.centre == Department.centre) & (ItemStep.department == Department.code))
        .where(ItemStep.centre == room.centre, ItemStep.item == case.item)
        .order_by(ItemStep.position)
        .offset(session.scalar(gone) or 0)
        .limit(1)
    )
    return session.scalars(query).one_or_none() or ""
