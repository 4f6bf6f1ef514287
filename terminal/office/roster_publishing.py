"""Bringing a roster into force, and changing one by hand, as a draft or while it is worked.

Each runs in the caller's transaction, which holds the plan's lock.
"""

from __future__ import annotations

from collections import Counter as Tally
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from sqlalchemy import CursorResult, Select, select, update
from sqlalchemy.orm import Session

from terminal.errors import Reasons, Refusal
from terminal.model import Duty, Roster, RosterState
from terminal.model.duty import IN_FORCE, ON_LEAVE
from terminal.office.duty_reading import Condition, in_force
from terminal.office.opening_reading import read_opening
from terminal.office.outbox import tell
from terminal.office.room import Room
from terminal.office.roster_ground import Ground, read_ground
from terminal.office.roster_plan import find_shift
from terminal.office.roster_reading import find_conflicts, shown_duties, stays
from terminal.rules.roster import HARD, Conflict, ConflictKind


@dataclass(frozen=True, slots=True)
class Place:
    """A shift's post of one day."""

    day: date
    shift: str
    counter: int

    def of(self, duty: Duty) -> bool:
        """Whether the duty is at it."""
        return (duty.day, duty.shift, duty.counter) == (self.day, self.shift, self.counter)


def publish(session: Session, room: Room, roster: Roster, by: str, now: datetime, *, force: bool) -> None:
    """Put a draft's duties into force in place of those of its days, and tell everybody who has one in it.

    Raises Refusal for a roster that is published, and without ``force`` for one that cannot be worked.
    """
    if roster.state != RosterState.DRAFT:
        raise Refusal("Roster {roster} is published already.", "Make a new draft of its days.", roster=roster.id)
    ground = read_ground(session, room, roster.since, roster.until)
    wrong = Tally(_check(session, room, roster, ground, force=force))
    kept = list(session.scalars(_of(room, *stays(room, roster))))
    days = (Duty.centre == room.centre, *in_force(roster.since, roster.until))
    old = (*days, Duty.id.not_in([one.id for one in kept]))
    own = Duty.roster_id == roster.id, Duty.id.not_in(_at_places_of(session, roster, kept))
    told = set(session.scalars(select(Duty.staff).where(*old).distinct()))
    replaced = _set(session, *old, in_force=False)
    come = _set(session, *own, in_force=True)
    for leave in ground.leaves:  # such a duty counts as one that nobody comes to
        _set(session, *own, Duty.staff == leave.staff, Duty.day.between(leave.since, leave.until), absent=ON_LEAVE)
    told |= set(session.scalars(select(Duty.staff).where(*own).distinct()))
    roster.state, roster.published_at, roster.published_by = RosterState.PUBLISHED, now, by
    session.flush()
    room.note(
        session, "publish", "roster", roster.id, at=now, who=by,
        after={"duties": come, "replaced": replaced, "kept": len(kept), "forced": force, "conflicts": wrong},
    )  # fmt: skip
    for staff in sorted(told):
        _tell(session, room, f"roster/{roster.id}/published/{staff}", staff, roster.since, roster.until, now)


def put_in_draft(
    session: Session, room: Room, roster: Roster, place: Place, staff: str | None, by: str, now: datetime
) -> None:
    """Put a person at a post of a draft in place of whoever was there, or with None nobody."""
    _check_day(roster, place)
    if any(place.of(one) for one in session.scalars(_of(room, *stays(room, roster)))):
        raise Refusal("That duty is over or begun: it stays as it is.", "Choose a later one.")
    of_day = session.scalars(_of(room, Duty.roster_id == roster.id, Duty.day == place.day))
    held = next((one for one in of_day if place.of(one)), None)
    if held is None and staff is None:
        return
    new = None if staff is None else _new_duty(session, room, roster, place, staff)
    if held is not None:
        session.delete(held)
        session.flush()
    if new is not None:
        session.add(new)
    session.flush()
    _note_put(session, room, roster, place, held.staff if held else None, staff, by, now)


def put_in_force(
    session: Session, room: Room, roster: Roster, place: Place, staff: str | None, by: str, now: datetime
) -> None:
    """The same in a published roster, whatever roster the duty came from; both people are told.

    The duty that was there is kept as a record. Refuses to replace somebody who is at work on it.
    """
    _check_day(roster, place)
    held = next((one for one in session.scalars(_of(room, IN_FORCE, Duty.day == place.day)) if place.of(one)), None)
    if staff == (held.staff if held else None):
        return
    duty = None if staff is None else _new_duty(session, room, roster, place, staff)
    if held is not None:
        if held.arrived_at is not None and held.absent is None:
            raise Refusal("{staff} is at work there.", "Note the absence first.", staff=held.staff)
        held.in_force = False
        session.flush()
    if duty is not None:
        duty.in_force = True
        if not read_ground(session, room, place.day, place.day).crew.there(duty.staff, duty.day):
            duty.absent = ON_LEAVE
        session.add(duty)
        session.flush()
        _tell(session, room, f"duty/{duty.id}/put/{duty.staff}", duty.staff, place.day, place.day, now)
    if held is not None:
        _tell(session, room, f"duty/{held.id}/taken/{held.staff}", held.staff, place.day, place.day, now)
    _note_put(session, room, roster, place, held.staff if held else None, staff, by, now)


def _check(session: Session, room: Room, roster: Roster, ground: Ground, *, force: bool) -> list[ConflictKind]:
    found = find_conflicts(session, room, ground, shown_duties(session, room, roster))
    hard = [one for one in found if one.kind in HARD]
    if hard and not force:
        raise Refusal(
            "Roster {roster} cannot be worked: {reasons}",
            "Correct these duties, or have it published all the same.",
            roster=roster.id,
            reasons=conflict_reasons(hard),
        )
    return [one.kind for one in found]


def _check_day(roster: Roster, place: Place) -> None:
    if not roster.since <= place.day <= roster.until:
        raise Refusal(
            "Roster {roster} has no {day}.", "It goes from {since} to {until}.",
            roster=roster.id, day=place.day, since=roster.since, until=roster.until,
        )  # fmt: skip


def _new_duty(session: Session, room: Room, roster: Roster, place: Place, staff: str) -> Duty:
    """A duty set by hand. Raises Refusal for a shift or counter where nobody can be put."""
    room.counter(session, place.counter)
    shift = find_shift(session, room, place.shift)
    rules = read_opening(session, room, place.day, place.day)
    kind = "work" if rules.calendar.working(place.day) else "rest"
    if shift.days != kind:
        raise Refusal("Shift {shift} is not worked on {day}.", "Choose another shift.", shift=shift.code, day=place.day)
    return Duty(
        centre=room.centre, roster_id=roster.id, day=place.day, shift=shift.code, counter=place.counter, staff=staff,
        opens=shift.opens, closes=shift.closes, kind=shift.kind, fixed=True,
    )  # fmt: skip


def _of(room: Room, *conditions: Condition) -> Select[Duty]:
    """The centre's duties that meet the conditions, by day and counter."""
    return select(Duty).where(Duty.centre == room.centre, *conditions).order_by(Duty.day, Duty.opens, Duty.counter)


def _set(session: Session, *conditions: Condition, **values: object) -> int:
    """Change every duty that meets the conditions, in one statement; how many those are. None of them is held here."""
    done = session.execute(
        update(Duty).where(*conditions).values(**values).execution_options(synchronize_session=False)
    )
    return cast("CursorResult[object]", done).rowcount


def _at_places_of(session: Session, roster: Roster, kept: list[Duty]) -> list[int]:
    """The roster's own duties at places where another stays."""
    taken = {(one.day, one.shift, one.counter) for one in kept}
    query = select(Duty).where(Duty.roster_id == roster.id, Duty.day.in_({day for day, *_ in taken}))
    return [one.id for one in session.scalars(query) if (one.day, one.shift, one.counter) in taken]


def _tell(session: Session, room: Room, event: str, staff: str, since: date, until: date, now: datetime) -> None:
    values = {"since": _written(since), "until": _written(until)}
    ends = room.span(until, until)[1]
    tell(session, room, "roster_published", event, values, at=now, staff=staff, expires_at=ends)


def _written(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _note_put(
    session: Session,
    room: Room,
    roster: Roster,
    place: Place,
    was: str | None,
    staff: str | None,
    by: str,
    now: datetime,
) -> None:
    where = {"day": place.day, "shift": place.shift}
    room.note(
        session, "put", "roster", roster.id, at=now, who=by, counter=place.counter,
        before={**where, "staff": was}, after={**where, "staff": staff},
    )  # fmt: skip


def conflict_reasons(found: list[Conflict], most: int = 5) -> Reasons:
    """What is wrong with duties, as sentences; the first of them and how many more there are."""
    told = [_sentence(one) for one in found[:most]]
    if len(found) > most:
        told.append(Refusal("And {more} more.", more=len(found) - most))
    return Reasons(told)


def _sentence(one: Conflict) -> Refusal:
    text = {
        ConflictKind.OVERLAP: "{staff} has two duties at once on {day}.",
        ConflictKind.ON_LEAVE: "{staff} is on leave on {day}.",
        ConflictKind.UNTRAINED: "{staff} is not trained for window {counter} ({day}).",
    }[one.kind]
    return Refusal(text, staff=one.staff, day=one.day, counter=one.counter)
