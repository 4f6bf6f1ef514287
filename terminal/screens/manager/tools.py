"""The tools under the top bar: the period, the days, and whether windows or people are compared."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from terminal.screens.manager.date_range import RangeButton
from terminal.screens.manager.period import NAMED, Period
from terminal.screens.theme import Theme
from terminal.screens.widgets import Part
from terminal.screens.widgets.segments import Segments
from terminal.screens.widgets.strip import ToolStrip


class Tools(ToolStrip):
    """64 high. ``period_chosen`` tells a Period; ``people_chosen`` whether people are compared."""

    period_chosen = Signal(object)
    people_chosen = Signal(bool)

    def __init__(self, theme: Theme, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._period = period
        self._periods = Segments(theme, [Part(name, "-") for name in NAMED])
        self.days = RangeButton(theme, period)
        self._people = Segments(theme, [Part("windows", "-"), Part("people", "-")])
        self._periods.chosen.connect(self._period_picked)
        self.days.chosen.connect(self.period_chosen)
        self._people.chosen.connect(lambda value: self.people_chosen.emit(value == "people"))
        self.put(self._periods, self.days)
        self.row.addStretch(1)
        self.row.addWidget(self._people)
        self.retranslate()
        self.show_period(period)

    def show_period(self, period: Period) -> None:
        """Show other days without telling anyone."""
        self._period = period
        self._periods.select(period.name)
        self.days.show_period(period)

    def show_people(self, shown: bool) -> None:
        """Whether the switch between windows and people has a use on this page."""
        self._people.setVisible(shown)

    def choose_people(self, people: bool) -> None:
        """Turn the switch without telling anyone."""
        self._people.select("people" if people else "windows")

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        translate = QCoreApplication.translate
        self._periods.set_labels(
            [
                translate("Manager", "Today"),
                translate("Manager", "Week"),
                translate("Manager", "Month"),
                translate("Manager", "Quarter"),
                translate("Manager", "Year"),
            ]
        )
        self._people.set_labels([translate("Manager", "Windows"), translate("Manager", "Staff")])
        self.days.show_period(self._period)

    def _period_picked(self, name: str) -> None:
        # The screen knows what day it is; here only the kind of period is chosen.
        found = next(known for known in NAMED if known == name)
        self.period_chosen.emit(Period(found, self._period.since, self._period.until))
