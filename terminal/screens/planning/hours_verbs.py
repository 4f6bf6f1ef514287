"""What the page of hours does through the office: days, files, changes of hours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from terminal.office.booking_views import BookingView
from terminal.office.plan_views import CalendarImport, HoursChange, PublishedImport
from terminal.screens import dates
from terminal.screens.files import Files, write_file
from terminal.screens.planning.change_sheet import Change
from terminal.screens.planning.hosts import HoursHost
from terminal.screens.planning.hours_reading import broken_on
from terminal.screens.wording import joined

if TYPE_CHECKING:
    from terminal.office.office import Office

READ: Final = "*.csv *.ics"


class HoursVerbs:
    """One for each page."""

    def __init__(self, page: HoursHost, by: str, files: Files) -> None:
        self._page, self._by, self._files = page, by, files

    def do(self, what: str) -> None:
        """Whatever the tools ask for."""
        {
            "published": self.take_published,
            "complete": self.complete,
            "import": self.ask_to_import,
            "change": self._page.start_change,
        }.get(what, lambda: self.export(what))()

    # Days.

    def mark(self, day: date, working: bool, name: str) -> None:
        """Enter a day; appointments it breaks are listed."""
        by = self._by

        def mark(office: Office) -> tuple[BookingView, ...]:
            office.calendar.mark(day, working, name, by=by)
            return broken_on(office, day)

        self._page.ask.act(mark, lambda broken: self._changed_day(day, broken))

    def unmark(self, day: date) -> None:
        """Let a day be as it was published."""
        by = self._by

        def unmark(office: Office) -> tuple[BookingView, ...]:
            office.calendar.unmark(day, by=by)
            return broken_on(office, day)

        self._page.ask.act(unmark, lambda broken: self._changed_day(day, broken))

    def _changed_day(self, day: date, broken: Sequence[BookingView]) -> None:
        self._page.refresh()
        if broken:
            text = QCoreApplication.translate("Planning", "{day}: appointments without their time: {count}.")
            self._page.show_broken(broken, text.format(day=dates.short_day(day), count=len(broken)))

    def take_published(self) -> None:
        """Take over the years the program knows; days the centre entered stay."""
        by = self._by

        def done(found: PublishedImport) -> None:
            years = found.new_years
            none = QCoreApplication.translate("Planning", "Every published year was known already.")
            some = QCoreApplication.translate("Planning", "Taken over: {years}.")
            said = some.format(years=joined(map(str, years)))
            self._page.band.say("calm", said if years else none)
            self._page.refresh()

        self._page.ask.act(lambda office: office.calendar.import_published(by=by), done)

    def complete(self) -> None:
        """The year on show was entered by hand and is complete."""
        year, by = self._page.year, self._by
        self._page.ask.act(lambda office: office.calendar.publish(year, by=by), lambda _: self._page.refresh())

    # Files.

    def ask_to_import(self) -> None:
        """Choose a file and see what it would change."""
        title = QCoreApplication.translate("Planning", "Import a calendar")
        path = self._files.to_open(self._page.widget, title, f"{title} ({READ})")
        if path is not None:
            self._page.ask.act(
                lambda office: self._take(office, path, dry_run=True), lambda found: self._ask(path, found)
            )

    def _take(self, office: Office, path: Path, *, dry_run: bool) -> CalendarImport:
        take = office.calendar.import_ical if path.suffix.lower() == ".ics" else office.calendar.import_csv
        return take(path, dry_run=dry_run, by=self._by)

    def _ask(self, path: Path, found: CalendarImport) -> None:
        translate = QCoreApplication.translate
        text = translate("Planning", "{file} names {days} days; {changed} of them are not so now.").format(
            file=path.name, days=found.days, changed=found.changed
        )
        if found.new_years:
            known = translate("Planning", "Known as complete from then on: {years}.")
            text += " " + known.format(years=joined(map(str, found.new_years)))
        if found.uncertain_years:
            unknown = translate("Planning", "Still not complete: {years}.")
            text += " " + unknown.format(years=joined(map(str, found.uncertain_years)))
        self._page.ask_first(
            translate("Planning", "Import a calendar"),
            text,
            translate("Planning", "Import"),
            lambda: self._import(path),
        )

    def _import(self, path: Path) -> None:
        def done(found: CalendarImport) -> None:
            text = QCoreApplication.translate("Planning", "Imported: {changed} days changed.")
            self._page.band.say("calm", text.format(changed=found.changed))
            self._page.refresh()

        self._page.ask.act(lambda office: self._take(office, path, dry_run=False), done)

    def export(self, what: str) -> None:
        """Write the year on show to a file that the person chooses."""
        year = self._page.year
        ending, kinds = ("ics", "iCalendar (*.ics)") if what == "ical" else ("csv", "CSV (*.csv)")
        title = QCoreApplication.translate("Planning", "Save the calendar")
        path = self._files.to_save(self._page.widget, title, f"calendar-{year}.{ending}", kinds)
        if path is None:
            return

        def write(office: Office) -> Path:
            if what == "ical":
                return write_file(path, office.calendar.export_ical(year))
            return write_file(path, office.calendar.export_csv(year).encode())

        self._page.ask.act(write, self._saved)

    def _saved(self, path: Path) -> None:
        sentence = QCoreApplication.translate("Planning", "Saved as {file}.").format(file=path.name)
        self._page.band.say("calm", sentence, str(path.parent))

    # Hours.

    def try_change(self, change: Change) -> None:
        """What would it break?"""
        by = self._by
        self._page.ask.act(
            lambda office: change.run(office, by, dry_run=True),
            lambda found: self._page.change.show_consequences(found, change),
        )

    def save_change(self, change: Change) -> None:
        """Save it; what it broke is listed."""
        by = self._by

        def done(found: HoursChange) -> None:
            self._page.close_sheet()
            text = QCoreApplication.translate("Planning", "Saved. The new hours hold from {day} on.")
            self._page.band.say("calm", text.format(day=dates.full_day(change.since)))
            self._page.refresh()
            self._broken(found)

        self._page.ask.act(lambda office: change.run(office, by, dry_run=False), done)

    def ask_to_withdraw(self, plan: int) -> None:
        """See what taking a plan back would break."""
        by = self._by
        translate = QCoreApplication.translate

        def ask(found: HoursChange) -> None:
            self._page.ask_first(
                translate("Planning", "Take the change back"),
                translate("Planning", "The hours before it hold again. Appointments it breaks: {count}.").format(
                    count=len(found.broken)
                ),
                translate("Planning", "Take it back"),
                lambda: self._withdraw(plan),
                found.broken,
            )

        self._page.ask.act(lambda office: office.hours.withdraw(plan, by=by, dry_run=True), ask)

    def _withdraw(self, plan: int) -> None:
        by = self._by

        def done(found: HoursChange) -> None:
            self._page.refresh()
            self._broken(found)

        self._page.ask.act(lambda office: office.hours.withdraw(plan, by=by), done)

    def _broken(self, found: HoursChange) -> None:
        if found.broken:
            text = QCoreApplication.translate("Planning", "The change left {count} appointments without their time.")
            self._page.show_broken(found.broken, text.format(count=len(found.broken)))
