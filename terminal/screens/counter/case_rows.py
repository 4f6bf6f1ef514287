"""The cases that whoever is at the window has open here already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from terminal.office.case_views import CaseRow
from terminal.screens.counter import words
from terminal.screens.counter.client_now import WAITING
from terminal.screens.counter.rows import Rows
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, draw_text

MOST = 4  # more are found in casework


class CaseRows(Rows):
    """Title, and at the right how it stands: amber where it waits for them. A click opens one (``opened``: its id)."""

    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 32, parent)
        self._cases: tuple[CaseRow, ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_cases(self, cases: Sequence[CaseRow]) -> None:
        """Show the first of these."""
        self._cases = tuple(cases[:MOST])
        self.measure()

    def count(self) -> int:
        return len(self._cases)

    def paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, case = self._theme, self._cases[index]
        token: Token = "wait-text" if case.state in WAITING else "ink2"
        right = draw_text(painter, theme, rect, words.case_short(case.state), "note", token, align=RIGHT)
        draw_text(painter, theme, rect.adjusted(0, 0, -right - theme.px(8), 0), case.title, "body")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self._row
        if event.button() is Qt.MouseButton.LeftButton and 0 <= index < len(self._cases):
            self.opened.emit(self._cases[index].id)
