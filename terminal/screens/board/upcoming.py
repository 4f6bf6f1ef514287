"""Who is next in each line, and how many wait in the whole hall."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.office.views import BoardView, LineTile
from terminal.rules.waiting import rounded
from terminal.screens.board.frame import COLUMN_HEAD, SIDE
from terminal.screens.board.texts import field_name, opens_text
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.letters import Piece, draw_mixed, draw_words, letters, mixed
from terminal.screens.widgets.painting import LEFT, RIGHT, text_width
from terminal.screens.wording import chinese

PAD: Final = 40
FOOT: Final = 96
TALLEST: Final = 88
COUNT: Final = 72


class Upcoming(QWidget):
    """Rows never disappear: a line without anyone says so. Narrow columns show one number a line."""

    def __init__(self, theme: Theme, numbers: int, side: int = PAD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._numbers, self._side = theme, numbers, side
        self._view: BoardView | None = None
        self._blank = False

    def show_view(self, view: BoardView | None, blank: bool = False) -> None:
        """Show this picture; ``blank`` keeps the lines and says nothing of them."""
        self._view, self._blank = view, blank
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, view = QPainter(self), self._theme, self._view
        inside = self.rect().adjusted(theme.px(self._side), 0, -theme.px(SIDE), 0)
        head = QRect(inside.left(), 0, inside.width(), theme.px(COLUMN_HEAD))
        draw_words(painter, theme, head, Piece(self.tr("Next"), 32, False, "ink2"))
        draw_words(painter, theme, head, Piece(self.tr("Waiting"), 32, False, "ink2"), RIGHT)
        if view is None:
            return
        room = self.height() - theme.px(COLUMN_HEAD + FOOT)
        height = min(theme.px(TALLEST), room // max(1, len(view.lines)))
        fits = max(1, room // max(1, max(height, theme.px(56))))
        for index, line in enumerate(view.lines[:fits]):
            top = theme.px(COLUMN_HEAD) + index * max(height, theme.px(56))
            self._paint_line(painter, QRect(inside.left(), top, inside.width(), height), line, view.at)
        foot = QRect(inside.left(), self.height() - theme.px(FOOT), inside.width(), theme.px(FOOT - 8))
        if not self._blank:
            self._paint_hall(painter, foot, view)

    def _paint_line(self, painter: QPainter, rect: QRect, line: LineTile, now: datetime) -> None:
        theme = self._theme
        painter.fillRect(rect.left(), rect.bottom() - theme.px(2) + 1, rect.width(), theme.px(2), theme.colour("line"))
        field_width = theme.px(144 if chinese() else 232 if self._numbers == 1 else 256)
        field = QRect(rect.left(), rect.top(), field_width, rect.height())
        draw_words(painter, theme, field, Piece(field_name(line.name, line.name_en), 32), LEFT, smallest=22)
        waiting = line.waiting if not self._blank else 0
        token: Token = "wait" if waiting else "ink3"
        count = Piece(str(waiting) if waiting else "–", 44, bool(waiting), token)
        draw_words(painter, theme, rect, count, RIGHT)
        rest = rect.adjusted(field_width + theme.px(24), 0, -theme.px(COUNT), 0)
        self._paint_numbers(painter, rest, line, now)

    def _paint_numbers(self, painter: QPainter, rect: QRect, line: LineTile, now: datetime) -> None:
        theme = self._theme
        if self._blank:
            return
        if not line.upcoming:
            text = self.tr("nobody waiting") if line.open else opens_text(line.opens_at, now)
            draw_words(painter, theme, rect, Piece(text, 32, False, "ink3"), LEFT, smallest=22)
            return
        x = rect.left()
        for number in line.upcoming[: self._numbers]:
            area = QRect(x, rect.top(), rect.right() - x, rect.height())
            x += draw_words(painter, theme, area, Piece(number, 44, True)) + theme.px(32)

    def _paint_hall(self, painter: QPainter, rect: QRect, view: BoardView) -> None:
        theme = self._theme
        if view.waiting == 0:
            none = Piece(self.tr("Nobody is waiting"), 32, False, "ink2")
            draw_words(painter, theme, rect, none, RIGHT)
            return
        figure, words = (56, 32) if self._numbers > 1 else (48, 28)
        pieces = mixed(self.tr("whole hall {value} waiting"), str(view.waiting), words, figure)
        minutes = rounded(view.wait_minutes)
        if minutes:
            pieces += mixed(self.tr(", about {value} min"), str(minutes), words, figure)
        coloured = [piece if piece.bold else piece._replace(token="ink2") for piece in pieces]
        while sum(len(piece.text) for piece in coloured) and self._too_wide(coloured, rect.width()):
            coloured = [piece._replace(px=piece.px * 0.9) for piece in coloured]
        draw_mixed(painter, theme, rect, coloured, right=True)

    def _too_wide(self, pieces: list[Piece], width: int) -> bool:
        return sum(text_width(piece.text, letters(self._theme, piece.px, piece.bold)) for piece in pieces) > width
