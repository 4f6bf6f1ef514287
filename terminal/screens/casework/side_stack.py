"""The column at the right of a page: what stands there, or the one form that is open in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from terminal.screens.theme import Theme


class SideStack(QWidget):
    """``changed`` tells that a form was opened or closed."""

    changed = Signal()

    def __init__(self, theme: Theme, usual: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.usual = usual
        self.form: QWidget | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(usual)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.border, 0, 0, 0)
        layout.addWidget(self._stack)

    def open_form(self, form: QWidget) -> None:
        """Put a form in its place; one that was open goes."""
        self._drop()
        self.form = form
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self.changed.emit()

    def close_form(self) -> None:
        """Back to what usually stands here."""
        self._drop()
        self._stack.setCurrentWidget(self.usual)
        self.changed.emit()

    def _drop(self) -> None:
        if self.form is not None:
            self._stack.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, 0, theme.border, self.height(), theme.colour("line"))
