"""``onewindow appointment``: slots and appointments from the command line."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING

from terminal.commands import booking_more, tickets
from terminal.commands.acting import add_by, who
from terminal.commands.arguments import day, moment, shown, text
from terminal.commands.context import Context, Subparsers, group, verb

if TYPE_CHECKING:
    from terminal.office.booking_views import BookingView, ResidentEntry, Slot

LIST_DAYS = 30  # ahead, unless told otherwise
RULES_HELP = "For example: appointment rules walk_in_share=30 horizon_days=60. Without any the rules are only shown."
CLOSED = {
    "closed": "closed on that day",
    "items": "not served on that day",
    "nobody": "nobody who can serve that is on duty",
    "past": "that is over",
    "far": "further ahead than may be booked",
}


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "appointment", "slots and appointments")
    _add_looking(verbs)
    _add_booking(verbs)
    move = verb(verbs, "move", "to another slot, under the same code", _move)
    move.add_argument("--start", type=moment, required=True, metavar="ISO", help="no offset: the centre's clock")
    cancel = verb(verbs, "cancel", "it will not take place", _cancel)
    cancel.add_argument("--reason", type=text, default="", help="why; kept with the appointment: write nobody's name")
    release = verb(verbs, "release", "give a hold up", _release)
    check_in = verb(verbs, "check-in", "its holder is there: give out the number", _check_in)
    check_in.add_argument("--no-slip", action="store_true", help="print nothing, even with a printer in the settings")
    for one in (move, cancel, release, check_in):
        one.add_argument("appointment", type=text, metavar="CODE", help="the code that was given, or an id")
    add_by(move, cancel, release)
    verb(verbs, "missed", "mark those nobody came for, and holds that ran out", _missed)
    rules = verb(verbs, "rules", "the rules of booking, shown or changed", _rules, RULES_HELP)
    rules.add_argument("changes", nargs="*", type=_change, metavar="RULE=NUMBER")
    add_by(rules)
    booking_more.add_verbs(verbs)


def _add_looking(verbs: Subparsers) -> None:
    slots = verb(verbs, "slots", "what is free on a day", _slots)
    slots.add_argument("--day", type=day, required=True, metavar="YYYY-MM-DD")
    slots.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="the days up to this one")
    _items(slots)
    listing = verb(verbs, "list", "appointments by their time", _list)
    listing.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="by default today")
    listing.add_argument("--until", type=day, metavar="YYYY-MM-DD", help=f"by default {LIST_DAYS} days later")
    listing.add_argument("--state", type=text, help="held, booked, arrived, missed, cancelled or lapsed")
    show = verb(verbs, "show", "one appointment, complete", _show)
    show.add_argument("appointment", type=text, metavar="CODE", help="the code that was given, or an id")
    broken = verb(verbs, "broken", "booked, but hours or roster have changed since", _broken)
    broken.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="by default all")


def _add_booking(verbs: Subparsers) -> None:
    book = verb(verbs, "book", "book a slot", _book)
    hold = verb(verbs, "hold", "keep a slot while a booking is entered", _hold)
    for one in (book, hold):
        _items(one)
        one.add_argument(
            "--start", type=moment, required=True, metavar="ISO", help="without offset: the centre's clock"
        )
        one.add_argument(
            "--channel", type=text, default="in_person",
            help="street_hotline, community_hotline, weibo, wechat, qq, in_person or import",
        )  # fmt: skip
    confirm = verb(verbs, "confirm", "book what is held", _confirm)
    confirm.add_argument("appointment", type=text, metavar="CODE", help="as hold gave it")
    for one in (book, confirm):
        one.add_argument("--name", type=text, required=True)
        one.add_argument("--id-number", type=text, default="", metavar="NUMBER")
        one.add_argument("--phone", type=text, default="", metavar="NUMBER")
    add_by(book, hold, confirm)


def _items(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--item", type=text, action="append", required=True, metavar="CODE", help="again for each further item"
    )


def _change(given: str) -> tuple[str, int]:
    name, _, number = given.partition("=")
    if not (number.isdecimal() and len(number) < 10):
        raise argparse.ArgumentTypeError(f"expected a rule such as walk_in_share=30, got {shown(given)}")
    return name, int(number)


def _slots(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        days = office.appointments.slots(args.item, args.day, args.until)
    lines = []
    for one in days:
        unsure = "" if one.certain else "  (the year's rest days are not published yet)"
        lines.append(f"{one.day.isoformat()}{unsure}")
        lines += [f"  {slot.start:%H:%M}  {slot.free} of {slot.capacity} free" for slot in one.slots]
        lines += [f"  {CLOSED[one.closed]}"] if one.closed else []
    return context.say([_slot(slot) for one in days for slot in one.slots], *lines)


def _slot(slot: Slot) -> dict[str, object]:
    return {"start": slot.start.isoformat(), "free": slot.free, "capacity": slot.capacity}


def _entry(args: argparse.Namespace) -> ResidentEntry:
    from terminal.office.booking_views import ResidentEntry

    return ResidentEntry(name=args.name, number=args.id_number, phone=args.phone)


def _book(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        booked = office.appointments.book(args.item, args.start, _entry(args), args.channel, by=who(context, args))
    return _booked(context, booked)


def _hold(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        held = office.appointments.hold(args.item, args.start, channel=args.channel, by=who(context, args))
    until = held.held_until
    return context.say(
        {**_short(held), "held_until": until.isoformat() if until else None},
        f"{held.code}  held until {until:%H:%M}" if until else held.code,
    )


def _confirm(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        booked = office.appointments.confirm(args.appointment, _entry(args), by=who(context, args))
    return _booked(context, booked)


def _move(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        moved = office.appointments.move(args.appointment, args.start, by=who(context, args))
    return _booked(context, moved)


def _cancel(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        ended = office.appointments.cancel(args.appointment, args.reason, by=who(context, args))
    return _ended(context, ended)


def _release(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        ended = office.appointments.release(args.appointment, by=who(context, args))
    return _ended(context, ended)


def _check_in(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        ticket = office.appointments.check_in(args.appointment, source="command")
        return tickets.tell_issued(context, office, ticket.id, slip=not args.no_slip)


def _list(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        since = args.since or office.room.day(office.room.now())
        until = args.until or since + timedelta(days=LIST_DAYS)
        found = office.appointments.list(since, until, args.state)
    return _several(context, found, "no appointments")


def _broken(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.appointments.broken(args.since)
    return _several(context, found, "every appointment can be kept")


def _show(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.appointments.find(args.appointment)
    return context.say(
        _row(found),
        f"{found.code}  {found.state}  {found.start:%Y-%m-%d %H:%M}–{found.end:%H:%M}",
        *(f"  {item.code}  {item.title}" for item in found.items),
        f"  {found.name}  {found.masked_number}  {found.phone}".rstrip(),
        f"  check-in from {found.check_in_from:%H:%M} to {found.check_in_until:%H:%M}",
        *([f"  number {found.ticket}"] if found.ticket else []),
    )


def _missed(context: Context, _args: argparse.Namespace) -> int:
    with context.office() as office:
        missed = office.appointments.close_missed()
    return context.say({"missed": missed}, f"{missed} missed")


def _rules(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        if args.changes:
            rules = office.appointments.set_rules(by=who(context, args), **dict(args.changes))
        else:
            rules = office.appointments.rules()
    document = asdict(rules)
    return context.say(document, *(f"{name}={value}" for name, value in document.items()))


def _booked(context: Context, booked: BookingView) -> int:
    return context.say(
        _short(booked), f"{booked.code}  {booked.start:%Y-%m-%d %H:%M}  {' '.join(one.code for one in booked.items)}"
    )


def _ended(context: Context, ended: BookingView) -> int:
    return context.say({**_short(ended), "state": ended.state}, f"{ended.code}  {ended.state}")


def _short(booking: BookingView) -> dict[str, object]:
    return {
        "id": booking.id, "code": booking.code, "start": booking.start.isoformat(), "item": booking.items[0].code,
    }  # fmt: skip


def _several(context: Context, found: tuple[BookingView, ...], none: str) -> int:
    lines = [
        f"{one.start:%Y-%m-%d %H:%M}  {one.code}  {one.state:9}  {' '.join(item.code for item in one.items)}"
        for one in found
    ]
    return context.say([_row(one) for one in found], *(lines or [none]))


def _row(booking: BookingView) -> dict[str, object]:
    """An appointment as one object, moments with their offset."""
    return {
        "id": booking.id,
        "code": booking.code,
        "state": booking.state,
        "channel": booking.channel,
        "start": booking.start.isoformat(),
        "end": booking.end.isoformat(),
        "items": [item.code for item in booking.items],
        "line": booking.line,
        "name": booking.name,
        "number": booking.masked_number,
        "phone": booking.phone,
        "urgent": booking.urgent,
        "staff": booking.staff,
        "counter": booking.counter,
        "ticket": booking.ticket,
        "made_by": booking.made_by,
        "made_at": booking.made_at.isoformat(),
        "held_until": booking.held_until.isoformat() if booking.held_until else None,
        "moves": booking.moves,
        "reason": booking.reason,
        "check_in_from": booking.check_in_from.isoformat(),
        "check_in_until": booking.check_in_until.isoformat(),
        "told": booking.told,
    }
