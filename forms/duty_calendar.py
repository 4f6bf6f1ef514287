"""Duties as a calendar file (iCalendar, RFC 5545), for a person's own telephone or computer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

PRODUCT = "-//OneWindow//Duty roster//ZH"


@dataclass(frozen=True, slots=True)
class CalendarDuty:
    """One event. ``uid`` stays while ``sequence`` rises with each change; ``cancelled``: was told once, is no more."""

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    summary: str
    location: str
    cancelled: bool = False


def duty_calendar(name: str, duties: tuple[CalendarDuty, ...], made_at: datetime) -> bytes:
    """The file. Times carry their zone, which is described in it."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for duty in duties:
        event = Event()
        event.add("uid", duty.uid)
        event.add("dtstamp", made_at.astimezone(UTC))
        event.add("dtstart", duty.starts)
        event.add("dtend", duty.ends)
        event.add("summary", duty.summary)
        event.add("location", duty.location)
        event.add("sequence", duty.sequence)
        event.add("status", "CANCELLED" if duty.cancelled else "CONFIRMED")
        calendar.add_component(event)
    if duties:
        year = timedelta(days=366)
        first, last = min(one.starts for one in duties).date(), max(one.ends for one in duties).date()
        calendar.add_missing_timezones(first_date=first - year, last_date=last + year)
    return bytes(calendar.to_ical())
