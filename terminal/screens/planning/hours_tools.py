"""The tools over the calendar and the hours: the year, files, and the way to change something."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets import Badge, ElidedLabel, KeyButton
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.widgets.strip import ToolStrip, steppers


class HoursTools(ToolStrip):
    """64 high. ``year_chosen`` a year; ``asked`` published, complete, import, csv, ical or change."""

    year_chosen = Signal(int)
    asked = Signal(str)

    def __init__(self, theme: Theme, year: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._year, self._certain = year, True
        self.back, self.on = steppers(theme)
        self._label = ElidedLabel(theme, "", "body", bold=True, elastic=False)
        self.state = Badge(theme)
        self.published = small(KeyButton(theme, "", icon="calendar-check"), theme)
        self.files = small(KeyButton(theme, "", icon="files"), theme)
        self.change = small(KeyButton(theme, "", kind="filled"), theme)
        self.put(self.back, self._label, self.on, self.state)
        self.row.addStretch(1)
        self.put(self.published, self.files, self.change)
        self.back.clicked.connect(lambda: self.year_chosen.emit(self._year - 1))
        self.on.clicked.connect(lambda: self.year_chosen.emit(self._year + 1))
        self.published.clicked.connect(lambda: self.asked.emit("published"))
        self.files.clicked.connect(self._files)
        self.change.clicked.connect(lambda: self.asked.emit("change"))
        self.retranslate()

    def show_year(self, year: int, *, certain: bool) -> None:
        """Show another year, and whether its rest days are known."""
        self._year, self._certain = year, certain
        label = QCoreApplication.translate("Planning", "Calendar of {year}")
        self._label.set_text(label.format(year=year))
        known = QCoreApplication.translate("Planning", "Published")
        unknown = QCoreApplication.translate("Planning", "Not published")
        self.state.set_badge(known if certain else unknown, "ok" if certain else "wait")

    def set_narrow(self, narrow: bool) -> None:
        """Where room is short the buttons lose their icons."""
        for button in (self.published, self.files, self.change):
            button.set_fit("tight" if narrow else "full")

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        translate = QCoreApplication.translate
        self.back.setAccessibleName(translate("Planning", "The year before"))
        self.on.setAccessibleName(translate("Planning", "The next year"))
        self.published.set_face(translate("Planning", "Take over published years"))
        self.files.set_face(translate("Planning", "Calendar files"))
        self.change.set_face(translate("Planning", "Change the hours"))
        self.show_year(self._year, certain=self._certain)

    def _files(self) -> None:
        translate = QCoreApplication.translate
        choices = [
            Choice(what, title, about)
            for what, title, about in (
                (
                    "import",
                    translate("Planning", "Import a file"),
                    translate("Planning", "CSV or iCalendar; shown first"),
                ),
                ("csv", translate("Planning", "Export as CSV"), translate("Planning", "The days of the year on show")),
                ("ical", translate("Planning", "Export as iCalendar"), translate("Planning", "For other calendars")),
            )
        ]
        if not self._certain:
            about = translate("Planning", "Its rest days were entered by hand and checked")
            choices.insert(0, Choice("complete", translate("Planning", "This year is complete"), about))
        chooser = Chooser(self._theme, translate("Planning", "Calendar files"), choices, "", self)
        chooser.chosen.connect(lambda value: self.asked.emit(str(value)))
        chooser.open_at(self.files.mapToGlobal(QPoint(self.files.width() - chooser.width(), self.files.height())))
