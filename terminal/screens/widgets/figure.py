"""A figure: a big number over (or beside) its words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Role, Token
from terminal.screens.widgets.painting import draw_text, text_width


class Figure(QWidget):
    """A number in ``figure`` over a label in ``note``."""

    def __init__(
        self, theme: Theme, label: str, number: str = "–", role: Role = "figure", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._label, self._number, self._role = theme, label, number, role
        self._token: Token = "ink"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.sizeHint().height())

    @property
    def number(self) -> str:
        """The number as written."""
        return self._number

    def set_number(self, number: str, token: Token = "ink") -> None:
        """Show another number."""
        self._number, self._token = number, token
        self.setAccessibleName(f"{self._label} {number}")
        self.update()

    def sizeHint(self) -> QSize:
        width = max(
            text_width(self._number, self._theme.font(self._role)), text_width(self._label, self._theme.font("note"))
        )
        return QSize(width, self._theme.type(self._role).line + self._theme.type("note").line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        line, note = theme.type(self._role).line, theme.type("note").line
        draw_text(painter, theme, QRect(0, 0, self.width(), line), self._number, self._role, self._token)
        draw_text(painter, theme, QRect(0, line, self.width(), note), self._label, "note", "ink2")
