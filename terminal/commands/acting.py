"""Who does what a command does: the option that every command with a line in the journal has."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from terminal.commands.arguments import text

if TYPE_CHECKING:
    from terminal.commands.context import Context


def add_by(*parsers: argparse.ArgumentParser) -> None:
    """Let somebody be named."""
    for one in parsers:
        one.add_argument("--by", type=text, metavar="STAFF", help="who does it; by default the one of the settings")


def who(context: Context, args: argparse.Namespace) -> str:
    """The staff code of who does it, for the journal; "" when nobody was named."""
    return args.by or context.settings.counter.staff or ""
