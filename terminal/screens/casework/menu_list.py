"""Names to choose from, with how many there are of each: the saved views, the ledgers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painted_list import PaintedList
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width


class Entry(NamedTuple):
    """A name, its words, how many, and their colour."""

    name: str
    label: str
    many: str = ""
    token: Token = "ink2"


class MenuList(PaintedList[Entry]):
    """Rows of 40 without lines; the one on show is bold on ``tint`` behind a mark. Up and Down show another at once.

    ``taken`` tells the name.
    """

    taken = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, theme.px(24), parent)
        self.shown = ""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it is as high as its rows
        self.opened.connect(self._take)
        self.moved.connect(self._take)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the one in hand stays."""
        self.show_things(entries, keys=[entry.name for entry in entries])
        self.setFixedHeight(len(entries) * self._height())

    def mark(self, name: str) -> None:
        """This one is on show; none of them for another name."""
        self.shown = name
        self._current = next((at for at, entry in enumerate(self._things) if entry.name == name), -1)
        self.viewport().update()

    def _take(self, index: int) -> None:
        if 0 <= index < len(self._things) and self._things[index].name != self.shown:
            self.shown = self._things[index].name
            self.taken.emit(self.shown)

    def _height(self) -> int:
        return self._theme.target(36)

    def _spoken(self, index: int) -> str:
        return f"{self._things[index].label} {self._things[index].many}".strip()

    def _paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, entry = self._theme, self._things[index]
        on = entry.name == self.shown
        if on:
            painter.fillRect(rect, theme.colour("tint"))
            painter.fillRect(rect.left(), rect.top(), theme.px(3), rect.height(), theme.colour("primary"))
        inner = rect.adjusted(self._side, 0, -theme.px(16), 0)
        took = text_width(entry.many, theme.font("body", True))
        draw_text(
            painter, theme, QRect(inner.right() - took, rect.top(), took + 1, rect.height()), entry.many, "body",
            entry.token, bold=True, align=RIGHT,
        )  # fmt: skip
        label = inner.adjusted(0, 0, -took - theme.px(8), 0)
        draw_text(painter, theme, label, entry.label, "body", "primary" if on else "ink", bold=on)
        if on and self.hasFocus():
            self._paint_ring(painter, rect.adjusted(1, 0, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        at = self._current
        self._current = max(0, at)  # coming here shows nothing else
        super().focusInEvent(event)
        self._current = at
