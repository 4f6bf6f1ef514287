"""Who sits at which window: everybody at the one they are used to, as far as that goes."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from terminal.office.roster_problem import Problem, Seats


class Seated(NamedTuple):
    """A person at one of the seats' counters."""

    seats: Seats
    counter: int
    staff: str


def seat(problem: Problem, taken: Mapping[int, tuple[str, ...]]) -> Iterator[Seated]:
    """Give everybody a counter, day by day, by who sat there most often, lately and in this roster so far."""
    habits = {one: Tally(problem.habits.get(one, Tally())) for one in problem.people}
    for number, seats in enumerate(problem.seats):
        for staff, counter in _pairs(seats.counters, taken.get(number, ()), habits):
            habits[staff][counter] += 1
            yield Seated(seats, counter, staff)


def _pairs(
    counters: tuple[int, ...], people: tuple[str, ...], habits: Mapping[str, Tally[int]]
) -> Iterator[tuple[str, int]]:
    """The strongest habit first. Where nobody is used to anything, the order given decides."""
    wishes = sorted(
        (-habits[one][counter], place, order, one, counter)
        for order, one in enumerate(people)
        for place, counter in enumerate(counters)
    )
    left, free = set(people), set(counters)
    for *_, one, counter in wishes:
        if one in left and counter in free:
            left.remove(one)
            free.remove(counter)
            yield one, counter
