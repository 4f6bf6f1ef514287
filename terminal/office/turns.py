"""Taking turns: whoever comes for the same thing waits until the transaction of who came before has ended."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from terminal.office.room import Room


def take_turn(session: Session, room: Room, what: str, *, shared: bool = False) -> None:
    """Wait for one's turn at something of the centre, within the verb's transaction; with ``shared`` nobody who shares
    it waits for another.

    In the order they came; the engine's lock_timeout bounds the wait. On SQLite a transaction that writes is alone from
    its beginning.
    """
    if session.get_bind().dialect.name == "postgresql":
        lock = func.pg_advisory_xact_lock_shared if shared else func.pg_advisory_xact_lock
        session.execute(select(lock(func.hashtext(f"{room.centre}/{what}"))))
