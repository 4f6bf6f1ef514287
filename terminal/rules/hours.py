"""Opening hours: which plan holds on a day, and when it is open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
REST: Final = "rest"
SPECIAL: Final = "any"
EARLIEST: Final = date(2000, 1, 1)  # a plan from here on holds since always
DAY_MINUTES: Final = 1440
_CLOCK: Final = re.compile("([01][0-9]|2[0-3]|24(?=:00)):([0-5][0-9])")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Open from ``opens`` to ``closes``, minutes after midnight; ``kind`` regular or extended."""

    opens: int
    closes: int
    kind: str = "regular"


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: a week's hours from ``since`` on, or with ``until`` special days. ``line`` None: the whole centre's.

    ``days`` maps mon … sun (working days), rest, or any (special days) to spans; a day that is missing is closed.
    """

    id: int
    line: str | None
    since: date
    until: date | None
    days: Mapping[str, tuple[Span, ...]]
    follows_centre: bool = False


class Hours:
    """All plans of a centre. On a day that none of them reaches it is open all day: nobody has said otherwise.

    A special day of the line goes before one of the centre, that before the line's week, that before the centre's. Of
    several of one kind the one that began last holds; of those of one day the one entered last.
    """

    def __init__(self, plans: Iterable[Plan]) -> None:
        self._plans = sorted(plans, key=lambda plan: (plan.since, plan.id))

    def on(self, day: date, line: str | None, *, working: bool) -> tuple[Span, ...]:
        """When the line (None: the centre) is open on a day that is a working day or is not, in order."""
        plan = self.plan(day, line)
        if plan is None:
            return (Span(0, DAY_MINUTES),)
        if plan.until is not None:
            return tuple(sorted(plan.days.get(SPECIAL, ())))
        return tuple(sorted(plan.days.get(WEEKDAYS[day.weekday()] if working else REST, ())))

    def plan(self, day: date, line: str | None) -> Plan | None:
        """The plan that holds for the line (None: the centre) on a day."""
        own = [plan for plan in self._plans if plan.line == line and line is not None]
        centre = [plan for plan in self._plans if plan.line is None]
        special = _special(own, day) or _special(centre, day)
        if special is not None:
            return special
        week = _week(own, day)
        return week if week is not None and not week.follows_centre else _week(centre, day)


def wrong_span(spans: Iterable[Span]) -> Span | None:
    """The first of a day's spans that no day can have: backwards, past the day's ends, or begun before another ends."""
    ended = 0
    for span in sorted(spans):
        if not ended <= span.opens < span.closes <= DAY_MINUTES:
            return span
        ended = span.closes
    return None


def moment_of(day: date, minutes: int, zone: tzinfo) -> datetime:
    """The moment, in UTC, at which clocks of the zone show so many minutes after midnight of the day.

    A time that a change of the clock skips is taken as if it had not been changed yet; one that comes twice, as the
    first of the two. Moments of one zone must not be compared before they are in UTC: Python compares wall clocks.
    """
    later, rest = divmod(minutes, DAY_MINUTES)
    clock = time(rest // 60, rest % 60)
    return datetime.combine(day + timedelta(days=later), clock, zone).astimezone(UTC)


def minutes_of(clock: str) -> int:
    """Minutes after midnight of HH:MM; 24:00 is the end of the day. ValueError for anything else."""
    found = _CLOCK.fullmatch(clock)
    if found is None:
        raise ValueError(f"not a time of day: {clock}")
    return int(found[1]) * 60 + int(found[2])


def clock_of(minutes: int) -> str:
    """HH:MM of minutes after midnight."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _special(plans: list[Plan], day: date) -> Plan | None:
    found = [plan for plan in plans if plan.until is not None and plan.since <= day <= plan.until]
    return max(found, key=lambda plan: plan.id, default=None)


def _week(plans: list[Plan], day: date) -> Plan | None:
    found = [plan for plan in plans if plan.until is None and plan.since <= day]
    return found[-1] if found else None
