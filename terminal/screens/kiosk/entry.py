"""The entries below the tiles: for who has an appointment, and for who lays an ID card on the reader."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from terminal.screens.kiosk.touch import TouchButton
from terminal.screens.theme import Theme
from terminal.screens.widgets.letters import Piece, draw_words
from terminal.screens.widgets.painting import CENTRE, LEFT

SMALL = 130  # below this height the second line goes


class Entry(TouchButton):
    """An icon, what it is, and one line on whom it is for."""

    def __init__(self, theme: Theme, icon: str, text: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "tint", parent)
        self._icon, self._second = icon, second
        self.setAccessibleDescription(second)

    def paint_content(self, painter: QPainter) -> None:
        theme = self.theme
        if self.height() < theme.px(100):
            draw_words(painter, theme, self.rect(), Piece(self.text(), 36, True, self.token), CENTRE, smallest=26)
            return
        small = self.height() < theme.px(SMALL)
        size = 64 if small else 80
        picture = theme.icon(self._icon, size, self.token, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(theme.px(28), (self.height() - theme.px(size)) // 2), picture)
        left = theme.px(28 + size + 24)
        words = QRect(left, 0, self.width() - left - theme.px(20), self.height())
        name = Piece(self.text(), 48 if theme.contrast or small else 40, True, self.token)
        if small:
            draw_words(painter, theme, words, name, LEFT, smallest=28)
            return
        line, rest = theme.px(64), theme.px(40)
        words.setTop((self.height() - line - rest) // 2)
        words.setHeight(line)
        draw_words(painter, theme, words, name, LEFT, smallest=28)
        words.translate(0, line)
        words.setHeight(rest)
        draw_words(painter, theme, words, Piece(self._second, 28, False, "ink"), LEFT, smallest=22)
