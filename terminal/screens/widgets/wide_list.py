"""Rows of two lines in columns that stand under each other, for a list as wide as the page."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Role, Token
from terminal.screens.widgets.painted_list import PaintedList
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width
from terminal.screens.widgets.plate import BadgeKind, badge_width, draw_badge

T = TypeVar("T")

_TITLE: int = 200  # with less room for the title the middle column goes: it stands in the side column too


class Cell(NamedTuple):
    """Two lines of a column."""

    text: str = ""
    note: str = ""
    token: Token = "ink"
    note_token: Token = "ink2"


class WideRow(NamedTuple):
    """One row. ``lead`` opens it, bold; ``main`` takes the room, with a badge behind its title; ``right`` closes it."""

    lead: Cell
    main: Cell
    middle: Cell = Cell()
    right: Cell = Cell()
    badge: str = ""
    badge_kind: BadgeKind = "wait"


class WideList(PaintedList[T]):
    """A list whose columns are as wide as their widest text. ``sideways`` tells Left (−1) and Right (+1); ``typed``
    what is typed on it, for the page's search.
    """

    sideways = Signal(int)
    typed = Signal(str)

    def __init__(self, theme: Theme, lead: Role = "large", parent: QWidget | None = None) -> None:
        super().__init__(theme, theme.px(24), parent)
        self._lead: Role = lead
        self._wide: tuple[WideRow, ...] = ()
        self._columns = (0, 0, 0)  # lead, middle, right

    @property
    def wide(self) -> tuple[WideRow, ...]:
        """What it shows."""
        return self._wide

    def show_wide(
        self, things: Sequence[T], rows: Sequence[WideRow], empty: str = "", keys: Sequence[Hashable] = ()
    ) -> None:
        """Show other things, each with its row; ``empty`` and ``keys`` as ``show_things`` has them."""
        self._wide = tuple(rows)
        self._columns = self._measure()
        self.show_things(things, empty, keys)

    def _height(self) -> int:
        theme = self._theme
        return theme.type("body").line + theme.type("note").line + theme.px(20)

    def _spoken(self, index: int) -> str:
        row = self._wide[index]
        title = f"{row.lead.text} {row.main.text} {row.badge}".strip()
        return f"{title} {row.right.text} {row.main.note}".strip()

    def _measure(self) -> tuple[int, int, int]:
        theme = self._theme
        note, body, lead = theme.font("note"), theme.font("body", True), theme.font(self._lead, True)

        def widest(cells: list[Cell], font: object = body) -> int:
            lines = [text_width(cell.text, lead if font is lead else body) for cell in cells]
            return max([0, *lines, *(text_width(cell.note, note) for cell in cells)])

        return (
            widest([row.lead for row in self._wide], lead),
            widest([row.middle for row in self._wide]),
            widest([row.right for row in self._wide]),
        )

    def _paint_words(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, row = self._theme, self._wide[index]
        inner = rect.adjusted(self._side, theme.px(8), -self._side, 0)
        lead, middle, right = self._columns
        gap = theme.px(24)
        if lead:
            self._paint_lead(painter, QRect(inner.left(), inner.top(), lead + 1, inner.height()), row.lead)
            inner.setLeft(inner.left() + lead + gap)
        right = min(right, inner.width() // 2)
        if right:
            self._paint_cell(painter, inner.adjusted(inner.width() - right - 1, 0, 0, 0), row.right, at_right=True)
            inner.setRight(inner.right() - right - gap)
        if middle and inner.width() - middle - gap >= theme.px(_TITLE):
            self._paint_cell(painter, inner.adjusted(inner.width() - middle - 1, 0, 0, 0), row.middle)
            inner.setRight(inner.right() - middle - gap)
        self._paint_main(painter, inner, row)

    def _paint_lead(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        theme = self._theme
        if not cell.note:  # one line: in the middle of the row
            rect = QRect(rect.left(), rect.top() - theme.px(8), rect.width(), self._height())
            draw_text(painter, theme, rect, cell.text, self._lead, cell.token, bold=True)
            return
        body, note = theme.type("body").line, theme.type("note").line
        first = QRect(rect.left(), rect.top(), rect.width(), body)
        draw_text(painter, theme, first, cell.text, self._lead, cell.token, bold=True)
        below = QRect(rect.left(), rect.top() + body + theme.px(2), rect.width(), note)
        draw_text(painter, theme, below, cell.note, "note", cell.note_token)

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, *, at_right: bool = False) -> None:
        theme = self._theme
        body, note = theme.type("body").line, theme.type("note").line
        align = RIGHT if at_right else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        first = QRect(rect.left(), rect.top(), rect.width(), body)
        draw_text(painter, theme, first, cell.text, "body", cell.token, bold=at_right, align=align)
        below = QRect(rect.left(), rect.top() + body + theme.px(2), rect.width(), note)
        draw_text(painter, theme, below, cell.note, "note", cell.note_token, align=align)

    def _paint_main(self, painter: QPainter, rect: QRect, row: WideRow) -> None:
        theme = self._theme
        body, note = theme.type("body").line, theme.type("note").line
        width = badge_width(theme, row.badge) + theme.px(8) if row.badge else 0
        title = QRect(rect.left(), rect.top(), rect.width() - width, body)
        took = draw_text(painter, theme, title, row.main.text, "body", row.main.token, bold=True)
        if row.badge:
            height = max(theme.px(18), note + theme.px(2))
            at = QRectF(rect.left() + took + theme.px(8), rect.top() + (body - height) / 2, width - theme.px(8), height)
            draw_badge(painter, theme, at, row.badge, row.badge_kind)
        below = QRect(rect.left(), rect.top() + body + theme.px(2), rect.width(), note)
        draw_text(painter, theme, below, row.main.note, "note", row.main.note_token)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.sideways.emit(step)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if event.key() == Qt.Key.Key_Home else len(self._wide) - 1)
        elif event.text().strip().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
