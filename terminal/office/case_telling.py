"""What the resident of a case is told: by the outbox at its turns, and by staff, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseTold, Item, Resident
from terminal.model.casework import LONGEST_NOTE
from terminal.office.entered_words import needed, said
from terminal.office.outbox import tell
from terminal.office.room import Room

WAYS = ("phone", "message", "counter", "visit")
LONGEST_WHOM = 40
DECIDED = "decided"  # what the applicant is told, whoever that is by then: two entries may be made one


def tell_decided(session: Session, room: Room, case: Case, *, at: datetime) -> None:
    """Let the applicant (and who came instead) know that the matter is decided and how it comes to them; once."""
    template = f"case_decided_{case.delivery}"
    _tell(session, room, case, template, DECIDED, case.resident_id, at)
    if case.agent_id is not None:
        _tell(session, room, case, template, f"{DECIDED}/agent", case.agent_id, at)


def tell_uncollected(session: Session, room: Room, case: Case, *, at: datetime) -> None:
    """Have the applicant called: the result lies here."""
    _tell(session, room, case, "case_uncollected", "uncollected", case.resident_id, at, call=True)


def tell_correction_late(session: Session, room: Room, case: Case, *, at: datetime) -> None:
    """Have the applicant called: what was to be corrected by a day has not come."""
    event = f"correct/{case.correct_by}"
    _tell(session, room, case, "case_correction_late", event, case.resident_id, at, call=True)


def tell_fallen(session: Session, room: Room, staff: str, cases: Sequence[int], *, at: datetime) -> None:
    """Tell the backstop how many cases are theirs from now on."""
    event = f"case/fallen/{cases[0]}/{at:%Y%m%dT%H%M%S}"
    tell(session, room, "case_fallen", event, {"count": str(len(cases))}, at=at, staff=staff)


def add_told(
    session: Session, room: Room, case: Case, how: str, words: str, whom: str, next_on: date | None,
    *, at: datetime, by: str,
) -> None:  # fmt: skip
    """Keep what somebody told the resident. Refuses an unknown way, and no or too many words."""
    if how not in WAYS:
        raise Refusal("There is no way {how} of telling.", "Use one of: {known}.", how=how, known=", ".join(WAYS))
    told = needed(words, LONGEST_NOTE, Refusal("It is not said what they were told.", "Enter it in some words."))
    if next_on is not None and next_on < room.day(at):
        raise Refusal("The next day to tell is past.", "Choose a day from today on.")
    session.add(
        CaseTold(case_id=case.id, at=at, by=by, how=how, whom=said(whom, LONGEST_WHOM), words=told, next_on=next_on)
    )


def _tell(
    session: Session, room: Room, case: Case, template: str, event: str, person: int, at: datetime,
    *, call: bool = False,
) -> None:  # fmt: skip
    item = session.get_one(Item, (room.centre, case.item))
    resident = session.get_one(Resident, person)
    values = {"case": case.number, "item": item.short, "code": case.code}
    tell(session, room, template, f"case/{case.id}/{event}", values, at=at, resident=resident, call=call)
