"""A table of a form as rows to edit; the last one is always empty, so that there is a place for one more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from terminal.office.form_fields import FieldView
from terminal.screens.forms import words
from terminal.screens.forms.choice_input import ChoiceInput
from terminal.screens.forms.inputs import DateInput, LineInput
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel
from terminal.screens.widgets.painting import text_width

Cell = LineInput | ChoiceInput
Row = dict[str, str]
LEAST: Final = {"id_number": "0" * 18, "phone": "0" * 11, "date": "0000-00-00"}  # what a column must show whole
Place = tuple[int, str]  # which of the rows that say anything, from 1 on, and the column's name


class TableInput(QWidget):
    """A head and rows of cells. Enter goes on cell by cell; in an empty last row it leaves the table.

    Ctrl and Delete take the row out. The signals are those of every input.
    """

    edited = Signal()
    settled = Signal()
    advanced = Signal()
    row_added = Signal()

    def __init__(self, theme: Theme, field: FieldView, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._field, self._today = theme, field, today
        self._rows: list[list[Cell]] = []
        self.wrong: Place | None = None  # the cell that an error is about, where that is known
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(4))
        self._grid.setVerticalSpacing(theme.px(4))
        widest = max((column.width for column in field.columns), default=0) or 40
        for at, column in enumerate(field.columns):
            self._grid.addWidget(ElidedLabel(theme, words.label(column), "note", "ink2"), 0, at)
            self._grid.setColumnStretch(at, round(column.width or widest * 2))
            least = LEAST.get(column.type)
            if least:
                self._grid.setColumnMinimumWidth(at, text_width(least, theme.font("body")) + theme.px(24))
        self._add_row({})

    @property
    def cells(self) -> list[list[Cell]]:
        """Every row's cells, the empty last row's too."""
        return self._rows

    def value(self) -> list[Row]:
        """The rows that say anything."""
        rows = [
            {column.name: cell.value() for column, cell in zip(self._field.columns, row, strict=True)}
            for row in self._rows
        ]
        return [row for row in rows if any(row.values())]

    def show_value(self, value: Sequence[Mapping[str, object]]) -> None:
        """Show these rows; nothing is told."""
        if self.value() == [dict(row) for row in value]:
            return
        for row in list(self._rows):
            self._drop(row)
        for shown in value[: self._field.length]:
            self._add_row(shown)
        if len(self._rows) < self._field.length:
            self._add_row({})

    def mark(self, fault: bool) -> None:
        """Mark the cell that is wrong, or take the mark away."""
        entrance = self.entrance()
        for row in self._rows:
            for cell in row:
                cell.mark(fault and cell is entrance)

    def entrance(self) -> QWidget:
        """Where one begins: the cell that is wrong, else the first."""
        if self.wrong is not None:
            filled = [row for row in self._rows if any(cell.value() for cell in row)]
            names = [column.name for column in self._field.columns]
            place, column = self.wrong
            if 0 < place <= len(filled) and column in names:
                return filled[place - 1][names.index(column)]
        return self._rows[0][0]

    def _add_row(self, shown: Mapping[str, object]) -> None:
        row: list[Cell] = []
        at = len(self._rows) + 1
        for place, column in enumerate(self._field.columns):
            cell = self._cell(column)
            cell.show_value(str(shown.get(column.name, "")))
            cell.edited.connect(self._edited)
            cell.settled.connect(self.settled)
            cell.advanced.connect(lambda cell=cell: self._advance(cell))
            cell.installEventFilter(self)
            row.append(cell)
            self._grid.addWidget(cell, at, place)
            cell.show()
        self._rows.append(row)
        self.updateGeometry()

    def _cell(self, column: FieldView) -> Cell:
        if column.type == "yesno":
            return ChoiceInput(self._theme, column)
        if column.type == "date":
            return DateInput(self._theme, column, self._today)
        return LineInput(self._theme, column)

    def _drop(self, row: list[Cell]) -> None:
        self._rows.remove(row)
        for cell in row:
            self._grid.removeWidget(cell)
            cell.setParent(None)
            cell.deleteLater()
        for at, left in enumerate(self._rows, 1):
            for place, cell in enumerate(left):
                self._grid.addWidget(cell, at, place)
        self.updateGeometry()

    def _edited(self) -> None:
        if any(cell.value() for cell in self._rows[-1]) and len(self._rows) < self._field.length:
            self._add_row({})
            self.row_added.emit()
        self.edited.emit()

    def _advance(self, cell: Cell) -> None:
        row = next(row for row in self._rows if cell in row)
        empty = not any(one.value() for one in row)
        cells = [one for line in self._rows for one in line]
        at = cells.index(cell) + 1
        if at == len(cells) or (empty and row is self._rows[-1]):
            self.advanced.emit()
        else:
            cells[at].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            delete = event.key() == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            row = next((row for row in self._rows if watched in row), None)
            if delete and row is not None and row is not self._rows[-1]:
                at = self._rows.index(row)
                self._drop(row)
                self._rows[min(at, len(self._rows) - 1)][0].setFocus(Qt.FocusReason.OtherFocusReason)
                self.settled.emit()
                return True
        return super().eventFilter(watched, event)
