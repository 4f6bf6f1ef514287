"""One field of a form: its label, its input, and below it what is expected of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from terminal.office.form_fields import FieldView
from terminal.screens import tokens
from terminal.screens.forms import words
from terminal.screens.forms.choice_input import ChoiceInput
from terminal.screens.forms.inputs import DateInput, LineInput, LongInput
from terminal.screens.forms.table_input import Place, TableInput
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import ElidedLabel, KeyButton, Paragraph
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.painting import text_width

AnyInput = LineInput | LongInput | ChoiceInput | TableInput
Value = str | Sequence[Mapping[str, object]]


def input_of(theme: Theme, field: FieldView, today: date) -> AnyInput:
    """The input that suits a field."""
    if field.type == "table":
        return TableInput(theme, field, today)
    if field.type in ("choice", "yesno"):
        return ChoiceInput(theme, field)
    if field.type == "multiline":
        return LongInput(theme, field)
    if field.type == "date":
        return DateInput(theme, field, today)
    return LineInput(theme, field)


class FieldRow(QWidget):
    """Label at the left (over a table), input elastic, its note below: red when something else is expected."""

    edited = Signal()
    settled = Signal()
    advanced = Signal()
    given_up = Signal()  # what somebody else entered here shall stand

    def __init__(self, theme: Theme, field: FieldView, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.field = theme, field
        self.input = input_of(theme, field, today)
        self._note = Paragraph(theme, "", "note", "trouble")
        self._note.hide()
        self.theirs = small(KeyButton(theme, self.tr("Take theirs"), kind="link"), theme)
        self.theirs.clicked.connect(self.given_up)
        self.theirs.hide()
        self._label = Paragraph(theme, words.label(field), "body", "ink2")
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._label.setBuddy(self.input)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build()
        for signal, own in (
            (self.input.edited, self.edited),
            (self.input.settled, self.settled),
            (self.input.advanced, self.advanced),
        ):
            signal.connect(own)

    def _build(self) -> None:
        theme = self._theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(2))
        if self.field.type == "table":
            grid.addWidget(self._label, 0, 0)
            grid.addWidget(self.input, 1, 0)
            grid.addWidget(self._note, 2, 0)
            grid.addWidget(self.theirs, 3, 0, Qt.AlignmentFlag.AlignLeft)
            return
        # A label of two lines reaches below its input, which stays in line with its neighbour's.
        self._label.setContentsMargins(0, (theme.target(tokens.TARGET) - theme.type("body").line) // 2, 0, 0)
        grid.addWidget(self._label, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.input, 0, 1)
        unit = words.unit(self.field)
        if unit:
            grid.addWidget(ElidedLabel(theme, unit, "body", "ink2", elastic=False), 0, 2)
        grid.addWidget(self._note, 1, 1, 1, 2 if unit else 1)  # an empty column would take its gap from the input
        grid.addWidget(self.theirs, 2, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)

    def label_width(self) -> int:
        """What its label would take in one line."""
        return text_width(words.label(self.field), self._theme.font("body")) + 1

    def set_label_width(self, width: int) -> None:
        """All labels of a column have the same."""
        if self.field.type != "table":
            self._label.setFixedWidth(width)

    def show_label(self, shown: bool) -> None:
        """A table whose heading says the same needs no label."""
        self._label.setVisible(shown or self.field.type != "table")

    @property
    def value(self) -> Value:
        """What is in it."""
        return self.input.value()

    def show_value(self, value: object) -> None:
        """Show another value; nothing is told."""
        if isinstance(self.input, TableInput):
            self.input.show_value(cast(Sequence[Mapping[str, object]], value or ()))
        else:
            self.input.show_value("" if value is None else str(value))

    @property
    def note(self) -> str:
        """What is said below it."""
        return "" if self._note.isHidden() else self._note.text()

    def say(self, note: str, cell: Place | None = None) -> None:
        """Say below it what is expected; "" takes it back. The input is marked too, of a table the cell at fault."""
        if isinstance(self.input, TableInput):
            self.input.wrong = cell
        self._tell(note, "trouble")
        self.theirs.hide()

    def offer(self, note: str, key: str = "") -> None:
        """Say below it what somebody else entered here, which may be taken; with ``key`` by that key."""
        self._tell(note, "wait-text")
        self.theirs.set_key(key)
        self.theirs.show()

    def _tell(self, note: str, token: Token) -> None:
        self._note.setText(note)
        self._note.set_token(token)
        self._note.setHidden(not note)
        self.input.mark(bool(note) and token == "trouble")
        self.input.setAccessibleDescription(note)

    def take_focus(self) -> None:
        """To the input; in a table to the cell that is wrong, else to the first."""
        at = self.input.entrance() if isinstance(self.input, TableInput) else self.input
        at.setFocus(Qt.FocusReason.TabFocusReason)

    def has_focus(self) -> bool:
        """Whether one types in it just now."""
        if isinstance(self.input, TableInput):
            return any(cell.hasFocus() for row in self.input.cells for cell in row)
        return self.input.hasFocus()
