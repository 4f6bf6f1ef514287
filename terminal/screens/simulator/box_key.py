"""One key of the call box on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import CENTRE, box, draw_text


class BoxKey(QAbstractButton):
    """Presses as a real key does: going down, not on release (``pressed``). ``main`` is filled, as the call key is."""

    def __init__(self, theme: Theme, *, main: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._main = theme, main
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        fill, border, ink = self._tokens()
        box(painter, QRectF(self.rect()), theme.radius, fill, border, theme.border, theme)
        if self.hasFocus():
            box(painter, QRectF(self.rect()), theme.radius, None, "focus", theme.strong + theme.border, theme)
        draw_text(painter, theme, self.rect(), self.text(), "body", ink, bold=True, align=CENTRE)

    def _tokens(self) -> tuple[Token, Token, Token]:
        if not self.isEnabled():
            return "sunk", "line", "off"
        if self.isDown():
            return "primary-press", "primary-press", "on-primary"
        if self._main:
            return ("primary-hover" if self.underMouse() else "primary"), "primary", "on-primary"
        return ("tint" if self.underMouse() else "surface"), "edge", "ink"
