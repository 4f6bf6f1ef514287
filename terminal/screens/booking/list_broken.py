"""Appointments that cannot be kept: moved, cancelled, or the person told."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from terminal.office.booking_views import BookingView
from terminal.screens import dates
from terminal.screens.booking import list_words, words
from terminal.screens.booking.list_bookings import BookingsPane, item_facts, time_fact
from terminal.screens.booking.list_side import Shown, Verb
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.facts import Fact
from terminal.screens.widgets.wide_list import Cell, WideRow

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

_TOLD = "hours_changed"  # the message that says so


class BrokenPane(BookingsPane):
    """What each is to be told, and whether it was."""

    name = "broken"
    verbs = (Verb("move", "F5", "filled"), Verb("tell", "F6"), Verb("cancel", "F7", "danger"))

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, theme, parent)
        self.put_rule()

    def read(self, office: Office) -> tuple[BookingView, ...]:
        return office.appointments.broken()

    def row(self, entry: BookingView) -> WideRow:
        told, token = _told(entry)
        return WideRow(
            Cell(f"{entry.start:%H:%M}", dates.long_day(entry.day)),
            Cell(entry.name, words.items(entry)),
            Cell(list_words.spaced(entry.phone), words.channel(entry.channel)),
            Cell(list_words.broken_word(entry.broken_by), told, "trouble", token),
        )

    def about(self, entry: BookingView) -> Shown:
        translate = QCoreApplication.translate
        told, token = _told(entry)
        facts = (
            Fact(translate("Booking", "Code"), entry.code),
            time_fact(entry),
            *item_facts(entry),
            Fact(translate("Booking", "Phone"), list_words.spaced(entry.phone)),
            Fact(translate("Booking", "Channel"), words.channel(entry.channel)),
            Fact(translate("Booking", "Message"), told, token),
        )
        why = translate("Booking", "Why it cannot be kept")
        return Shown(entry.name, facts, heading=why, words=list_words.broken_sentence(entry.broken_by))

    def allowed(self, entry: BookingView) -> Collection[str]:
        untold = entry.told_of != _TOLD and entry.start > self.desk.now()
        return ("move", "tell", "cancel") if untold else ("move", "cancel")

    def empty(self) -> str:
        return QCoreApplication.translate("Booking", "Every appointment can be kept.")

    def rule(self) -> str:
        return QCoreApplication.translate(
            "Booking",
            "Hours, roster or catalogue were changed after these were booked. Agree on another time with each.",
        )

    def faces(self) -> dict[str, str]:
        return {"tell": QCoreApplication.translate("Booking", "Tell"), **super().faces()}

    def do(self, verb: str, entry: BookingView) -> None:
        if verb == "tell":
            self._tell(entry)
        else:
            super().do(verb, entry)

    def _tell(self, entry: BookingView) -> None:
        by = self.desk.by
        queued = QCoreApplication.translate("Booking", "{name} is told that we will call about another time.")
        ring = QCoreApplication.translate("Booking", "{name} cannot be written to and is now on the call list.")
        self.act(
            lambda office: office.appointments.tell(entry.id, by=by).told == "call",
            lambda call: (ring if call else queued).format(name=entry.name),
        )


def _told(entry: BookingView) -> tuple[str, Token]:
    """Whether the person knows: only a message that says so counts."""
    return list_words.delivery(entry.told if entry.told_of == _TOLD else "")
