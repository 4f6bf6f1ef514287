"""``onewindow roster``: who is on duty when."""

from __future__ import annotations

import argparse
from collections import Counter as Tally
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import day, number, seconds, text
from terminal.commands.broken import broken_lines, broken_rows
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.duty import add_verbs
from terminal.commands.roster_lines import CONFLICTS, duty_line, duty_row, wrong
from terminal.rules.hours import clock_of

if TYPE_CHECKING:
    from terminal.office.booking_views import BookingView
    from terminal.office.plan_views import PersonView, Progress, RosterRow, RosterView, ShiftView

PROPOSE_HELP = (
    "What was set by hand stays; everything else is filled anew. How it goes is told on standard error; Ctrl-C ends it "
    "and leaves the roster as it was. When no roster satisfies the rules the reasons are the refusal (exit 1)."
)
PUBLISH_HELP = (
    "Everybody on it is told. The appointments that nobody is on duty for any more are listed; they stay until they "
    "are moved or cancelled. A roster with somebody on duty twice at once, on leave or untrained is refused."
)
UNCERTAIN = "the rest days of {years} are not published yet: the roster takes weekends for all there are"
COUNTED = {"open_post": "posts open", "uncovered": "fields not covered"}


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "roster", "who is on duty when")
    verb(verbs, "list", "the newest rosters", _list)
    draft = verb(verbs, "draft", "a new roster, empty", _draft)
    draft.add_argument("since", type=day, metavar="YYYY-MM-DD")
    draft.add_argument("until", type=day, metavar="YYYY-MM-DD")
    propose = verb(verbs, "propose", "fill a draft fairly", _propose, PROPOSE_HELP)
    propose.add_argument("--seconds", type=seconds, default=30.0, help="how long to look for a better one; 30")
    propose.add_argument("--seed", type=number, default=1, metavar="N", help="another one of equal worth")
    show = verb(verbs, "show", "a whole roster, and what is wrong with it", _show)
    publish = verb(verbs, "publish", "bring a draft into force", _publish, PUBLISH_HELP)
    publish.add_argument("--force", action="store_true", help="even if it cannot be worked; the journal says so")
    put = verb(verbs, "put", "put a person at a post by hand", _put)
    discard = verb(verbs, "discard", "throw a draft away", _discard)
    for one in (propose, show, publish, put, discard):
        one.add_argument("roster", type=number, metavar="ROSTER", help="as list and draft give it")
    put.add_argument("day", type=day, metavar="YYYY-MM-DD")
    put.add_argument("shift", type=text, metavar="SHIFT")
    put.add_argument("counter", type=number, metavar="WINDOW")
    put.add_argument("staff", type=text, metavar="STAFF", nargs="?", help="nobody, if it is left out")
    _add_plan(verbs, (draft, propose, publish, put, discard))
    add_verbs(verbs)


def _add_plan(verbs: Subparsers, changing: tuple[argparse.ArgumentParser, ...]) -> None:
    verb(verbs, "shifts", "the shifts, and the windows that need somebody", _shifts)
    verb(verbs, "people", "who may be on a roster, and what for", _people)
    plan = verb(verbs, "plan", "take shifts, posts and training from a plan file", _plan)
    plan.add_argument("file", type=Path)
    train = verb(verbs, "train", "what a person is trained for", _train)
    contact = verb(verbs, "contact", "how a person is told of rosters and swaps", _contact)
    for one in (train, contact):
        one.add_argument("staff", type=text, metavar="STAFF")
    train.add_argument("lines", type=text, metavar="LINES", nargs="?", default="", help="letters; none: for all")
    contact.add_argument("--phone", type=text, default="", metavar="NUMBER", help="a mobile number")
    contact.add_argument("--address", type=text, default="", metavar="URL", help="an apprise URL; it goes first")
    add_by(*changing, plan, train, contact)


def _list(context: Context, _: argparse.Namespace) -> int:
    with context.office() as office:
        rows = office.roster.rosters()
    lines = [
        f"{one.id:>4}  {one.since} – {one.until}  {one.state:<9}  {one.duties} duties, {one.open_posts} posts open"
        for one in rows
    ]
    return context.say([_row(one) for one in rows], *(lines or ["no rosters"]))


def _draft(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        view = office.roster.draft(args.since, args.until, by=who(context, args))
    return _told(context, view)


def _propose(context: Context, args: argparse.Namespace) -> int:
    last = -1

    def progress(now: Progress) -> None:
        nonlocal last
        if int(now.seconds) > last:
            last = int(now.seconds)
            spread = "" if now.spread is None else f", extended shifts differ by {now.spread}"
            context.warn(f"{now.seconds:.0f} s: {now.found} found{spread}")

    with context.office() as office:
        view = office.roster.propose(
            args.roster, seconds=args.seconds, progress=progress, seed=args.seed, by=who(context, args)
        )
    return _told(context, view)


def _show(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        view = office.roster.view(args.roster)
    _warn_unsure(context, view)
    duties = [f"{duty_line(one)}{'  by hand' if one.fixed else ''}" for one in view.duties]
    return context.say(_document(view), _head(view), *duties, *_conflict_lines(view), *_share_lines(view))


def _publish(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        done = office.roster.publish(args.roster, force=args.force, by=who(context, args))
    return _told(context, done.roster, done.broken)


def _put(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        view = office.roster.put(args.roster, args.day, args.shift, args.counter, args.staff, by=who(context, args))
    return _told(context, view, view.broken)


def _discard(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        office.roster.discard(args.roster, by=who(context, args))
    return context.say({"discarded": args.roster}, f"roster {args.roster} thrown away")


def _shifts(context: Context, _: argparse.Namespace) -> int:
    with context.office() as office:
        shifts = office.roster.shifts()
    return _shifts_told(context, shifts)


def _plan(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        shifts = office.roster.put_plan(args.file, by=who(context, args))
    return _shifts_told(context, shifts)


def _people(context: Context, _: argparse.Namespace) -> int:
    with context.office() as office:
        people = office.roster.people()
    return context.say([asdict(one) for one in people], *map(_person_line, people))


def _train(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        person = office.roster.train(args.staff, args.lines, by=who(context, args))
    return context.say(asdict(person), _person_line(person))


def _contact(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        person = office.roster.contact(args.staff, phone=args.phone, address=args.address, by=who(context, args))
    return context.say(asdict(person), _person_line(person))


def _told(context: Context, view: RosterView, broken: tuple[BookingView, ...] = ()) -> int:
    """A roster after a verb: the whole of it as JSON, for people what is wrong with it."""
    _warn_unsure(context, view)
    document = {**_document(view), "broken": broken_rows(broken)}
    return context.say(document, _head(view), *_conflict_lines(view), *broken_lines(broken))


def _warn_unsure(context: Context, view: RosterView) -> None:
    unsure = sorted({one.day.year for one in view.days if not one.certain})
    if unsure:
        context.warn(UNCERTAIN.format(years=", ".join(map(str, unsure))))


def _document(view: RosterView) -> dict[str, object]:
    document = asdict(view)
    del document["broken"]  # said of verbs, in the form that the other commands use
    published = view.published_at.isoformat() if view.published_at else None
    return {
        **document,
        "published_at": published,
        "duties": [duty_row(one) for one in view.duties],
        "certain": all(one.certain for one in view.days),
    }


def _row(one: RosterRow) -> dict[str, object]:
    published = one.published_at.isoformat() if one.published_at else None
    return {**asdict(one), "made_at": one.made_at.isoformat(), "published_at": published}


def _head(view: RosterView) -> str:
    return f"roster {view.id}  {view.since} – {view.until}  {view.state}  {len(view.duties)} duties"


def _conflict_lines(view: RosterView) -> list[str]:
    """A line for each conflict; open posts, of which an empty roster has hundreds, counted by shift."""
    lines = [f"{one.day}  {one.shift or ''}  {wrong(one)}" for one in view.conflicts if one.kind in CONFLICTS]
    counted = Tally((one.kind, one.shift) for one in view.conflicts if one.kind in COUNTED)
    for kind, shift in sorted(counted, key=str):
        lines.append(f"{shift}: {COUNTED[kind]}, {counted[kind, shift]} times")
    return lines


def _share_lines(view: RosterView) -> list[str]:
    return [
        f"{one.staff} {one.name}: {one.regular} regular, {one.extended} extended, {one.extended_quarter} in the quarter"
        for one in view.shares
    ]


def _shifts_told(context: Context, shifts: tuple[ShiftView, ...]) -> int:
    lines = [
        f"{one.code:<8}  {clock_of(one.opens)}–{clock_of(one.closes)}  {one.days} days, {one.kind}  windows "
        f"{', '.join(map(str, one.counters)) or 'none'}  {one.name}"
        for one in shifts
    ]
    return context.say([asdict(one) for one in shifts], *(lines or ["no shifts"]))


def _person_line(one: PersonView) -> str:
    return f"{one.code:<8}  {one.lines:<10}  {one.name}  {one.address or one.phone}".rstrip()
