"""The fields of a form in two columns, made from its definition."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from terminal.office.form_fields import FieldView
from terminal.screens.forms import words
from terminal.screens.forms.field_row import FieldRow
from terminal.screens.forms.table_input import Place, TableInput
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel

PAUSE_MS: Final = 700  # a pause in typing that long is worth keeping
STEADY_MS: Final = 2000  # and so is what was typed without a pause for that long
TWO_FROM: Final = 480  # narrower, fields stand one below the other
TAKE: Final = "Alt+T"  # takes what somebody else entered meanwhile
LABELS: Final = (64, 116)  # a label's width: the design's, and the most before it takes two lines


class FieldGrid(QWidget):
    """Gap 24 between the columns; a field that needs the width spans both. Enter goes from field to field.

    ``settled`` tells a field and its value whenever it is worth keeping; ``ended`` Enter in the last one. Errors show
    below a field once it was left, all of them after ``show_all_errors``. Where somebody else entered something else
    meanwhile, Enter keeps what was typed, and ``given_up`` tells that theirs is wanted.
    """

    settled = Signal(str, object)
    given_up = Signal(str)
    entered = Signal(object)  # the FieldRow that has the focus now, to be brought into sight
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: dict[str, FieldRow] = {}
        self._heads: list[tuple[int, ElidedLabel]] = []  # before which field, and the words
        self._errors: dict[str, str] = {}
        self._places: Mapping[str, Place] = {}
        self._meanwhile: dict[str, str] = {}
        self._left: set[str] = set()
        self._two = True
        self._sections = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(8))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._keep)
        self._steady = QTimer(self, singleShot=True, interval=STEADY_MS)
        self._steady.timeout.connect(self._keep_on)
        self._typing = ""

    def show_fields(self, fields: Sequence[FieldView], today: date, *, sections: bool = True) -> None:
        """Make the inputs of these fields; what was there before goes. ``today`` is what empty days begin with."""
        for row in self.rows.values():
            row.setParent(None)
            row.deleteLater()
        self.rows, self._errors, self._places, self._meanwhile, self._left = {}, {}, {}, {}, set()
        self._sections = sections
        for field in fields:
            row = FieldRow(self._theme, field, today)
            row.edited.connect(lambda name=field.name: self._edited(name))
            row.settled.connect(lambda name=field.name: self._settle(name))
            row.advanced.connect(lambda name=field.name: self._advance(name))
            row.given_up.connect(lambda name=field.name: self.given_up.emit(name))
            if isinstance(row.input, TableInput):
                row.input.row_added.connect(self._order)
            self.rows[field.name] = row
        self._lay_out()

    def show_values(self, values: Mapping[str, object], keep: Collection[str] = ()) -> None:
        """Show these values; the fields in ``keep``, and the one being typed in, stay as they are."""
        for name, row in self.rows.items():
            if name not in keep and name != self._typing:
                row.show_value(values.get(name))

    def show_errors(self, errors: Mapping[str, str], places: Mapping[str, Place] | None = None) -> None:
        """What is expected where, of a table at which cell; shown at the fields that were left."""
        self._errors, self._places = dict(errors), places or {}
        self._say_all()

    def show_meanwhile(self, said: Mapping[str, str]) -> None:
        """What somebody else entered where one was typing, in a sentence for each such field."""
        self._meanwhile = dict(said)
        self._say_all()

    def show_all_errors(self) -> bool:
        """Show every error and go to the first. False when there is none."""
        self._left = set(self.rows)
        self._say_all()
        wrong = {*self._errors, *self._meanwhile}
        first = next((row for name, row in self.rows.items() if name in wrong), None)
        if first is not None:
            first.take_focus()
            self.entered.emit(first)
        return first is not None

    def focus_first(self) -> None:
        """To the first field that lacks something, else the first."""
        rows = list(self.rows.values())
        empty = [row for row in rows if row.field.required and not row.value]
        if rows:
            (empty or rows)[0].take_focus()

    def keep_now(self) -> None:
        """Tell of what is being typed at once: the page is left."""
        self._keep()

    # What hands do.

    def _say_all(self) -> None:
        for name in self.rows:
            if name != self._typing:
                self._say(name)

    def _say(self, name: str) -> None:
        row = self.rows[name]
        if name in self._meanwhile:
            row.offer(self._meanwhile[name], TAKE if name == next(iter(self._meanwhile)) else "")
        else:
            row.say(self._errors.get(name, "") if name in self._left else "", self._places.get(name))

    def _edited(self, name: str) -> None:
        self._typing = name
        self.rows[name].say("")
        self._pause.start()
        if not self._steady.isActive():
            self._steady.start()

    def _keep_on(self) -> None:
        """Still typing: a power cut must not take a whole paragraph along."""
        if self._typing:
            self.settled.emit(self._typing, self.rows[self._typing].value)

    def _keep(self) -> None:
        self._pause.stop()
        self._steady.stop()
        if self._typing:
            name, self._typing = self._typing, ""
            self.settled.emit(name, self.rows[name].value)

    def _settle(self, name: str) -> None:
        self._left.add(name)
        if self._typing == name:
            self._typing = ""
            self._pause.stop()
            self._steady.stop()
        self.settled.emit(name, self.rows[name].value)

    def _advance(self, name: str) -> None:
        self._left.add(name)
        if name in self._meanwhile:
            self.settled.emit(name, self.rows[name].value)
        elif name in self._errors:
            self._say(name)
        names = list(self.rows)
        at = names.index(name) + 1
        if at == len(names):
            self.ended.emit()
            return
        row = self.rows[names[at]]
        row.take_focus()
        self.entered.emit(row)

    # Where it stands.

    def _lay_out(self) -> None:
        for _, head in self._heads:
            head.setParent(None)
            head.deleteLater()
        self._heads = []
        while self._grid.takeAt(0) is not None:
            pass
        two, line, column, section = self._two, 0, 0, ""
        for at, row in enumerate(self.rows.values()):
            if self._sections and words.section(row.field) != section:
                section = words.section(row.field)
                line, column = line + (column > 0), 0
                self._head(at, section, line)
                line += 1
            wide = row.field.wide or not two
            if wide and column:
                line, column = line + 1, 0
            self._grid.addWidget(row, line, column, 1, 2 if wide and two else 1, Qt.AlignmentFlag.AlignTop)
            row.show_label(words.section(row.field) != words.label(row.field))
            column = 0 if wide or column else 1
            line += not column
            row.show()
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if two else 0)
        self._align()
        self._order()

    def _head(self, at: int, text: str, line: int) -> None:
        if text:
            head = ElidedLabel(self._theme, text, "body", "ink", bold=True)
            head.setFixedHeight(self._theme.type("body").line + self._theme.px(8))
            self._grid.addWidget(head, line, 0, 1, 2)
            head.show()
            self._heads.append((at, head))

    def _align(self) -> None:
        least, most = (self._theme.px(width * (1.25 if self._theme.contrast else 1)) for width in LABELS)
        needed = max((row.label_width() for row in self.rows.values() if row.field.type != "table"), default=0)
        for row in self.rows.values():
            row.set_label_width(max(least, min(most, needed)))

    def _order(self) -> None:
        before: QWidget | None = None
        for row in self.rows.values():
            inputs: list[QWidget] = [row.input]
            if isinstance(row.input, TableInput):
                inputs = [cell for cells in row.input.cells for cell in cells]
            for widget in inputs:
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        two = self.width() >= self._theme.px(TWO_FROM * (1.25 if self._theme.contrast else 1))
        if two != self._two:
            self._two = two
            self._lay_out()
