"""What every ledger is made from: names of staff, titles of items, people as paper may show them, days as text."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from forms.ledger_words_zh import HEADS
from terminal.model import Case, Item, Resident, Staff
from terminal.office.ledger_views import Cell, LedgerColumn
from terminal.office.people_reading import shown_number
from terminal.office.room import Room
from terminal.rules import phone

_BATCH: Final = 1000
_WIDTHS: Final = {
    "running": 6, "number": 21, "title": 26, "name": 14, "document": 21, "what": 36, "ground": 36, "purpose": 24,
    "came_back": 24, "material": 24, "place": 24, "notice": 21, "form": 20, "counter": 6, "originals": 6, "copies": 8,
    "relation": 8, "in_time": 6, "stops": 9, "done_stops": 9, "time": 8, "days_left": 11,
}  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Subject:
    """The case a line speaks of, and its applicant. The document's number is masked, the telephone too: ledgers leave
    the office (PIPL; field/standards.md).
    """

    number: str
    title: str
    name: str
    document: str
    phone: str
    correct_by: date | None

    def __repr__(self) -> str:
        return f"<Subject {self.number}>"


class Ground:
    """One ledger's period within one read."""

    def __init__(self, session: Session, room: Room, since: date, until: date, most: int) -> None:
        self.session = session
        self.room = room
        self.since = since
        self.until = until
        self.most = most
        self.span = room.span(since, until)

    @cached_property
    def titles(self) -> dict[str, str]:
        """Names of items by code."""
        query = select(Item.code, Item.name).where(Item.centre == self.room.centre)
        return {one.code: one.name for one in self.session.execute(query)}

    @cached_property
    def staff(self) -> dict[str, str]:
        """Names of staff by code, whether or not they still work here."""
        query = select(Staff.code, Staff.name).where(Staff.centre == self.room.centre)
        return {one.code: one.name for one in self.session.execute(query)}

    def who(self, code: str | None) -> str:
        """A member of staff by name."""
        return self.staff.get(code or "", code or "")

    def day(self, moment: datetime | None) -> date | None:
        """The centre's day of a moment."""
        return self.room.day(moment) if moment else None

    def is_ours(self, case: InstrumentedAttribute[int]) -> ColumnElement[bool]:
        """Whether a row's case is this centre's, asked of each row that its day finds: of a join SQLite would make a
        walk through all cases of the centre.
        """
        centre = select(Case.centre).where(Case.id == case).correlate(case.class_).scalar_subquery()
        return centre == self.room.centre

    def subjects(self, cases: Iterable[int]) -> dict[int, Subject]:
        """The cases of these ids, with their applicants."""
        vault, found = self.room.vault(self.session), {}
        for part in _parts(sorted(set(cases))):
            query = select(Case.id, Case.number, Case.item, Case.correct_by, Resident)
            query = query.join(Resident, Resident.id == Case.resident_id)
            for ident, number, item, correct_by, one in self.session.execute(query.where(Case.id.in_(part))):
                masked = phone.masked(one.phone) if one.phone else ""
                title = self.titles.get(item, item)
                found[ident] = Subject(number, title, one.name, shown_number(vault, one), masked, correct_by)
        return found


def columns(*keys: str) -> tuple[LedgerColumn, ...]:
    """Columns of these names; a running number stands before them."""
    return tuple(LedgerColumn(key, HEADS[key], _WIDTHS.get(key, 13)) for key in ("running", *keys))


def numbered(rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with their running numbers."""
    return tuple((running, *row) for running, row in enumerate(rows, 1))


def _parts(idents: list[int]) -> Iterable[Collection[int]]:
    return (idents[start : start + _BATCH] for start in range(0, len(idents), _BATCH))
