"""What every desk works with: the store, the centre it works for, the clock, and the journal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, exists, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Centre, Counter, CounterLine, Item, JournalEntry, Line, Staff
from terminal.office.clock import Clock
from terminal.office.form_shelf import FormShelf
from terminal.store.store import Store
from terminal.store.vault import Vault, open_vault

LARGEST_ID = 2**63 - 1  # what an id column holds; a larger number names nothing
_LARGEST_COUNTER = 2**31 - 1
_LOCK: dict[str, object] = {"key_share": True}  # leaves alone those who only refer to the row, such as calls
_JOURNAL = insert(JournalEntry.__table__)  # type: ignore[arg-type]


class Room:
    """One centre's room in the database. Safe to use from many threads."""

    def __init__(self, store: Store, centre: Centre, clock: Clock) -> None:
        self.store = store
        self.centre = centre.code
        self.zone = ZoneInfo(centre.zone)
        self._clock = clock
        self._vault: Vault | None = None
        self.forms = FormShelf()

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return self._clock.now().astimezone(UTC)

    def day(self, moment: datetime) -> date:
        """The centre's calendar day at a moment."""
        return moment.astimezone(self.zone).date()

    def local(self, moment: datetime) -> datetime:
        """A moment on the centre's wall clock."""
        return moment.astimezone(self.zone)

    def moment(self, given: datetime) -> datetime:
        """A moment somebody names, in UTC; without an offset it is one of the centre's wall clock.

        Raises Refusal for a time that this clock never shows.
        """
        if given.tzinfo is not None:
            return given.astimezone(UTC)
        moment = given.replace(tzinfo=self.zone).astimezone(UTC)
        if self.local(moment).replace(tzinfo=None) != given.replace(fold=0):
            raise Refusal(
                "The clock never shows {start}: it is set forward then.", "Choose another time.",
                start=f"{given:%Y-%m-%d %H:%M}",
            )  # fmt: skip
        return moment

    def span(self, since: date, until: date) -> tuple[datetime, datetime]:
        """The moments from the start of ``since`` to the end of ``until`` (exclusive), in UTC."""
        start = datetime.combine(since, time(), self.zone)
        end = datetime.combine(until + timedelta(days=1), time(), self.zone)
        return start.astimezone(UTC), end.astimezone(UTC)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A read of one moment, however many statements it takes; see ``Store.reading``."""
        with self.store.reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A verb's transaction; a reference to something unknown becomes a Refusal when the caller names it first."""
        with self.store.writing() as session:
            yield session

    @contextmanager
    def writing_papers(self) -> Iterator[Session]:
        """``writing`` for a verb that may issue or fill in a document: the forms are read before it begins, since that
        takes 300 ms the first time, and others would wait.
        """
        self.forms.all()
        with self.writing() as session:
            yield session

    def vault(self, session: Session) -> Vault:
        """What seals and opens the centre's residents; its key is read when it is first needed."""
        if self._vault is None:
            self._vault = open_vault(session.connection(), self.centre)
        return self._vault

    def note(
        self,
        session: Session | Connection,
        verb: str,
        noun: str,
        noun_id: object,
        *,
        at: datetime,
        who: str | None = None,
        counter: int | None = None,
        before: Mapping[str, object] | None = None,
        after: Mapping[str, object] | None = None,
    ) -> None:
        """Write one line of the journal, within the verb's transaction."""
        session.execute(
            _JOURNAL,
            {
                "centre": self.centre,
                "at": at,
                "who": who or "",
                "counter": counter,
                "verb": verb,
                "noun": noun,
                "noun_id": str(noun_id),
                "before": _text(before),
                "after": _text(after),
            },
        )

    # What a verb may name. Each raises a Refusal that says what there is instead.

    def counter(self, session: Session, number: int, *, lock: bool = False) -> Counter:
        """The counter of that number; with ``lock`` nobody else changes it until the verb ends."""
        self.check_counter(number)
        counter = session.get(Counter, (self.centre, number), with_for_update=_LOCK if lock else None)
        if counter is None:
            raise _no_window(number)
        return counter

    def check_counter(self, number: int) -> None:
        """Refuse a number that no database can hold."""
        if not 0 < number <= _LARGEST_COUNTER:
            raise _no_window(number)

    def line(self, session: Session, letter: str) -> Line:
        """The line of that letter."""
        line = session.get(Line, (self.centre, letter))
        if line is None:
            raise Refusal("There is no line {line}.", "Use one of the letters of the catalogue.", line=letter[:40])
        return line

    def served_line(self, session: Session, letter: str) -> Line:
        """The line of that letter, if some counter calls it: a number taken elsewhere would wait for ever."""
        line = self.line(session, letter)
        calls = exists().where(CounterLine.centre == self.centre, CounterLine.line == letter)
        if not session.scalar(select(calls)):
            raise Refusal("No window serves line {line}.", "Choose another line.", line=letter[:40])
        return line

    def item(self, session: Session, code: str) -> Item:
        """The item of that code, if it is still offered."""
        item = session.get(Item, (self.centre, code))
        if item is None or not item.offered:
            raise Refusal("There is no item {item}.", "Use a code of the catalogue, such as SB-003.", item=code[:40])
        return item

    def staff(self, session: Session, code: str, *, lock: bool = False) -> Staff:
        """The person of that code; ``lock`` as for a counter."""
        staff = session.get(Staff, (self.centre, code), with_for_update=_LOCK if lock else None)
        if staff is None or not staff.active:
            raise Refusal("There is nobody called {staff} here.", "Use a staff code, such as zhang.", staff=code[:40])
        return staff

    def check_by(self, session: Session, by: str) -> None:
        """Refuse a ``by`` that is nobody's code; "" is unknown."""
        if by:
            self.staff(session, by)

    def explain(self, error: IntegrityError, counter: int | None, staff: str | None) -> Refusal | None:
        """Which name a fast verb got wrong, after the database refused its reference; None when it was none of them."""
        try:
            with self.reading() as session:
                if counter is not None:
                    self.counter(session, counter)
                if staff is not None:
                    self.staff(session, staff)
        except Refusal as refusal:
            refusal.__cause__ = error
            return refusal
        return None


def _no_window(number: int) -> Refusal:
    return Refusal("There is no window {counter}.", "Use the number on the window's plate.", counter=number)


def _text(state: Mapping[str, object] | None) -> str:
    return json.dumps(state, ensure_ascii=False, default=str) if state else ""
