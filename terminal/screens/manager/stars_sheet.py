"""The centre of the stars page: summary, legend, rows, note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.office.views import StarsPage
from terminal.screens import tokens
from terminal.screens.manager import keys
from terminal.screens.manager.period import Period
from terminal.screens.manager.rows import of_staff, of_window
from terminal.screens.manager.star_list import StarList
from terminal.screens.manager.summary import Legend, Summary, footnote
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel


class StarsSheet(QWidget):
    """Shows a StarsPage, by window or by person. ``opened`` tells the Line whose ratings are asked for."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: StarsPage | None = None
        self._people = False
        self.summary = Summary(theme)
        self.legend = Legend(theme)
        self.rows = StarList(theme)
        self.rows.opened.connect(self.opened)
        self.setFocusProxy(self.rows)
        self._note = ElidedLabel(theme, "", "note", "ink3")
        side = theme.px(tokens.SIDE)
        head = QVBoxLayout()
        head.setContentsMargins(side, 0, side, 0)
        head.setSpacing(0)
        head.addWidget(self.summary)
        head.addWidget(self.legend)
        rows = QHBoxLayout()
        rows.setContentsMargins(side - theme.px(8), 0, side - theme.px(16), 0)  # its scroll bar stands in the side
        rows.addWidget(self.rows)
        foot = QHBoxLayout()
        foot.setContentsMargins(side, theme.px(12), side, theme.px(16))
        foot.addWidget(self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(rows, 1)
        layout.addLayout(foot)

    def show_page(self, page: StarsPage, period: Period) -> None:
        """Show the figures of a period."""
        self._page = page
        self.summary.show_page(page, period)
        self.legend.show_scale(page.scale, other=keys.others(page.keys, page.scale) > 0)
        self._note.set_text(footnote(page.scale))
        self._show_rows()

    def show_people(self, people: bool) -> None:
        """Compare people instead of windows."""
        self._people = people
        self._show_rows()

    def wait(self) -> None:
        """The first figures are on their way."""
        self.summary.wait()

    def set_form(self, *, trend: bool, stacked: bool, low: bool, note: bool) -> None:
        """What there is room for."""
        self.rows.set_form(trend=trend, stacked=stacked)
        self.summary.set_low(low)
        self._note.setVisible(note)

    def _show_rows(self) -> None:
        page = self._page
        if page is None:
            return
        if self._people:
            lines = tuple(of_staff(row) for row in page.staff)
        else:
            lines = tuple(of_window(row) for row in page.windows)
        self.rows.show_lines(lines, page.scale, people=self._people)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
