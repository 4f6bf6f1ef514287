"""By when a case is promised, what a pause does to that, and from which day it is in danger.

SOURCE: 行政许可法 art. 45 and 82; field/standards.md: a limit of n working days counts from the first working day after
acceptance; days spent waiting for the resident's corrections, suspended, or in a special procedure do not count. A day
of which only a part was waited counts as waited: asked on the 9th and corrected on the 11th are three days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from terminal.rules.working_days import Calendar, Counted, Pause


class Risk(StrEnum):
    """How much danger a case is in of being late."""

    CALM = ""
    SHORT = "short"  # few days are left
    RISK = "risk"  # the steps left take longer than the days left
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Work:
    """What is still to be done of a case, in working days: ``rest`` those of the steps not begun; ``begun_on`` and
    ``usual`` of the one under way, if there is one.
    """

    rest: int = 0
    begun_on: date | None = None
    usual: int = 0


def promised(calendar: Calendar, begins: date, days: int, pauses: Iterable[Pause] = ()) -> Counted:
    """The last day of a limit of so many working days that begins on a day (of acceptance). Raises ValueError when it
    leads past the last day there is.
    """
    return calendar.add(begins, days, pauses)


def days_left(calendar: Calendar, today: date, promised_on: date) -> int:
    """Working days after today up to the promised day; negative when it is past."""
    if today <= promised_on:
        return calendar.between(today, promised_on).days
    return -calendar.between(promised_on, today).days


def risk_day(calendar: Calendar, promised_on: date, work: Work) -> date:
    """The day from which a case cannot be expected to be done in time any more, if nothing moves until then.

    That is when fewer working days are left than the steps left usually take. A step under way that is on time counts
    with what it still takes; once it takes longer than usual, with one day. On the promised day itself every case that
    is not decided is in danger.
    """
    if work.begun_on is None:
        return first_day_with_fewer(calendar, promised_on, max(1, work.rest))
    expected = calendar.add(work.begun_on, work.usual + work.rest).date
    if expected > promised_on:
        return work.begun_on
    return first_day_with_fewer(calendar, promised_on, work.rest + 1)


def first_day_with_fewer(calendar: Calendar, promised_on: date, days: int) -> date:
    """The first day after which fewer than so many working days (at least 1) are left up to the promised day."""
    left, right = 0, days * 7 + 400  # days before the promised one: nowhere does nobody work for a year
    while left < right:  # the farthest day back that still has fewer
        middle = (left + right + 1) // 2
        day = promised_on - timedelta(days=middle)
        if calendar.between(day, promised_on).days < days:
            left = middle
        else:
            right = middle - 1
    return promised_on - timedelta(days=left)


def risk(today: date, promised_on: date, risk_on: date | None, left: int, warn_days: int) -> Risk:
    """How much danger an undecided, unpaused case is in today; ``left`` as ``days_left`` counts."""
    if today > promised_on:
        return Risk.LATE
    if risk_on is not None and today >= risk_on:
        return Risk.RISK
    return Risk.SHORT if left <= warn_days else Risk.CALM
