"""What a scanned code stands for, and what a window's sign says, on every kind of database."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from terminal.errors import Refusal
from terminal.office.case_views import CaseStanding
from terminal.office.office import Office
from terminal.office.views import WindowSign
from tests.office.casework import accepted, at, opened, set_up, somebody
from tests.office.halls import SetClock
from tests.office.people import phone_of


def test_the_code_of_a_slip_finds_its_ticket_with_who_is_before_it(office: Office) -> None:
    office.queue.issue("A")
    ticket = office.queue.issue("LD-001")
    found = office.finding.found(ticket.code)
    assert (found.kind, found.id, found.number, found.state) == ("ticket", ticket.id, ticket.number, "waiting")
    assert (found.is_today, found.counter, found.issued.ahead) == (True, None, 1)


@pytest.mark.parametrize(
    "written", ["{code}", " {lower}\n", "https://hall.example/t/{code}", "https://h/?ticket={lower}"]
)
def test_a_code_is_found_however_it_is_written(office: Office, written: str) -> None:
    ticket = office.queue.issue("A")
    code = written.format(code=ticket.code, lower=ticket.code.lower())
    assert office.finding.found(code).id == ticket.id


def test_todays_number_is_found_too_and_an_id_is_not(office: Office) -> None:
    ticket = office.queue.issue("A")
    assert office.finding.found(ticket.number).id == ticket.id
    with pytest.raises(Refusal):
        office.finding.found(str(ticket.id))


def test_a_found_ticket_tells_where_it_stands(office: Office) -> None:
    ticket = office.queue.issue("LD-001")
    office.queue.call(ticket.id, 1, "zhang")
    assert (office.finding.found(ticket.code).state, office.finding.found(ticket.code).counter) == ("called", 1)
    office.queue.skip(ticket.id)
    assert office.finding.found(ticket.code).state == "skipped"
    office.queue.call(ticket.id, 1, "zhang")
    handling = office.queue.start(ticket.id)
    assert office.finding.found(ticket.code).state == "serving"
    office.queue.hold(ticket.id)
    assert office.finding.found(ticket.code).state == "held"
    office.queue.call(ticket.id, 1, "zhang")
    office.queue.start(ticket.id)
    office.queue.finish(handling.id)
    assert office.finding.found(ticket.code).state == "done"


def test_a_slip_of_another_day_is_known_as_one(office: Office, clock: SetClock) -> None:
    ticket = office.queue.issue("A")
    clock.pass_(days=1)
    found = office.finding.found(ticket.code)
    assert (found.is_today, found.day) == (False, ticket.day)
    with pytest.raises(Refusal):
        office.finding.found(ticket.number)


@pytest.mark.parametrize("code", ["", "ZZZZ9999", "6901234567890", "A999", "//", "x" * 500, "\0" * 8, "码" * 8])
def test_what_nothing_has_is_refused_calmly(office: Office, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        office.finding.found(code)
    assert len(str(refused.value)) < 150


def test_a_windows_sign_follows_who_sits_there_and_whom_it_calls(office: Office, served: Callable[..., int]) -> None:
    assert office.signs.sign(1) == WindowSign(1, "closed", "", "")
    office.counters.sign_in(1, "zhang")
    idle = office.signs.sign(1)
    assert (idle.situation, bool(idle.staff_name)) == ("idle", True)
    office.counters.pause(1)
    assert office.signs.sign(1).situation == "paused"
    ticket = office.queue.issue("LD-001")
    office.queue.call(ticket.id, 1)
    assert (office.signs.sign(1).situation, office.signs.sign(1).ticket) == ("called", ticket.number)
    handling = office.queue.start(ticket.id)
    assert office.signs.sign(1).situation == "serving"
    office.queue.finish(handling.id)
    assert (office.signs.sign(1).situation, office.signs.sign(1).ticket) == ("paused", "")


def test_a_sign_forgets_yesterdays_call(office: Office, clock: SetClock) -> None:
    office.counters.sign_in(1, "zhang")
    office.queue.call(office.queue.issue("A").id, 1)
    clock.pass_(days=1)
    assert office.signs.sign(1).situation == "idle"


def test_a_receipts_code_and_a_cases_number_tell_how_it_stands_and_nothing_of_the_person(office: Office) -> None:
    set_up(office)
    case = accepted(office)
    for code in (case.code, case.code.lower(), case.row.number, f"https://centre.example/q={case.code}"):
        standing = office.finding.case(code)
        assert standing is not None
        assert (standing.id, standing.state, standing.promised_on) == (case.row.id, "accepted", case.row.promised_on)
        assert "王" not in repr(standing)
    assert isinstance(office.finding.anything(case.code), CaseStanding)
    assert office.finding.case("LC01-2026-BJ-9999") is None


def test_the_barcode_of_a_cases_document_finds_the_case(office: Office) -> None:
    set_up(office)
    case = accepted(office)
    receipt = next(one for one in case.notices if one.form == "acceptance-receipt")
    assert receipt.number != case.row.number
    standing = office.finding.case(receipt.number)
    assert standing is not None
    assert standing.id == case.row.id
    assert office.finding.case(receipt.number.replace("-SL-", "-XX-")) is None


def test_the_ends_of_a_number_and_of_the_telephone_find_the_case(office: Office) -> None:
    set_up(office)
    mine, other = accepted(office, 1), accepted(office, 2)
    paper = next(one for one in other.notices if one.form == "acceptance-receipt")
    assert [one.id for one in office.finding.cases(mine.row.number[-4:], phone_of(1)[-4:])] == [mine.row.id]
    assert [one.id for one in office.finding.cases(paper.number[-4:], phone_of(2)[-4:])] == [other.row.id]
    assert office.finding.cases(mine.row.number[-4:], phone_of(2)[-4:]) == ()
    for number, phone in (("", ""), ("1", "2"), ("%%%%", "____"), ("０００１", phone_of(1)[-4:]), ("-001", "0001")):
        assert office.finding.cases(number, phone) == ()


def test_who_came_instead_finds_the_case_too_and_what_is_over_gives_way(office: Office) -> None:
    set_up(office)
    first = opened(office, 1, agent=somebody(3), relation="女儿")
    end = first.row.number[-4:], phone_of(3)[-4:]
    assert [one.id for one in office.finding.cases(*end)] == [first.row.id]
    office.cases.advance(first.row.id, "withdraw", note="不办了", at=at(4, 10))
    assert [one.state for one in office.finding.cases(*end)] == ["withdrawn"]
    paper = next(
        one for one in accepted(office, 3).notices if one.form == "acceptance-receipt"
    )  # the first receipt of its kind: the same four digits
    assert paper.number[-4:] == end[0]
    assert [one.state for one in office.finding.cases(*end)] == ["accepted"]
