"""What hangs over a window: its number, who sits there, whom it called."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Counter, Staff, Ticket
from terminal.model import TicketState as State
from terminal.office.room import Room
from terminal.office.views import Situation, WindowSign


class SignDesk:
    """Reads signs. Safe to call from many threads; raises ``DatabaseFault`` without a database."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def sign(self, counter: int) -> WindowSign:
        """What the window's sign says now. A call goes before a pause: whoever was called is still to come."""
        with self._room.reading() as session:
            seat = self._room.counter(session, counter)
            ticket = self._latest(session, counter)
            person = session.get(Staff, (self._room.centre, seat.staff)) if seat.staff else None
            return WindowSign(
                counter=counter,
                situation=_situation(seat, ticket),
                ticket=ticket.number if ticket else "",
                staff_name=person.name if person else "",
            )

    def _latest(self, session: Session, counter: int) -> Ticket | None:
        query = (
            select(Ticket)
            .where(
                Ticket.centre == self._room.centre,
                Ticket.day == self._room.day(self._room.now()),
                Ticket.counter == counter,
                Ticket.state.in_((State.CALLED, State.SERVING)),
            )
            .order_by(Ticket.called_at.desc(), Ticket.id.desc())
            .limit(1)
        )
        return session.scalars(query).one_or_none()


def _situation(seat: Counter, ticket: Ticket | None) -> Situation:
    if ticket is not None:
        return "called" if ticket.state == State.CALLED else "serving"
    if seat.paused:
        return "paused"
    return "idle" if seat.staff else "closed"
