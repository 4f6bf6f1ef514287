"""What a roster stands on: days, shifts and their posts, people and their training, leave. Read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Counter, CounterLine, Duty, Item, Leave, Line, Post, Shift, Staff, StaffContact, StaffLine
from terminal.office.duty_reading import leave_views
from terminal.office.opening_reading import OpeningRules, read_opening
from terminal.office.plan_views import CalendarDayView, DutyView, LeaveView, PersonView, ShiftView
from terminal.office.room import Room
from terminal.rules.roster import Crew, Need, Stint, week_of

EXTENDED = "extended"
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Ground:
    """The days from ``since`` to ``until`` as they are known just now."""

    since: date
    until: date
    opening: OpeningRules  # of a week more on either side
    shifts: tuple[ShiftView, ...]  # in force, in their order
    people: tuple[PersonView, ...]
    leaves: tuple[LeaveView, ...]
    crew: Crew
    extended_lines: frozenset[str]  # that have an item served within extended hours

    def days(self) -> tuple[CalendarDayView, ...]:
        """Every day of the roster."""
        rules = self.opening
        return tuple(
            CalendarDayView(
                day, rules.calendar.working(day), rules.names.get(day, ""), False, rules.calendar.certain(day)
            )
            for day in days_of(self.since, self.until)
        )

    def needs(self) -> tuple[Need, ...]:
        """What is to be filled and covered, by day and shift. A shift that falls into a closure needs nobody.

        A field that no window of the shift serves is no matter of who is on duty: it is not asked for.
        """
        found = []
        for day in days_of(self.since, self.until):
            kind = "work" if self.opening.calendar.working(day) else "rest"
            for shift in self.shifts:
                if shift.days == kind and shift.counters and self._open(day, None, shift):
                    served = frozenset[str]().union(*(self.crew.serves.get(one, ()) for one in shift.counters))
                    fields = frozenset(letter for letter in served if self._open(day, letter, shift))
                    found.append(Need(day, shift.code, shift.counters, fields))
        return tuple(found)

    def stint(self, duty: Duty | DutyView) -> Stint:
        """A duty as the rules see it."""
        weekend = duty.kind == EXTENDED and not self.opening.calendar.working(duty.day)
        return Stint(duty.day, duty.shift, duty.counter, duty.staff, duty.opens, duty.closes, weekend)

    def _open(self, day: date, line: str | None, shift: ShiftView) -> bool:
        """Whether anything of the line (None: the centre) is served within the shift's time."""
        always = line is None or line in self.extended_lines
        return any(
            span.opens < shift.closes
            and shift.opens < span.closes
            and (always or EXTENDED not in (span.kind, shift.kind))
            for span in self.opening.on(day, line)
        )


def days_of(since: date, until: date) -> Iterable[date]:
    """Each day, both included."""
    return (since + timedelta(days=number) for number in range((until - since).days + 1))


def read_ground(session: Session, room: Room, since: date, until: date) -> Ground:
    """Read it within the caller's transaction, in a dozen statements however long the roster is."""
    people = read_people(session, room)
    leaves = leave_views(session, room, Leave.since <= until, Leave.until >= since)
    away: dict[str, tuple[tuple[date, date], ...]] = {}
    for leave in leaves:
        away[leave.staff] = (*away.get(leave.staff, ()), (leave.since, leave.until))
    serves: dict[int, set[str]] = {number: set() for number in _counters(session, room)}
    for counter, line in session.execute(
        select(CounterLine.counter, CounterLine.line).where(CounterLine.centre == room.centre)
    ):
        serves[counter].add(line)
    crew = Crew(
        {one.code: frozenset(one.lines) for one in people},
        {counter: frozenset(lines) for counter, lines in serves.items()},
        away,
    )
    offered = select(Item.line).where(Item.centre == room.centre, Item.offered, Item.extended_hours).distinct()
    return Ground(
        since,
        until,
        read_opening(session, room, week_of(since) - WEEK, week_of(until) + 2 * WEEK),
        read_shifts(session, room),
        people,
        leaves,
        crew,
        frozenset(session.scalars(offered)),
    )


def read_shifts(session: Session, room: Room) -> tuple[ShiftView, ...]:
    """The shifts in force, in their order."""
    posts: dict[str, list[int]] = defaultdict(list)
    for shift, counter in session.execute(
        select(Post.shift, Post.counter).where(Post.centre == room.centre).order_by(Post.counter)
    ):
        posts[shift].append(counter)
    query = select(Shift).where(Shift.centre == room.centre, Shift.active).order_by(Shift.position, Shift.code)
    return tuple(shift_view(one, posts.get(one.code, ())) for one in session.scalars(query))


def shift_view(shift: Shift, counters: Iterable[int]) -> ShiftView:
    """A shift as screens show it."""
    return ShiftView(shift.code, shift.name, shift.opens, shift.closes, shift.days, shift.kind, tuple(sorted(counters)))


def read_people(session: Session, room: Room) -> tuple[PersonView, ...]:
    """Who may be put on a roster, by code. Without a word on it a person is trained for every line."""
    every = "".join(session.scalars(select(Line.letter).where(Line.centre == room.centre).order_by(Line.letter)))
    trained: Mapping[str, list[str]] = defaultdict(list)
    for staff, line in session.execute(
        select(StaffLine.staff, StaffLine.line).where(StaffLine.centre == room.centre).order_by(StaffLine.line)
    ):
        trained[staff].append(line)
    contacts = {
        one.staff: one for one in session.scalars(select(StaffContact).where(StaffContact.centre == room.centre))
    }
    query = select(Staff).where(Staff.centre == room.centre, Staff.active).order_by(Staff.code)
    found = []
    for one in session.scalars(query):
        contact = contacts.get(one.code)
        lines = "".join(trained[one.code]) if one.code in trained else every
        found.append(
            PersonView(one.code, one.name, lines, contact.phone if contact else "", contact.address if contact else "")
        )
    return tuple(found)


def _counters(session: Session, room: Room) -> Iterable[int]:
    return session.scalars(select(Counter.number).where(Counter.centre == room.centre))
