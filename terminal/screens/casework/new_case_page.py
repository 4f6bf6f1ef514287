"""A new case at the door or by telephone: whose it is, which item, and whether all of it is done for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminal.office.case_views import CaseView, Page
from terminal.office.people_views import PersonRow, PersonView
from terminal.screens.casework import new_case_forms as forms
from terminal.screens.casework import resident_forms
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
    """One small form after the other; F9 goes on, Escape leaves, or leads back from the agent to the case, of which
    nothing is lost. ``opened`` tells the case's id.
    """

    left = Signal()
    opened = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._theme = desk, theme
        self.form: FieldsForm | None = None
        self._offered = forms.Offered()
        self._back: Callable[[], None] | None = None
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
        self._offered = forms.offered(items)
        if self.form is not None and "item" in self.form.fields:
            self.form.offer("item", self._offered.parts, self._offered.found_by)

    def _look(self) -> None:
        form = resident_forms.find_form(self._theme, translate("Casework", "New case: whose is it?"))
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
        form = resident_forms.record_form(self._theme, None)
        form.submitted.connect(
            lambda values: self.desk.act(
                lambda office: office.residents.enter(resident_forms.entry_of(values), by=self.desk.by), self._ask_item
            )
        )
        self._show(form)

    def _ask_item(self, person: PersonRow | PersonView, values: Values | None = None) -> None:
        form = forms.order_form(
            self._theme, person, self._offered, values or dict(forms.DEFAULTS),
            lambda said: forms.order_fault(said, person, self._offered),
        )  # fmt: skip

        def go_on(said: Values) -> None:
            if said["comes"] == "agent":
                self._ask_agent(person, said)
            else:
                self._register(person, said, None)

        form.submitted.connect(go_on)
        self._show(form)

    def _ask_agent(self, person: PersonRow | PersonView, order: Values) -> None:
        form = forms.agent_form(self._theme, person)
        form.submitted.connect(lambda values: self._register(person, order, values))
        self._show(form, lambda: self._ask_item(person, order))

    def _register(self, person: PersonRow | PersonView, order: Values, agent: Values | None) -> None:
        by, resident = self.desk.by, person.id

        def verb(office: Office) -> CaseView:
            return office.cases.register(
                text_of(order, "item"), resident, proxy=order["proxy"] == "yes",
                agent=forms.agent_of(agent) if agent else None, relation=text_of(agent or {}, "relation"),
                source=text_of(order, "source"), delivery=text_of(order, "delivery"),
                deliver_to=text_of(order, "deliver_to"), by=by,
            )  # fmt: skip

        self.desk.act(verb, lambda case: self.opened.emit(case.row.id))

    # Showing.

    def _show(self, form: FieldsForm, back: Callable[[], None] | None = None) -> None:
        """``back``: where Escape leads, unless away."""
        if self.form is not None:
            self.form.hide()  # its F9 is not heard any more
            self._row.removeWidget(self.form)
            self.form.deleteLater()
        self.form = form
        form.setFixedWidth(self._theme.px(WIDTH * (1.2 if self._theme.contrast else 1)))
        self._back = back
        form.left.connect(back or self.left.emit)
        self._row.addWidget(form)
        self._enable()
        form.show()
        form.start()

    def _enable(self) -> None:
        if self.form is not None:
            self.form.allow(not self.desk.busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._back is not None:
            self._back()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        if self.form is not None:
            painter.fillRect(self.form.geometry(), theme.colour("surface"))
