"""What waits beside the queue: who is booked and has not come, who wants an answer, whom to ring."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from terminal.model import Appointment, AppointmentState, BookingRequest, Message, MessageState, RequestState
from terminal.office.booking_views import Errands
from terminal.office.capacity_broken import broken_in
from terminal.office.room import Room


class ErrandDesk:
    """Counts; changes nothing. Safe to call from many threads; raises ``DatabaseFault`` without a database."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def now(self) -> Errands:
        """As things stand."""
        room, now = self._room, self._room.now()
        with room.reading() as session:
            not_arrived = session.scalar(
                select(func.count())
                .select_from(Appointment)
                .where(
                    Appointment.centre == room.centre,
                    Appointment.day == room.day(now),
                    Appointment.state == AppointmentState.BOOKED,
                )
            )
            requests, oldest = session.execute(
                select(func.count(), func.min(BookingRequest.asked_at)).where(
                    BookingRequest.centre == room.centre, BookingRequest.state == RequestState.OPEN
                )
            ).one()
            calls = session.scalar(
                select(func.count())
                .select_from(Message)
                .where(Message.centre == room.centre, Message.state == MessageState.CALL)
            )
            broken = len(broken_in(session, room, room.day(now)))
        return Errands(
            not_arrived=not_arrived or 0,
            requests=requests,
            oldest_minutes=_minutes(oldest, now),
            broken=broken,
            calls=calls or 0,
        )


def _minutes(since: datetime | None, now: datetime) -> int:
    return 0 if since is None else max(0, int((now - since).total_seconds()) // 60)
