"""The command line: one sub-command per screen and per chore."""

from __future__ import annotations

import argparse
import importlib
import io
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from terminal.commands.context import Context, say_one_line
from terminal.errors import Fault, Refusal

if TYPE_CHECKING:
    from terminal.settings import Settings

REFUSED, FAULT = 1, 3  # wrong usage is argparse's own 2
INTERRUPTED = 130  # as shells say it

# Command → the module that adds it. Only the module of the command in hand is loaded: a counter screen that loaded all
# of them would paint a tenth of a second later.
COMMANDS = {
    "demo": "screens",
    "counter": "screens",
    "kiosk": "screens",
    "board": "screens",
    "manager": "screens",
    "setup": "screens",
    "init": "database",
    "db": "database",
    "ticket": "tickets",
    "rating": "ratings",
    "appointment": "appointments",
    "case": "cases",
    "form": "forms",
    "resident": "residents",
    "roster": "roster",
    "catalogue": "catalogue",
    "calendar": "calendar",
    "hours": "hours",
    "messages": "messages",
    "devices": "devices",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 done, 1 refused, 2 wrong usage, 3 fault of the surroundings.

    The result goes to standard output, a refusal or fault to standard error in one line.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console that lacks a character is no reason to fail
    given = sys.argv[1:] if arguments is None else list(arguments)
    # The program's own options may stand before the verb or behind it.
    options, rest = _options().parse_known_args(given)
    command = next((word for word in rest if not word.startswith("-")), None)
    args = parser(command if command in COMMANDS else None).parse_args(rest, options)
    try:
        context = Context(lambda: _settings(args), args.json)
        if not args.opens_window:
            _ = context.settings  # before anything is done: wrong settings are refused by every command alike
        return int(args.run(context, args))
    except Refusal as refusal:
        say_one_line(str(refusal))
        return REFUSED
    except Fault as fault:
        say_one_line(str(fault))
        return FAULT
    except KeyboardInterrupt:
        return INTERRUPTED


def _settings(args: argparse.Namespace) -> Settings:
    from terminal.settings import load_settings  # a window opens before its settings are read: they cost 30 ms to load

    return load_settings(args.config, database=args.database)


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="onewindow", add_help=False, allow_abbrev=False)
    options.add_argument("--config", metavar="FILE", help="settings of this machine (or ONEWINDOW_CONFIG)")
    options.add_argument(
        "--database", metavar="URL", help="sqlite:///file.db or postgresql+psycopg://… (or ONEWINDOW_DATABASE)"
    )
    options.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    return options


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """The command line; only with the verbs of ``command``, if that is given."""
    top = argparse.ArgumentParser(
        prog="onewindow",
        description="OneWindow 一窗: the window-service terminal of a community service centre.",
        epilog="Exit codes: 0 done, 1 refused, 2 wrong usage, 3 fault of the surroundings. "
        "--config, --database and --json may also stand behind the command.",
        parents=[_options()],
        allow_abbrev=False,
    )
    top.set_defaults(opens_window=False)
    commands = top.add_subparsers(required=True, metavar="COMMAND", dest="command")
    modules = [COMMANDS[command]] if command else dict.fromkeys(COMMANDS.values())
    for module in modules:
        importlib.import_module(f"terminal.commands.{module}").add(commands)
    return top
