"""The rest days and make-up working days that the State Council has published, as chinesecalendar knows them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from terminal.model import CalendarDay, CalendarYear, DayKind

_AS_PUBLISHED = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}  # the library's names → those of the notices


def published_years() -> range:
    """The years that the library knows, first to last without a gap."""
    days = _library().holidays.keys()
    return range(min(days).year, max(days).year + 1)


def published_days(year: int) -> dict[date, tuple[DayKind, str]]:
    """The days of a published year on which the weekday does not tell, and those with a holiday's Chinese name.

    Empty for a year that is not published.
    """
    library = _library()
    found = {}
    day = date(year, 1, 1)
    while day.year == year:
        rest, work = library.holidays.get(day), library.workdays.get(day)
        if rest is not None:
            found[day] = (DayKind.REST, _chinese(library, rest))
        elif work is not None:
            found[day] = (DayKind.WORK, _chinese(library, work))
        day += timedelta(days=1)
    return found


def add_published_days(connection: Connection, centre: str) -> tuple[int, ...]:
    """Take every published year into a centre's calendar, leaving alone what the centre itself has edited.

    Runs in the caller's transaction. Returns the years that it did not have before.
    """
    years = published_years()
    had = set(connection.scalars(select(CalendarYear.year).where(CalendarYear.centre == centre)))
    edited = set(
        connection.scalars(select(CalendarDay.day).where(CalendarDay.centre == centre, CalendarDay.edited.is_(True)))
    )
    connection.execute(
        delete(CalendarDay).where(
            CalendarDay.centre == centre,
            CalendarDay.edited.is_(False),
            CalendarDay.day.between(date(years[0], 1, 1), date(years[-1], 12, 31)),
        )
    )
    rows = [
        {"centre": centre, "day": day, "kind": kind.value, "name": name, "edited": False}
        for year in years
        for day, (kind, name) in published_days(year).items()
        if day not in edited
    ]
    connection.execute(insert(CalendarDay), rows)
    new = tuple(year for year in years if year not in had)
    if new:
        connection.execute(insert(CalendarYear), [{"centre": centre, "year": year} for year in new])
    return new


def _library() -> Any:
    # Needed once in a centre's life and at each import; nothing else waits for it.
    from chinese_calendar import constants

    return constants


def _chinese(library: Any, english: str) -> str:
    name = next((str(one.chinese) for one in library.Holiday if one.value == english), english)
    return _AS_PUBLISHED.get(name, name)
