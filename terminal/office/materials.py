"""The materials of a case: what it asks for after the catalogue, what came of it, what is missing or promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseMaterial, Custody, Material, MaterialState
from terminal.office import custody
from terminal.office.case_finding import case_of, changing_case
from terminal.office.case_reading import view_of
from terminal.office.case_views import CaseView, MaterialMark, MaterialView
from terminal.office.custody import Link
from terminal.office.room import Room
from terminal.office.route_entry import moment_of, needed, said
from terminal.office.route_reading import read_files, read_materials

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


class MaterialDesk:
    """Verbs of materials and of the chain of originals. Safe to call from many threads."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def mark(
        self,
        case_id: int | str,
        marks: Sequence[MaterialMark],
        *,
        at: datetime | None = None,
        version: int | None = None,
        by: str = "",
    ) -> CaseView:
        """Say of materials whether they were received, are missing, wrong, waived or not needed.

        Received without counts means: as many as were asked for. Originals received begin their chain here; fewer than
        we hold are refused, since those go back signed for. A wrong one needs a why, a waived one (容缺) a day by which
        it was promised, not before ``at``.
        """
        with self._room.writing() as session:
            self._room.check_by(session, by)
            case = changing_case(session, self._room, case_id, version)
            when = moment_of(self._room, case, at)
            apply_marks(session, self._room, case, marks, when, by)
            after = {str(mark.position): str(mark.state) for mark in marks}
            self._room.note(session, "mark_materials", "case", case.id, at=when, who=by, after=after)
            return self._view(session, case, by)

    def missing(self, case_id: int | str) -> tuple[MaterialView, ...]:
        """What the resident has to be told of, all at once; see ``wanting``."""
        room = self._room
        with room.reading() as session:
            return wanting(session, room, case_of(session, room, case_id).id, room.day(room.now()))

    def of_case(self, case_id: int | str) -> tuple[MaterialView, ...]:
        """All materials of a case, with their files."""
        with self._room.reading() as session:
            found = case_of(session, self._room, case_id).id
            return read_materials(session, self._room, found, read_files(session, self._room, found))

    def move(
        self,
        case_id: int | str,
        positions: Iterable[int],
        what: Custody | str,
        place: str,
        *,
        signed_by: str = "",
        at: datetime | None = None,
        by: str = "",
    ) -> CaseView:
        """Originals change hands: handed on to ``place``, came back, or returned to the resident, who signs.

        All that are there of the named materials go. Refuses when none are.
        """
        return self._move(case_id, tuple(positions), _custody(what), place, signed_by, at, by)

    def return_(
        self,
        case_id: int | str,
        positions: Iterable[int] = (),
        *,
        signed_by: str,
        at: datetime | None = None,
        by: str = "",
    ) -> CaseView:
        """Give originals back to the resident, who signs; without positions all that are to go back and are here."""
        return self._move(case_id, tuple(positions), Custody.RETURNED, "", signed_by, at, by)

    def _move(
        self, case_id: int | str, positions: tuple[int, ...], what: Custody, place: str, signed_by: str,
        at: datetime | None, by: str,
    ) -> CaseView:  # fmt: skip
        with self._room.writing() as session:
            self._room.check_by(session, by)
            case = changing_case(session, self._room, case_id, None)
            link = _link(what, place, signed_by, moment_of(self._room, case, at), by)
            moved = custody.carry_all(session, case, link, positions or None)
            if set(positions) - set(moved) or not moved:
                raise Refusal("There is nothing of it to move.", "Look where the materials are.")
            after = {"what": str(what), "positions": moved}
            self._room.note(session, "move_originals", "case", case.id, at=link.at, who=by, after=after)
            return self._view(session, case, by)

    def _view(self, session: Session, case: Case, by: str) -> CaseView:
        return view_of(session, self._room, case, by)


def _custody(what: Custody | str) -> Custody:
    if what not in tuple(Custody) or what == Custody.TAKEN:
        raise Refusal(
            "Originals cannot be moved by {what}.", "Say handed_on, came_back or returned; what comes in is marked.",
            what=what,
        )  # fmt: skip
    return Custody(what)


def _link(what: Custody, place: str, signed_by: str, at: datetime, by: str) -> Link:
    signed = said(signed_by, custody.LONGEST_NAME)
    where = said(place, custody.LONGEST_PLACE)
    if what == Custody.RETURNED:
        where = where or custody.BACK
        if not signed:
            raise Refusal("Nobody signed for the originals.", "Enter who received them.")
    elif what == Custody.HANDED_ON and not where:
        raise Refusal("It is not said where the originals go.", "Enter the department or the place.")
    return Link(what, where or custody.HERE, at, by, signed)


def _apply(session: Session, room: Room, row: CaseMaterial, mark: MaterialMark, at: datetime, by: str) -> None:
    if mark.state not in tuple(MaterialState):
        raise Refusal(
            "A material cannot be {state}.", "Say one of: {known}.", state=mark.state, known=", ".join(MaterialState)
        )
    if not (0 <= mark.originals <= MOST_PIECES and 0 <= mark.copies <= MOST_PIECES):
        raise Refusal("So many pieces cannot be.", "Enter a number from 0 to {most}.", most=MOST_PIECES)
    stand = custody.whereabouts(session, row.case_id)[row.position]
    state = MaterialState(mark.state)
    row.why, row.promised_by = said(mark.why, _LONGEST_WHY), None
    if state == MaterialState.WRONG:
        row.why = needed(
            mark.why, _LONGEST_WHY, Refusal("It is not said what is wrong with {material}.", "Say what is wrong.",
            material=row.name),
        )  # fmt: skip
    elif state == MaterialState.WAIVED:
        row.promised_by = _promised(row, mark, room.day(at))
    originals, copies = _counts(row, mark, state, stand.held)
    row.got_originals, row.got_copies, row.state = originals, copies, state
    if originals > stand.held or (state == MaterialState.RECEIVED and row.moved_at is None):
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
