"""Whom to ring: people who cannot be written to, and those whose message did not go out for certain."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from terminal.office.booking_views import MessageRow
from terminal.screens import dates
from terminal.screens.booking import list_words
from terminal.screens.booking.list_pane import ListPane
from terminal.screens.booking.list_side import Shown, Verb
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme
from terminal.screens.tokens import Role
from terminal.screens.widgets.facts import Fact
from terminal.screens.widgets.side_form import TextForm
from terminal.screens.widgets.wide_list import Cell, WideRow

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

LONGEST_NOTE: Final = 200  # as the model has it
_AGAIN: Final = ("failed", "unsure")  # states from which a message may be sent again


class CallsPane(ListPane[MessageRow]):
    """The number large, what to say beside it; residents first, the oldest first."""

    name = "calls"
    verbs = (Verb("called", "F5", "filled"), Verb("retry", "F6"), Verb("drop", "F7", "danger"))
    lead: Role = "title"

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, theme, parent)
        self.put_rule()

    def read(self, office: Office) -> tuple[MessageRow, ...]:
        outbox = office.outbox
        found = (*outbox.calls(), *outbox.messages("failed"), *outbox.messages("unsure"))
        return tuple(sorted(found, key=lambda one: (list_words.to_staff(one), one.id)))

    def key(self, entry: MessageRow) -> int:
        return entry.id

    def row(self, entry: MessageRow) -> WideRow:
        badge, kind = list_words.message_badge(entry)
        minutes = list_words.minutes_since(entry.created_at, self.desk.now())
        number = list_words.number_of(entry)
        return WideRow(
            Cell(number or "–", token="primary" if number else "ink3"),
            Cell(entry.name, list_words.unsigned(entry.text)),
            right=Cell(list_words.occasion(entry), list_words.age(minutes)),
            badge=badge,
            badge_kind=kind,
        )

    def about(self, entry: MessageRow) -> Shown:
        translate = QCoreApplication.translate
        badge, kind = list_words.message_badge(entry)
        number = list_words.number_of(entry)
        facts = (
            Fact(translate("Booking", "Phone"), "" if number else translate("Booking", "no number"), "ink3"),
            Fact(translate("Booking", "About"), list_words.occasion(entry)),
            Fact(translate("Booking", "Since"), dates.moment(entry.created_at)),
            Fact(translate("Booking", "Tried"), str(entry.attempts) if entry.attempts else ""),
        )
        return Shown(entry.name, facts, badge, kind, number, translate("Booking", "To be said"), entry.text)

    def allowed(self, entry: MessageRow) -> Collection[str]:
        return ("called", "retry", "drop") if entry.state in _AGAIN else ("called", "drop")

    def empty(self) -> str:
        return QCoreApplication.translate("Booking", "Nobody is to be rung.")

    def rule(self) -> str:
        return QCoreApplication.translate(
            "Booking", "People whom no text message reaches, and messages that may not have gone out. Residents first."
        )

    def faces(self) -> dict[str, str]:
        translate = QCoreApplication.translate
        return {
            "called": translate("Booking", "Has been told"),
            "retry": translate("Booking", "Send again"),
            "drop": translate("Booking", "Not needed"),
        }

    def do(self, verb: str, entry: MessageRow) -> None:
        {"called": self._called, "retry": self._retry, "drop": self._drop}[verb](entry)

    def _called(self, entry: MessageRow) -> None:
        translate, by = QCoreApplication.translate, self.desk.by
        form = TextForm(
            self.theme, translate("Booking", "Told by telephone"), entry.text, translate("Booking", "Has been told"),
            hint=translate("Booking", "What came of it, if anything"), longest=LONGEST_NOTE,
        )  # fmt: skip
        said = translate("Booking", "{name} has been told.").format(name=entry.name)
        self.ask_first(form, lambda office, note: office.outbox.called(entry.id, note, by=by), said)

    def _drop(self, entry: MessageRow) -> None:
        translate, by = QCoreApplication.translate, self.desk.by
        form = TextForm(
            self.theme, translate("Booking", "Not needed any more?"),
            translate("Booking", "{name} is not told of it, neither in writing nor by telephone.").format(
                name=entry.name
            ),
            translate("Booking", "Take it off the list"), kind="danger",
        )  # fmt: skip
        said = translate("Booking", "It is off the list.")
        self.ask_first(form, lambda office, _: office.outbox.drop(entry.id, by=by), said)

    def _retry(self, entry: MessageRow) -> None:
        by = self.desk.by
        said = QCoreApplication.translate("Booking", "The message to {name} is queued again.").format(name=entry.name)
        self.act(lambda office: office.outbox.retry(entry.id, by=by), lambda _: said)
