"""A field's tile: what it is, how many wait, and about how long."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from terminal.office.views import LineTile
from terminal.rules.waiting import rounded
from terminal.screens.kiosk.open_words import tile_opens
from terminal.screens.kiosk.touch import TouchButton
from terminal.screens.kiosk.words import Words, icon_of
from terminal.screens.theme import Theme
from terminal.screens.widgets.letters import Piece, draw_mixed, draw_words, draw_wrapped, lines_of, mixed
from terminal.screens.widgets.painting import LEFT, RIGHT

TileShape = Literal["wide", "row", "tall"]  # two columns, large type's one column, landscape's four columns
ROOMY: Final = 300  # from this height on name and figures grow with the tile


class Tile(TouchButton):
    """One line of the queue. A closed one is dashed and still answers a tap, with when it opens."""

    def __init__(
        self, theme: Theme, words: Words, line: LineTile, shape: TileShape, now: datetime, parent: QWidget
    ) -> None:
        super().__init__(theme, words.line(line), "plain", parent)
        self._words = words
        self._now = now
        self._shape = shape
        self.set_line(line)

    def set_line(self, line: LineTile) -> None:
        """Show other figures."""
        self.line = line
        self.kind = "plain" if line.open else "closed"
        self.setAccessibleName(f"{line.letter} {self.text()}")
        self.setAccessibleDescription(" ".join(piece.text for part in self._figures(1, 1) for piece in part))
        self.update()

    @property
    def free(self) -> bool:
        """Nobody would be called before the next taker."""
        return self.line.open and self.line.wait_minutes == 0

    def _figures(self, body: float, figure: float) -> tuple[list[Piece], list[Piece]]:
        translate = self._words.translate
        if not self.line.open:
            opens = Piece(tile_opens(self._words, self.line, self._now), body * 1.07, True)
            return [opens], [Piece(translate("Kiosk", "not at this hour"), body)]
        if self.free:
            none = Piece(translate("Kiosk", "No waiting"), body * 1.07, True, "ok-text")
            return [none], [Piece(translate("Kiosk", "served at once"), body)]
        minutes = mixed(translate("Kiosk", "about {value} min"), str(rounded(self.line.wait_minutes)), body, figure)
        return mixed(translate("Kiosk", "{value} waiting"), str(self.line.waiting), body, figure), minutes

    def paint_content(self, painter: QPainter) -> None:
        {"wide": self._paint_wide, "row": self._paint_row, "tall": self._paint_tall}[self._shape](painter)

    def _icon(self, painter: QPainter, x: float, y: float, size: int) -> None:
        theme = self.theme
        picture = theme.icon(icon_of(self.line.field), size, "primary", self.devicePixelRatioF())
        painter.drawPixmap(QPoint(theme.px(x), theme.px(y)), picture)

    def _paint_wide(self, painter: QPainter) -> None:
        theme = self.theme
        roomy = self.height() >= theme.px(ROOMY)
        icon, name, small = (88, 56, 28) if roomy else (80, 48, 24)
        body, figure, foot = (30, 44, 84) if roomy else (28, 40, 72)
        side = theme.px(28)
        line = self.height() - theme.px(12 + foot)
        top = (line - theme.px(name * 4 / 3 + small * 1.4)) // 2
        letter = QRect(side, top, self.width() - 2 * side, theme.px(name * 4 / 3))
        taken = draw_words(painter, theme, letter, Piece(self.line.letter, 40, True, "primary"), RIGHT)
        self._icon(painter, 28, (line / theme.scale - icon) / 2, icon)
        left = side + theme.px(icon + 24)
        rect = QRect(left, 0, self.width() - left - side - taken - theme.px(8), line)
        self._paint_name(painter, rect, name, small)
        painter.fillRect(side, line, self.width() - 2 * side, theme.strong, theme.colour("line"))
        self._paint_foot(painter, QRect(side, line, self.width() - 2 * side, theme.px(foot + 8)), body, figure)

    def _paint_name(self, painter: QPainter, rect: QRect, px: float, small: float) -> None:
        theme, words = self.theme, self._words
        middle = rect.top() + rect.height() // 2
        second = self.line.examples if words.chinese else self.line.name
        if not words.chinese:
            px *= 0.75
        name = Piece(words.line(self.line), px, True)
        if words.chinese and len(name.text) <= 6:
            rect.setHeight(theme.px(px * 4 / 3))
            if self._shape == "wide":
                rect.moveTop((middle * 2 - rect.height() - theme.px(small * 1.4)) // 2)
            draw_words(painter, theme, rect, name, LEFT, smallest=px * 0.6)
            height = rect.height()
        else:
            rows = len(lines_of(theme, name, rect.width()))
            if self._shape == "wide":
                rect.moveTop((middle * 2 - rows * theme.px(px * 1.2) - theme.px(small * 1.4)) // 2)
            height = draw_wrapped(painter, theme, rect, name, px * 1.2)
        if theme.scale < 0.5:
            return  # letters of less than 12 px tell nobody anything
        rest = QRect(rect.left(), rect.top() + height, self.width() - rect.left() - theme.px(28), theme.px(small * 1.4))
        draw_words(painter, theme, rest, Piece(second, small, False, "ink2"), LEFT, smallest=small * 0.85)

    def _paint_foot(self, painter: QPainter, rect: QRect, body: float, figure: float) -> None:
        left, right = self._figures(body, figure)
        draw_mixed(painter, self.theme, rect, left)
        draw_mixed(painter, self.theme, rect, right, right=True)

    def _paint_row(self, painter: QPainter) -> None:
        if self.width() < self.theme.px(800):
            self._paint_short_row(painter)
            return
        theme, half = self.theme, self.height() // 2
        side = theme.px(36)
        self._icon(painter, 36, (self.height() / theme.scale - 80) / 2, 80)
        right = self.width() - side
        letter = QRect(right - theme.px(64), 0, theme.px(64), self.height())
        draw_words(painter, theme, letter, Piece(self.line.letter, 48, True, "primary"), RIGHT)
        counts = QRect(right - theme.px(64 + 340), theme.px(10), theme.px(340 - 24), half - theme.px(10))
        waiting, minutes = self._figures(36, 44)
        draw_mixed(painter, theme, counts, waiting, right=True)
        draw_mixed(painter, theme, counts.translated(0, half - theme.px(10)), minutes, right=True)
        left = side + theme.px(80 + 36)
        name = QRect(left, 0, counts.left() - left, self.height())
        piece = Piece(self._words.line(self.line), 64 if self._words.chinese else 48, True)
        rows = lines_of(theme, piece, name.width())
        if len(rows) == 1 or self._words.chinese:
            draw_words(painter, theme, name, piece, LEFT, smallest=40)
        else:
            line = piece.px * 1.2
            name.setTop((self.height() - len(rows) * theme.px(line)) // 2)
            draw_wrapped(painter, theme, name, piece, line)

    def _paint_short_row(self, painter: QPainter) -> None:
        theme, side = self.theme, self.theme.px(28)
        self._icon(painter, 28, (self.height() / theme.scale - 80) / 2, 80)
        left = side + theme.px(80 + 28)
        upper = QRect(left, theme.px(10), self.width() - left - side, theme.px(80))
        letter = Piece(self.line.letter, 48, True, "primary")
        taken = draw_words(painter, theme, upper, letter, RIGHT)
        name = Piece(self._words.line(self.line), 60 if self._words.chinese else 48, True)
        draw_words(painter, theme, upper.adjusted(0, 0, -taken - theme.px(16), 0), name, LEFT, smallest=32)
        lower = QRect(left, upper.bottom(), upper.width(), self.height() - upper.bottom() - theme.px(8))
        waiting, minutes = self._figures(32, 40)
        draw_mixed(painter, theme, lower, waiting)
        draw_mixed(painter, theme, lower, minutes, right=True)

    def _paint_tall(self, painter: QPainter) -> None:
        theme = self.theme
        side = theme.px(28)
        self._icon(painter, 24, 24, 68)
        letter = QRect(side, theme.px(24), self.width() - 2 * side, theme.px(56))
        draw_words(painter, theme, letter, Piece(self.line.letter, 40, True, "primary"), RIGHT)
        self._paint_name(painter, QRect(side, theme.px(98), self.width() - 2 * side, 0), 44, 24)
        waiting, minutes = self._figures(26, 36)
        foot = theme.px(104)
        line = self.height() - theme.px(16) - foot
        painter.fillRect(side, line, self.width() - 2 * side, theme.strong, theme.colour("line"))
        rows = QRect(side, line + theme.px(6), self.width() - 2 * side, foot // 2)
        draw_mixed(painter, theme, rows, waiting)
        draw_mixed(painter, theme, rows.translated(0, foot // 2 - theme.px(4)), minutes)
