"""Which case a receipt stands for: by the codes on it, or by the ends of its number and of a telephone number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from terminal.model import Case, CaseNumber, Item, Notice, Resident
from terminal.office.case_views import CaseStanding
from terminal.office.materials import wanting
from terminal.office.room import Room

DIGITS: Final = 4  # of a number, and of a telephone number
_YEARS: Final = 3  # this one and those before it: older receipts are asked for at a window
_MOST_NUMBERS: Final = 500  # that end alike; more are a centre of ten thousand cases of a kind a day
_LONGEST: Final = 40


def case_of_code(session: Session, room: Room, text: str) -> Case | None:
    """The case whose receipt has the code (QR), or the number (barcode): its own, or that of one of its documents."""
    query = select(Case).where(Case.centre == room.centre)
    named = text[:_LONGEST]
    found = session.scalars(query.where(or_(Case.code == named, Case.number == named))).one_or_none()
    if found is not None or "-" not in named:
        return found
    query = query.join(Notice, Notice.case_id == Case.id)
    return session.scalars(query.where(Notice.centre == room.centre, Notice.number == named)).one_or_none()


def cases_of_digits(session: Session, room: Room, number: str, phone: str) -> list[Case]:
    """The cases that have a number ending with four digits, of the case or of one of its documents, and whose applicant
    or agent has a telephone number ending with four others; those still open alone, if there are any. Newest first.
    """
    if not all(len(one) == DIGITS and one.isascii() and one.isdecimal() for one in (number, phone)):
        return []
    numbers = list(_numbers(session, room, int(number)))
    # One after the other: joined by OR they would have PostgreSQL read every case.
    named = set(session.scalars(select(Case.id).where(Case.centre == room.centre, Case.number.in_(numbers))))
    papers = select(Notice.case_id).where(Notice.centre == room.centre, Notice.number.in_(numbers))
    named.update(one for one in session.scalars(papers) if one is not None)
    agent = aliased(Resident)
    query = (
        select(Case)
        .join(Resident, Resident.id == Case.resident_id)
        .outerjoin(agent, agent.id == Case.agent_id)
        .where(Case.id.in_(named), or_(Resident.phone.endswith(phone), agent.phone.endswith(phone)))
        .order_by(Case.id.desc())
    )
    found = list(session.scalars(query))
    return [one for one in found if one.ended_at is None] or found


def _numbers(session: Session, room: Room, end: int) -> Iterator[str]:
    """Every number given that ends so: each is looked up by its index, whatever the number of cases."""
    since = room.day(room.now()).year - _YEARS + 1
    query = select(CaseNumber).where(CaseNumber.centre == room.centre, CaseNumber.year >= since)
    left = _MOST_NUMBERS
    for row in session.scalars(query.order_by(CaseNumber.year.desc(), CaseNumber.kind)):
        for running in range(end, row.last + 1, 10**DIGITS):
            if not left:
                return
            left -= 1
            yield f"{room.centre}-{row.year}-{row.kind}-{running:04d}"


def standing_of(session: Session, room: Room, case: Case) -> CaseStanding:
    """How it stands, and nothing of the person."""
    lacking = wanting(session, room, case.id, room.day(room.now()))
    return CaseStanding(
        id=case.id, number=case.number, title=session.get_one(Item, (case.centre, case.item)).name,
        state=case.state, promised_on=case.promised_on, certain=case.promised_certain,
        correct_by=case.correct_by, delivery=case.delivery, missing=len(lacking),
    )  # fmt: skip
