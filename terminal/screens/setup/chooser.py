"""A field one types into, with a list of what there is to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.widgets import BadgeKind
from terminal.screens.widgets.painting import RIGHT, box, draw_text, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge

MOST_SHOWN = 8


class Option(NamedTuple):
    """One thing to choose: the value it puts into the field, what it is called, a note at the right, a badge."""

    value: str
    title: str = ""
    note: str = ""
    badge: str = ""
    badge_kind: BadgeKind = "outline"


class ChoiceField(QLineEdit):
    """Type, or open the list by Down, F4 or its arrow; Up and Down move, Enter takes, Escape closes.

    ``edited`` tells a text of a person's hand, typed or chosen. ``opening`` comes before the list shows, so that its
    options can be brought up to date.
    """

    edited = Signal(str)
    opening = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options: tuple[Option, ...] = ()
        self._list: OptionList | None = None
        self._awaited = False  # the list was asked for before its options were there
        self.setFont(theme.font("body"))
        self.setTextMargins(0, 0, theme.px(24), 0)
        self.textEdited.connect(self.edited)

    @property
    def options(self) -> tuple[Option, ...]:
        """What there is to choose from."""
        return self._options

    @property
    def list(self) -> OptionList | None:
        """The list, while it is open."""
        return self._list

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these; an open list follows."""
        self._options = tuple(options)
        if self._list is not None:
            self._list.show_options(self._options, self.text())
            self._place()
        elif self._awaited and options:
            self._show_list()

    def show_text(self, text: str) -> None:
        """Another text, of nobody's hand; the one being typed is left alone."""
        if text != self.text().strip():
            self.setText(text)
            self.setCursorPosition(0)

    def open_list(self) -> None:
        """Show the list under the field."""
        self._awaited = True
        self.opening.emit()
        if self._list is None and self._options:
            self._show_list()

    def _show_list(self) -> None:
        self._awaited = False
        if not self.isEnabled():
            return
        self._list = OptionList(self._theme, self.window())
        self._list.taken.connect(self._take)
        self._list.show_options(self._options, self.text())
        self._place()
        self._list.show()
        self._list.raise_()
        self.setFocus()
        self.update()

    def close_list(self) -> None:
        """Put the list away."""
        self._awaited = False
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None
            self.update()

    def _place(self) -> None:
        if self._list is None:
            return
        window, size = self.window(), self._list.sizeHint()
        place = self.mapTo(window, QPoint(0, self.height() + self._theme.px(4)))
        if place.y() + size.height() > window.height():
            place = self.mapTo(window, QPoint(0, -size.height() - self._theme.px(4)))
        self._list.setGeometry(QRect(place, QSize(max(self.width(), 1), size.height())))

    def _take(self, value: str) -> None:
        self.close_list()
        self.setText(value)
        self.setCursorPosition(0)
        self.edited.emit(value)

    def _arrow(self) -> QRect:
        return QRect(self.width() - self._theme.px(32), 0, self._theme.px(32), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._list is None:
            if key in (Qt.Key.Key_Down, Qt.Key.Key_F4):
                self.open_list()
            else:
                super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.current is not None:
            self._take(self._list.current.value)
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        else:
            self.close_list()
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._arrow().contains(event.position().toPoint()):
            if self._list is None:
                self.open_list()
            else:
                self.close_list()
        else:
            self.close_list()
            super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_list()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._theme.px(16)
        name = "chevron-up" if self._list is not None else "chevron-down"
        picture = self._theme.icon(name, 16, "ink2" if self.isEnabled() else "off", self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(QPoint(self.width() - self._theme.px(10) - size, (self.height() - size) // 2), picture)


class OptionList(QWidget):
    """The options under their field, over the sheet. It never takes the focus: the field hands its keys on."""

    taken = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options: tuple[Option, ...] = ()
        self._at = -1
        self._first = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)

    @property
    def current(self) -> Option | None:
        """The option under the mark."""
        return self._options[self._at] if 0 <= self._at < len(self._options) else None

    def show_options(self, options: tuple[Option, ...], value: str) -> None:
        """Show these; the mark stands on the one in force."""
        self._options = options
        self._at = next((at for at, option in enumerate(options) if option.value == value), -1)
        self._follow()

    def step(self, by: int) -> None:
        """Move the mark."""
        self._at = max(0, min(len(self._options) - 1, self._at + by))
        self._follow()

    def _follow(self) -> None:
        shown = min(MOST_SHOWN, len(self._options))
        self._first = max(0, min(max(self._first, self._at - shown + 1), max(self._at, 0)))
        self.update()

    def _row(self) -> int:
        return self._theme.target(tokens.ROW)

    def sizeHint(self) -> QSize:
        rows = min(MOST_SHOWN, len(self._options))
        return QSize(self._theme.px(320), rows * self._row() + 2 * self._theme.border)

    def _index(self, y: float) -> int:
        index = self._first + int((y - self._theme.border) // self._row())
        return index if 0 <= index < len(self._options) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = self._index(event.position().y())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index(event.position().y())
        if index >= 0:
            self.taken.emit(self._options[index].value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        box(painter, QRectF(self.rect()), theme.radius, "surface", "edge", theme.border, theme)
        for row in range(min(MOST_SHOWN, len(self._options))):
            index = self._first + row
            rect = QRect(0, theme.border + row * self._row(), self.width(), self._row())
            self._paint_row(painter, rect.adjusted(theme.border, 0, -theme.border, 0), index)

    def _paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, option = self._theme, self._options[index]
        if index == self._at:
            painter.fillRect(rect, theme.colour("tint"))
        inner = rect.adjusted(theme.px(12), 0, -theme.px(12), 0)
        if option.badge:
            width = badge_width(theme, option.badge)
            height = theme.type("note").line + theme.px(4)
            place = QRectF(inner.right() - width, inner.center().y() - height / 2, width, height)
            draw_badge(painter, theme, place, option.badge, option.badge_kind)
            inner.setRight(inner.right() - width - theme.px(12))
        name = option.title or option.value
        taken = min(text_width(name, theme.font("body", bold=index == self._at)), inner.width())
        draw_text(painter, theme, inner, name, "body", "ink", bold=index == self._at)
        rest = inner.adjusted(taken + theme.px(16), 0, 0, 0)
        if option.note and rest.width() > theme.px(32):
            draw_text(painter, theme, rest, option.note, "note", "ink3", align=RIGHT)
