"""A proposal as constraints of CP-SAT. Only a search imports this: the solver takes half a second to load."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from ortools.sat.python import cp_model

from terminal.office.roster_problem import WEEK, Problem
from terminal.rules.roster import week_of

STEEP: Final = 3
Taken = Mapping[int, tuple[str, ...]]  # seats by number → who takes them


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule in one place: seats of a shift to be filled, a field covered, a weekend off after one on duty, one shift
    a day. ``day`` of a weekend is the Monday of the first of two weeks.
    """

    kind: Literal["fill", "cover", "rest", "once"]
    day: date
    shift: str = ""
    number: int = -1  # of the seats
    line: str = ""


class RosterModel:
    """Who takes which seats; these are numbered as in the problem. ``taken`` are decided already.

    With ``doubted`` each rule hangs on a literal of its own (``rules``), to find out which cannot hold together.
    """

    def __init__(
        self, problem: Problem, numbers: Iterable[int], taken: Taken | None = None, *, doubted: bool = False
    ) -> None:
        self.problem = problem
        self.cp = cp_model.CpModel()
        self.seats = {number: problem.seats[number] for number in numbers}
        self.rules: dict[Rule, Any] = {}
        self.cost: list[Any] = []
        self._doubted = doubted
        self._taken = taken or {}
        busy = {(one, problem.seats[number].day) for number, people in self._taken.items() for one in people}
        self.takes: dict[tuple[str, int], Any] = {
            (one, number): self.cp.new_bool_var("")
            for number, seats in self.seats.items()
            for one in problem.able(seats)
            if (one, seats.day) not in busy
        }
        self._fill()
        self._cover()
        self._once()
        self._rest()

    def by_person(self, numbers: Iterable[int]) -> dict[str, list[Any]]:
        """For everybody who may take any of these seats, whether they take each."""
        wanted = set(numbers)
        found: dict[str, list[Any]] = defaultdict(list)
        for (one, number), take in self.takes.items():
            if number in wanted:
                found[one].append(take)
        return found

    def share_evenly(self, numbers: Iterable[int], had: Mapping[str, int], weight: int = 1) -> None:
        """Make it dear to give a person more of these seats the more they have (``had`` before), by squares.

        Of all ways to share out a number of seats the even one is the cheapest.
        """
        wanted = list(numbers)
        people = self.by_person(wanted)
        if not people:
            return
        seats = sum(len(self.seats[number].counters) for number in wanted)
        low = min(had.get(one, 0) for one in people)
        total = seats + sum(had.get(one, 0) - low for one in people)
        steep = total // len(people) + STEEP  # so far from even, each step more costs the same: fewer variables
        cost, prices = [], []
        for one, takes in people.items():
            base = had.get(one, 0) - low
            rungs = [self.cp.new_bool_var("") for _ in takes[: max(1, steep - base)]]
            dear = [2 * (base + step) + 1 for step in range(len(rungs))]
            if len(takes) > len(rungs):
                rungs.append(self.cp.new_int_var(0, len(takes) - len(rungs), ""))
                dear.append(dear[-1] + 2)
            self.cp.add(sum(takes) == sum(rungs))
            prices += [*dear, *[dear[-1]] * (len(takes) - len(rungs))]
            cost += [price * rung for price, rung in zip(dear, rungs, strict=True)]
        self.cp.add(sum(cost) >= sum(sorted(prices)[:seats]))  # it cannot be cheaper: so the search knows when to stop
        self.cost += [weight * one for one in cost]

    def start_from(self, answer: Taken) -> None:
        """Look for solutions near this one first, whether it is one or not."""
        self.cp.clear_hints()  # type: ignore[no-untyped-call]
        for (one, number), take in self.takes.items():
            self.cp.add_hint(take, one in answer[number])

    def answer(self, solver: cp_model.CpSolver) -> dict[int, tuple[str, ...]]:
        """Who takes which seats in the solver's solution."""
        found: dict[int, list[str]] = {number: [] for number in self.seats}
        for (one, number), take in self.takes.items():
            if solver.boolean_value(take):
                found[number].append(one)
        return {number: tuple(people) for number, people in found.items()}

    def _hold(self, constraint: cp_model.Constraint, rule: Rule) -> None:
        if self._doubted:
            literal = self.rules.get(rule)
            if literal is None:
                literal = self.rules[rule] = self.cp.new_bool_var("")
            constraint.only_enforce_if(literal)

    def _fill(self) -> None:
        able: dict[int, list[Any]] = defaultdict(list)
        for (_, number), take in self.takes.items():
            able[number].append(take)
        for number, seats in self.seats.items():
            rule = Rule("fill", seats.day, seats.shift, number)
            self._hold(self.cp.add(sum(able[number]) == len(seats.counters)), rule)

    def _cover(self) -> None:
        """A field is covered by whoever is trained for it at a counter that serves it."""
        trained = self.problem.crew.trained
        shifts: dict[tuple[date, str], list[int]] = defaultdict(list)
        for number, seats in self.seats.items():
            shifts[seats.day, seats.shift].append(number)
        helpers: dict[tuple[int, str], list[Any]] = defaultdict(list)
        for (one, number), take in self.takes.items():
            for line in trained[one] & self.seats[number].lines:
                helpers[number, line].append(take)
        for (day, shift), numbers in shifts.items():
            for line in sorted(self.problem.to_cover[day, shift]):
                able = [take for number in numbers for take in helpers[number, line]]
                self._hold(self.cp.add(sum(able) >= 1), Rule("cover", day, shift, line=line))

    def _once(self) -> None:
        days: dict[tuple[str, date], list[Any]] = defaultdict(list)
        for (one, number), take in self.takes.items():
            days[one, self.seats[number].day].append(take)
        for (_, day), takes in days.items():
            if len(takes) > 1:
                self._hold(self.cp.add(sum(takes) <= 1), Rule("once", day))

    def _rest(self) -> None:
        """No two weekends in a row: not of this roster, nor beside those that stay."""
        weekends: dict[tuple[str, date], list[Any]] = defaultdict(list)
        for (one, number), take in self.takes.items():
            if self.seats[number].weekend:
                weekends[one, week_of(self.seats[number].day)].append(take)
        works = {key: self.any_of(takes) for key, takes in weekends.items()}
        for (one, week), work in works.items():
            after = works.get((one, week + WEEK))
            if after is not None:
                self._hold(self.cp.add(work + after <= 1), Rule("rest", week))
            for other in (week - WEEK, week + WEEK):
                if (one, other) in self.problem.weekends_taken:
                    self._hold(self.cp.add(work == 0), Rule("rest", min(week, other)))

    def any_of(self, takes: list[Any]) -> Any:
        if len(takes) == 1:
            return takes[0]
        found = self.cp.new_bool_var("")
        for take in takes:
            self.cp.add_implication(take, found)
        return found
