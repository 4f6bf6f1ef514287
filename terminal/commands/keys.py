"""``onewindow db key``: the key of the residents' numbers, which lies outside the database."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from terminal.commands.acting import add_by, who
from terminal.commands.context import Context, Subparsers, group, verb

if TYPE_CHECKING:
    from terminal.office.keys import KeyView

MORE = (
    "Every machine on one database needs the same key, and a backup of the database is worth nothing for numbers "
    "without it: keep a copy of the file apart from the database's backups."
)


def add(verbs: Subparsers) -> None:
    """Add the commands to ``db``."""
    keys = group(verbs, "key", "the key of the residents' numbers")
    verb(keys, "show", "which key it is and whether it is here; never what it is", _show, MORE)
    export = verb(keys, "export", "copy it to a file, for another machine or for the safe", _export, MORE)
    export.add_argument("file", type=Path, metavar="FILE", help="a new file, or a folder")
    take = verb(keys, "import", "take over the file that another machine exported", _import)
    take.add_argument("file", type=Path, metavar="FILE")
    add_by(export, take)


def _show(context: Context, _: argparse.Namespace) -> int:
    with context.office() as office:
        return _say(context, office.keys.show())


def _export(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        made = office.keys.export(args.file, by=who(context, args))
    return context.say({"file": str(made)}, f"{made}: whoever has it and the database reads every number")


def _import(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return _say(context, office.keys.take_over(args.file, by=who(context, args)))


def _say(context: Context, key: KeyView) -> int:
    lines = [f"{key.key_id}  {key.file}", key.wrong or "it is here, and the right one: keep a copy in a safe place"]
    if key.others_can_read:
        lines.append("other users of this machine can read it: take their right away (chmod 600)")
    document = {
        "key_id": key.key_id,
        "file": key.file,
        "made_at": key.made_at.isoformat(),
        "here": not key.wrong,
        "wrong": key.wrong,
        "others_can_read": key.others_can_read,
    }
    context.say(document, *lines)
    return 1 if key.wrong else 0
