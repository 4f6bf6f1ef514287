"""Finding cases, residents and notices, a page at a time, without reading through the years.

Each way of finding reads one index from where the last page ended. People are walked in the order of what they were
found by, each with their own newest first; what is found by conditions alone comes newest first.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import product
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from terminal.model import Case, Notice, Resident
from terminal.office.ledger_question import PEOPLE, By, Question, Way
from terminal.office.room import Room
from terminal.rules.casework import UNFINISHED, CaseState
from terminal.store.prefix import begins, behind, in_order

MOST_WALKED: Final = 1500  # people looked at for one page: one of few hits in many people goes on with the next page
_FIRST_STEP: Final = 64
_STEP: Final = 750
_MOST_ITEMS: Final = 4  # looked through one by one; more are found soon enough among all cases

_KEYS: Final[dict[By, InstrumentedAttribute[Any]]] = {
    By.DOCUMENT: Resident.number_hash,
    By.TAIL: Resident.tail_hash,
    By.PHONE: Resident.phone,
    By.NAME: Resident.name,
    By.INITIALS: Resident.initials,
}
_BEGINNINGS: Final = frozenset({By.NAME, By.INITIALS})

Place = tuple[str, ...]  # where a page ended, of its own way
Found = tuple[Place, int]  # where it stands, and its id
Source = Callable[[Place], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Newest:
    """A table whose rows are dated, and what a question asks of it."""

    ident: InstrumentedAttribute[int]
    at: InstrumentedAttribute[datetime]
    resident: InstrumentedAttribute[Any]
    number: InstrumentedAttribute[str]
    centre: InstrumentedAttribute[str]


CASES: Final = Newest(Case.id, Case.received_at, Case.resident_id, Case.number, Case.centre)
NOTICES: Final = Newest(Notice.id, Notice.issued_at, Notice.resident_id, Notice.number, Notice.centre)


class Finder:
    """Finds ids for one question within the caller's transaction."""

    def __init__(self, session: Session, room: Room, question: Question, limit: int) -> None:
        self._session = session
        self._room = room
        self._question = question
        self._limit = limit

    def sources(self, kind: str) -> list[Source]:
        """The ways of finding things of a kind: case, resident, notice."""
        made = [self._source(kind, way) for way in self._question.ways]
        return [source for source in made if source is not None]

    def _source(self, kind: str, way: Way) -> Source | None:
        if kind == "resident":
            bare = not self._question.of_cases_alone and self._question.since is None
            return (lambda place: self._people(way, place)) if way.by in PEOPLE and bare else None
        if kind == "notice" and self._question.of_cases_alone:
            return None
        table = CASES if kind == "case" else NOTICES
        if kind == "case" and way.by in _BEGINNINGS and self._question.states and self._question.states <= UNFINISHED:
            return lambda place: self._unfinished(way, place)
        if way.by in PEOPLE:
            return lambda place: self._of_people(table, way, place)
        if way.by is By.NUMBER:
            return lambda place: self._exact(table, table.number, way, place)
        if way.by is By.CODE:
            return (lambda place: self._exact(table, Case.code, way, place)) if kind == "case" else None
        if kind == "notice":
            return (lambda place: self._dated(table, ((),), place)) if not way.texts else None
        return lambda place: self._dated(table, self._branches(way), place)

    def _exact(
        self, table: Newest, column: InstrumentedAttribute[str], way: Way, place: Place
    ) -> Iterator[Found]:  # fmt: skip
        query = select(table.ident).where(table.centre == self._room.centre, column.in_(way.texts))
        ids = self._session.scalars(query.where(*self._narrow(table)).order_by(table.ident.desc()))
        return (((str(ident),), ident) for ident in ids if not place or ident < int(place[0]))

    def _dated(
        self, table: Newest, branches: tuple[tuple[ColumnElement[bool], ...], ...], place: Place
    ) -> Iterator[Found]:
        """Newest first: of each branch the first few by its own part of an index, merged."""
        query = select(table.at, table.ident).where(table.centre == self._room.centre, *self._days(table))
        if place:
            at, ident = datetime.fromisoformat(place[0]), int(place[1])
            query = query.where(table.at <= at, or_(table.at < at, table.ident < ident))
        query = query.order_by(table.at.desc(), table.ident.desc()).limit(self._limit + 1)
        parts = [[(at, ident) for at, ident in self._session.execute(query.where(*branch))] for branch in branches]
        for at, ident in heapq.merge(*parts, reverse=True):
            yield (at.isoformat(), str(ident)), ident

    def _branches(self, way: Way) -> tuple[tuple[ColumnElement[bool], ...], ...]:
        """Conditions that together are the question's, each of which one index answers in order."""
        asked = self._question
        items = way.texts or asked.items
        states = sorted(asked.states)
        if asked.responsible is None and not states and not 0 < len(items) <= _MOST_ITEMS:
            return ((Case.item.in_(items),) if items else (),)
        heads: list[tuple[ColumnElement[bool], ...]] = [(Case.state == state,) for state in states or sorted(CaseState)]
        if asked.responsible is not None:
            heads = [(Case.responsible == asked.responsible, *head) for head in heads]
        elif not states:
            heads = [()]
        if not items:
            return tuple(heads)
        if len(items) > _MOST_ITEMS:
            return tuple((*head, Case.item.in_(items)) for head in heads)
        return tuple((*head, Case.item == item) for head, item in product(heads, items))

    def _unfinished(self, way: Way, place: Place) -> Iterator[Found]:
        """The same, of cases that are few beside the people who may be meant: from the cases to their people. Without
        the people's centre in it, which their cases have, no database comes to think of going the other way.
        """
        column = _KEYS[way.by]
        query = (
            select(column, Resident.id, Case.id)
            .join(Resident, Resident.id == Case.resident_id)
            .where(Case.centre == self._room.centre, Case.ended_at.is_(None), *self._narrow(CASES))
            .where(begins(column, way.texts[0]))
        )
        rows = sorted((text, person, -ident) for text, person, ident in self._session.execute(query))
        start = (place[0], int(place[1]), -int(place[2])) if place else ("", 0, 0)
        for text, person, below in rows[bisect_right(rows, start) :]:
            yield (text, str(person), str(-below)), -below

    def _of_people(self, table: Newest, way: Way, place: Place) -> Iterator[Found]:
        """Person after person, in the order of what they are found by; each one's own newest first."""
        text, person, last = (place[0], int(place[1]), int(place[2])) if place else ("", 0, 0)
        if last:
            for ident in self._theirs(table, person, last):
                yield (text, str(person), str(ident)), ident
        walked, step = 0, _FIRST_STEP
        while True:
            rows = self._with_theirs(table, way, (text, str(person)) if person else (), step)
            for key, owner, ident in rows:
                if ident:
                    yield (key, str(owner), str(ident)), ident
            people = len({owner for _, owner, _ in rows})
            if people < step:
                return
            (text, person, _), walked, step = rows[-1], walked + people, _STEP
            if walked >= MOST_WALKED:
                yield (text, str(person), "0"), 0
                return

    def _theirs(self, table: Newest, person: int, below: int) -> list[int]:
        query = select(table.ident).where(table.resident == person, table.ident < below, *self._narrow(table))
        return list(self._session.scalars(query.order_by(table.ident.desc())))

    def _with_theirs(self, table: Newest, way: Way, place: Place, step: int) -> list[tuple[str, int, int]]:
        """The next people, each with what is theirs or with 0, in order."""
        people = self._walk(way, place, step).subquery()
        key, owner = people.columns[0], people.columns[1]
        query = select(key, owner, table.ident).select_from(
            people.outerjoin(table.ident.class_, and_(table.resident == owner, *self._narrow(table)))
        )
        rows = [(text, person, ident or 0) for text, person, ident in self._session.execute(query)]
        return sorted(rows, key=lambda row: (row[0], row[1], -row[2]))

    def _people(self, way: Way, place: Place) -> Iterator[Found]:
        step = self._limit + 1
        query = partial(self._walk, way, listed=True)
        while people := [(key, ident) for key, ident in self._session.execute(query(place=place, step=step))]:
            yield from (((key, str(ident)), ident) for key, ident in people)
            if len(people) < step:
                return
            place = (people[-1][0], str(people[-1][1]))

    def _walk(self, way: Way, place: Place, step: int, *, listed: bool = False) -> Select[str, int]:
        """The next people: what they are found by, and their ids. Read from the index alone unless they are ``listed``,
        which those merged into others are not.
        """
        column = _KEYS[way.by]
        query: Select[str, int] = select(column, Resident.id).where(Resident.centre == self._room.centre)
        if listed:
            query = query.where(Resident.merged_into.is_(None))
        if way.by in _BEGINNINGS:
            query = query.where(begins(column, way.texts[0])).order_by(in_order(column), Resident.id)
            if place:
                query = query.where(behind(column, Resident.id, place[0], int(place[1])))
        else:
            query = query.where(column == way.texts[0]).order_by(Resident.id)
            if place:
                query = query.where(Resident.id > int(place[1]))
        return query.limit(step)

    def _narrow(self, table: Newest) -> list[ColumnElement[bool]]:
        """What the question asks besides, of rows that are few."""
        asked = self._question
        conditions = self._days(table)
        if table is CASES:
            if asked.states:
                conditions.append(Case.state.in_(asked.states))
            if asked.items:
                conditions.append(Case.item.in_(asked.items))
            if asked.responsible is not None:
                conditions.append(Case.responsible == asked.responsible)
        return conditions

    def _days(self, table: Newest) -> list[ColumnElement[bool]]:
        asked, conditions = self._question, []
        if asked.since is not None:
            conditions.append(table.at >= self._room.span(asked.since, asked.since)[0])
        if asked.until is not None:
            conditions.append(table.at < self._room.span(asked.until, asked.until)[1])
        return conditions


def page_of(finder: Finder, kinds: tuple[str, ...], limit: int, after: str) -> tuple[list[tuple[str, int]], str]:
    """The next (kind, id) and where the page after them goes on, "" at the end. Raises ValueError for an ``after`` that
    no page gave.
    """
    first_kind, first_way, place = _read(after)
    found: list[tuple[str, int]] = []
    last = ""
    for kind_at, kind in enumerate(kinds):
        for way_at, source in enumerate(finder.sources(kind)):
            if (kind_at, way_at) < (first_kind, first_way):
                continue
            begun = place if (kind_at, way_at) == (first_kind, first_way) else ()
            for where, ident in source(begun):
                if len(found) == limit:
                    return found, last
                last = _written(kind_at, way_at, where)
                if ident == 0:
                    return found, last
                if (kind, ident) not in found:
                    found.append((kind, ident))
    return found, ""


def _read(after: str) -> tuple[int, int, Place]:
    if not after:
        return 0, 0, ()
    kind, way, *place = after.split("\x1f")
    return int(kind), int(way), tuple(place)


def _written(kind: int, way: int, place: Place) -> str:
    return "\x1f".join((str(kind), str(way), *place))
