"""The hours of a week as people say them: days that are alike together. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from terminal.office.plan_views import HoursPlanView
from terminal.rules.hours import DAY_MINUTES, REST, WEEKDAYS, Hours, Plan, Span

Week = Mapping[str, tuple[Span, ...]]
MORNING: Final = 6 * 60
EVENING: Final = 22 * 60


@dataclass(frozen=True, slots=True)
class Alike:
    """Kinds of day (mon … sun, rest or any) that are open at the same times."""

    days: tuple[str, ...]
    spans: tuple[Span, ...]


def alike(week: Week) -> tuple[Alike, ...]:
    """Working days that are alike, by the first of them; rest days always stand alone, last."""
    found: dict[tuple[Span, ...], list[str]] = {}
    for day in WEEKDAYS:
        found.setdefault(tuple(week.get(day, ())), []).append(day)
    groups = [Alike(tuple(days), spans) for spans, days in found.items()]
    return (*groups, Alike((REST,), tuple(week.get(REST, ()))))


def scale(weeks: Iterable[Week]) -> tuple[int, int]:
    """From when to when bars are drawn: 6 to 22, or the whole day where something lies outside."""
    spans = [span for week in weeks for day in week.values() for span in day]
    outside = any(span.opens < MORNING or span.closes > EVENING for span in spans)
    return (0, DAY_MINUTES) if outside else (MORNING, EVENING)


def hours_of(plans: Iterable[HoursPlanView]) -> Hours:
    """The rules' hours of the plans on show."""
    return Hours(Plan(plan.id, plan.line, plan.since, plan.until, plan.days, plan.follows_centre) for plan in plans)


def in_force(plans: Iterable[HoursPlanView], line: str | None, day: date) -> HoursPlanView | None:
    """The plan of the week that holds for a line itself (None: the centre) on a day; None where it has none."""
    own = [plan for plan in plans if plan.line == line and plan.until is None and plan.since <= day]
    plan = max(own, key=lambda one: (one.since, one.id), default=None)
    return None if plan is None or plan.follows_centre else plan
