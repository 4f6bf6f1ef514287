"""The counters' desk: who sits where, and whether a window is calling."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Counter, Staff
from terminal.office.room import Room


class CounterDesk:
    """Verbs on windows. They refuse for unknown windows and people."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def sign_in(self, counter: int, staff: str) -> Counter:
        """Seat a person at a window, which opens it."""

        def verb(session: Session, found: Counter) -> None:
            found.sign_in(self._room.staff(session, staff).code)

        return self._change(counter, "sign_in", verb)

    def sign_out(self, counter: int) -> Counter:
        """Leave a window; it is closed until somebody signs in."""

        def verb(_: Session, found: Counter) -> None:
            found.staff = None

        return self._change(counter, "sign_out", verb)

    def pause(self, counter: int) -> Counter:
        """Stop calling for a while."""
        return self._change(counter, "pause", lambda _, found: found.pause())

    def resume(self, counter: int) -> Counter:
        """Go on calling."""
        return self._change(counter, "resume", lambda _, found: found.resume())

    def staff(self) -> tuple[Staff, ...]:
        """Who works here, by code."""
        query = select(Staff).where(Staff.centre == self._room.centre, Staff.active).order_by(Staff.code)
        with self._room.reading() as session:
            return tuple(session.scalars(query))

    def _change(self, number: int, name: str, verb: Callable[[Session, Counter], None]) -> Counter:
        now = self._room.now()
        with self._room.writing() as session:
            found = self._room.counter(session, number, lock=True)
            who_sat, before = found.staff, {"staff": found.staff, "paused": found.paused}
            verb(session, found)
            session.flush()
            after = {"staff": found.staff, "paused": found.paused}
            who = found.staff or who_sat
            self._room.note(
                session, name, "counter", number, at=now, who=who, counter=number, before=before, after=after
            )
        return found
