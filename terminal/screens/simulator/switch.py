"""A small switch: a box that is ticked or not, and its word."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import box, draw_text, text_width


class Switch(QAbstractButton):
    """Space, Enter or a click turns it; ``toggled`` tells."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.target(tokens.TARGET))

    def show_text(self, text: str) -> None:
        """Another word."""
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = self._theme
        return QSize(text_width(self.text(), theme.font("body", True)) + theme.px(20 + 8 + 16), self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        on = self.isChecked()
        if self.underMouse():
            box(painter, QRectF(self.rect()), theme.radius, "tint", None, 0, theme)
        if self.hasFocus():
            box(painter, QRectF(self.rect()), theme.radius, None, "focus", theme.focus, theme)
        size = theme.px(20)
        place = QRectF(theme.px(8), (self.height() - size) / 2, size, size)
        border: Token = "trouble" if on else "edge"
        box(
            painter,
            place,
            theme.radius,
            "trouble" if on else "surface",
            border,
            theme.strong if on else theme.border,
            theme,
        )
        if on:
            picture = theme.icon("check", 16, "surface", self.devicePixelRatioF())
            inset = (size - theme.px(16)) // 2
            painter.drawPixmap(QPoint(round(place.left()) + inset, round(place.top()) + inset), picture)
        left = theme.px(8) + size + theme.px(8)
        rect = QRect(left, 0, self.width() - left, self.height())
        draw_text(painter, theme, rect, self.text(), "body", "trouble" if on else "ink", bold=on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
