"""Calendars as files: CSV as the State Council's notices are passed on, and iCalendar for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from terminal.office.file_reading import Report
from terminal.office.file_source import read_text

if TYPE_CHECKING:
    from icalendar import Event

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
KINDS: Final = {"work": True, "rest": False}
NEEDED: Final = ("date", "kind")
WRITTEN: Final = ("date", "weekday", "kind", "holiday")
ALLOWED: Final = (*WRITTEN, "holiday_en", "in_lieu")  # the last two say nothing that the calendar keeps
MOST_DAYS: Final = 366  # of one event
_CATEGORIES: Final = {**KINDS, "班": True, "上班": True, "补班": True, "休": False, "休息": False, "放假": False}
_APPLE: Final = {"WORK-HOLIDAY": False, "ALTERNATE-WORKDAY": True}  # X-APPLE-SPECIAL-DAY of its Chinese calendar


@dataclass(frozen=True, slots=True)
class DayEntry:
    """What a file says of a day."""

    day: date
    working: bool
    name: str


def csv_text(entries: Iterable[DayEntry]) -> str:
    """The days as CSV, one row each."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(WRITTEN)
    for one in entries:
        writer.writerow((one.day, WEEKDAYS[one.day.weekday()], "work" if one.working else "rest", one.name))
    return text.getvalue()


def read_csv(path: Path) -> list[DayEntry]:
    """The days of a CSV file, in its order. Raises Refusal that names every fault with its row and column."""
    report = Report(str(path))
    text = read_text(path, report)
    entries = [] if text is None else list(_csv_rows(text, report))
    _refuse_repeated(entries, report)
    report.refuse_if_faulty()
    return [entry for _, entry in entries]


def _csv_rows(text: str, report: Report) -> Iterator[tuple[int, DayEntry]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        head = [name.strip() for name in next(reader, [])]
        if not _head_is_good(head, report):
            return
        for row in reader:
            if not any(row):
                continue
            if len(row) != len(head):
                report.fault(reader.line_num, "", "", f"{len(row)} columns", f"{len(head)}, as in the first row")
            elif entry := _csv_entry(dict(zip(head, row, strict=True)), reader.line_num, report):
                yield reader.line_num, entry
    except csv.Error as error:
        report.fault(reader.line_num, "", "", f"broken CSV ({error})", "rows of values with commas between them")


def _head_is_good(head: list[str], report: Report) -> bool:
    for name in NEEDED:
        if head.count(name) != 1:
            report.fault(1, "", name, f"{head.count(name)} columns of that name", "one column")
    for name in dict.fromkeys(head):
        if name not in ALLOWED:
            report.fault(1, "", name[:40], "an unknown column", "one of " + ", ".join(ALLOWED))
    return not report.faults


def _csv_entry(row: dict[str, str], line: int, report: Report) -> DayEntry | None:
    row = {column: value.strip() for column, value in row.items()}
    before = len(report.faults)
    day = _day(row["date"])
    if day is None:
        report.fault(line, "", "date", _shown(row["date"]), "a day from 2000 to 2999, such as 2026-10-01")
    elif row.get("weekday") and row["weekday"].capitalize() != WEEKDAYS[day.weekday()]:
        report.fault(line, "", "weekday", _shown(row["weekday"]), f"{WEEKDAYS[day.weekday()]}, as {day} is")
    if row["kind"] not in KINDS:
        report.fault(line, "", "kind", _shown(row["kind"]), "rest or work")
    name = row.get("holiday", "")
    if not _is_name(name):
        report.fault(line, "", "holiday", _shown(name), "at most 40 characters in one line")
    if day is None or len(report.faults) > before:
        return None
    return DayEntry(day, KINDS[row["kind"]], name)


def ical_bytes(entries: Iterable[DayEntry], centre: str, at: datetime) -> bytes:
    """The days as iCalendar (RFC 5545), one all-day event each; the kind stands in CATEGORIES."""
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
    """The days of an iCalendar file's all-day events, each a rest or a working day by its CATEGORIES (rest, work) or by
    X-APPLE-SPECIAL-DAY. Raises Refusal that names every fault, with the event's place in the file as its row.
    """
    report = Report(str(path))
    text = read_text(path, report)
    found: list[tuple[int, DayEntry]] = []
    for row, event in enumerate(_events(text, report) if text is not None else (), 1):
        found.extend((row, entry) for entry in _event_entries(event, row, report))
    _refuse_repeated(found, report)
    report.refuse_if_faulty()
    return [entry for _, entry in found]


def _events(text: str, report: Report) -> list[Event]:
    from icalendar import Calendar, Event  # as above

    try:
        calendar = Calendar.from_ical(text)
    except (
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
    ) as error:  # what it raises for what it cannot read
        report.fault(None, "", "", f"broken iCalendar ({str(error)[:80]})", "a VCALENDAR with VEVENTs")
        return []
    events = [one for one in calendar.walk("VEVENT") if isinstance(one, Event)]
    if not events:
        report.fault(None, "", "", "no events", "a VCALENDAR with VEVENTs")
    return events


def _event_entries(event: Event, row: int, report: Report) -> list[DayEntry]:
    before = len(report.faults)
    days = _days_of(event, row, report)
    working = _kind_of(event)
    if working is None:
        report.fault(row, "", "CATEGORIES", "neither rest nor work", "rest or work")
    if "RRULE" in event or "RDATE" in event:
        report.fault(row, "", "RRULE", "an event that comes again", "each day as an event of its own")
    name = str(event.get("SUMMARY", "")).strip()
    if not _is_name(name):
        report.fault(row, "", "SUMMARY", _shown(name), "at most 40 characters in one line")
    if working is None or len(report.faults) > before:
        return []
    return [DayEntry(day, working, name) for day in days]


def _days_of(event: Event, row: int, report: Report) -> list[date]:
    first, after = (getattr(event.get(key), "dt", None) for key in ("DTSTART", "DTEND"))
    if not isinstance(first, date) or isinstance(first, datetime) or not 2000 <= first.year <= 2999:
        report.fault(row, "", "DTSTART", _shown(first), "a whole day from 2000 to 2999 (VALUE=DATE)")
        return []
    after = after or first + timedelta(days=1)
    if not isinstance(after, date) or isinstance(after, datetime) or not 0 < (after - first).days <= MOST_DAYS:
        report.fault(row, "", "DTEND", _shown(after), f"a day after DTSTART, at most {MOST_DAYS} days")
        return []
    return [first + timedelta(days=passed) for passed in range((after - first).days)]


def _kind_of(event: Event) -> bool | None:
    given = event.get("CATEGORIES")
    lists = given if isinstance(given, list) else [given] if given is not None else []
    words = {str(word).strip().lower() for one in lists for word in getattr(one, "cats", ())}
    found = {_CATEGORIES[word] for word in words if word in _CATEGORIES}
    apple = _APPLE.get(str(event.get("X-APPLE-SPECIAL-DAY", "")).upper())
    found |= set() if apple is None else {apple}
    return found.pop() if len(found) == 1 else None


def _refuse_repeated(entries: list[tuple[int, DayEntry]], report: Report) -> None:
    first: dict[date, int] = {}
    for row, entry in entries:
        if entry.day in first:
            report.fault(row, "", "date", f"{entry.day} again", f"each day once (first in row {first[entry.day]})")
        first.setdefault(entry.day, row)


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if len(text) == 10 and 2000 <= day.year <= 2999 else None


def _is_name(text: str) -> bool:
    return len(text) <= 40 and text.isprintable()


def _shown(value: object) -> str:
    text = str(value)
    return repr(text if len(text) <= 40 else text[:39] + "…")
