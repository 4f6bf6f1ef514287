"""The order of an agent's day, and home visits that keep out of each other's way.

The house's own rules: an agreed hour is kept; what has none goes by the round of the departments, as far as each case's
own order allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

VISIT: Final = timedelta(minutes=60)  # a home visit with its way there
ERRAND: Final = timedelta(minutes=40)  # any other place with the way to it
MORE: Final = timedelta(minutes=10)  # the next matter at the same place


@dataclass(frozen=True, slots=True)
class Task:
    """A stop of the day. ``position`` is its place in its case's route, ``round`` when a day's round passes there."""

    key: int
    case: int
    position: int
    place: str
    round: int
    at: datetime | None = None  # an agreed hour


def clash(start: datetime, taken: Iterable[datetime]) -> datetime | None:
    """The first of the agreed visits that one at ``start`` would overlap; None when there is time for it."""
    return next((other for other in sorted(taken) if abs(other - start) < VISIT), None)


def day_order(tasks: Iterable[Task], begins: datetime) -> tuple[Task, ...]:
    """The stops in the order to do them, from ``begins`` on.

    Those with an agreed hour stand in the order of their hours, each before what would make it late. The others go
    round by the departments' order, one place after the other, and never before an earlier stop of the same case
    unless that one's agreed hour is later still.
    """
    rest = sorted(tasks, key=lambda one: (one.at is None, one.at or begins, one.key))
    order: list[Task] = []
    now = begins
    while rest:
        agreed = rest[0] if rest[0].at is not None else None
        free = _next_free(rest, order[-1] if order else None)
        needs = _needs(free, order[-1] if order else None) if free else ERRAND
        if agreed is not None and agreed.at is not None and (free is None or now + needs > agreed.at):
            chosen, now = agreed, max(now, agreed.at) + VISIT
        else:
            assert free is not None  # without agreed ones left, each case's first stop is free
            chosen, now = free, now + needs
        rest.remove(chosen)
        order.append(chosen)
    return tuple(order)


def _next_free(rest: Sequence[Task], last: Task | None) -> Task | None:
    """The one without an hour to go to next: at the same place, else further on the round, else from its beginning."""
    first: dict[int, int] = {}
    for task in rest:
        first[task.case] = min(first.get(task.case, task.position), task.position)
    free = [task for task in rest if task.at is None and task.position == first[task.case]]
    reached = last.round if last is not None else 0
    place = last.place if last is not None else ""
    return min(
        free, key=lambda one: (one.place != place, one.round < reached, one.round, one.place, one.key), default=None
    )


def _needs(task: Task, last: Task | None) -> timedelta:
    return MORE if last is not None and last.place == task.place else ERRAND
