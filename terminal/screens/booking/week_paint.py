"""Paints the week's cells: what is left as a figure and a quiet bar, the slot chosen as a block as long as it takes."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from terminal.office.booking_views import Slot
from terminal.screens import dates
from terminal.screens.booking import words
from terminal.screens.booking.week import Place, Week, minute_of
from terminal.screens.booking.week_geometry import WeekGeometry
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import CENTRE, RIGHT, box, draw_text, text_width

BAR_FROM = 72  # width of a column under which its figures stand alone


class WeekPainter:
    """One painting of the rows in sight."""

    def __init__(self, painter: QPainter, theme: Theme, week: Week, where: WeekGeometry, *, greyed: bool) -> None:
        self._painter, self._theme, self._week, self._where, self._greyed = painter, theme, week, where, greyed
        self._most = max((slot.capacity for slot in week.cells.values()), default=1)

    def paint(self, full: str) -> None:
        """Times, cells and lines; ``full`` is what stands in a cell of which nothing is left."""
        self._ground()
        figure = max(text_width(text, self._theme.font("body", True)) for text in ("00", full))
        for place, slot in self._week.cells.items():
            if place[0] in self._where.seen():
                self._cell(self._where.rect(place), slot, full, figure)
        self._lines()
        for column, day in enumerate(self._week.days):
            if not any(at == column for _, at in self._week.cells):
                self._reason(column, words.closed(day.closed)[0])

    def paint_chosen(self, start: datetime) -> None:
        """The slot that was taken, over all the rows it takes."""
        place = self._week.place_of(start)
        if place is None:
            return
        end = self._week.cells[place].end
        rect = self._block_rect(place, end)
        self._block(rect, "primary", None)
        line = QRect(rect.left(), rect.top(), rect.width(), min(self._where.row, rect.height()))
        both, font = dates.times(start, end), self._theme.font("note", True)
        text = both if text_width(both, font) <= rect.width() - self._theme.px(8) else f"{start:%H:%M}"
        draw_text(self._painter, self._theme, line, text, "note", "on-primary", bold=True, align=CENTRE)

    def paint_before(self, start: datetime, end: datetime) -> None:
        """The time an appointment has until it is moved: an outline."""
        column = next((at for at, day in enumerate(self._week.days) if day.day == start.date()), None)
        if column is None or minute_of(start) not in self._week.times:
            return
        rect = self._block_rect((self._week.times.index(minute_of(start)), column), end)
        self._block(rect, None, "primary")

    def paint_current(self, place: Place, chosen: datetime | None, *, focused: bool) -> None:
        """The ring around the slot in hand; faint while keys act elsewhere, and none then on the one that was taken."""
        slot = self._week.cells.get(place)
        taken = slot is not None and slot.start == chosen
        if slot is None or (taken and not focused):
            return
        theme = self._theme
        rect = self._block_rect(place, slot.end) if taken else self._where.rect(place).adjusted(theme.border, 0, 0, 0)
        width = theme.focus if focused else theme.border
        box(self._painter, QRectF(rect), theme.px(2), None, "focus" if focused else "edge", width, theme)
        if taken:  # on its fill the ring would not be seen
            inside = QRectF(rect).adjusted(width, width, -width, -width)
            box(self._painter, inside, theme.px(2), None, "surface", theme.border, theme)

    # The ground and its lines.

    def _ground(self) -> None:
        """Paper where nothing can be booked, so that what can be stands out."""
        painter, where, theme = self._painter, self._where, self._theme
        painter.fillRect(where.times, 0, where.right - where.times, where.height, theme.colour("paper"))
        for row in where.seen():
            minute = self._week.times[row]
            rect = QRect(0, where.rect((row, 0)).top(), where.times - theme.px(8), where.row)
            hour = minute % 60 == 0 or row == 0
            text = f"{minute // 60:02d}:{minute % 60:02d}"
            draw_text(painter, theme, rect, text, "note", "ink" if hour else "ink3", bold=hour, align=RIGHT)

    def _lines(self) -> None:
        painter, where, theme = self._painter, self._where, self._theme
        times = self._week.times
        for row in where.seen():
            gap = row > 0 and times[row] - times[row - 1] > self._week.step  # nothing is served in between
            if gap or (row > 0 and times[row] % 60 == 0):
                line = QRect(0, where.rect((row, 0)).top(), where.right, theme.border)
                painter.fillRect(line, theme.colour("edge" if gap else "line"))
        for left, _ in (*where.columns, (where.right - theme.border, 0)):
            painter.fillRect(left, 0, theme.border, where.height, theme.colour("line"))

    # Cells.

    def _cell(self, rect: QRect, slot: Slot, full: str, figure: int) -> None:
        theme, painter = self._theme, self._painter
        extended = slot.kind == "extended"
        ground: Token = "sunk" if slot.free < 1 else "tint" if extended else "surface"
        painter.fillRect(rect, theme.colour(ground))
        words_ = QRect(rect.left() + theme.px(8), rect.top(), figure, rect.height())
        if slot.free < 1:
            draw_text(painter, theme, words_, full, "body", "off" if self._greyed else "ink3")
            return
        draw_text(painter, theme, words_, str(slot.free), "body", "off" if self._greyed else "ink", bold=True)
        if rect.width() >= theme.px(BAR_FROM):
            left = words_.right() + theme.px(8)
            self._bar(QRect(left, rect.top(), rect.right() - theme.px(8) - left, rect.height()), slot)

    def _bar(self, rect: QRect, slot: Slot) -> None:
        """As long as the slot holds, compared with the week's largest; filled as far as it is free."""
        theme, height = self._theme, self._theme.px(3)
        holds = max(theme.px(4), round(rect.width() * slot.capacity / max(1, self._most)))
        track = QRect(rect.left(), rect.center().y() - height // 2 + 1, holds, height)
        self._painter.fillRect(track, theme.colour("sunk" if theme.contrast else "line"))
        track.setWidth(max(theme.px(2), round(holds * min(1.0, slot.free / max(1, slot.capacity)))))
        self._painter.fillRect(track, theme.colour("line" if self._greyed else "tint-line"))

    # The block of a time.

    def _block_rect(self, place: Place, end: datetime) -> QRect:
        row, column = place
        times = self._week.times
        last = minute_of(end) or 24 * 60
        rows = max(1, sum(times[row] <= minute < last for minute in times))
        return self._where.rect((row, column), rows).adjusted(self._theme.border + 1, 1, -1, -1)

    def _block(self, rect: QRect, fill: Token | None, border: Token | None) -> None:
        theme = self._theme
        box(self._painter, QRectF(rect), theme.radius, fill, border, theme.strong, theme)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _reason(self, column: int, text: str) -> None:
        """Why a day has no slots, at the top of its empty column."""
        theme = self._theme
        left, width = self._where.columns[column]
        rect = QRect(left + theme.px(6), theme.px(12), width - theme.px(10), 4 * theme.type("note").line)
        self._painter.setFont(theme.font("note"))
        self._painter.setPen(theme.colour("off" if self._greyed else "ink2"))
        flags = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
        self._painter.drawText(rect, flags, text)
