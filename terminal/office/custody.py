"""The chain of custody: who has a resident's originals, from the hand that took them to the hand they went back to.

SOURCE: DB4406/T 14-2021 (hand-over voucher, proof of delivery): every change of hands is on record. The rule of the
chain is ``terminal.rules.custody``'s. Everything here runs in the caller's transaction, which has the case locked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from forms import texts_zh as zh
from terminal.errors import Refusal
from terminal.model import Case, CaseMaterial, Custody, CustodyEntry, MaterialState
from terminal.rules.custody import NotThere, Whereabouts

HERE: Final = zh.AT_CENTRE
BACK: Final = zh.WITH_RESIDENT
SOMEWHERE: Final = zh.AT_DEPARTMENT
LONGEST_PLACE: Final = 120
LONGEST_MATERIAL: Final = 200
LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Link:
    """What happens to materials: ``signed_by`` received them there, ``notice_id`` is the voucher they go with."""

    what: Custody
    place: str
    at: datetime
    by: str = ""
    signed_by: str = ""
    notice_id: int | None = None


def whereabouts(session: Session, case_id: int) -> dict[int, Whereabouts]:
    """Where the originals of each material of a case are, by its position; told from the chain alone."""
    found: dict[int, Whereabouts] = defaultdict(Whereabouts)
    found.update({position: stand for (_, position), stand in whereabouts_of(session, [case_id]).items()})
    return found


def whereabouts_of(session: Session, cases: Iterable[int]) -> dict[tuple[int, int], Whereabouts]:
    """The same of several cases, by case and position."""
    found: dict[tuple[int, int], Whereabouts] = defaultdict(Whereabouts)
    query = (
        select(CustodyEntry.case_id, CustodyEntry.position, CustodyEntry.what, CustodyEntry.originals)
        .where(CustodyEntry.case_id.in_(cases))
        .order_by(CustodyEntry.id)
    )
    for case, position, what, originals in session.execute(query):
        found[case, position] = found[case, position].after(what, originals)
    return found


def add_link(
    session: Session, row: CaseMaterial, stand: Whereabouts, link: Link, originals: int, copies: int
) -> Whereabouts:
    """Add one link to a material's chain, and let the material say where it is now.

    A link is never earlier than the one before: who tells something late tells it after it. Refuses to move more than
    there is.
    """
    try:
        after = stand.after(link.what, originals)
    except NotThere as error:
        raise _not_there(row, stand, link.what) from error
    at = max(link.at, row.moved_at) if row.moved_at is not None else link.at
    session.add(
        CustodyEntry(
            case_id=row.case_id, position=row.position, at=at, what=link.what, originals=originals, copies=copies,
            place=link.place, by=link.by, signed_by=link.signed_by, notice_id=link.notice_id,
        )
    )  # fmt: skip
    if link.what == Custody.RETURNED:
        row.to_return = max(0, row.to_return - originals)
    if link.what != Custody.TAKEN or not after.away:  # else the place of those that are away says more
        row.place = link.place
        row.here = after.here > 0 if link.what == Custody.RETURNED else link.what != Custody.HANDED_ON
    row.moved_at, row.hand = at, link.by or row.hand
    session.flush()  # links keep the order they were added in
    return after


def carry_all(
    session: Session, case: Case, link: Link, positions: Iterable[int] | None = None
) -> tuple[int, ...]:  # fmt: skip
    """Move everything that such a link can move: of ``positions``, or of the whole case. Returns those moved.

    HANDED_ON takes what is here, CAME_BACK what is elsewhere, RETURNED what is here and is to go back, or all that is
    here of a material that is named. Nothing to move is no trouble here: a case without originals goes on its way too.
    """
    stands = whereabouts(session, case.id)
    moved = []
    for row in rows_of(session, case.id, positions):
        originals, copies = _movable(row, stands[row.position], link.what, positions is not None)
        if originals or copies:
            add_link(session, row, stands[row.position], link, originals, copies)
            moved.append(row.position)
    return tuple(moved)


def follow_move(session: Session, case: Case, move: str, place: str, at: datetime, by: str, signed_by: str) -> None:
    """Let the originals go the way of a case's move: handed over with it to ``place``, come back with it, and given
    back with the result, for which ``signed_by`` signed. What is elsewhere then stays to be returned.
    """
    if move == "hand-over":
        carry_all(session, case, Link(Custody.HANDED_ON, place[:LONGEST_PLACE] or SOMEWHERE, at, by))
    elif move == "returned":
        carry_all(session, case, Link(Custody.CAME_BACK, HERE, at, by))
    elif move in ("collect", "post", "bring-home"):
        carry_all(session, case, Link(Custody.RETURNED, BACK, at, by, signed_by[:LONGEST_NAME]))


def rows_of(session: Session, case_id: int, positions: Iterable[int] | None = None) -> list[CaseMaterial]:
    """The case's materials, those of ``positions`` or all. Refuses a position that it does not have."""
    query = select(CaseMaterial).where(CaseMaterial.case_id == case_id).order_by(CaseMaterial.position)
    rows = {row.position: row for row in session.scalars(query)}
    if positions is None:
        return list(rows.values())
    wanted = list(dict.fromkeys(positions))
    for position in wanted:
        if position not in rows:
            raise Refusal(
                "The case has no material {position}.", "Use a number from 1 to {most}.",
                position=position, most=max(rows, default=0),
            )  # fmt: skip
    return [rows[position] for position in wanted]


def _movable(row: CaseMaterial, stand: Whereabouts, what: Custody, named: bool) -> tuple[int, int]:
    """Originals and copies that go along when nobody says how many."""
    received = row.state in (MaterialState.RECEIVED, MaterialState.WRONG)
    match what:
        case Custody.HANDED_ON:
            if not received or not (stand.here or (row.here and row.got_copies)):
                return 0, 0
            return stand.can_move(what), row.got_copies
        case Custody.CAME_BACK:
            return stand.away, 0
        case _:
            back = row.to_return or (stand.here if named else 0)
            return min(stand.here, back), row.got_copies if row.outcome and row.here else 0


def _not_there(row: CaseMaterial, stand: Whereabouts, what: Custody) -> Refusal:
    if what == Custody.RETURNED and stand.away:
        return Refusal(
            "The originals of {material} are elsewhere: {place}.", "Enter first that they came back.",
            material=row.name, place=row.place,
        )  # fmt: skip
    return Refusal(
        "So many originals of {material} are not there: {here} are here, {away} elsewhere.",
        "Compare with the chain of the originals.",
        material=row.name, here=stand.here, away=stand.away,
    )  # fmt: skip
