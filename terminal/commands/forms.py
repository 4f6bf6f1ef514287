"""``onewindow form``: the forms there are, their fields, and any of them on paper."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from terminal.commands.arguments import shown, text
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.files import write_whole
from terminal.commands.form_values import listed, read_values
from terminal.errors import Refusal

if TYPE_CHECKING:
    from forms.definition import Field
    from terminal.office.form_shelf import FormShelf

RENDER_HELP = (
    "VALUES.json is one object: field → text; dates yyyy-mm-dd, yes/no, tables as lists of objects. - is standard "
    "input. Values that are wrong are refused, all at once; what contradicts another value is said; what is missing is "
    "named and stays blank, to be filled in by hand."
)
CHECK_HELP = "Without FILE: the shipped forms and those of ONEWINDOW_FORMS. Every fault with its file and line."


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "form", "forms and documents")
    listing = verb(verbs, "list", "the forms there are", _list)
    listing.add_argument("--item", type=text, metavar="CODE", help="the application forms of an item")
    fields = verb(verbs, "fields", "the fields of a form", _fields)
    fields.add_argument("name", type=text, metavar="NAME")
    render = verb(verbs, "render", "values on paper", _render, RENDER_HELP)
    render.add_argument("name", type=text, metavar="NAME")
    render.add_argument("values", type=Path, metavar="VALUES.json")
    render.add_argument("-o", "--out", type=Path, required=True, metavar="OUT.pdf")
    render.add_argument("--masked", action="store_true", help="as it leaves the centre: names and numbers masked")
    check = verb(verbs, "check", "are the definitions sound?", _check, CHECK_HELP)
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")


def _shelf() -> FormShelf:
    from terminal.office.form_shelf import FormShelf  # no office: rendering needs no database

    return FormShelf()


def _list(context: Context, args: argparse.Namespace) -> int:
    shelf = _shelf()
    forms = shelf.all().of_item(args.item) if args.item else tuple(shelf.all())
    for fault in shelf.faults():
        context.warn(f"not used: {fault}")
    rows = [
        {"name": one.name, "title": one.title, "source": one.source, "kind": one.kind, "items": list(one.items)}
        for one in forms
    ]
    return context.say(rows, *(f"{one.name:<34}{one.title}  {one.source}" for one in forms))


def _fields(context: Context, args: argparse.Namespace) -> int:
    form = _shelf().form(args.name)
    lines = (
        f"{one.name:<20}{one.type:<10}{'required' if one.required else '':<10}{one.label}  {one.source}".rstrip()
        for one in form.fields
    )
    return context.say([_field(one) for one in form.fields], *lines)


def _field(field: Field) -> dict[str, Any]:
    row: dict[str, Any] = {
        "name": field.name, "type": field.type, "required": field.required, "label": field.label,
        "label_en": field.label_en, "source": field.source,
    }  # fmt: skip
    if field.options:
        row["options"] = [{"value": one.value, "label": one.label, "label_en": one.label_en} for one in field.options]
    if field.columns:
        row["columns"] = [
            {"name": one.name, "type": one.type, "label": one.label, "label_en": one.label_en} for one in field.columns
        ]
    return row


def _render(context: Context, args: argparse.Namespace) -> int:
    from datetime import date

    from forms.document import render
    from forms.validate import NEEDED, check_alone, check_beside
    from terminal.office.paper_making import typesetting

    form = _shelf().form(args.name)
    if _same(args.values, args.out):
        raise Refusal("{file} is the values file itself.", "Name another file for the PDF.", file=args.out)
    values = read_values(args.values)
    found = check_alone(form, values, today=date.today())
    missing = [name for name, expected in found.items() if expected is NEEDED]
    wrong = {name: expected for name, expected in found.items() if name not in missing}
    if wrong:
        known = {field.name for field in form.fields}
        said = [f"{name if name in known else shown(name)}: expected {expected}" for name, expected in wrong.items()]
        raise Refusal("The values do not fit the form: {faults}.", "Correct them in the file.", faults=listed(said))
    for name, expected in check_beside(form, values).items():
        if expected is NEEDED:
            missing.append(name)
        else:
            context.warn(f"{name}: expected {expected}")
    with typesetting():
        made = render(form, values, full=not args.masked)
    write_whole(args.out, made)
    lines = [f"{args.out}: {form.title}"]
    if missing:
        lines.append("left blank: " + ", ".join(missing))
    document = {"name": form.name, "file": str(args.out), "bytes": len(made), "blank": missing}
    return context.say(document, *lines)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there
        return False


def _check(context: Context, args: argparse.Namespace) -> int:
    from forms.catalogue import faults_of

    faults = faults_of(args.files) if args.files else _shelf().faults()
    # The faults are what was asked for, so they are the result as well as the refusal.
    rows = [{"file": one.file, "line": one.line, "fault": str(one)} for one in faults]
    context.say({"faults": rows}, *([str(one) for one in faults] or ["no faults"]))
    return 1 if faults else 0
