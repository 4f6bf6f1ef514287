"""The old page fades out over the new one, which is live from its first frame."""

from __future__ import annotations

from PySide6.QtCore import Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from terminal.screens.tokens import MOVE_MS


class Fade(QWidget):
    """A picture of what was, growing transparent; it lets every touch through."""

    finished = Signal(object)

    def __init__(self, before: QPixmap, parent: QWidget, milliseconds: int = MOVE_MS) -> None:
        super().__init__(parent)
        self._before = before
        self._left = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(parent.rect())
        motion = QVariantAnimation(self)
        motion.setStartValue(1.0)
        motion.setEndValue(0.0)
        motion.setDuration(milliseconds)
        motion.valueChanged.connect(self._step)
        motion.finished.connect(lambda: self.finished.emit(self))
        motion.start()
        self.show()

    def _step(self, left: float) -> None:
        self._left = left
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._left)
        painter.drawPixmap(self.rect(), self._before)
