"""The appointments' desk: slots, and every verb on an appointment from booking to check-in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Appointment, AppointmentState, BookingRules, Resident, Ticket
from terminal.office import appointment_booking, appointment_changes, appointment_checkin, booking_rules
from terminal.office.appointment_booking import Asked
from terminal.office.appointment_reading import appointment_of, view_of, views_of
from terminal.office.appointment_slots import MOST_DAYS, SlotBook, SlotFull, wanted
from terminal.office.booking_views import BookingView, ResidentEntry, RulesView, SlotDay
from terminal.office.capacity_broken import broken_views
from terminal.office.queue_issue import NextNumber
from terminal.office.room import Room
from terminal.office.states import state_named
from terminal.rules import id_number

NEXT_DAYS = 14  # how far a refusal looks for what is free instead


class AppointmentDesk:
    """Verbs of appointments. Each is one transaction; of the last slot there is one taker, whoever else is at it.

    ``which`` is an appointment's id or code; a moment without an offset is one of the centre's wall clock; ``by`` is
    the staff code of who does it ("" unknown). Verbs raise Refusal, which changes nothing, and ``DatabaseFault``.
    Safe to call from many threads and processes at once.
    """

    def __init__(self, room: Room, next_number: NextNumber) -> None:
        self._room = room
        self._check_in = appointment_checkin.CheckIn(room, next_number)

    # What there is to book.

    def slots(self, items: Sequence[str], since: date, until: date | None = None) -> tuple[SlotDay, ...]:
        """The slots of each day from ``since`` to ``until`` (by default that one day) for these items together."""
        last = until or since
        if not 0 <= (last - since).days < MOST_DAYS:
            raise Refusal(
                "The days from {since} to {until} cannot be shown.", "Ask for {most} days at most.",
                since=since, until=last, most=MOST_DAYS,
            )  # fmt: skip
        now = self._room.now()
        with self._room.reading() as session:
            rules = session.get_one(BookingRules, self._room.centre)
            wish = wanted(session, self._room, items, rules.most_items)
            book = SlotBook(session, self._room, rules, since, last, now)
            return tuple(book.day(since + timedelta(days=n), wish) for n in range((last - since).days + 1))

    # Booking.

    def book(
        self,
        items: Sequence[str],
        start: datetime,
        resident: ResidentEntry,
        channel: str,
        *,
        by: str = "",
        import_ref: str | None = None,
    ) -> BookingView:
        """Book a slot. Refuses when it is full (and says what is free next), when no slot begins then, and whoever may
        not book: barred for missed appointments, too many ahead, or elsewhere at that time. The resident is told.
        """
        asked = Asked(tuple(items), self._room.moment(start), channel, by, import_ref)
        return self._taking(lambda session: appointment_booking.book(session, self._room, asked, resident), asked)

    def hold(self, items: Sequence[str], start: datetime, *, channel: str, by: str = "") -> BookingView:
        """Keep a slot while a booking is entered; after ``hold_minutes`` it is free again by itself."""
        asked = Asked(tuple(items), self._room.moment(start), channel, by)
        return self._taking(lambda session: appointment_booking.hold(session, self._room, asked), asked)

    def confirm(self, which: int | str, resident: ResidentEntry, *, by: str = "") -> BookingView:
        """Book what is held. After the hold lapsed this succeeds only while the slot is free. Refuses as ``book``."""
        return self._taking(lambda session: appointment_changes.confirm(session, self._room, which, resident, by))

    def release(self, which: int | str, *, by: str = "") -> BookingView:
        """Give a hold up; the slot is free at once."""
        return self._changing(lambda session: appointment_changes.release(session, self._room, which, by))

    def move(self, which: int | str, start: datetime, *, by: str = "") -> BookingView:
        """To another slot, keeping the code. The old slot is free after ``release_minutes`` (at once where hours or
        roster had broken the appointment). The resident is told. Refuses once its time has come.
        """
        moment = self._room.moment(start)
        return self._taking(lambda session: appointment_changes.move(session, self._room, which, moment, by))

    def cancel(self, which: int | str, reason: str = "", *, by: str = "") -> BookingView:
        """It will not take place. The slot is free as after a move; the resident is told."""
        return self._changing(lambda session: appointment_changes.cancel(session, self._room, which, reason, by))

    def tell(self, which: int | str, *, by: str = "") -> BookingView:
        """Tell who booked that the appointment cannot be kept and that somebody will call.

        Refuses one that can be kept, or whose time has come, and a second time for the same time.
        """
        return self._changing(lambda session: appointment_changes.tell_of_break(session, self._room, which, by))

    # On the day.

    def check_in(self, code: int | str, *, source: str = "kiosk") -> Ticket:
        """Give the appointment a number in its first item's line, with the appointment's own time as its place.

        From ``early_minutes`` before to ``grace_minutes`` after, on its day. Refuses earlier (says from when), later
        (it counts as missed; take a number), twice (says the number), and what is not booked.
        """
        return self._check_in.run(code, source)

    def close_missed(self) -> int:
        """Mark what nobody came for as missed, and holds that ran out as lapsed. Returns how many were missed.

        Safe at any time and from several processes.
        """
        with self._room.writing() as session:
            return appointment_checkin.close_missed(session, self._room)

    # Looking.

    def find(self, which: int | str) -> BookingView:
        """One appointment by its id or code."""
        with self._room.reading() as session:
            return view_of(session, self._room, appointment_of(session, self._room, which))

    def of_number(self, number: str) -> tuple[BookingView, ...]:
        """Today's appointments of who has that ID number, by their time."""
        with self._room.reading() as session:
            query = (
                select(Appointment)
                .join(Resident, Resident.id == Appointment.resident_id)
                .where(
                    Resident.centre == self._room.centre,
                    Resident.number_hash == self._room.vault(session).found_by(id_number.normalised(number)),
                    Appointment.day == self._room.day(self._room.now()),
                )
                .order_by(Appointment.start_at, Appointment.id)
            )
            return views_of(session, self._room, session.scalars(query).all())

    def list(self, since: date, until: date, state: str | None = None) -> tuple[BookingView, ...]:
        """The appointments from ``since`` to ``until``, both included, by their time; those of one state, if given."""
        query = select(Appointment).where(
            Appointment.centre == self._room.centre, Appointment.day.between(since, until)
        )
        if state is not None:
            query = query.where(Appointment.state == state_named(AppointmentState, state))
        with self._room.reading() as session:
            found = session.scalars(query.order_by(Appointment.start_at, Appointment.id)).all()
            return views_of(session, self._room, found)

    def broken(self, since: date | None = None) -> tuple[BookingView, ...]:
        """Booked appointments that cannot be kept as hours, roster and catalogue stand, by their time."""
        with self._room.reading() as session:
            return broken_views(session, self._room, since)

    # The rules.

    def rules(self) -> RulesView:
        """The centre's rules of booking."""
        with self._room.reading() as session:
            return booking_rules.read_rules(session, self._room)

    def set_rules(self, *, by: str = "", **changes: int) -> RulesView:
        """Change some of them; what is booked stays booked."""
        with self._room.writing() as session:
            return booking_rules.set_rules(session, self._room, by, changes)

    # How verbs run.

    def _changing(self, verb: Callable[[Session], Appointment]) -> BookingView:
        with self._room.writing() as session:
            return view_of(session, self._room, verb(session))

    def _taking(self, verb: Callable[[Session], Appointment], asked: Asked | None = None) -> BookingView:
        try:
            if asked is not None:
                with self._room.reading() as session:
                    appointment_booking.look(session, self._room, asked)
            return self._changing(verb)
        except SlotFull as full:
            refusal = self._full(full)  # looked up after the locks were given back
        raise refusal

    def _full(self, full: SlotFull) -> Refusal:
        """That a slot is full, and what is free next."""
        room = self._room
        now = room.now()
        day = room.day(full.start)
        with room.reading() as session:
            rules = session.get_one(BookingRules, room.centre)
            last = min(day + timedelta(days=NEXT_DAYS), room.day(now) + timedelta(days=rules.horizon_days))
            wish = wanted(session, room, full.codes, len(full.codes))
            found = SlotBook(session, room, rules, day, max(day, last), now).next_free(full.start, wish, last)
        start = f"{room.local(full.start):%Y-%m-%d %H:%M}"
        if found is None:
            return Refusal("The slot at {start} is full.", "Nothing is free after it either.", start=start)
        return Refusal(
            "The slot at {start} is full.", "The next free one begins at {next}.",
            start=start, next=f"{found.start:%Y-%m-%d %H:%M}",
        )  # fmt: skip
