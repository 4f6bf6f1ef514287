"""Shapes and words that several widgets and screens paint: one hand for the whole look.

Every function takes the painter, the theme and a rectangle in device-independent pixels; GUI thread only.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen

from terminal.screens.theme import Theme
from terminal.screens.tokens import STAR_INNER, Role, Token

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
ONE_LINE = (Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip).value  # joined once: a screen draws 100 texts


def text_width(text: str, font: QFont) -> int:
    """Advance width of one line of text in pixels."""
    return QFontMetrics(font).horizontalAdvance(text)


def draw_text(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    text: str,
    role: Role = "body",
    token: Token = "ink",
    *,
    bold: bool | None = None,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """One line, elided at the right when it does not fit. Returns the width it took."""
    font = theme.font(role, bold)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    painter.drawText(rect, align.value | ONE_LINE, shown)
    return metrics.horizontalAdvance(shown)


def draw_number(painter: QPainter, theme: Theme, rect: QRect, text: str, role: Role, token: Token) -> int:
    """A big number whose first stroke (not its left bearing) starts on the rectangle's edge. Returns its width."""
    font = theme.font(role)
    metrics = QFontMetrics(font)
    bearing = metrics.leftBearing(text[0]) if text else 0
    return draw_text(painter, theme, rect.adjusted(-bearing, 0, metrics.maxWidth(), 0), text, role, token) - bearing


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: Token | None,
    border: Token | None,
    width: float,
    theme: Theme,
) -> None:
    """A rounded box whose border lies inside the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    if border is None or width <= 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(theme.colour(border), width))
    half = width / 2
    inner = max(0.0, radius - half)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner)


def key_cap_width(theme: Theme, key: str, role: Role = "note") -> int:
    """Width of a key cap: 28, more for long words, more in larger type."""
    height = key_cap_height(theme, role)
    return max(height + theme.px(8), text_width(key, theme.font(role, bold=True)) + theme.px(12))


def key_cap_height(theme: Theme, role: Role = "note") -> int:
    """Height of a key cap: the line of its letters and 4."""
    return theme.type(role).line + theme.px(4)


def draw_key_cap(
    painter: QPainter,
    theme: Theme,
    right_centre: QPointF,
    key: str,
    *,
    text: Token = "ink2",
    border: Token = "edge",
    fill: Token | None = None,
    role: Role = "note",
) -> QRect:
    """A key cap whose right edge's middle is ``right_centre``; returns its rectangle."""
    width, height = key_cap_width(theme, key, role), key_cap_height(theme, role)
    rect = QRect(round(right_centre.x()) - width, round(right_centre.y() - height / 2), width, height)
    box(painter, QRectF(rect), theme.radius, fill, border, theme.border, theme)
    draw_text(painter, theme, rect, key, role, text, bold=True, align=CENTRE)
    return rect


def star_path(centre: QPointF, outer: float) -> QPainterPath:
    """A five-pointed star standing on two points."""
    path = QPainterPath()
    for step in range(10):
        radius = outer if step % 2 == 0 else outer * STAR_INNER
        angle = -math.pi / 2 + step * math.pi / 5
        point = QPointF(centre.x() + radius * math.cos(angle), centre.y() + radius * math.sin(angle))
        if step:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    return path


def draw_stars(painter: QPainter, theme: Theme, left_top: QPointF, size: int, value: float | None) -> int:
    """Five stars ``size`` high, the value cut straight; outlines for None (too few ratings). Returns the width."""
    pitch = star_pitch(theme, size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index in range(5):
        left = left_top.x() + index * pitch
        # A star's box is taller than the star: its centre sits a little below the middle so that it looks centred.
        path = star_path(QPointF(left + size / 2, left_top.y() + size * 0.525), size / 2)
        if value is None:
            painter.setPen(QPen(theme.colour("primary"), max(1.25, size / 16)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(path, theme.colour("k-avg" if theme.name != "dark" else "line"))
        share = min(1.0, max(0.0, value - index))
        if share > 0:
            painter.save()
            painter.setClipRect(QRectF(left, left_top.y(), size * share, size * 1.1))
            painter.fillPath(path, theme.colour("primary"))
            painter.restore()
    painter.restore()
    return 4 * pitch + size


def star_pitch(theme: Theme, size: int) -> int:
    """Distance from one star's left edge to the next one's."""
    return size + max(theme.px(2), round(size * 0.12))
