"""Calendar and hours as they stand in the database, read once for a whole verb or picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from terminal.model import CalendarDay, CalendarYear, DayKind, HoursPlan, HoursSpan
from terminal.office.room import Room
from terminal.rules.hours import Hours, Plan, Span
from terminal.rules.working_days import Calendar


@dataclass(frozen=True, slots=True)
class OpeningRules:
    """When the centre and its lines are open, within the days that were read."""

    calendar: Calendar
    hours: Hours
    names: Mapping[date, str]  # of holidays; other days have none

    def on(self, day: date, line: str | None = None) -> tuple[Span, ...]:
        """When the line (None: the centre) is open on the day, in order."""
        return self.hours.on(day, line, working=self.calendar.working(day))

    def certain(self, day: date, line: str | None = None) -> bool:
        """Whether no notice of rest days still to come can change the day's hours."""
        if self.calendar.certain(day):
            return True
        return self.hours.on(day, line, working=True) == self.hours.on(day, line, working=False)


def read_opening(session: Session, room: Room, since: date, until: date) -> OpeningRules:
    """Read what decides the hours of the days from ``since`` to ``until``, in three statements of the caller's
    transaction.
    """
    names: dict[date, str] = {}
    days: dict[date, bool] = {}
    query = select(CalendarDay.day, CalendarDay.kind, CalendarDay.name)
    for day, kind, name in session.execute(
        query.where(CalendarDay.centre == room.centre, CalendarDay.day.between(since, until))
    ):
        days[day] = kind == DayKind.WORK
        if name:
            names[day] = name
    years = session.scalars(
        select(CalendarYear.year).where(
            CalendarYear.centre == room.centre, CalendarYear.year.between(since.year, until.year)
        )
    )
    return OpeningRules(Calendar(days, years), Hours(read_plans(session, room, since, until)), names)


def read_plans(session: Session, room: Room, since: date, until: date) -> list[Plan]:
    """Every plan of hours that has a say in the days from ``since`` to ``until``."""
    query = (
        select(HoursPlan, HoursSpan)
        .outerjoin(HoursSpan, HoursSpan.plan_id == HoursPlan.id)
        .where(
            HoursPlan.centre == room.centre,
            HoursPlan.since <= until,
            or_(HoursPlan.until.is_(None), HoursPlan.until >= since),
        )
        .order_by(HoursPlan.since, HoursPlan.id, HoursSpan.opens)
    )
    plans: dict[int, HoursPlan] = {}
    spans: dict[int, dict[str, tuple[Span, ...]]] = defaultdict(dict)
    for plan, span in session.execute(query):
        plans[plan.id] = plan
        if span is not None:
            week = spans[plan.id]
            week[span.days] = (*week.get(span.days, ()), Span(span.opens, span.closes, span.kind))
    return [
        Plan(plan.id, plan.line, plan.since, plan.until, spans[plan.id], plan.follows_centre) for plan in plans.values()
    ]
