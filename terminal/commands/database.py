"""``onewindow init`` and ``onewindow db``: making, upgrading and checking the database."""

from __future__ import annotations

import argparse
from pathlib import Path

from terminal.commands import keys
from terminal.commands.catalogue import first_fault
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.errors import Refusal

KEY_TOO = "residents' numbers are sealed: keep a copy of the key apart from the backups (onewindow db key show)"
BACKUP_HELP = (
    "Windows may be at work meanwhile. The key of residents' numbers is not in it: onewindow db key export. Of "
    "PostgreSQL the files alone are copied: dump the database first, with pg_dump. To look at a backup: onewindow "
    "--database sqlite:///DIR/centre.db db check --files; one without its backup.json is not whole. To bring one back, "
    "stop the windows and put database and files in place."
)
READABLE = "that copy tells residents' numbers to whoever opens it: delete it once all is well"


def add(subparsers: Subparsers) -> None:
    """Add the commands."""
    init = verb(subparsers, "init", "create the database", _init)
    content = init.add_mutually_exclusive_group()
    content.add_argument("--sample", action="store_true", help="fill it with the sample centre LC01")
    content.add_argument("--centre", type=Path, metavar="FILE", help="found a centre from a catalogue file with a hall")
    init.add_argument(
        "--plan", type=Path, metavar="FILE", help="the centre's hours, shifts and training; with --sample its own"
    )
    init.add_argument(
        "--casework", type=Path, metavar="FILE", help="its departments and usual steps; with --sample its own"
    )
    verbs = group(subparsers, "db", "look after the database")
    verb(verbs, "upgrade", "bring an older database up to date, a copy set aside", _upgrade)
    check = verb(verbs, "check", "look for damage", _check)
    check.add_argument("--files", action="store_true", help="read each attached file too, and compare it with its hash")
    backup = verb(verbs, "backup", "copy the database and the attached files into a folder", _backup, BACKUP_HELP)
    backup.add_argument("folder", type=Path, metavar="DIR", help="new, or empty")
    keys.add(verbs)


def _init(context: Context, args: argparse.Namespace) -> int:
    # The store costs 200 ms to import; only commands that use it pay.
    from terminal.office.founding import found_centre, prepare_database

    url = context.settings.database_url
    if args.sample or args.centre:
        with first_fault(args.centre):
            code = found_centre(url, args.centre, args.plan, args.casework)
        said = {"database": _shown(url), "centre": code}
        return context.say(said, f"centre {code} founded in {_shown(url)}", KEY_TOO)
    if args.plan or args.casework:
        raise Refusal("A plan is a centre's.", "Found one with --sample or --centre FILE.")
    prepare_database(url)
    return context.say({"database": _shown(url), "centre": None}, f"empty database made: {_shown(url)}")


def _upgrade(context: Context, _: argparse.Namespace) -> int:
    from terminal.office.upkeep import upgrade_database  # as above

    result = upgrade_database(context.settings.database_url)
    copy = f", the older state is kept in {result['copy']}" if result["copy"] else ""
    lines = [f"revision {result['revision']}{copy}"]
    if result["copy_tells_numbers"]:
        lines.append(READABLE)
    return context.say(result, *lines, KEY_TOO)


def _check(context: Context, args: argparse.Namespace) -> int:
    from terminal.office.upkeep import check_database  # as above

    result = check_database(context.settings.database_url, context.settings.centre.code, read_files=args.files)
    faults = result["faults"]
    assert isinstance(faults, list)
    context.say(result, *(faults or [f"revision {result['revision']}, no faults"]))
    if faults:
        context.warn(f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in {_shown(context.settings.database_url)}")
    return 1 if faults else 0


def _backup(context: Context, args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from terminal.office.backup import back_up  # as above

    made = back_up(context.settings.database_url, args.folder)
    lines = [f"{made.files} files, {made.bytes} bytes, read back and compared; the key is not among them"]
    if made.database is not None:
        lines.insert(0, f"{args.folder / made.database}  SHA-256 {made.sha256}")
    else:
        lines.append("the database is not in it: dump it with pg_dump, before the files")
    return context.say({"folder": str(args.folder), **asdict(made)}, *lines)


def _shown(url: str) -> str:
    from sqlalchemy.engine import make_url  # as above

    return make_url(url).render_as_string(hide_password=True)
