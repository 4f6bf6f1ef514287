"""Who answers for a case: exactly one person at each moment, each hand-over on record.

First asked (首问): whoever the resident asked first. Assigned (指派): whoever it was given to. Backstop (兜底): the
centre's named person, for what nobody else can answer for.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseHolder, CaseRules, Counter, Holding, Item, Staff
from terminal.office.entered_words import said
from terminal.office.outbox import tell
from terminal.office.room import Room

LONGEST_REASON = 120


def backstop(session: Session, room: Room) -> str:
    """The staff code of the centre's backstop: the one named in the rules, or else the first by code who is active.
    Refuses when nobody is.
    """
    named = session.get_one(CaseRules, room.centre).backstop
    if named is not None and session.get_one(Staff, (room.centre, named)).active:
        return named
    query = select(Staff.code).where(Staff.centre == room.centre, Staff.active).order_by(Staff.code).limit(1)
    found = session.scalar(query)
    if found is None:
        raise Refusal("Nobody here can answer for a case.", "Take over a catalogue with the centre's staff first.")
    return found


def first_holder(session: Session, room: Room, by: str, counter: int | None) -> tuple[str, Holding]:
    """Who answers for a new case, and why: who does it, who sits at the counter, or the backstop."""
    if by:
        return room.staff(session, by).code, Holding.FIRST_ASKED
    if counter is not None:
        seated = session.get_one(Counter, (room.centre, counter)).staff
        if seated is not None:
            return seated, Holding.FIRST_ASKED
    return backstop(session, room), Holding.BACKSTOP


def put_holder(
    session: Session, case: Case, staff: str, holding: Holding, *, at: datetime, reason: str = "", by: str = ""
) -> None:
    """Let a person answer for the case from a moment on; whoever did until then is released."""
    query = select(CaseHolder).where(CaseHolder.case_id == case.id, CaseHolder.until.is_(None))
    for held in session.scalars(query):
        held.until = at
    session.flush()  # the database as well lets one person answer for a case at a time
    case.responsible, case.holding = staff, holding
    session.add(
        CaseHolder(case_id=case.id, staff=staff, holding=holding, since=at, until=None, reason=reason, by=by)
    )  # fmt: skip


def hand_on(session: Session, room: Room, case: Case, to: str, holding: Holding, reason: str, by: str) -> None:
    """Hand a case to a person, on record; the person is told. Refuses a case that is closed, and the same person."""
    reason = said(reason, LONGEST_REASON)
    if case.ended_at is not None:
        raise Refusal("Case {case} is closed.", "There is nothing left to answer for.", case=case.number)
    person = room.staff(session, to).code
    room.check_by(session, by)
    if person == case.responsible:
        raise Refusal("{staff} answers for case {case} already.", "", staff=person, case=case.number)
    now, before = room.now(), {"responsible": case.responsible, "holding": case.holding}
    put_holder(session, case, person, holding, at=now, reason=reason, by=by)
    session.flush()
    if person != by:
        tell_holder(session, room, case, at=now)
    after = {"responsible": person, "holding": holding, "number": case.number}
    room.note(session, "hand_case", "case", case.id, at=now, who=by, before=before, after=after)


def tell_holder(session: Session, room: Room, case: Case, *, at: datetime) -> None:
    """Tell whoever answers for the case now that it is theirs."""
    item = session.get_one(Item, (room.centre, case.item))
    promised = f"{case.promised_on.month}月{case.promised_on.day}日"
    tell(
        session, room, "case_assigned", f"case/{case.id}/assigned/{case.version}",
        {"case": case.number, "item": item.short, "promised": promised}, at=at, staff=case.responsible,
    )  # fmt: skip
