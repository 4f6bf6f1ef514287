"""The newest call: light on the dark board, so that it is found at once from the last row of chairs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.office.views import BoardCall
from terminal.screens.board.frame import PLATE, SIDE
from terminal.screens.board.texts import field_name
from terminal.screens.theme import LIGHT, Theme
from terminal.screens.widgets.letters import Piece, draw_words, letters
from terminal.screens.widgets.painting import CENTRE, LEFT, draw_number, text_width

BLINKS: Final = 3
FULL_MS: Final = 600
DIM_MS: Final = 400
DIM: Final = 0.35
STILL_BORDER_MS: Final = 6000  # instead of blinking, where nothing may move


class Slab(QWidget):
    """One call in the largest letters there are; ``announce`` blinks its number and plate three times at 1 Hz."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dark = theme
        # The slab keeps the light look whatever the board's: that contrast is what makes it the newest.
        self._theme = theme if theme.contrast else LIGHT.scaled(theme.scale)
        self.call: BoardCall | None = None
        self._left = 0
        self._dim = False
        self._border = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)

    def show_call(self, call: BoardCall | None) -> None:
        """Show a call without a stir, or that there is none."""
        if call is None or self.call is None or call.ticket != self.call.ticket:
            self._still()
        self.call = call
        self.setAccessibleName(f"{call.number} {call.counter}" if call else "")
        self.update()

    def announce(self, call: BoardCall) -> None:
        """Show a new call and draw eyes to it."""
        self.show_call(call)
        self._still()
        if self._theme.contrast:
            self._border = True
            self._timer.start(STILL_BORDER_MS)
        else:
            self._left = BLINKS
            self._timer.start(FULL_MS)
        self.update()

    @property
    def blinking(self) -> bool:
        """Whether it still draws eyes."""
        return self._timer.isActive()

    def _still(self) -> None:
        self._timer.stop()
        self._dim = self._border = False
        self._left = 0

    def _step(self) -> None:
        if self._left == 0:
            self._still()
        elif self._dim:
            self._dim = False
            self._left -= 1
            if self._left:
                self._timer.start(FULL_MS)
        else:
            self._dim = True
            self._timer.start(DIM_MS)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.call is None:
            self._paint_none(painter)
        else:
            self._paint_call(painter, self.call)

    def _paint_none(self, painter: QPainter) -> None:
        theme = self._dark
        painter.fillRect(self.rect(), theme.colour("surface"))
        words = Piece(self.tr("Nobody called yet"), 64, False, "ink2")
        rect = self.rect().adjusted(theme.px(SIDE), 0, -theme.px(SIDE), 0)
        draw_words(painter, theme, rect, words, LEFT, smallest=40)

    def _paint_call(self, painter: QPainter, call: BoardCall) -> None:
        theme = self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        plate = QRect(self.width() - theme.px(PLATE), 0, theme.px(PLATE), self.height())
        painter.fillRect(plate, theme.colour("primary"))
        opacity = DIM if self._dim else 1.0
        painter.setOpacity(opacity)
        number = QRect(theme.px(SIDE), 0, plate.left() - theme.px(SIDE), self.height())
        width = draw_number(painter, theme, number, call.number, "board-slab", "ink")
        painter.setOpacity(opacity)
        draw_words(painter, theme, plate, Piece(str(call.counter), 176, True, "on-primary"), CENTRE, smallest=120)
        painter.setOpacity(1.0)
        left = number.left() + width + theme.px(40)
        self._paint_words(painter, call, left, plate.left())
        if self._border:
            edge = theme.px(8)
            for side in (
                QRect(0, 0, self.width(), edge),
                QRect(0, self.height() - edge, self.width(), edge),
                QRect(0, 0, edge, self.height()),
            ):
                painter.fillRect(side, theme.colour("primary"))

    def _paint_words(self, painter: QPainter, call: BoardCall, left: int, right: int) -> None:
        theme = self._theme
        arrow = theme.px(112)
        field = Piece(field_name(call.line_name, call.line_name_en), 40)
        needed = text_width(field.text, letters(theme, 28))
        room = right - left - theme.px(40)
        if room >= arrow + needed + theme.px(40):
            picture = theme.icon("arrow-right", 112, "primary", self.devicePixelRatioF())
            painter.drawPixmap(QPoint(right - theme.px(40) - arrow, (self.height() - arrow) // 2), picture)
            room -= arrow + theme.px(40)
        if room >= theme.px(120):
            draw_words(painter, theme, QRect(left, 0, room, self.height()), field, LEFT, smallest=26)
