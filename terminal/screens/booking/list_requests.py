"""Open requests: every one is answered, what is urgent first, then the oldest."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from terminal.office.booking_views import BookingView, RequestView
from terminal.screens import dates
from terminal.screens.booking import list_words, words
from terminal.screens.booking.list_approval import Approval, ApprovalForm, read_ground
from terminal.screens.booking.list_new_request import NewRequest, NewRequestForm
from terminal.screens.booking.list_pane import ListPane
from terminal.screens.booking.list_side import Shown, Verb
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.facts import Fact
from terminal.screens.widgets.side_form import TextForm
from terminal.screens.widgets.wide_list import Cell, WideRow
from terminal.screens.wording import joined

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office
    from terminal.office.views import ItemView

AGING_MS: Final = 20_000


class RequestsPane(ListPane[RequestView]):
    """``book_asked`` tells the id of a request for which an ordinary slot is to be booked."""

    name = "requests"
    verbs = (
        Verb("book", "F5", "filled"),
        Verb("approve", "F5", "filled"),
        Verb("answer", "F6"),
        Verb("refuse", "F7", "danger"),
    )
    book_asked = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        self.add = small(KeyButton(theme, "", "F8"), theme)
        super().__init__(desk, theme, parent)
        self.put_rule(self.add)
        self.add.clicked.connect(self.note_new)
        aging = QTimer(self, interval=AGING_MS)
        aging.timeout.connect(self._age)
        aging.start()

    def _age(self) -> None:
        if self.isVisible() and self.shown:
            self.show_entries()

    # Showing.

    def read(self, office: Office) -> tuple[RequestView, ...]:
        return office.requests.open()

    def key(self, entry: RequestView) -> int:
        return entry.id

    def row(self, entry: RequestView) -> WideRow:
        minutes = list_words.minutes_since(entry.asked_at, self.desk.now())
        wanted = ""
        if entry.wanted_at is not None:
            text = QCoreApplication.translate("Booking", "wants {when}")
            wanted = text.format(when=dates.moment(entry.wanted_at))
        return WideRow(
            Cell(),
            Cell(entry.name, joined(filter(None, (entry.title, entry.reason)), "，")),
            Cell(list_words.spaced(entry.phone), words.channel(entry.channel)),
            Cell(list_words.age(minutes), wanted, list_words.age_token(minutes)),
            QCoreApplication.translate("Booking", "urgent") if entry.urgent else "",
        )

    def about(self, entry: RequestView) -> Shown:
        translate = QCoreApplication.translate
        minutes = list_words.minutes_since(entry.asked_at, self.desk.now())
        facts = (
            Fact(translate("Booking", "Asked"), dates.moment(entry.asked_at)),
            Fact(translate("Booking", "Waits"), list_words.age(minutes), list_words.age_token(minutes)),
            Fact(translate("Booking", "Channel"), words.channel(entry.channel)),
            Fact(translate("Booking", "Phone"), list_words.spaced(entry.phone)),
            Fact(translate("Booking", "Item"), entry.title or translate("Booking", "none named")),
            Fact(translate("Booking", "Wanted"), dates.moment(entry.wanted_at) if entry.wanted_at else ""),
        )
        badge = translate("Booking", "urgent") if entry.urgent else ""
        heading = translate("Booking", "Reason of the urgency") if entry.urgent else translate("Booking", "What for")
        return Shown(entry.name, facts, badge, heading=heading, words=entry.reason)

    def allowed(self, entry: RequestView) -> Collection[str]:
        return ("approve" if entry.urgent else "book", "answer", "refuse")

    def empty(self) -> str:
        return QCoreApplication.translate("Booking", "No request waits for an answer.")

    def rule(self) -> str:
        return QCoreApplication.translate(
            "Booking", "Every request is answered. What is urgent comes first, then the oldest."
        )

    def faces(self) -> dict[str, str]:
        translate = QCoreApplication.translate
        self.add.set_face(translate("Booking", "Note a request"))
        return {
            "book": translate("Booking", "Book a slot"),
            "approve": translate("Booking", "Approve"),
            "answer": translate("Booking", "Answer"),
            "refuse": translate("Booking", "Turn down"),
        }

    def enable(self) -> None:
        super().enable()
        urgent = self.entry is not None and self.entry.urgent
        there = self.entry is not None
        self.in_hand.buttons["book"].setHidden(not there or urgent)
        self.in_hand.buttons["approve"].setHidden(not urgent)

    # Doing.

    def do(self, verb: str, entry: RequestView) -> None:
        if verb == "book":
            self.book_asked.emit(entry.id)
        elif verb == "approve":
            self._approve(entry)
        else:
            self._write(entry, refuse=verb == "refuse")

    def _write(self, entry: RequestView, *, refuse: bool) -> None:
        translate, by = QCoreApplication.translate, self.desk.by
        text = translate("Booking", "{name} is told these words by text message, or by telephone.")
        if refuse:
            title, button = translate("Booking", "Turn the request down"), translate("Booking", "Turn down")
            hint = translate("Booking", "Why it cannot be done")
        else:
            title, button = translate("Booking", "Answer the request"), translate("Booking", "Answer")
            hint = translate("Booking", "What is to be told")
        form = TextForm(
            self.theme, title, text.format(name=entry.name), button, kind="danger" if refuse else "filled",
            hint=hint, needed=True,
        )  # fmt: skip
        said = translate("Booking", "The request of {name} is answered.").format(name=entry.name)

        def verb(office: Office, text: str) -> RequestView:
            settle = office.requests.refuse if refuse else office.requests.answer
            return settle(entry.id, text, by=by)

        self.ask_first(form, verb, said)

    def _approve(self, entry: RequestView) -> None:
        form = ApprovalForm(self.theme, entry, self.desk.now().date())
        form.day_asked.connect(lambda day: self._read_ground(form, day))
        form.approved.connect(lambda chosen: self._approved(entry, chosen))
        self.open_form(form)

    def _read_ground(self, form: ApprovalForm, day: date) -> None:
        def came(ground: object) -> None:
            if self.side.form is form:
                form.show_ground(ground)  # type: ignore[arg-type]

        self.desk.read("ground", lambda office: read_ground(office, day), came)

    def _approved(self, entry: RequestView, chosen: Approval) -> None:
        by = self.desk.by
        said = QCoreApplication.translate("Booking", "{name} is expected at window {counter}, {when}, code {code}.")

        def verb(office: Office) -> BookingView:
            return office.requests.approve(
                entry.id, start=chosen.start, staff=chosen.staff, counter=chosen.counter, item=chosen.item, by=by
            )

        self.act(
            verb,
            lambda made: said.format(
                name=made.name, counter=made.counter, when=dates.moment(made.start), code=made.code
            ),
        )

    # A new one.

    def note_new(self) -> None:
        """Open the form; the catalogue is read first."""

        def came(items: tuple[ItemView, ...]) -> None:
            form = self.open_form(NewRequestForm(self.theme, items, self.desk.now().date()))
            form.noted.connect(self._noted)

        self.desk.read("items", lambda office: office.catalogue.items(), came)

    def _noted(self, new: NewRequest) -> None:
        by = self.desk.by
        said = QCoreApplication.translate("Booking", "The request of {name} is noted.").format(name=new.resident.name)
        self.act(
            lambda office: office.requests.add(
                new.channel, new.resident, item=new.item, wanted_at=new.wanted_at, urgent=new.urgent,
                reason=new.reason, by=by,
            ),
            lambda _: said,
        )  # fmt: skip
