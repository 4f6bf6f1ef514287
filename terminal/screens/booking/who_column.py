"""Right column: the time in hand, the resident found or entered, and the button that books."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.office.booking_views import ResidentView
from terminal.rules import id_number, phone
from terminal.rules.resident import ResidentFields as CardFields
from terminal.screens import dates
from terminal.screens.booking.checks import Person, number_finding
from terminal.screens.booking.draft import Draft
from terminal.screens.booking.found_rows import FoundRows
from terminal.screens.booking.resident_fields import ResidentFields
from terminal.screens.booking.slot_band import SlotBand
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band, ElidedLabel, HLine, KeyButton, MainButton, SearchBox
from terminal.screens.widgets.facts import Fact, Facts, Head
from terminal.screens.wording import joined


class WhoColumn(QWidget):
    """Found by ID number, telephone or name; what was typed in vain goes into the field it belongs to."""

    confirmed = Signal()

    def __init__(self, theme: Theme, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._draft = theme, draft
        self._card: CardFields | None = None
        self._asked = ""
        self._build()
        self.search.accepted.connect(self._accept)
        self.search.stepped.connect(self.found.step)
        self.search.searched.connect(lambda _: self.found.set_found(()))
        self.found.picked.connect(self._take)
        self.fields.edited.connect(draft.set_person)
        self.fields.done.connect(self._ready)
        self.card.clicked.connect(self._take_card)
        self.main.clicked.connect(self.confirmed)
        draft.found.connect(self._came)
        self._seek = QShortcut(QKeySequence("F2"), self)
        self._seek.activated.connect(self.focus_search)

    def _build(self) -> None:
        theme = self._theme
        self.time = SlotBand(theme, self._draft)
        self._head = Head(theme, self.tr("Resident"), self.tr("find"), "F2")
        self.search = SearchBox(theme, self.tr("ID number, phone or name"))
        self.card = KeyButton(theme, "", "F2", icon="id-card")
        self.fields = ResidentFields(theme)
        self._facts = Facts(theme)
        self._standing = Band(theme, side=12)
        self._lacks = ElidedLabel(theme, "", "note", "ink2")
        self.main = MainButton(theme, self.tr("Confirm"), "F9", size=(272, 56))
        self.main.setMaximumWidth(16777215)
        self.main.setMinimumWidth(theme.px(200))
        column = QVBoxLayout(self)
        side = theme.px(24)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        column.setSpacing(0)
        for widget, gap in (
            (self.time, 0),
            (HLine(theme), 12),
            (self._head, 4),
            (self._facts, 0),
            (self.search, 8),
            (self.card, 8),
            (self.fields, 8),
            (self._standing, 0),
        ):
            inset = 0 if isinstance(widget, HLine) else side
            row = QVBoxLayout()
            row.setContentsMargins(inset, 0, inset, theme.px(gap))
            row.addWidget(widget)
            column.addLayout(row)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(side, 0, side, 0)
        foot.setSpacing(theme.px(8))
        foot.addWidget(self._lacks)
        foot.addWidget(self.main)
        column.addLayout(foot)
        self.found = FoundRows(theme, self)  # over the fields
        self.card.hide()

    # Showing.

    def show_draft(self, *, busy: bool, reachable: bool) -> None:
        """Show the draft as it stands."""
        draft = self._draft
        self.time.show_draft()
        moving = draft.moving
        for widget in (self.search, self.fields):
            widget.setHidden(moving is not None)
        self._facts.setHidden(moving is None)
        if moving is not None:
            self._facts.set_facts(
                (
                    Fact(self.tr("Name"), moving.name),
                    Fact(self.tr("ID number"), moving.masked_number),
                    Fact(self.tr("Telephone"), moving.phone),
                    Fact(self.tr("Code"), moving.code),
                )
            )
        else:
            self.fields.show_person(draft.person)
        self._show_card()
        self._show_standing(draft.person.known if moving is None else None)
        self._show_main(busy, reachable)

    def _show_main(self, busy: bool, reachable: bool) -> None:
        draft = self._draft
        lacks = draft.lacks()
        if draft.moving is not None:
            label = self.tr("Move it")
        else:
            label = self.tr("Try once more") if draft.lapsed() else self.tr("Confirm")
        self.main.set_face(self.tr("One moment…") if busy and not lacks else label)
        self.main.setEnabled(not lacks and not busy and reachable and not self._is_barred())
        names = {
            "items": self.tr("an item"),
            "slot": self.tr("a time"),
            "name": self.tr("the name"),
            "number": self.tr("the ID number"),
            "phone": self.tr("the telephone"),
        }
        missing = joined(names[one] for one in lacks)
        self._lacks.set_text(self.tr("Still needed: {what}").format(what=missing) if missing else "")

    def _is_barred(self) -> bool:
        known = self._draft.person.known
        return self._draft.moving is None and known is not None and known.barred_until is not None

    def _show_standing(self, known: ResidentView | None) -> None:
        if known is not None and known.barred_until is not None:
            until = dates.short_day(known.barred_until)
            self._standing.say(
                "trouble",
                self.tr("Too many missed: cannot book ahead until {day}").format(day=until),
                self.tr("A number can always be taken."),
            )
        elif known is not None and known.missed:
            self._standing.say("wait", self.tr("Missed {n} appointments lately").format(n=known.missed))
        else:
            self._standing.quiet()

    # The card on the reader.

    def offer_card(self, fields: CardFields | None) -> None:
        """Whose card lies on the reader, or nobody's."""
        self._card = fields
        self._show_card()

    def _show_card(self) -> None:
        card = self._card
        shown = card is not None and self._draft.moving is None and self._draft.person.number != card.number
        self.card.setVisible(shown)
        self._seek.setEnabled(not shown)  # F2 takes the card over while one lies there
        finds = not shown and self._draft.moving is None
        self._head.set_hint(*((self.tr("find"), "F2") if finds else ("", "")))
        if card is not None:
            self.card.set_face(self.tr("Take over {name}").format(name=card.name))

    def _take_card(self) -> None:
        if self._card is not None:
            person = Person(self._card.name, self._card.number, self._draft.person.phone)
            self.search.clear()
            self._draft.set_person(person)
            self._asked = self._card.number
            self._draft.find(self._card.number)  # who is known has a telephone already
            self.fields.focus_first()

    # Finding.

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        if self._draft.moving is None:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        else:
            self.main.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _accept(self) -> None:
        text = self.search.text().strip()
        if self.found.found:
            self.found.take()
        elif text:
            self._asked = text
            self._draft.find(text)
        else:
            self.fields.focus_first()

    def _came(self, found: tuple[ResidentView, ...]) -> None:
        asked = self._asked
        exact = id_number.fault(asked) is None
        if exact and len(found) == 1:
            self._take(found[0])
        elif found and not exact:
            self.found.set_found(found)
            self._place()
            self.found.raise_()
        elif self.search.text().strip() == asked:
            self._enter(asked)

    def _take(self, resident: ResidentView) -> None:
        typed = self._draft.person
        number = id_number.normalised(self._asked) if id_number.fault(self._asked) is None else ""
        call = resident.phone or typed.phone
        self._draft.set_person(Person(resident.name, number, call, resident))
        self.search.clear()
        self.fields.focus_first()

    def _enter(self, text: str) -> None:
        """Nobody has it: it goes where it belongs."""
        person = self._draft.person
        if number_finding(text) == "good":
            person = Person(person.name, id_number.normalised(text), person.phone)
        elif phone.kind(text) is not None:
            person = Person(person.name, person.number, phone.normalised(text))
        elif not any(letter.isdecimal() for letter in text):
            person = Person(text, person.number, person.phone)
        else:
            person = Person(person.name, text, person.phone)
        self.search.clear()
        self._draft.set_person(person)
        self.fields.focus_first()

    def _ready(self) -> None:
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_list(self) -> bool:
        """Close what hangs below the search field, or empty it. False when there was nothing to close."""
        if self.found.found or self.search.text():
            self.found.set_found(())
            self.search.clear()
            return True
        return False

    def _place(self) -> None:
        field = self.search.geometry()
        self.found.move(field.topLeft() + QPoint(0, field.height() + self._theme.px(4)))
        self.found.resize(field.width(), self.found.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))
