"""What the lists of appointments have in common: moved on the page that books, cancelled with a reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from terminal.office.booking_views import BookingView
from terminal.screens import dates
from terminal.screens.booking.list_pane import ListPane
from terminal.screens.widgets.facts import Fact
from terminal.screens.widgets.side_form import TextForm


class BookingsPane(ListPane[BookingView]):
    """``move_asked`` tells the id of an appointment that is to be moved."""

    move_asked = Signal(int)

    def key(self, entry: BookingView) -> int:
        return entry.id

    def faces(self) -> dict[str, str]:
        translate = QCoreApplication.translate
        return {"move": translate("Booking", "Move"), "cancel": translate("Booking", "Cancel")}

    def do(self, verb: str, entry: BookingView) -> None:
        if verb == "move":
            self.move_asked.emit(entry.id)
        elif verb == "cancel":
            self._ask_to_cancel(entry)

    def _ask_to_cancel(self, entry: BookingView) -> None:
        """The reason, then the appointment is cancelled and the resident told."""
        translate, by = QCoreApplication.translate, self.desk.by
        text = translate("Booking", "{name}, {when}. The resident is told; the slot becomes free for others.")
        form = TextForm(
            self.theme, translate("Booking", "Cancel the appointment"),
            text.format(name=entry.name, when=dates.moment(entry.start)), translate("Booking", "Cancel it"),
            kind="danger", hint=translate("Booking", "Reason, if one was given"),
        )  # fmt: skip
        self.ask_first(
            form, lambda office, reason: office.appointments.cancel(entry.id, reason, by=by),
            translate("Booking", "The appointment of {name} is cancelled.").format(name=entry.name),
        )  # fmt: skip


def time_fact(entry: BookingView) -> Fact:
    """The day, from when and until when."""
    label = QCoreApplication.translate("Booking", "Time")
    return Fact(label, f"{dates.long_day(entry.day)} {dates.times(entry.start, entry.end)}")


def item_facts(entry: BookingView) -> list[Fact]:
    """Its items, each on a line of its own."""
    label = QCoreApplication.translate("Booking", "Items")
    return [Fact("" if at else label, item.title) for at, item in enumerate(entry.items)]
