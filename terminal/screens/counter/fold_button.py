"""The way into the bar and back: F12."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.painting import draw_key_cap, draw_text


class FoldButton(KeyButton):
    """收成小条 F12: a row rather than a box, 48 high; ``narrow`` shows the icon alone, that wide."""

    def __init__(
        self, theme: Theme, text: str, icon: str = "panel-top-close", *, narrow: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, "F12", kind="link", icon=icon, parent=parent)
        self._narrow = bool(narrow)
        self.setFixedHeight(theme.target(48))
        if narrow:
            self.setToolTip(f"{text} F12")
            self.setFixedWidth(theme.px(narrow))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), theme.colour("tint"))
        icon = theme.icon(self._icon, 20, "ink2", self.devicePixelRatioF())
        left = (self.width() - theme.px(20)) // 2 if self._narrow else theme.px(24)
        painter.drawPixmap(QPoint(left, (self.height() - theme.px(20)) // 2), icon)
        if self._narrow:
            return
        area = self.rect().adjusted(left + theme.px(32), 0, -theme.px(24), 0)
        draw_text(painter, theme, area, self.text(), "body")
        right = self.rect().center()
        right.setX(self.width() - theme.px(24))
        draw_key_cap(painter, theme, right.toPointF(), "F12", fill="surface")
