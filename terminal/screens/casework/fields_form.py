"""A small form beside a page, made from its fields: F9 does it, Escape leaves it, what is missing is marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, tzinfo
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from terminal.screens.casework.choice_grid import ChoiceGrid
from terminal.screens.casework.scrolled_form import ScrolledForm
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton, Paragraph, Part
from terminal.screens.widgets.buttons import ButtonKind, small
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.widgets.date_field import parse as parse_day
from terminal.screens.widgets.needed import mark_fault
from terminal.screens.widgets.side_form import Pick, TextField

Kind = Literal["line", "text", "day", "hour", "number", "choice", "pick", "said"]
LONGEST: Final = 200


class Field(NamedTuple):
    """One field. ``parts`` are the choices of a choice or pick: value and words. A said one is a paragraph to read."""

    name: str
    label: str
    kind: Kind = "line"
    value: object = ""
    needed: bool = False
    hint: str = ""
    parts: Sequence[tuple[str, str]] = ()
    longest: int = LONGEST
    found_by: Mapping[str, str] = {}


Values = dict[str, object]


class _Line(QLineEdit):
    """One line; a text that is not of its kind is marked."""

    def __init__(self, theme: Theme, field: Field) -> None:
        super().__init__()
        self._field = field
        self.setFont(theme.font("body"))
        self.setMaxLength(field.longest)
        self.setPlaceholderText(field.hint or {"day": "2026-03-17", "hour": "10:30"}.get(field.kind, ""))
        self.setAccessibleName(field.label)
        shown = field.value.isoformat() if isinstance(field.value, date) else field.value
        self.setText("" if shown is None else str(shown))
        self.textChanged.connect(lambda: mark_fault(self, False))

    def read(self) -> tuple[object, bool]:
        """The value, and whether the text is one of its kind."""
        text = self.text().strip()
        if self._field.kind == "day":
            day = parse_day(text) if text else None
            return day, bool(day) or not text
        if self._field.kind == "hour":
            return _hour(text)
        if self._field.kind == "number":
            return (int(text), True) if text.isdecimal() else (None, not text)
        return text, True


class _Pick(Pick):
    """One of many, chosen from a sheet that opens under it."""

    def __init__(self, theme: Theme, field: Field) -> None:
        super().__init__(theme)
        self.field, self.value = field, str(field.value or "")
        self.setAccessibleName(field.label)
        self._show()
        self.clicked.connect(self.open_choices)

    def open_choices(self) -> None:
        """The sheet."""
        also = self.field.found_by
        choices = [Choice(value, label, search=f"{value} {also.get(value, '')}") for value, label in self.field.parts]
        sheet = Chooser(self._theme, self.field.label, choices, "–", self)
        sheet.chosen.connect(self.take)
        sheet.open_at(self.mapToGlobal(QPoint(0, self.height())))

    def take(self, value: object) -> None:
        """This one."""
        self.value = str(value)
        mark_fault(self, False)
        self._show()

    def _show(self) -> None:
        self.set_face(dict(self.field.parts).get(self.value, self.field.hint or "–"))


class FieldsForm(ScrolledForm):
    """``submitted`` tells the values by field: text, a day or None, a time or None, a number or None."""

    submitted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        title: str,
        button: str,
        fields: Sequence[Field],
        *,
        kind: ButtonKind = "filled",
        check: Callable[[Values], str] | None = None,
    ) -> None:
        """``check`` says what is wrong with the values together, or ""."""
        super().__init__(theme, title, button, kind)
        self._check = check
        self.fields: dict[str, tuple[Field, QWidget]] = {}
        self.warning = Paragraph(theme, "", "body", "wait-text", bold=True)
        self._advice = Paragraph(theme, "", "body", "wait-text")
        for paragraph in (self.warning, self._advice):
            paragraph.hide()
            self.body.addWidget(paragraph)
        for field in fields:
            self._add(field)
        self._fault = Paragraph(theme, "", "note", "trouble")
        self._fault.hide()
        self.body.addWidget(self._fault)

    def _add(self, field: Field) -> None:
        if field.kind == "said":
            if field.label:
                self.body.addWidget(Paragraph(self._theme, field.label, "note", "ink2"))
            if field.value:
                self.body.addWidget(Paragraph(self._theme, str(field.value)))
            return
        widget: QWidget
        if field.kind == "text":
            widget = TextField(self._theme, field.longest)
            widget.setPlainText(str(field.value or ""))
            widget.setPlaceholderText(field.hint)
            widget.setAccessibleName(field.label)
        elif field.kind == "choice":
            widget = ChoiceGrid(self._theme, [Part(*part) for part in field.parts], str(field.value or ""))
            widget.setAccessibleName(field.label)
        elif field.kind == "pick":
            widget = _Pick(self._theme, field)
        else:
            widget = _Line(self._theme, field)
        self.fields[field.name] = field, widget
        self.labelled(field.label if not field.needed else f"{field.label} *", widget)

    def add_button(self, text: str, key: str = "", kind: ButtonKind = "plain") -> KeyButton:
        """Something else that can be done here, under the fields."""
        button = small(KeyButton(self._theme, text, key, kind=kind), self._theme)
        self.body.addWidget(button)
        return button

    def warn(self, text: str, advice: str = "") -> None:
        """Say over the fields what to mind before it is done; "" nothing. It may be done all the same."""
        for paragraph, words in ((self.warning, text), (self._advice, advice)):
            paragraph.setText(words)
            paragraph.setHidden(not words)

    def offer(self, name: str, parts: Sequence[tuple[str, str]], found_by: Mapping[str, str]) -> None:
        """Other choices of a pick. KeyError for a name there is none of."""
        widget = self.widget(name)
        if isinstance(widget, _Pick):
            widget.field = widget.field._replace(parts=parts, found_by=found_by)

    def widget(self, name: str) -> QWidget:
        """A field's widget. KeyError for a name there is none of."""
        return self.fields[name][1]

    def values(self) -> Values:
        """What was entered so far."""
        return {name: self._read(name)[0] for name in self.fields}

    def _read(self, name: str) -> tuple[object, bool]:
        widget = self.fields[name][1]
        if isinstance(widget, TextField):
            return widget.words, True
        if isinstance(widget, ChoiceGrid | _Pick):
            return widget.value, True
        assert isinstance(widget, _Line)
        return widget.read()

    def start(self) -> None:
        first = next((widget for _, widget in self.fields.values()), self.confirm)
        first.setFocus()

    def submit(self) -> None:
        if not self.confirm.isEnabled():
            return
        wrong = None
        for name, (field, widget) in self.fields.items():
            value, right = self._read(name)
            fault = not right or (field.needed and value in ("", None))
            mark_fault(widget, fault)
            wrong = wrong or (widget if fault else None)
        if wrong is not None:
            wrong.setFocus()
            return
        values = self.values()
        said = self._check(values) if self._check is not None else ""
        self._fault.setText(said)
        self._fault.setHidden(not said)
        if not said:
            self.submitted.emit(values)


def _hour(text: str) -> tuple[object, bool]:
    if not text:
        return None, True
    try:
        return time.fromisoformat(text.zfill(5) if ":" in text else f"{text.zfill(4)[:2]}:{text.zfill(4)[2:]}"), True
    except ValueError:
        return None, False


def moment_of(day: object, hour: object, zone: tzinfo | None) -> datetime | None:
    """A day and a time of the centre as one moment; None without either."""
    if not isinstance(day, date) or not isinstance(hour, time):
        return None
    return datetime.combine(day, hour, zone)


def text_of(values: Mapping[str, object], name: str) -> str:
    """A field's text, "" without one."""
    value = values.get(name)
    return value if isinstance(value, str) else ""


def day_of(values: Mapping[str, object], name: str) -> date | None:
    """A field's day."""
    value = values.get(name)
    return value if isinstance(value, date) else None


def number_of(values: Mapping[str, object], name: str, otherwise: int = 0) -> int:
    """A field's number."""
    value = values.get(name)
    return value if isinstance(value, int) else otherwise
