"""The line under the outcome that says how a case will go on, and the key that changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QWidget

from terminal.screens.counter.decided import Way
from terminal.screens.counter.head import Head
from terminal.screens.counter.way_words import summed_up
from terminal.screens.theme import Theme

KEY = "Alt+5"  # beside the four outcomes


class WayLine(Head):
    """A click or its key asks to change it (``asked``)."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("How it goes on"), self.tr("change"), KEY, parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._shortcut = QShortcut(QKeySequence(KEY), self)
        self._shortcut.activated.connect(self.asked)

    def show_way(self, way: Way, *, live: bool) -> None:
        """Say it; ``live``: a case comes of it."""
        words = summed_up(way)
        self.set_parts([(words, "ink2", False)])
        self.setAccessibleName(words)
        self.setVisible(live)
        self._shortcut.setEnabled(live)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit()
