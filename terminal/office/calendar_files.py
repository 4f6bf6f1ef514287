"""Calendars as CSV files, as the State Council's notices are passed on; see ``calendar_events`` for iCalendar."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from terminal.office.file_reading import Report
from terminal.office.file_source import read_text
from terminal.office.table_text import separator_of

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
KINDS: Final = {"work": True, "rest": False}
NEEDED: Final = ("date", "kind")
WRITTEN: Final = ("date", "weekday", "kind", "holiday")
ALLOWED: Final = (*WRITTEN, "holiday_en", "in_lieu")  # the last two say nothing that the calendar keeps
_SPREADSHEETS_DAY: Final = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")


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
    text = read_text(path, report, tables=True)
    entries = [] if text is None else list(_csv_rows(text, report))
    _refuse_repeated(entries, report)
    report.refuse_if_faulty()
    return [entry for _, entry in entries]


def _csv_rows(text: str, report: Report) -> Iterator[tuple[int, DayEntry]]:
    separator = separator_of(text.partition("\n")[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
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
        report.fault(line, "", "date", shown(row["date"]), "a day from 2000 to 2999, such as 2026-10-01")
    elif row.get("weekday") and row["weekday"].capitalize() != WEEKDAYS[day.weekday()]:
        report.fault(line, "", "weekday", shown(row["weekday"]), f"{WEEKDAYS[day.weekday()]}, as {day} is")
    if row["kind"] not in KINDS:
        report.fault(line, "", "kind", shown(row["kind"]), "rest or work")
    name = row.get("holiday", "")
    if not is_name(name):
        report.fault(line, "", "holiday", shown(name), "at most 40 characters in one line")
    if day is None or len(report.faults) > before:
        return None
    return DayEntry(day, KINDS[row["kind"]], name)


def _refuse_repeated(entries: list[tuple[int, DayEntry]], report: Report) -> None:
    first: dict[date, int] = {}
    for row, entry in entries:
        if entry.day in first:
            report.fault(row, "", "date", f"{entry.day} again", f"each day once (first in row {first[entry.day]})")
        first.setdefault(entry.day, row)


def _day(text: str) -> date | None:
    if of := _SPREADSHEETS_DAY.fullmatch(text):
        text = f"{of[1]}-{of[2]:0>2}-{of[3]:0>2}"
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if len(text) == 10 and 2000 <= day.year <= 2999 else None


def is_name(text: str) -> bool:
    """Whether a day may be called so."""
    return len(text) <= 40 and text.isprintable()


def shown(value: object) -> str:
    """What a report repeats of a file."""
    text = str(value)
    return repr(text if len(text) <= 40 else text[:39] + "…")
