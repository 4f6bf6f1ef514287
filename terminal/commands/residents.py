"""``onewindow resident``: who is known to the centre."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import text
from terminal.commands.context import Context, Subparsers, group, verb

if TYPE_CHECKING:
    from terminal.office.booking_views import ResidentView

FIND_HELP = "At most twenty are shown. Whoever looks somebody up is noted in the journal."


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "resident", "who is known to the centre")
    find = verb(verbs, "find", "by ID number, telephone number or the beginning of the name", _find, FIND_HELP)
    find.add_argument("text", type=text, metavar="TEXT")
    add_by(find)


def _find(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.residents.find(args.text, by=who(context, args))
    lines = [f"{one.id}  {one.name}  {one.masked_number}  {one.phone}".rstrip() for one in found]
    return context.say([_row(one) for one in found], *(lines or ["nobody"]))


def _row(resident: ResidentView) -> dict[str, object]:
    barred = resident.barred_until
    return {
        "id": resident.id,
        "name": resident.name,
        "number": resident.masked_number,
        "phone": resident.phone,
        "missed": resident.missed,
        "barred_until": barred.isoformat() if barred else None,
    }
