"""The card reader itself, drawn with few strokes: a plate that a card lies on or not, a lamp, and how it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.lamp import draw_lamp
from terminal.screens.widgets.painting import CENTRE, RIGHT, box, draw_text, text_width

WIDTH, HEIGHT = 86, 54  # of a card, in its true proportion


class CardReaderBody(QWidget):
    """96 high: the plate at the left, words at the right. A click on the card lifts it."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lamp, self._title, self._note, self._port, self._card = "up", "", "", "", ""
        self.setFixedHeight(theme.px(112 if theme.contrast else 96))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, lamp: str, title: str, note: str, port: str, card: str) -> None:
        """Its lamp, one sentence, one line, where it is plugged in, and whose card lies there ("" for none)."""
        if (lamp, title, note, port, card) == (self._lamp, self._title, self._note, self._port, self._card):
            return  # it tells of every look for a card
        self._lamp, self._title, self._note, self._port, self._card = lamp, title, note, port, card
        self.setAccessibleName(f"{title} {note} {card}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor if card else Qt.CursorShape.ArrowCursor)
        self.update()

    @property
    def words(self) -> tuple[str, str]:
        """Sentence and line."""
        return self._title, self._note

    @property
    def lamp(self) -> str:
        """The lamp's state."""
        return self._lamp

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(328), self.height())

    def plate(self) -> QRectF:
        """Where a card lies."""
        theme = self._theme
        wide, tall = theme.px(WIDTH), theme.px(HEIGHT)
        return QRectF(theme.px(16), (self.height() - tall) / 2, wide, tall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        half = theme.strong / 2
        case = QRectF(self.rect()).adjusted(half, half, -half, -half)
        box(painter, case, theme.px(8), "surface", "edge", theme.strong, theme)
        self._paint_plate(painter)
        left = round(self.plate().right()) + theme.px(16)
        self._paint_words(painter, QRect(left, 0, self.width() - left - theme.px(12), self.height()))

    def _paint_plate(self, painter: QPainter) -> None:
        theme, plate = self._theme, self.plate()
        if not self._card:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(theme.colour("sunk"))
            painter.setPen(QPen(theme.colour("edge"), theme.border, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(plate, theme.radius, theme.radius)
            words = QCoreApplication.translate("CardReader", "no card")
            draw_text(painter, theme, plate.toRect(), words, "note", "ink3", align=CENTRE)
            return
        box(painter, plate, theme.radius, "tint", "primary", theme.strong, theme)
        inner = plate.adjusted(theme.px(8), theme.px(8), -theme.px(8), -theme.px(8))
        side = theme.px(18)
        picture = QRectF(inner.right() - side, inner.top(), side, side * 1.24)
        box(painter, picture, theme.px(2), "tint-line", None, 0, theme)
        painter.setPen(QPen(theme.colour("primary"), theme.strong))
        for row in (3.0, 4.2):  # what is printed under the picture, as strokes
            y = inner.top() + theme.px(8) * row
            painter.drawLine(QPointF(inner.left(), y), QPointF(inner.left() + theme.px(40 if row < 4 else 66), y))
        room = QRect(round(inner.left()), round(inner.top()) - theme.px(2), round(inner.width()) - side, theme.px(20))
        draw_text(painter, theme, room, self._card, "note", "primary", bold=True)

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        theme = self._theme
        first, second = theme.type("body").line, theme.type("note").line
        top = rect.top() + (rect.height() - first - 2 * second) // 2
        size = theme.px(14)
        draw_lamp(painter, theme, QRectF(rect.left(), top + (first - size) / 2, size, size), self._lamp)
        token: Token = "trouble" if self._lamp == "trouble" else "ink"
        words = QRect(rect.left() + size + theme.px(8), top, rect.width() - size - theme.px(8), first)
        draw_text(painter, theme, words, self._title, "body", token, bold=True)
        below = QRect(words.left(), top + first, words.width(), second)
        draw_text(painter, theme, below, self._note, "note", "ink2")
        port = min(rect.width(), text_width(self._port, theme.font("note")) + 1)
        place = QRect(rect.right() - port, top + first + second, port, second)
        draw_text(painter, theme, place, self._port, "note", "ink3", align=RIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._card and self.plate().contains(event.position()):
            self.pressed.emit()
