"""``onewindow case``: cases from the command line, from the door to the signed delivery."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from terminal.commands import case_ledger, case_materials, case_papers, case_route, case_rules
from terminal.commands.acting import add_by, who
from terminal.commands.arguments import count, day, day_or_moment, moment, number, text
from terminal.commands.case_materials import CASE_HELP
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.residents import DOCUMENTS, known_before, warn_of_new_name
from terminal.errors import Refusal

if TYPE_CHECKING:
    from terminal.office.case_views import CaseRow, CaseView
    from terminal.office.office import Office
    from terminal.office.people_views import PersonEntry

CLOCK_HELP = "when it was: a moment on the centre's clock, one with an offset, or a day alone; by default now"
ADVANCE_HELP = (
    "The moves are those of 'case states'. A move may be dated before or after now, never before the case's last one. "
    "'extend' without --approved-by is approved by the centre's backstop, on record."
)
REGISTER_HELP = (
    "Whoever does it (--by) answers for the case; else who sits at the counter; else the backstop. --proxy goes with "
    "any item: those the catalogue marks proxy are what the centre offers; others may be carried through too."
)


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "case", "cases: registered, carried through, handed over")
    _add_register(verbs)
    _add_advance(verbs)
    show = verb(verbs, "show", "one case, complete", _show)
    hand_to = verb(verbs, "hand-to", "let somebody else answer for a case", _hand_to)
    take = verb(verbs, "take", "answer for a case oneself", _take)
    tell = verb(verbs, "tell", "keep what the resident was told", _tell)
    for one in (show, hand_to, take, tell):
        one.add_argument("case", type=text, metavar="CASE", help=CASE_HELP)
    hand_to.add_argument("staff", type=text, metavar="STAFF", help="who answers for it from now on")
    hand_to.add_argument("--reason", type=text, default="", help="why; write nobody's name")
    tell.add_argument("words", type=text, metavar="WORDS", help="what was said")
    tell.add_argument("--how", type=text, default="phone", help="phone (by default), message, counter or visit")
    tell.add_argument("--whom", type=text, default="", help="who was told: 本人, 女儿…")
    tell.add_argument("--next", type=day, metavar="YYYY-MM-DD", help="when they hear next")
    tell.add_argument("--at", type=moment, metavar="ISO", help="when it was; by default now")
    add_by(show, hand_to, take, tell)
    case_ledger.add_verbs(verbs)
    case_materials.add_verbs(verbs)
    case_papers.add_verbs(verbs)
    case_route.add_verbs(verbs)
    case_rules.add_verbs(verbs)


def _add_register(verbs: Subparsers) -> None:
    register = verb(verbs, "register", "open a case", _register, REGISTER_HELP)
    register.add_argument("--item", type=text, required=True, metavar="CODE", help="such as MZ-004")
    register.add_argument("--name", type=text, default="", help="of the applicant")
    register.add_argument("--id-number", type=text, default="", metavar="NUMBER")
    register.add_argument("--document", type=text, default="resident", help=f"what the number is of: {DOCUMENTS}")
    register.add_argument("--phone", type=text, default="", metavar="NUMBER")
    register.add_argument("--resident", type=number, metavar="ID", help="instead of name and numbers: who is known")
    register.add_argument("--proxy", action="store_true", help="staff carry all of it through")
    register.add_argument("--agent-name", type=text, default="", metavar="NAME", help="who came instead")
    register.add_argument("--agent-phone", type=text, default="", metavar="NUMBER")
    register.add_argument("--agent-id-number", type=text, default="", metavar="NUMBER")
    register.add_argument("--agent-document", type=text, default="resident", metavar="DOCUMENT")
    register.add_argument("--relation", type=text, default="", help="of the agent to the applicant: 女儿…")
    register.add_argument("--source", type=text, default="counter", help="counter (by default), door, phone or grid")
    register.add_argument("--counter", type=number, metavar="N", help="at which window")
    register.add_argument("--handling", type=number, metavar="ID", help="the handling it comes from")
    register.add_argument("--delivery", type=text, default="collect", help="collect (by default), post or home")
    register.add_argument("--deliver-to", type=text, default="", metavar="ADDRESS")
    register.add_argument("--at", type=day_or_moment, metavar="ISO", help=CLOCK_HELP)
    register.add_argument("--then", type=text, default="", metavar="MOVE", help="a first move made at once: accept…")
    register.add_argument("--note", type=text, default="", help="of that move")
    add_by(register)


def _add_advance(verbs: Subparsers) -> None:
    advance = verb(verbs, "advance", "make a move", _advance, ADVANCE_HELP)
    advance.add_argument("case", type=text, metavar="CASE", help=CASE_HELP)
    advance.add_argument("move", type=text, metavar="MOVE", help="accept, ask-correction, corrected…: see case states")
    advance.add_argument("--at", type=day_or_moment, metavar="ISO", help=CLOCK_HELP)
    advance.add_argument("--note", type=text, default="", help="ground or reason")
    advance.add_argument("--days", type=count, metavar="N", help="working days: of an extension, or to correct")
    advance.add_argument("--approved-by", type=text, default="", metavar="STAFF")
    advance.add_argument("--signed-by", type=text, default="", metavar="NAME", help="who received the result")
    advance.add_argument("--to", type=text, default="", metavar="DEPARTMENT", help="whom it is handed to: code or name")
    advance.add_argument("--result", type=text, default="", metavar="NAME", help="what was granted: a licence, a card…")
    advance.add_argument("--delivery", type=text, metavar="WAY", help="collect, post or home")
    advance.add_argument("--version", type=number, metavar="N", help="refuse when the case was changed since")
    add_by(advance)


def _register(context: Context, args: argparse.Namespace) -> int:
    person = _person(args)
    came = (args.agent_name, args.agent_id_number, args.agent_phone, args.agent_document)
    agent = _entry(*came) if any(came[:3]) else None
    item = args.item.strip().upper()
    with context.office() as office:
        before = known_before(office, person, who(context, args)) if not isinstance(person, int) else None
        made = office.cases.register(
            item, person, proxy=args.proxy, agent=agent, relation=args.relation, source=args.source,
            handling=args.handling, counter=args.counter, delivery=args.delivery, deliver_to=args.deliver_to,
            at=_first_moment(args.at), then=args.then, note=args.note, by=who(context, args),
        )  # fmt: skip
    if not isinstance(person, int):
        warn_of_new_name(context, before, person)
    return _told(context, made)


def _person(args: argparse.Namespace) -> PersonEntry | int:
    named = (args.name, args.id_number, args.phone)
    if args.resident is None:
        return _entry(*named, args.document)
    if any(named):
        raise Refusal("Somebody who is known was named twice.", "Give either --resident, or name and numbers.")
    known: int = args.resident
    return known


def _entry(name: str, id_number: str, phone: str, document: str) -> PersonEntry:
    from terminal.office.people_views import PersonEntry

    return PersonEntry(name=name, number=id_number, phone=phone, document=document)


def _advance(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        moved = office.cases.advance(
            args.case, args.move, at=_moment(office, args), note=args.note, days=args.days,
            approved_by=args.approved_by, signature=args.signed_by, whom=args.to, delivery=args.delivery,
            result=args.result, version=args.version, by=who(context, args),
        )  # fmt: skip
    return _told(context, moved)


def _first_moment(at: datetime | date | None) -> datetime | None:
    """A day alone begins with its first moment, on the centre's clock."""
    return at if at is None or isinstance(at, datetime) else datetime.combine(at, time())


def _moment(office: Office, args: argparse.Namespace) -> datetime | None:
    """When a move was made; of a day alone right after the last one of that day."""
    at = _first_moment(args.at)
    if at is None or isinstance(args.at, datetime):
        return at
    last = office.cases.view(args.case).row.moved_at  # on the centre's clock
    return last if last.date() == args.at else at


def _show(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.cases.view(args.case, by=who(context, args))
    return context.say(document(found), *_page(found))


def _hand_to(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return _told(context, office.cases.hand_to(args.case, args.staff, args.reason, by=who(context, args)))


def _take(context: Context, args: argparse.Namespace) -> int:
    if not who(context, args):
        raise Refusal("It is not said who takes the case over.", "Name somebody with --by, such as --by zhang.")
    with context.office() as office:
        return _told(context, office.cases.take(args.case, by=who(context, args)))


def _tell(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        told = office.cases.tell(
            args.case, args.how, args.words, args.whom, args.next, at=args.at, by=who(context, args)
        )  # fmt: skip
    return _told(context, told)


def _told(context: Context, case: CaseView) -> int:
    row = case.row
    return context.say(short(row), f"{row.number}  {row.state}  {_promised(row)}  {row.responsible}")


def _promised(row: CaseRow) -> str:
    certain = "" if row.certain else " (the holidays of that year are not announced yet)"
    return f"promised {row.promised_on.isoformat()}{certain}"


def short(row: CaseRow) -> dict[str, object]:
    """What scripts get of a case after each verb."""
    return {
        "id": row.id,
        "number": row.number,
        "state": row.state,
        "promised_on": row.promised_on.isoformat(),
        "responsible": row.responsible,
    }


def document(case: CaseView) -> dict[str, object]:
    """A case as one object: its row's fields beside its own."""
    whole = asdict(case)
    del whole["row"]
    return case_ledger.row_document(case.row) | whole


def _page(case: CaseView) -> list[str]:
    row = case.row
    left = "" if row.days_left is None else f"  {row.days_left} working days left"
    proxy = "  proxy" if row.proxy else ""
    lines = [
        f"{row.number}  {row.title}{proxy}  {row.state}",
        f"  {row.name}  {row.masked_number}  {row.phone}".rstrip(),
        f"  {_promised(row)}{left}{f'  {row.risk}' if row.risk else ''}",
        f"  {row.responsible} answers for it ({case.holding}); backstop {case.backstop}",
    ]
    lines += [
        f"  {move.at:%Y-%m-%d %H:%M}  {move.move:14}  {move.to_state:12}  {move.by}  {move.note}".rstrip()
        for move in case.moves
    ]
    may = [one.name for one in case.choices if one.allowed]
    lines += [f"  can be done now: {', '.join(may)}"] if may else []
    return lines
