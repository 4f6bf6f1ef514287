"""``onewindow roster swap``: duties that change hands."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import number, text
from terminal.commands.broken import broken_lines, broken_rows
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.roster_lines import CONFLICTS, duty_line, duty_row, wrong

if TYPE_CHECKING:
    from terminal.office.plan_views import SwapView

SWAP_HELP = "It takes effect once the other person agrees and somebody else approves; until then all stays as it is."


def add_verbs(verbs: Subparsers) -> None:
    """Add the group ``swap`` to the group ``roster``."""
    group_ = group(verbs, "swap", "duties that change hands")
    ask = verb(group_, "ask", "ask somebody to take a duty of one's own", _ask, SWAP_HELP)
    ask.add_argument("duty", type=number, metavar="DUTY", help="the duty to be given away")
    ask.add_argument("staff", type=text, metavar="STAFF", help="who is asked")
    ask.add_argument("--for", type=number, metavar="DUTY", dest="other", help="a duty of theirs, in exchange")
    ask.add_argument("--reason", type=text, default="")
    changing = [ask]
    for name, about in (
        ("agree", "the person who was asked agrees"),
        ("decline", "the person who was asked does not want it"),
        ("approve", "let it take effect; the appointments that this breaks are listed"),
        ("refuse", "do not let it take effect"),
        ("withdraw", "who asked does not want it any more"),
    ):
        one = verb(group_, name, about, _decide)
        one.add_argument("swap", type=number, metavar="SWAP", help="its number, as ask and list give it")
        changing.append(one)
        if name == "refuse":
            one.add_argument("--reason", type=text, default="", help="both are told it")
    for one in changing:
        add_by(one)
    listing = verb(group_, "list", "the requests that are to be decided", _list)
    listing.add_argument("--all", action="store_true", help="those that were decided, too")


def _ask(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        swap = office.duty.ask_swap(args.duty, args.staff, args.other, args.reason, by=who(context, args))
    return _told(context, swap)


def _decide(context: Context, args: argparse.Namespace) -> int:
    by = who(context, args)
    with context.office() as office:
        if args.swap_verb == "refuse":
            swap = office.duty.refuse(args.swap, args.reason, by=by)
        else:
            verbs = {
                "agree": office.duty.agree,
                "decline": office.duty.decline,
                "approve": office.duty.approve,
                "withdraw": office.duty.withdraw,
            }
            swap = verbs[args.swap_verb](args.swap, by=by)
    return _told(context, swap)


def _list(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.duty.swaps(open_only=not args.all)
    lines = [line for one in found for line in _lines(one)]
    return context.say([_row(one) for one in found], *(lines or ["no swaps"]))


def _told(context: Context, swap: SwapView) -> int:
    document = {**_row(swap), "broken": broken_rows(swap.broken)}
    return context.say(document, *_lines(swap), *broken_lines(swap.broken))


def _row(one: SwapView) -> dict[str, object]:
    return {
        "id": one.id,
        "state": one.state,
        "duty": duty_row(one.duty),
        "other": duty_row(one.other) if one.other else None,
        "asked_by": one.asked_by,
        "with_staff": one.with_staff,
        "reason": one.reason,
        "asked_at": one.asked_at.isoformat(),
        "decided_by": one.decided_by,
        "conflicts": [
            {"kind": it.kind, "day": it.day.isoformat(), "shift": it.shift, "counter": it.counter, "staff": it.staff,
             "detail": it.detail}
            for it in one.conflicts
        ],
    }  # fmt: skip


def _lines(one: SwapView) -> list[str]:
    duties = [f"       {duty_line(duty)}" for duty in (one.duty, one.other) if duty is not None]
    against = [f"       {it.day}  {wrong(it)}" for it in one.conflicts if it.kind in CONFLICTS]
    return [f"{one.id:>5}  {one.state:<9}  {one.asked_by} to {one.with_staff}", *duties, *against]
