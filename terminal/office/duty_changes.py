"""What verbs share that change who is on duty: the lock, and the appointments that the change breaks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy.orm import Session

from terminal.office.appointment_reading import views_of
from terminal.office.booking_views import BookingView
from terminal.office.capacity import change_plan
from terminal.office.capacity_broken import appointments_of, broken_in
from terminal.office.room import Room


@contextmanager
def changing(room: Room, by: str = "") -> Iterator[tuple[Session, datetime]]:
    """A verb's transaction that changes who can serve what, and its moment: nobody takes a slot until it ends.

    Refuses a ``by`` that is nobody's code; "" is unknown.
    """
    with room.writing() as session:
        change_plan(session, room)
        room.check_by(session, by)
        yield session, room.now()


class Broken:
    """The appointments of some days that a change breaks: those that were not broken when this was made. Without
    ``until`` all days from ``since`` on.
    """

    def __init__(self, session: Session, room: Room, since: date, until: date | None) -> None:
        self._session, self._room, self._days = session, room, (since, until)
        self._before = frozenset(broken_in(session, room, since, until))

    def found(self) -> tuple[BookingView, ...]:
        """What the change has broken, by time."""
        self._session.flush()
        broken = [one for one in broken_in(self._session, self._room, *self._days) if one not in self._before]
        found = {one.id: one for one in appointments_of(self._session, broken)}
        return views_of(self._session, self._room, [found[one] for one in broken])
