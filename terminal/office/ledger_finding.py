"""Finding cases, residents and notices, a page at a time, without reading through the years.

Each way of finding reads one index from where the last page ended, and no more of it than a bound; what is rarer than
that goes on with the next page. People are walked in the order of what they were found by, each with their own newest
first. What is found by conditions comes newest first, and so do cases that are fewer than the people who may be meant.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, Select, and_, func, literal_column, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from terminal.model import Case, Notice, Resident
from terminal.office.ledger_question import PEOPLE, By, Question, Way
from terminal.office.room import Room
from terminal.rules.casework import CaseState
from terminal.store.name_initials import typed
from terminal.store.prefix import begins, behind, in_order

MOST_WALKED: Final = 1000  # people looked at for one page: one of few hits in many people goes on with the next page
MOST_LOOKED: Final = 2000  # cases or notices looked at for one page
FEW: Final = 4000  # cases or notices are looked through one by one, rather than very many people
_FIRST_STEP: Final = 64
_STEP: Final = 500
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


Conditions = tuple[ColumnElement[bool], ...]


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of one index, each of which holds its rows newest first, and what is still to be asked of each row."""

    heads: tuple[Conditions, ...]
    rest: Conditions = ()


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
            asked = self._question
            bare = not asked.of_cases_alone and asked.since is None and asked.until is None
            return (lambda place: self._people(way, place)) if way.by in PEOPLE and bare else None
        if kind == "notice" and self._question.of_cases_alone:
            return None
        table = CASES if kind == "case" else NOTICES
        if way.by in PEOPLE:
            either = way.by in _BEGINNINGS and self._narrow(table)
            return partial(self._of_either if either else self._of_people, table, way)
        if way.by is By.NUMBER:
            return partial(self._exact, table, table.number, way)
        if way.by is By.CODE:
            return partial(self._exact, table, Case.code, way) if kind == "case" else None
        if kind == "notice" and way.texts:
            return None
        return lambda place: self._dated(table, self._narrowest(table, way.texts), place)

    def _exact(
        self, table: Newest, column: InstrumentedAttribute[str], way: Way, place: Place
    ) -> Iterator[Found]:  # fmt: skip
        """The newest first; each of them is asked the rest, which has no say in how they are found."""
        query = select(table.ident, and_(true(), *self._narrow(table)))
        rows = self._session.execute(query.where(table.centre == self._room.centre, column.in_(way.texts)))
        for ident in sorted((ident for ident, fits in rows if fits), reverse=True):
            if not place or ident < int(place[0]):
                yield (str(ident),), ident

    # By conditions.

    def _dated(self, table: Newest, stretches: Stretches, place: Place) -> Iterator[Found]:
        """Newest first: the stretches merged, as far as one page looks."""
        parts = [self._stretch(table, head, stretches.rest, place) for head in stretches.heads]
        for looked, (at, ident, fits) in enumerate(heapq.merge(*parts, reverse=True), 1):
            where = (at.isoformat(), str(ident))
            if fits:
                yield where, ident
            elif looked >= MOST_LOOKED:
                yield where, 0
                return

    def _stretch(
        self, table: Newest, head: Conditions, rest: Conditions, place: Place
    ) -> Iterator[tuple[datetime, int, bool]]:
        """Each row of a stretch, and whether it is what is looked for. The rest is asked of each row that is read, not
        in the condition: a database would read on until it had enough of them, or begin with the rest.
        """
        query = self._newest(table, head).add_columns(and_(true(), *rest))
        last = (datetime.fromisoformat(place[0]), int(place[1])) if place else None
        step = _FIRST_STEP if rest else self._limit + 1
        while True:
            onward = query
            if last is not None:
                onward = query.where(table.at <= last[0], or_(table.at < last[0], table.ident < last[1]))
            rows = self._session.execute(onward.limit(_rows(step))).all()
            yield from ((at, ident, bool(fits)) for at, ident, fits in rows)
            if len(rows) < step:
                return
            last, step = (rows[-1][0], rows[-1][1]), _STEP

    def _narrowest(self, table: Newest, items: tuple[str, ...] = ()) -> Stretches:
        """Of the stretches that hold what is asked, those with the fewest rows."""
        known = list(self._stretches(items)) if table is CASES else []
        if len(known) < 2:
            return known[0] if known else Stretches(((),))
        return min(known, key=lambda one: self._count(table, one))

    def _stretches(self, items: tuple[str, ...]) -> Iterator[Stretches]:
        """By responsible and state, and by item."""
        asked = self._question
        items = items or asked.items
        states = sorted(asked.states)
        of_items: Conditions = (Case.item.in_(items),) if items else ()
        of_states: Conditions = (Case.state.in_(states),) if states else ()
        theirs: Conditions = (Case.responsible == asked.responsible,) if asked.responsible is not None else ()
        if theirs or states:
            yield Stretches(tuple((*theirs, Case.state == state) for state in states or sorted(CaseState)), of_items)
        if 0 < len(items) <= _MOST_ITEMS:
            yield Stretches(tuple((Case.item == item,) for item in items), (*of_states, *theirs))
        elif not (theirs or states):
            yield Stretches(((),), of_items)

    def _count(self, table: Newest, stretches: Stretches) -> int:
        """How many rows, as far as that matters: at most one more than few for each stretch."""
        parts = [self._newest(table, head).limit(_rows(FEW + 1)).subquery() for head in stretches.heads]
        counts = [select(func.count()).select_from(part).scalar_subquery() for part in parts]
        return sum(self._session.execute(select(*counts)).one())

    def _newest(self, table: Newest, head: Conditions) -> Select[datetime, int]:
        query = select(table.at, table.ident).where(table.centre == self._room.centre, *self._days(table), *head)
        return query.order_by(table.at.desc(), table.ident.desc())

    # By people.

    def _of_either(self, table: Newest, way: Way, place: Place) -> Iterator[Found]:
        """What is some people's and meets conditions, from the side of which there is less."""
        column = _KEYS[way.by]
        stretches = self._narrowest(table)
        from_rows = len(place) == 2 if place else self._are_few(table, stretches) and self._are_many(way)
        if not from_rows:
            yield from self._of_people(table, way, place)
            return
        meant = select(begins(column, way.texts[0])).where(Resident.id == table.resident).scalar_subquery()
        yield from self._dated(table, Stretches(stretches.heads, (*stretches.rest, meant)), place)

    def _are_few(self, table: Newest, stretches: Stretches) -> bool:
        return bool(self._days(table) or any(stretches.heads)) and self._count(table, stretches) <= FEW

    def _are_many(self, way: Way) -> bool:
        people = self._walk(way, (), MOST_WALKED + 1).subquery()
        return (self._session.scalar(select(func.count()).select_from(people)) or 0) > MOST_WALKED

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
        return sorted(self._session.scalars(query), reverse=True)

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
            (text,) = way.texts
            onward = behind(column, Resident.id, text, place[0], int(place[1])) if place else begins(column, text)
            query = query.where(onward).order_by(in_order(column), Resident.id)
        else:
            query = query.where(column == way.texts[0], *_named(way.named)).order_by(Resident.id)
            if place:
                query = query.where(Resident.id > int(place[1]))
        return query.limit(_rows(step))

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


def _named(name: str) -> Conditions:
    """Whose name or initials begin so, of a few: as a condition that no index serves."""
    if not name:
        return ()
    column, begin = (Resident.initials, typed(name)) if name.isascii() else (Resident.name, name)
    return (func.substr(column, 1, len(begin)) == begin,)


def _rows(count: int) -> ColumnElement[int]:
    """A limit as it stands: PostgreSQL makes a prepared plan for a tenth of the table where it does not know."""
    return literal_column(str(count), Integer)


def _read(after: str) -> tuple[int, int, Place]:
    if not after:
        return 0, 0, ()
    kind, way, *place = after.split("\x1f")
    return int(kind), int(way), tuple(place)


def _written(kind: int, way: int, place: Place) -> str:
    return "\x1f".join((str(kind), str(way), *place))
