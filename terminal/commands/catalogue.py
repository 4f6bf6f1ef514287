"""``onewindow catalogue``: check a file, put it in place, write it out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.files import write_whole
from terminal.errors import Refusal


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "catalogue", "the centre's service items")
    verb(verbs, "check", "name every fault of a file", _check).add_argument("file", type=Path)
    verb(verbs, "import", "replace the catalogue by a file's, all or nothing", _import).add_argument("file", type=Path)
    export = verb(verbs, "export", "write the catalogue out", _export)
    export.add_argument(
        "-o", "--output", type=Path, help="a file instead of standard output; YAML, or JSON if its name ends in .json"
    )


def _check(context: Context, args: argparse.Namespace) -> int:
    # The checker reads YAML, which no other command needs; 30 ms of start-up.
    from terminal.office.catalogue_file import check, read_catalogue

    faults = check(args.file)
    if faults:
        # The faults are what was asked for, so they are the result as well as the refusal.
        context.say(
            {"file": str(args.file), "faults": [asdict(fault) for fault in faults]}, *(str(fault) for fault in faults)
        )
        context.warn(f"{args.file}: {len(faults)} fault{'s' if len(faults) > 1 else ''}; nothing was changed")
        return 1
    items = len(read_catalogue(args.file).items)
    return context.say({"file": str(args.file), "faults": [], "items": items}, f"{args.file}: {items} items, no faults")


def _import(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office, first_fault(args.file):
        items = office.catalogue.import_file(args.file)
    return context.say({"file": str(args.file), "items": items}, f"{items} items imported")


@contextmanager
def first_fault(file: Path) -> Iterator[None]:
    """A file's faults as one line: the first of them, how many there are, and how to see them all."""
    try:
        yield
    except Refusal as refusal:
        faults = refusal.values.get("faults")
        if not isinstance(faults, list | tuple) or len(faults) < 2 or faults[0].file != str(file):
            raise  # of a plan beside the catalogue no other command tells, so all its faults are told here
        raise Refusal(
            "{first} – and {more} more. Nothing was changed.",
            "Run: onewindow catalogue check {file}",
            first=faults[0],
            more=len(faults) - 1,
            file=file,
        ) from refusal


def _export(context: Context, args: argparse.Namespace) -> int:
    from terminal.office.catalogue_file import dump_catalogue, to_json  # as in _check

    with context.office() as office:
        catalogue = office.catalogue.export()
    document = to_json(catalogue)
    if args.output is None:
        return context.say(document, dump_catalogue(catalogue).rstrip("\n"))
    # The file's form follows its name, not --json, which is about standard output: YAML can be imported again.
    is_json = args.output.suffix.lower() == ".json"
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n" if is_json else dump_catalogue(catalogue)
    write_whole(args.output, text)
    return context.say(
        {"file": str(args.output), "items": len(catalogue.items)}, f"{len(catalogue.items)} items → {args.output}"
    )
