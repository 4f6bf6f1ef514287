"""Right column: devices, today's figures of this window, the last rating, and the way into the bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from terminal.screens.counter import words
from terminal.screens.counter.device_rows import DeviceRows, LampStrip
from terminal.screens.counter.devices_seen import DeviceSeen
from terminal.screens.counter.errands import ErrandWatch
from terminal.screens.counter.side_link import SideLink
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, Figure, HLine, Stars

LATE_MINUTES: Final = 120  # a request as old as that is told in red


class SidePanel(QWidget):
    """248 wide, or a strip of lamps 48 wide."""

    fold = Signal()
    book = Signal()
    cases = Signal()

    def __init__(
        self,
        theme: Theme,
        work: Work,
        errands: ErrandWatch,
        devices: Sequence[DeviceSeen],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._work, self._errands = theme, work, errands
        errands.changed.connect(self._show_errands)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._build_full(devices))
        self._stack.addWidget(self._build_strip(devices))
        self._full_width = theme.px(312 if theme.contrast else 248)

    def set_full(self, full: bool) -> None:
        """The whole column, or the strip."""
        self._stack.setCurrentIndex(0 if full else 1)
        self.setMinimumWidth(self._full_width if full else self._theme.px(48))
        self.setMaximumWidth(16777215 if full else self._theme.px(48))

    @property
    def full_width(self) -> int:
        """Its natural width as a column."""
        return self._full_width

    def _build_full(self, devices: Sequence[DeviceSeen]) -> QWidget:
        theme = self._theme
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if devices:
            column.addLayout(self._section(self.tr("Devices"), DeviceRows(theme, devices), bleed=8))
            column.addWidget(HLine(theme))
        column.addLayout(self._section(self.tr("Today at this window"), self._build_figures()))
        column.addWidget(HLine(theme))
        column.addLayout(self._section(self.tr("Last rating"), self._build_rating()))
        column.addStretch(1)
        for link in self._links():
            column.addWidget(HLine(theme))
            column.addWidget(link)
        return page

    def _links(self, narrow: int = 0) -> tuple[SideLink, ...]:
        theme = self._theme
        book = SideLink(theme, self.tr("Appointments"), "F1", "calendar-check", narrow=narrow)
        book.clicked.connect(self.book)
        cases = SideLink(theme, self.tr("Cases"), "Alt+C", "folder", narrow=narrow)
        cases.clicked.connect(self.cases)
        fold = SideLink(theme, self.tr("Fold into the bar"), "F12", "panel-top-close", narrow=narrow)
        fold.clicked.connect(self.fold)
        if not narrow:
            self._book = book
        return book, cases, fold

    def _show_errands(self) -> None:
        errands = self._errands.errands
        if errands is None or not errands.answers:
            self._book.set_note("")
            return
        urgent = errands.oldest_minutes >= LATE_MINUTES or errands.broken > 0
        note = self.tr("{n} to answer").format(n=errands.answers)
        self._book.set_note(note, "trouble" if urgent else "wait-text")

    def _section(self, head: str, content: QWidget, bleed: int = 0) -> QVBoxLayout:
        theme = self._theme
        column = QVBoxLayout()
        side = theme.px(24)
        column.setContentsMargins(0, theme.px(16), 0, theme.px(16))
        column.setSpacing(theme.px(4))
        for widget, margin in (
            (ElidedLabel(theme, head, "body", "ink2", bold=True), side),
            (content, side - theme.px(bleed)),
        ):
            row = QHBoxLayout()
            row.setContentsMargins(margin, 0, margin, 0)
            widget.setMaximumWidth(theme.px(400))  # on a wide screen the column grows, its content does not
            row.addWidget(widget, 1)
            row.addStretch(0)
            column.addLayout(row)
        return column

    def _build_figures(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.px(8))
        grid.setHorizontalSpacing(theme.px(8))
        self._finished = Figure(theme, self.tr("finished"))
        self._average = Figure(theme, self.tr("avg. minutes"))
        self._rated = Figure(theme, self.tr("rated"))
        self._bad = Figure(theme, self.tr("bad ratings"))
        for index, figure in enumerate((self._finished, self._average, self._rated, self._bad)):
            grid.addWidget(figure, index // 2, index % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return box

    def _build_rating(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self._stars = Stars(theme, None, 20)
        self._rating_words = ElidedLabel(theme, "", "large", bold=True)
        self._rating_of = ElidedLabel(theme, "", "body", "ink2", elastic=False)
        self._quarter = ElidedLabel(theme, "", "body", "ink2")
        self._ratings = ElidedLabel(theme, "", "body", "ink2", elastic=False)
        column.addWidget(self._stars)
        for left, right in ((self._rating_words, self._rating_of), (self._quarter, self._ratings)):
            row = QHBoxLayout()
            row.addWidget(left, 1)
            row.addWidget(right)
            column.addLayout(row)
            if left is self._rating_words:
                column.addSpacing(theme.px(8))
                column.addWidget(HLine(theme))
                column.addSpacing(theme.px(8))
        return box

    def _build_strip(self, devices: Sequence[DeviceSeen]) -> QWidget:
        theme = self._theme
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.px(16), 0, 0)
        column.addWidget(LampStrip(theme, devices, Qt.Orientation.Vertical))
        column.addStretch(1)
        for link in self._links(narrow=48):
            column.addWidget(HLine(theme))
            column.addWidget(link)
        return page

    def render_work(self) -> None:
        """Show the work's last picture."""
        view = self._work.view
        if view is None:
            return
        today, last, quarter = view.today, view.last_rating, view.quarter
        self._finished.set_number(str(today.finished))
        self._average.set_number("–" if today.average_minutes is None else f"{today.average_minutes:.1f}")
        self._rated.set_number(str(today.rated))
        self._bad.set_number(str(today.bad), "trouble" if today.bad else "ink")
        self._stars.set_value(None if last is None or last.score is None else float(last.score))
        if last is None:
            self._rating_words.set_text(self.tr("None yet today"), "ink2")
            self._rating_of.set_text("")
        else:
            key = self._work.rating_watch.keys.get(last.key or "")
            label = words.key_words(key) if key else last.label
            self._rating_words.set_text(label if last.key else self.tr("Not rated"), "ink")
            self._rating_of.set_text(f"{last.number}·{words.clock(last.at)}")
        if quarter.stars is None:
            self._quarter.set_text(self.tr("No stars yet this quarter"))
            self._ratings.set_text("")
        else:
            self._quarter.set_text(self.tr("Quarter: {n} stars").format(n=f"{quarter.stars:.1f}"))
            self._ratings.set_text(self.tr("{n} ratings").format(n=quarter.ratings))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, 0, theme.border, self.height(), theme.colour("line"))
