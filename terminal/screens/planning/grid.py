"""The roster's grid: people or posts down, days across. One widget however many cells there are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from terminal.screens.planning.geometry import Geometry, geometry
from terminal.screens.planning.grid_heads import HeadPainter
from terminal.screens.planning.grid_paint import CellPainter
from terminal.screens.planning.sheet import Cell, Row, Sheet
from terminal.screens.theme import Theme

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_PageUp: (-10, 0),
    Qt.Key.Key_PageDown: (10, 0),
}


class RosterGrid(QAbstractScrollArea):
    """Arrows move the cell in hand, Control with Left and Right by a week; Enter, Delete and F2 act on it.

    ``opened`` Enter or a double click; ``cleared`` Delete; ``held`` F2 (set by hand); ``moved`` another cell in hand.
    """

    opened = Signal()
    cleared = Signal()
    held = Signal()
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: Sheet | None = None
        self._current = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumSize(theme.px(320), theme.px(160))

    @property
    def sheet(self) -> Sheet | None:
        """What it shows."""
        return self._sheet

    @property
    def current(self) -> tuple[int, int]:
        """Row and column in hand."""
        return self._current

    @property
    def row(self) -> Row | None:
        """The row in hand."""
        sheet = self._sheet
        return sheet.rows[self._current[0]] if sheet is not None and sheet.rows else None

    @property
    def cell(self) -> Cell | None:
        """The cell in hand."""
        row = self.row
        return row.cells[self._current[1]] if row is not None and row.cells else None

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another sheet; the cell in hand stays on its person (or post) and day where the new one has them."""
        before, self._sheet = self._sheet, sheet
        if sheet is not None:
            self._current = _same_place(before, sheet, self._current)
        self._bars()
        if sheet is not None and (before is None or before.days != sheet.days or before.side != sheet.side):
            self.lead_up()
        self._name()
        self.viewport().update()

    def go(self, place: tuple[int, int]) -> None:
        """Take another cell in hand and bring it into sight."""
        sheet = self._sheet
        if sheet is None or not sheet.rows or not sheet.days:
            return
        row, column = (
            max(0, min(len(sheet.rows) - 1, place[0])),
            max(0, min(len(sheet.days) - 1, place[1])),
        )
        self._current = (row, column)
        self._reveal()
        self._name()
        self.viewport().update()
        self.moved.emit()

    def cell_rect(self, place: tuple[int, int] | None = None) -> QRect:
        """Where a cell (the one in hand) stands, in the viewport's pixels."""
        return self._geometry().rect(*(place or self._current))

    def _geometry(self) -> Geometry:
        sheet = self._sheet
        port = self.viewport().size()
        return geometry(
            self._theme,
            sheet.side if sheet else "people",
            len(sheet.rows) if sheet else 0,
            len(sheet.days) if sheet else 0,
            (port.width(), port.height()),
            (self.horizontalScrollBar().value(), self.verticalScrollBar().value()),
        )

    def _bars(self) -> None:
        where = self._geometry()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, where.columns * where.cell - where.body.width()))
        across.setPageStep(where.body.width())
        across.setSingleStep(where.cell)
        down.setRange(0, max(0, where.rows * where.row - where.body.height()))
        down.setPageStep(where.body.height())
        down.setSingleStep(where.row)

    def lead_up(self) -> None:
        """Other days are on show: the one in hand stands a little way in, with the days before it in sight."""
        where = self._geometry()
        self.horizontalScrollBar().setValue(self._current[1] * where.cell - where.body.width() // 4)
        self._reveal()

    def _reveal(self) -> None:
        where = self._geometry()
        rect, body = where.rect(*self._current), where.body
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + min(0, rect.left() - body.left()) + max(0, rect.right() - body.right()))
        down.setValue(down.value() + min(0, rect.top() - body.top()) + max(0, rect.bottom() - body.bottom()))

    def _name(self) -> None:
        """For a screen reader: whose day is in hand."""
        row, sheet = self.row, self._sheet
        if row is not None and sheet is not None and sheet.days:
            cell = row.cells[self._current[1]]
            said = " ".join(f"{duty.shift_name} {duty.counter} {duty.staff_name}" for duty in cell.duties)
            self.setAccessibleName(f"{row.title} {sheet.days[self._current[1]].day.isoformat()} {said}".strip())

    # Qt's own events.

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("surface"))
        if self._sheet is None or not self._sheet.rows or not self._sheet.days:
            return
        where = self._geometry()
        CellPainter(painter, self._theme, self._sheet, where).paint(self._current, focused=self.hasFocus())
        HeadPainter(painter, self._theme, self._sheet, where).paint(self._current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bars()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()  # heads stay: everything is painted anew, which is little

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place(event)
        if place is not None:
            self.go(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._place(event) is not None:
            self.opened.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press did it

    def _place(self, event: QMouseEvent) -> tuple[int, int] | None:
        return self._geometry().at(event.position().toPoint()) if self._sheet is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        row, column = self._current
        if key in _STEPS:
            down, across = _STEPS[key]
            weeks = 7 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
            self.go((row + down, column + across * weeks))
        elif key is Qt.Key.Key_Home:
            self.go((row, 0))
        elif key is Qt.Key.Key_End:
            self.go((row, len(self._sheet.days) - 1 if self._sheet else 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif key is Qt.Key.Key_F2:
            self.held.emit()
        else:
            super().keyPressEvent(event)

    def below(self) -> QPoint:
        """Where a chooser for the cell in hand opens, on the screen."""
        rect = self.cell_rect()
        return self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, self._theme.px(2)))


def _same_place(before: Sheet | None, after: Sheet, current: tuple[int, int]) -> tuple[int, int]:
    rows, columns = max(1, len(after.rows)), max(1, len(after.days))
    if before is not None and before.rows and before.days:
        row, day = before.rows[current[0]], before.days[current[1]].day
        found = after.place(day, staff=row.staff, post=row.post)
        if found is not None:
            return found
    return min(current[0], rows - 1), min(current[1], columns - 1)
