"""The calls before the newest: one row for each window, moving down as new ones come."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QPoint, QRect, QRectF, QVariantAnimation
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.office.views import BoardCall
from terminal.screens.board.frame import PLATE, SIDE
from terminal.screens.board.texts import field_name
from terminal.screens.theme import Theme
from terminal.screens.widgets.letters import Piece, draw_words, letters
from terminal.screens.widgets.painting import CENTRE, LEFT, box

MOVE_MS: Final = 240
FEW: Final = 4
MANY: Final = 6


class CallRows(QWidget):
    """Four rows, or six smaller ones when more windows call; numbers never under 80 of the design's pixels."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._calls: list[BoardCall] = []
        self._from: dict[int, float] = {}  # where a window's row stood before, in rows
        self._share = 1.0
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(MOVE_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._moved)

    @property
    def calls(self) -> list[BoardCall]:
        """The rows, newest first."""
        return self._calls

    def show_calls(self, calls: list[BoardCall]) -> None:
        """Show these rows; those that change their place move there."""
        calls = calls[:MANY]
        before = {call.counter: float(place) for place, call in enumerate(self._calls)}
        self._from = {call.counter: before.get(call.counter, -1.0) for call in calls}
        moved = any(self._from[call.counter] != place for place, call in enumerate(calls))
        fresh = not self._calls
        self._calls = list(calls)
        self.setAccessibleName(", ".join(f"{call.number} {call.counter}" for call in calls))
        if moved and not fresh and self.isVisible() and not self._theme.contrast:
            self._motion.start()
        self.update()

    def _moved(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        count = FEW if len(self._calls) <= FEW else MANY
        height = self.height() / count
        moving = self._motion.state() is QVariantAnimation.State.Running
        for place, call in enumerate(self._calls):
            start = self._from.get(call.counter, float(place)) if moving else float(place)
            top = (start + (place - start) * self._share) * height if moving else place * height
            self._paint_row(painter, QRect(0, round(top), self.width(), round(height)), call, count == MANY)
        for place in range(1, min(count, len(self._calls) + 1)):
            y, line = round(place * height), theme.px(2)
            painter.fillRect(theme.px(SIDE), y - line // 2, self.width() - theme.px(SIDE), line, theme.colour("line"))

    def _paint_row(self, painter: QPainter, rect: QRect, call: BoardCall, many: bool) -> None:
        theme = self._theme
        number = QRect(rect.left() + theme.px(SIDE), rect.top(), theme.px(360), rect.height())
        digits = Piece(call.number, 80 if many else 96, True)
        bearing = QFontMetrics(letters(theme, digits.px, True)).leftBearing(call.number[0])
        draw_words(painter, theme, number.translated(-bearing, 0), digits, LEFT, smallest=80)
        plate_height = min(theme.px(104), rect.height() - theme.px(18))
        middle = rect.right() + 1 - theme.px(PLATE) // 2
        plate = QRectF(0, 0, theme.px(144), plate_height)
        plate.moveCenter(QRectF(rect).center())
        plate.moveLeft(middle - theme.px(72))
        box(painter, plate, theme.px(8), "primary", None, 0, theme)
        digit = Piece(str(call.counter), 72 if not many else 56, True, "on-primary")
        draw_words(painter, theme, plate.toRect(), digit, CENTRE)
        arrow = theme.px(64)
        right = middle - theme.px(124)
        left = number.right() + theme.px(8)
        if right - left >= arrow + theme.px(160):
            picture = theme.icon("arrow-right", 64, "ink3", self.devicePixelRatioF())
            painter.drawPixmap(QPoint(right - arrow, rect.top() + (rect.height() - arrow) // 2), picture)
            right -= arrow + theme.px(24)
        if right - left < theme.px(100):
            return
        field = Piece(field_name(call.line_name, call.line_name_en), 32 if many else 36, False, "ink2")
        words = QRect(left, rect.top(), right - left, rect.height())
        draw_words(painter, theme, words, field, LEFT, smallest=26)
