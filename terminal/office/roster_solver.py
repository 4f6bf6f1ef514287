"""Solving a proposal: extended shifts over the whole roster first, then the regular ones week by week.

That loses nothing: the days that extended shifts tie to each other are solved as one, with every shift of theirs, and
no rule ties the remaining days.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from terminal.office.roster_guess import guess
from terminal.office.roster_model import RosterModel
from terminal.office.roster_problem import Problem, by_week
from terminal.office.roster_running import Value, best
from terminal.office.roster_watch import Watch
from terminal.rules.roster import quarter_of, spread_of

EXTENDED_SHARE: Final = 0.5  # of the time
EXTENDED_WORK: Final = 4.0
WEEK_WORK: Final = 0.15
# What a week's regular shifts are judged by: equal numbers, one shift for the whole week, the windows one is used to, a
# day off for who works on the weekend, in the end as many of each shift for everybody.
NUMBERS, SHIFTS, STRANGE, WEEKEND, EACH_SHIFT = 60, 8, 3, 2, 1

Found = dict[int, tuple[str, ...]]  # seats by number → who takes them


def solve(problem: Problem, watch: Watch, seed: int) -> Found | None:
    """Who takes which seats; None when no roster satisfies the rules. Raises OutOfTime and Cancelled."""
    extended = _solve_extended(problem, watch, seed)
    return None if extended is None else _solve_weeks(problem, extended, watch, seed)


def tied(problem: Problem) -> list[int]:
    """The seats of every day that has an extended shift: one person's weekends, and the quarter's count, tie them."""
    days = {seats.day for seats in problem.seats if seats.extended}
    return [number for number, seats in enumerate(problem.seats) if seats.day in days]


def _solve_extended(problem: Problem, watch: Watch, seed: int) -> Found | None:
    numbers = tied(problem)
    if not numbers:
        return {}
    model = RosterModel(problem, numbers)
    quarters: dict[date, list[int]] = defaultdict(list)
    for number in numbers:
        if problem.seats[number].extended:
            quarters[quarter_of(problem.seats[number].day)[0]].append(number)
    counts = []
    for quarter, those in quarters.items():
        had = problem.extended_so_far(quarter)
        model.share_evenly(those, had)
        counts.append((had, model.by_person(those)))

    def spread(value: Value) -> int:
        return max(
            spread_of(had[one] + sum(value(take) for take in takes) for one, takes in people.items())
            for had, people in counts
        )

    model.start_from(guess(model, problem.extended_so_far(next(iter(quarters)))))
    seconds = watch.left() * EXTENDED_SHARE
    answer = best(model, watch, seconds=seconds, work=EXTENDED_WORK, seed=seed, spread=spread)
    if answer is None:
        return None
    return {number: people for number, people in answer.items() if problem.seats[number].extended}


@dataclass
class _Shares:
    """What everybody has had of the regular shifts, the weeks before included."""

    numbers: Tally[str] = field(default_factory=Tally)
    of_shift: dict[str, Tally[str]] = field(default_factory=lambda: defaultdict(Tally))
    windows: dict[str, Tally[frozenset[str]]] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, staff: str, shift: str, lines: frozenset[str]) -> None:
        self.numbers[staff] += 1
        self.of_shift[shift][staff] += 1
        self.windows[staff][lines] += 1

    def usual(self, staff: str) -> frozenset[str] | None:
        """The lines of the windows the person mostly sits at."""
        most = self.windows[staff].most_common(1)
        return most[0][0] if most else None


def _solve_weeks(problem: Problem, extended: Found, watch: Watch, seed: int) -> Found | None:
    shares, credit = _had(problem), _credit(problem)
    found = dict(extended)
    weeks = by_week((number, seats) for number, seats in enumerate(problem.seats) if not seats.extended)
    for done, (week, those) in enumerate(weeks.items()):
        numbers = [number for number, _ in those]
        model = RosterModel(problem, numbers, extended)
        away = {one: int(sum(share for day, share in days.items() if day < week)) for one, days in credit.items()}
        model.start_from(guess(model, shares.numbers + Tally(away)))
        _judge(model, shares, away, {one for number in _of_week(problem, extended, week) for one in extended[number]})
        answer = best(model, watch, seconds=watch.left() / (len(weeks) - done), work=WEEK_WORK, seed=seed)
        if answer is None:
            return None
        for number, people in answer.items():
            for one in people:
                shares.add(one, problem.seats[number].shift, problem.seats[number].lines)
        found |= answer
    return found


def _judge(model: RosterModel, shares: _Shares, away: Mapping[str, int], weekend: set[str]) -> None:
    """What makes one week better than another."""
    by_shift: dict[str, list[int]] = defaultdict(list)
    for number, seats in model.seats.items():
        by_shift[seats.shift].append(number)
    model.share_evenly(model.seats, shares.numbers + Tally(away), NUMBERS)
    if len(by_shift) > 1:
        for shift, numbers in sorted(by_shift.items()):
            model.share_evenly(numbers, shares.of_shift[shift], EACH_SHIFT)
            model.cost += [SHIFTS * model.any_of(takes) for takes in model.by_person(numbers).values()]
    for (one, number), take in model.takes.items():
        usual = shares.usual(one)
        price = WEEKEND * (one in weekend) + STRANGE * (usual is not None and usual != model.seats[number].lines)
        if price:
            model.cost.append(price * take)


def _of_week(problem: Problem, numbers: Iterable[int], week: date) -> list[int]:
    return [number for number in numbers if (problem.seats[number].day - week).days in range(7)]


def _had(problem: Problem) -> _Shares:
    """What is set by hand, and where people used to sit."""
    shares = _Shares()
    serves = problem.crew.serves
    for staff, counters in problem.habits.items():
        for counter, times in counters.items():
            shares.windows[staff][serves.get(counter, frozenset())] += times
    for one in problem.fixed:
        if one.shift is not None and not problem.shifts[one.shift].extended:
            shares.add(one.staff, one.shift, serves.get(one.counter, frozenset()))
    return shares


def _credit(problem: Problem) -> dict[str, dict[date, float]]:
    """What a person on leave would have had of each day: nobody makes up for a leave afterwards."""
    seats: Tally[date] = Tally()
    for one in problem.seats:
        if not one.extended:
            seats[one.day] += len(one.counters)
    return {
        one: {day: count / len(problem.people) for day, count in seats.items() if not problem.crew.there(one, day)}
        for one in problem.people
    }
