"""A new case at the door or by telephone: whose it is, which item, and whether all of it is done for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminal.office.case_views import CaseView, Page
from terminal.office.people_views import PersonRow, PersonView
from terminal.screens.casework import resident_forms as forms
from terminal.screens.casework import words
from terminal.screens.casework.fields_form import Field, FieldsForm, Values, text_of
from terminal.screens.casework.words import translate
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office
    from terminal.office.views import ItemView

WIDTH: Final = 520
MOST_FOUND: Final = 20
NOBODY: Final = ""  # none of those found: somebody new


class NewCasePage(QWidget):
    """One small form after the other; F9 goes on, Escape goes back. ``opened`` tells the case's id."""

    left = Signal()
    opened = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._theme = desk, theme
        self.form: FieldsForm | None = None
        self._items: tuple[ItemView, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        desk.busy_changed.connect(self._enable)

    # The forms, one after the other.

    def begin(self, person: PersonRow | PersonView | None = None) -> None:
        """Whose is it? Of somebody who is known already, the item is asked at once."""
        self.desk.read("items", lambda office: office.catalogue.items(), self._named)
        if person is not None:
            self._ask_item(person)
        else:
            self._look()

    def refresh(self) -> None:
        """What was typed stays; nothing here is read anew."""

    def take_focus(self) -> None:
        """To the form's first field."""
        if self.form is not None:
            self.form.start()

    def _named(self, items: tuple[ItemView, ...]) -> None:
        self._items = items
        if self.form is not None and "item" in self.form.fields:
            self.form.offer("item", *self._offered())

    def _look(self) -> None:
        form = forms.find_form(self._theme, translate("Casework", "New case: whose is it?"))
        form.submitted.connect(
            lambda values: self.desk.act(
                lambda office: office.residents.search(text_of(values, "words"), limit=MOST_FOUND, by=self.desk.by),
                self._found,
            )
        )
        new = form.add_button(translate("Casework", "Enter somebody new"), "F2")
        new.clicked.connect(self._enter)
        self._show(form)

    def _found(self, page: Page) -> None:
        people = {str(one.id): one for one in page.rows if isinstance(one, PersonRow)}
        if not people:
            self._enter()
            return
        parts = [(key, f"{one.name} {one.masked_number or one.phone}") for key, one in people.items()]
        parts.append((NOBODY, translate("Casework", "none of these: enter somebody new")))
        fields = [Field("who", translate("Casework", "Who"), "pick", parts[0][0], parts=parts)]
        form = FieldsForm(
            self._theme, translate("Casework", "New case: whose is it?"), translate("Casework", "Go on"), fields
        )

        def take(values: Values) -> None:
            person = people.get(text_of(values, "who"))
            if person is None:
                self._enter()
            else:
                self._ask_item(person)

        form.submitted.connect(take)
        self._show(form)

    def _enter(self) -> None:
        form = forms.record_form(self._theme, None)
        form.submitted.connect(
            lambda values: self.desk.act(
                lambda office: office.residents.enter(forms.entry_of(values), by=self.desk.by), self._ask_item
            )
        )
        self._show(form)

    def _ask_item(self, person: PersonRow | PersonView) -> None:
        sources = [(name, words.say(text)) for name, text in words.SOURCES.items()]
        deliveries = [(name, words.say(text)) for name, text in words.DELIVERIES.items()]
        proxies = [
            ("no", translate("Casework", "comes in person")),
            ("yes", translate("Casework", "all done for them")),
        ]
        parts, found_by = self._offered()
        fields = [
            Field("", translate("Casework", "For"), "said", f"{person.name} {person.masked_number or person.phone}"),
            Field("item", translate("Casework", "Item"), "pick", "", True, parts=parts, found_by=found_by),
            Field("source", translate("Casework", "How it came in"), "choice", "door", parts=sources),
            Field("proxy", translate("Casework", "How it is done"), "choice", "no", parts=proxies),
            Field("delivery", translate("Casework", "How the result gets home"), "choice", "collect", parts=deliveries),
            Field("deliver_to", translate("Casework", "Where to, unless home"), longest=200),
        ]
        form = FieldsForm(
            self._theme, translate("Casework", "New case"), translate("Casework", "Open the case"), fields
        )
        resident = person.id

        def keep(values: Values) -> None:
            by = self.desk.by

            def verb(office: Office) -> CaseView:
                return office.cases.register(
                    text_of(values, "item"), resident, proxy=values["proxy"] == "yes",
                    source=text_of(values, "source"), delivery=text_of(values, "delivery"),
                    deliver_to=text_of(values, "deliver_to"), by=by,
                )  # fmt: skip

            self.desk.act(verb, lambda case: self.opened.emit(case.row.id))

        form.submitted.connect(keep)
        self._show(form)

    def _offered(self) -> tuple[list[tuple[str, str]], dict[str, str]]:
        parts = [(one.code, f"{one.name} {one.code}") for one in self._items]
        return parts, {one.code: one.initials for one in self._items}

    # Showing.

    def _show(self, form: FieldsForm) -> None:
        if self.form is not None:
            self.form.hide()  # its F9 is not heard any more
            self._row.removeWidget(self.form)
            self.form.deleteLater()
        self.form = form
        form.setFixedWidth(self._theme.px(WIDTH * (1.2 if self._theme.contrast else 1)))
        form.left.connect(self.left)
        self._row.addWidget(form)
        self._enable()
        form.show()
        form.start()

    def _enable(self) -> None:
        if self.form is not None:
            self.form.allow(not self.desk.busy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        if self.form is not None:
            painter.fillRect(self.form.geometry(), theme.colour("surface"))
