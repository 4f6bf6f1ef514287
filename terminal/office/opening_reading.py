"""Calendar and hours as they stand in the database, read once for a whole verb or picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, Date, bindparam, or_, select
from sqlalchemy.orm import Session

from terminal.model import CalendarDay, CalendarYear, DayKind, HoursPlan, HoursSpan
from terminal.office.room import Room
from terminal.rules.hours import Hours, Plan, Span
from terminal.rules.working_days import Calendar

# Built once: these are read for every picture of the hall.
_AT_CENTRE: BindParameter[str] = bindparam("at_centre")
_SINCE: BindParameter[date] = bindparam("since", type_=Date())
_UNTIL: BindParameter[date] = bindparam("until", type_=Date())
_DAYS = select(CalendarDay.day, CalendarDay.kind, CalendarDay.name).where(
    CalendarDay.centre == _AT_CENTRE, CalendarDay.day.between(_SINCE, _UNTIL)
)
_YEARS = select(CalendarYear.year).where(
    CalendarYear.centre == _AT_CENTRE, CalendarYear.year.between(bindparam("first"), bindparam("last"))
)
_PLANS = (
    select(
        HoursPlan.id, HoursPlan.line, HoursPlan.since, HoursPlan.until, HoursPlan.follows_centre,
        HoursSpan.days, HoursSpan.opens, HoursSpan.closes, HoursSpan.kind,
    )
    .outerjoin(HoursSpan, HoursSpan.plan_id == HoursPlan.id)
    .where(
        HoursPlan.centre == _AT_CENTRE,
        HoursPlan.since <= _UNTIL,
        or_(HoursPlan.until.is_(None), HoursPlan.until >= _SINCE),
    )
    .order_by(HoursPlan.since, HoursPlan.id, HoursSpan.opens)
)  # fmt: skip


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
    period = {"at_centre": room.centre, "since": since, "until": until}
    for day, kind, name in session.execute(_DAYS, period):
        days[day] = kind == DayKind.WORK
        if name:
            names[day] = name
    years = session.scalars(_YEARS, {"at_centre": room.centre, "first": since.year, "last": until.year})
    return OpeningRules(Calendar(days, years), Hours(_plans(session, period)), names)


def _plans(session: Session, period: Mapping[str, object]) -> list[Plan]:
    """Every plan of hours that has a say in the period."""
    heads: dict[int, tuple[str | None, date, date | None, bool]] = {}
    spans: dict[int, dict[str, tuple[Span, ...]]] = defaultdict(dict)
    for plan, line, since, until, follows, days, opens, closes, kind in session.execute(_PLANS, period):
        heads[plan] = line, since, until, follows
        if days is not None:
            week = spans[plan]
            week[days] = (*week.get(days, ()), Span(opens, closes, kind))
    return [
        Plan(plan, line, since, until, spans[plan], follows) for plan, (line, since, until, follows) in heads.items()
    ]
