"""A new person on the sheet fades in."""

from __future__ import annotations

from PySide6.QtCore import Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import FADE_MS


class Fade(QWidget):
    """Lies over ``target`` for 120 ms, paler by the frame; keys and clicks go through it from the first one."""

    def __init__(self, theme: Theme, target: QWidget) -> None:
        super().__init__(target)
        self._theme, self._target = theme, target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._motion = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=theme.duration(FADE_MS))
        self._motion.valueChanged.connect(lambda _: self.update())
        self._motion.finished.connect(self.hide)
        self.hide()

    def start(self) -> None:
        """Fade now; nothing at all where nothing moves."""
        if self._motion.duration() and self._target.isVisible():
            self.setGeometry(self._target.rect())
            self.raise_()
            self.show()
            self._motion.stop()
            self._motion.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(float(self._motion.currentValue() or 0.0))
        painter.fillRect(self.rect(), self._theme.colour("surface"))
