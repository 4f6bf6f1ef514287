"""A list of two-line rows, painted: as light with five hundred rows as with five."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, box, draw_text, text_width
from terminal.screens.widgets.plate import draw_plate

Tone = Literal["plain", "trouble", "wait", "ok", "quiet"]
_TONES: dict[Tone, Token] = {
    "plain": "ink",
    "trouble": "trouble",
    "wait": "wait-text",
    "ok": "ok-text",
    "quiet": "ink3",
}


class ListRow(NamedTuple):
    """One row: title and a word at its right, a note below. ``tone`` colours the word; a number gets its plate."""

    title: str
    right: str = ""
    note: str = ""
    tone: Tone = "plain"
    plate: int | None = None


class RuledList(QAbstractScrollArea):
    """Rows between hairlines; Up and Down take another in hand, Enter or a click opens it.

    ``opened`` tells the row's number on Enter or a click; ``moved`` that another one is in hand.
    """

    opened = Signal(int)
    moved = Signal(int)

    def __init__(self, theme: Theme, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._rows: tuple[ListRow, ...] = ()
        self._empty = ""
        self._current = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """What it shows."""
        return self._rows

    @property
    def current(self) -> int:
        """The row in hand, or -1."""
        return self._current

    def show_rows(self, rows: Sequence[ListRow], empty: str = "") -> None:
        """Show other rows; ``empty`` is said when there are none. The row in hand keeps its number."""
        self._rows, self._empty = tuple(rows), empty
        self._current = min(self._current, len(self._rows) - 1)
        self._bars()
        self._name()
        self.viewport().update()

    def choose(self, index: int) -> None:
        """Take a row in hand and bring it into sight."""
        if not self._rows:
            return
        self._current = max(0, min(len(self._rows) - 1, index))
        bar, top = self.verticalScrollBar(), self._current * self._height()
        below = top + self._height() - self.viewport().height()
        bar.setValue(max(min(bar.value(), top), below))
        self._name()
        self.viewport().update()
        self.moved.emit(self._current)

    def _height(self) -> int:
        theme = self._theme
        return theme.type("body").line + theme.type("note").line + theme.px(20)

    def _bars(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, len(self._rows) * self._height() - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._height())

    def _name(self) -> None:
        row = self._rows[self._current] if 0 <= self._current < len(self._rows) else None
        self.setAccessibleName(self._empty if row is None else f"{row.title} {row.right} {row.note}".strip())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), min(6, max(1, len(self._rows))) * self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, port = QPainter(self.viewport()), self.viewport().rect()
        if not self._rows:
            rect = port.adjusted(self._side, self._theme.px(16), -self._side, 0)
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.colour("ink2"))
            painter.drawText(rect, int(Qt.TextFlag.TextWordWrap), self._empty)
            return
        height, top = self._height(), self.verticalScrollBar().value()
        for index in range(top // height, min(len(self._rows), (top + port.height()) // height + 1)):
            self._paint_row(painter, QRect(0, index * height - top, port.width(), height), index)

    def _paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, row = self._theme, self._rows[index]
        if index == self._current:
            painter.fillRect(rect, theme.colour("tint"))
        line = QRect(rect.left() + self._side, rect.bottom(), rect.width() - 2 * self._side, theme.border)
        painter.fillRect(line, theme.colour("line"))
        inner = rect.adjusted(self._side, theme.px(8), -self._side, 0)
        body, note = theme.type("body").line, theme.type("note").line
        if row.plate is not None:
            size = theme.px(24)
            draw_plate(painter, theme, QRectF(inner.left(), inner.top() + (body - size) / 2, size, size), row.plate)
            inner.setLeft(inner.left() + size + theme.px(12))
        taken = min(inner.width() // 2, text_width(row.right, theme.font("note", True))) if row.right else 0
        right = QRect(inner.right() - taken, inner.top(), taken + 1, body)
        draw_text(painter, theme, right, row.right, "note", _TONES[row.tone], bold=True, align=RIGHT)
        title = QRect(inner.left(), inner.top(), inner.width() - taken - theme.px(8), body)
        draw_text(painter, theme, title, row.title, "body", "ink", bold=True)
        below = QRect(inner.left(), inner.top() + body + theme.px(2), inner.width(), note)
        draw_text(painter, theme, below, row.note, "note", "ink2")
        if index == self._current and self.hasFocus():
            box(painter, QRectF(rect).adjusted(1, 0, -1, -1), theme.radius, None, "focus", theme.focus, theme)

    # Qt's own events.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bars()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and self._rows:
            self.choose(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = (round(event.position().y()) + self.verticalScrollBar().value()) // self._height()
        if 0 <= index < len(self._rows):
            self.choose(index)
            self.opened.emit(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press did it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}.get(key)
        if step is not None:
            self.choose(self._current + step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)
