"""Who is at the window: found by name, initials, last four or telephone, else entered; checked and corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.errors import Refusal, Trouble
from terminal.office.people_views import PersonEntry, PersonRow, PersonView, changed, emptied
from terminal.screens.asking import Said
from terminal.screens.background import Background
from terminal.screens.counter.client_words import check, entry_fields, row_words
from terminal.screens.counter.pick_page import Choice, PickRows
from terminal.screens.counter.scrolled import scrolled
from terminal.screens.counter.who_button import WhoButton
from terminal.screens.desk import Desk
from terminal.screens.forms import FieldGrid
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band, ElidedLabel, KeyButton, SearchBox

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.case_views import Page
    from terminal.office.office import Office

SEARCH_MS: Final = 300  # every look is in the journal: not at each letter
NEW: Final = "new"
SHOWN: Final = ("phone", "address")  # of the record's fields, and may be emptied
ANYWAY: Final = "anyway"  # although somebody alike is known


class ResidentPage(QWidget):
    """Over the visit. Enter and F9 take the one selected; F2 goes on to entering, or to correcting the one known.

    ``chosen`` has the PersonView; ``left`` that nobody was chosen; ``refused`` that there shall be no case, which is
    offered only where a case waits for its resident.
    """

    chosen = Signal(object)
    left = Signal()
    refused = Signal()

    def __init__(self, background: Background, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.desk = Desk(background, "", self)
        self._person: PersonView | None = None
        self._before: PersonView | None = None  # the record that was shown to be corrected
        self._turn = 0  # how often it was asked: answers of before are somebody else's
        self._confirmed: PersonEntry | None = None  # entered anew although somebody alike is known
        self._entering = self.of_case = False  # of_case: a case waits for the answer
        self._offered = False  # those alike are on show, before somebody is entered
        self._listed = ""  # what was looked for to find those on show
        self._searching = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._searching.timeout.connect(self._search)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._theme
        self._title = ElidedLabel(theme, "", "title")
        self._hint = ElidedLabel(theme, "", "body", "ink2")
        self.search = SearchBox(theme, self.tr("Name, initials, last four, telephone or ID number"))
        self.rows = PickRows(theme)
        self.grid = FieldGrid(theme)
        self.band = Band(theme, 16)
        self.back = KeyButton(theme, self.tr("Back"), "Esc")
        self.enter = WhoButton(theme, self.tr("Enter somebody new"))
        self.without = KeyButton(theme, self.tr("Without a case"), "Alt+0")
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        for button in (self.back, self.enter):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.without)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        page.setSpacing(theme.px(8))
        for part in (self._title, self._hint, self.search, self.band):
            page.addWidget(part)
        page.addWidget(scrolled(theme, self.grid, self.rows), 1)
        page.addLayout(foot)

    def _connect(self) -> None:
        self.desk.told.connect(self._tell)
        self.search.searched.connect(lambda _: self._searching.start())
        self.search.stepped.connect(self.rows.step)
        self.search.accepted.connect(self._accept)
        self.search.left.connect(self.left)
        self.rows.picked.connect(self._take)
        self.grid.ended.connect(self._save)
        self.grid.settled.connect(lambda *_: self._judge())
        self.back.clicked.connect(self.left)
        self.enter.clicked.connect(self.begin_entry)
        self.without.clicked.connect(self.refused)

    # Coming.

    def ask(self, person: PersonView | None, by: str, *, of_case: bool = False) -> None:
        """Who is it? Whoever is known already is shown to be checked. ``of_case``: a case waits for the answer."""
        self._turn += 1
        self.desk.forget("search")  # what is still looked for is somebody else's
        self.desk.by, self._person, self._confirmed, self._offered = by, person, None, False
        self.of_case = of_case
        self.without.setVisible(of_case)
        self.band.quiet()
        self.search.clear()
        self.rows.set_choices([])
        if person is None:
            self._look_for()
        else:
            self.begin_entry()

    def confirm(self) -> None:
        """F9: the one selected, or what was entered."""
        if self._entering:
            self._save()
        else:
            self._accept()

    def next_key(self) -> None:
        """F2 once more: from looking to entering, and back."""
        if self._offered:
            self._back_to_entry()
        elif not self._entering:
            self.begin_entry()
        else:
            self._person = None
            self._look_for()

    def _back_to_entry(self) -> None:
        self._offered = False
        self._title.set_text(self.tr("Enter somebody new"))
        self._hint.set_text("")
        self.rows.set_choices([])
        self._show(entering=True)
        self.grid.focus_first()

    def _look_for(self) -> None:
        self._offered = False
        self._title.set_text(self.tr("Whose case is it?") if self.of_case else self.tr("Who is it?"))
        self._hint.set_text(self.tr("Type a few letters; F2 enters somebody new."))
        self._show(entering=False)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_entry(self) -> None:
        """Enter somebody, or correct whoever is known."""
        self._offered = False
        person, typed = self._person, self.search.text().strip()
        self._before = person
        self._title.set_text(self.tr("Check and correct") if person else self.tr("Enter somebody new"))
        number = person.masked_number if person else ""
        self._hint.set_text(self.tr("ID number {number} is on record.").format(number=number) if number else "")
        self.grid.show_fields(entry_fields(needs_name=True), self.desk.now().date(), sections=False)
        values = {"name": typed if not typed.isascii() else "", "phone": "", "address": ""}
        if person is not None:
            values = {"name": person.name, "phone": person.phone, "address": person.address}
        elif typed.isdigit():
            values["number" if len(typed) > 11 else "phone"] = typed
        self.grid.show_values(values)
        self.rows.set_choices([])
        self._show(entering=True)
        self._judge()
        self.grid.focus_first()

    def _show(self, *, entering: bool) -> None:
        self._entering = entering
        self.enter.set_face(self.tr("Enter somebody new"))
        for widget, shown in ((self.grid, entering), (self.search, not entering), (self.enter, not entering)):
            widget.setVisible(shown)

    # Looking.

    def _search(self) -> None:
        text, by = self.search.text().strip(), self.desk.by
        if not text and self._offered:
            return
        self._offered = False
        if not text:
            self.desk.forget("search")
            self._listed = ""
            self.rows.set_choices([])
            return
        self.desk.read(
            "search",
            lambda office: office.residents.search(text, limit=20, by=by),
            lambda page: self._found(page, text),
        )

    def _found(self, page: Page, text: str) -> None:
        self._listed = text
        choices = [self._choice(row) for row in page.rows if isinstance(row, PersonRow)]
        new = Choice(NEW, "", self.tr("Enter somebody new"), remark="F2")
        self.rows.set_choices([*choices, new])

    def _choice(self, row: PersonRow) -> Choice:
        open_cases = self.tr("open cases: {n}").format(n=row.open_cases) if row.open_cases else ""
        return Choice(row.id, row.name, row_words(row), open_cases)

    def _accept(self) -> None:
        if self._listed == self.search.text().strip():
            self.rows.take()
        else:  # typed and confirmed at once: the answer selects, a second Enter takes
            self._searching.stop()
            self._search()

    def _take(self, value: object) -> None:
        if value == NEW:
            self.begin_entry()
            return
        if value == ANYWAY:
            self._back_to_entry()
            self._save()
            return
        resident, by = int(str(value)), self.desk.by
        turn = self._turn
        self.desk.act(lambda office: office.residents.view(resident, by=by), lambda person: self._came(turn, person))

    def _came(self, turn: int, person: PersonView) -> None:
        """Of whoever was asked for before, it comes too late."""
        if turn == self._turn:
            self.chosen.emit(person)

    # Entering.

    def _entry(self) -> PersonEntry:
        said = {name: str(row.value) for name, row in self.grid.rows.items()}
        return PersonEntry(said["name"], said["number"], said["phone"], address=said["address"])

    def _judge(self) -> None:
        self.grid.show_errors(check(self._entry(), known=self._person is not None))

    def _save(self) -> None:
        entry, person, by = self._entry(), self._person, self.desk.by
        self.grid.show_errors(check(entry, known=person is not None))
        if self.grid.show_all_errors():
            return
        confirmed, turn, before = entry == self._confirmed, self._turn, self._before or person

        def verb(office: Office) -> PersonView | tuple[PersonRow, ...]:
            if person is not None:
                clear = emptied(before, entry, SHOWN)
                said = changed(before or person, person, entry, SHOWN)
                return office.residents.change(person.id, said, version=person.version, clear=clear, by=by)
            alike = () if confirmed or entry.number else office.residents.alike(entry)
            return alike or office.residents.enter(entry, by=by)

        def done(found: PersonView | tuple[PersonRow, ...]) -> None:
            if not isinstance(found, tuple):
                self._came(turn, found)
            elif turn == self._turn:
                self._offer_alike(entry, found)

        self.desk.act(verb, done, lambda trouble: self._refused(trouble, turn))

    def _refused(self, trouble: Trouble, turn: int) -> None:
        """What was typed stays; doing it again is done on the record as it is now."""
        self.desk.say(trouble)
        person, by = self._person, self.desk.by

        def again(now: PersonView) -> None:
            if turn == self._turn and self._person is person:
                self._person = now

        if person is not None and isinstance(trouble, Refusal):
            self.desk.read("again", lambda office: office.residents.view(person.id, by=by), again)

    def _offer_alike(self, entry: PersonEntry, rows: tuple[PersonRow, ...]) -> None:
        """What was entered stays behind the list; F2 leads back to it."""
        self._confirmed, self._offered, self._listed = entry, True, ""
        self.search.clear()
        anyway = Choice(ANYWAY, "", self.tr("None of these: enter somebody new"))
        self.rows.set_choices([*(self._choice(row) for row in rows), anyway])
        self._title.set_text(self.tr("Perhaps one of these?"))
        self._hint.set_text(self.tr("Enter takes the one selected; F2 leads back to what was entered."))
        self._show(entering=False)
        self.enter.set_face(self.tr("Back to the entry"))
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, said: Said | None) -> None:
        if said is None:
            self.band.quiet()
        else:
            self.band.say(*said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
