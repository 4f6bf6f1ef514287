"""Ending a handling, and with its last one the visit: for the queue, and for a case that is opened at the counter."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Handling, Outcome, Ticket
from terminal.office.room import LARGEST_ID, Room


def handling_of(session: Session, room: Room, handling: int) -> Handling:
    """The handling of that id, its ticket locked: nobody ends the visit meanwhile. Raises Refusal."""
    query = (
        select(Ticket)
        .join(Handling, Handling.ticket_id == Ticket.id)
        .where(Handling.id == min(handling, LARGEST_ID), Handling.centre == room.centre)
        .with_for_update(of=Ticket)
    )
    if session.scalars(query).one_or_none() is None:
        raise Refusal("There is no handling {handling}.", "Start an item first.", handling=handling)
    return session.get_one(Handling, handling)


def finish_handling(session: Session, room: Room, found: Handling, outcome: Outcome, now: datetime) -> None:
    """End a handling; the visit is over when none is open any more. Within the caller's transaction, which holds its
    ticket. Refuses one that is finished.
    """
    found.finish(outcome, now)
    session.flush()
    ticket = session.get_one(Ticket, found.ticket_id)
    still = select(Handling.id).where(Handling.ticket_id == ticket.id, Handling.finished_at.is_(None)).limit(1)
    ticket.finish(now, last=session.scalar(still) is None)
    room.note(
        session, "finish", "handling", found.id, at=now, who=found.staff, counter=found.counter,
        before={"outcome": None}, after={"outcome": outcome, "ticket": ticket.number},
    )  # fmt: skip
