"""The way of a case: its errands, planned, begun and done; home visits at agreed hours; what a route usually is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseStop, Custody, Item, StopKind, StopState
from terminal.model.casework import LONGEST_NOTE
from terminal.office import custody, route_planning
from terminal.office.case_calendar import count_days
from terminal.office.case_finding import case_of, changing_case, moment_of
from terminal.office.case_views import StopEntry, StopView
from terminal.office.custody import Link
from terminal.office.day_sheet import DaySheetVerbs
from terminal.office.entered_words import said
from terminal.office.mandates import check_mandate
from terminal.office.room import LARGEST_ID, Room
from terminal.office.route_reading import read_stops
from terminal.office.route_suggesting import suggested_stops

_OPEN = (StopState.PLANNED, StopState.NOW)


class RouteDesk(DaySheetVerbs):
    """Verbs of routes. Each counts the danger of the case anew. Safe to call from many threads."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def stops(self, case_id: int | str) -> tuple[StopView, ...]:
        """The stops of a case in their order, without those that were dropped."""
        with self._room.reading() as session:
            return read_stops(session, self._room, CaseStop.case_id == case_of(session, self._room, case_id).id)

    def plan(self, case_id: int | str, entry: StopEntry, *, by: str = "") -> StopView:
        """Add an errand at the end of the route; by default the responsible person's.

        Refuses a day before the case came in, somebody who is on leave then, a home visit that overlaps another of the
        same person, and more home visits of one day than the centre's rules allow.
        """
        with self._room.writing() as session:
            self._room.check_by(session, by)
            case = _changing(session, self._room, case_id)
            stop = route_planning.add_stop(session, self._room, case, entry)
            return self._done(session, case, stop, "plan_stop", by)

    def change(self, stop_id: int, entry: StopEntry, *, by: str = "") -> StopView:
        """Plan an errand anew; refuses as ``plan``, and for one that has begun."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            stop, case = self._locked(session, stop_id, (StopState.PLANNED,))
            route_planning.fill_stop(session, self._room, case, stop, entry)
            return self._done(session, case, stop, "change_stop", by)

    def drop(self, stop_id: int, *, by: str = "") -> None:
        """An errand that is not needed."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            stop, case = self._locked(session, stop_id, _OPEN)
            stop.state = StopState.DROPPED
            self._note(session, case, stop, "drop_stop", by)

    def reorder(self, case_id: int | str, order: Sequence[int], *, by: str = "") -> tuple[StopView, ...]:
        """Put the errands that are not done into this order; those that are stay before them. Refuses an order that
        leaves one out or names another.
        """
        with self._room.writing() as session:
            self._room.check_by(session, by)
            case = _changing(session, self._room, case_id)
            query = select(CaseStop).where(CaseStop.case_id == case.id, CaseStop.state != StopState.DROPPED)
            stops = {stop.id: stop for stop in session.scalars(query.order_by(CaseStop.position, CaseStop.id))}
            waiting = {number for number, stop in stops.items() if stop.state in _OPEN}
            if len(order) != len(waiting) or set(order) != waiting:
                raise Refusal("The order does not name each open stop once.", "Name all of them: {stops}.",
                              stops=", ".join(map(str, sorted(waiting))))  # fmt: skip
            for position, number in enumerate([*(one for one in stops if one not in waiting), *order], start=1):
                stops[number].position = position
            session.flush()
            self._room.note(
                session, "order_stops", "case", case.id, at=self._room.now(), who=by, after={"stops": list(order)}
            )
            return read_stops(session, self._room, CaseStop.case_id == case.id)

    def begin(
        self, stop_id: int, *, carry: Iterable[int] = (), at: datetime | None = None, by: str = ""
    ) -> StopView:  # fmt: skip
        """Somebody is on the way, or what was handed in there is waited for. ``carry``: materials handed on with it.

        A proxy case goes to a department with a mandate in force only.
        """
        with self._room.writing() as session:
            self._room.check_by(session, by)
            stop, case = self._locked(session, stop_id, (StopState.PLANNED,))
            when = moment_of(self._room, case, at)
            self._begin(session, case, stop, when)
            self._carry(session, case, stop, Custody.HANDED_ON, carry, when, by)
            return self._done(session, case, stop, "begin_stop", by)

    def done(
        self,
        stop_id: int,
        came_back: str = "",
        *,
        back: Iterable[int] = (),
        at: datetime | None = None,
        by: str = "",
    ) -> StopView:
        """It is done; ``came_back`` says what was brought, ``back`` names materials that came back with it.

        One that was never begun is begun by it. Refuses a time before it began.
        """
        with self._room.writing() as session:
            self._room.check_by(session, by)
            stop, case = self._locked(session, stop_id, _OPEN)
            when = moment_of(self._room, case, at)
            if stop.begun_at is None:
                self._begin(session, case, stop, when)
            elif at is None:
                when = max(when, stop.begun_at)
            elif when < stop.begun_at:
                raise Refusal("It would be done before it began.", "Enter a time after {begun}.",
                              begun=f"{self._room.local(stop.begun_at):%Y-%m-%d %H:%M}")  # fmt: skip
            stop.state, stop.done_at, stop.day = StopState.DONE, when, self._room.day(when)
            stop.came_back = said(came_back, LONGEST_NOTE)
            self._carry(session, case, stop, Custody.CAME_BACK, back, when, by)
            return self._done(session, case, stop, "done_stop", by)

    def suggested(self, case_id: int | str) -> tuple[StopEntry, ...]:
        """What the route of such a case usually is: see ``route_suggesting``. Nothing is changed."""
        with self._room.reading() as session:
            return suggested_stops(session, self._room, case_of(session, self._room, case_id))

    def plan_suggested(self, case_id: int | str, *, by: str = "") -> tuple[StopView, ...]:
        """Take the usual route over, without days. Refuses when the case has a route already."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            case = _changing(session, self._room, case_id)
            if read_stops(session, self._room, CaseStop.case_id == case.id):
                raise Refusal("Case {number} has a route already.", "Change its stops, or add to them.",
                              number=case.number)  # fmt: skip
            for entry in suggested_stops(session, self._room, case):
                route_planning.add_stop(session, self._room, case, entry)
            _count(session, self._room, case)
            self._room.note(session, "plan_route", "case", case.id, at=self._room.now(), who=by)
            return read_stops(session, self._room, CaseStop.case_id == case.id)

    def _begin(self, session: Session, case: Case, stop: CaseStop, at: datetime) -> None:
        if stop.kind == StopKind.DEPARTMENT:
            check_mandate(session, case, self._room.day(at))
        stop.state, stop.begun_at, stop.day = StopState.NOW, at, self._room.day(at)

    def _carry(
        self, session: Session, case: Case, stop: CaseStop, what: Custody, positions: Iterable[int], at: datetime,
        by: str,
    ) -> None:  # fmt: skip
        wanted = tuple(positions)
        if not wanted:
            return
        place = custody.HERE if what == Custody.CAME_BACK else stop.place
        moved = custody.carry_all(session, case, Link(what, place, at, by or stop.staff or ""), wanted)
        if set(wanted) - set(moved):
            raise Refusal("There is nothing of it to move.", "Look where the materials are.")

    def _locked(self, session: Session, stop_id: int, states: Sequence[StopState]) -> tuple[CaseStop, Case]:
        """A stop in one of these states, and its case, locked."""
        stop = session.get(CaseStop, stop_id) if 0 < stop_id <= LARGEST_ID else None
        if stop is None or stop.centre != self._room.centre or stop.state == StopState.DROPPED:
            raise Refusal("There is no stop {stop}.", "Use the id that the route shows.", stop=stop_id)
        case = _changing(session, self._room, stop.case_id)
        session.refresh(stop)
        if stop.state not in states:
            raise Refusal("This stop cannot be changed any more: it is {state}.", "Plan another one.", state=stop.state)
        return stop, case

    def _note(self, session: Session, case: Case, stop: CaseStop, verb: str, by: str) -> None:
        _count(session, self._room, case)
        after = {"stop": stop.id, "state": str(stop.state), "day": stop.day}
        self._room.note(session, verb, "case", case.id, at=self._room.now(), who=by, after=after)

    def _done(self, session: Session, case: Case, stop: CaseStop, verb: str, by: str) -> StopView:
        self._note(session, case, stop, verb, by)
        (view,) = read_stops(session, self._room, CaseStop.id == stop.id)
        return view


def _changing(session: Session, room: Room, case_id: int | str) -> Case:
    return changing_case(session, room, case_id, None)


def _count(session: Session, room: Room, case: Case) -> None:
    """Danger is a matter of the stops left."""
    session.flush()
    count_days(session, room, case, session.get_one(Item, (room.centre, case.item)))
