"""What a duty roster may not do: the conflicts of a set of duties, and how evenly they are spread.

SOURCE: the centre's own rules of rostering (equal extended shifts, no two weekends in a row, leave respected, every
field covered, one person may hold several posts' training); a week is the calendar's, Monday to Sunday, so days of a
long holiday that lie in two weeks count as two weekends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise


class ConflictKind(StrEnum):
    """What can be wrong. ``detail`` of such a conflict is said behind each."""

    OVERLAP = "overlap"  # one person, two duties at once; the other shift
    ON_LEAVE = "on_leave"
    UNTRAINED = "untrained"  # for every line of the counter; its lines
    SAME_DAY = "same_day"  # two shifts of one day that do not overlap; the other shift
    TWO_WEEKENDS = "two_weekends"  # extended duty on rest days of two weeks in a row; the other day
    OPEN_POST = "open_post"  # nobody is put on it
    UNCOVERED = "uncovered"  # a field open in the shift that nobody on duty is trained for; its letter


# What cannot be worked at all: nobody sits at two windows, comes while away, or serves what they were not taught.
HARD = frozenset({ConflictKind.OVERLAP, ConflictKind.ON_LEAVE, ConflictKind.UNTRAINED})


@dataclass(frozen=True, slots=True)
class Stint:
    """One person's duty on one day. ``shift`` None: called in, outside any shift.

    ``weekend``: extended duty on a rest day, of which nobody is given two weeks in a row.
    """

    day: date
    shift: str | None
    counter: int
    staff: str
    opens: int  # minutes after midnight
    closes: int
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A shift of one day: the counters that need somebody, and the letters of the fields to be covered."""

    day: date
    shift: str
    counters: tuple[int, ...]
    fields: frozenset[str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that a rule forbids, once. What does not apply is None or ""."""

    kind: ConflictKind
    day: date
    shift: str | None
    counter: int | None
    staff: str | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who there is: the lines each person is trained for, the lines of each counter, and who is away when."""

    trained: Mapping[str, frozenset[str]]
    serves: Mapping[int, frozenset[str]]
    away: Mapping[str, tuple[tuple[date, date], ...]]  # first and last day, both included

    def there(self, staff: str, day: date) -> bool:
        """Whether no leave keeps the person away on the day."""
        return not any(since <= day <= until for since, until in self.away.get(staff, ()))

    def covers(self, staff: str, counter: int) -> frozenset[str]:
        """The lines that are served when the person sits at the counter."""
        return self.trained.get(staff, frozenset()) & self.serves.get(counter, frozenset())

    def fits(self, staff: str, counter: int) -> bool:
        """Whether the person can serve anything at the counter; at one that has no lines everybody can."""
        return staff in self.trained and (not self.serves.get(counter) or bool(self.covers(staff, counter)))


def week_of(day: date) -> date:
    """The Monday of the calendar week."""
    return day - timedelta(days=day.weekday())


def quarter_of(day: date) -> tuple[date, date]:
    """First and last day of the calendar quarter."""
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    after = date(day.year + (first.month == 10), (first.month + 2) % 12 + 1, 1)
    return first, after - timedelta(days=1)


def quarters(since: date, until: date) -> Iterator[tuple[date, date]]:
    """The calendar quarters that the days from ``since`` to ``until`` touch, in order."""
    first, last = quarter_of(since)
    while first <= until:
        yield first, last
        first, last = quarter_of(last + timedelta(days=1))


def spread_of(counts: Iterable[int]) -> int:
    """The difference between who has most and who has least; 0 where there is nobody."""
    found = list(counts)
    return max(found) - min(found) if found else 0


def conflicts(
    stints: Iterable[Stint], needs: Iterable[Need], crew: Crew, around: Iterable[Stint] = ()
) -> tuple[Conflict, ...]:
    """Everything wrong with a roster's duties, by day. ``around``: duties of the weeks before and after it.

    A person on leave is no help: a field that only they could cover is uncovered as well.
    """
    given = sorted(stints, key=lambda one: (one.day, one.opens, one.counter, one.staff))
    found = [*_of_people(given, crew), *_of_days(given), *_of_weekends(given, around), *_of_needs(given, needs, crew)]
    return tuple(sorted(found, key=lambda one: (one.day, one.shift or "", one.counter or 0, one.kind, one.detail)))


def _of_people(stints: list[Stint], crew: Crew) -> Iterator[Conflict]:
    for one in stints:
        if not crew.there(one.staff, one.day):
            yield Conflict(ConflictKind.ON_LEAVE, one.day, one.shift, one.counter, one.staff)
        if not crew.fits(one.staff, one.counter):
            lines = "".join(sorted(crew.serves.get(one.counter, ())))
            yield Conflict(ConflictKind.UNTRAINED, one.day, one.shift, one.counter, one.staff, lines)


def _of_days(stints: list[Stint]) -> Iterator[Conflict]:
    """Each duty beside the earlier ones of the person's day; told of the later one, once."""
    days: dict[tuple[str, date], list[Stint]] = defaultdict(list)
    for one in stints:
        earlier = days[one.staff, one.day]
        at_once = next((other for other in earlier if other.closes > one.opens and one.closes > other.opens), None)
        beside = next((other for other in earlier if other.shift and one.shift), None)
        if at_once is not None:
            yield Conflict(ConflictKind.OVERLAP, one.day, one.shift, one.counter, one.staff, at_once.shift or "")
        elif beside is not None:
            yield Conflict(ConflictKind.SAME_DAY, one.day, one.shift, one.counter, one.staff, beside.shift or "")
        earlier.append(one)


def _of_weekends(stints: list[Stint], around: Iterable[Stint]) -> Iterator[Conflict]:
    """Told of the later week's first duty, or of the earlier week's last where the later week is not ours."""
    ours = {id(one) for one in stints}
    weeks: dict[str, dict[date, list[Stint]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted((*stints, *around), key=lambda one: (one.day, one.opens)):
        if one.weekend:
            weeks[one.staff][week_of(one.day)].append(one)
    for worked in weeks.values():
        for (week, before), (following, after) in pairwise(sorted(worked.items(), key=lambda pair: pair[0])):
            if following - week != timedelta(days=7):
                continue
            for told, other in ((after[0], before[-1]), (before[-1], after[0])):
                if id(told) in ours:
                    yield Conflict(
                        ConflictKind.TWO_WEEKENDS, told.day, told.shift, told.counter, told.staff, str(other.day)
                    )
                    break


def _of_needs(stints: list[Stint], needs: Iterable[Need], crew: Crew) -> Iterator[Conflict]:
    on_duty: dict[tuple[date, str | None], list[Stint]] = defaultdict(list)
    for one in stints:
        on_duty[one.day, one.shift].append(one)
    for need in needs:
        present = on_duty[need.day, need.shift]
        for counter in sorted(set(need.counters) - {one.counter for one in present}):
            yield Conflict(ConflictKind.OPEN_POST, need.day, need.shift, counter, None)
        able = [one for one in present if crew.there(one.staff, one.day)]
        covered = frozenset[str]().union(*(crew.covers(one.staff, one.counter) for one in able))
        for letter in sorted(need.fields - covered):
            yield Conflict(ConflictKind.UNCOVERED, need.day, need.shift, None, None, letter)
