"""Problems of rostering made by hand, and a solution held against every rule."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from terminal.office.roster_problem import Hours, Problem
from terminal.office.roster_seating import Seated, seat
from terminal.rules.roster import Conflict, Crew, Need, Stint, conflicts

THURSDAY = date(2026, 10, 1)
SHIFTS = {
    "early": Hours(480, 960, False),
    "late": Hours(600, 1080, False),
    "weekend": Hours(540, 720, True),
    "evening": Hours(1080, 1200, True),
}


def problem(
    people: Mapping[str, str],
    days: int = 14,
    *,
    since: date = THURSDAY,
    work: Mapping[str, Sequence[int]] | None = None,
    rest: Sequence[int] = (1, 2),
    fields: str = "AB",
    serves: Mapping[int, str] | None = None,
    away: Mapping[str, Sequence[tuple[int, int]]] | None = None,
    fixed: Iterable[Stint] = (),
    around: Iterable[Stint] = (),
    before: Mapping[date, Mapping[str, int]] | None = None,
    habits: Mapping[str, Mapping[int, int]] | None = None,
) -> Problem:
    """Weekdays with the shifts of ``work``, weekends with one; ``people``: code → lines; ``away`` in days from the 1st.

    Every counter serves every field unless ``serves`` says otherwise.
    """
    shifts = {"early": (1, 2)} if work is None else work
    every = [since + timedelta(days=number) for number in range(days)]
    counters = {counter for posts in (*shifts.values(), rest) for counter in posts}
    lines = {counter: frozenset((serves or {}).get(counter, fields)) for counter in counters}
    needs = [
        Need(day, shift, tuple(posts), frozenset(fields) & frozenset[str]().union(*(lines[one] for one in posts)))
        for day in every
        for shift, posts in (shifts.items() if day.weekday() < 5 else (("weekend", rest),))
        if posts
    ]
    leaves = {
        one: tuple((since + timedelta(days=first), since + timedelta(days=last)) for first, last in spans)
        for one, spans in (away or {}).items()
    }
    return Problem(
        people=tuple(people),
        crew=Crew({one: frozenset(taught) for one, taught in people.items()}, lines, leaves),
        needs=tuple(needs),
        shifts=SHIFTS,
        resting=frozenset(day for day in every if day.weekday() > 4),
        fixed=tuple(fixed),
        around=tuple(around),
        before={quarter: Tally(had) for quarter, had in (before or {}).items()},
        habits={one: Tally(had) for one, had in (habits or {}).items()},
    )


def team(count: int, lines: str = "AB") -> dict[str, str]:
    """People who are all trained for the same."""
    return {f"p{number:02d}": lines for number in range(1, count + 1)}


def stint(staff: str, day: date, shift: str = "weekend", counter: int = 1) -> Stint:
    """A duty in one of the shifts."""
    hours = SHIFTS[shift]
    return Stint(day, shift, counter, staff, hours.opens, hours.closes, hours.extended and day.weekday() > 4)


def stints(seated: Iterable[Seated]) -> list[Stint]:
    """A solution as duties."""
    return [
        Stint(
            one.seats.day, one.seats.shift, one.counter, one.staff, one.seats.hours.opens, one.seats.hours.closes,
            one.seats.weekend,
        )
        for one in seated
    ]  # fmt: skip


def wrong(given: Problem, seated: Iterable[Seated]) -> tuple[Conflict, ...]:
    """What the rules have against a solution; no solution may go against any of them."""
    return conflicts([*stints(seated), *given.fixed], given.needs, given.crew, given.around)


def counts(seated: Iterable[Seated], *, extended: bool, people: Iterable[str]) -> Tally[str]:
    """How many such duties everybody has."""
    found = Tally(dict.fromkeys(people, 0))
    found.update(one.staff for one in seated if one.seats.extended is extended)
    return found


__all__ = ["counts", "problem", "seat", "stint", "stints", "team", "wrong"]
