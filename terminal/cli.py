"""The command line: one sub-command per screen and per chore."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from terminal.commands.context import Context
from terminal.errors import Fault, Refusal
from terminal.settings import load_settings

REFUSED, FAULT = 1, 3  # wrong usage is argparse's own 2

# Command → the module that adds it. Only the module of the command in hand is loaded: a counter screen that loaded all
# of them would paint a tenth of a second later.
COMMANDS = {
    "demo": "screens",
    "counter": "screens",
    "kiosk": "screens",
    "board": "screens",
    "manager": "screens",
    "init": "database",
    "db": "database",
    "ticket": "tickets",
    "rating": "ratings",
    "catalogue": "catalogue",
    "devices": "devices",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 done, 1 refused, 2 wrong usage, 3 fault of the surroundings.

    The result goes to standard output, a refusal or fault to standard error in one line.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    args = parser(next((word for word in given if word in COMMANDS), None)).parse_args(given)
    try:
        settings = load_settings(args.config, database=args.database)
        return int(args.run(Context(settings, args.json), args))
    except Refusal as refusal:
        return _tell(refusal, REFUSED)
    except Fault as fault:
        return _tell(fault, FAULT)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone. Point it nowhere, or closing it at exit complains once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _tell(trouble: Exception, code: int) -> int:
    sys.stderr.write(" ".join(str(trouble).split()) + "\n")
    return code


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """The command line; only with the verbs of ``command``, if that is given."""
    top = argparse.ArgumentParser(
        prog="onewindow", description="OneWindow 一窗: the window-service terminal of a community service centre."
    )
    top.add_argument("--config", metavar="FILE", help="settings of this machine (or ONEWINDOW_CONFIG)")
    top.add_argument(
        "--database", metavar="URL", help="sqlite:///file.db or postgresql+psycopg://… (ONEWINDOW_DATABASE)"
    )
    top.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    commands = top.add_subparsers(required=True, metavar="COMMAND", dest="command")
    modules = [COMMANDS[command]] if command else dict.fromkeys(COMMANDS.values())
    for module in modules:
        importlib.import_module(f"terminal.commands.{module}").add(commands)
    return top
