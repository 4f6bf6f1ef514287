"""Giving out numbers: the verb that a hall's kiosks run at the same moment, on the driver as calling the next is."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import BindParameter, Dialect, Table, bindparam, exists, insert, null, select
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.dml import ReturningInsert

from terminal.model import CounterLine, Item, JournalEntry, Line, LineDay, Ticket, TicketState
from terminal.office.codes import new_code
from terminal.office.room import Room
from terminal.rules.place import place_of
from terminal.store.prepared import Prepared
from terminal.store.upsert import upsert

# Column → attribute; the database numbers the rows.
_ATTRIBUTES = {
    column.name: Ticket.__mapper__.get_property_by_column(column).key
    for column in Ticket.__mapper__.columns
    if column is not Ticket.__table__.c.id
}
_AT_CENTRE: BindParameter[str] = bindparam("at_centre")
_NAMED: BindParameter[str] = bindparam("named")


def _served(line: ColumnElement[str]) -> ColumnElement[bool]:
    """Some counter calls the line: a number taken elsewhere would wait for ever."""
    return exists().where(CounterLine.centre == _AT_CENTRE, CounterLine.line == line)


_LINE = select(Line.letter, null()).where(
    Line.centre == _AT_CENTRE, Line.letter == _NAMED, _served(Line.__table__.c.letter)
)
_ITEM = select(Item.line, Item.code).where(
    Item.centre == _AT_CENTRE, Item.code == _NAMED, Item.offered, _served(Item.__table__.c.line)
)


def _next_number(dialect: Dialect) -> ReturningInsert[int]:
    names = {"centre": _AT_CENTRE, "day": bindparam("on_day"), "line": bindparam("of_line"), "last": 1}
    return (
        upsert(dialect, LineDay)
        .values(names)
        .on_conflict_do_update(index_elements=["centre", "day", "line"], set_={"last": LineDay.last + 1})
        .returning(LineDay.last)
    )


def _row_of(table: Table) -> dict[str, object]:
    """A value for every column but the id, each under the column's name with ``new_`` before it."""
    return {name: bindparam(f"new_{name}") for name in table.c.keys() if name != "id"}  # noqa: SIM118 - not a dict


BOOKED = "appointment"  # the source of a ticket given at check-in, whose place is the appointment's own time


class Wish(NamedTuple):
    """What somebody asks for: a line's letter or an item's code, and how it is to be noted."""

    named: str
    priority: str | None
    head_start: int  # minutes
    source: str


class DayIsOver(Exception):  # noqa: N818 - no trouble: the number is taken again on the new day
    """Midnight came while the verb waited for its turn."""


class NextNumber:
    """The verb's statements, compiled once for the office's database. Any thread may run it."""

    def __init__(self, room: Room) -> None:
        engine = room.store.engine
        tickets, journal = Ticket.__table__, JournalEntry.__table__
        assert isinstance(tickets, Table)
        assert isinstance(journal, Table)
        self._room = room
        self._line = Prepared(engine, _LINE)
        self._item = Prepared(engine, _ITEM)
        self._number = Prepared(engine, _next_number(engine.dialect))
        self._ticket = Prepared(engine, insert(tickets).values(_row_of(tickets)).returning(tickets.c.id))
        self._note = Prepared(engine, insert(journal).values(_row_of(journal)))

    def run(self, wish: Wish) -> Ticket | None:
        """Give out the next number in one transaction, with its line in the journal.

        None when there is no such line or item in force; nothing is changed then.
        """
        while True:
            try:
                return self._try(wish)
            except DayIsOver:
                continue  # once a night at most

    def _try(self, wish: Wish) -> Ticket | None:
        room = self._room
        with room.store.fast() as cursor:
            find = self._line if len(wish.named) == 1 else self._item
            find.run(cursor, {"at_centre": room.centre, "named": wish.named})
            found = find.row(cursor)
            if found is None:
                return None
            line, item = found
            ticket = self._give(cursor, line, item, wish, room.day(room.now()))
            self._note_issue(cursor, ticket)
        make_transient_to_detached(ticket)
        return ticket

    def check_in(self, cursor: DBAPICursor, line: str, item: str, place_at: datetime, day: date) -> Ticket:
        """Give out a number for an appointment, whose own time is its place, within the caller's transaction.

        The caller writes the journal. Raises DayIsOver when ``day`` ends while it waits for its turn; nothing may be
        kept then.
        """
        ticket = self._give(cursor, line, item, Wish(item, None, 0, BOOKED), day, place_at)
        make_transient_to_detached(ticket)
        return ticket

    def _give(
        self, cursor: DBAPICursor, line: str, item: str | None, wish: Wish, day: date, place_at: datetime | None = None
    ) -> Ticket:
        room = self._room
        # The line's row stays locked until the verb ends, so numbers have no gaps; and the clock is read after the wait
        # for it, so places follow numbers.
        self._number.run(cursor, {"at_centre": room.centre, "on_day": day, "of_line": line})
        row = self._number.row(cursor)
        assert row is not None
        now = room.now()
        if room.day(now) != day:
            raise DayIsOver
        ticket = _fresh(room.centre, day, line, row[0], item, wish, now)
        if place_at is not None:
            ticket.place_at = place_at
        self._ticket.run(cursor, {f"new_{name}": getattr(ticket, key) for name, key in _ATTRIBUTES.items()})
        row = self._ticket.row(cursor)
        assert row is not None
        ticket.id = row[0]
        return ticket

    def _note_issue(self, cursor: DBAPICursor, ticket: Ticket) -> None:
        after = {"number": ticket.number, "item": ticket.item, "priority": ticket.priority}
        note = {
            "new_centre": ticket.centre,
            "new_at": ticket.arrived_at,
            "new_who": ticket.source,
            "new_counter": None,
            "new_verb": "issue",
            "new_noun": "ticket",
            "new_noun_id": str(ticket.id),
            "new_before": "",
            "new_after": json.dumps(after, ensure_ascii=False),
        }
        self._note.run(cursor, note)


def _fresh(centre: str, day: date, line: str, running: int, item: str | None, wish: Wish, now: datetime) -> Ticket:
    """A ticket just taken, every attribute but the id set."""
    return Ticket(
        centre=centre,
        day=day,
        line=line,
        running=running,
        waits_in=line,
        code=new_code(),
        item=item,
        priority=wish.priority,
        head_start=wish.head_start,
        source=wish.source,
        arrived_at=now,
        place_at=place_of(now, wish.head_start),
        state=TicketState.WAITING,
        counter=None,
        staff=None,
        called_at=None,
        calls=0,
        started_at=None,
        finished_at=None,
        reason="",
    )
