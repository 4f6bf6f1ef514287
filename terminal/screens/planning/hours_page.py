"""The calendar of a year and the opening hours: what holds, what comes, and changes from a date on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terminal.office.booking_views import BookingView
from terminal.screens import dates
from terminal.screens.background import Background
from terminal.screens.files import Dialogs, Files
from terminal.screens.planning import words
from terminal.screens.planning.broken_panel import BrokenPanel
from terminal.screens.planning.change_sheet import ChangeSheet
from terminal.screens.planning.confirm_sheet import ConfirmSheet
from terminal.screens.planning.day_sheet import DaySheet
from terminal.screens.planning.hours_column import HoursColumn
from terminal.screens.planning.hours_reading import HoursPicture, read_hours
from terminal.screens.planning.hours_tools import HoursTools
from terminal.screens.planning.hours_verbs import HoursVerbs
from terminal.screens.planning.plan_page import NARROW_UNDER, PlanPage
from terminal.screens.planning.week import hours_of, in_force
from terminal.screens.planning.year_grid import YearGrid, legend
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band, ElidedLabel, Paragraph, VLine


class HoursPage(PlanPage):
    """Left the year, right the hours, or a sheet that takes their place for a while."""

    def __init__(
        self,
        background: Background,
        theme: Theme,
        *,
        by: str = "",
        today: Callable[[], date] = date.today,
        files: Files | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, theme, parent)
        self._year = today().year
        self._picture: HoursPicture | None = None
        self.day_sheet: DaySheet | None = None
        self.tools = HoursTools(theme, self._year)
        self.uncertain = Band(theme)
        self.grid = YearGrid(theme, today())
        self._legend = Paragraph(theme, "", "note", "ink3")
        self.day = ElidedLabel(theme, "", "body", bold=True)
        self.hours = HoursColumn(theme)
        self.change = ChangeSheet(theme, today())
        self.confirm = ConfirmSheet(theme)
        self.broken = BrokenPanel(theme)
        self._right = QStackedWidget()
        self.verbs = HoursVerbs(self, by, files or Dialogs())
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        theme = self.theme
        left = QVBoxLayout()
        left.setContentsMargins(theme.px(24), theme.px(16), theme.px(16), theme.px(12))
        left.setSpacing(theme.px(8))
        left.addWidget(self.grid, 1)
        left.addWidget(self.day)
        left.addWidget(self._legend)
        for part in (self.hours, self.change, self.confirm, self.broken):
            self._right.addWidget(part)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(left, 5)
        body.addWidget(VLine(theme))
        body.addWidget(self._right, 7)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.band)
        layout.addWidget(self.uncertain)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.tools.year_chosen.connect(self.show_year)
        self.tools.asked.connect(self.verbs.do)
        self.grid.moved.connect(self._say_day)
        self.grid.opened.connect(self.edit_day)
        self.grid.cleared.connect(self._clear_day)
        self.grid.left_year.connect(lambda day: self.show_year(day.year))
        self.hours.withdrawn.connect(self.verbs.ask_to_withdraw)
        self.change.tried.connect(self.verbs.try_change)
        self.change.saved.connect(self.verbs.save_change)
        self.change.week_asked.connect(self._fill_week)
        for sheet in (self.change, self.confirm, self.broken):
            sheet.left.connect(self.close_sheet)
        self.broken.asked.connect(self.booking_asked)

    @property
    def picture(self) -> HoursPicture | None:
        """What it shows; None until the first answer."""
        return self._picture

    @property
    def year(self) -> int:
        """The year in force."""
        return self._year

    def refresh(self) -> None:
        year = self._year
        self.ask.read("hours", lambda office: read_hours(office, year), self.show_picture)

    def show_picture(self, picture: HoursPicture) -> None:
        """Show what was read."""
        if picture.year.year != self._year:
            return
        self._picture = picture
        self.tools.show_year(picture.year.year, certain=picture.year.certain)
        self.grid.show_year(picture.year, picture.today)
        self.hours.show_hours(picture)
        self._say_uncertain(picture)
        self._say_day()
        if self._arriving:
            self._arriving = False
            self.grid.setFocus()

    def show_year(self, year: int) -> None:
        """Show another year."""
        if 2000 <= year <= 2999:
            self._year = year
            self.refresh()

    def edit_day(self) -> None:
        """Open the sheet of the day in hand."""
        view = self.grid.view
        if view is None:
            return
        sheet = DaySheet(self.theme, view, self)
        sheet.kept.connect(self.verbs.mark)
        sheet.given_back.connect(self.verbs.unmark)
        self.day_sheet = sheet
        sheet.open_at(self.grid.below())

    def start_change(self) -> None:
        """Other hours, from the day in hand on if it is to come."""
        if self._picture is None:
            return
        self.change.start(max(self._picture.today, self.grid.day), self._picture.fields)
        self._right.setCurrentWidget(self.change)
        self.change.rows.field("mon").setFocus()

    def ask_first(
        self, title: str, text: str, button: str, yes: Callable[[], None], broken: Sequence[BookingView] | None = None
    ) -> None:
        """Ask before something is done."""
        self.confirm.ask(title, text, button, yes, broken)
        self._right.setCurrentWidget(self.confirm)
        self.confirm.confirm.setFocus()

    def show_broken(self, broken: Sequence[BookingView], sentence: str) -> None:
        """List the appointments a change broke."""
        self.broken.show_bookings(broken, sentence)
        self._right.setCurrentWidget(self.broken)
        self.broken.list.setFocus()

    def close_sheet(self) -> None:
        """Back to the hours."""
        self._right.setCurrentWidget(self.hours)
        self.grid.setFocus()

    @property
    def shown(self) -> str:
        """hours, change, confirm or broken."""
        return ("hours", "change", "confirm", "broken")[self._right.currentIndex()]

    def close_down(self) -> None:
        """The window closes; nothing here goes on by itself."""

    def _fill_week(self) -> None:
        if self._picture is None:
            return
        plans, since = self._picture.plans, self.change.since.day or self._picture.today
        plan = in_force(plans, self.change.chosen_line, since) or in_force(plans, None, since)
        self.change.show_week(plan.days if plan is not None else {})

    def _clear_day(self) -> None:
        view = self.grid.view
        if view is not None and view.edited:
            self.verbs.unmark(view.day)

    # Words.

    def _say_day(self) -> None:
        view, picture = self.grid.view, self._picture
        if view is None or picture is None:
            return
        hours = hours_of(picture.plans).on(view.day, None, working=view.working)
        kind = QCoreApplication.translate("Planning", "Working day")
        rest = QCoreApplication.translate("Planning", "Rest day")
        parts = [f"{dates.short_day(view.day)} {dates.long_weekday(view.day)}", kind if view.working else rest]
        notes = words.day_notes(view)
        if notes and notes not in (kind, rest):
            parts.append(notes)
        self.day.set_text("  ".join((*parts, words.spans(hours))))

    def _say_uncertain(self, picture: HoursPicture) -> None:
        if picture.year.certain or picture.depends is None:
            self.uncertain.quiet()
            return
        translate = QCoreApplication.translate
        sentence = translate("Planning", "The rest days of {year} are not published; weekends are taken for now.")
        rosters, bookings = len(picture.depends.rosters), picture.depends.bookings
        depends = translate("Planning", "It decides {rosters} rosters and {bookings} appointments of that year.")
        nothing = translate("Planning", "No roster and no appointment of that year depends on it yet.")
        self.uncertain.say(
            "wait",
            sentence.format(year=picture.year.year),
            depends.format(rosters=rosters, bookings=bookings) if rosters or bookings else nothing,
        )

    def shows_anything(self) -> bool:
        return self._picture is not None

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self._legend.setText(legend())
        for part in (self.tools, self.change, self.broken):
            part.retranslate()
        if self._picture is not None:
            self.show_picture(self._picture)

    # Qt's own events.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tools.set_narrow(self.width() < self.theme.px(NARROW_UNDER))
