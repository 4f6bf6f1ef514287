"""An agent's day: where to go, in a sensible order, and what to take along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from forms import texts_zh as zh
from forms.day_sheet_data import DaySheet, SheetErrand
from terminal.model import (
    Case,
    CaseMaterial,
    CaseStop,
    Centre,
    Department,
    Item,
    MaterialState,
    Resident,
    Staff,
    StopKind,
    StopState,
)  # fmt: skip
from terminal.office.case_views import Errand, StopView
from terminal.office.custody import whereabouts_of
from terminal.office.duty_reading import on_leave
from terminal.office.room import Room
from terminal.office.route_reading import read_stops
from terminal.rules.errands import Task, day_order

BEGINS = time(8, 30)  # when a round sets out
_FIRST = -1  # what has no place in the round of departments


class DaySheetVerbs:
    """The part of the routes' desk that looks at one person's day."""

    _room: Room

    def day_sheet(self, staff: str, day: date) -> tuple[Errand, ...]:
        """The errands of a person on a day, in the order to do them: agreed hours are kept, the rest goes by the round
        of the departments. What was planned for an earlier day and not done comes along, and what a colleague who is
        away that day was to do for a case that the person answers for; what is done stays on it, at its end. Refuses an
        unknown person.
        """
        with self._room.reading() as session:
            person = self._room.staff(session, staff).code
            return errands_of(session, self._room, person, day)

    def day_sheet_pdf(self, staff: str, day: date) -> bytes:
        """The same to print (PDF, A4), with boxes to tick and places to write what came back."""
        from forms.day_sheet import day_sheet  # the PDF library is loaded by whoever prints

        with self._room.reading() as session:
            person = self._room.staff(session, staff)
            errands = errands_of(session, self._room, person.code, day)
            centre = session.get_one(Centre, self._room.centre).name
        return day_sheet(_sheet(centre, person.name, day, self._room.local(self._room.now()), errands))


def errands_of(session: Session, room: Room, staff: str, day: date) -> tuple[Errand, ...]:
    """See ``DaySheetVerbs.day_sheet``; within the caller's read."""
    today = room.day(room.now())
    due = CaseStop.day == day
    if day >= today:
        due = or_(due, and_(CaseStop.day < min(day, today), CaseStop.state == StopState.PLANNED))
    stops = {stop.id: stop for stop in read_stops(session, room, or_(CaseStop.staff == staff, _left(staff, day)), due)}
    rounds = _rounds(session, room, stops)
    tasks = [_task(stop, rounds.get(stop.id), day) for stop in stops.values() if stop.state != StopState.DONE]
    order = [task.key for task in day_order(tasks, datetime.combine(day, BEGINS, room.zone))]
    order += [stop.id for stop in sorted(stops.values(), key=_when_done) if stop.state == StopState.DONE]
    carry = _Carrying(session, {stop.case_id for stop in stops.values()})
    cases = _cases(session, room, {stop.case_id for stop in stops.values()})
    return tuple(_errand(stops[number], cases[stops[number].case_id], carry.of(stops[number])) for number in order)


def _left(staff: str, day: date) -> ColumnElement[bool]:
    """Planned stops of who is not here that day, in cases that this person answers for: somebody has to go."""
    theirs = CaseStop.case_id.in_(select(Case.id).where(Case.responsible == staff, Case.ended_at.is_(None)))
    here = exists().where(Staff.centre == CaseStop.centre, Staff.code == CaseStop.staff, Staff.active)
    gone = or_(~here, on_leave(CaseStop.centre, CaseStop.staff, day))
    return and_(CaseStop.state == StopState.PLANNED, theirs, gone)


_Known = tuple[str, str, str, str]  # number of the case, title, name and telephone of the resident


def _errand(stop: StopView, known: _Known, carry: tuple[str, ...]) -> Errand:
    number, title, name, phone = known
    return Errand(stop=stop, case_number=number, title=title, name=name, phone=phone, carry=carry)


def _when_done(stop: StopView) -> datetime:
    return stop.done_at or datetime.max.replace(tzinfo=UTC)


def _rounds(session: Session, room: Room, stops: Collection[int]) -> dict[int, int]:
    """When a day's round passes each stop that is at a department."""
    query = (
        select(CaseStop.id, Department.round)
        .join(Department, and_(Department.centre == CaseStop.centre, Department.code == CaseStop.department))
        .where(CaseStop.centre == room.centre, CaseStop.id.in_(stops))
    )
    return dict(session.execute(query).all())


def _task(stop: StopView, passed: int | None, day: date) -> Task:
    """Agreed hours of another day bind nobody any more."""
    agreed = stop.planned_at if stop.planned_at is not None and stop.planned_at.date() == day else None
    return Task(stop.id, stop.case_id, stop.position, stop.place, _FIRST if passed is None else passed, agreed)


def _cases(session: Session, room: Room, cases: Collection[int]) -> dict[int, _Known]:
    query = (
        select(Case.id, Case.number, Item.name, Resident.name, Resident.phone)
        .join(Item, and_(Item.centre == Case.centre, Item.code == Case.item))
        .join(Resident, Resident.id == Case.resident_id)
        .where(Case.centre == room.centre, Case.id.in_(cases))
    )
    return {case: (number, title, name, phone) for case, number, title, name, phone in session.execute(query)}


class _Carrying:
    """What is taken along: to a department what the case has here; home what goes back, once no department needs it.

    Each thing is carried to one stop only, the first that asks for it.
    """

    def __init__(self, session: Session, cases: Collection[int]) -> None:
        materials = select(CaseMaterial).where(CaseMaterial.case_id.in_(cases), CaseMaterial.here)
        self._here: dict[int, list[CaseMaterial]] = defaultdict(list)
        for row in session.scalars(materials.order_by(CaseMaterial.case_id, CaseMaterial.position)):
            self._here[row.case_id].append(row)
        self._chains = whereabouts_of(session, cases)
        query = select(CaseStop.case_id, CaseStop.position).where(
            CaseStop.case_id.in_(cases), CaseStop.kind == StopKind.DEPARTMENT, CaseStop.state == StopState.PLANNED
        )
        self._departments: dict[int, list[int]] = defaultdict(list)
        for case, position in session.execute(query):
            self._departments[case].append(position)

    def of(self, stop: StopView) -> tuple[str, ...]:
        """What to take to this stop, in words."""
        if stop.state != StopState.PLANNED:
            return ()
        if stop.kind == StopKind.DEPARTMENT:
            return self._taken(stop.case_id, back=False)
        ahead = any(position > stop.position for position in self._departments[stop.case_id])
        return self._taken(stop.case_id, back=True) if stop.kind == StopKind.HOME and not ahead else ()

    def _taken(self, case: int, *, back: bool) -> tuple[str, ...]:
        words, rest = [], []
        for row in self._here[case]:
            originals = self._chains[case, row.position].here
            wanted = row.to_return or row.outcome if back else row.state == MaterialState.RECEIVED and not row.outcome
            if not wanted:
                rest.append(row)
                continue
            count = min(originals, row.to_return) if back and not row.outcome else originals
            words.append(_words(row.name, count, row.got_copies if row.outcome or not back else 0))
        self._here[case] = rest
        return tuple(words)


def _words(name: str, originals: int, copies: int) -> str:
    counts = [text.format(count=count) for text, count in ((zh.ORIGINALS, originals), (zh.COPIES, copies)) if count]
    return " ".join((name, *counts))


def _sheet(
    centre: str, person: str, day: date, printed: datetime, errands: Iterable[Errand]
) -> DaySheet:  # fmt: skip
    return DaySheet(centre, person, day, printed, tuple(_line(errand, day) for errand in errands))


def _line(errand: Errand, day: date) -> SheetErrand:
    stop = errand.stop
    agreed = f"{stop.planned_at:%H:%M}" if stop.planned_at is not None and stop.planned_at.date() == day else ""
    return SheetErrand(
        time=f"{stop.done_at:%H:%M}" if stop.done_at is not None else agreed, place=stop.place, address=stop.address,
        purpose=stop.purpose, bring=stop.bring, name=errand.name, phone=errand.phone,
        case_number=errand.case_number, title=errand.title, carry=errand.carry, state=stop.state,
        at_home=stop.kind == StopKind.HOME,
        since=stop.day if stop.day is not None and stop.day < day else None, came_back=stop.came_back,
    )  # fmt: skip
