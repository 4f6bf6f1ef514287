"""The strip of tools over a page or a list."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.widgets.buttons import KeyButton, small


class Strip(QWidget):
    """64 high, as wide as there is room; ``row`` takes the tools."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(72 if theme.contrast else 64))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.px(tokens.SIDE), 0, theme.px(tokens.SIDE), 0)
        self.row.setSpacing(theme.px(8))

    def put(self, *tools: QWidget) -> None:
        """Tools at the left, one after the other; after a stretch of the row at its right."""
        for tool in tools:
            self.row.addWidget(tool)


class ToolStrip(Strip):
    """The same on ``paper``, with a line below."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, self.height() - theme.border, self.width(), theme.border, theme.colour("line"))


def steppers(theme: Theme) -> tuple[KeyButton, KeyButton]:
    """Two square buttons, back and on, to stand around what they step through."""
    back, on = (small(KeyButton(theme, "", icon=f"chevron-{side}"), theme) for side in ("left", "right"))
    for arrow in (back, on):
        arrow.setFixedWidth(theme.target(32))
    return back, on
