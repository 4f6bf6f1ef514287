"""``onewindow case material``, ``waive``, ``custody``, ``attach``, ``files``: what a case asks for, and where it is."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import count, day, moment, number, text
from terminal.commands.context import Context, Subparsers, verb
from terminal.commands.files import write_whole
from terminal.errors import Refusal

if TYPE_CHECKING:
    from terminal.office.case_views import CustodyView, FileView, MaterialView

CASE_HELP = "its id, its number such as LC01-2026-BJ-0042, or the code on its slip"
MATERIAL_HELP = (
    "Without a state the materials are only shown. Received without counts means: as many as were asked for. "
    "For example: case material 7 2 received --originals 1 --to-return 1."
)
CUSTODY_HELP = (
    "Without a change of hands the chain is only shown. For example: case custody 7 handed_on --material 1 2 --place "
    "区民政局; case custody 7 returned --signed-by 王小华."
)
FILES_HELP = "Pictures, PDF, OFD, DOCX and XLSX; what a file is is told by its bytes, not by its name."


def add_verbs(verbs: Subparsers) -> None:
    """Add them to the verbs of ``onewindow case``."""
    material = verb(verbs, "material", "what is received, missing or wrong", _material, MATERIAL_HELP)
    waive = verb(verbs, "waive", "a material that is promised by a day (容缺)", _waive)
    chain = verb(verbs, "custody", "the chain of a case's originals", _custody, CUSTODY_HELP)
    attach = verb(verbs, "attach", "attach a scanned or photographed file", _attach, FILES_HELP)
    files = verb(verbs, "files", "the files of a case", _files)
    for one in (material, waive, chain, attach, files):
        one.add_argument("case", type=text, metavar="CASE", help=CASE_HELP)
    material.add_argument("position", type=number, nargs="?", metavar="N", help="which material")
    material.add_argument("state", type=text, nargs="?", help="received, missing, wrong, not_needed or waived")
    material.add_argument("--originals", type=count, default=0, metavar="N")
    material.add_argument("--copies", type=count, default=0, metavar="N")
    material.add_argument("--to-return", type=count, default=0, metavar="N", help="originals that go back")
    material.add_argument("--why", type=text, default="", help="what is wrong with it")
    material.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="by when a waived one is promised")
    material.add_argument("--result", type=text, default="", metavar="NAME", help="add the result itself instead")
    waive.add_argument("position", type=number, metavar="N", help="which material")
    waive.add_argument("--until", type=day, required=True, metavar="YYYY-MM-DD", help="by when it is promised")
    chain.add_argument("what", type=text, nargs="?", help="handed_on, came_back or returned")
    chain.add_argument("--material", type=number, nargs="+", default=[], metavar="N", help="which; by default all")
    chain.add_argument("--place", type=text, default="", help="where to")
    chain.add_argument("--signed-by", type=text, default="", metavar="NAME", help="who received them")
    attach.add_argument("file", type=text, metavar="FILE")
    attach.add_argument("--material", type=number, metavar="N", help="the material it shows")
    attach.add_argument("--name", type=text, default="", help="shown instead of the file's own name")
    files.add_argument("--save", type=number, metavar="FILE_ID", help="write one of them to -o")
    files.add_argument("--remove", type=number, metavar="FILE_ID", help="take one away")
    files.add_argument("-o", "--output", type=Path, metavar="OUT")
    for one in (material, waive, chain):
        one.add_argument("--at", type=moment, metavar="ISO", help="when it was; by default now")
    add_by(material, waive, chain, attach, files)


def _material(context: Context, args: argparse.Namespace) -> int:
    from terminal.office.case_views import MaterialMark

    with context.office() as office:
        if args.result:
            office.materials.add_result(
                args.case, args.result, originals=args.originals or 1, copies=args.copies, at=args.at,
                by=who(context, args),
            )  # fmt: skip
        elif args.position is not None:
            mark = MaterialMark(
                args.position, args.state or "received", args.originals, args.copies, args.why, args.until,
                args.to_return,
            )  # fmt: skip
            office.materials.mark(args.case, [mark], at=args.at, by=who(context, args))
        found = office.materials.of_case(args.case)
    return _materials(context, found)


def _waive(context: Context, args: argparse.Namespace) -> int:
    from terminal.office.case_views import MaterialMark

    mark = MaterialMark(args.position, "waived", promised_by=args.until)
    with context.office() as office:
        office.materials.mark(args.case, [mark], at=args.at, by=who(context, args))
        found = office.materials.of_case(args.case)
    return _materials(context, found)


def _materials(context: Context, found: tuple[MaterialView, ...]) -> int:
    lines = [
        f"{one.position:2}  {one.state:10}  {one.name}  {one.got_originals}/{one.originals} originals, "
        f"{one.got_copies}/{one.copies} copies  {_more(one)}".rstrip()
        for one in found
    ]
    return context.say([asdict(one) for one in found], *(lines or ["no materials"]))


def _more(one: MaterialView) -> str:
    words = [one.why] if one.why else []
    words += [f"promised by {one.promised_by}"] if one.promised_by else []
    words += [f"{one.to_return} to return"] if one.to_return else []
    words += [one.place] if one.place else []
    return "  ".join(words)


def _custody(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        if args.what == "returned":
            office.materials.return_(
                args.case, args.material, signed_by=args.signed_by, at=args.at, by=who(context, args)
            )
        elif args.what:
            office.materials.move(
                args.case, args.material, args.what, args.place, signed_by=args.signed_by, at=args.at,
                by=who(context, args),
            )  # fmt: skip
        found = office.materials.chain(args.case)
    return context.say([asdict(one) for one in found], *([_link(one) for one in found] or ["no originals"]))


def _link(one: CustodyView) -> str:
    counts = f"{one.originals} originals, {one.copies} copies"
    signed = f"  signed by {one.signed_by}" if one.signed_by else ""
    return f"{one.at:%Y-%m-%d %H:%M}  {one.what:10}  {one.material}  {counts}  {one.place}  {one.by_name}{signed}"


def _attach(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        added = office.attachments.add(
            args.case, Path(args.file), args.name, position=args.material, by=who(context, args)
        )
    return context.say(asdict(added), _file(added))


def _files(context: Context, args: argparse.Namespace) -> int:
    if args.save is not None and args.output is None:
        raise Refusal("It is not said where the file goes.", "Name a file to write with -o.")
    with context.office() as office:
        if args.save is not None:
            data = office.attachments.open(args.save, by=who(context, args))
            write_whole(args.output, data)
            return context.say({"file": str(args.output), "bytes": len(data)}, f"{args.output}: {len(data)} bytes")
        if args.remove is not None:
            office.attachments.remove(args.remove, by=who(context, args))
        found = office.attachments.of_case(args.case)
    return context.say([asdict(one) for one in found], *([_file(one) for one in found] or ["no files"]))


def _file(one: FileView) -> str:
    shown = f"  material {one.position}" if one.position is not None else ""
    return f"{one.id}  {one.name}  {one.media_type}  {one.size} bytes{shown}"
