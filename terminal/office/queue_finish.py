"""Ending a handling within somebody's transaction: the queue's own verb, and those that do more with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Handling, Outcome, Ticket
from terminal.office.room import LARGEST_ID, Room

OUTCOMES = tuple(one for one in Outcome if one is not Outcome.REFERRED)  # that one is the end a transfer makes


def finish_handling(session: Session, room: Room, handling: int, outcome: str, now: datetime) -> Handling:
    """End a handling; its visit is over when none is open any more. Locks the ticket. Raises Refusal."""
    ended = outcome_named(outcome)
    ticket = _ticket_of(session, room, handling)
    found = session.get_one(Handling, handling)
    found.finish(ended, now)
    session.flush()
    ticket.finish(now, last=not open_handlings(session, ticket.id))
    room.note(
        session, "finish", "handling", found.id, at=now, who=found.staff, counter=found.counter,
        before={"outcome": None}, after={"outcome": ended, "ticket": ticket.number},
    )  # fmt: skip
    return found


def outcome_named(outcome: str) -> Outcome:
    """The outcome of that name. Refuses one that there is not."""
    if outcome not in OUTCOMES:
        raise Refusal(
            "There is no outcome {outcome}.", "Use one of: {known}.", outcome=outcome, known=", ".join(OUTCOMES)
        )
    return Outcome(outcome)


def open_handlings(session: Session, ticket_id: int) -> Sequence[Handling]:
    """What of a visit is not finished."""
    query = select(Handling).where(Handling.ticket_id == ticket_id, Handling.finished_at.is_(None))
    return session.scalars(query).all()


def _ticket_of(session: Session, room: Room, handling: int) -> Ticket:
    query = (
        select(Ticket)
        .join(Handling, Handling.ticket_id == Ticket.id)
        .where(Handling.id == min(handling, LARGEST_ID), Handling.centre == room.centre)
        .with_for_update(of=Ticket)
    )
    found = session.scalars(query).one_or_none()
    if found is None:
        raise Refusal("There is no handling {handling}.", "Start an item first.", handling=handling)
    return found
