"""What a proposal has to solve: seats to fill, people who may take them, and what has been decided before. No SQL."""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from terminal.rules.roster import Crew, Need, Stint, quarter_of, week_of

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Hours:
    """When a shift is worked, and whether it is an extended one."""

    opens: int
    closes: int
    extended: bool


@dataclass(frozen=True, slots=True)
class Seats:
    """The counters of a day's shift that serve the same lines: whoever may sit at one may sit at all of them."""

    day: date
    shift: str
    lines: frozenset[str]
    counters: tuple[int, ...]  # still to be filled
    hours: Hours
    weekend: bool

    @property
    def extended(self) -> bool:
        """Whether it is counted among the extended shifts, which are shared out over a quarter."""
        return self.hours.extended


@dataclass(frozen=True)
class Problem:
    """One proposal. ``people`` in the order that decides where nothing else does."""

    people: tuple[str, ...]
    crew: Crew
    needs: tuple[Need, ...]
    shifts: Mapping[str, Hours]
    resting: frozenset[date]  # the rest days among the roster's
    fixed: tuple[Stint, ...]  # set by hand or under way: they stay
    around: tuple[Stint, ...]  # extended duties in force in the weeks around
    before: Mapping[date, Tally[str]]  # extended duties in force elsewhere in each quarter, by its first day
    habits: Mapping[str, Tally[int]]  # how often each person sat at each counter lately

    @cached_property
    def seats(self) -> tuple[Seats, ...]:
        """Everything that is to be filled, by day and shift."""
        held: dict[tuple[date, str | None], set[int]] = defaultdict(set)
        for one in self.fixed:
            held[one.day, one.shift].add(one.counter)
        found = []
        for need in self.needs:
            alike: dict[frozenset[str], list[int]] = defaultdict(list)
            for counter in need.counters:
                if counter not in held[need.day, need.shift]:
                    alike[self.crew.serves.get(counter, frozenset())].append(counter)
            hours = self.shifts[need.shift]
            weekend = hours.extended and need.day in self.resting
            found += [
                Seats(need.day, need.shift, lines, tuple(alike[lines]), hours, weekend)
                for lines in sorted(alike, key=sorted)
            ]
        return tuple(found)

    @cached_property
    def to_cover(self) -> dict[tuple[date, str], frozenset[str]]:
        """The fields of each shift that nobody covers who is on duty already, and that a seat still to fill could.

        Where what was set by hand leaves no such seat the roster keeps that conflict.
        """
        covered: dict[tuple[date, str | None], set[str]] = defaultdict(set)
        for one in self.fixed:
            if self.crew.there(one.staff, one.day):
                covered[one.day, one.shift] |= self.crew.covers(one.staff, one.counter)
        served: dict[tuple[date, str], frozenset[str]] = defaultdict(frozenset)
        for seats in self.seats:
            served[seats.day, seats.shift] |= seats.lines
        keys = ((need, (need.day, need.shift)) for need in self.needs)
        return {key: (need.fields - covered[key]) & served[key] for need, key in keys}

    @cached_property
    def weekends_taken(self) -> frozenset[tuple[str, date]]:
        """Person and week (its Monday) of the weekend duties that stay."""
        return frozenset((one.staff, week_of(one.day)) for one in (*self.fixed, *self.around) if one.weekend)

    def able(self, seats: Seats) -> tuple[str, ...]:
        """Who may take one of the seats: there, trained, and not on duty that day already."""
        return tuple(one for one in self.free(seats) if not seats.lines or self.crew.trained[one] & seats.lines)

    def free(self, seats: Seats) -> tuple[str, ...]:
        """Who is there and not on duty that day already, whatever they are trained for."""
        return tuple(one for one in self.people if self.crew.there(one, seats.day) and not self._busy(one, seats))

    def rested(self, staff: str, week: date) -> bool:
        """Whether no weekend duty that stays lies a week before or after the week (its Monday)."""
        return self.weekends_taken.isdisjoint({(staff, week - WEEK), (staff, week + WEEK)})

    def _busy(self, staff: str, seats: Seats) -> bool:
        return any(
            one.shift is not None or (one.opens < seats.hours.closes and seats.hours.opens < one.closes)
            for one in self._on_day.get((staff, seats.day), ())
        )

    @cached_property
    def _on_day(self) -> dict[tuple[str, date], list[Stint]]:
        found: dict[tuple[str, date], list[Stint]] = defaultdict(list)
        for one in self.fixed:
            found[one.staff, one.day].append(one)
        return found

    def extended_so_far(self, quarter: date) -> Tally[str]:
        """Extended duties in a quarter (its first day) that stay, by person."""
        found = Tally(self.before.get(quarter, Tally()))
        for one in self.fixed:
            if one.shift is not None and self.shifts[one.shift].extended and quarter_of(one.day)[0] == quarter:
                found[one.staff] += 1
        return found


def by_week(seats: Iterable[tuple[int, Seats]]) -> dict[date, list[tuple[int, Seats]]]:
    """Numbered seats by the Monday of their week."""
    found: dict[date, list[tuple[int, Seats]]] = defaultdict(list)
    for number, one in seats:
        found[week_of(one.day)].append((number, one))
    return dict(sorted(found.items()))
