"""The cases' desk: opened, carried through by the moves of one table, answered for by one person, handed over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select

from terminal.model import Case, Delivery, Holding
from terminal.office.case_finding import case_of, changing_case
from terminal.office.case_holding import backstop, hand_on
from terminal.office.case_moving import Step, advance_case
from terminal.office.case_opening import Order, Person, open_case
from terminal.office.case_reading import rows_of, view_of
from terminal.office.case_telling import add_told
from terminal.office.case_views import CaseRow, CaseView, MaterialMark
from terminal.office.room import Room

MOST_ROWS = 200


class CaseDesk:
    """Verbs of cases. Safe to use from many threads and processes; each is one transaction.

    A case is named by its id, its number or the code on its slip. ``by`` is a staff code, "" when it is not known.
    ``version`` is that of the picture somebody works from: an older one is refused, with who changed what since.
    """

    def __init__(self, room: Room) -> None:
        self._room = room

    def register(
        self,
        item: str,
        person: Person,
        *,
        proxy: bool = False,
        agent: Person | None = None,
        relation: str = "",
        source: str = "counter",
        handling: int | None = None,
        counter: int | None = None,
        delivery: str = Delivery.COLLECT,
        deliver_to: str = "",
        marks: Sequence[MaterialMark] = (),
        at: datetime | None = None,
        then: str = "",
        note: str = "",
        by: str = "",
    ) -> CaseView:
        """Open a case for a resident, entered here or known by id; ``agent`` is who came instead of the applicant.

        ``handling``: the one at the counter that it comes from. ``then``: a first move made at once
        (accept, ask-correction, refuse), with its ``note``. ``at`` dates it otherwise than now, before or after.
        Whoever does it answers for it; else who sits at the counter; else the backstop.
        """
        order = Order(
            item, person, proxy, agent, relation, source, handling, counter, delivery, deliver_to, marks, at, by
        )
        with self._room.writing() as session:
            case = open_case(session, self._room, order)
            if then:
                case = advance_case(session, self._room, case.id, Step(then, at, note, by=by))
            return view_of(session, self._room, case, by)

    def advance(
        self,
        which: int | str,
        move: str,
        *,
        at: datetime | None = None,
        note: str = "",
        days: int | None = None,
        approved_by: str = "",
        signature: str = "",
        whom: str = "",
        delivery: str | None = None,
        marks: Sequence[MaterialMark] = (),
        version: int | None = None,
        by: str = "",
    ) -> CaseView:
        """Make a move of ``rules.casework.MOVES``. ``at`` dates it, not before the case's last move; later than now is
        allowed. Documents that the move issues are numbered with it.

        ``days``: by how many a limit is extended, or how long a correction may take. ``whom``: the department it is
        handed to. Refuses a move that does not go from here, a person who may not make it, and a missing record.
        """
        step = Step(move, at, note, days, approved_by, signature, whom, delivery, marks, version, by)
        with self._room.writing() as session:
            return view_of(session, self._room, advance_case(session, self._room, which, step), by)

    def view(self, which: int | str, *, by: str = "") -> CaseView:
        """One case, complete; the moves as ``by`` may make them."""
        with self._room.reading() as session:
            return view_of(session, self._room, case_of(session, self._room, which), by)

    def rows(self, state: str | None = None, limit: int = MOST_ROWS) -> tuple[CaseRow, ...]:
        """The latest cases, all that are not closed or those of one state."""
        query = select(Case).where(Case.centre == self._room.centre)
        query = query.where(Case.ended_at.is_(None) if state is None else Case.state == state)
        with self._room.reading() as session:
            found = session.scalars(query.order_by(Case.id.desc()).limit(limit)).all()
            return rows_of(session, self._room, found)

    def hand_to(
        self, which: int | str, staff: str, reason: str = "", *, version: int | None = None, by: str = ""
    ) -> CaseView:
        """Let a named person answer for the case from now on; the person is told."""
        with self._room.writing() as session:
            case = changing_case(session, self._room, which, version)
            hand_on(session, self._room, case, staff, Holding.ASSIGNED, reason, by)
            return view_of(session, self._room, case, by)

    def take(self, which: int | str, *, version: int | None = None, by: str) -> CaseView:
        """Answer for the case oneself from now on."""
        with self._room.writing() as session:
            case = changing_case(session, self._room, which, version)
            holding = Holding.BACKSTOP if by == backstop(session, self._room) else Holding.ASSIGNED
            hand_on(session, self._room, case, by, holding, "", by)
            return view_of(session, self._room, case, by)

    def tell(
        self,
        which: int | str,
        how: str,
        words: str,
        whom: str = "",
        next_on: date | None = None,
        *,
        at: datetime | None = None,
        by: str = "",
    ) -> CaseView:
        """Keep what the resident was told: ``how`` phone, message, counter or visit; when they hear next."""
        room = self._room
        with room.writing() as session:
            case = changing_case(session, room, which, None)
            room.check_by(session, by)
            when = room.now() if at is None else room.moment(at)
            add_told(session, room, case, how, words, whom, next_on, at=when, by=by)
            session.flush()
            room.note(session, "tell", "case", case.id, at=room.now(), who=by, after={"how": how, "next_on": next_on})
            return view_of(session, room, case, by)
