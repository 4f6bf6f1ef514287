"""Appointments that a change broke: each is moved, cancelled, or the person told, on the page of appointments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from terminal.office.booking_views import BookingView
from terminal.rules.masking import masked_name
from terminal.screens import dates
from terminal.screens.planning.panel import Panel
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.ruled_list import ListRow
from terminal.screens.wording import joined


class BrokenPanel(Panel):
    """``asked`` tells the id of the appointment in hand, and move, cancel or tell; ``left`` that it was closed.

    ``handled`` False: nothing is saved yet, they are only named.
    """

    asked = Signal(int, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, handled: bool = True) -> None:
        super().__init__(theme, parent)
        self._bookings: tuple[BookingView, ...] = ()
        self.move_it = small(KeyButton(theme, "", kind="filled"), theme)
        self.cancel_it = small(KeyButton(theme, "", kind="danger"), theme)
        self.tell_them = small(KeyButton(theme, ""), theme)
        self.later = small(KeyButton(theme, "", kind="link"), theme)
        if handled:
            self.row(self.move_it, self.cancel_it, self.tell_them, stretch=True)
            self.row(self.later, stretch=True)
        else:
            for button in (self.move_it, self.cancel_it, self.tell_them, self.later):
                button.setParent(self)
                button.hide()
            self.no_foot()
        for button, what in ((self.move_it, "move"), (self.cancel_it, "cancel"), (self.tell_them, "tell")):
            button.clicked.connect(lambda _=False, what=what: self._ask(what))
        self.later.clicked.connect(self.left)
        self.list.moved.connect(lambda _: self._enable())
        self.retranslate()

    @property
    def bookings(self) -> tuple[BookingView, ...]:
        """What it lists."""
        return self._bookings

    def show_bookings(self, bookings: Sequence[BookingView], sentence: str = "") -> None:
        """Show these, the earliest first, under a sentence that says what broke them."""
        self._bookings = tuple(sorted(bookings, key=lambda one: (one.start, one.id)))
        empty = QCoreApplication.translate("Planning", "No appointment is broken by it.")
        self.say(sentence)
        self.list.show_rows([broken_row(one) for one in self._bookings], empty)
        if self._bookings:
            self.list.choose(0)
        self._enable()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.move_it.set_face(QCoreApplication.translate("Planning", "Move"))
        self.cancel_it.set_face(QCoreApplication.translate("Planning", "Cancel"))
        self.tell_them.set_face(QCoreApplication.translate("Planning", "Tell"))
        self.later.set_face(QCoreApplication.translate("Planning", "Later, from the appointments page"))
        self.show_bookings(self._bookings, self.note.text())

    def _enable(self) -> None:
        for button in (self.move_it, self.cancel_it, self.tell_them):
            button.setEnabled(0 <= self.list.current < len(self._bookings))

    def _ask(self, what: str) -> None:
        self.asked.emit(self._bookings[self.list.current].id, what)


def broken_row(booking: BookingView) -> ListRow:
    """When, who (masked), what, and how to reach the person (masked)."""
    phone = booking.phone
    masked = f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 8 else phone
    title = f"{dates.short_day(booking.start)} {booking.start:%H:%M}  {masked_name(booking.name)}"
    return ListRow(title, booking.code, "  ".join(filter(None, (joined(item.title for item in booking.items), masked))))
