"""Mandates: scope, period, both signatures; a proxy case goes nowhere without one in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from terminal.errors import Fault, Refusal
from terminal.office import open_office
from terminal.office.case_views import MandateEntry, NoticeRow, StopEntry
from terminal.office.office import Office
from tests.databases import ON_SQLITE
from tests.office.halls import Records
from tests.office.ways import TODAY, at, case, departments, mandate

UNTIL = date(2026, 11, 30)
ENTRY = MandateEntry("代办居住证", UNTIL, may="签收材料", may_not="代领现金")
BOTH = {"resident_signed_on": TODAY, "staff_signed_on": TODAY}


def test_a_mandate_says_what_until_when_and_who_carries_it(office: Office, records: Records) -> None:
    found = case(office)
    given = office.mandates.give(
        found.row.id, MandateEntry("代办居住证", UNTIL, may="签收材料", may_not="代领现金"), by="zhang"
    )
    assert (given.scope, given.since, given.until, given.staff, given.staff_name) == (
        "代办居住证", TODAY, UNTIL, "zhang", "张敏",
    )  # fmt: skip
    assert office.cases.view(found.row.id).mandate == given
    signed = office.mandates.sign(given.id, resident_on=TODAY, by="zhang")
    assert (signed.resident_signed_on, signed.staff_signed_on) == (TODAY, None)
    assert office.mandates.sign(given.id, staff_on=TODAY).resident_signed_on == TODAY
    assert [line["verb"] for line in records.journal()][-3:] == ["give_mandate", "sign_mandate", "sign_mandate"]
    assert "代办居住证" not in str(records.journal())


def test_a_proxy_case_is_handed_on_with_a_mandate_in_force_only(office: Office) -> None:
    number = case(office).row.id
    office.cases.advance(number, "accept", by="zhang")
    with pytest.raises(Refusal, match="no mandate in force"):
        office.cases.advance(number, "hand-over", by="zhang")
    given = office.mandates.give(number, MandateEntry("代办", UNTIL, resident_signed_on=TODAY)).id
    with pytest.raises(Refusal, match="not signed by both"):
        office.cases.advance(number, "hand-over", by="zhang")
    office.mandates.sign(given, staff_on=TODAY)
    with pytest.raises(Refusal, match="in force from 2026-11-20 to 2026-11-30 only"):
        office.cases.advance(number, "hand-over", at=at(9, day=date(2026, 12, 1)), by="zhang")
    office.mandates.end(given)
    with pytest.raises(Refusal, match="no mandate in force"):
        office.cases.advance(number, "hand-over", by="zhang")
    office.mandates.resume(number, MandateEntry("代办", UNTIL, **BOTH))
    assert office.cases.advance(number, "hand-over", by="zhang").row.state == "in_progress"


def test_a_case_the_resident_carries_needs_none(office: Office) -> None:
    number = case(office, proxy=False).row.id
    office.cases.advance(number, "accept", by="zhang")
    assert office.cases.advance(number, "hand-over", by="zhang").row.state == "in_progress"
    with pytest.raises(Refusal, match="no proxy case"):
        office.mandates.give(number, MandateEntry("代办", UNTIL))


def test_nobody_goes_to_a_department_for_a_proxy_case_without_one(office: Office) -> None:
    departments(office)
    found = case(office)
    stop = office.routes.plan(found.row.id, StopEntry("department", "", "送审", department="JDB"))
    visit = office.routes.plan(found.row.id, StopEntry("home", "", "签委托书"))
    with pytest.raises(Refusal, match="no mandate"):
        office.routes.begin(stop.id)
    assert office.routes.done(visit.id).state == "done"
    mandate(office, found)
    assert office.routes.begin(stop.id).state == "now"


def test_one_goes_on_from_another_and_a_case_has_one_at_a_time(office: Office) -> None:
    found = case(office)
    with pytest.raises(Refusal, match="no mandate to go on from"):
        office.mandates.resume(found.row.id, MandateEntry("代办", UNTIL))
    first = mandate(office, found, UNTIL)
    with pytest.raises(Refusal, match="in force until 2026-11-30"):
        office.mandates.give(found.row.id, MandateEntry("代办", UNTIL))
    second = office.mandates.resume(found.row.id, MandateEntry("续办", date(2026, 12, 31)))
    assert (second.resumes, second.ended_at) == (first, None)
    with pytest.raises(Refusal, match="has ended"):
        office.mandates.sign(first, staff_on=TODAY)
    third = office.mandates.give(found.row.id, MandateEntry("重新", UNTIL))  # the second was never signed
    shown = office.mandates.of_case(found.row.id)
    assert shown is not None
    assert (shown.id, shown.resumes) == (third.id, None)


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (MandateEntry("", UNTIL), "not said what"),
        (MandateEntry("代办", UNTIL, since=date(2026, 12, 1)), "over before it begins"),
        (MandateEntry("代办", UNTIL, staff_signed_on=date(2026, 12, 1)), "signed after"),
        (MandateEntry("长" * 501, UNTIL), "too long"),
    ],
)
@ON_SQLITE
def test_a_mandate_that_cannot_be_is_refused(office: Office, entry: MandateEntry, why: str) -> None:
    number = case(office).row.id
    with pytest.raises(Refusal, match=why):
        office.mandates.give(number, entry)
    assert office.mandates.of_case(number) is None


def test_a_mandate_of_nobody_is_not_signed(office: Office) -> None:
    for number in (0, -1, 7, 2**63):
        with pytest.raises(Refusal, match="no mandate"):
            office.mandates.sign(number, staff_on=TODAY)
    given = office.mandates.give(case(office).row.id, MandateEntry("代办", UNTIL)).id
    with pytest.raises(Refusal, match="who signed"):
        office.mandates.sign(given)


def test_a_case_that_has_ended_takes_no_mandate(office: Office) -> None:
    number = case(office).row.id
    office.cases.advance(number, "withdraw", note="不办了", by="zhang")
    with pytest.raises(Refusal, match="has ended"):
        office.mandates.give(number, MandateEntry("代办", UNTIL))


def papers(office: Office, number: int) -> list[NoticeRow]:
    """The documents of a case's mandates."""
    return [one for one in office.notices.of_case(number) if one.form in ("mandate", "resumption-mandate")]


def test_a_mandate_comes_with_its_document_which_is_signed_with_it(office: Office) -> None:
    number = case(office).row.id
    given = office.mandates.give(number, ENTRY, by="zhang")
    [paper] = papers(office, number)
    assert (paper.form, paper.state, paper.issued_by) == ("mandate", "issued", "zhang")
    assert paper.number.split("-")[2] == "WT"
    assert office.notices.pdf(paper.number).startswith(b"%PDF")
    office.mandates.sign(given.id, resident_on=TODAY)
    assert papers(office, number)[0].state == "issued"
    office.mandates.sign(given.id, staff_on=TODAY)
    assert [one.state for one in papers(office, number)] == ["signed"]


def test_the_same_mandate_once_more_is_that_one_and_issues_nothing(office: Office) -> None:
    number = case(office).row.id
    first = office.mandates.give(number, ENTRY)
    assert office.mandates.give(number, ENTRY).id == first.id
    signed = office.mandates.give(
        number, MandateEntry("代办居住证", UNTIL, TODAY, "签收材料", "代领现金", TODAY, TODAY)
    )
    assert (signed.id, signed.resident_signed_on, signed.staff_signed_on) == (first.id, TODAY, TODAY)
    assert office.mandates.give(number, ENTRY).resident_signed_on == TODAY
    assert [one.state for one in papers(office, number)] == ["signed"]


def test_what_nobody_signed_gives_way_to_another_and_its_document_says_to_which(office: Office) -> None:
    number = case(office).row.id
    office.mandates.give(number, ENTRY)
    office.mandates.give(number, MandateEntry("代办居住证和签注", UNTIL))
    old, new = papers(office, number)
    assert (old.state, new.state) == ("void", "issued")
    assert old.number != new.number
    with pytest.raises(Refusal, match="taken back"):
        office.notices.pdf(old.number)


def test_going_on_has_a_document_of_its_own_which_a_suspended_case_gets_as_it_resumes(office: Office) -> None:
    number = case(office).row.id
    office.cases.advance(number, "accept", by="zhang")
    office.mandates.give(number, MandateEntry("代办", UNTIL, **BOTH))
    office.mandates.resume(number, MandateEntry("代办", date(2026, 12, 31), **BOTH))
    assert [one.form for one in papers(office, number)] == ["mandate", "resumption-mandate"]
    office.cases.advance(number, "suspend", note="住院", by="zhang")
    office.mandates.resume(number, MandateEntry("代办", date(2027, 1, 31), **BOTH))
    assert len(papers(office, number)) == 2
    office.cases.advance(number, "resume", by="zhang")
    assert [one.form for one in papers(office, number)][2:] == ["resumption-mandate"]


def test_without_the_key_there_is_no_mandate_either(
    office: Office, hall_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    number = case(office).row.id
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv("ONEWINDOW_KEYS", str(tmp_path / "elsewhere"))
    with open_office(hall_url) as other, pytest.raises(Fault):
        other.mandates.give(number, ENTRY)
    assert office.mandates.of_case(number) is None
    assert papers(office, number) == []
