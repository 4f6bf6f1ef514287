"""Reading rosters: as the database holds them, and as views for screens and commands."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Duty, Roster, RosterState
from terminal.model.duty import IN_FORCE, ON_LEAVE
from terminal.office.booking_views import BookingView
from terminal.office.duty_reading import Condition, duty_views, in_force
from terminal.office.plan_views import ConflictView, DutyView, RosterRow, RosterView, Share
from terminal.office.room import LARGEST_ID, Room
from terminal.office.roster_ground import EXTENDED, WEEK, Ground, days_of, read_ground
from terminal.rules.roster import Conflict, Stint, conflicts, quarter_of, quarters, week_of

MOST_ROWS = 50  # of a list of rosters, the newest


def find_roster(session: Session, room: Room, roster_id: int, *, lock: bool = False) -> Roster:
    """The roster of that id; with ``lock`` nobody else changes it until the verb ends. Raises Refusal."""
    roster = None
    if 0 < roster_id <= LARGEST_ID:
        query = select(Roster).where(Roster.id == roster_id, Roster.centre == room.centre)
        roster = session.scalars(query.with_for_update() if lock else query).one_or_none()
    if roster is None:
        raise Refusal("There is no roster {roster}.", "See the list of rosters.", roster=roster_id)
    return roster


def shown_duties(session: Session, room: Room, roster: Roster) -> tuple[DutyView, ...]:
    """The duties on a roster's days: of a published one whatever is in force, of a draft what would be.

    What stays in force when a draft is published takes the place of what the draft has there.
    """
    found = duty_views(session, room, *_shown(room, roster))
    taken = {(one.day, one.shift, one.counter) for one in found if one.in_force}
    return tuple(one for one in found if one.in_force or (one.day, one.shift, one.counter) not in taken)


def _shown(room: Room, roster: Roster) -> tuple[Condition, ...]:
    """The duties that its picture is made of."""
    if roster.state == RosterState.PUBLISHED:
        return in_force(roster.since, roster.until)
    return (or_(Duty.roster_id == roster.id, and_(*stays(room, roster))),)


def stays(room: Room, roster: Roster) -> tuple[Condition, ...]:
    """The duties in force on a roster's days that publishing it leaves alone.

    That is what is over, what somebody has come for, and what was added for an urgent appointment.
    """
    kept = or_(Duty.day < room.day(room.now()), Duty.arrived_at.is_not(None), Duty.shift.is_(None))
    return *in_force(roster.since, roster.until), kept


def roster_view(session: Session, room: Room, roster: Roster, broken: tuple[BookingView, ...] = ()) -> RosterView:
    """A whole roster, with what is wrong with it and how its duty is shared out."""
    ground = read_ground(session, room, roster.since, roster.until)
    shown = shown_duties(session, room, roster)
    return RosterView(
        id=roster.id,
        since=roster.since,
        until=roster.until,
        state=roster.state,
        days=ground.days(),
        shifts=ground.shifts,
        people=ground.people,
        duties=shown,
        leaves=ground.leaves,
        conflicts=tuple(
            ConflictView(one.kind.value, one.day, one.shift, one.counter, one.staff, one.detail)
            for one in find_conflicts(session, room, ground, shown)
        ),
        shares=_shares(session, room, ground, shown),
        published_at=room.local(roster.published_at) if roster.published_at else None,
        serves={counter: "".join(sorted(lines)) for counter, lines in ground.crew.serves.items()},
        broken=broken,
    )


def find_conflicts(session: Session, room: Room, ground: Ground, duties: Iterable[DutyView]) -> tuple[Conflict, ...]:
    """What is wrong with the duties on the ground's days, beside those in force in the weeks around them."""
    # Who was noted absent serves nobody: their post is open. Who is on leave is told of as such.
    there = [ground.stint(one) for one in duties if one.absent is None or one.absent == ON_LEAVE]
    return conflicts(there, ground.needs(), ground.crew, around(session, room, ground))


def around(session: Session, room: Room, ground: Ground) -> list[Stint]:
    """The extended duties in force in the weeks that adjoin a roster's days, and on the other days of its own weeks."""
    first, last = week_of(ground.since) - WEEK, week_of(ground.until) + 2 * WEEK - timedelta(days=1)
    query = select(Duty).where(
        Duty.centre == room.centre,
        IN_FORCE,
        Duty.kind == EXTENDED,
        or_(
            Duty.day.between(first, ground.since - timedelta(days=1)),
            Duty.day.between(ground.until + timedelta(days=1), last),
        ),
        Duty.absent.is_(None),
    )
    return [ground.stint(one) for one in session.scalars(query)]


def extended_before(session: Session, room: Room, since: date, until: date) -> dict[date, Tally[str]]:
    """Extended duties in force outside ``since`` … ``until`` in the quarters these touch, by quarter's first day."""
    found: dict[date, Tally[str]] = {first: Tally() for first, _ in quarters(since, until)}
    begin, end = quarter_of(since)[0], quarter_of(until)[1]
    query = (
        select(Duty.day, Duty.staff, func.count())
        .where(
            Duty.centre == room.centre,
            IN_FORCE,
            Duty.kind == EXTENDED,
            Duty.day.between(begin, end),
            ~Duty.day.between(since, until),
        )
        .group_by(Duty.day, Duty.staff)
    )
    for day, staff, count in session.execute(query):
        found[quarter_of(day)[0]][staff] += count
    return found


def _shares(session: Session, room: Room, ground: Ground, shown: Iterable[DutyView]) -> tuple[Share, ...]:
    first, last = quarter_of(ground.since)
    quarter = extended_before(session, room, ground.since, ground.until)[first]
    regular, extended = Tally[str](), Tally[str]()
    for duty in shown:
        if duty.kind == EXTENDED:
            extended[duty.staff] += 1
            quarter[duty.staff] += first <= duty.day <= last
        elif duty.shift is not None:
            regular[duty.staff] += 1
    return tuple(
        Share(one.code, one.name, regular[one.code], extended[one.code], quarter[one.code]) for one in ground.people
    )


def roster_rows(session: Session, room: Room) -> tuple[RosterRow, ...]:
    """The newest rosters, the latest days first."""
    query = select(Roster).where(Roster.centre == room.centre).order_by(Roster.since.desc(), Roster.id.desc())
    rosters = session.scalars(query.limit(MOST_ROWS)).all()
    if not rosters:
        return ()
    needed = _posts_by_day(session, room, min(one.since for one in rosters), max(one.until for one in rosters))
    return tuple(_row(session, room, one, needed) for one in rosters)


def _posts_by_day(session: Session, room: Room, since: date, until: date) -> dict[date, set[tuple[str, int]]]:
    ground = read_ground(session, room, since, until)
    found: dict[date, set[tuple[str, int]]] = {}
    for need in ground.needs():
        found.setdefault(need.day, set()).update((need.shift, counter) for counter in need.counters)
    return found


def _row(session: Session, room: Room, roster: Roster, needed: dict[date, set[tuple[str, int]]]) -> RosterRow:
    # The places alone: a list of rosters stands for tens of thousands of duties.
    places = select(Duty.day, Duty.shift, Duty.counter).where(Duty.centre == room.centre, *_shown(room, roster))
    called_in = Duty.shift.is_(None)
    filled = {(day, (shift, counter)) for day, shift, counter in session.execute(places.where(~called_in))}
    urgent = session.execute(places.where(called_in)).all()
    return RosterRow(
        id=roster.id,
        since=roster.since,
        until=roster.until,
        state=roster.state,
        made_by=roster.made_by,
        made_at=room.local(roster.made_at),
        published_at=room.local(roster.published_at) if roster.published_at else None,
        duties=len(filled) + len(urgent),
        open_posts=sum(
            (day, post) not in filled for day in days_of(roster.since, roster.until) for post in needed.get(day, ())
        ),
    )
