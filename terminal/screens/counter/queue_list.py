"""The queue's rows, painted in the order of calls. Never sorted on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QRect, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.counter.words import clock
from terminal.screens.theme import Theme
from terminal.screens.tokens import Role, Token
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge

if TYPE_CHECKING:
    from terminal.office.views import Waiting


def minutes_since(ticket: Waiting, now: datetime) -> int:
    """Full minutes waited: since the arrival, of somebody who came before the appointment's time since that time."""
    since = max(ticket.arrived_at, ticket.booked_for or ticket.arrived_at)
    return max(0, int((now - since).total_seconds() // 60))


def draw_minutes(painter: QPainter, theme: Theme, rect: QRect, minutes: int, unit: str, *, off: bool = False) -> int:
    """``24 分`` at the right edge: amber and bold from 20 minutes on. Returns the width it took."""
    long = minutes >= tokens.LONG_WAIT_MINUTES
    token: Token = "off" if off else "wait-text" if long else "ink2"
    width = text_width(unit, theme.font("note", long))
    draw_text(painter, theme, rect, unit, "note", token, bold=long, align=RIGHT)
    left = rect.adjusted(0, 0, -width - theme.px(3), 0)
    return width + theme.px(3) + draw_text(painter, theme, left, str(minutes), "body", token, bold=long, align=RIGHT)


class QueueList(QWidget):
    """Rows of 48 (the next person 64 with a mark); lower and on one line where room is short.

    When tickets come, go or move, rows slide to their place; nothing waits for it.
    """

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self._tickets: tuple[Waiting, ...] = ()
        self._row, self._second_lines, self._greyed = 48, True, False
        self._from: dict[int, int] = {}  # where rows slide from, by ticket
        self._slide = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=theme.duration(tokens.MOVE_MS))
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(lambda _: self.update())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._measure()

    def set_tickets(self, tickets: Sequence[Waiting]) -> None:
        """Show these, first called first."""
        before = {ticket.id: self._top(index) for index, ticket in enumerate(self._tickets)}
        self._tickets = tuple(tickets)
        self._from = {}
        for index, ticket in enumerate(self._tickets):
            if before and before.get(ticket.id, self._top(index)) != self._top(index):
                self._from[ticket.id] = before[ticket.id]
        if self._from and self._slide.duration() and self.isVisible():
            self._slide.stop()
            self._slide.start()
        self._measure()

    def set_room(self, row: int, second_lines: bool) -> None:
        """Height of a row, and whether badge and time stand under the title."""
        self._row, self._second_lines = row, second_lines
        self._measure()

    def set_greyed(self, greyed: bool) -> None:
        """Grey: this is the state before the database went away."""
        self._greyed = greyed
        self.update()

    def _heights(self) -> tuple[int, int]:
        theme = self._theme
        lines = theme.type("body").line + (theme.type("note").line + theme.px(4) if self._second_lines else 0)
        row = max(theme.px(self._row), lines + theme.px(4))
        return row + theme.px(16), row

    def _top(self, index: int) -> int:
        first, row = self._heights()
        return 0 if index == 0 else first + (index - 1) * row

    def _measure(self) -> None:
        self.setFixedHeight(self._top(len(self._tickets)) if self._tickets else 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(208), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first, row = self._heights()
        moving = self._slide.currentValue() if self._slide.state() == QVariantAnimation.State.Running else 0.0
        now = self._now()
        for index, ticket in enumerate(self._tickets):
            top = self._top(index)
            if moving and ticket.id in self._from:
                top += round((self._from[ticket.id] - top) * moving)
            rect = QRect(0, top, self.width(), first if index == 0 else row)
            if rect.intersects(event.rect()):
                self._paint_row(painter, rect, ticket, minutes_since(ticket, now), next_up=index == 0)

    def _paint_row(self, painter: QPainter, rect: QRect, ticket: Waiting, minutes: int, *, next_up: bool) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.colour("surface" if next_up else "paper"))
        if next_up:
            painter.fillRect(
                rect.left(), rect.top(), theme.px(4), rect.height(), theme.colour("off" if self._greyed else "primary")
            )
        line = QRect(rect.left(), rect.bottom() - theme.border + 1, rect.width(), theme.border)
        painter.fillRect(line, theme.colour("line"))
        side = theme.px(16)
        inner = rect.adjusted(side, 0, -side, -theme.border)
        ink: Token = "off" if self._greyed else "ink"
        role: Role = "title" if next_up else "row-number"
        number = max(theme.px(56), text_width(ticket.number, theme.font(role)))
        draw_text(painter, theme, inner, ticket.number, role, ink)
        taken = draw_minutes(painter, theme, inner, minutes, self.tr("min"), off=self._greyed)
        left = inner.left() + number + theme.px(8)
        self._paint_words(
            painter, QRect(left, inner.top(), inner.right() - taken - theme.px(8) - left, inner.height()), ticket
        )

    def _paint_words(self, painter: QPainter, rect: QRect, ticket: Waiting) -> None:
        theme = self._theme
        ink: Token = "off" if self._greyed else "ink"
        if not self._second_lines:
            draw_text(painter, theme, rect, ticket.title, "body", ink)
            return
        title, note = theme.type("body").line, theme.type("note").line + theme.px(2)
        top = rect.top() + (rect.height() - title - note) // 2
        draw_text(painter, theme, QRect(rect.left(), top, rect.width(), title), ticket.title, "body", ink)
        second = QRect(rect.left(), top + title, rect.width(), note)
        booked = self.tr("booked {time}").format(time=clock(ticket.booked_for)) if ticket.booked_for else ""
        for badge in filter(None, (booked, ticket.priority_label)):
            width = badge_width(theme, badge)
            area = QRectF(second.left(), second.top(), width, note)
            draw_badge(painter, theme, area, badge, "outline" if self._greyed else "tint")
            second.setLeft(second.left() + width + theme.px(8))
        taken = self.tr("arrived {time}") if ticket.booked_for else self.tr("taken {time}")
        taken = taken.format(time=clock(ticket.arrived_at))
        draw_text(painter, theme, second, taken, "note", "off" if self._greyed else "ink2")
