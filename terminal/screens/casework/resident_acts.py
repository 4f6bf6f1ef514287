"""What can be done with a resident's record, each with the form it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.errors import Trouble
from terminal.office.case_views import Page
from terminal.office.people_views import PersonRow, PersonView, changed, emptied
from terminal.screens.asking import Said
from terminal.screens.casework import resident_forms as forms
from terminal.screens.casework.fields_form import FieldsForm, Values, day_of, text_of
from terminal.screens.casework.resident_page import ResidentPage
from terminal.screens.casework.words import translate

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office


class ResidentActs(QObject):
    """Opens forms on the page and runs their verbs. ``case_begun`` tells whose new case is wanted, a PersonView."""

    case_begun = Signal(object)

    def __init__(self, page: ResidentPage) -> None:
        super().__init__(page)
        self._page, self.desk, self.theme = page, page.desk, page.theme
        self._made_on: PersonView | None = None  # the record that the open form was made on
        page.asked.connect(self.ask)

    @property
    def person(self) -> PersonView | None:
        """Whose record is on show."""
        return self._page.person

    def ask(self, name: str) -> None:
        """A button of the foot."""
        person = self.person
        if person is None or self.desk.busy:
            return
        doing = {
            "change": self._change, "need": self._need, "link": lambda: self._look(self._link),
            "consent": self._consent, "reveal": self._reveal, "merge": lambda: self._look(self._merge),
            "drop": self.drop_belonging, "new": self._begin_case,
        }  # fmt: skip
        doing[name]()

    def open_form(self, form: FieldsForm, verb: Callable[[Office, int, Values], object]) -> None:
        """Beside the record; F9 runs the verb with the resident and what was entered."""
        form.submitted.connect(lambda values: self.act(lambda office, resident: verb(office, resident, values)))
        self._page.open_form(form)

    def act(self, verb: Callable[[Office, int], object]) -> None:
        """Run a verb; then read anew. A refusal leaves the form as it was typed, on the record as it is now."""
        person = self.person
        if person is None:
            return
        resident = person.id

        def done(_: object) -> None:
            if not self._shows(resident):
                return
            self._page.refresh()
            if self._page.side.form is not None:
                self._page.close_form()
                self._page.take_focus()

        def refused(trouble: Trouble) -> None:
            self.desk.say(trouble)
            if self._shows(resident):
                self._made_on = None  # doing it again is done on the record as it is shown now
                self._page.refresh()

        self.desk.act(lambda office: verb(office, resident), done, refused)

    def _shows(self, resident: int) -> bool:
        """Whether their record is still the one on show."""
        return self.person is not None and self.person.id == resident

    def _begin_case(self) -> None:
        self.case_begun.emit(self.person)

    def _change(self) -> None:
        by, before = self.desk.by, self.person
        form = forms.record_form(self.theme, before)
        self._made_on = before

        def keep(values: Values) -> None:
            known = self._made_on or self.person
            if known is None or before is None:
                return
            version, whole = known.version, forms.entry_of(values)
            clear = emptied(before, whole, forms.MAY_BE_EMPTY)
            entry = changed(before, known, whole, forms.MAY_BE_EMPTY)
            self.act(
                lambda office, resident: office.residents.change(resident, entry, version=version, clear=clear, by=by)
            )

        form.submitted.connect(keep)
        self._page.open_form(form)

    def _need(self) -> None:
        assert self.person is not None
        by = self.desk.by
        self.open_form(
            forms.need_form(self.theme, self.person),
            lambda office, resident, values: office.residents.need(
                resident, text_of(values, "need"), text_of(values, "detail"), by=by
            ),
        )

    def _consent(self) -> None:
        by = self.desk.by
        self.open_form(
            forms.consent_form(self.theme, self.desk.now().date()),
            lambda office, resident, values: office.residents.consent(
                resident, text_of(values, "purpose"), text_of(values, "how"), day_of(values, "until"), by=by
            ),
        )

    def _reveal(self) -> None:
        """The whole number, noted down; it goes with the page."""
        person, by = self.person, self.desk.by
        assert person is not None

        def came(number: str) -> None:
            if not self._shows(person.id):
                return
            self._page.show_number(person.id, number)
            said = translate("Casework", "The number is shown; that you saw it is on record.")
            self.desk.told.emit(Said("calm", said))

        self.desk.act(lambda office: office.residents.reveal(person.id, by=by), came)

    def _look(self, then: Callable[[list[tuple[str, str]]], None]) -> None:
        """Look for somebody first."""
        assert self.person is not None
        mine, by = self.person.id, self.desk.by
        form = forms.find_form(self.theme, translate("Casework", "Look for the other person"))

        def came(page: Page) -> None:
            if self._page.side.form is not form:
                return  # left meanwhile
            people = [one for one in page.rows if isinstance(one, PersonRow) and one.id != mine]
            if people:
                then([(str(one.id), f"{one.name} {one.masked_number or one.phone}") for one in people])
            else:
                self.desk.told.emit(Said("calm", translate("Casework", "Nobody else is found by this.")))

        form.submitted.connect(
            lambda values: self.desk.act(
                lambda office: office.residents.search(text_of(values, "words"), limit=20, by=by), came
            )
        )
        self._page.open_form(form)

    def _link(self, people: list[tuple[str, str]]) -> None:
        by = self.desk.by
        self.open_form(
            forms.link_form(self.theme, people),
            lambda office, resident, values: office.residents.link(
                resident, int(text_of(values, "other")), text_of(values, "relation"),
                household=values["household"] == "yes", by=by,
            ),
        )  # fmt: skip

    def _merge(self, people: list[tuple[str, str]]) -> None:
        assert self.person is not None
        by = self.desk.by
        self.open_form(
            forms.merge_form(self.theme, self.person, people),
            lambda office, resident, values: office.residents.merge(resident, int(text_of(values, "gone")), by=by),
        )

    def drop_belonging(self) -> None:
        """Take away the need, relative or consent in hand, or undo the merge."""
        at, by = self._page.belongings.current, self.desk.by
        if not 0 <= at < len(self._page.belongs):
            return
        kind, key = self._page.belongs[at]

        def verb(office: Office, resident: int) -> object:
            if kind == "need":
                return office.residents.drop_need(resident, str(key), by=by)
            if kind == "link":
                return office.residents.unlink(resident, int(key), by=by)
            undo = office.residents.undo_merge if kind == "merge" else office.residents.withdraw_consent
            return undo(int(key), by=by)

        if kind:
            self.act(verb)
