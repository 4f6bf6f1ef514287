"""The calendar's desk: which days are worked, by the published notices and by what the centre enters itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import CalendarDay, CalendarYear, DayKind
from terminal.office import calendar_events, calendar_files
from terminal.office.calendar_files import DayEntry
from terminal.office.duty_changes import Broken, changing
from terminal.office.opening_reading import OpeningRules, read_opening
from terminal.office.plan_views import CalendarDayView, CalendarImport, PublishedImport, YearView
from terminal.office.room import Room
from terminal.rules.working_days import Count, Counted
from terminal.store.published_days import add_published_days, published_days

FIRST: Final = date(2000, 1, 1)
LAST: Final = date(2999, 12, 31)
LONGEST_NAME: Final = 40


class CalendarDesk:
    """Reads and changes the centre's calendar. Safe to use from many threads and processes.

    Every change waits until nobody books any more, and nobody books until it is done. Days from 2000 to 2999 are known;
    others are refused. Raises ``DatabaseFault`` without a database.
    """

    def __init__(self, room: Room) -> None:
        self._room = room

    # What the calendar says.

    def day(self, day: date) -> CalendarDayView:
        """One day."""
        _check(day)
        with self._room.reading() as session:
            return self._views(session, day, day)[0]

    def year(self, year: int) -> YearView:
        """Every day of a year."""
        since, until = _year(year)
        with self._room.reading() as session:
            days = self._views(session, since, until)
        return YearView(year, days[0].certain, days)

    def add_working_days(self, day: date, n: int) -> Counted:
        """The day on which a limit of ``n`` working days ends that begins on ``day``; see ``rules.working_days``.

        Refuses a negative number, and one that leads past the last day of the calendar.
        """
        _check(day)
        with self._room.reading() as session:
            calendar = read_opening(session, self._room, day, LAST).calendar
        try:
            counted = calendar.add(day, n)
        except ValueError as error:
            raise _no_limit(n) from error
        if counted.date > LAST:
            raise _no_limit(n)
        return counted

    def working_days_between(self, first: date, last: date) -> Count:
        """How many working days lie after ``first`` up to and including ``last``. Refuses when ``last`` is earlier."""
        _check(first)
        _check(last)
        with self._room.reading() as session:
            calendar = read_opening(session, self._room, min(first, last), last).calendar
        try:
            return calendar.between(first, last)
        except ValueError as error:
            raise Refusal("{last} is before {first}.", "Give the earlier day first.", first=first, last=last) from error

    # What the centre enters itself.

    def mark(self, day: date, working: bool, name: str = "", *, by: str = "") -> CalendarDayView:
        """Say of a day whether people work on it, and what it is called. An import of published days leaves it so.

        The answer names the appointments that this breaks, as ``unmark``'s and the imports' do.
        """
        _check(day)
        entry = DayEntry(day, working, _name(name))
        with changing(self._room, by) as (session, now):
            before = session.get(CalendarDay, (self._room.centre, day))
            was, broken = _plain(before), Broken(session, self._room, day, day)
            self._put(session, entry)
            session.flush()
            self._room.note(session, "mark", "calendar_day", day, at=now, who=by, before=was, after=_plain_entry(entry))
            return replace(self._views(session, day, day)[0], broken=broken.found())

    def unmark(self, day: date, *, by: str = "") -> CalendarDayView:
        """Take back what the centre entered of a day: what was published of it holds again, else the weekday."""
        _check(day)
        with changing(self._room, by) as (session, now):
            marked = session.get(CalendarDay, (self._room.centre, day))
            if marked is None or not marked.edited:
                raise Refusal("Nothing was entered by hand for {day}.", "There is nothing to take back.", day=day)
            was, published = _plain(marked), published_days(day.year).get(day)
            broken = Broken(session, self._room, day, day)
            if published is None:
                session.delete(marked)
            else:
                marked.kind, marked.name, marked.edited = published[0], published[1], False
            session.flush()
            left = None if published is None else _plain(marked)
            self._room.note(session, "unmark", "calendar_day", day, at=now, who=by, before=was, after=left)
            return replace(self._views(session, day, day)[0], broken=broken.found())

    def publish(self, year: int, *, by: str = "") -> None:
        """Say that the rest days of a year are all entered: what depends on them is certain from now on."""
        _year(year)
        with changing(self._room, by) as (session, now):
            if self._publish(session, {year}):
                self._room.note(session, "publish", "calendar_year", year, at=now, who=by)

    def withdraw(self, year: int, *, by: str = "") -> None:
        """Take that back: the year's days stay, and are not certain any more."""
        _year(year)
        with changing(self._room, by) as (session, now):
            known = session.get(CalendarYear, (self._room.centre, year))
            if known is None:
                raise Refusal("The year {year} is not known as complete.", "There is nothing to take back.", year=year)
            session.delete(known)
            session.flush()
            self._room.note(session, "withdraw", "calendar_year", year, at=now, who=by)

    # Files, and the notices the program knows.

    def import_published(self, *, by: str = "") -> PublishedImport:
        """Take over every published year that the installed chinesecalendar knows, leaving what the centre entered."""
        with changing(self._room, by) as (session, now):
            broken = Broken(session, self._room, self._room.day(now), None)
            years = add_published_days(session.connection(), self._room.centre)
            self._room.note(session, "import_published", "calendar", "", at=now, who=by, after={"new": list(years)})
            return PublishedImport(years, broken.found())

    def import_csv(
        self, path: Path | str, *, complete: bool = False, dry_run: bool = False, by: str = ""
    ) -> CalendarImport:
        """Take over the days of a CSV file, as ``export_csv`` writes it; days that it does not name stay as they are.

        ``complete``: the file says all there is to say of its years, which are certain from now on. Raises Refusal that
        names every fault with its row and column (``values["faults"]``); nothing is changed then, nor with ``dry_run``,
        which names what would be broken.
        """
        return self._import(calendar_files.read_csv, Path(path), complete, dry_run, by)

    def import_ical(
        self, path: Path | str, *, complete: bool = False, dry_run: bool = False, by: str = ""
    ) -> CalendarImport:
        """The same of an iCalendar file; see ``calendar_events`` for what its events may look like."""
        return self._import(calendar_events.read_ical, Path(path), complete, dry_run, by)

    def export_csv(self, year: int) -> str:
        """The days of a year on which the weekday does not tell, and those that have a name, as CSV."""
        return calendar_files.csv_text(self._entries(year))

    def export_ical(self, year: int) -> bytes:
        """The same as iCalendar, for other programs' calendars."""
        return calendar_events.ical_bytes(self._entries(year), self._room.centre, self._room.now())

    # How verbs do it.

    def _import(
        self, read: Callable[[Path], list[DayEntry]], path: Path, complete: bool, dry_run: bool, by: str
    ) -> CalendarImport:
        entries = read(path)
        years = {entry.day.year for entry in entries}
        with changing(self._room, by) as (session, now):
            days = {
                row.day: row
                for row in session.scalars(select(CalendarDay).where(CalendarDay.centre == self._room.centre))
            }
            changed = [entry for entry in entries if _plain(days.get(entry.day)) != _plain_entry(entry)]
            known = self._known(session)
            new = tuple(sorted(years - known)) if complete else ()
            broken = Broken(session, self._room, self._room.day(now), None)
            for entry in changed:
                self._put(session, entry)
            self._publish(session, set(new))
            self._room.note(
                session, "import", "calendar", "", at=now, who=by,
                after={"days": len(entries), "changed": len(changed), "new": list(new)},
            )  # fmt: skip
            uncertain = tuple(sorted(years - known.union(new)))
            result = CalendarImport(dry_run, len(entries), len(changed), new, uncertain, broken.found())
            if dry_run:
                session.rollback()
            return result

    def _put(self, session: Session, entry: DayEntry) -> None:
        kind = DayKind.WORK if entry.working else DayKind.REST
        session.merge(
            CalendarDay(centre=self._room.centre, day=entry.day, kind=kind.value, name=entry.name, edited=True)
        )

    def _publish(self, session: Session, years: set[int]) -> bool:
        new = sorted(years - self._known(session))
        if new:
            session.execute(insert(CalendarYear), [{"centre": self._room.centre, "year": year} for year in new])
        return bool(new)

    def _known(self, session: Session) -> set[int]:
        return set(session.scalars(select(CalendarYear.year).where(CalendarYear.centre == self._room.centre)))

    def _views(self, session: Session, since: date, until: date) -> tuple[CalendarDayView, ...]:
        rules = read_opening(session, self._room, since, until)
        edited = frozenset(
            session.scalars(
                select(CalendarDay.day).where(
                    CalendarDay.centre == self._room.centre,
                    CalendarDay.edited.is_(True),
                    CalendarDay.day.between(since, until),
                )
            )
        )
        days = (since + timedelta(days=passed) for passed in range((until - since).days + 1))
        return tuple(_view(rules, day, day in edited) for day in days)

    def _entries(self, year: int) -> list[DayEntry]:
        since, until = _year(year)
        with self._room.reading() as session:
            rows = session.scalars(
                select(CalendarDay)
                .where(CalendarDay.centre == self._room.centre, CalendarDay.day.between(since, until))
                .order_by(CalendarDay.day)
            )
            return [DayEntry(row.day, row.kind == DayKind.WORK, row.name) for row in rows]


def _view(rules: OpeningRules, day: date, edited: bool) -> CalendarDayView:
    calendar = rules.calendar
    return CalendarDayView(day, calendar.working(day), rules.names.get(day, ""), edited, calendar.certain(day))


def _plain(row: CalendarDay | None) -> dict[str, object] | None:
    return None if row is None else {"kind": row.kind, "name": row.name}


def _plain_entry(entry: DayEntry) -> dict[str, object]:
    return {"kind": (DayKind.WORK if entry.working else DayKind.REST).value, "name": entry.name}


def _check(day: date) -> None:
    if not FIRST <= day <= LAST:
        raise Refusal("There is no day {day} in the calendar.", "Use a day from 2000 to 2999.", day=day)


def _year(year: int) -> tuple[date, date]:
    if not FIRST.year <= year <= LAST.year:
        raise Refusal("There is no year {year} in the calendar.", "Use a year from 2000 to 2999.", year=year)
    return date(year, 1, 1), date(year, 12, 31)


def _name(given: str) -> str:
    name = given.strip()
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise Refusal("A day's name has at most {most} characters, in one line.", "Shorten it.", most=LONGEST_NAME)
    return name


def _no_limit(n: int) -> Refusal:
    return Refusal(
        "A limit of {n} working days cannot be counted.", "Use a number from 0 that ends before the year 3000.", n=n
    )
