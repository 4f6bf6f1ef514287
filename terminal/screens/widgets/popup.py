"""A small sheet over the page, under what was pressed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from terminal.screens.theme import Theme


class Popup(QFrame):
    """A press beside it or Escape closes it; then it deletes itself. What stands on it is its subclass's."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme

    def open_at(self, point: QPoint) -> None:
        """Show it under a point of the screen, or where it fits, its first field in focus."""
        room = (QGuiApplication.screenAt(point) or self.screen()).availableGeometry()
        x = max(room.left(), min(point.x(), room.right() - self.width()))
        y = max(room.top(), min(point.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.take_focus()

    def take_focus(self) -> None:
        """To what is to be done first."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, border = QPainter(self), self._theme.border
        painter.fillRect(self.rect(), self._theme.colour("edge"))
        painter.fillRect(self.rect().adjusted(border, border, -border, -border), self._theme.colour("surface"))
