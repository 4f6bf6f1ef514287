"""The parts of the roster's grid that stay in sight: days above, names at the left, open posts below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from terminal.office.plan_views import CalendarDayView
from terminal.screens import dates
from terminal.screens.planning import words
from terminal.screens.planning.geometry import SHARES_FROM, Geometry
from terminal.screens.planning.grid_paint import rest_fill
from terminal.screens.planning.sheet import Row, Sheet
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import CENTRE, RIGHT, draw_text, text_width
from terminal.screens.widgets.plate import draw_plate


class HeadPainter:
    """Paints the heads of one sheet for one paint event."""

    def __init__(self, painter: QPainter, theme: Theme, sheet: Sheet, where: Geometry) -> None:
        self._painter, self._theme, self._sheet, self._where = painter, theme, sheet, where
        self._full = where.width >= theme.px(SHARES_FROM * (1.25 if theme.contrast else 1.0))

    def paint(self, current: tuple[int, int]) -> None:
        """All of them."""
        self._days(current[1])
        self._names(current[0])
        self._foot()
        self._corner()

    # Above.

    def _days(self, chosen: int) -> None:
        theme, painter, where = self._theme, self._painter, self._where
        band = QRect(where.names, 0, where.width - where.names, where.head)
        painter.setClipRect(band)
        painter.fillRect(band, theme.colour("surface"))
        note = theme.type("note").line
        for column in where.seen_columns():
            day, rect = self._sheet.days[column], where.rect(0, column)
            if not day.working:
                painter.fillRect(
                    rect.left(), 2 * note, rect.width(), where.head - 2 * note, theme.colour(rest_fill(theme))
                )
            if column == chosen:
                painter.fillRect(rect.left(), 2 * note, rect.width(), where.head - 2 * note, theme.colour("tint"))
            top = 2 * note + theme.px(6)
            token: Token = "ink" if day.working else "primary"
            number = QRect(rect.left(), top, rect.width(), note)
            draw_text(painter, theme, number, str(day.day.day), "note", token, bold=True, align=CENTRE)
            self._weekday(QRect(rect.left(), top + note, rect.width(), note), day)
            if self._sheet.uncovered[column]:
                self._corner_mark(rect.left(), 2 * note)
            if day.day == self._sheet.today:
                mark = theme.px(3)
                painter.fillRect(rect.left(), where.head - mark, rect.width(), mark, theme.colour("primary"))
        self._runs(0, lambda day: f"{day.day:%Y%m}", self._month)
        self._runs(note + theme.px(2), _holiday, self._holiday_name)
        painter.fillRect(band.left(), band.bottom(), band.width(), theme.border, theme.colour("line"))
        painter.setClipping(False)

    def _corner_mark(self, left: int, top: int) -> None:
        """A field that nobody on duty serves: the mark of a conflict, for the whole day."""
        size, painter = self._theme.px(9), self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("trouble"))
        painter.drawPolygon(QPolygonF([QPointF(left, top), QPointF(left + size, top), QPointF(left, top + size)]))

    def _weekday(self, rect: QRect, day: CalendarDayView) -> None:
        make_up = day.working and day.day.weekday() >= 5
        text = QCoreApplication.translate("Planning", "on") if make_up else dates.initial(day.day)
        token: Token = "wait-text" if make_up else "ink3"
        draw_text(self._painter, self._theme, rect, text, "note", token, bold=make_up, align=CENTRE)

    def _runs(
        self, top: int, key: Callable[[CalendarDayView], str], paint: Callable[[QRect, CalendarDayView], None]
    ) -> None:
        """Paint something once over each run of days in sight that have it in common."""
        where, note = self._where, self._theme.type("note").line
        for first, last in _runs(self._sheet.days, where.seen_columns(), key):
            left = max(where.names, where.rect(0, first).left())
            right = where.rect(0, last).right()
            paint(QRect(left, top, right - left + 1, note), self._sheet.days[first])

    def _month(self, rect: QRect, day: CalendarDayView) -> None:
        theme = self._theme
        text = dates.month_of_year(day.day)
        if text_width(text, theme.font("note", True)) > rect.width():
            text = dates.month(day.day)
        draw_text(self._painter, theme, rect.adjusted(theme.px(4), 0, 0, 0), text, "note", "ink", bold=True)

    def _holiday_name(self, rect: QRect, day: CalendarDayView) -> None:
        theme = self._theme
        if not day.certain:
            text = QCoreApplication.translate("Planning", "Rest days not published: weekends only")
            if text_width(text, theme.font("note")) > rect.width():
                text = QCoreApplication.translate("Planning", "Not published")
            self._painter.fillRect(rect, theme.colour("wait-tint"))
            draw_text(self._painter, theme, rect.adjusted(theme.px(4), 0, 0, 0), text, "note", "wait-text")
        elif day.name:
            draw_text(self._painter, theme, rect.adjusted(theme.px(4), 0, 0, 0), day.name, "note", "primary")

    # At the left.

    def _names(self, chosen: int) -> None:
        theme, painter, where = self._theme, self._painter, self._where
        band = QRect(0, where.head, where.names, where.body.height())
        painter.setClipRect(band)
        painter.fillRect(band, theme.colour("surface"))
        for row in where.seen_rows():
            cell = where.rect(row, 0)
            rect = QRect(0, cell.top(), where.names, where.row)
            if row == chosen:
                painter.fillRect(rect, theme.colour("tint"))
            self._name(rect, self._sheet.rows[row])
            painter.fillRect(0, cell.bottom() - theme.border + 1, where.names, theme.border, theme.colour("line"))
        painter.fillRect(where.names - theme.border, where.head, theme.border, band.height(), theme.colour("line"))
        painter.setClipping(False)

    def _name(self, rect: QRect, row: Row) -> None:
        theme, painter = self._theme, self._painter
        inner = rect.adjusted(theme.px(24), 0, -theme.px(12), 0)
        if row.post is not None:
            self._post(inner, row)
            return
        title = inner.adjusted(0, 0, -theme.px(52), 0)
        if self._full:
            title.setWidth(theme.px(64 * (1.25 if theme.contrast else 1.0)))
            letters = QRect(title.right() + theme.px(8), inner.top(), theme.px(76), inner.height())
            draw_text(painter, theme, letters, row.note, "note", "ink3")
        draw_text(painter, theme, title, row.title, "body", "ink", bold=True)
        if row.share is None:
            return
        extended = QRect(inner.right() - theme.px(24), inner.top(), theme.px(24) + 1, inner.height())
        draw_text(painter, theme, extended, str(row.share.extended), "note", "primary", bold=True, align=RIGHT)
        regular = extended.translated(-self._pitch(), 0)
        draw_text(painter, theme, regular, str(row.share.regular), "note", "ink2", align=RIGHT)

    def _pitch(self) -> int:
        """From the figures of extended duty to those of regular duty."""
        label = QCoreApplication.translate("Planning", "ext.")
        return text_width(label, self._theme.font("note")) + self._theme.px(8)

    def _post(self, rect: QRect, row: Row) -> None:
        theme, painter = self._theme, self._painter
        size = theme.px(24)
        plate = QRectF(rect.left(), rect.top() + (rect.height() - size) / 2, size, size)
        draw_plate(painter, theme, plate, row.note)
        left = rect.left() + size + theme.px(8)
        width = draw_text(
            painter, theme, QRect(left, rect.top(), rect.right() - left, rect.height()), row.title, "body", bold=True
        )
        if self._full and row.shift is not None:
            times = rect.adjusted(left - rect.left() + width + theme.px(8), 0, 0, 0)
            draw_text(painter, theme, times, words.times(row.shift.opens, row.shift.closes), "note", "ink3")

    # Below and in the corner.

    def _foot(self) -> None:
        theme, painter, where = self._theme, self._painter, self._where
        band = QRect(0, where.height - where.foot, where.width, where.foot)
        painter.fillRect(band, theme.colour("surface"))
        painter.fillRect(0, band.top(), where.width, theme.border, theme.colour("line"))
        total = sum(self._sheet.open_posts)
        text = QCoreApplication.translate("Planning", "Open posts")
        left = QRect(theme.px(24), band.top(), where.names - theme.px(36), band.height())
        draw_text(painter, theme, left, text, "note", "wait-text" if total else "ink3", bold=bool(total))
        draw_text(painter, theme, left, str(total), "note", "wait-text" if total else "ink3", bold=True, align=RIGHT)
        painter.setClipRect(QRect(where.names, band.top(), where.width - where.names, band.height()))
        for column in where.seen_columns():
            count = self._sheet.open_posts[column]
            if count:
                rect = QRect(where.rect(0, column).left(), band.top(), where.cell, band.height())
                draw_text(painter, theme, rect, str(count), "note", "wait-text", bold=True, align=CENTRE)
        painter.setClipping(False)

    def _corner(self) -> None:
        theme, painter, where = self._theme, self._painter, self._where
        corner = QRect(0, 0, where.names, where.head)
        painter.fillRect(corner, theme.colour("surface"))
        painter.fillRect(0, corner.bottom(), corner.width(), theme.border, theme.colour("line"))
        painter.fillRect(corner.right(), 0, theme.border, corner.height(), theme.colour("line"))
        note = theme.type("note").line
        low = QRect(theme.px(24), where.head - note - theme.px(6), where.names - theme.px(36), note)
        if self._sheet.side == "posts":
            draw_text(painter, theme, low, QCoreApplication.translate("Planning", "Post"), "note", "ink2")
            return
        draw_text(painter, theme, low, QCoreApplication.translate("Planning", "Staff"), "note", "ink2")
        extended = QCoreApplication.translate("Planning", "ext.")
        draw_text(painter, theme, low, extended, "note", "primary", align=RIGHT)
        regular = low.adjusted(0, 0, -self._pitch(), 0)
        draw_text(painter, theme, regular, QCoreApplication.translate("Planning", "reg."), "note", "ink2", align=RIGHT)


def _holiday(day: CalendarDayView) -> str:
    return "?" if not day.certain else day.name


def _runs(
    days: tuple[CalendarDayView, ...], columns: range, key: Callable[[CalendarDayView], str]
) -> Iterator[tuple[int, int]]:
    first = columns.start
    for column in columns:
        if column + 1 == columns.stop or key(days[column + 1]) != key(days[column]):
            yield first, column
            first = column + 1
