"""The part of ``onewindow roster`` about duties in force: who is there, leave and absence, and the documents."""

from __future__ import annotations

import argparse
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from terminal.commands import swaps
from terminal.commands.acting import add_by, who
from terminal.commands.arguments import day, number, text
from terminal.commands.broken import broken_lines, broken_rows
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.files import write_whole
from terminal.commands.roster_lines import duty_line, duty_row
from terminal.errors import Refusal

if TYPE_CHECKING:
    from datetime import date

    from terminal.office.office import Office
    from terminal.office.plan_views import AttendanceRow, DutyView, LeaveView

ABSENT_HELP = (
    "The duty serves nobody from now on; the appointments that this breaks are listed. Signing in at a counter takes "
    "it back, as present does. The reason stays with the duty and is not in the journal."
)
SHEET_HELP = "Of a roster, by its number, or of what is in force from --since to --until; by default of this week."
ICAL_HELP = (
    "Read again by the same calendar, a later file corrects the earlier one: what was moved is moved, what was taken "
    "from the person is cancelled."
)


def add_verbs(verbs: Subparsers) -> None:
    """Add the verbs to the group ``roster``."""
    on = verb(verbs, "duty", "who is on duty on a day, and where each sits", _duty)
    on.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="today, if it is left out")
    attendance = verb(verbs, "attendance", "who came, who was late, who is missing", _attendance)
    _period(attendance)
    absent = verb(verbs, "absent", "note that somebody is not there", _absent, ABSENT_HELP)
    present = verb(verbs, "present", "take a noted absence back", _present)
    for one in (absent, present):
        one.add_argument("duty", type=number, metavar="DUTY", help="its number, as duty gives it")
    absent.add_argument("reason", type=text, help="why, in a few words")
    _add_leave(verbs, (absent, present))
    swaps.add_verbs(verbs)
    _add_documents(verbs)


def _add_leave(verbs: Subparsers, others: tuple[argparse.ArgumentParser, ...]) -> None:
    leave = group(verbs, "leave", "who is away")
    adding = verb(leave, "add", "note that somebody is away", _leave_add)
    adding.add_argument("staff", type=text, metavar="STAFF")
    adding.add_argument("since", type=day, metavar="YYYY-MM-DD", help="the first day")
    adding.add_argument("until", type=day, metavar="YYYY-MM-DD", help="the last day")
    adding.add_argument("--reason", type=text, default="", help="kept with the leave")
    listing = verb(leave, "list", "who is away in a period, and which duties are to be given to others", _leave_list)
    _period(listing)
    ending = verb(leave, "end", "somebody is back early, or does not go", _leave_end)
    ending.add_argument("leave", type=number, metavar="LEAVE", help="its number, as list gives it")
    add_by(adding, ending, *others)


def _add_documents(verbs: Subparsers) -> None:
    sheet = verb(verbs, "sheet", "write the wall sheet (PDF)", _sheet, SHEET_HELP)
    book = verb(verbs, "xlsx", "write the workbook (xlsx)", _xlsx, SHEET_HELP)
    ical = verb(verbs, "ical", "write a person's duties as a calendar (iCalendar)", _ical, ICAL_HELP)
    for one in (sheet, book, ical):
        one.add_argument("file", type=Path)
        _period(one)
    for one in (sheet, book):
        one.add_argument("--roster", type=number, metavar="ROSTER", help="a roster's number, instead of a period")
    sheet.add_argument("--of", choices=("people", "posts"), default="people", help="what stands in the rows")
    sheet.add_argument("--per-page", choices=("week", "month"), help="by default a week up to two weeks, else a month")
    sheet.add_argument("--paper", choices=("A4", "A3"), default="A4")
    ical.add_argument("--staff", type=text, metavar="STAFF", help="whose; everybody's, if it is left out")


def _period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="by default this week's Monday")
    parser.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="by default the Sunday after --since")


def _days(office: Office, args: argparse.Namespace) -> tuple[date, date]:
    """The period given, or what is missing of it by the calendar's week. Refuses one that is backwards."""
    today = office.room.day(office.room.now())
    within = min(today, args.until or today)
    since = args.since or within - timedelta(days=within.weekday())
    until = args.until or since + timedelta(days=6 - since.weekday())
    if until < since:
        raise Refusal("{until} is before {since}.", "Give the earlier day first.", since=since, until=until)
    return since, until


# Who is there.


def _duty(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.duty.on(args.day or office.room.day(office.room.now()))
    rows = [{**duty_row(one.duty), "signed_in_at": one.signed_in_at} for one in found]
    lines = [f"{one.duty.id:>5}  {duty_line(one.duty)}  {_where(one.signed_in_at, one.duty)}".rstrip() for one in found]
    return context.say(rows, *(lines or ["nobody is on duty"]))


def _where(counter: int | None, duty: DutyView) -> str:
    if duty.absent is not None:
        return "absent"
    if counter is not None:
        return f"at window {counter}"
    return f"came {duty.arrived_at:%H:%M}" if duty.arrived_at else ""


def _attendance(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        rows = office.duty.attendance(*_days(office, args))
    return context.say(
        [_attendance_row(one) for one in rows], *([_attendance_line(one) for one in rows] or ["no duties"])
    )


def _attendance_row(one: AttendanceRow) -> dict[str, object]:
    late, early = one.minutes_late, one.minutes_early
    return {**duty_row(one.duty), "state": one.state, "minutes_late": late, "minutes_early": early}


def _attendance_line(one: AttendanceRow) -> str:
    marks = [one.state, *([f"{one.minutes_late} min late"] if one.minutes_late else [])]
    if one.minutes_early:
        marks.append(f"left {one.minutes_early} min early")
    return f"{one.duty.id:>5}  {duty_line(one.duty)}  {', '.join(marks)}"


def _absent(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        broken = office.duty.absent(args.duty, args.reason, by=who(context, args))
    return context.say(
        {"duty": args.duty, "broken": broken_rows(broken)},
        f"duty {args.duty}: absence noted",
        *broken_lines(broken),
    )


def _present(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        duty = office.duty.present(args.duty, by=who(context, args))
    return context.say(duty_row(duty), duty_line(duty))


# Leave.


def _leave_add(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        leave = office.duty.leave(args.staff, args.since, args.until, args.reason, by=who(context, args))
    document = {**_leave_row(leave), "broken": broken_rows(leave.broken)}
    return context.say(document, *_leave_lines(leave), *broken_lines(leave.broken))


def _leave_list(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.duty.leaves(*_days(office, args))
    lines = [line for one in found for line in _leave_lines(one)]
    return context.say([_leave_row(one) for one in found], *(lines or ["nobody is away"]))


def _leave_end(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        left = office.duty.end_leave(args.leave, by=who(context, args))
    if left is None:
        return context.say(None, f"leave {args.leave} taken back")
    return context.say(_leave_row(left), *_leave_lines(left))


def _leave_lines(one: LeaveView) -> list[str]:
    covered = [f"       to be given to somebody: {duty_line(duty)}" for duty in one.covered]
    return [f"{one.id:>5}  {one.since} – {one.until}  {one.staff} {one.name}  {one.reason}".rstrip(), *covered]


def _leave_row(one: LeaveView) -> dict[str, object]:
    """A leave as JSON, with the duties it leaves to others."""
    return {
        "id": one.id,
        "staff": one.staff,
        "name": one.name,
        "since": one.since.isoformat(),
        "until": one.until.isoformat(),
        "reason": one.reason,
        "covered": [duty_row(duty) for duty in one.covered],
    }


# Documents.


def _sheet(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        which = args.roster or _days(office, args)
        content = office.roster_export.wall_sheet(which, of=args.of, per_page=args.per_page, paper=args.paper)
    return _written(context, args.file, content)


def _xlsx(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        content = office.roster_export.xlsx(args.roster or _days(office, args))
    return _written(context, args.file, content)


def _ical(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        content = office.roster_export.ical(args.staff, *_days(office, args))
    return _written(context, args.file, content)


def _written(context: Context, file: Path, content: bytes) -> int:
    write_whole(file, content)
    return context.say({"file": str(file), "bytes": len(content)}, f"{len(content)} bytes → {file}")
