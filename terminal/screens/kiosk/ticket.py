"""The ticket on the screen: painted as one path with its two notches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import segno
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from terminal.office.views import Issued
from terminal.rules.waiting import rounded
from terminal.screens.kiosk.words import Words
from terminal.screens.theme import Theme
from terminal.screens.tokens import RADIUS_KIOSK
from terminal.screens.widgets.letters import Piece, draw_mixed, draw_words, fitted, mixed
from terminal.screens.widgets.painting import LEFT, RIGHT

NOTCH: Final = 568
NOTCH_RADIUS: Final = 24
SIDE: Final = 48
QUIET: Final = 2  # modules of white around a QR code, on white or nearly white


@dataclass(frozen=True, slots=True)
class Taken:
    """A number the database holds. ``details`` is None when it could not be read again: the number still counts."""

    id: int
    number: str
    field: str
    at: datetime
    details: Issued | None


class TicketCard(QWidget):
    """The ticket, 968 × 832; without a number it says that one is being taken, and guesses nothing."""

    def __init__(self, theme: Theme, words: Words, taken: Taken | None, icon: str, field: str, title: str) -> None:
        super().__init__()
        self.theme, self._words, self._taken = theme, words, taken
        self._icon, self._field, self._title = icon, field, title
        self.setAccessibleName(taken.number if taken else words.translate("Kiosk", "Taking a number…"))

    def _shape(self) -> QPainterPath:
        theme, half = self.theme, self.theme.strong / 2
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        sheet = QPainterPath()
        sheet.addRoundedRect(rect, theme.px(RADIUS_KIOSK), theme.px(RADIUS_KIOSK))
        radius, y = theme.px(NOTCH_RADIUS), theme.px(NOTCH)
        notches = QPainterPath()
        for x in (0.0, float(self.width())):
            notches.addEllipse(QPointF(x, y), radius, radius)
        return sheet.subtracted(notches)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), theme.strong))
        painter.setBrush(theme.colour("surface"))
        painter.drawPath(self._shape())
        pen = QPen(theme.colour("edge"), theme.px(2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawLine(theme.px(40), theme.px(NOTCH), self.width() - theme.px(40), theme.px(NOTCH))
        self._paint_top(painter)
        self._paint_number(painter)
        self._paint_field(painter)
        if self._taken is not None:
            self._paint_ahead(painter)
            self._paint_minutes(painter)
            line = self._area(482, NOTCH + 40, 2, 176)
            painter.fillRect(line, theme.colour("line"))

    def _area(self, x: float, y: float, width: float, height: float) -> QRect:
        theme = self.theme
        return QRect(theme.px(x), theme.px(y), theme.px(width), theme.px(height))

    def _inside(self, y: float, height: float) -> QRect:
        side = self.theme.px(SIDE)
        return QRect(side, self.theme.px(y), self.width() - 2 * side, self.theme.px(height))

    @property
    def _label(self) -> float:
        return 44 if self.theme.contrast else 40

    def _paint_top(self, painter: QPainter) -> None:
        theme, translate, taken = self.theme, self._words.translate, self._taken
        rect = self._inside(40, 60)
        if taken is None:
            draw_words(painter, theme, rect, Piece(translate("Kiosk", "Your number"), self._label, False, "ink2"))
            return
        booked = taken.details is not None and taken.details.booked_for is not None
        at = translate("Kiosk", "checked in {time}") if booked else translate("Kiosk", "taken {time}")
        at = at.format(time=f"{taken.at:%H:%M}")
        width = draw_words(painter, theme, rect, Piece(at, 32, False, "ink2"), RIGHT)
        label = translate("Kiosk", "Your number")
        priority = taken.details.priority_label if taken.details else ""
        if priority:
            label = translate("Kiosk", "Your number ({priority}, ahead)").format(priority=priority)
        rect.setRight(rect.right() - width - theme.px(24))
        draw_words(painter, theme, rect, Piece(label, self._label, False, "ink2"), LEFT, smallest=28)

    def _paint_number(self, painter: QPainter) -> None:
        theme = self.theme
        if self._taken is None:
            text = Piece(self._words.translate("Kiosk", "Taking a number…"), 112, True, "primary")
            draw_words(painter, theme, self._inside(216, 160), text, LEFT, smallest=56)
            return
        room = self._inside(0, 100).width()
        font = fitted(theme, self._taken.number, 352, True, room, 160)
        bearing = QFontMetrics(font).leftBearing(self._taken.number[0])
        painter.setFont(font)
        painter.setPen(theme.colour("primary"))
        painter.drawText(QPointF(theme.px(SIDE) - bearing, theme.px(434)), self._taken.number)

    def _paint_field(self, painter: QPainter) -> None:
        theme, rect = self.theme, self._inside(472, 60)
        picture = theme.icon(self._icon, 56, "primary", self.devicePixelRatioF())
        painter.drawPixmap(rect.left(), rect.center().y() - theme.px(28), picture)
        rect.setLeft(rect.left() + theme.px(56 + 16))
        width = draw_words(painter, theme, rect, Piece(self._field, 40, True), LEFT, smallest=32)
        rect.setLeft(rect.left() + width + theme.px(20))
        if self._title and self._title != self._field:
            draw_words(painter, theme, rect, Piece(self._title, 40), LEFT, smallest=28)

    def _paint_half(self, painter: QPainter, x: float, label: str, pieces: list[Piece]) -> None:
        theme = self.theme
        text = Piece(label, 36, False, "ink2")
        draw_words(painter, theme, self._area(x, NOTCH + 40, 410, 52), text, LEFT, smallest=28)
        draw_mixed(painter, theme, self._area(x, NOTCH + 92, 410, 136), pieces)

    def _paint_ahead(self, painter: QPainter) -> None:
        translate, details = self._words.translate, self._taken.details if self._taken else None
        ahead = str(details.ahead) if details else "–"
        pieces = mixed(translate("Kiosk", "{value} people"), ahead, 40, 112)
        if details and details.ahead == 1:
            pieces = mixed(translate("Kiosk", "{value} person"), ahead, 40, 112)
        self._paint_half(painter, SIDE, translate("Kiosk", "Before you"), pieces)

    def _paint_minutes(self, painter: QPainter) -> None:
        translate, details = self._words.translate, self._taken.details if self._taken else None
        if details is not None and details.booked_for is not None:
            time = [Piece(f"{details.booked_for:%H:%M}", 112, True)]
            self._paint_half(painter, 526, translate("Kiosk", "Appointment at"), time)
            return
        if details is not None and details.wait_minutes == 0:
            soon = [Piece(translate("Kiosk", "Called at once"), 64 if self._words.chinese else 48, True, "ok-text")]
            self._paint_half(painter, 526, translate("Kiosk", "Nobody before you"), soon)
            return
        minutes = str(rounded(details.wait_minutes)) if details else "–"
        pieces = mixed(translate("Kiosk", "{value} minutes"), minutes, 40, 112)
        self._paint_half(painter, 526, translate("Kiosk", "Wait about"), pieces)


class QrCode(QWidget):
    """A code as a QR picture; always dark on white, so that every reader sees it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix]
        self.setAccessibleName(text)

    def side(self, about: int) -> int:
        """The side nearest to ``about`` real pixels with whole pixels to a module: blurred ones read badly."""
        modules = len(self._rows) + 2 * QUIET
        return max(1, round(about / modules)) * modules

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        unit = self.width() // (len(self._rows) + 2 * QUIET)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows, QUIET):
            for x, dark in enumerate(row, QUIET):
                if dark:
                    painter.fillRect(x * unit, y * unit, unit, unit, Qt.GlobalColor.black)
