"""``onewindow calendar``: which days are worked, limits counted in them, and the calendar as a file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import count, day, text, year
from terminal.commands.broken import broken_lines, broken_rows
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.files import write_whole
from terminal.errors import Refusal

if TYPE_CHECKING:
    from terminal.office.calendar import CalendarDesk
    from terminal.office.plan_views import CalendarDayView, CalendarImport

UNCERTAIN = "the rest days of {year} are not published yet: weekends are all that is known"
ICAL = (".ics", ".ical", ".ifb")
IMPORT_HELP = (
    "The file is CSV with the columns date, kind (rest or work) and, if there are any, weekday, holiday, holiday_en, "
    "in_lieu; or iCalendar with events marked rest or work in CATEGORIES, by Apple, or in their titles (休, 班, 假期, "
    "补班). Days that it does not name stay as they are. "
    "Without a file the notices that the program knows are taken over again; what was entered by hand stays."
)

SPREADSHEETS_MARK = "\ufeff"  # without it a Chinese Excel takes UTF-8 for GBK


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "calendar", "working days, rest days and make-up working days")
    verb(verbs, "show", "a year's days", _show).add_argument("year", type=year, metavar="YYYY")
    verb(verbs, "day", "one day", _day).add_argument("day", type=day, metavar="YYYY-MM-DD")
    adding = verb(verbs, "add-working-days", "the day a limit of working days ends on", _add)
    adding.add_argument(
        "day", type=day, metavar="YYYY-MM-DD", help="the day of acceptance; the day after it is the first"
    )
    adding.add_argument("n", type=count, metavar="N", help="working days")
    between = verb(verbs, "between", "the working days after one day up to another", _between)
    between.add_argument("first", type=day, metavar="YYYY-MM-DD")
    between.add_argument("last", type=day, metavar="YYYY-MM-DD")
    mark = verb(verbs, "mark", "enter a day by hand", _mark)
    mark.add_argument("day", type=day, metavar="YYYY-MM-DD")
    mark.add_argument("kind", choices=("work", "rest"))
    mark.add_argument("--name", type=text, default="", help="what the day is called, such as 国庆节")
    unmark = verb(verbs, "unmark", "take back what was entered by hand of a day", _unmark)
    unmark.add_argument("day", type=day, metavar="YYYY-MM-DD")
    taking = verb(verbs, "import", "take over a file, or the notices that the program knows", _import, IMPORT_HELP)
    taking.add_argument("file", type=Path, nargs="?")
    taking.add_argument("--complete", action="store_true", help="the file says all there is to say of its years")
    taking.add_argument("--dry-run", action="store_true", help="only say what would change")
    export = verb(verbs, "export", "write a year's rest days and make-up working days", _export)
    export.add_argument("year", type=year, metavar="YYYY")
    export.add_argument("-o", "--output", type=Path, help="a file instead of standard output; iCalendar if named .ics")
    publish = verb(verbs, "publish", "say that a year's rest days are all entered", _publish)
    publish.add_argument("year", type=year, metavar="YYYY")
    publish.add_argument("--withdraw", action="store_true", help="take that back")
    add_by(mark, unmark, taking, publish)


def _show(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.calendar.year(args.year)
    told = [one for one in found.days if one.name or one.edited or one.working != (one.day.weekday() < 5)]
    return context.say(
        {"year": found.year, "certain": found.certain, "days": [_row(one) for one in found.days]},
        *([] if found.certain else [UNCERTAIN.format(year=found.year)]),
        *([_line(one) for one in told] or ["Monday to Friday are working days"]),
    )


def _day(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.calendar.day(args.day)
    return context.say(_row(found), _line(found))


def _add(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        counted = office.calendar.add_working_days(args.day, args.n)
    return context.say(
        {"date": counted.date.isoformat(), "certain": counted.certain},
        f"{counted.date}{'' if counted.certain else '  (' + UNCERTAIN.format(year=counted.date.year) + ')'}",
    )


def _between(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        counted = office.calendar.working_days_between(args.first, args.last)
    return context.say(
        {"days": counted.days, "certain": counted.certain},
        f"{counted.days}{'' if counted.certain else '  (' + UNCERTAIN.format(year=args.last.year) + ')'}",
    )


def _mark(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.calendar.mark(args.day, args.kind == "work", args.name, by=who(context, args))
    return _changed(context, found)


def _unmark(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.calendar.unmark(args.day, by=who(context, args))
    return _changed(context, found)


def _changed(context: Context, one: CalendarDayView) -> int:
    return context.say({**_row(one), "broken": broken_rows(one.broken)}, _line(one), *broken_lines(one.broken))


def _import(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        if args.file is None:
            if args.dry_run or args.complete:
                raise Refusal("Without a file there is nothing to try or complete.", "Name a file.")
            taken = office.calendar.import_published(by=who(context, args))
            return context.say(
                {"new_years": taken.new_years, "broken": broken_rows(taken.broken)},
                f"new years: {', '.join(map(str, taken.new_years)) or 'none'}",
                *broken_lines(taken.broken),
            )
        take = _taker(office.calendar, args.file)
        try:
            done = take(args.file, complete=args.complete, dry_run=args.dry_run, by=who(context, args))
        except Refusal as refusal:
            return _faulty(context, args.file, refusal)
    return context.say(
        {"file": str(args.file), **asdict(done), "broken": broken_rows(done.broken), "faults": []},
        f"{done.days} days, {done.changed} {'would change' if done.dry_run else 'changed'}",
        *(UNCERTAIN.format(year=one) for one in done.uncertain_years),
        *broken_lines(done.broken),
    )


def _taker(desk: CalendarDesk, file: Path) -> Callable[..., CalendarImport]:
    return desk.import_ical if file.suffix.lower() in ICAL else desk.import_csv


def _faulty(context: Context, file: Path, refusal: Refusal) -> int:
    """Every fault of the file is the result as well as the refusal, as for ``catalogue check``."""
    faults = refusal.values.get("faults")
    if not isinstance(faults, list | tuple):
        raise refusal
    context.say({"file": str(file), "faults": [{**asdict(one), "row": one.line} for one in faults]}, *map(str, faults))
    context.warn(f"{file}: {len(faults)} fault{'s' if len(faults) > 1 else ''}; nothing was changed")
    return 1


def _export(context: Context, args: argparse.Namespace) -> int:
    as_ical = args.output is not None and args.output.suffix.lower() in ICAL
    with context.office() as office:
        found = office.calendar.year(args.year)
        text = office.calendar.export_ical(args.year).decode() if as_ical else office.calendar.export_csv(args.year)
    if args.output is None:
        told = [one for one in found.days if one.name or one.working != (one.day.weekday() < 5)]
        return context.say([_row(one) for one in told], text.rstrip("\n"))
    write_whole(args.output, text if as_ical else f"{SPREADSHEETS_MARK}{text}")
    return context.say({"file": str(args.output), "year": args.year}, f"{args.year} → {args.output}")


def _publish(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        (office.calendar.withdraw if args.withdraw else office.calendar.publish)(args.year, by=who(context, args))
        found = office.calendar.year(args.year)
    return context.say(
        {"year": found.year, "certain": found.certain},
        f"{found.year}: all rest days are known" if found.certain else UNCERTAIN.format(year=found.year),
    )


def _row(one: CalendarDayView) -> dict[str, object]:
    return {
        "date": one.day.isoformat(),
        "working": one.working,
        "name": one.name,
        "edited": one.edited,
        "certain": one.certain,
    }


def _line(one: CalendarDayView) -> str:
    marks = [one.name, "entered by hand" if one.edited else "", "" if one.certain else "not certain"]
    return "  ".join(
        [one.day.strftime("%Y-%m-%d %a"), "work" if one.working else "rest", *(mark for mark in marks if mark)]
    )
