"""``onewindow resident``: who is known to the centre."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from terminal.commands import resident_records
from terminal.commands.acting import add_by, who
from terminal.commands.arguments import day_of_birth, number, text
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.resident_lines import row_line, row_of, say_person
from terminal.rules import person_name

if TYPE_CHECKING:
    from terminal.office.booking_views import ResidentView
    from terminal.office.office import Office
    from terminal.office.people_views import PersonEntry

FIND_HELP = "At most twenty are shown. Whoever looks somebody up is noted in the journal."
CHANGE_HELP = "What is not given stays as it is."
DOCUMENTS = "resident, passport, hk-macao-permit, taiwan-permit or foreign-permanent"
CLEARED = "phone, birth, sex, nation, address, community or note"


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "resident", "who is known to the centre")
    find = verb(verbs, "find", "by number, its last four, telephone, name or initials", _find, FIND_HELP)
    find.add_argument("text", type=text, metavar="TEXT")
    enter = verb(verbs, "enter", "somebody new, or the same person again", _enter)
    change = verb(verbs, "change", "correct what is known of somebody", _change, CHANGE_HELP)
    change.add_argument("resident", type=number, metavar="ID")
    change.add_argument("--version", type=number, help="refuse if somebody has changed them since this version")
    change.add_argument("--clear", type=text, action="append", default=[], metavar="FIELD", help=f"empty {CLEARED}")
    for one, needed in ((enter, True), (change, False)):
        _add_fields(one, needed)
    show = verb(verbs, "show", "one resident, complete but for the number", _show)
    reveal = verb(verbs, "reveal", "the whole number; that it was asked for is noted in the journal", _reveal)
    for one in (show, reveal):
        one.add_argument("resident", type=number, metavar="ID")
    duplicates = verb(verbs, "duplicates", "pairs that may be one person", _duplicates)
    duplicates.add_argument("--limit", type=number, default=50)
    alike = verb(verbs, "alike", "who may be somebody about to be entered", _alike)
    _add_fields(alike, needed=True)
    add_by(find, enter, change, show, reveal)
    resident_records.add_verbs(verbs)


def _add_fields(parser: argparse.ArgumentParser, needed: bool) -> None:
    parser.add_argument("--name", type=text, required=needed, default="")
    parser.add_argument("--id-number", type=text, default="", metavar="NUMBER")
    parser.add_argument("--document", type=text, default="resident", help=f"what the number is of: {DOCUMENTS}")
    parser.add_argument("--phone", type=text, default="", metavar="NUMBER")
    parser.add_argument("--birth", type=day_of_birth, metavar="YYYY-MM-DD", help="of a document that tells none")
    parser.add_argument("--sex", type=text, default="", help="male or female")
    for field in ("nation", "address", "community", "note"):
        parser.add_argument(f"--{field}", type=text, default="")


def _entry(args: argparse.Namespace) -> PersonEntry:
    from terminal.office.people_views import PersonEntry

    return PersonEntry(
        name=args.name, number=args.id_number, phone=args.phone, document=args.document, birth=args.birth,
        sex=args.sex, nation=args.nation, address=args.address, community=args.community, note=args.note,
    )  # fmt: skip


def _find(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.residents.find(args.text, by=who(context, args))
    lines = [f"{one.id}  {one.name}  {one.masked_number}  {one.phone}".rstrip() for one in found]
    return context.say([_found(one) for one in found], *(lines or ["nobody"]))


def _found(resident: ResidentView) -> dict[str, object]:
    barred = resident.barred_until
    return {
        "id": resident.id,
        "name": resident.name,
        "number": resident.masked_number,
        "phone": resident.phone,
        "missed": resident.missed,
        "barred_until": barred.isoformat() if barred else None,
    }


def _enter(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        entry = _entry(args)
        before = known_before(office, entry, who(context, args))
        entered = office.residents.enter(entry, by=who(context, args))
        warn_of_new_name(context, before, entry)
    return say_person(context, entered)


def known_before(office: Office, entry: PersonEntry, by: str) -> ResidentView | None:
    """Who has the number of somebody about to be entered."""
    found = office.residents.find(entry.number, by=by) if entry.number.strip() else ()
    return found[0] if len(found) == 1 else None


def warn_of_new_name(context: Context, before: ResidentView | None, entry: PersonEntry) -> None:
    """Say that the name entered took the place of another one: the number may be that of somebody else's card."""
    if before is not None and person_name.plain(entry.name) not in ("", before.name):
        context.warn(
            f"The number is that of resident {before.id}, called {before.name} until now. If it was read off another's "
            f"card, give the name back: onewindow resident change {before.id} --name {before.name}"
        )


def _change(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        changed = office.residents.change(
            args.resident, _entry(args), version=args.version, clear=args.clear, by=who(context, args)
        )
    return say_person(context, changed)


def _show(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return say_person(context, office.residents.view(args.resident, by=who(context, args)))


def _reveal(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        whole = office.residents.reveal(args.resident, by=who(context, args))
    return context.say({"id": args.resident, "number": whole}, whole or "no number is known")


def _duplicates(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        pairs = office.residents.duplicates(args.limit)
    lines = [f"{row_line(kept)}  =  {row_line(gone)}" for kept, gone in pairs]
    return context.say([{"kept": row_of(kept), "gone": row_of(gone)} for kept, gone in pairs], *(lines or ["none"]))


def _alike(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.residents.alike(_entry(args))
    return context.say([row_of(one) for one in found], *([row_line(one) for one in found] or ["nobody"]))
