"""The field one types a few letters into."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme


class SearchBox(QLineEdit):
    """A line to type in, 40 high, that hands the keys of a result list on: arrows, Enter, Escape.

    ``searched`` tells each new text, stripped; ``stepped`` tells −1 or +1; ``accepted`` Enter; ``left`` Escape.
    """

    searched = Signal(str)
    stepped = Signal(int)
    accepted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(hint)
        self.setFixedHeight(theme.target(tokens.BUTTON))
        self.setTextMargins(theme.px(28), 0, 0, 0)
        self.textChanged.connect(lambda text: self.searched.emit(text.strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._theme.px(20)
        picture = self._theme.icon("search", 20, "ink2" if self.isEnabled() else "off", self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(QPoint(self._theme.px(10), (self.height() - size) // 2), picture)
