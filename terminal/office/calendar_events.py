"""Calendars as iCalendar files (RFC 5545): all-day events, each a rest day or a working day.

Read are our own files and those that are passed around: Apple's calendar of Chinese holidays, whose festivals without a
day off say nothing here, and subscriptions that tell in the title alone (元旦 假期 第1天/共3天; 元旦 补班, from nine to
six; 国庆节（休）; 班｜国庆节).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from terminal.office.calendar_files import KINDS, DayEntry, is_name, shown
from terminal.office.file_reading import Report
from terminal.office.file_source import read_text

if TYPE_CHECKING:
    from icalendar import Event

MOST_DAYS: Final = 366  # of one event
_CATEGORIES: Final = {**KINDS, "班": True, "上班": True, "补班": True, "休": False, "休息": False, "放假": False}
_APPLE: Final = {"WORK-HOLIDAY": False, "ALTERNATE-WORKDAY": True}
_WORK: Final = ("班", "补班", "补上班", "调休上班")
_TITLES: Final = (
    re.compile(r"(?P<name>.*?)\s*[(\[【](?P<mark>休|班)[)\]】]"),
    re.compile(r"(?P<mark>休|班)\s*[|·]\s*(?P<name>.*)"),
    re.compile(r"(?P<name>.*?)\s*(?P<mark>假期|放假|补班|补上班|调休上班)(?:\s+第\d+天(?:\s*/\s*共\d+天)?)?"),
)


def ical_bytes(entries: Iterable[DayEntry], centre: str, at: datetime) -> bytes:
    """The days as iCalendar, one all-day event each; the kind stands in CATEGORIES."""
    from icalendar import Calendar, Event  # 100 ms to load; nothing else needs it

    calendar = Calendar()
    calendar.add("prodid", "-//OneWindow//calendar//ZH")
    calendar.add("version", "2.0")
    for one in entries:
        event = Event()
        event.add("uid", f"{one.day}@{centre.lower()}.onewindow")
        event.add("dtstamp", at)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("summary", one.name)
        event.add("categories", ["work" if one.working else "rest"])
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def read_ical(path: Path) -> list[DayEntry]:
    """The days of an iCalendar file's events, each a rest or a working day by its CATEGORIES (rest, work), by
    X-APPLE-SPECIAL-DAY or by its title.

    Two events may name a day alike. Raises Refusal that names every fault, with the event's place in the file as its
    row.
    """
    report = Report(str(path))
    text = read_text(path, report, tables=True)
    events = _events(text, report) if text is not None else []
    apples = any(_apple(event) is not None for event in events)
    found: dict[date, tuple[int, DayEntry]] = {}
    for row, event in enumerate(events, 1):
        working, name = _says(event)
        if working is None and apples:
            continue  # a festival without a day off
        for entry in _event_entries(event, row, working, name, report):
            first, known = found.setdefault(entry.day, (row, entry))
            if known.working != entry.working:
                said = f"{entry.day} again, as another kind"
                report.fault(row, "", "DTSTART", said, f"each day of one kind (first in event {first})")
    report.refuse_if_faulty()
    return [entry for _, entry in found.values()]


def _events(text: str, report: Report) -> list[Event]:
    from icalendar import Calendar, Event  # as above

    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:  # what it raises for what is none
        why = " ".join(str(error).split())[:80]
        report.fault(None, "", "", f"broken iCalendar ({why})", "a VCALENDAR with VEVENTs")
        return []
    events = [one for calendar in calendars for one in calendar.walk("VEVENT") if isinstance(one, Event)]
    if not events:
        report.fault(None, "", "", "no events", "a VCALENDAR with VEVENTs")
    return events


def _says(event: Event) -> tuple[bool | None, str]:
    """Whether an event is of working days (None: it does not say, or says both), and their name."""
    title = str(event.get("SUMMARY", "")).strip()
    given = event.get("CATEGORIES")
    lists = given if isinstance(given, list) else [given] if given is not None else []
    words = {str(word).strip().lower() for one in lists for word in getattr(one, "cats", ())}
    marked = {_CATEGORIES[word] for word in words if word in _CATEGORIES}
    if not marked:
        told = next(filter(None, (form.fullmatch(unicodedata.normalize("NFKC", title)) for form in _TITLES)), None)
        if told is not None:
            marked, title = {told["mark"] in _WORK}, told["name"].strip()
    if (apple := _apple(event)) is not None:
        marked.add(apple)
    return (marked.pop() if len(marked) == 1 else None), title


def _apple(event: Event) -> bool | None:
    return _APPLE.get(str(event.get("X-APPLE-SPECIAL-DAY", "")).upper())


def _event_entries(event: Event, row: int, working: bool | None, name: str, report: Report) -> list[DayEntry]:
    before = len(report.faults)
    days = _days_of(event, row, working, report)
    if working is None:
        report.fault(row, "", "CATEGORIES", "neither rest nor work", "rest or work")
    if "RRULE" in event or "RDATE" in event:
        report.fault(row, "", "RRULE", "an event that comes again", "each day as an event of its own")
    if not is_name(name):
        report.fault(row, "", "SUMMARY", shown(name), "at most 40 characters in one line")
    if working is None or len(report.faults) > before:
        return []
    return [DayEntry(day, working, name) for day in days]


def _days_of(event: Event, row: int, working: bool | None, report: Report) -> list[date]:
    first, after = (getattr(event.get(key), "dt", None) for key in ("DTSTART", "DTEND"))
    if working and (hours := _hours_of_a_day(first, after)) is not None:
        return [hours]
    if not isinstance(first, date) or isinstance(first, datetime) or not 2000 <= first.year <= 2999:
        report.fault(row, "", "DTSTART", shown(first), "a whole day from 2000 to 2999 (VALUE=DATE)")
        return []
    lasts = getattr(event.get("DURATION"), "dt", timedelta(days=1))
    days = after - first if isinstance(after, date) and not isinstance(after, datetime) else lasts
    if (after is not None and days is lasts) or days % timedelta(days=1) or not 0 < days.days <= MOST_DAYS:
        of = "DTEND" if after is not None else "DURATION"
        said = shown(after if after is not None else lasts)
        report.fault(row, "", of, said, f"a day after DTSTART, at most {MOST_DAYS} days")
        return []
    return [first + timedelta(days=passed) for passed in range(days.days)]


def _hours_of_a_day(first: object, after: object) -> date | None:
    """The day of an event with hours, as a make-up working day is often written. One told in UTC is of no sure day."""
    if not isinstance(first, datetime) or first.utcoffset() == timedelta(0) or not 2000 <= first.year <= 2999:
        return None
    ends_there = after is None or (isinstance(after, datetime) and after.date() == first.date())
    return first.date() if ends_there else None
