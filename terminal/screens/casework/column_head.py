"""The head of a column: a bold word, and what it counts at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, draw_text


class ColumnHead(QWidget):
    """48 high; ``side`` is its margin in the design's pixels."""

    def __init__(self, theme: Theme, side: int = tokens.SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._side = theme, theme.px(side)
        self._word = self._said = ""
        self._token: Token = "ink2"
        self.setFixedHeight(theme.px(56 if theme.contrast else 48))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def said(self) -> str:
        """What stands at the right."""
        return self._said

    def set_words(self, word: str, said: str = "", token: Token = "ink2") -> None:
        """The word, and what it counts."""
        self._word, self._said, self._token = word, said, token
        self.setAccessibleName(f"{word} {said}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        rect = self.rect().adjusted(self._side, 0, -self._side, 0)
        took = draw_text(painter, theme, rect, self._word, "body", bold=True) + theme.px(16)
        room = QRect(rect.left() + took, 0, rect.width() - took, rect.height())
        if room.width() > theme.px(24):
            draw_text(painter, theme, room, self._said, "body", self._token, align=RIGHT)
