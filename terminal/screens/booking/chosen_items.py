"""The items of a booking, each with its minutes; Delete takes the one in hand out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import RIGHT, box, draw_text

if TYPE_CHECKING:
    from terminal.office.views import ItemView


class ChosenItems(QWidget):
    """Rows of 36 between hairlines. ``removed`` tells an item's code."""

    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: tuple[ItemView, ...] = ()
        self._fixed = False
        self._at = 0
        self._row = max(theme.target(tokens.ROW), theme.type("body").line + theme.px(12))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)

    def set_items(self, items: Sequence[ItemView], *, fixed: bool = False) -> None:
        """Show these; ``fixed``: none of them can be taken out."""
        self._items, self._fixed = tuple(items), fixed
        self._at = max(0, min(self._at, len(self._items) - 1))
        live = bool(self._items) and not fixed
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if live else Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(len(self._items) * self._row)
        self.setAccessibleName(", ".join(item.name for item in self._items))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        for index, item in enumerate(self._items):
            rect = QRect(0, index * self._row, self.width(), self._row)
            painter.fillRect(0, rect.bottom(), self.width(), theme.border, theme.colour("line"))
            right = 0
            if not self._fixed:
                cross = theme.icon("x", 16, "ink2", self.devicePixelRatioF())
                painter.drawPixmap(
                    QPoint(rect.right() - theme.px(16), rect.center().y() - theme.px(8)), cross
                )  # fmt: skip
                right = theme.px(24)
            room = rect.adjusted(0, 0, -right, 0)
            minutes = self.tr("{n} min").format(n=item.minutes)
            right += draw_text(painter, theme, room, minutes, "note", "ink2", align=RIGHT) + theme.px(8)
            draw_text(painter, theme, rect.adjusted(0, 0, -right, 0), item.short or item.name, "body", bold=True)
            if self.hasFocus() and index == self._at:
                box(painter, QRectF(rect.adjusted(-2, 1, 2, -1)), theme.radius, None, "focus", theme.focus, theme)

    def _remove(self, index: int) -> None:
        if 0 <= index < len(self._items) and not self._fixed:
            self.removed.emit(self._items[index].code)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.width() - self._theme.px(32):
            self._remove(int(event.position().y()) // self._row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(self._at)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._at = max(0, min(len(self._items) - 1, self._at + (1 if key == Qt.Key.Key_Down else -1)))
            self.update()
        else:
            super().keyPressEvent(event)
