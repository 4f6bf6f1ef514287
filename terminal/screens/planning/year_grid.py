"""A year in twelve small months: working days, rest days, make-up days, and what the centre entered itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.office.plan_views import CalendarDayView, YearView
from terminal.screens import dates
from terminal.screens.planning import words
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import CENTRE, box, draw_text

COLUMNS: Final = 3
ROWS: Final = 4
WEEKS: Final = 6
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class YearGrid(QWidget):
    """Arrows go from day to day, Page Up and Down from month to month. ``opened`` Enter or a double click; ``cleared``
    Delete; ``moved`` another day in hand; ``left_year`` the day stepped to in another year.
    """

    opened = Signal()
    cleared = Signal()
    moved = Signal()
    left_year = Signal(object)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._year = today.year
        self._days: dict[date, CalendarDayView] = {}
        self._day = self._today = today
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(self.sizeHint())

    @property
    def day(self) -> date:
        """The day in hand."""
        return self._day

    @property
    def view(self) -> CalendarDayView | None:
        """What the calendar says of it."""
        return self._days.get(self._day)

    def show_year(self, year: YearView, today: date) -> None:
        """Show a year; the day in hand moves into it."""
        self._year, self._today = year.year, today
        self._days = {day.day: day for day in year.days}
        if self._day.year != year.year:
            self._day = today if today.year == year.year else date(year.year, 1, 1)
        self._name()
        self.update()

    def go(self, day: date) -> None:
        """Take another day in hand."""
        self._day = day
        if day.year != self._year:
            self.left_year.emit(day)
            return
        self._name()
        self.update()
        self.moved.emit()

    def _name(self) -> None:
        view = self.view
        notes = words.day_notes(view) if view is not None else ""
        self.setAccessibleName(f"{self._day.isoformat()} {notes}".strip())

    # Where things stand.

    def sizeHint(self) -> QSize:
        wide = 1.3 if self._theme.contrast else 1.0
        cell = self._theme.px(20 * wide)
        return QSize(COLUMNS * (7 * cell + self._theme.px(16)), ROWS * self._least_height())

    def _least_height(self) -> int:
        return self._head() + WEEKS * (self._theme.type("note").line + self._theme.px(1))

    def _head(self) -> int:
        return self._theme.type("body").line + self._theme.type("note").line + self._theme.px(6)

    def _block(self, month: int) -> QRect:
        width, height = self.width() // COLUMNS, self.height() // ROWS
        return QRect((month - 1) % COLUMNS * width, (month - 1) // COLUMNS * height, width, height)

    def _cell(self, day: date) -> QRect:
        block, gap = self._block(day.month), self._theme.px(16)
        width = (block.width() - gap) // 7
        height = (block.height() - self._head() - self._theme.px(8)) // WEEKS
        slot = date(day.year, day.month, 1).weekday() + day.day - 1
        top = block.top() + self._head() + slot // 7 * height
        return QRect(block.left() + slot % 7 * width, top, width, height)

    def _at(self, point: QPoint) -> date | None:
        return next((day for day in self._days if self._cell(day).contains(point)), None)

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for month in range(1, 13):
            self._paint_head(painter, month)
        for day in self._days.values():
            self._paint_day(painter, day)
        if self._day in self._days:
            rect = QRectF(self._cell(self._day))
            token: Token = "focus" if self.hasFocus() else "primary"
            box(painter, rect, self._theme.radius, None, token, self._theme.strong, self._theme)

    def _paint_head(self, painter: QPainter, month: int) -> None:
        theme, first = self._theme, date(self._year, month, 1)
        block = self._block(month)
        body, note = theme.type("body").line, theme.type("note").line
        title = QRect(block.left(), block.top(), block.width(), body)
        draw_text(painter, theme, title.adjusted(theme.px(4), 0, 0, 0), dates.month(first), "body", "ink", bold=True)
        monday = first - timedelta(days=first.weekday())
        cell = self._cell(first)
        for column in range(7):
            rect = QRect(block.left() + column * cell.width(), block.top() + body, cell.width(), note)
            draw_text(
                painter, theme, rect, dates.initial(monday + timedelta(days=column)), "note", "ink3", align=CENTRE
            )

    def _paint_day(self, painter: QPainter, view: CalendarDayView) -> None:
        theme, rect = self._theme, self._cell(view.day)
        inner = QRectF(rect.adjusted(1, 1, -1, -1))
        make_up = view.working and view.day.weekday() >= 5
        fill, token, bold = None, "ink", False
        if make_up:
            fill, token, bold = "wait-tint", "wait-text", True
        elif not view.working and view.name:
            fill, token, bold = "tint", "primary", True
        elif not view.working:
            fill, token = "sunk", "ink2"
        if fill is not None:
            known: dict[str, Token] = {"wait-tint": "wait-tint", "tint": "tint", "sunk": "sunk"}
            box(painter, inner, theme.px(2), known[fill], None, 0, theme)
        colours: dict[str, Token] = {"ink": "ink", "wait-text": "wait-text", "primary": "primary", "ink2": "ink2"}
        draw_text(painter, theme, rect, str(view.day.day), "note", colours[token], bold=bold, align=CENTRE)
        if make_up:  # a line below: the colour is not the only mark
            painter.fillRect(rect.left() + 3, rect.bottom() - 2, rect.width() - 6, theme.strong, theme.colour("wait"))
        if view.edited:
            size = theme.px(4)
            painter.setBrush(theme.colour("ink"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QRectF(rect.right() - size - 2, rect.top() + 2, size, size))
        if view.day == self._today:
            box(painter, inner, theme.px(2), None, "primary", theme.strong, theme)

    # Qt's own events.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position().toPoint())
        if day is not None:
            self.go(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event.position().toPoint()) is not None:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go(self._day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            months = self._day.year * 12 + self._day.month - 1 + (1 if key is Qt.Key.Key_PageDown else -1)
            self.go(date(months // 12, months % 12 + 1, min(28, self._day.day)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def below(self) -> QPoint:
        """Where a sheet for the day in hand opens, on the screen."""
        return self.mapToGlobal(self._cell(self._day).bottomLeft() + QPoint(0, self._theme.px(4)))


def legend() -> str:
    """What the marks mean, in one line."""
    return QCoreApplication.translate(
        "Planning",
        "Grey: rest. Tinted: holiday. Amber and underlined: make-up working day. Dot: entered by the centre.",
    )
