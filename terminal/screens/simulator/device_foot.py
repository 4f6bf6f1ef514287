"""The line under a simulated device: its lamp, a word of how it is, and where it is plugged in."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.lamp import draw_lamp
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width


class DeviceFoot(QWidget):
    """One line of 40; where room is short, the port goes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lamp = self._words = self._port = ""
        self.setFixedHeight(theme.px(48 if theme.contrast else 40))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, lamp: str, words: str, port: str) -> None:
        """Its lamp (up, waiting, trouble, unknown), a few words, and its port."""
        self._lamp, self._words, self._port = lamp, words, port
        self.setAccessibleName(words)
        self.update()

    @property
    def words(self) -> tuple[str, str]:
        """The lamp's state, and the words beside it."""
        return self._lamp, self._words

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        size = theme.px(14 if theme.contrast else 12)
        draw_lamp(painter, theme, QRectF(theme.px(4), (self.height() - size) / 2, size, size), self._lamp)
        left = theme.px(4) + size + theme.px(8)
        token: Token = "trouble" if self._lamp == "trouble" else "ink"
        rect = QRect(left, 0, self.width() - left - theme.px(4), self.height())
        taken = text_width(self._words, theme.font("body", self._lamp == "trouble")) + theme.px(16)
        if taken + text_width(self._port, theme.font("note")) <= rect.width():
            draw_text(painter, theme, rect, self._port, "note", "ink3", align=RIGHT)
        draw_text(painter, theme, rect, self._words, "body", token, bold=self._lamp == "trouble")
