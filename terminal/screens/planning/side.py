"""The side column of the roster: conflicts, swaps, leave and today; or one sheet that takes its place for a while."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from terminal.office.plan_views import ConflictView, RosterView
from terminal.screens.planning.broken_panel import BrokenPanel
from terminal.screens.planning.conflict_words import conflict_row
from terminal.screens.planning.leave_panel import LeavePanel
from terminal.screens.planning.panel import Panel
from terminal.screens.planning.publish_panel import PublishPanel
from terminal.screens.planning.reasons_panel import ReasonsPanel
from terminal.screens.planning.swap_panel import SwapPanel
from terminal.screens.planning.today_panel import TodayPanel
from terminal.screens.theme import Theme
from terminal.screens.widgets import HLine, Part
from terminal.screens.widgets.segments import Segments
from terminal.screens.widgets.text import heading

TABS: Final = ("conflicts", "swaps", "leave", "today")


class ConflictPanel(Panel):
    """Everything wrong with the roster. ``gone`` tells the ConflictView opened."""

    gone = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._conflicts: tuple[ConflictView, ...] = ()
        self.no_foot()
        self.list.opened.connect(lambda index: self.gone.emit(self._conflicts[index]))

    def show_roster(self, view: RosterView | None, fields: Mapping[str, str]) -> None:
        """Show a roster's conflicts."""
        self._conflicts = view.conflicts if view is not None else ()
        fine = QCoreApplication.translate("Planning", "Every rule is kept and every post is filled.")
        rows = [conflict_row(view, one, fields) for one in self._conflicts] if view is not None else []
        self.list.show_rows(rows, fine if view is not None else "")


class SideColumn(QWidget):
    """328 wide. ``left`` tells that a sheet (publishing, reasons, broken appointments) was closed."""

    left = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet = ""
        self._counts = (0, 0)
        self.conflicts = ConflictPanel(theme)
        self.swaps = SwapPanel(theme)
        self.leave = LeavePanel(theme, today)
        self.today = TodayPanel(theme)
        self.publish = PublishPanel(theme)
        self.reasons = ReasonsPanel(theme)
        self.broken = BrokenPanel(theme)
        self.tabs = Segments(theme, [Part(name, "-") for name in TABS])
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tabs.chosen.connect(self.show_tab)
        self._title = heading(theme)
        self._title.hide()
        self._stack = QStackedWidget()
        self._panels: dict[str, Panel] = {
            "conflicts": self.conflicts, "swaps": self.swaps, "leave": self.leave, "today": self.today,
            "publish": self.publish, "reasons": self.reasons, "broken": self.broken,
        }  # fmt: skip
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        for sheet in (self.publish, self.reasons, self.broken):
            sheet.left.connect(self.close_sheet)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        head.addWidget(self.tabs)
        head.addWidget(self._title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.border, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(HLine(theme))
        layout.addWidget(self._stack, 1)
        self.retranslate()

    @property
    def shown(self) -> str:
        """The tab or sheet on show."""
        return self._sheet or self.tabs.value

    def show_tab(self, name: str) -> None:
        """Go to a tab."""
        self._sheet = ""
        self.tabs.select(name)
        self._open(name)

    def open_sheet(self, name: str) -> None:
        """publish, reasons or broken, in place of the tabs."""
        self._sheet = name
        self._open(name)
        self._panels[name].list.setFocus()

    def close_sheet(self) -> None:
        """Back to the tabs."""
        if self._sheet:
            self.show_tab(self.tabs.value)
            self.left.emit()

    def show_counts(self, conflicts: int, swaps: int) -> None:
        """How many there are, on their tabs."""
        self._counts = (conflicts, swaps)
        translate = QCoreApplication.translate
        labels = [
            translate("Planning", "Conflicts"),
            translate("Planning", "Swaps"),
            translate("Planning", "Leave"),
            translate("Planning", "Today"),
        ]
        for index, count in enumerate(self._counts):
            if count:
                labels[index] = f"{labels[index]} {count}"
        self.tabs.set_labels(labels)

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        for panel in (self.swaps, self.leave, self.today, self.broken):
            panel.retranslate()
        self.show_counts(*self._counts)
        self._name()

    def _open(self, name: str) -> None:
        self._stack.setCurrentWidget(self._panels[name])
        self.tabs.setHidden(bool(self._sheet))
        self._title.setHidden(not self._sheet)
        self._name()

    def _name(self) -> None:
        titles = {
            "publish": QCoreApplication.translate("Planning", "Publish the roster"),
            "reasons": QCoreApplication.translate("Planning", "No roster keeps all rules"),
            "broken": QCoreApplication.translate("Planning", "Appointments to see to"),
        }
        self._title.set_text(titles.get(self._sheet, ""))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, 0, theme.border, self.height(), theme.colour("line"))
