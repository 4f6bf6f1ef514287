"""The rail at the left: the pages of the setup, each with its key; below, the file they are written to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.setup.device_list import draw_dot
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import CENTRE, box, draw_key_cap, draw_text, key_cap_width


class Tab(NamedTuple):
    """A page: its name, icon and words, and whether something on it was changed."""

    name: str
    icon: str
    label: str
    changed: bool = False


class Rail(QWidget):
    """Ctrl and a digit choose a page from anywhere in the window; with the focus, Up and Down do."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs: tuple[Tab, ...] = tuple(Tab(name, "", "") for name in names)
        self._page = names[0]
        self._hover = -1
        self._slim = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_slim(False)
        for number, name in enumerate(names, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda name=name: self.choose(name))

    @property
    def page(self) -> str:
        """The page in use."""
        return self._page

    def set_slim(self, slim: bool) -> None:
        """Where room is short: icons with their words below."""
        self._slim = slim
        wide = 1.25 if self._theme.contrast else 1.0
        self.setFixedWidth(self._theme.px((72 if slim else 176) * wide))
        self.update()

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        """Show their words anew."""
        self._tabs = tuple(tabs)
        self.setAccessibleName(next(tab.label for tab in tabs if tab.name == self._page))
        self.update()

    def choose(self, name: str) -> None:
        """Go to a page, and tell."""
        if name != self._page:
            self._page = name
            self.update()
            self.chosen.emit(name)

    def _rect(self, index: int) -> QRect:
        height = self._theme.px(72 if self._slim else 48) + self._theme.px(8 if self._theme.contrast else 0)
        return QRect(0, self._theme.px(8) + index * height, self.width(), height)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self._rect(len(self._tabs)).top())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(self.width() - theme.border, 0, theme.border, self.height(), theme.colour("line"))
        for index, tab in enumerate(self._tabs):
            self._paint_tab(painter, self._rect(index), index, tab)

    def _paint_tab(self, painter: QPainter, rect: QRect, index: int, tab: Tab) -> None:
        theme, chosen = self._theme, tab.name == self._page
        if chosen or index == self._hover:
            fill = rect.adjusted(0, 0, -theme.border, 0)
            painter.fillRect(fill, theme.colour("surface" if chosen else "tint"))
        if chosen:
            painter.fillRect(QRect(0, rect.top(), theme.px(4), rect.height()), theme.colour("primary"))
            if self.hasFocus():
                ring = QRectF(rect.adjusted(theme.px(6), theme.px(2), -theme.px(3), -theme.px(2)))
                box(painter, ring, theme.radius, None, "focus", theme.focus, theme)
        token: Token = "primary" if chosen else "ink2"
        picture = theme.icon(tab.icon, 20, token, self.devicePixelRatioF()) if tab.icon else None
        size = theme.px(20)
        if self._slim:
            line = theme.type("note").line
            top = rect.center().y() - (size + theme.px(4) + line) // 2
            if picture:
                painter.drawPixmap(QPoint(rect.center().x() - size // 2, top), picture)
            area = QRect(rect.left(), top + size + theme.px(4), rect.width(), line)
            draw_text(painter, theme, area, tab.label, "note", token, bold=chosen, align=CENTRE)
            if tab.changed:
                draw_dot(painter, theme, rect.center().x() + size, top + theme.px(4))
            return
        if picture:
            painter.drawPixmap(QPoint(theme.px(20), rect.center().y() - size // 2), picture)
        key = f"Ctrl {index + 1}"
        draw_key_cap(painter, theme, QPointF(rect.right() - theme.px(12), rect.center().y()), key)
        left = theme.px(20) + size + theme.px(12)
        room = rect.width() - left - key_cap_width(theme, key) - theme.px(20)
        area = QRect(left, rect.top(), room, rect.height())
        taken = draw_text(painter, theme, area, tab.label, "body", "ink" if chosen else "ink2", bold=chosen)
        if tab.changed:
            draw_dot(painter, theme, left + taken + theme.px(8), rect.center().y())

    def _at(self, event: QMouseEvent) -> int:
        point = event.position().toPoint()
        return next((index for index in range(len(self._tabs)) if self._rect(index).contains(point)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event)
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._hover = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event)
        if index >= 0:
            self.choose(self._tabs[index].name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        names = [tab.name for tab in self._tabs]
        self.choose(names[max(0, min(len(names) - 1, names.index(self._page) + step))])
