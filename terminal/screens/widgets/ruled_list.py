"""A list of two-line rows."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from terminal.screens.tokens import Token
from terminal.screens.widgets.painted_list import PaintedList
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width
from terminal.screens.widgets.plate import draw_plate

Tone = Literal["plain", "trouble", "wait", "ok", "quiet"]
_TONES: dict[Tone, Token] = {
    "plain": "ink",
    "trouble": "trouble",
    "wait": "wait-text",
    "ok": "ok-text",
    "quiet": "ink3",
}


class ListRow(NamedTuple):
    """One row: title and a word at its right, a note below. ``tone`` colours the word; a number gets its plate."""

    title: str
    right: str = ""
    note: str = ""
    tone: Tone = "plain"
    plate: int | None = None


class RuledList(PaintedList[ListRow]):
    """Rows between hairlines: of two lines, or of one where none of them has a note."""

    _notes = True

    def show_rows(self, rows: Sequence[ListRow], empty: str = "", keys: Sequence[Hashable] = ()) -> None:
        """Show other rows; ``empty`` is said when there are none. ``keys`` as ``show_things`` has them."""
        self._notes = any(row.note for row in rows)
        self.show_things(rows, empty, keys)

    def _height(self) -> int:
        theme = self._theme
        notes = theme.type("note").line if self._notes or not self._things else 0
        return theme.type("body").line + notes + theme.px(20)

    def _spoken(self, index: int) -> str:
        row = self._things[index]
        return f"{row.title} {row.right} {row.note}".strip()

    def _paint_words(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, row = self._theme, self._things[index]
        inner = rect.adjusted(self._side, theme.px(8 if self._notes else 10), -self._side, 0)
        body, note = theme.type("body").line, theme.type("note").line
        if row.plate is not None:
            size = theme.px(24)
            draw_plate(painter, theme, QRectF(inner.left(), inner.top() + (body - size) / 2, size, size), row.plate)
            inner.setLeft(inner.left() + size + theme.px(12))
        taken = min(inner.width() // 2, text_width(row.right, theme.font("note", True))) if row.right else 0
        right = QRect(inner.right() - taken, inner.top(), taken + 1, body)
        draw_text(painter, theme, right, row.right, "note", _TONES[row.tone], bold=True, align=RIGHT)
        title = QRect(inner.left(), inner.top(), inner.width() - taken - theme.px(8), body)
        draw_text(painter, theme, title, row.title, "body", "ink", bold=True)
        below = QRect(inner.left(), inner.top() + body + theme.px(2), inner.width(), note)
        draw_text(painter, theme, below, row.note, "note", "ink2")
