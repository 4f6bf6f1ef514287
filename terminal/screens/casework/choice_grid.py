"""One of a few words in rows that break: pills, the chosen one filled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import TARGET, Token
from terminal.screens.widgets import Part, SegmentedChoice
from terminal.screens.widgets.painting import CENTRE, box, draw_text, text_width


class ChoiceGrid(SegmentedChoice):
    """As wide as there is room, as high as its rows; arrows choose. A value no part has leaves the first one."""

    def __init__(self, theme: Theme, parts: Sequence[Part], value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parts, TARGET, parent)
        self.set_value(value if value in [part.value for part in parts] else parts[0].value)

    def take(self, value: str) -> None:
        """Choose and tell."""
        self._choose(value)

    def _rect(self, index: int) -> QRect:
        return self._rects(self.width())[index]

    def _rects(self, width: int) -> list[QRect]:
        theme = self._theme
        height, gap = theme.target(TARGET), theme.px(4)
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

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._rects(self.width())[-1].bottom() + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        for index, (part, rect) in enumerate(zip(self._parts, self._rects(self.width()), strict=True)):
            chosen = part.value == self._value
            fill: Token = "primary" if chosen else "tint" if index == self._hover else "surface"
            box(painter, QRectF(rect), theme.radius, fill, None if chosen else "edge", theme.border, theme)
            if chosen and self.hasFocus():
                box(painter, QRectF(rect), theme.radius, None, "focus", theme.focus, theme)
                inside = QRectF(rect).adjusted(theme.focus, theme.focus, -theme.focus, -theme.focus)
                box(painter, inside, theme.px(2), None, "surface", theme.strong, theme)
            ink: Token = "on-primary" if chosen else "ink"
            draw_text(painter, theme, rect, part.label, "body", ink, bold=chosen, align=CENTRE)
