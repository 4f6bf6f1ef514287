"""Who could take a post, or which post a person could take: with what would be wrong about it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from terminal.office.plan_views import DutyView, PersonView, RosterView, ShiftView
from terminal.rules.roster import Conflict, Crew, Stint, conflicts
from terminal.screens.planning.sheet import Post, open_posts


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person at a post on a day. ``wrong``: the conflicts it would add; ``holder``: who stands there now."""

    person: PersonView
    shift: ShiftView
    counter: int
    wrong: tuple[Conflict, ...]
    holder: str = ""

    @property
    def post(self) -> Post:
        """The shift at the counter."""
        return Post(self.shift.code, self.counter)


def people_for(view: RosterView, day: date, post: Post) -> tuple[Candidate, ...]:
    """Everybody, for a post: those without a conflict first, of them those with the fewest such duties so far."""
    shift = next(one for one in view.shifts if one.code == post.shift)
    crew, near = _crew(view), _near(view, day)
    others = [duty for duty in near if not (duty.day == day and (duty.shift, duty.counter) == post)]
    shares = {share.staff: share for share in view.shares}
    found = [
        Candidate(person, shift, post.counter, _added(view, others, _stint(day, shift, post.counter, person), crew))
        for person in view.people
    ]

    def rank(one: Candidate) -> tuple[int, int, str]:
        share = shares.get(one.person.code)
        had = 0 if share is None else share.extended if shift.kind == "extended" else share.regular
        return len(one.wrong), had, one.person.code

    return tuple(sorted(found, key=rank))


def posts_for(view: RosterView, day: date, staff: str) -> tuple[Candidate, ...]:
    """Every post of a day, for a person: the open ones without a conflict first, then the open, then the others."""
    person = next(one for one in view.people if one.code == staff)
    crew, near = _crew(view), _near(view, day)
    mine = [duty for duty in near if not (duty.day == day and duty.staff == staff)]
    holders = {(duty.shift, duty.counter): duty for duty in near if duty.day == day}
    free = set(open_posts(view, day))
    found = []
    for shift in view.shifts:
        for counter in shift.counters:
            holder = holders.get((shift.code, counter))
            if (holder is None and Post(shift.code, counter) not in free) or (holder and holder.staff == staff):
                continue
            wrong = _added(view, mine, _stint(day, shift, counter, person), crew)
            found.append(Candidate(person, shift, counter, wrong, holder.staff_name if holder else ""))
    return tuple(sorted(found, key=lambda one: (bool(one.holder), len(one.wrong), one.shift.opens, one.counter)))


def _crew(view: RosterView) -> Crew:
    every = frozenset("".join(view.serves.values()))
    away: dict[str, tuple[tuple[date, date], ...]] = {}
    for leave in view.leaves:
        away[leave.staff] = (*away.get(leave.staff, ()), (leave.since, leave.until))
    return Crew(
        trained={person.code: frozenset(person.lines) or every for person in view.people},
        serves={counter: frozenset(lines) for counter, lines in view.serves.items()},
        away=away,
    )


def _near(view: RosterView, day: date) -> list[DutyView]:
    """The duties of the weeks that a rule could compare with the day."""
    return [duty for duty in view.duties if abs((duty.day - day).days) <= 14]


def _stint(day: date, shift: ShiftView, counter: int, person: PersonView) -> Stint:
    weekend = shift.kind == "extended" and shift.days == "rest"
    return Stint(day, shift.code, counter, person.code, shift.opens, shift.closes, weekend)


def _added(view: RosterView, others: list[DutyView], mine: Stint, crew: Crew) -> tuple[Conflict, ...]:
    """What the person's conflicts would be with the duty and are not without it."""
    rest = {day.day for day in view.days if not day.working}
    kept = [
        Stint(
            duty.day, duty.shift, duty.counter, duty.staff, duty.opens, duty.closes,
            duty.kind == "extended" and duty.day in rest,
        )
        for duty in others
        if duty.staff == mine.staff
    ]  # fmt: skip
    before = set(conflicts(kept, (), crew))
    span = (mine.day - timedelta(days=14), mine.day + timedelta(days=14))
    return tuple(
        one for one in conflicts([*kept, mine], (), crew) if one not in before and span[0] <= one.day <= span[1]
    )
