"""Checking in for an appointment behind the window, and the words for when it cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.errors import Fault, Refusal, Trouble
from terminal.office.booking_views import BookingView
from terminal.office.case_views import CaseStanding
from terminal.office.views import Found
from terminal.rules.resident import ResidentFields
from terminal.screens.background import Background
from terminal.screens.kiosk.found import CardsSeen
from terminal.screens.kiosk.state import NotCheckedIn, Stage, Visit, Why
from terminal.screens.kiosk.ticket import Taken
from terminal.screens.kiosk.words import Words

if TYPE_CHECKING:  # brings the database in
    from terminal.office.office import Office


Seen = Taken | Found | CaseStanding | NotCheckedIn | tuple[BookingView, ...]


class CheckIn(QObject):
    """One at a time; the newest question alone counts. GUI thread."""

    given = Signal(object)
    """Taken: the number, stored."""

    turned = Signal(object)
    """Visit: what to show instead."""

    def __init__(self, background: Background, cards: CardsSeen | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._asked = 0
        self.cards = cards

    def by_code(self, code: str) -> None:
        """Check in the appointment of that code."""
        self._run(lambda office: _check_in(office, code))

    def by_card(self, fields: ResidentFields) -> None:
        """Check in the one appointment that a card's holder has today, or offer several."""
        number = fields.number
        if self.cards is not None:
            self.cards.forget()  # its number is all that is looked at here
        self._run(lambda office: _of_card(office, number))

    def _run(self, verb: Callable[[Office], Seen]) -> None:
        self._asked += 1
        asked = self._asked

        def tell(seen: Seen) -> None:
            if asked == self._asked:
                self._tell(seen)

        def missed(_trouble: Trouble) -> None:
            # A database that is away has its own page; nobody may stand before "one moment" for ever all the same.
            tell(NotCheckedIn(Why.REFUSED))

        self._background.run(verb, tell, trouble=missed, owner=self)

    def _tell(self, seen: Seen) -> None:
        if isinstance(seen, Taken):
            self.given.emit(seen)
        elif isinstance(seen, Found | CaseStanding):
            self.turned.emit(Visit(Stage.FOUND, found=seen))
        elif isinstance(seen, NotCheckedIn):
            self.turned.emit(not_checked_in(seen.why, seen.booking))
        else:
            self.turned.emit(Visit(Stage.BOOKINGS, bookings=seen))


def not_checked_in(why: Why, booking: BookingView | None = None) -> Visit:
    """The visit of who could not be checked in."""
    return Visit(Stage.NOT_CHECKED_IN, not_checked_in=NotCheckedIn(why, booking))


def _of_card(office: Office, number: str) -> Seen:
    bookings = [one for one in office.appointments.of_number(number) if one.state in ("booked", "arrived")]
    if not bookings:
        return NotCheckedIn(Why.NONE)
    waiting = [one for one in bookings if one.state == "booked"]
    if len(waiting) > 1:
        return tuple(waiting)
    return _check_in(office, (waiting or bookings)[0].code)


def _check_in(office: Office, code: str) -> Seen:
    try:
        booking = office.appointments.find(code)
    except Refusal:
        return office.finding.case(code) or NotCheckedIn(Why.UNKNOWN)  # a receipt's code asks how its case stands
    if booking.state == "arrived" and booking.ticket:
        return office.finding.found(booking.ticket)
    try:
        ticket = office.appointments.check_in(code, source="kiosk")
    except Refusal:
        # Looked at again: what the verb refused for is what counts.
        return _why(office, office.appointments.find(code))
    try:
        details = office.hall.issued(ticket.id)
    except Fault:
        details = None  # the number is stored and counts
    at = details.arrived_at if details else ticket.arrived_at
    return Taken(ticket.id, ticket.number, details.line_name if details else "", at, details)


def _why(office: Office, booking: BookingView) -> Seen:
    now = office.room.local(office.room.now())
    if booking.state == "arrived" and booking.ticket:
        return office.finding.found(booking.ticket)  # another kiosk was quicker
    if booking.state in ("cancelled", "lapsed", "held"):
        return NotCheckedIn(Why.CANCELLED, booking)
    if booking.day != now.date():
        return NotCheckedIn(Why.PAST_DAY if booking.day < now.date() else Why.LATER_DAY, booking)
    if now < booking.check_in_from:
        return NotCheckedIn(Why.EARLY, booking)
    if booking.state == "missed" or now > booking.check_in_until:
        return NotCheckedIn(Why.LATE, booking)
    return NotCheckedIn(Why.REFUSED, booking)


def sentences(words: Words, seen: NotCheckedIn) -> tuple[str, str, tuple[str, ...]]:
    """Icon, title and sentences for a resident who could not be checked in."""
    translate, booking, why = words.translate, seen.booking, seen.why
    ask = translate("Kiosk", "Need help? Ask the staff at the windows")
    walk_in = translate("Kiosk", "You can take a number and wait in the queue, as everybody may.")
    if why is Why.NONE:
        return "calendar", translate("Kiosk", "No appointment of yours today"), (walk_in, ask)
    if booking is None and why is Why.UNKNOWN:
        check = translate("Kiosk", "Look at the code in your message or on your slip, and type it once more.")
        return "circle-alert", translate("Kiosk", "No appointment has this code"), (check, ask)
    if booking is None or why is Why.REFUSED:
        again = translate("Kiosk", "Please try once more, or ask the staff at the windows.")
        return "circle-alert", translate("Kiosk", "That did not work"), (again,)
    if why is Why.CANCELLED:
        return "circle-x", translate("Kiosk", "This appointment was cancelled"), (walk_in, ask)
    if why in (Why.LATER_DAY, Why.PAST_DAY):
        over = why is Why.PAST_DAY
        title = translate("Kiosk", "Your appointment was on {day}") if over else translate(
            "Kiosk", "Your appointment is on {day}"
        )  # fmt: skip
        advice = walk_in if over else translate("Kiosk", "Please come at {time} on that day.")
        return "calendar", title.format(day=words.date(booking.start)), (
            advice.format(time=f"{booking.start:%H:%M}"), ask,
        )  # fmt: skip
    if why is Why.EARLY:
        title = translate("Kiosk", "You are early: your appointment is at {time}")
        first = translate("Kiosk", "You can check in from {time}. Please have a seat until then.")
        return "clock", title.format(time=f"{booking.start:%H:%M}"), (
            first.format(time=f"{booking.check_in_from:%H:%M}"), ask,
        )  # fmt: skip
    title = translate("Kiosk", "The time to check in is over")
    first = translate("Kiosk", "Your appointment at {time} was kept until {until}.")
    return "clock-alert", title, (
        first.format(time=f"{booking.start:%H:%M}", until=f"{booking.check_in_until:%H:%M}"), walk_in,
    )  # fmt: skip
