"""Slips to hold before the simulated scanner: a row each, number and code."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import RIGHT, draw_text

ROW: Final = 32


class PaperSlip(NamedTuple):
    """A slip in somebody's hand."""

    number: str
    code: str


class SlipRows(QWidget):
    """Rows of 32. A click picks one; the arrows of the field above move the selection."""

    picked = Signal(str)  # code

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slips: tuple[PaperSlip, ...] = ()
        self._at = -1
        self._hovered = -1
        self._row = max(theme.px(ROW), theme.type("body").line + theme.px(8))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_slips(self, slips: tuple[PaperSlip, ...]) -> None:
        """Show these; none is selected."""
        self._slips, self._at, self._hovered = slips, -1, -1
        self.setFixedHeight(len(slips) * self._row)
        self.updateGeometry()
        self.update()

    @property
    def slips(self) -> tuple[PaperSlip, ...]:
        """What is shown."""
        return self._slips

    def step(self, by: int) -> str:
        """Move the selection; the code selected, "" without any."""
        if not self._slips:
            return ""
        self._at = max(0, min(len(self._slips) - 1, self._at + by))
        self.update()
        return self._slips[self._at].code

    @property
    def selected_rect(self) -> QRect:
        """Where the selected row is, for scrolling to it."""
        return QRect(0, max(0, self._at) * self._row, self.width(), self._row)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        for index, slip in enumerate(self._slips):
            rect = QRect(0, index * self._row, self.width(), self._row)
            if index == self._at:
                painter.fillRect(rect, theme.colour("tint"))
                painter.fillRect(rect.left(), rect.top(), theme.px(4), rect.height(), theme.colour("primary"))
            elif index == self._hovered:
                painter.fillRect(rect, theme.colour("sunk"))
            painter.fillRect(0, rect.bottom(), self.width(), theme.border, theme.colour("line"))
            inner = rect.adjusted(theme.px(12), 0, -theme.px(12), 0)
            draw_text(painter, theme, inner, slip.number, "body", "ink", bold=True)
            draw_text(painter, theme, inner, slip.code, "body", "ink2", align=RIGHT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(int(event.position().y()) // self._row)

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self._row
        if event.button() is Qt.MouseButton.LeftButton and 0 <= index < len(self._slips):
            self._at = index
            self.update()
            self.picked.emit(self._slips[index].code)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()
