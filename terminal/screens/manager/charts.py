"""The two small charts of a row: the distribution of the keys, and the trend over weeks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token

TREND_LOW: Final = 3.9  # the same scale for all rows, so that their lines compare
TREND_HIGH: Final = 4.9
LEAST_SHARE: Final = 0.005  # a smaller share is drawn one pixel wide: seen, not measured


def segments(shares: Sequence[tuple[int, Token]], width: float, gap: float) -> list[tuple[float, float, Token]]:
    """(left, width, colour) of each part of a bar ``width`` wide, 1 px gaps included; parts of 0 are left out.

    Tiny parts get one pixel; the rest share what is left in proportion, so the bar is always full.
    """
    whole = sum(times for times, _ in shares)
    shown = [(times / whole, token) for times, token in shares if times > 0] if whole else []
    tiny = sum(1 for share, _ in shown if share < LEAST_SHARE)
    room = width - gap * (len(shown) - 1) - tiny
    large = sum(share for share, _ in shown if share >= LEAST_SHARE)
    parts: list[tuple[float, float, Token]] = []
    left = 0.0
    for share, token in shown:
        size = 1.0 if share < LEAST_SHARE else room * share / large
        parts.append((left, size, token))
        left += size + gap
    return parts


def draw_distribution(
    painter: QPainter, theme: Theme, rect: QRectF, shares: Sequence[tuple[int, Token]], *, gap: float = 1
) -> None:
    """The bar; an empty one is a dashed outline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(rect, theme.px(2), theme.px(2))
    if not any(times for times, _ in shares):
        painter.setPen(QPen(theme.colour("edge"), theme.border, Qt.PenStyle.DashLine))
        painter.drawPath(shape)
        painter.restore()
        return
    painter.setClipPath(shape)
    for left, size, token in segments(shares, rect.width(), gap):
        painter.fillRect(QRectF(rect.left() + left, rect.top(), size, rect.height()), theme.colour(token))
    painter.restore()


def trend_change(values: Sequence[float | None]) -> float | None:
    """How the mean changed from the first week with ratings to the last; None with fewer than two such weeks."""
    known = [value for value in values if value is not None]
    return known[-1] - known[0] if len(known) > 1 else None


def draw_trend(painter: QPainter, theme: Theme, rect: QRectF, values: Sequence[float | None]) -> None:
    """A line over equal weeks with a dot at the last one; weeks without ratings are bridged by a dotted line.

    A value beyond the scale sits on its edge, marked by a small triangle that points beyond.
    """
    points = [(_point(rect, index, len(values), value), value) for index, value in enumerate(values)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    known = [(index, point, value) for index, (point, value) in enumerate(points) if value is not None]
    for (before, start, _), (after, end, _) in pairwise(known):
        style = Qt.PenStyle.SolidLine if after == before + 1 else Qt.PenStyle.DotLine
        pen = QPen(theme.colour("primary"), 1.75 * theme.scale, style)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(start, end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary"))
    for _, point, value in known:
        if not TREND_LOW <= (value or 0.0) <= TREND_HIGH:
            painter.drawPolygon(_beyond(theme, point, up=(value or 0.0) > TREND_HIGH))
    if known:
        painter.drawEllipse(known[-1][1], 3.5 * theme.scale, 3.5 * theme.scale)
    painter.restore()


def _point(rect: QRectF, index: int, weeks: int, value: float | None) -> QPointF:
    clipped = min(TREND_HIGH, max(TREND_LOW, value if value is not None else TREND_LOW))
    x = rect.left() + rect.width() * index / max(1, weeks - 1)
    return QPointF(x, rect.bottom() - rect.height() * (clipped - TREND_LOW) / (TREND_HIGH - TREND_LOW))


def _beyond(theme: Theme, point: QPointF, *, up: bool) -> QPolygonF:
    size = 3 * theme.scale
    base, tip = (
        (point.y() - 1.5 * size, point.y() - 2.8 * size) if up else (point.y() + 1.5 * size, point.y() + 2.8 * size)
    )
    return QPolygonF([QPointF(point.x() - size, base), QPointF(point.x() + size, base), QPointF(point.x(), tip)])
