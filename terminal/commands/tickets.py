"""``onewindow ticket``: the queue from the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from terminal.commands import asking, printing
from terminal.commands.arguments import number, seconds, text
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.errors import Refusal

if TYPE_CHECKING:
    from terminal.model import Ticket
    from terminal.office.office import Office

FAULT = 3  # exit code: the surroundings failed
SLIP_HELP = (
    "The slip is marked 补打. It is a stored job: when the printer cannot print it now it waits and is printed later, "
    "for half an hour; exit code 3 and a line on standard error say so."
)
FINISH_HELP = (
    "With --rate the resident is asked on the settings' pad; the rating in the answer is null when nothing was pressed "
    "in time (stored as not rated), and when the pad cannot be used: a warning says so, and the handling is finished "
    "all the same (exit 0)."
)


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "ticket", "give out numbers, call and serve")
    issue = verb(verbs, "issue", "give out the next number", _issue)
    issue.add_argument("line", type=text, metavar="LINE|ITEM", help="a line's letter or an item's code")
    issue.add_argument("--priority", type=text, metavar="CLASS", help="a class of the priority file, such as elderly")
    issue.add_argument("--no-slip", action="store_true", help="print nothing, even with a printer in the settings")
    slip = verb(verbs, "slip", "print a ticket's slip again", _slip, SLIP_HELP)
    slip.add_argument("ticket", type=text, metavar="TICKET", help="a number (A012), an id, or the code on the slip")
    find = verb(verbs, "find", "what a scanned code stands for", _find)
    find.add_argument("code", type=text, metavar="CODE", help="the code on a slip of any day, or a number of today")
    call = verb(verbs, "call", "call the next number", _call)
    call.add_argument("ticket", type=text, metavar="TICKET", nargs="?", help="a certain one, out of turn")
    _at_counter(call)
    for name, about in (
        ("recall", "call a called number again"),
        ("skip", "the holder did not come"),
        ("restore", "back to its own place in the queue"),
    ):
        verb(verbs, name, about, _change).add_argument("ticket", type=text, metavar="TICKET")
    hold = verb(verbs, "hold", "put aside", _change)
    hold.add_argument("ticket", type=text, metavar="TICKET")
    hold.add_argument("--reason", type=text, default="", help="why; kept with the ticket: write nobody's name")
    transfer = verb(verbs, "transfer", "move to another line, keeping its place", _change)
    transfer.add_argument("ticket", type=text, metavar="TICKET")
    transfer.add_argument("line", type=text, metavar="LINE|ITEM")
    start = verb(verbs, "start", "begin an item for the person at the counter", _start)
    start.add_argument("ticket", type=text, metavar="TICKET")
    start.add_argument("--item", type=text, metavar="CODE", help="by default the one the ticket was taken for")
    start.add_argument("--staff", type=text, metavar="CODE", help="by default who called the ticket")
    finish = verb(verbs, "finish", "end a handling", _finish, FINISH_HELP)
    finish.add_argument("handling", metavar="HANDLING", type=number, help="as start gave it")
    finish.add_argument("--outcome", type=text, default="done", help="done, accepted, to_correct or refused")
    finish.add_argument("--rate", action="store_true", help="ask for a rating on the pad of the settings")
    finish.add_argument("--seconds", type=seconds, help="how long to wait for the key")
    listing = verb(verbs, "list", "today's tickets in the order of calls", _list)
    listing.add_argument("--state", type=text, help="waiting, called, serving, held, skipped or done")
    listing.add_argument("--line", type=text, metavar="LETTER")


def _at_counter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--counter", type=number, metavar="N", help="by default the one of the settings")
    parser.add_argument(
        "--staff", type=text, metavar="CODE", help="by default the one of the settings, or who is signed in"
    )


def _issue(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        ticket = office.queue.issue(args.line, priority=args.priority, source="command")
        return tell_issued(context, office, ticket.id, slip=not args.no_slip)


def tell_issued(context: Context, office: Office, ticket: int, *, slip: bool) -> int:
    """Answer with a number just given out, and print its slip where the settings have a printer."""
    issued = office.hall.issued(ticket)
    code = context.say(
        {
            "id": issued.id,
            "number": issued.number,
            "line": issued.line,
            "ahead": issued.ahead,
            "wait_minutes": issued.wait_minutes,
            "place_at": issued.place_at.isoformat(),
            "code": issued.code,
        },
        f"{issued.number}  {issued.line_name}  ahead {issued.ahead}, about {issued.wait_minutes} min",
    )
    # After the commit and after the answer: paper never promises what the database does not hold, and a printer that
    # fails takes nothing back.
    if slip and context.settings.receipt_printer is not None:
        printing.try_to_print(context, office, ticket, issued.number)
    return code


def _slip(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        ticket = office.queue.find(args.ticket)
        told = printing.print_ticket(context, office, ticket.id, reprint=True)
    code = context.say(
        {"id": ticket.id, "number": ticket.number, "slip": told.state, "reason": told.reason, "job": told.job},
        f"{ticket.number}  {told.state}",
    )
    if told.state in printing.GOOD:
        return code
    context.warn(printing.sentence(told, printing.configured(context).port, ticket.number))
    return FAULT


def _find(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.finding.found(args.code)
    where = f"window {found.counter}" if found.counter else f"line {found.issued.line}"
    waits = found.is_today and found.state == "waiting"
    return context.say(
        {
            "kind": found.kind,
            "id": found.id,
            "number": found.number,
            "state": found.state,
            "counter": found.counter,
            "day": found.day.isoformat(),
            "today": found.is_today,
            "ahead": found.issued.ahead if waits else None,
            "wait_minutes": found.issued.wait_minutes if waits else None,
        },
        f"{found.number}  {found.state}  {where}  {found.day.isoformat()}",
        *([f"{found.issued.ahead} ahead, about {found.issued.wait_minutes} min"] if waits else []),
    )


def _call(context: Context, args: argparse.Namespace) -> int:
    counter = args.counter if args.counter is not None else context.settings.counter.number
    staff = args.staff or context.settings.counter.staff
    with context.office() as office:
        if args.ticket is None:
            ticket = office.queue.call_next(counter=counter, staff=staff)
        else:
            ticket = office.queue.call(args.ticket, counter=counter, staff=staff)
    if ticket is None:
        return context.say(None, "nobody waits")
    return _told(context, ticket)


def _change(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        if args.ticket_verb == "hold":
            ticket = office.queue.hold(args.ticket, args.reason)
        elif args.ticket_verb == "transfer":
            ticket = office.queue.transfer(args.ticket, args.line)
        else:
            change = {"recall": office.queue.recall, "skip": office.queue.skip, "restore": office.queue.restore}
            ticket = change[args.ticket_verb](args.ticket)
    return _told(context, ticket)


def _start(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        handling = office.queue.start(args.ticket, item=args.item, staff=args.staff)
    return context.say({"handling": handling.id, "item": handling.item}, f"handling {handling.id}  {handling.item}")


def _finish(context: Context, args: argparse.Namespace) -> int:
    # A pad that can never work is told before anything is done; one that fails later takes nothing back.
    pad = asking.configured_pad(context.settings, args.seconds) if args.rate else None
    rating = None
    with context.office() as office:
        handling = office.queue.finish(args.handling, outcome=args.outcome)
        if pad is not None:
            try:
                rating = asking.ask(context, office, handling.id, handling.counter, pad)
            except (asking.PadAway, Refusal) as trouble:
                context.warn(f"Not rated. {trouble}")
    return context.say(
        {"handling": handling.id, "outcome": handling.outcome, "rating": rating},
        f"handling {handling.id}  {handling.outcome}",
        *([f"rating: {rating['key']}" if rating else "not rated"] if args.rate else []),
    )


def _list(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        tickets = office.queue.list(state=args.state, line=args.line)
        rows = [_row(ticket) | {"place_at": office.room.local(ticket.place_at).isoformat()} for ticket in tickets]
    lines = [
        f"{ticket.number:6} {ticket.state:8} {ticket.waits_in}  {ticket.item or '-':8} "
        f"{'window ' + str(ticket.counter) if ticket.counter else ''}".rstrip()
        for ticket in tickets
    ]
    return context.say(rows, *(lines or ["no tickets"]))


def _told(context: Context, ticket: Ticket) -> int:
    where = f"window {ticket.counter}" if ticket.counter else f"line {ticket.waits_in}"
    return context.say(_row(ticket), f"{ticket.number}  {ticket.state}  {where}")


def _row(ticket: Ticket) -> dict[str, object]:
    return {
        "id": ticket.id,
        "number": ticket.number,
        "counter": ticket.counter,
        "state": ticket.state,
        "line": ticket.waits_in,
        "item": ticket.item,
        "priority": ticket.priority,
        "calls": ticket.calls,
    }
