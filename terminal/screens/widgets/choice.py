"""One of a few: equal parts side by side, one of them selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import CENTRE, box, draw_key_cap, draw_text, key_cap_width, text_width


class Part(NamedTuple):
    """One choice: its value, its words, and the number on its key cap (pressed with Alt), if any."""

    value: str
    label: str
    key: str = ""


class SegmentedChoice(QWidget):
    """Equal parts in one frame; the selected one has a ``tint`` fill and a strong ``primary`` border.

    Alt and the part's key select from anywhere in the window; with the focus, so do the arrow keys.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, parts: Sequence[Part], height: int = tokens.BUTTON, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts = tuple(parts)
        self._value = self._parts[0].value
        self._hover = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.target(height))
        for part in self._parts:
            if part.key:
                shortcut = QShortcut(QKeySequence(f"Alt+{part.key}"), self)
                shortcut.activated.connect(lambda value=part.value: self._choose(value))

    @property
    def value(self) -> str:
        """The selected part's value."""
        return self._value

    def set_value(self, value: str) -> None:
        """Select without telling anyone; ValueError for a value no part has."""
        if value not in [part.value for part in self._parts]:
            raise ValueError(f"no part {value!r}; there are {', '.join(part.value for part in self._parts)}")
        self._value = value
        self._name()
        self.update()

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def _name(self) -> None:
        self.setAccessibleName(next(part.label for part in self._parts if part.value == self._value))

    def _rect(self, index: int) -> QRect:
        count, border = len(self._parts), self._theme.border
        left = round((self.width() - border) * index / count)
        right = round((self.width() - border) * (index + 1) / count) + border
        return QRect(left, 0, right - left, self.height())

    def _at(self, position: QPointF) -> int:
        for index in range(len(self._parts)):
            if self._rect(index).contains(position.toPoint()):
                return index
        return -1

    def sizeHint(self) -> QSize:
        widest = max(self._needed(part) for part in self._parts) + self._theme.px(24)
        return QSize(widest * len(self._parts), self.height())

    def _needed(self, part: Part) -> int:
        label = text_width(part.label, self._theme.font("body", bold=True))
        return label + (key_cap_width(self._theme, part.key) + self._theme.px(8) if part.key else 0)

    def minimumSizeHint(self) -> QSize:
        widest = max(self._needed(part) for part in self._parts) + self._theme.px(8)
        return QSize(widest * len(self._parts), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        edge: tokens.Token = "edge" if self.isEnabled() else "line"
        box(painter, QRectF(self.rect()), theme.radius, "surface", edge, theme.border, theme)
        for index, part in enumerate(self._parts):
            rect = self._rect(index)
            if index:
                painter.fillRect(rect.left(), 0, theme.border, self.height(), theme.colour(edge))
            if index == self._hover and self.isEnabled() and part.value != self._value:
                inset = theme.border
                painter.fillRect(rect.adjusted(inset, inset, -inset, -inset), theme.colour("tint"))
        for index, part in enumerate(self._parts):
            self._paint_part(painter, index, part)

    def _paint_part(self, painter: QPainter, index: int, part: Part) -> None:
        theme, rect = self._theme, self._rect(index)
        selected = part.value == self._value
        live = self.isEnabled()
        if selected:
            fill: tokens.Token = "tint" if live else "sunk"
            border: tokens.Token = "primary" if live else "edge"
            box(painter, QRectF(rect), theme.radius if self._outer(index) else 0, fill, border, theme.strong, theme)
            if self.hasFocus():
                ring = QRectF(rect)
                box(painter, ring, theme.px(2), "tint", "focus", theme.focus, theme)
        cap = key_cap_width(theme, part.key) if part.key else 0
        gap = theme.px(8) if part.key else 0
        room = rect.width() - theme.px(6) - cap - gap
        label = min(room, text_width(part.label, theme.font("body", bold=selected)))
        left = rect.left() + (rect.width() - cap - gap - label) // 2
        if part.key:
            edge: tokens.Token = "edge" if live else "off"
            text: tokens.Token = "ink2" if live else "off"
            right = QPointF(left + cap, rect.height() / 2)
            draw_key_cap(painter, theme, right, part.key, text=text, border=edge, fill="surface")
        colour: tokens.Token = "off" if not live else "primary" if selected else "ink"
        area = QRect(QPoint(left + cap + gap, 0), QSize(label, rect.height()))
        draw_text(painter, theme, area, part.label, "body", colour, bold=selected, align=CENTRE)

    def _outer(self, index: int) -> bool:
        return index in (0, len(self._parts) - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event.position())
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._hover = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if index >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._choose(self._parts[index].value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        values = [part.value for part in self._parts]
        self._choose(values[max(0, min(len(values) - 1, values.index(self._value) + step))])
