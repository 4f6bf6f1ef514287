"""``db check`` finds what cannot be among cases, and nothing in those that were carried through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from terminal.model import Case, CaseHolder, CaseNumber, CasePause
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from terminal.office.upkeep import check_database
from tests.office.halls import MORNING
from tests.office.people import number_of, phone_of

WRONG: dict[str, tuple[Callable[[Session], object], str]] = {
    "nobody": (lambda session: session.execute(delete(CaseHolder)), "0 people answer for it"),
    "somebody else": (lambda session: session.execute(update(CaseHolder).values(staff="li")), "somebody else"),
    "ended": (lambda session: session.execute(update(Case).values(ended_at=MORNING)), "dates contradict"),
    "pause": (
        lambda session: session.execute(update(CasePause).values(until=None)),
        "has 1 open pauses",
    ),
    "backwards": (
        lambda session: session.execute(update(CasePause).values(until=MORNING.date() - timedelta(days=9))),
        "ends before it begins",
    ),
    "moved": (lambda session: session.execute(update(Case).values(state="in_progress")), "its last move led to"),
    "promised": (
        lambda session: session.execute(update(Case).values(promised_on=MORNING.date())),
        "counted anew",
    ),
    "number": (lambda session: session.execute(update(CaseNumber).values(last=9)), "9 were given"),
}


@pytest.fixture
def carried(office: Office) -> int:
    """A case that was corrected and accepted."""
    person = PersonEntry(name="王小华", number=number_of(1), phone=phone_of(1))
    case = office.cases.register("LD-001", person, by="zhang")
    office.cases.advance(case.row.id, "accept", by="zhang")
    office.cases.advance(case.row.id, "ask-correction", note="缺申请表", by="zhang")
    office.cases.advance(case.row.id, "corrected", by="zhang")
    return case.row.id


def test_a_case_carried_through_has_no_fault(office: Office, carried: int, hall_url: str) -> None:
    assert check_database(hall_url)["faults"] == []
    office.cases.advance(carried, "suspend", note="等待鉴定", by="zhang")
    assert check_database(hall_url)["faults"] == []
    assert check_database(hall_url, "LC01")["faults"] == []


@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_is_told_by_the_number_alone(office: Office, carried: int, hall_url: str, wrong: str) -> None:
    damage, told = WRONG[wrong]
    with office.store.writing() as session:
        number = session.scalars(select(Case.number)).one()
        damage(session)
    faults = check_database(hall_url)["faults"]
    assert isinstance(faults, list)
    assert any(told in fault for fault in faults), faults
    assert all(number.rpartition("-")[0] in fault or "LC01-" in fault for fault in faults)
    assert "王小华" not in str(faults)
