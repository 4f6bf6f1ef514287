"""``onewindow case list``, ``overdue``, ``at-risk``, ``find``, ``export`` and ``ledger``: the ledger's command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import day, number, text
from terminal.commands.context import Context, Subparsers, verb
from terminal.office.case_views import CaseRow, NoticeRow, Page
from terminal.office.ledger_views import SAVED
from terminal.office.people_views import PersonRow

if TYPE_CHECKING:
    from terminal.office.ledger_views import LedgerTable
    from terminal.office.office import Office

KINDS = ("case", "resident", "notice")
USUAL = 50
FIND_HELP = (
    "WORDS: the beginning of a name or its initials, an ID number or its last four characters, a telephone number, a "
    "case's or notice's number or its end (BJ-42), the code of a receipt, an item, a day or month, a state; several "
    "narrow each other down. Whoever looks somebody up is noted in the journal."
)
DIVISIONS = ("staff", "department", "field", "item", "month")
VIEWS_HELP = "Saved views: " + ", ".join(SAVED) + "; mine is of --staff or of the person of the settings."


def add_verbs(verbs: Subparsers) -> None:
    """Add what belongs to the group ``case``."""
    listing = verb(verbs, "list", "cases of a state or a saved view, else the newest", _list, VIEWS_HELP)
    overdue = verb(verbs, "overdue", "cases past their promised day", _overdue)
    at_risk = verb(verbs, "at-risk", "cases whose steps left take longer than the days left", _at_risk)
    find = verb(verbs, "find", "cases, residents and notices by words, numbers, codes and days", _find, FIND_HELP)
    export = verb(verbs, "export", "found cases or a saved view as a workbook (.xlsx) or CSV", _export, VIEWS_HELP)
    ledger = verb(verbs, "ledger", "one of the eight ledgers of a period; without a name: which there are", _ledger)
    report = verb(verbs, "report", "figures of a period: opened, finished in time, late, days, corrections", _report)
    report.add_argument("--per", choices=DIVISIONS, default="staff", help="by default staff: who answers for the case")
    for one in (listing, overdue, at_risk, find):
        one.add_argument("--limit", type=number, default=USUAL, metavar="N", help=f"by default {USUAL}")
    for one in (listing, export):
        one.add_argument("--view", choices=SAVED, help="a saved view")
        one.add_argument("--staff", type=text, metavar="STAFF", help="whose cases the view mine shows")
    for one in (listing, find, export):
        one.add_argument("--state", type=text, action="append", metavar="STATE", help="may be given several times")
        one.add_argument("--responsible", type=text, metavar="STAFF", help="who answers for it")
    for one in (listing, find, export, ledger, report):
        one.add_argument(
            "--since", type=day, metavar="YYYY-MM-DD", help="received, issued or done on this day or later"
        )
        one.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="on this day or before")
    find.add_argument("words", nargs="+", type=text, metavar="WORDS")
    find.add_argument("--kind", choices=KINDS, action="append", help="what is looked for; by default all three")
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("words", nargs="*", type=text, metavar="WORDS")
    ledger.add_argument("name", nargs="?", type=text, metavar="NAME")
    ledger.add_argument("-o", "--out", type=Path, metavar="FILE", help="write it to a workbook (.xlsx) or CSV")
    add_by(listing, find, export, ledger)


def row_document(row: CaseRow) -> dict[str, object]:
    """A row of a list as one object, moments with their offset."""
    moments = {
        "promised_on": row.promised_on.isoformat(),
        "received_at": row.received_at.isoformat(),
        "moved_at": row.moved_at.isoformat(),
    }
    return asdict(row) | moments


def _list(context: Context, args: argparse.Namespace) -> int:
    staff = args.staff or who(context, args) or None
    with context.office() as office:
        if args.view:
            rows = _pages(lambda **page: office.ledger.view(args.view, staff=staff, **page), args.limit)
        else:
            rows = _pages(lambda **page: office.ledger.find(kinds=("case",), **_asked(args), **page), args.limit)
    return _said(context, rows)


def _overdue(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return _said(context, _pages(lambda **page: office.ledger.view("late", **page), args.limit))


def _at_risk(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return _said(context, _pages(lambda **page: office.ledger.view("risk", **page), args.limit))


def _find(context: Context, args: argparse.Namespace) -> int:
    words, kinds, by = " ".join(args.words), tuple(args.kind or KINDS), who(context, args)
    with context.office() as office:
        rows = _pages(lambda **page: office.ledger.find(words, kinds=kinds, by=by, **_asked(args), **page), args.limit)
    documents = [{"kind": _kind(row), **_document(row)} for row in rows]
    return context.say(documents, *([_line(row) for row in rows] or ["nothing"]))


def _export(context: Context, args: argparse.Namespace) -> int:
    by = who(context, args)
    with context.office() as office:
        path = office.ledger.export(
            args.file, words=" ".join(args.words), view=args.view or "", staff=args.staff or by or None, by=by,
            **_asked(args),
        )  # fmt: skip
    return context.say({"file": str(path)}, f"written to {path}")


def _ledger(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        if args.name is None:
            names = office.ledger.ledgers()
            return context.say([asdict(one) for one in names], *(f"{one.name:12}  {one.title}" for one in names))
        since, until = _period(office, args.since, args.until)
        table = office.ledger.ledger(args.name, since, until)
        if args.out:
            path = office.ledger.export(args.out, table=table, by=who(context, args))
            return context.say({"file": str(path), "rows": len(table.rows)}, f"written to {path}")
    keys = [column.key for column in table.columns]
    document = {
        "name": table.name, "title": table.title, "since": since.isoformat(), "until": until.isoformat(),
        "more": table.more, "columns": {column.key: column.title for column in table.columns},
        "rows": [dict(zip(keys, row, strict=True)) for row in table.rows],
    }  # fmt: skip
    return context.say(document, *_lines(table))


def _report(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        since, until = _period(office, args.since, args.until)
        rows = office.cases.report(since, until, args.per)
    found = [asdict(row) for row in rows]
    document = {"since": since.isoformat(), "until": until.isoformat(), "per": args.per, "rows": found}
    heads = "  ".join(f"{head:>9}" for head in list(found[-1])[2:])
    lines = ["  ".join(f"{'–' if one is None else one:>9}" for one in list(row.values())[2:]) for row in found]
    labels = [f"{row['of']} {row['name']}".strip() if row["of"] != row["name"] else row["of"] for row in found]
    told = [f"{line}  {label or 'all'}" for line, label in zip(lines, labels, strict=True)]
    return context.say(document, f"{since} – {until}", heads, *told)


def _period(office: Office, since: date | None, until: date | None) -> tuple[date, date]:
    """By default this month so far."""
    last = until or office.room.day(office.room.now())
    return since or last.replace(day=1), last


def _asked(args: argparse.Namespace) -> dict[str, Any]:
    return {"states": args.state, "responsible": args.responsible, "since": args.since, "until": args.until}


def _pages(asked: Callable[..., Page], limit: int) -> list[object]:
    """The first so many rows, page after page."""
    page = asked(limit=limit)
    rows = list(page.rows)
    while page.more and len(rows) < limit:
        page = asked(limit=limit - len(rows), after=page.after)
        rows += page.rows
    return rows


def _said(context: Context, rows: list[object]) -> int:
    cases = [row for row in rows if isinstance(row, CaseRow)]
    return context.say([row_document(row) for row in cases], *([_line(row) for row in cases] or ["no cases"]))


def _kind(row: object) -> str:
    return "case" if isinstance(row, CaseRow) else "resident" if isinstance(row, PersonRow) else "notice"


def _document(row: object) -> dict[str, object]:
    if isinstance(row, CaseRow):
        return row_document(row)
    if isinstance(row, NoticeRow):
        return asdict(row) | {"issued_at": row.issued_at.isoformat() if row.issued_at else None}
    assert isinstance(row, PersonRow)
    return asdict(row)


def _line(row: object) -> str:
    if isinstance(row, CaseRow):
        left = "" if row.days_left is None else f"  {row.days_left} days left"
        return f"{row.number}  {row.state}  {row.title}  {row.name}  {row.promised_on}{left}  {row.risk}".rstrip()
    if isinstance(row, NoticeRow):
        return f"{row.number}  {row.state}  {row.title}  {row.case_number}".rstrip()
    assert isinstance(row, PersonRow)
    return f"{row.id}  {row.name}  {row.masked_number}  {row.phone}".rstrip()


def _lines(table: LedgerTable) -> list[str]:
    heads = "  ".join(column.title for column in table.columns)
    rows = ["  ".join("" if value is None else str(value) for value in row) for row in table.rows]
    return [f"{table.title}  {table.since} – {table.until}", heads, *rows]
