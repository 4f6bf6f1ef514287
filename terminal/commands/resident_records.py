"""``onewindow resident``: what belongs to somebody, making two entries one, and what PIPL gives them."""

from __future__ import annotations

import argparse

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import day, number, text
from terminal.commands.context import Context, Subparsers, verb
from terminal.commands.resident_lines import say_person
from terminal.errors import Refusal

ERASE_HELP = "Closed cases and their notices stay as the centre's files. It cannot be undone."


def add_verbs(verbs: Subparsers) -> None:
    """Add the verbs to ``resident``."""
    _add_family(verbs)
    merge = verb(verbs, "merge", "two entries are one person", _merge)
    merge.add_argument("kept", type=number, metavar="KEPT")
    merge.add_argument("gone", type=number, metavar="GONE")
    undo = verb(verbs, "undo-merge", "they are two after all", _undo)
    undo.add_argument("merge", type=number, metavar="MERGE", help="as show tells it")
    export = verb(verbs, "export", "all that is kept of somebody, for them to see (PIPL art. 45)", _export)
    erase = verb(verbs, "erase", "forget who it was (PIPL art. 47)", _erase, ERASE_HELP)
    erase.add_argument("--yes", action="store_true", help="it is meant")
    for one in (export, erase):
        one.add_argument("resident", type=number, metavar="ID")
    add_by(merge, undo, export, erase)


def _add_family(verbs: Subparsers) -> None:
    need = verb(verbs, "need", "note a special need", _need)
    need.add_argument("resident", type=number, metavar="ID")
    need.add_argument(
        "need", type=text, metavar="NEED",
        help="living-alone, disabled, poor, seriously-ill, left-behind, bereaved, mobility or language",
    )  # fmt: skip
    need.add_argument("--detail", type=text, default="")
    link = verb(verbs, "link", "what somebody is to a resident", _link)
    link.add_argument("resident", type=number, metavar="ID")
    link.add_argument("other", type=number, metavar="OTHER")
    link.add_argument(
        "relation", type=text, nargs="?", default="", metavar="RELATION",
        help="what OTHER is: spouse, child, parent, grandchild, grandparent, sibling, guardian, ward, carer, cared-for,"
        " relative or other",
    )  # fmt: skip
    link.add_argument("--household", action="store_true", help="they live in one household")
    for one, about in ((need, "it is no longer so"), (link, "they have nothing to do with each other")):
        one.add_argument("--drop", action="store_true", help=about)
    consent = verb(verbs, "consent", "what somebody agreed to", _consent)
    consent.add_argument("resident", type=number, metavar="ID")
    consent.add_argument("purpose", type=text, metavar="PURPOSE", help="service, reuse-on-forms, messages, home-visit")
    consent.add_argument("--how", type=text, default="signed", help="signed, spoken or online")
    consent.add_argument("--until", type=day, metavar="YYYY-MM-DD")
    withdraw = verb(verbs, "withdraw-consent", "they took a consent back", _withdraw)
    withdraw.add_argument("consent", type=number, metavar="CONSENT", help="as show tells it")
    add_by(need, link, consent, withdraw)


def _need(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        if args.drop:
            return say_person(context, office.residents.drop_need(args.resident, args.need, by=who(context, args)))
        noted = office.residents.need(args.resident, args.need, args.detail, by=who(context, args))
    return say_person(context, noted)


def _link(context: Context, args: argparse.Namespace) -> int:
    by = who(context, args)
    with context.office() as office:
        if args.drop:
            return say_person(context, office.residents.unlink(args.resident, args.other, by=by))
        linked = office.residents.link(args.resident, args.other, args.relation, household=args.household, by=by)
    return say_person(context, linked)


def _consent(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        agreed = office.residents.consent(args.resident, args.purpose, args.how, args.until, by=who(context, args))
    return say_person(context, agreed)


def _withdraw(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return say_person(context, office.residents.withdraw_consent(args.consent, by=who(context, args)))


def _merge(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return say_person(context, office.residents.merge(args.kept, args.gone, by=who(context, args)))


def _undo(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return say_person(context, office.residents.undo_merge(args.merge, by=who(context, args)))


def _export(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        everything = office.residents.export(args.resident, by=who(context, args))
    return context.say(everything, *(f"{key}: {value}" for key, value in everything.items()))


def _erase(context: Context, args: argparse.Namespace) -> int:
    if not args.yes:
        raise Refusal("Erasing cannot be undone.", "If it is meant, say so: --yes")
    with context.office() as office:
        office.residents.erase(args.resident, by=who(context, args))
    return context.say({"id": args.resident, "erased": True}, f"resident {args.resident} is forgotten")
