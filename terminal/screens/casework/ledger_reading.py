"""What the ledger page asks the office, on a worker: words or a saved view, page by page, and a file of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from terminal.office.case_views import Page
from terminal.office.ledger_views import LedgerTable

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

KINDS: Final = ("any", "case", "resident", "notice")
PAGE: Final = 100  # rows read at once
MOST_AGAIN: Final = 1000  # rows read anew at once


class Question(NamedTuple):
    """Words to look for among things of a kind; without any, a saved view. ``by``: whose cases are theirs."""

    text: str
    kind: str
    view: str
    by: str

    @property
    def searches(self) -> bool:
        """Whether it is words that are looked for, and not a view."""
        return bool(self.text) or self.kind in ("resident", "notice")


def read_page(office: Office, asked: Question, after: str = "") -> Page:
    """One page of the answer."""
    if asked.searches:
        kinds = KINDS[1:] if asked.kind == "any" else (asked.kind,)
        return office.ledger.find(asked.text, kinds=kinds, limit=PAGE, after=after, by=asked.by)
    return office.ledger.view(asked.view, staff=asked.by or None, limit=PAGE, after=after)


def read_again(office: Office, asked: Question, least: int) -> Page:
    """From the beginning, as many rows as were scrolled to, up to ``MOST_AGAIN``."""
    page = read_page(office, asked)
    while page.more and len(page.rows) < min(least, MOST_AGAIN):
        page = joined(page, read_page(office, asked, page.after))
    return page


def joined(first: Page, second: Page) -> Page:
    """Two pages as one."""
    return Page((*first.rows, *second.rows), second.more, second.after)


def lengthened(fresh: Page, before: Page) -> Page:
    """What was read anew; what was scrolled to beyond it stays as it was read before."""
    if len(before.rows) <= len(fresh.rows):
        return fresh
    return Page((*fresh.rows, *before.rows[len(fresh.rows) :]), before.more, before.after)


def export(office: Office, path: Path, asked: Question, table: LedgerTable | None) -> Path:
    """A ledger, the cases that were found, or a saved view."""
    return Path(
        office.ledger.export(path, table=table, words=asked.text, view=asked.view, staff=asked.by or None, by=asked.by)
    )
