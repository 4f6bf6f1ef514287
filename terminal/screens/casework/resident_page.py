"""A resident: the record, what they need, who belongs to them, what they agreed to, and their cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.office.case_views import CaseRow
from terminal.office.people_views import PersonView
from terminal.screens import dates
from terminal.screens.casework import words
from terminal.screens.casework.column_head import ColumnHead
from terminal.screens.casework.found_list import FoundList
from terminal.screens.casework.side_stack import SideStack
from terminal.screens.casework.words import translate
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, KeyButton, VLine
from terminal.screens.widgets.facts import Fact, Facts
from terminal.screens.widgets.ruled_list import ListRow, RuledList
from terminal.screens.widgets.side_form import Form
from terminal.screens.wording import joined

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

_KEYS: Final = (("change", "F5"), ("need", "F6"), ("link", "F7"), ("consent", "F8"), ("reveal", "F4"), ("merge", "F11"),
                ("new", "Ctrl+N"))  # fmt: skip


class ResidentPage(QWidget):
    """``asked`` tells a button's name. Enter opens a case, or the record of a relative; Delete takes away what is in
    hand of needs, relatives and consents, and undoes a merge.
    """

    left = Signal()
    case_asked = Signal(int)
    asked = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        self.person: PersonView | None = None
        self._wanted: int | None = None  # whose record was asked for, read or not
        self._opening = False  # the focus goes to it with whichever answer comes first: a newer read drops an older one
        self.number = ""
        self.belongs: list[tuple[str, int | str]] = []  # what the rows at the right stand for
        self.name = ElidedLabel(theme, "", "title")
        self.about = ElidedLabel(theme, "", "body", "ink2")
        self.facts = Facts(theme)
        self.cases_head, self.belongings_head = ColumnHead(theme), ColumnHead(theme)
        self.cases, self.belongings = FoundList(theme), RuledList(theme)
        self.buttons = {name: KeyButton(theme, "", key) for name, key in _KEYS}
        self.back = KeyButton(theme, "", "", kind="link", icon="chevron-left")
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.cases.opened.connect(self._open_case)
        self.belongings.opened.connect(self._open_belonging)
        self.drop = KeyButton(theme, "", "Del", kind="danger", parent=self)
        self.drop.clicked.connect(lambda: self.asked.emit("drop"))
        self._foot.insertWidget(len(self.buttons), self.drop)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        desk.busy_changed.connect(self._enable)
        self.retranslate()

    def _lay_out(self) -> None:
        theme, side = self.theme, self.theme.px(24)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(12), theme.px(12), side, theme.px(12))
        head.setSpacing(theme.px(12))
        names = QVBoxLayout()
        names.setSpacing(theme.px(2))
        names.addWidget(self.name)
        names.addWidget(self.about)
        head.addWidget(self.back)
        head.addLayout(names, 1)
        self._record = QWidget()
        record = QVBoxLayout(self._record)
        record.setContentsMargins(side, theme.px(12), side, side)
        record.addWidget(self.facts)
        record.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.cases_head)
        middle.addWidget(HLine(theme))
        middle.addWidget(self.cases, 1)
        belongings = QWidget()
        right = QVBoxLayout(belongings)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.belongings_head)
        right.addWidget(self.belongings, 1)
        self.side = SideStack(theme, belongings)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._record)
        body.addWidget(VLine(theme))
        body.addLayout(middle, 1)
        body.addWidget(self.side)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._foot.setSpacing(theme.px(8))
        for button in self.buttons.values():
            self._foot.addWidget(button)
        self._foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(HLine(theme))
        column.addLayout(body, 1)
        column.addWidget(HLine(theme))
        column.addLayout(self._foot)

    # Words.

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        faces = {
            "change": translate("Casework", "Change"),
            "need": translate("Casework", "Need"),
            "link": translate("Casework", "Household"),
            "consent": translate("Casework", "Consent"),
            "reveal": translate("Casework", "Show the number"),
            "merge": translate("Casework", "Merge"),
            "new": translate("Casework", "New case"),
        }
        for name, button in self.buttons.items():
            button.set_face(faces[name])
        self.drop.set_face(translate("Casework", "Take it away"))
        self.back.set_face(translate("Casework", "Cases"))
        if self.person is not None:
            self.show_person(self.person, self.cases.found)

    # Reading and showing.

    def open_resident(self, resident: int) -> None:
        """Show another resident."""
        if self.person is None or self.person.id != resident:
            self.close_form()
            self.person, self.number = None, ""
            self.cases.let_go()
            self.belongings.let_go()
        self._wanted, self._opening = resident, True
        self._enable()
        self.refresh()

    def refresh(self) -> None:
        """Read the record and their cases anew; an open form stays."""
        resident, by = self._wanted, self.desk.by
        if resident is None:
            return

        def verb(office: Office) -> tuple[PersonView, tuple[CaseRow, ...]]:
            person = office.residents.view(resident, by=by)
            return person, office.cases.of_resident(resident)

        def came(found: tuple[PersonView, tuple[CaseRow, ...]]) -> None:
            self.show_person(found[0], found[1])
            if self._opening:
                self._opening = False
                self.take_focus()

        self.desk.read("resident", verb, came)

    def show_person(self, person: PersonView, cases: tuple[object, ...]) -> None:
        """Show a record as the office told it; an answer that was overtaken by a newer one is dropped."""
        if self.person is not None and self.person.id == person.id and person.version < self.person.version:
            return
        self.person, self._wanted = person, person.id
        today = self.desk.now().date()
        self.name.set_text(person.name)
        about = (words.sex(person.sex), words.years(person.birth, today), person.community)
        self.about.set_text(joined(filter(None, about), "・"))
        self._show_facts(person)
        rows = tuple(one for one in cases if isinstance(one, CaseRow))
        self.cases_head.set_words(translate("Casework", "Their cases"), str(len(rows) or ""))
        self.cases.show_found(rows, today, translate("Casework", "They have no case here."))
        self._show_belongings(person)
        self._enable()

    def show_number(self, resident: int, number: str) -> None:
        """The whole number of the resident on show, until another one is; of somebody else it is dropped."""
        if self.person is not None and self.person.id == resident:
            self.number = number
            self._show_facts(self.person)

    def _show_facts(self, person: PersonView) -> None:
        self.facts.set_facts(
            (
                Fact(translate("Casework", "Document"), words.known(words.DOCUMENTS, person.document)),
                *self._number(person),
                Fact(translate("Casework", "Telephone"), person.phone),
                Fact(translate("Casework", "Born"), dates.full_day(person.birth) if person.birth else ""),
                Fact(translate("Casework", "Ethnic group"), person.nation),
                Fact(translate("Casework", "Address"), person.address),
                Fact(translate("Casework", "Community"), person.community),
                Fact(translate("Casework", "Known since"), dates.full_day(person.since)),
                Fact(translate("Casework", "Note"), person.note, "wait-text"),
            )
        )

    def _number(self, person: PersonView) -> tuple[Fact, ...]:
        label = translate("Casework", "Number")
        if self.number or person.masked_number.strip("*"):
            return (Fact(label, self.number or person.masked_number),)
        if not person.masked_number:
            return ()
        away = translate("Casework", "The key file is not on this machine: the number cannot be read until it is.")
        return (Fact(label, away, "wait-text"),)

    def _show_belongings(self, person: PersonView) -> None:
        rows: list[ListRow] = []
        self.belongs = []
        for need in person.needs:
            word = words.known(words.NEEDS, need.need)
            rows.append(
                ListRow(word, dates.short_day(need.since), need.detail or translate("Casework", "special need"))
            )
            self.belongs.append(("need", need.need))
        for link in person.links:
            note = translate("Casework", "one household") if link.household else link.phone
            rows.append(ListRow(link.name, words.known(words.RELATIONS, link.relation), note))
            self.belongs.append(("link", link.id))
        for consent in person.consents:
            given = translate("Casework", "agreed to {purpose}").format(
                purpose=words.known(words.PURPOSES, consent.purpose)
            )
            gone = consent.withdrawn_at is not None
            right = translate("Casework", "taken back") if gone else words.known(words.CONSENTED, consent.how)
            until = dates.full_day(consent.until) if consent.until else ""
            note = translate("Casework", "until {day}").format(day=until) if until else dates.full_day(consent.given_at)
            rows.append(ListRow(given, right, note, "quiet" if gone else "ok"))
            self.belongs.append(("" if gone else "consent", consent.id))
        for merge in person.merged:
            title = translate("Casework", "Merged with another entry")
            rows.append(ListRow(title, "", translate("Casework", "Delete undoes it")))
            self.belongs.append(("merge", merge))
        empty = translate("Casework", "No need, relative or consent is entered.")
        self.belongings_head.set_words(translate("Casework", "Needs, household, consents"))
        self.belongings.show_rows(rows, empty, self.belongs)

    def take_focus(self) -> None:
        """To the cases, or to what can be done."""
        form = self.side.form
        if isinstance(form, Form):
            form.start()
        else:
            (self.cases if self.cases.found else self.buttons["change"]).setFocus()

    def _enable(self) -> None:
        free = not self.desk.busy and self.person is not None
        for button in (*self.buttons.values(), self.drop):
            button.setEnabled(free)
        self.drop.setEnabled(free and bool(self.belongs) and self.side.form is None)  # Delete is the form's then
        if isinstance(self.side.form, Form):
            self.side.form.allow(not self.desk.busy)

    def _open_case(self, _index: int) -> None:
        found = self.cases.in_hand
        if isinstance(found, CaseRow):
            self.case_asked.emit(found.id)

    def _open_belonging(self, index: int) -> None:
        kind, key = self.belongs[index]
        if kind == "link" and isinstance(key, int):
            self.open_resident(key)

    # Forms.

    def open_form(self, form: Form) -> None:
        """Beside the record."""
        form.left.connect(self.step_back)
        self.side.open_form(form)
        self._enable()
        form.start()

    def close_form(self) -> None:
        """Back to what belongs to them."""
        if self.side.form is not None:
            self.side.close_form()
            self._enable()

    def step_back(self) -> bool:
        """Escape: an open form goes. False when there is none."""
        if self.side.form is None:
            return False
        self.close_form()
        self.take_focus()
        return True

    # Room.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self.theme
        wide = 1.2 if theme.contrast else 1.0
        roomy = self.width() >= theme.px(1180 * wide)
        self._record.setFixedWidth(theme.px((352 if roomy else 280) * (1.4 if theme.contrast else 1)))
        self.side.setFixedWidth(theme.px((376 if roomy else 304) * wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("surface"))
