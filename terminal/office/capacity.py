"""Who can serve when: the people on duty, or the windows where nobody has said; and the lock on what decides it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from terminal.model import (
    BookingRules,
    Counter,
    CounterLine,
    Duty,
    HoursKind,
    Post,
    Roster,
    RosterState,
    Shift,
    Staff,
    StaffLine,
)
from terminal.model.duty import IN_FORCE
from terminal.office.room import Room
from terminal.office.turns import take_turn
from terminal.rules import slots
from terminal.rules.hours import DAY_MINUTES, Span

ONE_MINUTE = timedelta(minutes=1)


def share_plan(session: Session, room: Room) -> BookingRules:
    """For whoever takes a slot: hours, rosters and rules stay what they are until the verb ends. Many may at once."""
    return _locked(session, room, shared=True)


def change_plan(session: Session, room: Room) -> BookingRules:
    """For whoever changes hours, rosters in force, absences or rules: nobody takes a slot until the verb ends.

    Call it before anything else is locked.
    """
    return _locked(session, room, shared=False)


def _locked(session: Session, room: Room, *, shared: bool) -> BookingRules:
    # Not a lock of the rules' row: whoever wants that one to change it would wait for ever while others share it in
    # turns.
    take_turn(session, room, "plan", shared=shared)
    return session.get_one(BookingRules, room.centre, populate_existing=True)


@dataclass(frozen=True, slots=True)
class Server:
    """Somebody on duty at a counter, in minutes of the centre's wall clock. ``lines``: letters served, in order."""

    counter: int
    staff: str | None  # None: whoever fills the post
    opens: int
    closes: int
    kind: str  # regular, extended
    lines: str


@dataclass(frozen=True, slots=True)
class OnDay:
    """Who can serve on a day. ``rostered`` False: no roster is published, every post is taken to be filled."""

    rostered: bool
    servers: tuple[Server, ...]


def servers_on(
    session: Session, room: Room, since: date, until: date, working: Callable[[date], bool]
) -> dict[date, OnDay]:
    """Who can serve on each day from ``since`` to ``until``; ``working`` tells the calendar's working days.

    Where a roster is published: its duties in force, less those absent and those of people who have left. Else every
    active post, by somebody trained for all. In a centre without posts: every counter, all day. Who is called in for an
    urgent appointment serves nobody else.
    """
    days = [since + timedelta(days=count) for count in range((until - since).days + 1)]
    lines = _counter_lines(session, room)
    duties = _duties(session, room, since, until, lines)
    rostered = _rostered(session, room, since, until) | duties.keys()
    posts = _posts(session, room, lines) if len(rostered) < len(days) else None
    every = tuple(Server(number, None, 0, DAY_MINUTES, HoursKind.REGULAR, lines[number]) for number in sorted(lines))
    found = {}
    for day in days:
        if day in rostered:
            found[day] = OnDay(True, tuple(duties.get(day, ())))
        elif posts:
            found[day] = OnDay(False, posts["work" if working(day) else "rest"])
        else:
            found[day] = OnDay(False, every)
    return found


def will_come() -> ColumnElement[bool]:
    """Of a duty joined with its person: nobody has noted an absence, and the person is still of the centre."""
    return and_(Duty.absent.is_(None), Staff.active)


class DayClock:
    """One day of the centre's wall clock, as minutes that pass from its first midnight.

    A wall clock that is set forward or back makes the day shorter or longer; a time it never shows is the moment at
    which it would have been shown.
    """

    def __init__(self, room: Room, day: date) -> None:
        self._room = room
        self._day = day
        self.begins, self.ends = room.span(day, day)
        self._naive = self.begins.replace(tzinfo=None)
        self._plain = self.ends - self.begins == timedelta(days=1)

    def minute(self, moment: datetime) -> int:
        """Whole minutes from midnight to a moment (without an offset: in UTC); of one before midnight less than 0."""
        return (moment - (self._naive if moment.tzinfo is None else self.begins)) // ONE_MINUTE

    def moment(self, minute: int) -> datetime:
        """The moment so many minutes after midnight, on the centre's wall clock."""
        return self._room.local(self.begins + minute * ONE_MINUTE)

    def passed(self, wall: int) -> int:
        """The minutes that have passed when the wall clock shows so many minutes after midnight."""
        if self._plain or wall == 0:
            return wall
        if wall == DAY_MINUTES:
            return self.minute(self.ends)
        return self.minute(datetime.combine(self._day, time(wall // 60, wall % 60), self._room.zone))

    def spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Opening hours in minutes that pass."""
        if self._plain:
            return spans
        passed = (Span(self.passed(one.opens), self.passed(one.closes), one.kind) for one in spans)
        return tuple(one for one in passed if one.opens < one.closes)

    def servers(self, servers: tuple[Server, ...]) -> list[slots.Server]:
        """People on duty, as ``terminal.rules.slots`` counts them."""
        return [
            slots.Server(opens, closes, one.lines)
            for one in servers
            if (opens := self.passed(one.opens)) < (closes := self.passed(one.closes))
        ]


def _counter_lines(session: Session, room: Room) -> dict[int, str]:
    """What each counter serves; "" for one that serves nothing."""
    query = (
        select(Counter.number, CounterLine.line)
        .outerjoin(CounterLine, and_(CounterLine.centre == Counter.centre, CounterLine.counter == Counter.number))
        .where(Counter.centre == room.centre)
        .order_by(Counter.number, CounterLine.line)
    )
    found: dict[int, str] = defaultdict(str)
    for number, line in session.execute(query):
        found[number] += line or ""
    return found


def _rostered(session: Session, room: Room, since: date, until: date) -> set[date]:
    """The days for which a roster is published, with or without anybody on duty."""
    query = select(Roster.since, Roster.until).where(
        Roster.centre == room.centre,
        Roster.state == RosterState.PUBLISHED,
        Roster.since <= until,
        Roster.until >= since,
    )
    return {
        begins + timedelta(days=count)
        for begins, ends in session.execute(query)
        for count in range((ends - begins).days + 1)
    }


def _duties(
    session: Session, room: Room, since: date, until: date, lines: Mapping[int, str]
) -> dict[date, list[Server]]:
    """Whoever is on duty and there, of each day that has duties."""
    trained: dict[str, set[str]] = defaultdict(set)
    for staff, line in session.execute(select(StaffLine.staff, StaffLine.line).where(StaffLine.centre == room.centre)):
        trained[staff].add(line)
    query = (
        select(Duty.day, Duty.counter, Duty.staff, Duty.opens, Duty.closes, Duty.kind, will_come())
        .join(Staff, and_(Staff.centre == Duty.centre, Staff.code == Duty.staff))
        .where(
            Duty.centre == room.centre,
            Duty.day.between(since, until),
            IN_FORCE,
            Duty.shift.is_not(None),
        )
        .order_by(Duty.counter)
    )
    found: dict[date, list[Server]] = defaultdict(list)
    for day, counter, staff, opens, closes, kind, comes in session.execute(query):
        there = found[day]  # a day has its roster though all of it are absent
        if not comes:
            continue
        served = lines.get(counter, "")
        if staff in trained and not trained[staff].issuperset(served):
            served = "".join(filter(trained[staff].__contains__, served))
        there.append(Server(counter, staff, opens, closes, kind, served))
    return found


def _posts(session: Session, room: Room, lines: Mapping[int, str]) -> dict[str, tuple[Server, ...]] | None:
    """Posts by kind of day (work, rest); None in a centre that has none."""
    query = (
        select(Shift.days, Post.counter, Shift.opens, Shift.closes, Shift.kind)
        .join(Post, and_(Post.centre == Shift.centre, Post.shift == Shift.code))
        .where(Shift.centre == room.centre, Shift.active)
        .order_by(Post.counter, Shift.opens)
    )
    found: dict[str, list[Server]] = defaultdict(list)
    for days, counter, opens, closes, kind in session.execute(query):
        found[days].append(Server(counter, None, opens, closes, kind, lines.get(counter, "")))
    return {days: tuple(found[days]) for days in ("work", "rest")} if found else None
