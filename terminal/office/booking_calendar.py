"""Appointments as a calendar file (iCalendar), for the people who will serve them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from forms import texts_zh as zh
from terminal.errors import Refusal
from terminal.model import Appointment, AppointmentItem, AppointmentState, Centre, Item, StaffLine
from terminal.office.appointment_reading import views_of
from terminal.office.booking_views import BookingView
from terminal.office.capacity import DayClock, OnDay, servers_on
from terminal.office.opening_reading import read_opening
from terminal.office.room import Room
from terminal.rules.masking import masked_name

if TYPE_CHECKING:
    from forms.duty_calendar import CalendarDuty

MOST_DAYS: Final = 92
_TOLD: Final = (
    AppointmentState.BOOKED, AppointmentState.ARRIVED, AppointmentState.MISSED, AppointmentState.CANCELLED,
)  # fmt: skip


class BookingCalendar:
    """The appointments' calendar file. Nothing is changed."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def ical(self, staff: str | None, since: date, until: date) -> bytes:
        """The appointments of some days, first and last included: all of them, or those a person may have to serve.

        Those are the ones made for the person, and those for which the person is on duty and trained; on a day without
        a published roster, all that the person is trained for. Names are masked. An event keeps its UID for good and
        its SEQUENCE rises when it is moved or cancelled. Refuses unknown staff, and a period that is backwards or too
        long. Raises ``DatabaseFault``.
        """
        from forms.duty_calendar import duty_calendar  # loads the calendar library: not at start-up

        if not 0 <= (until - since).days < MOST_DAYS:
            raise Refusal(
                "The days from {since} to {until} cannot be shown.", "Ask for {most} days at most.",
                since=since, until=until, most=MOST_DAYS,
            )  # fmt: skip
        with self._room.reading() as session:
            who = self._room.staff(session, staff) if staff else None
            found = self._appointments(session, since, until)
            if who is not None:
                found = self._served_by(session, who.code, found, since, until)
            centre = session.get_one(Centre, self._room.centre).name
        name = zh.BOOKINGS_OF.format(centre=centre, name=who.name) if who else zh.BOOKINGS.format(centre=centre)
        return duty_calendar(name, tuple(_event(self._room, one, centre) for one in found), self._room.now())

    def _appointments(self, session: Session, since: date, until: date) -> tuple[BookingView, ...]:
        query = select(Appointment).where(
            Appointment.centre == self._room.centre, Appointment.day.between(since, until), Appointment.state.in_(_TOLD)
        )
        ordered = query.order_by(Appointment.start_at, Appointment.id)
        return views_of(session, self._room, session.scalars(ordered).all())

    def _served_by(
        self, session: Session, staff: str, found: Sequence[BookingView], since: date, until: date
    ) -> tuple[BookingView, ...]:  # fmt: skip
        room = self._room
        working = read_opening(session, room, since, until).calendar.working
        on_duty = servers_on(session, room, since, until, working)
        lines = frozenset(
            session.scalars(select(StaffLine.line).where(StaffLine.centre == room.centre, StaffLine.staff == staff))
        )
        needs = _needs(session, room, since, until)
        return tuple(
            one
            for one in found
            if (one.staff == staff if one.urgent else self._may_serve(staff, one, needs[one.id], on_duty, lines))
        )

    def _may_serve(
        self, staff: str, one: BookingView, needs: set[str], on_duty: Mapping[date, OnDay], lines: frozenset[str]
    ) -> bool:
        day = on_duty[one.day]
        if not day.rostered:
            return not lines or needs <= lines
        clock = DayClock(self._room, one.day)
        start, end = clock.minute(one.start), clock.minute(one.end)
        return any(
            server.staff == staff
            and needs <= set(server.lines)
            and clock.passed(server.opens) < end
            and start < clock.passed(server.closes)
            for server in day.servers
        )


def _needs(session: Session, room: Room, since: date, until: date) -> dict[int, set[str]]:
    """The lines of each appointment's items."""
    query = (
        select(AppointmentItem.appointment_id, Item.line)
        .join(Item, and_(Item.centre == AppointmentItem.centre, Item.code == AppointmentItem.item))
        .join(Appointment, Appointment.id == AppointmentItem.appointment_id)
        .where(Appointment.centre == room.centre, Appointment.day.between(since, until))
    )
    found: dict[int, set[str]] = {}
    for appointment, line in session.execute(query):
        found.setdefault(appointment, set()).add(line)
    return found


def _event(room: Room, one: BookingView, centre: str) -> CalendarDuty:
    from forms.duty_calendar import CalendarDuty  # as above

    cancelled = one.state == AppointmentState.CANCELLED
    items = "、".join(item.title for item in one.items)
    words = zh.URGENT_BOOKING if one.urgent else zh.BOOKING
    place = f"{centre} {zh.WINDOW.format(number=one.counter)}" if one.counter else centre
    return CalendarDuty(
        uid=f"appointment-{one.id}@{room.centre}.onewindow",
        sequence=2 * one.moves + cancelled,
        starts=one.start,
        ends=one.end,
        summary=words.format(name=masked_name(one.name), items=items),
        location=place,
        cancelled=cancelled,
    )
