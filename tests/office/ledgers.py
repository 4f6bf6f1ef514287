"""Residents and cases put straight into a hall's database, for what only reads them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from terminal.model import Case, CaseHolder, Notice, Resident
from terminal.office.codes import new_code
from terminal.office.office import Office
from terminal.rules.casework import CaseState
from tests.office.halls import MORNING
from tests.office.people import number_of, phone_of

TODAY = MORNING.date()


def put_person(office: Office, name: str, initials: str, serial: int = 1) -> int:
    """Somebody new; returns the id."""
    with office.store.writing() as session:
        sealed = office.room.vault(session).sealed_number(number_of(serial))
        person = Resident(
            centre=office.centre, name=name, initials=initials, phone=phone_of(serial), since=MORNING,
            number_sealed=sealed.sealed, number_hash=sealed.hash, tail_hash=sealed.tail,
        )  # fmt: skip
        session.add(person)
        session.flush()
        return person.id


def put_case(
    office: Office,
    resident: int,
    running: int,
    state: CaseState = CaseState.IN_PROGRESS,
    *,
    item: str = "LD-001",
    responsible: str = "zhang",
    received_at: datetime = MORNING,
    promised_on: date = TODAY + timedelta(days=30),
    risk_on: date | None = None,
    proxy: bool = False,
    ended: bool = False,
) -> int:
    """A case as it stands; returns the id."""
    kind = "DB" if proxy else "BJ"
    with office.store.writing() as session:
        case = Case(
            centre=office.centre, number=f"{office.centre}-{TODAY.year}-{kind}-{running:04d}", code=new_code(),
            item=item, resident_id=resident, proxy=proxy, state=state, received_at=received_at, limit_days=20,
            promised_on=promised_on, promised_certain=True, risk_on=risk_on, responsible=responsible,
            holding="first_asked", moved_at=received_at, ended_at=MORNING if ended else None,
        )  # fmt: skip
        session.add(case)
        session.flush()
        session.add(CaseHolder(case_id=case.id, staff=responsible, holding="first_asked", since=received_at))
        return case.id


def put_notice(office: Office, resident: int, case: int, running: int, issued_at: datetime = MORNING) -> int:
    """A numbered acceptance receipt; returns the id."""
    with office.store.writing() as session:
        notice = Notice(
            centre=office.centre, number=f"{office.centre}-{TODAY.year}-SL-{running:04d}", form="acceptance-receipt",
            title="受理回执", fingerprint="", case_id=case, resident_id=resident, values_sealed=b"", state="issued",
            issued_at=issued_at, issued_by="zhang",
        )  # fmt: skip
        session.add(notice)
        session.flush()
        return notice.id
