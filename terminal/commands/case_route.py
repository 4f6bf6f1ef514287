"""``onewindow case route``, ``stop``, ``mandate``, ``day-sheet``: the way of a case, and an agent's day."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import day, moment, number, text
from terminal.commands.case_materials import CASE_HELP
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.files import write_whole

if TYPE_CHECKING:
    from terminal.office.case_views import Errand, MandateView, StopEntry, StopView

STOP_HELP = (
    "For example: case stop add 7 --kind home --purpose 收取材料 --at 2026-03-05T10:20. A home visit at an agreed hour "
    "may not overlap another of the same person."
)
SHEET_HELP = "Agreed hours are kept; the rest goes by the round of the departments. With -o it is a PDF (A4)."
MANDATE_HELP = "A proxy case is handed on with a mandate in force only: signed by both, begun and not over."


def add_verbs(verbs: Subparsers) -> None:
    """Add them to the verbs of ``onewindow case``."""
    route = verb(verbs, "route", "the stops of a case", _route)
    route.add_argument("case", type=text, metavar="CASE", help=CASE_HELP)
    route.add_argument("--suggest", action="store_true", help="show what the route of such a case usually is")
    route.add_argument("--plan", action="store_true", help="take the usual route over")
    route.add_argument("--order", type=number, nargs="+", metavar="STOP", help="the open stops, in their new order")
    add_by(route)
    _add_stops(verbs)
    _add_mandates(verbs)
    sheet = verb(verbs, "day-sheet", "where an agent goes on a day, and what to take along", _day_sheet, SHEET_HELP)
    sheet.add_argument("staff", type=text, metavar="STAFF")
    sheet.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="by default today")
    sheet.add_argument("-o", "--output", type=Path, metavar="OUT.pdf")


def _add_stops(verbs: Subparsers) -> None:
    stops = group(verbs, "stop", "errands: planned, begun, done")
    add = verb(stops, "add", "plan an errand", _add_stop, STOP_HELP)
    add.add_argument("case", type=text, metavar="CASE", help=CASE_HELP)
    change = verb(stops, "change", "plan an errand anew", _change_stop, STOP_HELP)
    for one in (add, change):
        one.add_argument("--kind", type=text, default="department", help="home, department (default), counter, other")
        one.add_argument("--place", type=text, default="", help="by default the department or the resident's home")
        one.add_argument("--address", type=text, default="")
        one.add_argument("--department", type=text, metavar="CODE", help="see case departments")
        one.add_argument("--purpose", type=text, required=True)
        one.add_argument("--bring", type=text, default="", help="what to take along")
        one.add_argument("--staff", type=text, metavar="STAFF", help="by default who answers for the case")
        one.add_argument("--day", type=day, metavar="YYYY-MM-DD")
        one.add_argument("--at", type=moment, metavar="ISO", help="an agreed hour")
    begin = verb(stops, "begin", "somebody is on the way, or it is waited for there", _begin_stop)
    begin.add_argument("--carry", type=number, nargs="+", default=[], metavar="N", help="materials handed on with it")
    done = verb(stops, "done", "it is done", _done_stop)
    done.add_argument("--came-back", type=text, default="", metavar="TEXT", help="what was brought")
    done.add_argument("--back", type=number, nargs="+", default=[], metavar="N", help="materials that came back")
    drop = verb(stops, "drop", "it is not needed", _drop_stop)
    for one in (change, begin, done, drop):
        one.add_argument("stop", type=number, metavar="STOP")
    for one in (begin, done):
        one.add_argument("--at", type=moment, metavar="ISO", help="when it was; by default now")
    add_by(add, change, begin, done, drop)


def _add_mandates(verbs: Subparsers) -> None:
    mandates = group(verbs, "mandate", "what a resident asked the centre to do for them")
    show = verb(mandates, "show", "the mandate of a case", _mandate)
    give = verb(mandates, "give", "enter a mandate", _mandate, MANDATE_HELP)
    resume = verb(mandates, "resume", "go on from the last one (续办)", _mandate)
    for one in (show, give, resume):
        one.add_argument("case", type=text, metavar="CASE", help=CASE_HELP)
    for one in (give, resume):
        one.add_argument("--scope", type=text, required=True, help="what is mandated")
        one.add_argument("--until", type=day, required=True, metavar="YYYY-MM-DD")
        one.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="by default today")
        one.add_argument("--may", type=text, default="", help="what staff may do")
        one.add_argument("--may-not", type=text, default="", help="what staff may not do")
    sign = verb(mandates, "sign", "enter who signed it and when", _sign)
    end = verb(mandates, "end", "it holds no longer", _end)
    for one in (sign, end):
        one.add_argument("mandate", type=number, metavar="ID", help="as case mandate show says")
    for one in (give, resume, sign):
        one.add_argument("--resident-on", type=day, metavar="YYYY-MM-DD", help="the resident signed")
        one.add_argument("--staff-on", type=day, metavar="YYYY-MM-DD", help="staff signed")
    add_by(show, give, resume, sign, end)


def _route(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        if args.suggest:
            usual = office.routes.suggested(args.case)
            lines = [f"{one.kind:10}  {one.place or '—'}  {one.purpose}" for one in usual]
            return context.say([asdict(one) for one in usual], *(lines or ["no usual steps"]))
        if args.plan:
            office.routes.plan_suggested(args.case, by=who(context, args))
        if args.order:
            office.routes.reorder(args.case, args.order, by=who(context, args))
        found = office.routes.stops(args.case)
    return context.say([asdict(one) for one in found], *([_stop(one) for one in found] or ["no stops"]))


def _entry(args: argparse.Namespace) -> StopEntry:
    from terminal.office.case_views import StopEntry

    return StopEntry(
        args.kind, args.place, args.purpose, department=args.department, address=args.address, bring=args.bring,
        staff=args.staff, day=args.day, at=args.at,
    )  # fmt: skip


def _add_stop(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return _say_stop(context, office.routes.plan(args.case, _entry(args), by=who(context, args)))


def _change_stop(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return _say_stop(context, office.routes.change(args.stop, _entry(args), by=who(context, args)))


def _begin_stop(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        begun = office.routes.begin(args.stop, carry=args.carry, at=args.at, by=who(context, args))
    return _say_stop(context, begun)


def _done_stop(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        done = office.routes.done(args.stop, args.came_back, back=args.back, at=args.at, by=who(context, args))
    return _say_stop(context, done)


def _drop_stop(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        office.routes.drop(args.stop, by=who(context, args))
    return context.say({"id": args.stop, "state": "dropped"}, f"{args.stop}  dropped")


def _say_stop(context: Context, stop: StopView) -> int:
    return context.say(asdict(stop), _stop(stop))


def _stop(stop: StopView) -> str:
    when = f"{stop.planned_at:%Y-%m-%d %H:%M}" if stop.planned_at else (stop.day.isoformat() if stop.day else "—")
    return (
        f"{stop.id}  {stop.state:8}  {when:16}  {stop.place}  {stop.purpose}  {stop.staff}  {stop.came_back}".rstrip()
    )


def _mandate(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        if args.mandate_verb == "show":
            found = office.mandates.of_case(args.case)
        else:
            from terminal.office.case_views import MandateEntry

            enter = office.mandates.give if args.mandate_verb == "give" else office.mandates.resume
            entry = MandateEntry(
                args.scope, args.until, args.since, args.may, args.may_not, args.resident_on, args.staff_on
            )
            found = enter(args.case, entry, by=who(context, args))
    return context.say(asdict(found) if found else None, _words(found) if found else "no mandate")


def _sign(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        signed = office.mandates.sign(args.mandate, args.resident_on, args.staff_on, by=who(context, args))
    return context.say(asdict(signed), _words(signed))


def _end(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        ended = office.mandates.end(args.mandate, by=who(context, args))
    return context.say(asdict(ended), _words(ended))


def _words(mandate: MandateView) -> str:
    signed = f"signed {mandate.resident_signed_on or '—'} / {mandate.staff_signed_on or '—'}"
    over = "  ended" if mandate.ended_at else ""
    return f"{mandate.id}  {mandate.since} to {mandate.until}  {signed}{over}  {mandate.scope}"


def _day_sheet(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        asked = args.day or office.room.day(office.room.now())
        if args.output is not None:
            pdf = office.routes.day_sheet_pdf(args.staff, asked)
            write_whole(args.output, pdf)
            return context.say({"file": str(args.output), "bytes": len(pdf)}, f"{args.output}: {len(pdf)} bytes")
        found = office.routes.day_sheet(args.staff, asked)
    return context.say([asdict(one) for one in found], *([_errand(one) for one in found] or ["no errands"]))


def _errand(one: Errand) -> str:
    carry = f"  [{'; '.join(one.carry)}]" if one.carry else ""
    return f"{_stop(one.stop)}  {one.case_number}{carry}"
