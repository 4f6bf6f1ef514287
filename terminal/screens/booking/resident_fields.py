"""Name, ID number and telephone: three fields, each with what is wrong with it said below while one types."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from terminal.office.booking_views import ResidentView
from terminal.rules import id_number, phone
from terminal.screens.booking.checks import LENGTH, Person, number_finding, phone_finding
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import ElidedLabel
from terminal.screens.widgets.needed import mark_fault

Note = tuple[str, Token]
FIELDS: Final = ("name", "number", "phone")


class Field(NamedTuple):
    """One field, and the note below it."""

    edit: QLineEdit
    note: ElidedLabel


class ResidentFields(QWidget):
    """Enter goes on to the next field, after the last one ``done``. ``edited`` has a Person at every change."""

    edited = Signal(object)
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known: ResidentView | None = None
        self._silent = False
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnMinimumWidth(0, theme.px(64))
        grid.setColumnStretch(1, 1)
        labels = {"name": self.tr("Name"), "number": self.tr("ID number"), "phone": self.tr("Telephone")}
        self.fields: dict[str, Field] = {}
        for row, name in enumerate(FIELDS):
            edit = QLineEdit()
            edit.setAccessibleName(labels[name])
            note = ElidedLabel(theme, "", "note", "ink3")
            grid.addWidget(ElidedLabel(theme, labels[name], "body", "ink2", elastic=False), 2 * row, 0)
            grid.addWidget(edit, 2 * row, 1)
            grid.addWidget(note, 2 * row + 1, 1)
            self.fields[name] = Field(edit, note)
            edit.textEdited.connect(self._edit)
            edit.returnPressed.connect(lambda row=row: self._next(row))
        self.fields["number"].edit.setInputMethodHints(Qt.InputMethodHint.ImhPreferUppercase)

    @property
    def person(self) -> Person:
        """As entered so far."""
        name, number, call = (self.fields[field].edit.text() for field in FIELDS)
        return Person(name.strip(), number.strip(), call.strip(), self._known)

    def show_person(self, person: Person) -> None:
        """Show somebody else; nothing is told."""
        self._known = person.known
        for field, text in zip(FIELDS, (person.name, person.number, person.phone), strict=True):
            edit = self.fields[field].edit
            if edit.text().strip() != text:
                edit.setText(text)
        masked = person.known.masked_number if person.known is not None else ""
        self.fields["number"].edit.setPlaceholderText(masked)
        self._judge()

    def focus_first(self) -> None:
        """To the first field that lacks something."""
        lacks = self.person.lacks()
        at = next((field for field in FIELDS if field in lacks), None)
        if at is None:
            self.done.emit()
        else:
            self.fields[at].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self) -> None:
        self._judge()
        self.edited.emit(self.person)

    def _next(self, row: int) -> None:
        if row + 1 < len(FIELDS):
            self.fields[FIELDS[row + 1]].edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focus_first()

    # What is said below.

    def _judge(self) -> None:
        person = self.person
        notes = {"name": ("", "ink3"), "number": self._number(person), "phone": self._phone(person)}
        if not person.name and (person.number or person.phone):
            notes["name"] = (self.tr("as on the ID card"), "ink3")
        for field, (text, token) in notes.items():
            edit, note = self.fields[field]
            note.set_text(text, token)
            mark_fault(edit, token == "trouble")
            edit.setAccessibleDescription(text)

    def _number(self, person: Person) -> Note:
        finding = number_finding(person.number)
        if finding == "short":
            left = LENGTH - len(id_number.normalised(person.number))
            return self.tr("{n} more").format(n=left), "ink3"
        if finding == "" and person.needs_number:
            return self.tr("needed, as something was changed"), "wait-text"
        if finding == "" and person.known is not None and person.known.masked_number:
            return self.tr("on record"), "ok-text"
        said: dict[str, Note] = {
            "form": (self.tr("18 characters as on the card"), "trouble"),
            "birth": (self.tr("no such date of birth"), "trouble"),
            "check": (self.tr("a digit is wrong: the check digit differs"), "trouble"),
            "good": (self.tr("check digit right"), "ok-text"),
        }
        return said.get(finding, ("", "ink3"))

    def _phone(self, person: Person) -> Note:
        finding = phone_finding(person.phone)
        if finding == "short":
            left = 11 - len(phone.normalised(person.phone))
            return self.tr("{n} more").format(n=left), "ink3"
        said: dict[str, Note] = {
            "form": (self.tr("11 digits, or a landline with its area code"), "trouble"),
            "landline": (self.tr("landline: cannot be texted, will be called"), "wait-text"),
            "good": (self.tr("gets a text message"), "ok-text"),
        }
        if finding == "" and person.number and number_finding(person.number) == "good":
            return self.tr("without one nobody can tell of changes"), "wait-text"
        return said.get(finding, ("", "ink3"))
