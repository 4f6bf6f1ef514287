"""Hairlines: columns and rows meet at lines, nothing floats."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token


class _Line(QWidget):
    def __init__(self, theme: Theme, token: Token, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._colour = theme.colour(token)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._colour)


class HLine(_Line):
    """A horizontal hairline."""

    def __init__(self, theme: Theme, token: Token = "line", parent: QWidget | None = None) -> None:
        super().__init__(theme, token, parent)
        self.setFixedHeight(theme.border)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class VLine(_Line):
    """A vertical hairline; ``length`` fixes it (a separator), 0 lets it run the height of its layout."""

    def __init__(self, theme: Theme, token: Token = "line", length: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(theme, token, parent)
        self.setFixedWidth(theme.border)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        if length:
            self.setFixedHeight(theme.px(length))
