"""The desk of materials and of the chain of originals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, Custody
from terminal.office import custody
from terminal.office.case_finding import case_of, changing_case, moment_of
from terminal.office.case_reading import view_of
from terminal.office.case_views import CaseView, CustodyView, MaterialMark, MaterialView
from terminal.office.custody import Link
from terminal.office.entered_words import said
from terminal.office.materials import add_outcome, apply_marks, wanting
from terminal.office.room import Room
from terminal.office.route_reading import read_custody, read_files, read_materials


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
            if case.ended_at is not None:
                raise Refusal("Case {number} has ended.", "Its originals can only be given back.", number=case.number)
            when = moment_of(self._room, case, at)
            apply_marks(session, self._room, case, marks, when, by)
            after = {str(mark.position): str(mark.state) for mark in marks}
            return self._done(session, case, "mark_materials", by, after)

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

    def chain(self, case_id: int | str) -> tuple[CustodyView, ...]:
        """Every change of hands of the case's originals, in order."""
        with self._room.reading() as session:
            return read_custody(session, self._room, case_of(session, self._room, case_id).id)

    def add_result(
        self,
        case_id: int | str,
        name: str,
        *,
        originals: int = 1,
        copies: int = 0,
        at: datetime | None = None,
        by: str = "",
    ) -> CaseView:
        """The result itself (a certificate, a decision) is here, to be brought to the resident and signed for."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            case = changing_case(session, self._room, case_id, None)
            when = moment_of(self._room, case, at)
            position = add_outcome(session, case, name, originals, copies, when, by)
            after = {"position": position, "originals": originals}
            return self._done(session, case, "add_result", by, after)

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
            return self._done(session, case, "move_originals", by, after)

    def _done(self, session: Session, case: Case, verb: str, by: str, after: Mapping[str, object]) -> CaseView:
        self._room.note(session, verb, "case", case.id, at=self._room.now(), who=by, after=after)
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
