"""The counters' desk: who sits where, and whether a window is calling."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from terminal.model import Counter, Staff
from terminal.office.attendance import mark_seats
from terminal.office.room import Room


class CounterDesk:
    """Verbs on windows. They refuse for unknown windows and people."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def sign_in(self, counter: int, staff: str) -> Counter:
        """Seat a person at a window, which opens it. Wherever else the person sat, they are signed out.

        It marks the person's duty of this day, at whatever window: signing in is being there.
        """
        now = self._room.now()
        with self._room.writing() as session:
            self._room.counter(session, counter)
            person = self._room.staff(session, staff, lock=True).code  # who signs in twice at one moment sits once
            seats = {one.number: one for one in self._seats(session, counter, person)}
            seat = seats.pop(counter)
            sat = seat.staff
            for left in seats.values():
                self._apply(session, left, "sign_out", now, lambda one: one.sign_out())
            self._apply(session, seat, "sign_in", now, lambda one: one.sign_in(person))
            mark_seats(session, self._room, now, came=person, went=sat)
        return seat

    def sign_out(self, counter: int) -> Counter:
        """Leave a window; it is closed until somebody signs in. The person's duty is marked as left."""
        now = self._room.now()
        with self._room.writing() as session:
            seat = self._room.counter(session, counter, lock=True)
            sat = seat.staff
            self._apply(session, seat, "sign_out", now, lambda one: one.sign_out())
            mark_seats(session, self._room, now, came=None, went=sat)
        return seat

    def pause(self, counter: int) -> Counter:
        """Stop calling for a while."""
        return self._change(counter, "pause", lambda one: one.pause())

    def resume(self, counter: int) -> Counter:
        """Go on calling."""
        return self._change(counter, "resume", lambda one: one.resume())

    def staff(self) -> tuple[Staff, ...]:
        """Who works here, by code."""
        query = select(Staff).where(Staff.centre == self._room.centre, Staff.active).order_by(Staff.code)
        with self._room.reading() as session:
            return tuple(session.scalars(query))

    def _seats(self, session: Session, counter: int, person: str) -> Sequence[Counter]:
        """The window and wherever the person sits, locked by their numbers: two who swap do not wait for each other."""
        query = (
            select(Counter)
            .where(Counter.centre == self._room.centre, or_(Counter.number == counter, Counter.staff == person))
            .order_by(Counter.number)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return session.scalars(query).all()

    def _change(self, number: int, name: str, verb: Callable[[Counter], None]) -> Counter:
        now = self._room.now()
        with self._room.writing() as session:
            found = self._room.counter(session, number, lock=True)
            self._apply(session, found, name, now, verb)
        return found

    def _apply(
        self, session: Session, counter: Counter, name: str, now: datetime, verb: Callable[[Counter], None]
    ) -> None:
        """Do it, and write its line of the journal."""
        before = _state(counter)
        sat = counter.staff
        verb(counter)
        session.flush()
        self._room.note(
            session, name, "counter", counter.number, at=now, who=counter.staff or sat, counter=counter.number,
            before=before, after=_state(counter),
        )  # fmt: skip


def _state(counter: Counter) -> dict[str, object]:
    return {"staff": counter.staff, "paused": counter.paused}
