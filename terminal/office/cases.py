"""The cases' desk: opened, carried through by the moves of one table, answered for by one person, handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import or_, select

from terminal.model import Case, Delivery, Holding
from terminal.office import case_rules
from terminal.office.case_finding import case_of, changing_case, moment_of
from terminal.office.case_holding import backstop, hand_on
from terminal.office.case_moving import Step, advance_case
from terminal.office.case_opening import Order, Person, open_case
from terminal.office.case_reading import rows_of, view_of
from terminal.office.case_refresh import fingerprint, refresh
from terminal.office.case_report import ReportRow, report
from terminal.office.case_states import state_rows
from terminal.office.case_sweep import sweep
from terminal.office.case_telling import add_told
from terminal.office.case_views import CaseRow, CaseView, MaterialMark
from terminal.office.casework_file import put_casework, read_casework
from terminal.office.casework_views import CaseRulesView, DepartmentView, MoveRow, StepView, Swept
from terminal.office.room import Room

MOST_ROWS = 200


class CaseDesk:
    """Verbs of cases. Safe to use from many threads and processes; each is one transaction.

    A case is named by its id, its number or the code on its slip. ``by`` is a staff code, "" when it is not known.
    ``version`` is that of the picture somebody works from: an older one is refused, with who changed what since.
    """

    def __init__(self, room: Room) -> None:
        self._room = room
        self._counted = ""  # the fingerprint of the calendar that promised days were last counted by

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
        with self._room.writing_papers() as session:
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
        result: str = "",
        version: int | None = None,
        by: str = "",
    ) -> CaseView:
        """Make a move of ``rules.casework.MOVES``. ``at`` dates it, not before the case's last move; later than now is
        allowed. Documents that the move issues are numbered with it.

        ``days``: by how many a limit is extended, or how long a correction may take. ``whom``: the department it is
        handed to. ``result``: the piece that was granted (a licence, a card); its chain begins here and ends with the
        delivery. Refuses a move that does not go from here, a person who may not make it, and a missing record.
        """
        step = Step(move, at, note, days, approved_by, signature, whom, delivery, marks, version, by, result)
        with self._room.writing_papers() as session:
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

    def of_resident(self, resident: int, limit: int = MOST_ROWS) -> tuple[CaseRow, ...]:
        """The latest cases of a resident, whether they are the applicant or came for somebody, ended ones too."""
        query = select(Case).where(Case.centre == self._room.centre)
        query = query.where(or_(Case.resident_id == resident, Case.agent_id == resident))
        with self._room.reading() as session:
            found = session.scalars(query.order_by(Case.id.desc()).limit(limit)).all()
            return rows_of(session, self._room, found)

    def hand_to(
        self, which: int | str, staff: str, reason: str = "", *, version: int | None = None, by: str = ""
    ) -> CaseView:
        """Let a named person answer for the case from now on; the person is told."""
        with self._room.writing_papers() as session:
            case = changing_case(session, self._room, which, version)
            hand_on(session, self._room, case, staff, Holding.ASSIGNED, reason, by)
            return view_of(session, self._room, case, by)

    def take(self, which: int | str, *, version: int | None = None, by: str) -> CaseView:
        """Answer for the case oneself from now on."""
        with self._room.writing_papers() as session:
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
        with self._room.writing_papers() as session:
            case = changing_case(session, room, which, None)
            room.check_by(session, by)
            when = room.now() if at is None else moment_of(room, case, at)
            add_told(session, room, case, how, words, whom, next_on, at=when, by=by)
            session.flush()
            room.note(session, "tell", "case", case.id, at=room.now(), who=by, after={"how": how, "next_on": next_on})
            return view_of(session, room, case, by)

    def report(self, since: date, until: date, per: str = "staff") -> tuple[ReportRow, ...]:
        """Managers' figures of a period: see ``case_report``."""
        with self._room.reading() as session:
            return report(session, self._room, since, until, per)

    # What is seen to without being asked.

    def sweep(self) -> Swept:
        """See to what is stuck, late to be corrected or not collected; see ``case_sweep``. Days are counted anew when
        the calendar or the usual steps have changed since the last sweep.
        """
        return replace(sweep(self._room), recounted=self._recount())

    def refresh(self) -> int:
        """Count every open case's days anew; how many promised days changed."""
        return refresh(self._room)

    def _recount(self) -> int:
        with self._room.reading() as session:
            now = fingerprint(session, self._room)
        if now == self._counted:
            return 0
        changed = refresh(self._room)
        self._counted = now
        return changed

    # The centre's rules.

    def states(self) -> tuple[MoveRow, ...]:
        """The state table, move by move."""
        return state_rows()

    def rules(self) -> CaseRulesView:
        """The rules of casework as they stand."""
        with self._room.reading() as session:
            return case_rules.read_rules(session, self._room)

    def set_rules(self, *, backstop: str | None = None, by: str = "", **changes: int) -> CaseRulesView:
        """Change some; ``backstop`` "" names nobody, None leaves it. Refuses what is out of bounds."""
        with self._room.writing() as session:
            return case_rules.set_rules(session, self._room, by, backstop, changes)

    def departments(self) -> tuple[DepartmentView, ...]:
        """Whom a case may be handed to, in the order of a day's round."""
        with self._room.reading() as session:
            return case_rules.read_departments(session, self._room)

    def put_department(self, department: DepartmentView, *, by: str = "") -> None:
        """Enter a department, or change it."""
        with self._room.writing() as session:
            case_rules.put_department(session, self._room, department, by)

    def steps(self, item: str) -> tuple[StepView, ...]:
        """What an item usually passes behind the counter."""
        with self._room.reading() as session:
            return case_rules.read_steps(session, self._room, item)

    def put_steps(self, item: str, steps: Sequence[StepView], *, by: str = "") -> None:
        """Say what an item usually passes; open cases' danger is counted anew by the next sweep."""
        with self._room.writing() as session:
            case_rules.put_steps(session, self._room, item, steps, by)

    def load(self, path: Path | str, *, by: str = "") -> dict[str, int]:
        """Take over a casework file: rules, departments, usual steps. Raises Refusal that names every fault of it;
        nothing is changed then. Returns how many departments and items it had.
        """
        file, room = read_casework(path), self._room
        counts = {"departments": len(file.departments), "items": len(file.items)}
        with room.writing() as session:
            room.check_by(session, by)
            put_casework(session, room.centre, file, path)
            room.note(session, "load_casework", "case_rules", room.centre, at=room.now(), who=by, after=counts)
        return counts
