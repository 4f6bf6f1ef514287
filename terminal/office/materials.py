"""The materials of a case: what it asks for after the catalogue, what came of it, what is missing or promised.

Everything here runs in the caller's transaction; the desk is ``material_desk``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseMaterial, Custody, Material, MaterialState
from terminal.office import custody
from terminal.office.case_views import MaterialMark, MaterialView
from terminal.office.custody import Link
from terminal.office.entered_words import needed, said
from terminal.office.room import Room
from terminal.office.route_reading import read_materials
from terminal.rules.casework import DECIDED, CaseState
from terminal.rules.custody import Whereabouts

MOST_PIECES = 999
_LONGEST_WHY = 200


def open_materials(session: Session, case: Case) -> None:
    """Give a new case the materials its item asks for, as the catalogue has them now. Runs in the caller's
    transaction.
    """
    query = (
        select(Material).where(Material.centre == case.centre, Material.item == case.item).order_by(Material.position)
    )
    for position, material in enumerate(session.scalars(query).all(), start=1):
        session.add(
            CaseMaterial(
                case_id=case.id, position=position, name=material.name, originals=material.originals,
                copies=material.copies, mandatory=material.mandatory, state=MaterialState.MISSING,
            )
        )  # fmt: skip
    session.flush()


def apply_marks(
    session: Session, room: Room, case: Case, marks: Sequence[MaterialMark], at: datetime, by: str
) -> tuple[int, ...]:
    """Take over what staff say of materials, within the caller's transaction, which has the case locked. Returns the
    positions marked. Refuses as ``MaterialDesk.mark``.
    """
    rows = custody.rows_of(session, case.id, [mark.position for mark in marks])
    if len(rows) != len(marks):
        raise Refusal("A material is marked twice.", "Say one thing of each.")
    for row, mark in zip(rows, marks, strict=True):
        _apply(session, room, row, mark, at, by)
    session.flush()
    return tuple(row.position for row in rows)


def wanting(session: Session, room: Room, case_id: int, day: date) -> tuple[MaterialView, ...]:
    """Everything that is wrong at once: what is wrong or missing and needed, and what was promised and is overdue.

    SOURCE: 行政许可法 art. 32; DB51/T 1623-2013 (told once, in writing, all of it).
    """
    return tuple(
        one
        for one in read_materials(session, room, case_id)
        if one.state == MaterialState.WRONG
        or (one.state == MaterialState.MISSING and one.mandatory)
        or (one.state == MaterialState.WAIVED and one.promised_by is not None and one.promised_by < day)
    )


def add_outcome(
    session: Session, case: Case, name: str, originals: int, copies: int, at: datetime, by: str
) -> int:  # fmt: skip
    """The result of a case as a piece of its own, whose chain begins here. Runs in the caller's transaction, which has
    the case locked; returns its position. Refuses a case without a decision, or one that was handed over.
    """
    if CaseState(case.state) not in DECIDED:
        raise Refusal("Case {number} has no result to hand over.", "Decide it first.", number=case.number)
    if not (0 <= originals <= MOST_PIECES and 0 <= copies <= MOST_PIECES and originals + copies):
        raise Refusal("So many pieces cannot be.", "Enter a number from 1 to {most}.", most=MOST_PIECES)
    last = session.scalar(select(func.max(CaseMaterial.position)).where(CaseMaterial.case_id == case.id)) or 0
    row = CaseMaterial(
        case_id=case.id, position=last + 1,
        name=needed(name, custody.LONGEST_MATERIAL, Refusal("The result has no name.", "Say what it is.")),
        originals=originals, copies=copies, mandatory=False, state=MaterialState.RECEIVED, got_originals=originals,
        got_copies=copies, to_return=originals, outcome=True, place="", here=False, hand="", why="",
    )  # fmt: skip
    session.add(row)
    session.flush()
    custody.add_link(
        session, row, Whereabouts(), Link(Custody.TAKEN, custody.HERE, at, by), originals, copies
    )  # fmt: skip
    return row.position


def _apply(session: Session, room: Room, row: CaseMaterial, mark: MaterialMark, at: datetime, by: str) -> None:
    if mark.state not in tuple(MaterialState):
        raise Refusal(
            "A material cannot be {state}.",
            "Say one of: {known}.",
            state=mark.state[:40],
            known=", ".join(MaterialState),
        )
    if not (0 <= mark.originals <= MOST_PIECES and 0 <= mark.copies <= MOST_PIECES):
        raise Refusal("So many pieces cannot be.", "Enter a number from 0 to {most}.", most=MOST_PIECES)
    stand = custody.whereabouts(session, row.case_id)[row.position]
    state = MaterialState(mark.state)
    row.why = said(mark.why, _LONGEST_WHY)
    if state != MaterialState.RECEIVED:
        row.promised_by = None  # what was promised and came keeps its day: the ledger tells whether it was kept
    if state == MaterialState.WRONG:
        row.why = needed(
            mark.why, _LONGEST_WHY, Refusal("It is not said what is wrong with {material}.", "Say what is wrong.",
            material=row.name),
        )  # fmt: skip
    elif state == MaterialState.WAIVED:
        row.promised_by = _promised(row, mark, room.day(at))
    originals, copies = _counts(row, mark, state, stand.held)
    anew = row.moved_at is None or (originals == 0 and row.state != MaterialState.RECEIVED)  # copies come again
    row.got_originals, row.got_copies, row.state = originals, copies, state
    if originals > stand.held or (state == MaterialState.RECEIVED and anew):
        link = Link(Custody.TAKEN, custody.HERE, at, by)
        stand = custody.add_link(session, row, stand, link, originals - stand.held, copies)
    row.to_return = _to_return(row, mark, stand.held)


def _counts(row: CaseMaterial, mark: MaterialMark, state: MaterialState, held: int) -> tuple[int, int]:
    """Originals and copies that there are of it from now on. ``held``: originals that its chain says we have."""
    if state == MaterialState.RECEIVED:
        found = (mark.originals, mark.copies) if mark.originals or mark.copies else (row.originals, row.copies)
    elif state == MaterialState.WRONG:
        found = max(mark.originals, held), max(mark.copies, row.got_copies)
    else:
        found = 0, 0
    if found[0] < held:
        raise Refusal(
            "We have {held} originals of {material}.", "Give them back first, signed for, or count them in.",
            held=held, material=row.name,
        )  # fmt: skip
    return found


def _to_return(row: CaseMaterial, mark: MaterialMark, held: int) -> int:
    if mark.to_return > held or mark.to_return < 0:
        raise Refusal(
            "Only originals that were received go back: {held} of {material}.", "Correct one of the two numbers.",
            held=held, material=row.name,
        )  # fmt: skip
    return mark.to_return or min(row.to_return, held)


def _promised(row: CaseMaterial, mark: MaterialMark, today: date) -> date:
    if mark.promised_by is None or mark.promised_by < today:
        raise Refusal(
            "It is not said by when {material} is promised.", "Enter a day that is still to come.", material=row.name
        )
    return mark.promised_by
