"""``onewindow case notices``, ``notice`` and ``print``: the numbered documents of a case."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import day, shown, text
from terminal.commands.context import Context, Subparsers, verb
from terminal.commands.files import write_whole

if TYPE_CHECKING:
    from terminal.office.case_views import NoticeRow


def add_verbs(verbs: Subparsers) -> None:
    """Add what belongs to the group ``case``."""
    notices = verb(verbs, "notices", "a case's documents", _notices)
    issue = verb(verbs, "notice", "issue a document beside the moves: a payment notice, a mandate", _issue)
    printing = verb(verbs, "print", "issued documents as one PDF", _print)
    hand = verb(verbs, "hand", "a document was given to somebody", _hand)
    void = verb(verbs, "void", "take a document back", _void)
    for one in (notices, issue):
        one.add_argument("case", type=text, metavar="CASE", help="its id, number or code")
    for one in (hand, void):
        one.add_argument("notice", type=text, metavar="NOTICE", help="its id or number")
    issue.add_argument("form", type=text, metavar="FORM")
    issue.add_argument(
        "--set", type=_value, action="append", default=[], metavar="FIELD=TEXT", help="a value only you know"
    )
    printing.add_argument("notices", type=text, nargs="*", metavar="NOTICE", help="ids or numbers")
    printing.add_argument("--since", type=day, metavar="DAY", help="all that were issued on that day (until --until)")
    printing.add_argument("--until", type=day, metavar="DAY")
    printing.add_argument("--form", type=text, default="", metavar="FORM", help="of these days: only that form's")
    printing.add_argument("-o", "--out", type=Path, required=True, metavar="OUT.pdf")
    printing.add_argument("--full", action="store_true", help="nothing masked: the applicant's own copy; noted")
    hand.add_argument("--to", type=text, default="", metavar="NAME")
    hand.add_argument("--signed", action="store_true", help="who got it signed for it")
    hand.add_argument("--posted", action="store_true")
    void.add_argument("reason", type=text, metavar="REASON")
    add_by(issue, printing, hand, void)


def _notices(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        rows = office.notices.of_case(args.case)
    return context.say([_row(one) for one in rows], *map(_line, rows))


def _issue(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        row = office.notices.issue(args.case, args.form, extra=dict(args.set), by=who(context, args))
    return context.say(_row(row), _line(row))


def _value(given: str) -> tuple[str, str]:
    """A field and its text."""
    field, equals, said = text(given).partition("=")
    if not equals or not field.strip():
        raise argparse.ArgumentTypeError(f"expected FIELD=TEXT, got {shown(given)}")
    return field.strip(), said


def _print(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        chosen = list(args.notices)
        if args.since is not None:
            days = office.notices.issued(args.since, args.until or args.since, args.form)
            chosen += [one.number for one in days]
        made = office.notices.batch(chosen, full=args.full, by=who(context, args)) or b""
    write_whole(args.out, made)
    return context.say({"file": str(args.out), "bytes": len(made), "notices": len(chosen)}, f"{args.out}")


def _hand(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        row = office.notices.hand(
            args.notice, args.to, signed=args.signed, posted=args.posted, by=who(context, args)
        )  # fmt: skip
    return context.say(_row(row), _line(row))


def _void(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        row = office.notices.void(args.notice, args.reason, by=who(context, args))
    return context.say(_row(row), _line(row))


def _row(notice: NoticeRow) -> dict[str, Any]:
    return {
        "id": notice.id, "number": notice.number, "form": notice.form, "title": notice.title, "state": notice.state,
        "issued_at": notice.issued_at.isoformat() if notice.issued_at else None, "issued_by": notice.issued_by,
        "case": notice.case_number, "void_reason": notice.void_reason,
    }  # fmt: skip


def _line(notice: NoticeRow) -> str:
    day = f"{notice.issued_at:%Y-%m-%d}" if notice.issued_at else ""
    return f"{notice.number or '—':<22}{notice.title}  {notice.state}  {day}  {notice.void_reason}".rstrip()
