"""The ledger's desk: one place to find any case, resident or notice; saved views, ledgers and exports of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from forms import ledger_words_zh as zh
from terminal.errors import Refusal
from terminal.model import Case, Item
from terminal.office import ledger_books
from terminal.office.case_reading import rows_of
from terminal.office.case_views import CaseRow, NoticeRow, Page
from terminal.office.ledger_export import check_ending, table_of_cases, write_table
from terminal.office.ledger_finding import Finder, page_of
from terminal.office.ledger_question import By, Question, Reader
from terminal.office.ledger_saved import Asked, check_name, counts_of, ids_of
from terminal.office.ledger_views import LedgerName, LedgerTable
from terminal.office.notice_reading import rows_by_id as notices_by_id
from terminal.office.people_reading import rows_by_id as people_by_id
from terminal.office.people_views import PersonRow
from terminal.office.room import Room
from terminal.rules.casework import CaseState
from terminal.rules.search import Findable

KINDS = ("case", "resident", "notice")
MOST_ROWS = 200  # of a page
MOST_EXPORTED = 20_000
LONGEST_WORDS = 120

Row = CaseRow | PersonRow | NoticeRow


class LedgerDesk:
    """Verbs of the ledger. Safe to use from many threads; none changes anything but the journal of who was looked up.

    Pages are short and cheap however many years there are: ``after`` of one goes on in the next. A page may hold fewer
    rows than asked for, even none, and still have ``more`` behind it: a rare thing looked for among very many people.
    """

    def __init__(self, room: Room) -> None:
        self._room = room

    def find(
        self,
        words: str = "",
        *,
        kinds: Sequence[str] = KINDS,
        states: Collection[str] | None = None,
        responsible: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 50,
        after: str = "",
        by: str = "",
    ) -> Page:
        """Rows (CaseRow, PersonRow, NoticeRow) of the kinds, one kind after the other in the order given.

        ``words``: the beginning of a name or of its initials, a document's number or its last four characters, a
        telephone number, a case's or notice's number or its end (BJ-42), the code of a receipt, an item's code, name or
        initials, a day (2026-11-20, 11月20日) or month, a state; several narrow each other down (王 0042 待补正). None
        of them: the newest. What only a case has (state, item, responsible) finds cases alone. Who looked somebody up,
        and whom, is in the journal (GB/T 35273 7.1). Refuses for unknown kinds and states. Raises KeyMissing for a
        number.
        """
        question = _question(words, kinds, states, responsible, since, until)
        with self._room.reading() as session:
            self._room.check_by(session, by)
            question = self._read(session, words, question)
            found, rest = self._found(session, question, kinds, _bounded(limit), after)
            rows = self._rows(session, found)
        self._note_found(question, found, by)
        return Page(rows, bool(rest), rest)

    def view(self, name: str, *, staff: str | None = None, limit: int = 50, after: str = "") -> Page:
        """A page of CaseRow of a saved view: mine (of ``staff``), due (this week), risk, late, waiting (for the
        resident's corrections), ready (to be collected), paused, all. The soonest promised come first.
        """
        asked = self._asked(name, staff)
        with self._room.reading() as session:
            ids, rest = self._view_ids(session, asked, _bounded(limit), after)
            return Page(rows_of(session, self._room, _cases(session, ids)), bool(rest), rest)

    def counts(self, staff: str | None = None) -> dict[str, int]:
        """How many cases each saved view holds, but for all; mine only with ``staff``."""
        with self._room.reading() as session:
            return counts_of(session, Asked("all", self._room.centre, self._room.day(self._room.now()), staff))

    def ledgers(self) -> tuple[LedgerName, ...]:
        """The eight standard ledgers (台账)."""
        return ledger_books.names()

    def ledger(self, name: str, since: date, until: date) -> LedgerTable:
        """A ledger of these days (both included, at most a year), made from what the cases hold. Numbers of documents
        and telephones are masked. ``more``: it was cut off at ``ledger_books.MOST_LINES``.
        """
        with self._room.reading() as session:
            return ledger_books.table_of(session, self._room, name, since, until)

    def export(
        self,
        path: Path,
        *,
        table: LedgerTable | None = None,
        words: str = "",
        view: str = "",
        staff: str | None = None,
        states: Collection[str] | None = None,
        responsible: str | None = None,
        since: date | None = None,
        until: date | None = None,
        by: str = "",
    ) -> Path:
        """Write a ledger, or the cases that ``find`` or else a saved view gives, to a workbook (.xlsx) or CSV.

        At most ``MOST_EXPORTED`` rows, which the file says when there are more. That it was taken out, and how many
        rows, is in the journal. Raises Refusal for another ending, Fault for a place that cannot be written.
        """
        check_ending(path)
        if table is None:
            question = _question(words, ("case",), states, responsible, since, until)
            saved = self._asked(view, staff) if view and not words else None
            with self._room.reading() as session:
                rows, more = self._all(session, saved or self._read(session, words, question))
            table = table_of_cases(zh.VIEWS[view] if saved else zh.FOUND, rows, more=more)
        write_table(path, table)
        with self._room.writing() as session:
            self._room.check_by(session, by)
            seen = {"name": table.name, "rows": len(table.rows)}
            self._room.note(session, "export", "ledger", "", at=self._room.now(), who=by, after=seen)
        return path

    def _asked(self, name: str, staff: str | None) -> Asked:
        check_name(name)
        if name == "mine" and not staff:
            raise Refusal("Whose cases are looked for is not said.", "Name somebody by a staff code.")
        return Asked(name, self._room.centre, self._room.day(self._room.now()), staff)

    def _view_ids(self, session: Session, asked: Asked, limit: int, after: str) -> tuple[list[int], str]:
        try:
            return ids_of(session, asked, limit, after)
        except (ValueError, LookupError) as error:
            raise _no_page() from error

    def _found(
        self, session: Session, question: Question, kinds: Sequence[str], limit: int, after: str
    ) -> tuple[list[tuple[str, int]], str]:  # fmt: skip
        try:
            return page_of(Finder(session, self._room, question, limit), tuple(kinds), limit, after)
        except (ValueError, LookupError) as error:
            raise _no_page() from error

    def _all(self, session: Session, asked: Asked | Question) -> tuple[list[CaseRow], bool]:
        """The cases of page after page, as many as one file takes, and whether there are more."""
        rows: list[CaseRow] = []
        after = ""
        while len(rows) < MOST_EXPORTED:
            if isinstance(asked, Asked):
                ids, after = self._view_ids(session, asked, MOST_ROWS, after)
            else:
                found, after = self._found(session, asked, ("case",), MOST_ROWS, after)
                ids = [ident for _, ident in found]
            rows += rows_of(session, self._room, _cases(session, ids))
            if not after:
                break
        return rows, bool(after)

    def _read(self, session: Session, words: str, question: Question) -> Question:
        vault = self._room.vault(session)
        today = self._room.day(self._room.now())
        query = select(Item.code, Item.name, Item.short, Item.initials).where(Item.centre == self._room.centre)
        items: list[Findable] = list(session.execute(query.order_by(Item.code)))
        return Reader(self._room.centre, today, items, vault.found_by, vault.tail).read(words, question)

    def _rows(self, session: Session, found: Sequence[tuple[str, int]]) -> tuple[Row, ...]:
        ids = {kind: [ident for one, ident in found if one == kind] for kind in KINDS}
        people = people_by_id(session, self._room, ids["resident"])
        cases = {row.id: row for row in rows_of(session, self._room, _cases(session, ids["case"]))}
        notices = notices_by_id(session, self._room, ids["notice"])
        shelves: dict[str, dict[int, Row]] = {"case": {**cases}, "resident": {**people}, "notice": {**notices}}
        return tuple(shelves[kind][ident] for kind, ident in found)

    def _note_found(self, question: Question, found: Sequence[tuple[str, int]], by: str) -> None:
        """Whom somebody looked up; a list of the newest is none."""
        how = [way.by.value for way in question.ways]
        if how == [By.ITEM]:
            return
        seen = {"by": how, **{kind: [ident for one, ident in found if one == kind] for kind in KINDS}}
        with self._room.writing() as session:
            self._room.note(session, "find", "ledger", "", at=self._room.now(), who=by, after=seen)


def _question(
    words: str, kinds: Sequence[str], states: Collection[str] | None, responsible: str | None,
    since: date | None, until: date | None,
) -> Question:  # fmt: skip
    if len(words) > LONGEST_WORDS or not words.isprintable():
        raise Refusal("That cannot be looked for.", "Enter at most {most} characters in one line.", most=LONGEST_WORDS)
    if not kinds or not set(kinds) <= set(KINDS):
        raise Refusal("What is looked for is not said.", "Use: {known}.", known=", ".join(KINDS))
    unknown = set(states or ()) - set(CaseState)
    if unknown:
        raise Refusal(
            "There is no state {state}.", "Use one of: {known}.", state=min(unknown), known=", ".join(CaseState)
        )
    named = frozenset(CaseState(state) for state in states or ())
    return Question(states=named, responsible=responsible or None, since=since, until=until)


def _bounded(limit: int) -> int:
    return max(1, min(limit, MOST_ROWS))


def _no_page() -> Refusal:
    return Refusal("No page goes on there.", "Look again from the beginning.")


def _cases(session: Session, ids: Sequence[int]) -> list[Case]:
    """The cases of these ids, in their order."""
    found = {one.id: one for one in session.scalars(select(Case).where(Case.id.in_(ids)))} if ids else {}
    return [found[ident] for ident in ids]
