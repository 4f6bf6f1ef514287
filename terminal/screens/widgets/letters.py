"""Words of any size for the public screens: fitted, on one baseline with a figure, or in two lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from terminal.screens.fonts import FAMILY
from terminal.screens.theme import Theme
from terminal.screens.tokens import TYPE, Role, Token
from terminal.screens.widgets.painting import LEFT


class Piece(NamedTuple):
    """A few words in one size and colour."""

    text: str
    px: float
    bold: bool = False
    token: Token = "ink"


def letters(theme: Theme, px: float, bold: bool = False) -> QFont:
    """The family at ``px`` of the design."""
    font = QFont(FAMILY)
    size = theme.px(px)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    if size >= 88:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -1)
    return font


def size_of(theme: Theme, role: Role) -> float:
    """A role's letters in the design's pixels."""
    return TYPE[role][1 if theme.contrast else 0].px


def fitted(theme: Theme, text: str, px: float, bold: bool, width: int, smallest: float) -> QFont:
    """The largest font from ``px`` down to ``smallest`` in which ``text`` is no wider than ``width``."""
    size = px
    while size > smallest and QFontMetrics(letters(theme, size, bold)).horizontalAdvance(text) > width:
        size = max(smallest, size - 2)
    return letters(theme, size, bold)


def draw_words(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    piece: Piece,
    align: Qt.AlignmentFlag = LEFT,
    smallest: float | None = None,
) -> int:
    """One line, smaller (down to ``smallest``) and then elided when it does not fit. Returns the width it took."""
    font = fitted(theme, piece.text, piece.px, piece.bold, rect.width(), smallest or piece.px)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, rect.width() + 1)
    painter.setFont(font)
    painter.setPen(theme.colour(piece.token))
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), shown)
    return metrics.horizontalAdvance(shown)


def draw_wrapped(painter: QPainter, theme: Theme, rect: QRect, piece: Piece, line: float) -> int:
    """Words broken at spaces (or anywhere in Chinese) into lines ``line`` high. Returns the height they took."""
    rows = lines_of(theme, piece, rect.width())
    height = theme.px(line)
    for index, row in enumerate(rows):
        area = QRect(rect.left(), rect.top() + index * height, rect.width(), height)
        draw_words(painter, theme, area, piece._replace(text=row), smallest=piece.px * 0.8)
    return len(rows) * height


def lines_of(theme: Theme, piece: Piece, width: int) -> list[str]:
    """Where ``draw_wrapped`` breaks the text."""
    metrics = QFontMetrics(letters(theme, piece.px, piece.bold))
    words = piece.text.split(" ")
    joint = " "
    if metrics.horizontalAdvance(piece.text) > width and all(ord(letter) > 0x2E7F for letter in piece.text):
        words, joint = list(piece.text), ""
    rows: list[str] = []
    for word in words:
        longer = f"{rows[-1]}{joint}{word}" if rows else word
        if rows and metrics.horizontalAdvance(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def mixed(template: str, value: str, px: float, figure: float, token: Token = "ink") -> list[Piece]:
    """“about {value} min” as pieces: the value bold at ``figure``, the words around it at ``px``."""
    before, _, after = template.partition("{value}")
    pieces = (Piece(before, px, False, token), Piece(value, figure, True, token), Piece(after, px, False, token))
    return [piece for piece in pieces if piece.text]


def draw_mixed(
    painter: QPainter, theme: Theme, rect: QRect, pieces: Sequence[Piece], *, right: bool = False, middle: bool = False
) -> int:
    """Pieces side by side on the baseline that centres the largest in ``rect``. Returns their width."""
    fonts = [letters(theme, piece.px, piece.bold) for piece in pieces]
    widths = [QFontMetrics(font).horizontalAdvance(piece.text) for font, piece in zip(fonts, pieces, strict=True)]
    tallest = QFontMetrics(letters(theme, max(piece.px for piece in pieces), True))
    baseline = rect.center().y() + (tallest.ascent() - tallest.descent()) / 2
    x = float(rect.left())
    if right:
        x = rect.right() + 1 - sum(widths)
    elif middle:
        x = rect.left() + (rect.width() - sum(widths)) / 2
    for font, width, piece in zip(fonts, widths, pieces, strict=True):
        painter.setFont(font)
        painter.setPen(theme.colour(piece.token))
        painter.drawText(QPointF(x, baseline), piece.text)
        x += width
    return sum(widths)
