"""Opening hours for the small hall: 8 to 18 on working days, 9 to 12 extended on rest days."""

from __future__ import annotations

from datetime import date, datetime, time

from terminal.office.office import Office
from terminal.rules.hours import REST, WEEKDAYS, Span
from tests.office.halls import ZONE

WORKING, WEEKEND = Span(480, 1080), Span(540, 720, "extended")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment on the centre's clock."""
    return datetime.combine(day, time(hour, minute), ZONE)


def open_by_the_clock(office: Office) -> None:
    """From now on the hall has hours."""
    office.hours.change(dict.fromkeys(WEEKDAYS, (WORKING,)) | {REST: (WEEKEND,)}, office.room.day(office.room.now()))
