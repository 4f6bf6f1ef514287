"""Rows between hairlines, painted: facts about somebody, a list to prepare, who comes after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.counter.queue_list import draw_minutes, minutes_since
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge

if TYPE_CHECKING:
    from terminal.office.views import Waiting


class Rows(QWidget):
    """Rows of one height with a line above the first and below each."""

    def __init__(self, theme: Theme, row: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = max(theme.target(row), theme.type("body").line + theme.px(12))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def row_height(self) -> int:
        """Height of a row with its line."""
        return self._row

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Paint one row's content."""
        raise NotImplementedError

    def measure(self) -> None:
        """The rows changed."""
        self.setFixedHeight(self.count() * self._row + (self._theme.border if self.count() else 0))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        for index in range(self.count()):
            if index == 0:
                painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
            rect = QRect(0, theme.border + index * self._row, self.width(), self._row - theme.border)
            painter.fillRect(0, rect.bottom() + 1, self.width(), theme.border, theme.colour("line"))
            self.paint_row(painter, rect, index)


class Pair(NamedTuple):
    """A fact: its label, its value in bold, and a remark."""

    label: str
    value: str
    remark: str = ""
    token: Token = "ink"


class PairRows(Rows):
    """Label 88, value elastic and bold, remark at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 40, parent)
        self._pairs: tuple[Pair, ...] = ()

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these."""
        self._pairs = tuple(pairs)
        self.measure()

    def count(self) -> int:
        return len(self._pairs)

    def paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, pair = self._theme, self._pairs[index]
        label = max([theme.px(88)] + [text_width(one.label, theme.font("body")) + theme.px(16) for one in self._pairs])
        draw_text(painter, theme, rect.adjusted(0, 0, label - rect.width(), 0), pair.label, "body", "ink2")
        area = rect.adjusted(label, 0, 0, 0)
        taken = draw_text(painter, theme, area, pair.value, "body", pair.token, bold=True)
        rest = area.adjusted(taken + theme.px(8), 0, 0, 0)
        if pair.remark and rest.width() > theme.px(40):
            draw_text(painter, theme, rest, pair.remark, "note", "ink2", align=RIGHT)


class NumberedRows(Rows):
    """What to prepare: numbered, name, and a remark; nothing to tick."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 36, parent)
        self._rows: tuple[tuple[str, str], ...] = ()

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these (name, remark)."""
        self._rows = tuple(rows)
        self.measure()

    def count(self) -> int:
        return len(self._rows)

    def paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme = self._theme
        name, remark = self._rows[index]
        draw_text(painter, theme, rect, str(index + 1), "body", "ink2")
        area = rect.adjusted(theme.px(32), 0, 0, 0)
        room = max(theme.px(64), area.width() - text_width(remark, theme.font("note")) - theme.px(12))
        # The name keeps at least 60 %: a long remark is cut before a long name.
        room = max(min(room, area.width()), area.width() * 6 // 10)
        taken = draw_text(painter, theme, QRect(area.left(), area.top(), room, area.height()), name, "body")
        column = max(theme.px(156), taken + theme.px(12))
        rest = area.adjusted(column, 0, 0, 0)
        draw_text(painter, theme, rest, remark, "note", "ink2")


class AfterRows(Rows):
    """随后: the next ones in short."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(theme, 40, parent)
        self._now = now
        self._tickets: tuple[Waiting, ...] = ()

    def set_tickets(self, tickets: Sequence[Waiting]) -> None:
        """Show these."""
        self._tickets = tuple(tickets)
        self.measure()

    def count(self) -> int:
        return len(self._tickets)

    def paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, ticket = self._theme, self._tickets[index]
        draw_text(painter, theme, rect, ticket.number, "large", bold=True)
        taken = draw_minutes(painter, theme, rect, minutes_since(ticket, self._now()), self.tr("min"))
        left = rect.left() + max(theme.px(68), text_width(ticket.number, theme.font("large", True)) + theme.px(12))
        room = rect.right() - taken - theme.px(8) - left
        badge = badge_width(theme, ticket.priority_label) + theme.px(12) if ticket.priority_label else 0
        area = QRect(left, rect.top(), max(0, room - badge), rect.height())
        used = draw_text(painter, theme, area, ticket.title, "body")
        if badge:
            height = max(theme.px(20), theme.type("note").line + theme.px(2))
            top = rect.top() + (rect.height() - height) / 2
            at = QRectF(left + used + theme.px(12), top, badge - theme.px(12), height)
            draw_badge(painter, theme, at, ticket.priority_label)
