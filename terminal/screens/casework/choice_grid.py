"""One of a few words in rows that break: pills, the chosen one filled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import Part
from terminal.screens.widgets.painting import CENTRE, box, draw_text, text_width


class ChoiceGrid(QWidget):
    """Left and Right choose while it has the focus. ``chosen`` tells the value."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parts: Sequence[Part], value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._parts = theme, tuple(parts)
        self._value = value or self._parts[0].value
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.target(32))

    @property
    def value(self) -> str:
        """The chosen one's."""
        return self._value

    def take(self, value: str) -> None:
        """Choose and tell."""
        if value != self._value:
            self._value = value
            self.update()
            self.chosen.emit(value)

    def _rects(self, width: int) -> list[QRect]:
        theme = self._theme
        height, gap = theme.target(32), theme.px(4)
        x = y = 0
        found = []
        for part in self._parts:
            took = min(width, text_width(part.label, theme.font("body", True)) + theme.px(20))
            if x and x + took > width:
                x, y = 0, y + height + gap
            found.append(QRect(x, y, took, height))
            x += took + gap
        return found

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._rects(self.width())[-1].bottom() + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        for part, rect in zip(self._parts, self._rects(self.width()), strict=True):
            chosen = part.value == self._value
            fill: Token = "primary" if chosen else "surface"
            box(painter, QRectF(rect), theme.radius, fill, None if chosen else "edge", theme.border, theme)
            if chosen and self.hasFocus():
                box(painter, QRectF(rect), theme.radius, None, "focus", theme.focus, theme)
                inside = QRectF(rect).adjusted(theme.focus, theme.focus, -theme.focus, -theme.focus)
                box(painter, inside, theme.px(2), None, "surface", theme.strong, theme)
            ink: Token = "on-primary" if chosen else "ink"
            draw_text(painter, theme, rect, part.label, "body", ink, bold=chosen, align=CENTRE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for part, rect in zip(self._parts, self._rects(self.width()), strict=True):
            if rect.contains(event.position().toPoint()):
                self.take(part.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        values = [part.value for part in self._parts]
        self.take(values[max(0, min(len(values) - 1, values.index(self._value) + step))])
