"""Heads of a week's days: number and weekday, what kind of day it is, and what is not certain about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.office.booking_views import SlotDay
from terminal.screens import dates
from terminal.screens.booking import words
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import draw_text, text_width

GUTTER = 56  # the times at the left
BAR = 16  # at the right: the scroll bar stands in it


def column_rect(theme: Theme, width: int, count: int, column: int) -> tuple[int, int]:
    """Left edge and width of a day's column in a widget ``width`` wide, the scroll bar's room included."""
    gutter = theme.px(GUTTER)
    room = width - gutter - theme.px(BAR)
    left = gutter + room * column // count
    return left, gutter + room * (column + 1) // count - left


class WeekHeads(QWidget):
    """64 high over the grid's columns; today has a 3 px line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[SlotDay, ...] = ()
        self._today: date | None = None
        note = theme.type("note").line
        self.setFixedHeight(theme.type("title").line + (3 if theme.contrast else 2) * note + theme.px(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_days(self, days: tuple[SlotDay, ...], today: date | None) -> None:
        """Show these."""
        self._days, self._today = days, today
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self.height())

    def doubts(self, day: SlotDay) -> str:
        """What of a day's slots rests on a guess: 未公布, 未排班."""
        found = []
        if not day.certain:
            found.append(self.tr("not published"))
        if not day.rostered and not day.closed:
            found.append(self.tr("no roster"))
        return "·".join(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        title, note = theme.type("title").line, theme.type("note").line
        for column, day in enumerate(self._days):
            left, width = column_rect(theme, self.width(), len(self._days), column)
            today = day.day == self._today
            over = day.closed == "past"
            ink: Token = "primary" if today else "off" if over else "ink"
            second: Token = "primary" if today else "off" if over else "ink2"
            room = QRect(left + theme.px(8), theme.px(2), width - theme.px(8), title)
            number = f"{day.day.day}"
            draw_text(painter, theme, room, number, "title", ink)
            beside = room.adjusted(text_width(number, theme.font("title")) + theme.px(6), 0, 0, 0)
            weekday = dates.weekday(day.day)
            below = QRect(room.left(), room.bottom() + 1, room.width() - theme.px(4), note)
            if beside.width() >= text_width(weekday, theme.font("body", today)):
                draw_text(painter, theme, beside, weekday, "body", second, bold=today)
            else:
                draw_text(painter, theme, below, weekday, "note", second, bold=today)
                below.translate(0, note)
            token: Token = "off" if over else "primary" if day.name or day.day.weekday() >= 5 else "ink2"
            draw_text(painter, theme, below, words.day_note(day), "note", token)
            doubts: Token = "wait-text" if not day.certain else "ink3"
            if not words.day_note(day):  # its line is free
                below.translate(0, -note)
            draw_text(painter, theme, below.translated(0, note), self.doubts(day), "note", doubts)
            if today:
                mark = theme.px(3)
                painter.fillRect(left, self.height() - mark, width, mark, theme.colour("primary"))
        painter.fillRect(0, self.height() - theme.border, self.width(), theme.border, theme.colour("line"))
