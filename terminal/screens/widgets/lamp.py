"""The lamp of a device: four states, four shapes, so colour never speaks alone."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import box

LampState = Literal["up", "waiting", "trouble", "unknown"]


def draw_lamp(painter: QPainter, theme: Theme, rect: QRectF, state: str) -> None:
    """Up: green disc. Waiting: amber disc. Trouble: red square with “!”. Anything else: a dashed ring, “not known”."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if state == "trouble":
        box(painter, rect, theme.px(2), "trouble", None, 0, theme)
        _exclamation(painter, theme, rect)
    elif state in ("up", "waiting"):
        painter.setBrush(theme.colour("ok" if state == "up" else "wait"))
        painter.drawEllipse(rect)
    else:
        width = rect.width() / 8
        pen = QPen(theme.colour("edge" if theme.contrast else "ink3"), width)
        pen.setDashPattern([rect.width() * 0.19 / width, rect.width() * 0.1686 / width])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    painter.restore()


def _exclamation(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    unit, middle = rect.height() / 12, rect.center().x()
    colour = theme.colour("surface" if theme.name == "dark" else "on-primary")
    painter.fillRect(QRectF(middle - unit, rect.top() + 2.5 * unit, 2 * unit, 4 * unit), colour)
    painter.fillRect(QRectF(middle - unit, rect.top() + 7.7 * unit, 2 * unit, 1.8 * unit), colour)


class Lamp(QWidget):
    """One lamp, with its reason as the hint under the pointer."""

    def __init__(self, theme: Theme, state: str = "unknown", size: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = state
        self._size = theme.px(size + (2 if theme.contrast else 0))
        self.setFixedSize(self._size, self._size)

    @property
    def state(self) -> str:
        """up, waiting, trouble or unknown."""
        return self._state

    def set_state(self, state: str, reason: str = "") -> None:
        """Show another state; ``reason`` is one sentence for the hint (and for screen readers)."""
        self._state = state
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_lamp(painter, self._theme, QRectF(self.rect()), self._state)
