"""Reminding people of their appointments on the day before.

The rule: from 9:00 of the day before, until 21:00. Where nobody delivered messages that day, on the day itself from
7:00 on, while the appointment is still to come. Whoever was told of the appointment (booked, or moved) after the
reminders of its day had begun is not told again. A moved appointment has a reminder of its own.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Select, String, cast, exists, literal, select

from terminal.model import Appointment, AppointmentState, Message, Resident
from terminal.office.appointment_booking import tell_booking
from terminal.office.outbox_desk import OutboxDesk
from terminal.office.room import Room

DAY_BEFORE: Final = time(9)
SAME_DAY: Final = time(7)
NIGHT: Final = time(21)
MOST_AT_ONCE: Final = 500  # in one transaction; the others a minute later
REMINDER: Final = "reminder"
_TOLD: Final = ("booked", "moved", "request_approved")


class ReminderDesk:
    """The verb that the delivering worker runs each minute."""

    def __init__(self, room: Room, outbox: OutboxDesk) -> None:
        self._room = room
        self._outbox = outbox

    def remind(self) -> int:
        """Put the reminders that are due into the outbox, each once; how many there were. What became useless there
        meanwhile is dropped.
        """
        self._outbox.expire()
        now = self._room.now()
        return sum(self._remind_of(day, now) for day in self._days(now))

    def _days(self, now: datetime) -> tuple[date, ...]:
        """The days whose appointments are reminded of at this hour."""
        local = self._room.local(now)
        if not SAME_DAY <= local.time() < NIGHT:
            return ()
        today = local.date()
        return (today, today + timedelta(days=1)) if local.time() >= DAY_BEFORE else (today,)

    def _remind_of(self, day: date, now: datetime) -> int:
        query = self._due(day, now)
        with self._room.reading() as session:
            if session.scalars(query.limit(1)).first() is None:
                return 0  # the usual case locks nothing
        with self._room.writing() as session:
            # Whoever wants to move or cancel one of them waits, and then drops its reminder; what somebody else has in
            # hand just now is looked at again in a minute.
            locked = query.limit(MOST_AT_ONCE).with_for_update(key_share=True, skip_locked=True, of=Appointment)
            due = session.scalars(locked).all()
            for one in due:
                resident = session.get_one(Resident, one.resident_id)
                tell_booking(session, self._room, one, REMINDER, f"{REMINDER}/{one.moves}", resident, now)
            if due:
                self._room.note(session, "remind", "appointment", "", at=now, after={"day": day, "count": len(due)})
        return len(due)

    def _due(self, day: date, now: datetime) -> Select[Appointment]:
        begun = datetime.combine(day - timedelta(days=1), DAY_BEFORE, self._room.zone)
        reminded = exists().where(Message.centre == Appointment.centre, Message.event == _event())
        told = exists().where(
            Message.appointment_id == Appointment.id, Message.template.in_(_TOLD), Message.created_at >= begun
        )
        return (
            select(Appointment)
            .where(
                Appointment.centre == self._room.centre,
                Appointment.day == day,
                Appointment.state == AppointmentState.BOOKED,
                Appointment.start_at > now,
                ~reminded,
                ~told,
            )
            .order_by(Appointment.start_at, Appointment.id)
        )


def _event() -> ColumnElement[str]:
    """The event of an appointment's reminder, as ``tell_booking`` writes it."""
    number, moves = cast(Appointment.id, String), cast(Appointment.moves, String)
    return literal("appointment/") + number + literal(f"/{REMINDER}/") + moves
