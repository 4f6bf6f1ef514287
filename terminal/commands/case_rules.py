"""``onewindow case states``, ``rules``, ``sweep``, ``load``: the table of moves, the centre's rules, and its sweep."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import shown
from terminal.commands.context import Context, Subparsers, verb

RULES_HELP = "For example: case rules stuck_days=3 backstop=zhou. Without any the rules are only shown. Working days."
SWEEP_HELP = (
    "What the delivering worker does each minute: cases that nobody can answer for, or that are stuck, fall to the "
    "backstop; corrections that did not come and results that nobody fetched go to the call list, then home."
)


def add_verbs(verbs: Subparsers) -> None:
    """Add them to the verbs of ``onewindow case``."""
    states = verb(verbs, "states", "the table of states and moves", _states)
    states.add_argument("--markdown", action="store_true", help="as a table for a document")
    rules = verb(verbs, "rules", "the rules of casework, shown or changed", _rules, RULES_HELP)
    rules.add_argument("changes", nargs="*", type=_change, metavar="RULE=VALUE")
    verb(verbs, "sweep", "see to what is stuck, late to be corrected or not collected", _sweep, SWEEP_HELP)
    verb(verbs, "departments", "whom a case may be handed to", _departments)
    load = verb(verbs, "load", "take over rules, departments and usual steps from a file", _load)
    load.add_argument("file", type=Path)
    add_by(rules, load)


def _change(given: str) -> tuple[str, int | str]:
    name, equals, value = given.partition("=")
    if name == "backstop" and equals:
        return name, value
    if not (value.isdecimal() and len(value) < 10):
        raise argparse.ArgumentTypeError(f"expected a rule such as stuck_days=5, got {shown(given)}")
    return name, int(value)


def _states(context: Context, args: argparse.Namespace) -> int:
    from terminal.office.case_states import state_rows, states_markdown  # without a database

    if args.markdown:
        table = states_markdown()
        return context.say({"markdown": table}, *table.splitlines())
    rows = state_rows()
    lines = [f"{row.name:14}  {', '.join(row.since)} → {row.to}  ({row.who})" for row in rows]
    return context.say([asdict(row) for row in rows], *lines)


def _rules(context: Context, args: argparse.Namespace) -> int:
    changes = dict(args.changes)
    backstop = changes.pop("backstop", None)
    with context.office() as office:
        if args.changes:
            rules = office.cases.set_rules(backstop=backstop, by=who(context, args), **changes)
        else:
            rules = office.cases.rules()
    document = asdict(rules)
    return context.say(document, *(f"{name}={'' if value is None else value}" for name, value in document.items()))


def _sweep(context: Context, _: argparse.Namespace) -> int:
    with context.office() as office:
        swept = asdict(office.cases.sweep())
    return context.say(swept, "  ".join(f"{name}={value}" for name, value in swept.items()))


def _departments(context: Context, _: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.cases.departments()
    lines = [f"{one.code:8}  {one.name}  {one.address}".rstrip() for one in found]
    return context.say([asdict(one) for one in found], *(lines or ["no departments"]))


def _load(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        loaded = office.cases.load(args.file, by=who(context, args))
    return context.say(
        {"file": str(args.file), **loaded}, f"{loaded['departments']} departments, steps of {loaded['items']} items"
    )
