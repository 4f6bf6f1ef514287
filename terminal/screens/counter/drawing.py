"""A counter without anybody at it: two strokes and one fill, painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from terminal.screens.theme import Theme
from terminal.screens.tokens import ICON_STROKE

WIDTH, HEIGHT = 120, 88


def draw_counter(painter: QPainter, theme: Theme, left: float, top: float, scale: float) -> None:
    """Into a box of 120 × 88 times ``scale``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.scale(scale, scale)
    soft = QPen(theme.colour("tint-line"), ICON_STROKE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    firm = QPen(theme.colour("primary"), ICON_STROKE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    painter.setPen(soft)
    painter.setBrush(theme.colour("tint"))
    painter.drawRoundedRect(QRectF(20, 6, 80, 46), 4, 4)
    painter.drawEllipse(QPointF(60, 25), 7, 7)
    for y, half in ((23.5, 3), (27, 3)):
        painter.drawLine(QPointF(60 - half, y), QPointF(60 + half, y))
    painter.drawLine(QPointF(44, 43), QPointF(76, 43))
    painter.setPen(firm)
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(QRectF(8, 50, 104, 8), 1, 1)
    for x in (17, 103):
        painter.drawLine(QPointF(x, 58), QPointF(x, 79))
    painter.drawLine(QPointF(50, 66), QPointF(71, 66))
    painter.drawLine(QPointF(60.5, 66), QPointF(60.5, 81))
    painter.drawLine(QPointF(52, 81), QPointF(69, 81))
    painter.restore()
