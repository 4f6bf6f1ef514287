"""Proposing a roster: read what is known, search without holding anything, write it if nobody was faster."""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Duty, Roster, RosterState
from terminal.model.duty import IN_FORCE
from terminal.office.plan_views import DutyView
from terminal.office.room import Room
from terminal.office.roster_ground import EXTENDED, read_ground
from terminal.office.roster_problem import Hours, Problem
from terminal.office.roster_reading import around, extended_before, find_roster, shown_duties
from terminal.office.roster_seating import Seated, seat
from terminal.office.roster_shortages import no_roster, shortages
from terminal.office.roster_watch import Cancelled, Watch

HABIT_DAYS = 60  # how far back a person's usual window is looked for


@dataclass(frozen=True, slots=True)
class Basis:
    """What a proposal was made from, to see whether it still stands when it is written."""

    problem: Problem
    duties: tuple[DutyView, ...]


def propose(room: Room, roster_id: int, watch: Watch, seed: int, by: str) -> bool:
    """Fill a draft; whether that was done, or called off. Raises Refusal, as ``RosterDesk.propose`` says."""
    with room.reading() as session:
        room.check_by(session, by)
        basis = read_basis(session, room, find_roster(session, room, roster_id))
    try:
        seated = search(basis.problem, watch, seed)
    except Cancelled:
        return False
    now = room.now()
    with room.writing() as session:
        roster = find_roster(session, room, roster_id, lock=True)
        if read_basis(session, room, roster) != basis:
            raise Refusal("Somebody changed this roster or its rules meanwhile.", "Have it proposed again.")
        session.execute(delete(Duty).where(Duty.roster_id == roster.id, Duty.fixed.is_(False)))
        session.add_all(_duty(room, roster, one) for one in seated)
        session.flush()
        after = {"duties": len(seated), "seed": seed, "spread": watch.spread}
        room.note(session, "propose", "roster", roster.id, at=now, who=by, after=after)
    return True


def search(problem: Problem, watch: Watch, seed: int) -> list[Seated]:
    """Who sits where. Raises Refusal with the reasons when there is no such roster, and Cancelled."""
    if not problem.needs:
        raise Refusal("There is nothing to fill on these days.", "Give the shifts their posts first.")
    short = shortages(problem)
    if short:
        raise no_roster(short)
    watch.tick()
    # The solver takes half a second to load; only who proposes a roster waits for it.
    from terminal.office.roster_reasons import why_not
    from terminal.office.roster_running import OutOfTime
    from terminal.office.roster_solver import solve

    try:
        taken = solve(problem, watch, seed)
    except OutOfTime:
        raise Refusal("No roster was found in time.", "Give it more time, or set some duties by hand.") from None
    if taken is None:
        raise why_not(problem, watch, seed)
    return list(seat(problem, taken))


def read_basis(session: Session, room: Room, roster: Roster) -> Basis:
    """Everything a proposal depends on. Raises Refusal for a published roster."""
    if roster.state != RosterState.DRAFT:
        raise Refusal("Roster {roster} is published already.", "Make a new draft of its days.", roster=roster.id)
    ground = read_ground(session, room, roster.since, roster.until)
    shown = shown_duties(session, room, roster)
    stay = tuple(one for one in shown if (one.fixed or one.in_force) and one.absent is None)
    shifts = {one.shift: Hours(one.opens, one.closes, one.kind == EXTENDED) for one in stay if one.shift is not None}
    shifts |= {one.code: Hours(one.opens, one.closes, one.kind == EXTENDED) for one in ground.shifts}
    problem = Problem(
        people=tuple(one.code for one in ground.people),
        crew=ground.crew,
        needs=ground.needs(),
        shifts=shifts,
        resting=frozenset(one.day for one in ground.days() if not one.working),
        fixed=tuple(ground.stint(one) for one in stay),
        around=tuple(around(session, room, ground)),
        before=extended_before(session, room, roster.since, roster.until),
        habits=_habits(session, room, roster.since),
    )
    return Basis(problem, shown)


def _habits(session: Session, room: Room, since: date) -> dict[str, Tally[int]]:
    query = (
        select(Duty.staff, Duty.counter, func.count())
        .where(
            Duty.centre == room.centre,
            IN_FORCE,
            Duty.day.between(since - timedelta(days=HABIT_DAYS), since - timedelta(days=1)),
        )
        .group_by(Duty.staff, Duty.counter)
    )
    found: dict[str, Tally[int]] = defaultdict(Tally)
    for staff, counter, times in session.execute(query):
        found[staff][counter] += times
    return dict(found)


def _duty(room: Room, roster: Roster, one: Seated) -> Duty:
    seats = one.seats
    return Duty(
        centre=room.centre, roster_id=roster.id, day=seats.day, shift=seats.shift, counter=one.counter, staff=one.staff,
        opens=seats.hours.opens, closes=seats.hours.closes, kind=EXTENDED if seats.extended else "regular",
    )  # fmt: skip
