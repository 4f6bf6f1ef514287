"""The head of the board: whose hall, its hours, the date and the time."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.screens import dates
from terminal.screens.board.frame import SIDE
from terminal.screens.theme import Theme
from terminal.screens.widgets.letters import Piece, draw_words, letters
from terminal.screens.widgets.painting import CENTRE, LEFT, RIGHT, box, text_width


class Head(QWidget):
    """112 high; the hours go first when there is no room."""

    def __init__(self, theme: Theme, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self._name = self._hours = ""

    def show_centre(self, name: str, hours: str) -> None:
        """Whose hall it is, and when it is open."""
        self._name, self._hours = name, hours
        self.update()

    def tick(self, now: datetime) -> None:
        """The clock moved on."""
        self._now = now
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        side = theme.px(SIDE)
        painter.fillRect(0, self.height() - theme.px(2), self.width(), theme.px(2), theme.colour("line"))
        picture = theme.icon("mark", 56, "primary", self.devicePixelRatioF())
        painter.drawPixmap(QPoint(side, (self.height() - theme.px(56)) // 2), picture)
        rect = self.rect().adjusted(side, 0, -side, -theme.px(2))
        taken = draw_words(painter, theme, rect, Piece(f"{self._now:%H:%M}", 64, True), RIGHT) + theme.px(32)
        rect.setRight(rect.right() - taken)
        taken = draw_words(painter, theme, rect, Piece(dates.long_day(self._now), 32, False, "ink2"), RIGHT)
        rect.setRight(rect.right() - taken - theme.px(32))
        rect.setLeft(rect.left() + theme.px(56 + 20))
        name = Piece(self._name, 40, True)
        name_width = text_width(name.text, letters(theme, name.px, True))
        hours_width = text_width(self._hours, letters(theme, 28)) + theme.px(36)
        if self._hours and rect.width() >= name_width + hours_width + theme.px(48):
            badge = QRect(rect.right() - hours_width, 0, hours_width, theme.px(52))
            badge.moveTop((self.height() - badge.height()) // 2)
            box(painter, QRectF(badge), theme.px(8), None, "tint-line", theme.px(2), theme)
            draw_words(painter, theme, badge, Piece(self._hours, 28, False, "primary"), CENTRE)
            rect.setRight(badge.left() - theme.px(48))
        draw_words(painter, theme, rect, name, LEFT, smallest=28)
