"""Working days: which days people work on, and limits counted in them.

SOURCE: 行政许可法 art. 82 (limits are in working days, holidays are none) and art. 45 (what hearings and reviews take
does not count); a limit of n working days counts from the first one after acceptance. Rest days and
make-up working days are those of the State Council's yearly notice; of a year without one weekends are all we know.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

_LAST = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Counted:
    """The day a limit ends on. ``certain`` is False when a year whose rest days nobody knows has a say in it."""

    date: date
    certain: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How many working days there are; ``certain`` as for ``Counted``."""

    days: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count, both included. Raises ValueError when it ends before it begins."""

    since: date
    until: date

    def __post_init__(self) -> None:
        if self.until < self.since:
            raise ValueError(f"a pause from {self.since} cannot end on {self.until}")


class Calendar:
    """What is known of the days: ``days`` says of some whether people work, ``years`` are those known whole.

    Of any other day the weekday decides: Monday to Friday are working days. Nothing here walks from day to day, so the
    work does not grow with the distance.
    """

    def __init__(self, days: Mapping[date, bool], years: Iterable[int]) -> None:
        self._days = dict(days)
        self._years = frozenset(years)
        odd = sorted((day.toordinal(), works) for day, works in days.items() if works != _weekday(day))
        self._odd = [ordinal for ordinal, _ in odd]
        self._more = list(accumulate((1 if works else -1 for _, works in odd), initial=0))

    def working(self, day: date) -> bool:
        """Whether people work on the day, as far as is known."""
        return self._days.get(day, _weekday(day))

    def certain(self, day: date) -> bool:
        """Whether the day lies in a year whose rest days are known."""
        return day.year in self._years

    def add(self, day: date, n: int, pauses: Iterable[Pause] = ()) -> Counted:
        """The day on which a limit of ``n`` working days ends that begins on ``day``; with n = 0 the day itself.

        The first working day after ``day`` is number one. Raises ValueError for a negative n, and for one that leads
        past the last day there is (9999-12-31).
        """
        if n < 0:
            raise ValueError(f"a limit cannot be {n} working days long")
        if n == 0:
            return Counted(day, True)
        start, breaks = day.toordinal(), _merged(pauses)
        found = bisect_left(range(_LAST + 1), n, start + 1, key=lambda end: self._count(start, end, breaks))
        if found > _LAST:
            raise ValueError(f"there are no {n} working days after {day}")
        end = date.fromordinal(found)
        return Counted(end, self._all_certain(day, end))

    def between(self, first: date, last: date, pauses: Iterable[Pause] = ()) -> Count:
        """How many working days lie after ``first`` up to and including ``last``: ``add(first, n)`` turned round.

        Raises ValueError when ``last`` is before ``first``.
        """
        if last < first:
            raise ValueError(f"{last} is before {first}")
        days = self._count(first.toordinal(), last.toordinal(), _merged(pauses))
        return Count(days, self._all_certain(first, last))

    def _count(self, start: int, end: int, breaks: list[tuple[int, int]]) -> int:
        """Working days after ``start`` up to ``end``, less those within a break."""
        within = ((max(start, since - 1), min(end, until)) for since, until in breaks)
        paused = sum(self._through(until) - self._through(since) for since, until in within if since < until)
        return self._through(end) - self._through(start) - paused

    def _through(self, ordinal: int) -> int:
        """Working days from the first day there is (0001-01-01, a Monday) to this one."""
        weeks, rest = divmod(ordinal, 7)
        return weeks * 5 + min(rest, 5) + self._more[bisect_right(self._odd, ordinal)]

    def _all_certain(self, first: date, last: date) -> bool:
        """Whether every day after ``first`` up to ``last`` lies in a known year."""
        after = min(first.toordinal() + 1, _LAST)
        return first == last or self._years.issuperset(range(date.fromordinal(after).year, last.year + 1))


def _weekday(day: date) -> bool:
    return day.weekday() < 5


def _merged(pauses: Iterable[Pause]) -> list[tuple[int, int]]:
    """The pauses as ordinals, in order, none touching another: a day in two of them is left out once."""
    merged: list[tuple[int, int]] = []
    for since, until in sorted((one.since.toordinal(), one.until.toordinal()) for one in pauses):
        if merged and since <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], until)
        else:
            merged.append((since, until))
    return merged
