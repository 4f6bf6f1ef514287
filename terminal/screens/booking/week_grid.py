"""The week's slots: days across, the times at which one begins down, in each cell what is left. One widget."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from terminal.office.booking_views import Slot
from terminal.screens import dates
from terminal.screens.booking import words
from terminal.screens.booking.week import Place, Week
from terminal.screens.booking.week_geometry import WeekGeometry, week_geometry
from terminal.screens.booking.week_paint import WeekPainter
from terminal.screens.theme import Theme

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class WeekGrid(QAbstractScrollArea):
    """Arrows move between slots, past Monday and Sunday into the next week; Enter or a click chooses.

    ``chosen`` tells a Slot; ``edge`` weeks on (or back) when the arrows leave this one; ``moved`` that another cell is
    in hand. A click into a column without slots says why there are none, in its hint.
    """

    chosen = Signal(object)
    edge = Signal(int)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._week: Week | None = None
        self._chosen: datetime | None = None
        self._before: tuple[datetime, datetime] | None = None
        self._current: Place = (0, 0)
        self._entering = 0  # from which side the arrows come into the week that is asked for
        self._greyed = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumSize(theme.px(320), theme.px(120))

    @property
    def week(self) -> Week | None:
        """What it shows."""
        return self._week

    @property
    def current(self) -> Place:
        """Row and column in hand."""
        return self._current

    @property
    def slot(self) -> Slot | None:
        """The slot in hand, if one begins there."""
        return self._week.cells.get(self._current) if self._week is not None else None

    @property
    def greyed(self) -> bool:
        """Whether what it shows is known to be old."""
        return self._greyed

    def show_week(
        self, week: Week, chosen: datetime | None = None, before: tuple[datetime, datetime] | None = None
    ) -> None:
        """Show another table. The slot in hand stays where the new one has it; in another week the first free one is.

        ``chosen`` is the slot that was taken; ``before`` the time an appointment has that is being moved.
        """
        old, slot = self._week, self.slot
        self._week, self._chosen, self._before = week, chosen, before
        same = old is not None and [day.day for day in old.days] == [day.day for day in week.days]
        if not same:
            self._current = self._entry(week, old) or (0, 0)
            self._entering = 0
        elif slot is not None:
            self._current = week.place_of(slot.start) or self._nearest(week, self._current) or (0, 0)
        elif self._current not in week.cells:
            self._current = week.first() or (0, 0)
        self._bars()
        self._reveal()
        self._name()
        self.viewport().update()

    def set_greyed(self, greyed: bool) -> None:
        """The database is away: what is shown was read before."""
        self._greyed = greyed
        self.viewport().update()

    def go(self, place: Place) -> None:
        """Take a cell in hand and bring it into sight."""
        self._current = place
        self._reveal()
        self._name()
        self.viewport().update()
        self.moved.emit()

    def _entry(self, week: Week, old: Week | None) -> Place | None:
        """Where the arrows come in: the nearest day, at the nearest time; without arrows the first slot left."""
        if not self._entering or old is None:
            return week.place_of(self._chosen) if self._chosen and week.place_of(self._chosen) else week.first()
        columns = sorted({column for _, column in week.cells}, reverse=self._entering < 0)
        if not columns:
            return None
        return self._nearest(week, (self._current[0], columns[0]))

    @staticmethod
    def _nearest(week: Week, place: Place) -> Place | None:
        rows = [row for row, column in week.cells if column == place[1]]
        return (min(rows, key=lambda row: abs(row - place[0])), place[1]) if rows else week.first()

    def _geometry(self) -> WeekGeometry:
        week, port = self._week, self.viewport()
        rows, days = (len(week.times), len(week.days)) if week is not None else (0, 7)
        return week_geometry(
            self._theme, (self.width(), self.height()), rows, days, port.height(), self.verticalScrollBar().value()
        )

    def _bars(self) -> None:
        where = self._geometry()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, where.rows * where.row - where.height))
        bar.setPageStep(where.height)
        bar.setSingleStep(where.row)

    def _reveal(self) -> None:
        where, bar = self._geometry(), self.verticalScrollBar()
        rect = where.rect(self._current)
        bar.setValue(bar.value() + min(0, rect.top()) + max(0, rect.bottom() + 1 - where.height))

    def _name(self) -> None:
        """For a screen reader: the day, the time and what is left; or why the days of the week have none."""
        slot, week = self.slot, self._week
        if slot is not None:
            left = self.tr("{free} free").format(free=slot.free) if slot.free else self.tr("full")
            self.setAccessibleName(f"{dates.moment(slot.start)} {left}")
        elif week is not None:
            said = (f"{dates.long_day(day.day)} {words.closed(day.closed)[1]}".strip() for day in week.days)
            self.setAccessibleName(" ".join(said))

    # Qt's own events.

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("surface"))
        if self._week is None:
            return
        cells = WeekPainter(painter, self._theme, self._week, self._geometry(), greyed=self._greyed)
        cells.paint(self.tr("full"))
        if self._before is not None:
            cells.paint_before(*self._before)
        if self._chosen is not None:
            cells.paint_chosen(self._chosen)
        cells.paint_current(self._current, self._chosen, focused=self.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bars()
        self._reveal()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()  # the times stay: everything is painted anew, which is little

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._geometry().at(event.position().toPoint())
        if self._week is not None and place in self._week.cells and event.button() is Qt.MouseButton.LeftButton:
            self.go(place)
            self._choose()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._week is not None:
            column = self._geometry().column_at(event.pos().x())
            reason = words.closed(self._week.days[column].closed)[1] if column is not None else ""
            QToolTip.showText(event.globalPos(), reason, self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._week is not None:
            self._step(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, across: int) -> None:
        assert self._week is not None
        place = self._week.step_from(self._current, down, across)
        if place is not None:
            self.go(place)
        elif across:
            self._entering = across
            self.edge.emit(across)

    def _choose(self) -> None:
        if self.slot is not None:
            self.chosen.emit(self.slot)
