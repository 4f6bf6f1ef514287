"""Calling the next number: the statement that all windows run at the same moment."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import String, bindparam, cast, exists, func, insert, or_, select, update
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import instance_dict

from terminal.model import Counter, CounterLine, JournalEntry, Staff, Ticket, TicketState
from terminal.model.queue import IS_WAITING
from terminal.store.prepared import Prepared
from terminal.store.store import Store

TICKETS = Ticket.__table__
_COLUMNS = [column for column in Ticket.__mapper__.columns]  # noqa: C416 - a list of columns, in the mapper's order
_KEYS = [Ticket.__mapper__.get_property_by_column(column).key for column in _COLUMNS]

# One conditional statement. On PostgreSQL the row is locked as it is chosen and rows other counters are choosing are
# skipped; on SQLite the transaction holds the write lock. Either way a ticket has one taker.
_FIRST = (
    select(Ticket.id)
    .where(
        Ticket.centre == bindparam("at_centre"),
        Ticket.day == bindparam("on_day"),
        Ticket.state == IS_WAITING,
        Ticket.waits_in.in_(
            select(CounterLine.line).where(
                CounterLine.centre == bindparam("at_centre"), CounterLine.counter == bindparam("at_counter")
            )
        ),
    )
    .order_by(Ticket.place_at, Ticket.id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .scalar_subquery()
)
_SIGNED_IN = (
    select(Counter.staff)
    .where(Counter.centre == bindparam("at_centre"), Counter.number == bindparam("at_counter"))
    .scalar_subquery()
)
_NOTE = insert(JournalEntry).values(
    centre=bindparam("at_centre"),
    at=bindparam("at_moment"),
    who=bindparam("by_staff"),
    counter=bindparam("at_counter"),
    verb="call_next",
    noun="ticket",
    noun_id=bindparam("of_ticket"),
    before='{"state": "waiting"}',
    after=bindparam("now_is"),
)
# Whoever is named must work here still; with nobody named, whoever is signed in.
_BY = bindparam("by_staff", type_=String(32))
_MAY_CALL = or_(
    cast(_BY, String(32)).is_(None),
    exists().where(Staff.centre == bindparam("at_centre"), Staff.code == _BY, Staff.active),
)
_CALL_NEXT = (
    update(TICKETS)  # type: ignore[arg-type]
    .where(TICKETS.c.id == _FIRST, TICKETS.c.state == IS_WAITING, _MAY_CALL)
    .values(
        state=TicketState.CALLED.value,
        counter=bindparam("at_counter"),
        staff=func.coalesce(_BY, _SIGNED_IN),
        called_at=bindparam("at_moment"),
        calls=1,
    )
    .returning(*_COLUMNS)
)


class NextCall:
    """The verb's two statements, compiled once for the office's database. Any thread may run it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._call = Prepared(store.engine, _CALL_NEXT)
        self._note = Prepared(store.engine, _NOTE)

    def run(self, centre: str, day: date, counter: int, staff: str | None, at: datetime) -> Ticket | None:
        """Call the first ticket that the counter serves, and write the journal, in one transaction."""
        names = {"at_centre": centre, "on_day": day, "at_counter": counter, "by_staff": staff, "at_moment": at}
        with self._store.fast() as cursor:
            self._call.run(cursor, names)
            row = self._call.row(cursor)
            if row is None:
                return None
            ticket = _loaded(row)
            after = f'{{"state": "called", "number": "{ticket.number}"}}'
            by = ticket.staff or ""
            self._note.run(cursor, names | {"by_staff": by, "of_ticket": str(ticket.id), "now_is": after})
        return ticket


def _loaded(row: list[object]) -> Ticket:
    """A detached ticket as a session would have loaded it."""
    ticket: Ticket = Ticket.__mapper__.class_manager.new_instance()
    instance_dict(ticket).update(zip(_KEYS, row, strict=True))
    make_transient_to_detached(ticket)
    return ticket
