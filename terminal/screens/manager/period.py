"""Periods a manager looks at, as whole days. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

PeriodName = Literal["today", "week", "month", "quarter", "year", "custom"]
NAMED: Final[tuple[PeriodName, ...]] = ("today", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from ``since`` to ``until``, both included."""

    name: PeriodName
    since: date
    until: date


def named(name: PeriodName, today: date) -> Period:
    """A period up to today: this week (from Monday), month, quarter or year. ValueError for ``custom``."""
    first_of_quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    starts: dict[PeriodName, date] = {
        "today": today,
        "week": today - timedelta(days=today.weekday()),
        "month": today.replace(day=1),
        "quarter": first_of_quarter,
        "year": date(today.year, 1, 1),
    }
    if name not in starts:
        raise ValueError(f"no days belong to the period {name!r} by itself")
    return Period(name, starts[name], today)


def custom(since: date, until: date) -> Period:
    """The days between two dates, in whichever order they were given."""
    return Period("custom", min(since, until), max(since, until))


def moved_to(period: Period, today: date) -> Period:
    """The same kind of period on another day: at midnight “this week” moves on, chosen dates stay."""
    return period if period.name == "custom" else named(period.name, today)
