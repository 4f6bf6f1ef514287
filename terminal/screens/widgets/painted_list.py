"""What all lists have in common: rows of one height, painted, one of them in hand; keys, focus ring and scrolling."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import box

T = TypeVar("T")

MOST_AT_ONCE = 6  # rows it asks room for
_PAGE = 8  # rows that Page Up and Page Down go


class PaintedList(QAbstractScrollArea, Generic[T]):
    """Rows that each stand for a thing: as light with five hundred as with five. Up and Down take another in hand,
    Enter or a click opens it.

    ``opened`` tells the row's number on Enter or a click; ``moved`` that another one is in hand. A subclass says how
    high a row is, paints its words, and says it aloud.
    """

    opened = Signal(int)
    moved = Signal(int)

    inset = False  # tint and ring stay within the margins
    resting = True  # the row in hand is tinted without the focus too
    ruled = True  # a hairline below each row

    def __init__(self, theme: Theme, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._things: tuple[T, ...] = ()
        self._keys: tuple[Hashable, ...] = ()
        self._empty = ""
        self._current = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)

    # What a subclass says.

    def _height(self) -> int:
        """Of a row, in pixels."""
        raise NotImplementedError

    def _spoken(self, index: int) -> str:
        """A row for whoever hears it."""
        raise NotImplementedError

    def _paint_words(self, painter: QPainter, rect: QRect, index: int) -> None:
        """What stands in a row, its ground painted already."""
        raise NotImplementedError

    # What it shows.

    @property
    def rows(self) -> tuple[T, ...]:
        """What it shows."""
        return self._things

    @property
    def current(self) -> int:
        """The number of the row in hand, or -1."""
        return self._current

    @property
    def in_hand(self) -> T | None:
        """What the row in hand stands for."""
        return self._things[self._current] if 0 <= self._current < len(self._things) else None

    def show_things(self, things: Sequence[T], empty: str = "", keys: Sequence[Hashable] = ()) -> None:
        """Show others; ``empty`` is said when there are none.

        ``keys`` tell them apart, one each: what is in hand stays in hand wherever it stands now. Without them, and when
        it is gone, the row in hand keeps its number.
        """
        before = self._keys[self._current] if 0 <= self._current < len(self._keys) else None
        self._things, self._keys, self._empty = tuple(things), tuple(keys), empty
        if before is not None and before in self._keys:
            self._current = self._keys.index(before)
        self._current = min(self._current, len(self._things) - 1)
        if self._current < 0 and self._things and self.hasFocus():
            self._current = 0
        self._bars()
        self._name()
        self.viewport().update()

    def let_go(self) -> None:
        """Nothing is in hand: what is shown next begins at its first row."""
        self._current, self._keys = -1, ()
        self.verticalScrollBar().setValue(0)

    def choose(self, index: int) -> None:
        """Take a row in hand and bring it into sight."""
        if not self._things:
            return
        self._current = max(0, min(len(self._things) - 1, index))
        self._into_sight()
        self._name()
        self.viewport().update()
        self.moved.emit(self._current)

    def _into_sight(self) -> None:
        bar, top = self.verticalScrollBar(), self._current * self._height()
        below = top + self._height() - self.viewport().height()
        bar.setValue(max(min(bar.value(), top), below))

    def _bars(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, len(self._things) * self._height() - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._height())

    def _name(self) -> None:
        self.setAccessibleName(self._empty if self.in_hand is None else self._spoken(self._current))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), min(MOST_AT_ONCE, max(1, len(self._things))) * self._height())

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, port = QPainter(self.viewport()), self.viewport().rect()
        if not self._things:
            rect = port.adjusted(self._side, self._theme.px(16), -self._side, 0)
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.colour("ink2"))
            painter.drawText(rect, int(Qt.TextFlag.TextWordWrap), self._empty)
            return
        height, top = self._height(), self.verticalScrollBar().value()
        for index in range(top // height, min(len(self._things), (top + port.height()) // height + 1)):
            self._paint_row(painter, QRect(0, index * height - top, port.width(), height), index)

    def _paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, held, focus = self._theme, index == self._current, self.hasFocus()
        inner = rect.adjusted(self._side, 0, -self._side, 0)
        if held and (focus or self.resting):
            painter.fillRect(inner if self.inset else rect, theme.colour("tint"))
        if self.ruled:
            painter.fillRect(inner.left(), rect.bottom(), inner.width(), theme.border, theme.colour("line"))
        self._paint_words(painter, rect, index)
        if held and focus:
            out = theme.px(4)
            self._paint_ring(painter, inner.adjusted(-out, 0, out, -1) if self.inset else rect.adjusted(1, 0, -1, -1))

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        theme = self._theme
        box(painter, QRectF(rect), theme.radius, None, "focus", theme.focus, theme)

    # Qt's own events.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bars()
        if self.hasFocus() and self._current >= 0:
            self._into_sight()  # a band or a form may have taken its room

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and self._things:
            self.choose(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = (round(event.position().y()) + self.verticalScrollBar().value()) // self._height()
        if 0 <= index < len(self._things):
            self.choose(index)
            self.opened.emit(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press did it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}.get(key)
        if step is not None:
            self.choose(self._current + step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)
