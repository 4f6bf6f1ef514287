"""Several at once, and a power cut: numbers run without gap, one change does not overwrite another, moves are whole."""

from __future__ import annotations

from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from terminal.errors import Refusal
from terminal.model import Case, CaseHolder, CaseMove, CaseNumber, Notice
from terminal.office.case_views import MaterialMark
from terminal.office.office import Office
from tests.office import case_workers, casework, workers
from tests.office.casework import accepted, at, opened, set_up
from tests.office.halls import Records, SetClock


@pytest.fixture(autouse=True)
def _prepared(office: Office, clock: SetClock) -> None:
    clock.moment = at(4)
    set_up(office)


def test_numbers_of_four_processes_run_without_gap_or_double(office: Office, hall_url: str) -> None:
    # Four: SQLite's wait for the lock is unfair, and on a loaded machine one of eight may be told it is busy.
    said = workers.in_processes(partial(case_workers.register_some, hall_url, 4), 4)
    numbers = sorted(number for some in said for number in some)
    assert numbers == [f"LC01-2026-{kind}-{running:04d}" for kind in ("BJ", "DB") for running in range(1, 9)]


def test_a_case_that_was_refused_takes_no_number(office: Office) -> None:
    opened(office)
    with pytest.raises(Refusal):
        opened(office, 2, marks=[MaterialMark(1, "received")] * 2)
    assert opened(office, 3).row.number == "LC01-2026-BJ-0002"


def test_numbers_begin_anew_with_the_year(office: Office) -> None:
    opened(office)
    assert opened(office, 2, when=at(4).replace(year=2027)).row.number == "LC01-2027-BJ-0001"


def test_of_several_who_accept_one_case_one_does_and_the_others_hear_who(office: Office, hall_url: str) -> None:
    case = opened(office)
    said = workers.in_processes(partial(case_workers.accept_one, hall_url, case.row.id, case.version), 4)
    assert sorted(map(bool, said)) == [False, True, True, True]
    assert all("changed the case meanwhile" in one and "accept" in one for one in said if one)
    assert [one.move for one in casework.moves(office)] == ["register", "accept"]


def test_the_second_of_two_is_told_what_changed_and_by_whom(office: Office) -> None:
    seen = opened(office)
    office.cases.advance(seen.row.id, "accept", at=at(5), by="zhang")
    office.cases.hand_to(seen.row.id, "zhang", by="li")
    with pytest.raises(Refusal) as refused:
        office.cases.advance(seen.row.id, "refuse", note="不符合条件", version=seen.version, by="li")
    changes = refused.value.values["changes"]
    assert [(str(one.values["verb"]), one.values["who"]) for one in changes] == [  # type: ignore[attr-defined]
        ("accept", "zhang"), ("hand_case", "li"),
    ]  # fmt: skip
    assert refused.value.values["version"] == 3
    again = office.cases.view(seen.row.id)
    office.cases.advance(seen.row.id, "start", at=at(6), version=again.version, by="zhang")


def test_two_that_sweep_at_once_let_each_case_fall_once(office: Office, hall_url: str) -> None:
    for serial in range(6):
        accepted(office, serial)
    assert sum(workers.in_processes(partial(case_workers.sweep_once, hall_url), 4)) == 6
    assert len(casework.holders(office)) == 12


def test_the_database_itself_lets_one_person_answer_for_a_case_at_a_time(office: Office) -> None:
    case = opened(office).row.id
    with pytest.raises(IntegrityError), office.store.writing() as session:
        session.add(CaseHolder(case_id=case, staff="zhang", holding="assigned", since=at(4)))


def test_a_process_killed_in_the_middle_leaves_whole_moves(office: Office, hall_url: str, records: Records) -> None:
    for number, seconds in enumerate((0.11, 0.23)):
        case_workers.killed_while_working(hall_url, seconds, 300 * number)
    with office.store.reading() as session:
        cases = list(session.scalars(select(Case).order_by(Case.id)))
        found = list(session.scalars(select(CaseMove).order_by(CaseMove.id)))
        notices = list(session.scalars(select(Notice.number)))
        last = dict(session.execute(select(CaseNumber.kind, CaseNumber.last)).all())
    assert cases
    assert [case.number for case in cases] == [f"LC01-2026-BJ-{one:04d}" for one in range(1, len(cases) + 1)]
    kinds = [number.split("-")[2] for number in (*(case.number for case in cases), *notices)]
    assert last == {kind: kinds.count(kind) for kind in kinds}
    lines = [line for line in records.journal() if line["noun"] == "case"]
    for case in cases:
        moves = [one for one in found if one.case_id == case.id]
        assert moves[-1].to_state == case.state
        assert moves[-1].promised_on == case.promised_on
        open_pauses = [one for one in casework.pauses(office) if one.case_id == case.id and one.until is None]
        assert len(open_pauses) == (case.state == "to_correct")
        holding = [one for one in casework.holders(office) if one.case_id == case.id and one.until is None]
        assert [one.staff for one in holding] == [case.responsible]
        assert case.version == sum(line["id"] == str(case.id) for line in lines)
