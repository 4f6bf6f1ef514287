"""Looking after the database: bringing it up to date, and looking for damage."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from terminal.model import Handling, LineDay, Rating, RatingState, Ticket, TicketState
from terminal.office.upkeep_appointments import appointment_faults
from terminal.office.upkeep_cases import case_faults
from terminal.office.upkeep_residents import resident_faults
from terminal.office.upkeep_ways import way_faults
from terminal.rules.place import number_text
from terminal.store import health, schema
from terminal.store.store import Store


def upgrade_database(url: str) -> dict[str, object]:
    """Bring a database to this program's revision. Returns the revision, where the older state was copied to, and
    whether that copy tells residents' numbers to whoever opens it.

    Refuses where there is none yet: a mistyped name must not leave an empty database behind.
    """
    store = Store(url)
    try:
        copy = schema.require_current(store.engine)
    finally:
        store.close()
    readable = copy is not None and schema.revision_of_copy(copy) < schema.SEALED_SINCE
    return {"revision": schema.HEAD, "copy": str(copy) if copy else None, "copy_tells_numbers": readable}


def check_database(url: str, centre: str | None = None, *, read_files: bool = False) -> dict[str, object]:
    """Look for damage of the file and for contradictions in what it says. Changes nothing.

    ``centre`` limits the second to one centre; ``read_files`` compares each attached file with its hash. Raises
    Refusal for a database that is no current one of ours.
    """
    store = Store(url)
    try:
        schema.require_current(store.engine, upgrade_older=False)
        faults = health.faults_of(store.engine)
        with store.reading() as session:
            faults += [*_numbers(session, centre), *_visits(session, centre), *_ratings(session, centre)]
            faults += appointment_faults(session, centre)
            faults += case_faults(store, session, centre)
            faults += way_faults(store, session, centre, read_files=read_files)
            faults += resident_faults(session, centre)
    finally:
        store.close()
    return {"revision": schema.HEAD, "faults": faults}


def _numbers(session: Session, centre: str | None) -> list[str]:
    """Numbers of a day run from 1 without gap to the last one given."""
    given = (
        select(
            LineDay.centre,
            LineDay.day,
            LineDay.line,
            LineDay.last,
            func.count(Ticket.id),
            func.coalesce(func.max(Ticket.running), 0),
        )
        .outerjoin(
            Ticket, (Ticket.centre == LineDay.centre) & (Ticket.day == LineDay.day) & (Ticket.line == LineDay.line)
        )
        .group_by(LineDay.centre, LineDay.day, LineDay.line, LineDay.last)
    )
    if centre is not None:
        given = given.where(LineDay.centre == centre)
    return [
        f"{day} line {line}: {count} tickets up to {number_text(line, highest)}, {last} numbers given"
        for _, day, line, last, count, highest in session.execute(given)
        if not last == count == highest
    ]


def _visits(session: Session, centre: str | None) -> list[str]:
    """A visit that is over has nothing open."""
    query = (
        select(Ticket)
        .join(Handling, Handling.ticket_id == Ticket.id)
        .where(Handling.finished_at.is_(None), Ticket.state == TicketState.DONE)
    )
    if centre is not None:
        query = query.where(Ticket.centre == centre)
    return [
        f"{ticket.day} {ticket.number}: the visit is over, but an item is open" for ticket in session.scalars(query)
    ]


def _ratings(session: Session, centre: str | None) -> list[str]:
    """A rating belongs to a finished handling of the same window."""
    query = (
        select(Rating, Handling)
        .join(Handling, Handling.id == Rating.handling_id)
        .where((Handling.finished_at.is_(None)) | (Handling.counter != Rating.counter))
        .where(Rating.state != RatingState.ASKED)
    )
    if centre is not None:
        query = query.where(Rating.centre == centre)
    return [
        f"rating {rating.id}: handling {handling.id} of window {handling.counter} does not fit it"
        for rating, handling in session.execute(query)
    ]
