"""Taking a matter in at the counter: the handling ends and its case begins together, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from terminal.errors import Refusal
from terminal.model import Item
from terminal.office.case_views import MandateEntry, MaterialMark
from terminal.office.intake import Taken
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from terminal.rules.id_number import check_digit

NUMBER = "99999919840312000" + check_digit("99999919840312000")
PERSON = PersonEntry("甲一", NUMBER, "13800000001")
RECEIVED = (MaterialMark(1, "received", 1), MaterialMark(2, "received", 1, 2))


def begun(office: Office, item: str = "LD-002") -> Any:
    """A handling at window 1, by Zhang."""
    office.counters.sign_in(1, "zhang")
    ticket = office.queue.issue(item)
    office.queue.call_next(1)
    return office.queue.start(ticket.id)


def carried(office: Office, item: str = "LD-002") -> None:
    """Let staff carry this item through for residents."""
    with office.store.writing() as session:
        session.execute(update(Item).where(Item.code == item).values(proxy=True))


@pytest.mark.parametrize(
    ("outcome", "state"), [("accepted", "accepted"), ("to_correct", "to_correct"), ("refused", "refused")]
)
def test_the_outcome_of_a_handling_is_the_state_of_its_case(office: Office, outcome: str, state: str) -> None:
    handling = begun(office)
    case = office.intake.finish_with_case(handling.id, outcome, Taken(PERSON, note="材料不齐"))
    assert (case.row.state, case.row.responsible, case.source) == (state, "zhang", "counter")
    assert office.queue.find(handling.ticket_id).state == "done"


def test_materials_are_marked_as_they_were_ticked(office: Office) -> None:
    by_day = office.room.day(office.room.now()) + timedelta(days=5)
    marks = (RECEIVED[0], MaterialMark(2, "waived", promised_by=by_day))
    case = office.intake.finish_with_case(begun(office).id, "accepted", Taken(PERSON, marks))
    assert [(one.state, one.promised_by) for one in case.materials] == [("received", None), ("waived", by_day)]


def test_a_case_that_cannot_be_opened_leaves_the_handling_open(office: Office) -> None:
    handling = begun(office)
    with pytest.raises(Refusal):
        office.intake.finish_with_case(handling.id, "accepted", Taken(PersonEntry("甲一", "123")))
    assert office.queue.find(handling.ticket_id).state == "serving"
    assert office.cases.rows() == ()


def test_a_refusal_without_a_ground_leaves_the_handling_open_and_uses_no_number(office: Office) -> None:
    handling = begun(office)
    with pytest.raises(Refusal):
        office.intake.finish_with_case(handling.id, "refused", Taken(PERSON))
    assert office.queue.find(handling.ticket_id).state == "serving"
    case = office.intake.finish_with_case(handling.id, "refused", Taken(PERSON, note="不属于本街道"))
    assert case.row.number.endswith("-BJ-0001")


def test_what_is_done_on_the_spot_becomes_no_case(office: Office) -> None:
    handling = begun(office)
    with pytest.raises(Refusal):
        office.intake.finish_with_case(handling.id, "done", Taken(PERSON))
    assert office.queue.finish(handling.id, "done").outcome == "done"


def test_a_handling_becomes_one_case_however_often_the_key_is_pressed(office: Office) -> None:
    handling = begun(office)
    office.intake.finish_with_case(handling.id, "accepted", Taken(PERSON, RECEIVED))
    with pytest.raises(Refusal):
        office.intake.finish_with_case(handling.id, "accepted", Taken(PERSON, RECEIVED))
    assert len(office.cases.rows()) == 1


def test_a_proxy_case_begins_with_its_agent_its_address_and_its_mandate(office: Office) -> None:
    carried(office)
    until = office.room.day(office.room.now()) + timedelta(days=90)
    taken = Taken(
        PERSON, proxy=True, agent=PersonEntry("乙二", phone="13800000002"), relation="女儿", delivery="post",
        deliver_to="学府路1号", mandate=MandateEntry("代办居住证", until),
    )  # fmt: skip
    case = office.intake.finish_with_case(begun(office).id, "accepted", taken)
    assert (case.row.proxy, case.agent and case.agent.name, case.agent_relation) == (True, "乙二", "女儿")
    assert (case.delivery, case.deliver_to) == ("post", "学府路1号")
    assert case.mandate is not None
    assert case.mandate.resident_signed_on is None
    forms = [one.form for one in case.notices if one.state == "issued"]
    assert sorted(forms) == ["acceptance-receipt", "mandate", "proxy-acceptance"]


def test_a_mandate_that_cannot_be_leaves_the_handling_open(office: Office) -> None:
    carried(office)
    handling = begun(office)
    past = office.room.day(office.room.now()) - timedelta(days=1)
    with pytest.raises(Refusal, match="before it begins"):
        office.intake.finish_with_case(
            handling.id, "accepted", Taken(PERSON, proxy=True, mandate=MandateEntry("代办", past))
        )
    assert office.queue.find(handling.ticket_id).state == "serving"
    assert office.cases.rows() == ()


def test_what_is_refused_takes_no_mandate(office: Office) -> None:
    carried(office)
    until = office.room.day(office.room.now()) + timedelta(days=9)
    taken = Taken(PERSON, proxy=True, note="不属于本街道", mandate=MandateEntry("代办", until))
    case = office.intake.finish_with_case(begun(office).id, "refused", taken)
    assert (case.row.state, case.mandate) == ("refused", None)


def test_only_what_may_be_carried_through_becomes_a_proxy_case(office: Office) -> None:
    handling = begun(office, "LD-001")
    with pytest.raises(Refusal, match="not carried through"):
        office.intake.finish_with_case(handling.id, "accepted", Taken(PERSON, proxy=True))
    assert office.queue.find(handling.ticket_id).state == "serving"


def test_a_result_goes_to_an_address_that_somebody_has_said(office: Office) -> None:
    handling = begun(office)
    with pytest.raises(Refusal, match="where the result goes"):
        office.intake.finish_with_case(handling.id, "accepted", Taken(PERSON, delivery="home"))
    living = replace(PERSON, address="学府社区6栋")
    assert office.intake.finish_with_case(handling.id, "accepted", Taken(living, delivery="home")).deliver_to == ""
