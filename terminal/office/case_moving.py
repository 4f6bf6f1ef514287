"""Advancing a case: one move of the one table, with what it records and what follows from it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseMove, CasePause, CaseRules, Item
from terminal.model.casework import LONGEST_NOTE
from terminal.office.case_calendar import count_days, limit, read_calendar
from terminal.office.case_errands import begin_errand, close_errands, end_errand
from terminal.office.case_finding import changing_case, moment_of
from terminal.office.case_holding import backstop
from terminal.office.case_opening import check_delivery
from terminal.office.case_telling import tell_decided
from terminal.office.case_views import MaterialMark
from terminal.office.custody import follow_move
from terminal.office.entered_words import said, said_in_lines
from terminal.office.mandates import check_mandate
from terminal.office.materials import add_outcome, apply_marks, wanting
from terminal.office.notice_issuing import hand_over_papers, issue_notice
from terminal.office.room import Room
from terminal.rules.casework import DECIDED, ENDED, MOVES, PAUSED, CaseState, Move, Record, Who, moves_from

LONGEST_SIGNATURE = 60


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """What somebody does with a case; the arguments of ``CaseDesk.advance``."""

    move: str
    at: datetime | None = None
    note: str = ""
    days: int | None = None
    approved_by: str = ""
    signature: str = ""
    whom: str = ""
    delivery: str | None = None
    marks: Sequence[MaterialMark] = ()
    version: int | None = None
    by: str = ""
    result: str = ""


@dataclass(slots=True)
class Making:
    """A move while it is made: the case, locked, and what was found out about it."""

    session: Session
    room: Room
    case: Case
    move: Move
    at: datetime
    step: Step
    rules: CaseRules
    item: Item
    approved_by: str = ""
    details: dict[str, object] = field(default_factory=dict)


def advance_case(session: Session, room: Room, which: int | str, step: Step) -> Case:
    """Make a move, within the caller's transaction. Raises Refusal; nothing is changed then."""
    move = _named(step.move)
    case = changing_case(session, room, which, step.version)
    room.check_by(session, step.by)
    step = _fitting(step)
    making = Making(
        session, room, case, move, _moment(room, case, step.at), step,
        session.get_one(CaseRules, room.centre), session.get_one(Item, (room.centre, case.item)),
    )  # fmt: skip
    before = {"state": case.state, "promised_on": case.promised_on}
    since = CaseState(case.state)
    check_move(session, room, case, move, step.by)
    if step.marks:
        apply_marks(session, room, case, step.marks, making.at, step.by)
    _check_records(making)
    _follow(making)
    back_to = CaseState(case.back_to) if case.back_to else None
    _go(making, since, move.target(since, back_to))
    row = _record(making, since)
    if step.result:
        add_outcome(session, case, step.result, 1, 0, making.at, step.by)
    for form in move.documents(case.proxy, since):
        issue_notice(session, room, case, form, move=row, at=making.at, by=step.by)
    if Record.SIGNATURE in move.records:
        hand_over_papers(session, case, move, step.signature, making.at)
    if move.name in ("grant", "reject"):
        tell_decided(session, room, case, at=making.at)
    after = {"state": case.state, "promised_on": case.promised_on, "number": case.number, "move": row.id}
    room.note(session, move.name, "case", case.id, at=room.now(), who=step.by, before=before, after=after)
    return case


def _named(name: str) -> Move:
    move = MOVES.get(name)
    if move is None:
        raise Refusal("There is no move {move}.", "Use one of: {known}.", move=name[:40], known=", ".join(MOVES))
    return move


def check_move(session: Session, room: Room, case: Case, move: Move, by: str) -> None:
    """Refuse a move that the table does not have from here, and a person who may not make it."""
    state, accepted = CaseState(case.state), case.accepted_at is not None
    if not move.goes(state, accepted):
        may = " / ".join(one.name for one in moves_from(state, accepted)) or "—"
        raise Refusal(
            "Case {case} is {state}: it cannot {move}.", "What can be done now: {may}.",
            case=case.number, state=state.value, move=move.name, may=may,
        )  # fmt: skip
    if move.who is not Who.ANYBODY and by and by != case.responsible and by != backstop(session, room):
        raise Refusal(
            "{responsible} answers for case {case}.", "Take the case over first, or let {responsible} do it.",
            responsible=case.responsible, case=case.number,
        )  # fmt: skip


def _moment(room: Room, case: Case, at: datetime | None) -> datetime:
    """When it is made: as given, never before the last move; now, unless the last move was dated later."""
    moment = moment_of(room, case, at)
    if moment < case.moved_at:
        raise Refusal(
            "The last move of case {case} was on {last}.", "A later one cannot lie before it.",
            case=case.number, last=f"{room.local(case.moved_at):%Y-%m-%d %H:%M}",
        )  # fmt: skip
    return moment


def _fitting(step: Step) -> Step:
    """The same, with its words as they are stored."""
    if step.delivery is not None:
        check_delivery(step.delivery)
    return replace(step, note=said_in_lines(step.note, LONGEST_NOTE), signature=said(step.signature, LONGEST_SIGNATURE))


def _check_records(making: Making) -> None:
    """Refuse a move without what it has to record, and fill in what the centre's rules stand in for."""
    records, step, case = making.move.records, making.step, making.case
    if Record.NOTE in records and not step.note:
        raise Refusal("{move} needs a ground in words.", "Say why, in a note.", move=making.move.name)
    if Record.WRONG in records and not step.note:
        day = making.room.day(making.at)
        if not wanting(making.session, making.room, case.id, day):
            raise Refusal(
                "No material is wrong or missing.", "Mark what is wrong, or say in a note what has to be corrected."
            )
    if Record.SIGNATURE in records and not (step.signature or step.note):
        raise Refusal("Nobody has signed for the result.", "Say who received it.")
    if Record.APPROVAL in records:
        named = step.approved_by or backstop(making.session, making.room)
        making.approved_by = making.room.staff(making.session, named).code
    if Record.DAYS in records:
        making.details["days"] = _extension(making)
    if step.signature:
        making.details["signed_by"] = step.signature


def _extension(making: Making) -> int:
    """By how many days. SOURCE: 行政许可法 art. 42: once, by at most ten, before the limit is over."""
    case, most = making.case, making.rules.extension_days
    days = most if making.step.days is None else making.step.days
    if case.extended_days:
        raise Refusal("Case {case} was extended once already.", "A limit is extended only once.", case=case.number)
    if not 1 <= days <= most:
        raise Refusal("A limit is extended by 1 to {most} working days.", "Choose fewer days.", most=most)
    if making.room.day(making.at) > case.promised_on:
        raise Refusal(
            "The promised day of case {case} is past.", "An extension is approved before it.", case=case.number
        )  # fmt: skip
    return days


def _follow(making: Making) -> None:
    """Let the route and the originals go the way of the case. A proxy case is handed on by a mandate only."""
    session, case, step, at = making.session, making.case, making.step, making.at
    if making.move.name == "hand-over":
        check_mandate(session, case, making.room.day(at))
        making.details |= begin_errand(session, making.room, case, step.whom, at)
    elif making.move.name == "returned":
        end_errand(session, case, step.note, at)
    signed_by = step.signature or step.note
    follow_move(session, case, making.move.name, str(making.details.get("to", "")), at, step.by, signed_by)


def _go(making: Making, since: CaseState, to: CaseState) -> None:
    """What the move changes of the case itself."""
    case, at, day = making.case, making.at, making.room.day(making.at)
    case.state, case.moved_at = to, at
    if making.move.name == "accept":
        _accept(making)
    if since in PAUSED:
        _end_pause(making)
    if to in PAUSED and since not in PAUSED:
        case.back_to = since
        making.session.add(CasePause(case_id=case.id, kind=to, since=day, until=None, reason=making.step.note))
        case.correct_by = _correct_by(making) if to == CaseState.TO_CORRECT else None
    if making.move.name == "extend":
        case.extended_days = int(str(making.details["days"]))
    if to in DECIDED and case.decided_at is None:
        case.decided_at, case.result = at, to.value
    if to == CaseState.NOTIFIED:
        case.notified_at = at
    if making.step.delivery is not None:
        case.delivery = making.step.delivery
    if to in ENDED:
        case.ended_at = at
        close_errands(making.session, making.room, case, making.move.name, at)


def _accept(making: Making) -> None:
    """The limit runs from today; who was not told in time what is missing counts as accepted since it all came in."""
    case, room = making.case, making.room
    came_in = _came_in(making.session, case)
    first, last = room.day(came_in), room.day(making.at)
    waited = read_calendar(making.session, room, first).between(first, last).days
    overdue = waited > making.rules.tell_days
    case.accepted_at = came_in if overdue else making.at
    if overdue:
        making.details["accepted_since"] = room.day(came_in).isoformat()


def _came_in(session: Session, case: Case) -> datetime:
    """When the materials came in: with the case, or with its last correction."""
    query = (
        select(CaseMove.at)
        .where(
            CaseMove.case_id == case.id,
            CaseMove.to_state == CaseState.RECEIVED,
            CaseMove.from_state != CaseState.RECEIVED,  # a day counted anew is on record too
        )
        .order_by(CaseMove.id.desc())
        .limit(1)
    )
    return session.scalars(query).one()


def _end_pause(making: Making) -> None:
    day = making.room.day(making.at)
    query = select(CasePause).where(CasePause.case_id == making.case.id, CasePause.until.is_(None))
    for pause in making.session.scalars(query):
        pause.until = max(day, pause.since)
    making.case.back_to, making.case.correct_by, making.case.reminded = None, None, ""


def _correct_by(making: Making) -> date:
    """The resident's own limit, in working days from today."""
    day = making.room.day(making.at)
    days = making.rules.correction_days if making.step.days is None else making.step.days
    if days < 1:
        raise Refusal("A correction takes at least one day.", "Give the resident time.")
    return limit(read_calendar(making.session, making.room, day), day, days).date


def _record(making: Making, since: CaseState) -> CaseMove:
    case, step = making.case, making.step
    row = CaseMove(
        case_id=case.id, at=making.at, by=step.by, move=making.move.name, from_state=since, to_state=case.state,
        note=step.note, approved_by=making.approved_by, promised_on=case.promised_on,
        details=json.dumps(making.details, ensure_ascii=False) if making.details else "",
    )  # fmt: skip
    making.session.add(row)
    making.session.flush()
    count_days(making.session, making.room, case, making.item)  # by the moves, this one included
    row.promised_on = case.promised_on
    making.session.flush()
    return row
