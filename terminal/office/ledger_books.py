"""The eight standard ledgers (台账), made from what the cases hold rather than kept by hand.

SOURCE: field/mission.md, Nanmen street: "ledgers in eight books". Which eight is not said there; these names are ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from sqlalchemy.orm import Session

from forms.ledger_words_zh import LEDGERS
from terminal.errors import Refusal
from terminal.office import ledger_cases as cases
from terminal.office import ledger_events as events
from terminal.office.ledger_ground import Ground, numbered
from terminal.office.ledger_views import Cell, LedgerColumn, LedgerName, LedgerTable
from terminal.office.room import Room

MOST_LINES: Final = 20_000
LONGEST_DAYS: Final = 366


@dataclass(frozen=True, slots=True)
class Book:
    """A ledger's columns, and what makes its lines."""

    columns: tuple[LedgerColumn, ...]
    lines: Callable[[Ground], Iterator[tuple[Cell, ...]]]


_BOOKS: Final = {
    "received": Book(cases.RECEIVED, cases.received),
    "handled": Book(cases.HANDLED, cases.handled),
    "corrections": Book(events.CORRECTIONS, events.corrections),
    "proxies": Book(cases.PROXIES, cases.proxies),
    "visits": Book(events.VISITS, events.visits),
    "originals": Book(events.ORIGINALS, events.originals),
    "notices": Book(events.NOTICES, events.notices),
    "pauses": Book(events.PAUSES, events.pauses),
}


def names() -> tuple[LedgerName, ...]:
    """The eight, in their order."""
    return tuple(LedgerName(name, LEDGERS[name]) for name in _BOOKS)


def table_of(session: Session, room: Room, name: str, since: date, until: date) -> LedgerTable:
    """A ledger of these days (both included), within the caller's read. Refuses an unknown name, a period that is
    backwards or longer than a year.
    """
    book = _BOOKS.get(name)
    if book is None:
        raise Refusal("There is no ledger {ledger}.", "Use one of: {known}.", ledger=name, known=", ".join(_BOOKS))
    if until < since:
        raise Refusal("{until} is before {since}.", "Give the earlier day first.", since=since, until=until)
    if (until - since).days >= LONGEST_DAYS or not 2000 <= since.year <= until.year <= 2999:
        raise Refusal("A ledger is of {most} days at the most.", "Make several.", most=LONGEST_DAYS)
    lines = list(islice(book.lines(Ground(session, room, since, until, MOST_LINES + 1)), MOST_LINES + 1))
    rows = numbered(lines[:MOST_LINES])
    return LedgerTable(name, LEDGERS[name], book.columns, rows, since, until, len(lines) > MOST_LINES)
