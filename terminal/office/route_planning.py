"""Planning an errand: what an entry leaves open is filled in, what cannot be kept is refused."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from forms import texts_zh as zh
from terminal.errors import Refusal
from terminal.model import (
    Case,
    CaseRules,
    CaseStop,
    Department,
    ItemStep,
    Resident,
    StopKind,
    StopState,
)  # fmt: skip
from terminal.model.casework import LONGEST_NOTE
from terminal.office.case_views import StopEntry
from terminal.office.duty_reading import on_leave
from terminal.office.entered_words import needed, said
from terminal.office.room import Room
from terminal.office.turns import take_turn
from terminal.rules.casework import UNFINISHED, CaseState
from terminal.rules.errands import clash
from terminal.rules.masking import masked_name

_LONGEST_PLACE = 120
_LONGEST_ADDRESS = 200
_LONGEST_PURPOSE = 120
_MOST_STOPS = 60


def add_stop(session: Session, room: Room, case: Case, entry: StopEntry) -> CaseStop:
    """A new stop at the end of the case's route, within the caller's transaction, which has the case locked. Raises
    Refusal as ``RouteDesk.plan``.
    """
    if CaseState(case.state) not in UNFINISHED:
        raise Refusal("Case {number} has ended.", "It has no way to go any more.", number=case.number)
    count, last = session.execute(
        select(func.count(), func.coalesce(func.max(CaseStop.position), 0)).where(CaseStop.case_id == case.id)
    ).one()
    if count >= _MOST_STOPS:
        raise Refusal("A route has at most {most} stops.", "Change one of them.", most=_MOST_STOPS)
    stop = CaseStop(case_id=case.id, centre=room.centre, position=last + 1, state=StopState.PLANNED, usual_days=0)
    fill_stop(session, room, case, stop, entry)
    session.add(stop)
    session.flush()
    return stop


def fill_stop(session: Session, room: Room, case: Case, stop: CaseStop, entry: StopEntry) -> None:
    """Let a stop say what the entry says; an empty place is the department's or the resident's."""
    stop.kind = _kind(entry.kind)
    department = _department(session, room, entry.department)
    stop.department = department.code if department is not None else None
    stop.place = _place(session, case, stop.kind, entry, department)
    stop.address = said(entry.address, _LONGEST_ADDRESS) or (department.address if department is not None else "")
    stop.purpose = needed(
        entry.purpose, _LONGEST_PURPOSE, Refusal("It is not said what is to be done there.", "Enter the purpose.")
    )
    stop.bring = said(entry.bring, LONGEST_NOTE)
    stop.staff = room.staff(session, entry.staff or case.responsible).code
    stop.planned_at = room.moment(entry.at) if entry.at is not None else None
    stop.day = room.day(stop.planned_at) if stop.planned_at is not None else entry.day
    if department is not None:
        stop.usual_days = _usual_days(session, room, case, department.code)
    _check_day(session, room, case, stop)


def _kind(kind: str) -> StopKind:
    if kind not in tuple(StopKind):
        raise Refusal("There is no stop of kind {kind}.", "Say one of: {known}.", kind=kind, known=", ".join(StopKind))
    return StopKind(kind)


def _department(session: Session, room: Room, code: str | None) -> Department | None:
    if code is None:
        return None
    found = session.get(Department, (room.centre, code))
    if found is None:
        raise Refusal("There is no department {department}.", "Use a code that case departments shows.",
                      department=code)  # fmt: skip
    return found


def _place(session: Session, case: Case, kind: StopKind, entry: StopEntry, department: Department | None) -> str:
    place = said(entry.place, _LONGEST_PLACE)
    if place:
        return place
    if department is not None:
        return department.name
    if kind == StopKind.HOME:
        return zh.HOME_OF.format(name=masked_name(session.get_one(Resident, case.resident_id).name))
    if kind == StopKind.COUNTER:
        return zh.AT_CENTRE
    raise Refusal("It is not said where the stop is.", "Enter a place or a department.")


def _usual_days(session: Session, room: Room, case: Case, department: str) -> int:
    query = select(func.max(ItemStep.usual_days)).where(
        ItemStep.centre == room.centre, ItemStep.item == case.item, ItemStep.department == department
    )
    return session.scalar(query) or 0


def _check_day(session: Session, room: Room, case: Case, stop: CaseStop) -> None:
    if stop.day is None:
        return
    if stop.day < room.day(case.received_at):
        raise Refusal("The case came in on {day}.", "Enter a day from then on.", day=room.day(case.received_at))
    _check_leave(session, room, stop.staff or "", stop.day)
    if stop.kind == StopKind.HOME:
        _check_visits(session, room, stop, stop.day)


def _check_leave(session: Session, room: Room, staff: str, day: date) -> None:
    if session.scalar(select(on_leave(room.centre, staff, day))):
        raise Refusal("{staff} is on leave on {day}.", "Choose another day or another person.", staff=staff, day=day)


def _check_visits(session: Session, room: Room, stop: CaseStop, day: date) -> None:
    """Who plans a visit of the same person's day at the same moment waits here."""
    take_turn(session, room, f"visits/{stop.staff}/{day}")
    query = select(CaseStop.planned_at).where(
        CaseStop.centre == room.centre, CaseStop.staff == stop.staff, CaseStop.day == day,
        CaseStop.kind == StopKind.HOME, CaseStop.state != StopState.DROPPED, CaseStop.id != (stop.id or 0),
    )  # fmt: skip
    with session.no_autoflush:
        others = session.scalars(query).all()
        most = session.get_one(CaseRules, room.centre).visits_a_day
    if len(others) >= most:
        raise Refusal("{staff} has {most} home visits on {day} already.", "Choose another day or another person.",
                      staff=stop.staff, most=most, day=day)  # fmt: skip
    if stop.planned_at is not None:
        taken = clash(stop.planned_at, (other for other in others if other is not None))
        if taken is not None:
            raise _overlaps(room, stop.staff or "", taken)


def _overlaps(room: Room, staff: str, taken: datetime) -> Refusal:
    return Refusal(
        "{staff} visits somebody else at {taken} then.", "Agree on an hour before or after it.",
        staff=staff, taken=f"{room.local(taken):%H:%M}",
    )  # fmt: skip
