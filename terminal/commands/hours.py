"""``onewindow hours``: when the centre and its lines are open, and changing that from a day on."""

from __future__ import annotations

import argparse
from datetime import timedelta
from typing import TYPE_CHECKING

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import day, number, shown, text
from terminal.commands.broken import broken_lines, broken_rows
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.rules.hours import REST, SPECIAL, WEEKDAYS, Span, clock_of, minutes_of

if TYPE_CHECKING:
    from terminal.office.plan_views import DayHours, HoursChange, HoursPlanView

WEEK = 6  # days after the first that are shown unless told otherwise
WORK = "work"  # short for Monday to Friday and whatever weekday is made up for
SPAN = "HH:MM-HH:MM[/extended]"
CHANGE_HELP = (
    "For example: hours change --since 2026-12-01 work=08:00-12:00,12:00-14:00/extended,14:00-18:00 rest=09:00-12:00/"
    "extended. mon … sun are working days that fall on it, work is all of them, rest are weekends and holidays; kinds "
    "of day that are not named are closed from then on. Appointments that the change leaves without their time are "
    "listed; they stay until they are moved or cancelled."
)


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "hours", "opening hours")
    show = verb(verbs, "show", "open now or not, and the hours of the coming days", _show)
    show.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="by default today")
    show.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="by default six days later")
    verb(verbs, "plans", "every plan of hours there is", _plans)
    change = verb(verbs, "change", "other hours of the week from a day on", _change, CHANGE_HELP)
    change.add_argument("days", nargs="+", type=_days, metavar=f"DAYS={SPAN}[,…]")
    special = verb(verbs, "special", "hours of special days; without any it is closed on them", _special)
    special.add_argument("spans", nargs="*", type=_span, metavar=SPAN)
    special.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="by default only the first day")
    follow = verb(verbs, "follow-centre", "a line gives up its own hours", _follow)
    follow.add_argument("line", type=text, metavar="LINE")
    withdraw = verb(verbs, "withdraw", "take a plan of hours back", _withdraw)
    withdraw.add_argument("plan", type=number, metavar="PLAN", help="as plans lists it")
    for one in (show, change, special):
        one.add_argument("--line", type=text, metavar="LETTER", help="of one line, not of the whole centre")
    for one in (change, special, follow):
        one.add_argument("--since", type=day, metavar="YYYY-MM-DD", required=True, help="today at the earliest")
        one.add_argument("--reason", type=text, default="", help="why; residents see it: write nobody's name")
    for one in (change, special, follow, withdraw):
        one.add_argument("--dry-run", action="store_true", help="only list the appointments that it would break")
        add_by(one)


def _span(given: str) -> Span:
    clocks, _, kind = given.partition("/")
    opens, _, closes = clocks.partition("-")
    try:
        return Span(minutes_of(opens), minutes_of(closes), kind or "regular")
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected hours such as 08:00-18:00, got {shown(given)}") from None


def _days(given: str) -> tuple[str, tuple[Span, ...]]:
    days, found, spans = given.partition("=")
    if not found or days not in (WORK, REST, *WEEKDAYS):
        known = ", ".join((WORK, REST, *WEEKDAYS))
        raise argparse.ArgumentTypeError(f"expected hours such as work=08:00-18:00 (days: {known}), got {shown(given)}")
    return days, tuple(_span(one) for one in spans.split(",") if one)


def _show(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        now = office.hours.opening(line=args.line)
        since = args.since or now.at.date()
        days = office.hours.days(since, args.until or since + timedelta(days=WEEK), args.line)
    until = "" if now.until is None else now.until.strftime("%H:%M").replace("00:00", "24:00")
    state = f"{now.kind} until {until}" if now.kind and until else "closed"
    following = f", opens {now.next_at:%Y-%m-%d %H:%M}" if now.next_at and not now.kind else ""
    return context.say(
        {
            "now": {
                "at": now.at.isoformat(),
                "kind": now.kind,
                "until": now.until.isoformat() if now.until else None,
                "next": now.next_at.isoformat() if now.next_at else None,
                "certain": now.certain,
            },
            "days": [_day_row(one) for one in days],
        },
        f"now {state}{following}",
        *map(_day_line, days),
    )


def _plans(context: Context, _: argparse.Namespace) -> int:
    with context.office() as office:
        plans = office.hours.plans()
    return context.say([_plan_row(one) for one in plans], *(map(_plan_line, plans) if plans else ["open all day"]))


def _change(context: Context, args: argparse.Namespace) -> int:
    week: dict[str, tuple[Span, ...]] = {}
    for kind, spans in args.days:
        for one in WEEKDAYS if kind == WORK else (kind,):
            week[one] = (*week.get(one, ()), *spans)
    with context.office() as office:
        done = office.hours.change(
            week, args.since, line=args.line, reason=args.reason, by=who(context, args), dry_run=args.dry_run
        )
    return _told(context, done, args.dry_run)


def _special(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        done = office.hours.special(
            args.spans, args.since, args.until or args.since,
            line=args.line, reason=args.reason, by=who(context, args), dry_run=args.dry_run,
        )  # fmt: skip
    return _told(context, done, args.dry_run)


def _follow(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        done = office.hours.follow_centre(
            args.line, args.since, reason=args.reason, by=who(context, args), dry_run=args.dry_run
        )
    return _told(context, done, args.dry_run)


def _withdraw(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        done = office.hours.withdraw(args.plan, by=who(context, args), dry_run=args.dry_run)
    return _told(context, done, args.dry_run)


def _told(context: Context, done: HoursChange, dry_run: bool) -> int:
    return context.say(
        {
            "dry_run": dry_run,
            "plan": _plan_row(done.plan) if done.plan else None,
            "broken": broken_rows(done.broken),
        },
        _plan_line(done.plan) if done.plan else "nothing was changed" if dry_run else "taken back",
        *(broken_lines(done.broken) or ["every appointment keeps its time"]),
    )


def _span_row(span: Span) -> dict[str, str]:
    return {"opens": clock_of(span.opens), "closes": clock_of(span.closes), "kind": span.kind}


def _spans_text(spans: tuple[Span, ...]) -> str:
    shown = (f"{clock_of(one.opens)}-{clock_of(one.closes)}{'/extended' * (one.kind != 'regular')}" for one in spans)
    return ",".join(shown) or "closed"


def _day_row(one: DayHours) -> dict[str, object]:
    return {
        "date": one.day.isoformat(),
        "line": one.line,
        "working": one.working,
        "certain": one.certain,
        "name": one.name,
        "spans": [_span_row(span) for span in one.spans],
    }


def _day_line(one: DayHours) -> str:
    marks = (one.name, "" if one.certain else "not certain: the year's rest days are not published yet")
    return "  ".join([one.day.strftime("%Y-%m-%d %a"), _spans_text(one.spans), *(mark for mark in marks if mark)])


def _plan_row(one: HoursPlanView) -> dict[str, object]:
    return {
        "id": one.id,
        "line": one.line,
        "since": one.since.isoformat(),
        "until": one.until.isoformat() if one.until else None,
        "follows_centre": one.follows_centre,
        "reason": one.reason,
        "state": one.state,
        "days": {kind: [_span_row(span) for span in spans] for kind, spans in one.days.items()},
    }


def _plan_line(one: HoursPlanView) -> str:
    hours = " ".join(f"{kind}={_spans_text(spans)}" for kind, spans in _week(one).items()) or "closed"
    what = "as the centre" if one.follows_centre else hours
    until = f" to {one.until}" if one.until else " on"
    return f"{one.id:4} {one.line or '-'} {one.state:8} {one.since}{until}  {what}  {one.reason}".rstrip()


def _week(one: HoursPlanView) -> dict[str, tuple[Span, ...]]:
    """A plan's days in their order; where all working days are alike, as ``work``."""
    alike = len({one.days.get(kind) for kind in WEEKDAYS}) == 1 and WEEKDAYS[0] in one.days
    kinds = (WORK, REST, SPECIAL) if alike else (*WEEKDAYS, REST, SPECIAL)
    days = {**one.days, WORK: one.days[WEEKDAYS[0]]} if alike else one.days
    return {kind: days[kind] for kind in kinds if kind in days}
