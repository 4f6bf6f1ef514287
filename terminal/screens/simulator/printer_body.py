"""The printer itself, drawn with few strokes: a slot, a lamp, and what ails it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.lamp import draw_lamp
from terminal.screens.widgets.painting import RIGHT, box, draw_text, text_width


class PrinterBody(QWidget):
    """As high as two lines; its slot is the upper edge, so that paper comes out of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = self._note = self._port = ""
        self._lamp = "up"
        self.setFixedHeight(theme.px(108 if theme.contrast else 88))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, lamp: str, title: str, note: str, port: str) -> None:
        """Its lamp (up, waiting, trouble, unknown), one sentence, one line, and where it is plugged in."""
        self._lamp, self._title, self._note, self._port = lamp, title, note, port
        self.setAccessibleName(f"{title} {note}".strip())
        self.update()

    @property
    def lamp(self) -> str:
        """The lamp's state."""
        return self._lamp

    @property
    def words(self) -> tuple[str, str]:
        """Sentence and line."""
        return self._title, self._note

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunk"))
        side = theme.px(16)
        lip = theme.px(12)
        case = QRectF(side, 0, self.width() - 2 * side, self.height() + theme.px(8))
        box(painter, case, theme.px(8), "surface", "edge", theme.strong, theme)
        dark: Token = "paper" if theme.name == "dark" else "ink"  # a hole is dark in every theme
        slot = QRectF(side + theme.px(8), 0, self.width() - 2 * side - theme.px(16), lip)
        box(painter, slot, lip / 2, dark, None, 0, theme)
        painter.fillRect(slot.adjusted(0, 0, 0, -lip / 2), theme.colour(dark))
        self._paint_words(painter, QRect(2 * side, lip, self.width() - 4 * side, self.height() - lip))

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        theme = self._theme
        first, second = theme.type("body").line, theme.type("note").line
        both = first + (second if self._note else 0)
        top = rect.top() + (rect.height() - both) // 2
        size = theme.px(16)
        left = rect.left() + theme.px(8)
        draw_lamp(painter, theme, QRectF(left, top + (first - size) / 2, size, size), self._lamp)
        left += size + theme.px(12)
        port = text_width(self._port, theme.font("note"))
        token: Token = "trouble" if self._lamp == "trouble" else "ink"
        room = rect.right() - left - port - theme.px(16)
        draw_text(painter, theme, QRect(left, top, room, first), self._title, "body", token, bold=True)
        draw_text(painter, theme, QRect(left, top + first, rect.right() - left, second), self._note, "note", "ink2")
        place = QRect(rect.right() - port - theme.px(8), top, port + 1, first)
        draw_text(painter, theme, place, self._port, "note", "ink3", align=RIGHT)
