"""``onewindow appointment request``, ``import`` and ``ical``: requests to be answered, and appointments as files."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import day, moment, number, text
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.files import write_whole

if TYPE_CHECKING:
    from terminal.office.booking_views import RequestView

ICAL_DAYS = 30  # ahead, unless told otherwise
CLOCK_HELP = "without offset: the centre's clock"
REQUEST_HELP = "Every request is answered: approve, answer or refuse it, or book a slot and say which with 'booked'."
APPROVE_HELP = (
    "An urgent request is served outside the hours by the person named, who is called in for it. It is refused while "
    "an ordinary slot is free at that time, and for a person or a window that cannot be had then."
)
IMPORT_HELP = (
    "The file is CSV (UTF-8 or GB18030) with the columns ref, item, start, name, id_number, phone (or 编号, 事项, "
    "时间, 姓名, 身份证号, 电话). Each good row is booked; of every other one each fault is told, exit 0 all the same. "
    "A ref that was taken over before is known and not booked again."
)
ICAL_HELP = "Names are masked. A person's own are those the person is on duty and trained for, or was called in for."


def add_verbs(verbs: Subparsers) -> None:
    """Add them to the verbs of ``onewindow appointment``."""
    _add_requests(group(verbs, "request", "requests, until they are answered"))
    taking = verb(verbs, "import", "take over appointments made elsewhere", _import, IMPORT_HELP)
    taking.add_argument("file", type=Path)
    taking.add_argument("--dry-run", action="store_true", help="book nothing; say what would become of each row")
    add_by(taking)
    ical = verb(verbs, "ical", "write appointments as a calendar file", _ical, ICAL_HELP)
    ical.add_argument("file", type=Path)
    ical.add_argument("--staff", type=text, metavar="CODE", help="one person's; by default all")
    ical.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="by default today")
    ical.add_argument("--until", type=day, metavar="YYYY-MM-DD", help=f"by default {ICAL_DAYS} days later")


def _add_requests(verbs: Subparsers) -> None:
    asking = verb(verbs, "add", "note what somebody asks for", _ask, REQUEST_HELP)
    asking.add_argument(
        "--channel", type=text, required=True,
        help="street_hotline, community_hotline, weibo, wechat, qq or in_person",
    )  # fmt: skip
    asking.add_argument("--name", type=text, required=True)
    asking.add_argument("--id-number", type=text, default="", metavar="NUMBER")
    asking.add_argument("--phone", type=text, default="", metavar="NUMBER")
    asking.add_argument("--item", type=text, metavar="CODE")
    asking.add_argument("--wanted", type=moment, metavar="ISO", help=f"when it suits; {CLOCK_HELP}")
    asking.add_argument("--urgent", action="store_true", help="outside the hours, for a reason")
    asking.add_argument("--reason", type=text, default="", help="kept with the request: write nobody's name")
    listing = verb(verbs, "list", "requests with their age", _list)
    listing.add_argument("--state", type=text, default="open", help="open (by default), approved, refused or answered")
    listing.add_argument("--all", action="store_true", help="of every state, the latest first")
    approve = verb(verbs, "approve", "call somebody in for an urgent request", _approve, APPROVE_HELP)
    refuse = verb(verbs, "refuse", "it cannot be done; the resident is told", _settle)
    answer = verb(verbs, "answer", "settle it by telling the resident something", _settle)
    booked = verb(verbs, "booked", "it is settled by an ordinary appointment", _booked)
    for one in (approve, refuse, answer, booked):
        one.add_argument("request", type=number, metavar="REQUEST", help="as list gives it")
    for one in (refuse, answer):
        one.add_argument("text", type=text, metavar="TEXT", help="what the resident is told")
    booked.add_argument("appointment", type=text, metavar="CODE", help="the appointment's code, or its id")
    approve.add_argument("--start", type=moment, required=True, metavar="ISO", help=CLOCK_HELP)
    approve.add_argument("--staff", type=text, required=True, metavar="CODE", help="who will be there")
    approve.add_argument("--counter", type=number, required=True, metavar="N", help="at which window")
    approve.add_argument("--item", type=text, metavar="CODE", help="by default the request's")
    add_by(asking, approve, refuse, answer, booked)


def _ask(context: Context, args: argparse.Namespace) -> int:
    from terminal.office.booking_views import ResidentEntry

    entry = ResidentEntry(name=args.name, number=args.id_number, phone=args.phone)
    with context.office() as office:
        made = office.requests.add(
            args.channel, entry, item=args.item, wanted_at=args.wanted, urgent=args.urgent, reason=args.reason,
            by=who(context, args),
        )  # fmt: skip
    return _told(context, made)


def _list(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        if not args.all and args.state == "open":
            found = office.requests.open()
        else:
            found = office.requests.list(None if args.all else args.state)
    return context.say([_row(one) for one in found], *([_line(one) for one in found] or ["no requests"]))


def _approve(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        made = office.requests.approve(
            args.request, start=args.start, staff=args.staff, counter=args.counter, item=args.item,
            by=who(context, args),
        )  # fmt: skip
    return context.say(
        {
            "id": made.id, "code": made.code, "start": made.start.isoformat(), "item": made.items[0].code,
            "staff": made.staff, "counter": made.counter,
        },
        f"{made.code}  {made.start:%Y-%m-%d %H:%M}  {made.staff} at window {made.counter}",
    )  # fmt: skip


def _settle(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        verbs = {"answer": office.requests.answer, "refuse": office.requests.refuse}
        settled = verbs[args.request_verb](args.request, args.text, by=who(context, args))
    return _told(context, settled)


def _booked(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        appointment = office.appointments.find(args.appointment)
        settled = office.requests.booked(args.request, appointment.id, by=who(context, args))
    return _told(context, settled)


def _import(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        result = office.imports.read_csv(args.file, dry_run=args.dry_run, by=who(context, args))
    would = "would be " if result.dry_run else ""
    return context.say(
        asdict(result),
        *(f"row {one.row} {one.column or '-'}: found {one.found}, expected {one.expected}" for one in result.faults),
        f"{result.rows} rows: {result.booked} {would}booked, {result.known} known, {len(result.faults)} faults",
    )


def _ical(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        since = args.since or office.room.day(office.room.now())
        until = args.until or since + timedelta(days=ICAL_DAYS)
        content = office.booking_calendar.ical(args.staff, since, until)
    write_whole(args.file, content)
    document = {"file": str(args.file), "staff": args.staff, "since": since.isoformat(), "until": until.isoformat()}
    return context.say(document, f"{since.isoformat()} to {until.isoformat()} → {args.file}")


def _told(context: Context, request: RequestView) -> int:
    return context.say(_row(request), _line(request))


def _line(request: RequestView) -> str:
    urgent = "  urgent" if request.urgent else ""
    return f"{request.id}  {request.state}  {request.age_minutes} min  {request.channel}  {request.item or '-'}{urgent}"


def _row(request: RequestView) -> dict[str, object]:
    """A request as one object, moments with their offset."""
    moments = {
        "wanted_at": request.wanted_at.isoformat() if request.wanted_at else None,
        "asked_at": request.asked_at.isoformat(),
    }
    return asdict(request) | moments
