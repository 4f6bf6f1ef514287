"""Digits of seven glowing strokes, as a call box shows them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens import theme as look
from terminal.screens.theme import Theme

# Strokes: top, upper right, lower right, bottom, lower left, upper left, middle.
STROKES: Final = {
    "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc",
    "8": "abcdefg", "9": "abcdfg",
}  # fmt: skip
WIDE, HIGH, THICK = 0.56, 1.0, 0.13  # of a digit's height
GAP, GROUP_GAP = 0.2, 0.5
GROUP = 3
MARGIN = 0.22


class LedDigits(QWidget):
    """Six digits in two groups of three. A device's own light: it glows alike in every theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    @property
    def text(self) -> str:
        """What it shows: digits and blanks."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show digits and blanks; "" when there is no current at all."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("edge"))
        painter.setBrush(look.DARK.colour("paper"))
        half = theme.border / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), theme.radius, theme.radius)
        groups = 2 * GROUP
        total = groups * WIDE + (groups - 2) * GAP + GROUP_GAP + GAP
        height = min(self.height() / (1 + 2 * MARGIN), self.width() / (total + 2 * MARGIN))
        left, top = (self.width() - total * height) / 2, (self.height() - height) / 2
        for index, sign in enumerate(self._text[:groups].ljust(groups)):
            self._draw(painter, QPointF(left, top), height, STROKES.get(sign, ""))
            left += (WIDE + GAP + (GROUP_GAP if index == GROUP - 1 else 0)) * height

    def _draw(self, painter: QPainter, at: QPointF, height: float, lit: str) -> None:
        painter.setPen(look.DARK.colour("paper"))  # a dark seam where strokes meet
        for stroke in "abcdefg":
            painter.setBrush(look.DARK.colour("wait" if stroke in lit else "sunk"))
            painter.drawPolygon(_stroke(stroke, at, height))


def _stroke(stroke: str, at: QPointF, height: float) -> QPolygonF:
    """One stroke: a bar with pointed ends between two corners of the digit."""
    half, wide, thick = height / 2, WIDE * height, THICK * height / 2
    corners = {
        "a": ((0, 0), (1, 0)), "b": ((1, 0), (1, 1)), "c": ((1, 1), (1, 2)), "d": ((0, 2), (1, 2)),
        "e": ((0, 1), (0, 2)), "f": ((0, 0), (0, 1)), "g": ((0, 1), (1, 1)),
    }  # fmt: skip
    (x1, y1), (x2, y2) = corners[stroke]
    span_x, span_y = wide - 2 * thick, half - thick
    start = QPointF(at.x() + thick + x1 * span_x, at.y() + thick + y1 * span_y)
    end = QPointF(at.x() + thick + x2 * span_x, at.y() + thick + y2 * span_y)
    along = QPointF(thick, 0) if y1 == y2 else QPointF(0, thick)
    across = QPointF(along.y(), along.x())
    return QPolygonF(
        [start, start + along + across, end - along + across, end, end - along - across, start + along - across]
    )
