"""Materials: asked for after the catalogue, received, wrong, missing, promised; and told of all at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from terminal.errors import Refusal
from terminal.office.case_views import MaterialMark, MaterialView
from terminal.office.office import Office
from tests.databases import ON_SQLITE
from tests.office.halls import Records, SetClock
from tests.office.ways import TODAY, at, case

Mark = MaterialMark


def of(office: Office, number: int) -> tuple[MaterialView, ...]:
    return office.materials.of_case(number)


def test_a_new_case_asks_for_what_the_catalogue_says(office: Office) -> None:
    found = case(office)
    assert [(one.position, one.name, one.originals, one.copies, one.state) for one in found.materials] == [
        (1, "居民身份证", 1, 0, "missing"),
        (2, "申请表", 1, 2, "missing"),
    ]


def test_received_without_counts_means_as_many_as_were_asked_for(office: Office, records: Records) -> None:
    number = case(office).row.id
    view = office.materials.mark(number, [Mark(1, "received", to_return=1), Mark(2, "received")], by="zhang")
    assert [(one.state, one.got_originals, one.got_copies, one.to_return) for one in view.materials] == [
        ("received", 1, 0, 1),
        ("received", 1, 2, 0),
    ]
    assert [(one.hand_name, one.here, one.place) for one in view.materials] == [("张敏", True, "本中心")] * 2
    assert [(one.what, one.material, one.originals, one.copies) for one in view.custody] == [
        ("taken", "居民身份证", 1, 0),
        ("taken", "申请表", 1, 2),
    ]
    line = records.journal()[-1]
    assert (line["verb"], line["noun"], line["who"]) == ("mark_materials", "case", "zhang")
    assert line["after"] == {"1": "received", "2": "received"}


def test_everything_wrong_is_told_at_once(office: Office, clock: SetClock) -> None:
    number = case(office).row.id
    assert [one.position for one in office.materials.missing(number)] == [1, 2]
    office.materials.mark(number, [Mark(1, "wrong", why="已过期"), Mark(2, "waived", promised_by=TODAY)])
    assert [(one.position, one.why) for one in office.materials.missing(number)] == [(1, "已过期")]
    clock.pass_(days=1)
    assert [(one.position, one.promised_by) for one in office.materials.missing(number)] == [(1, None), (2, TODAY)]
    office.materials.mark(number, [Mark(1, "received"), Mark(2, "not_needed")])
    assert office.materials.missing(number) == ()


def test_what_is_promised_has_a_day_that_is_still_to_come(office: Office) -> None:
    number = case(office).row.id
    for day in (None, TODAY - timedelta(days=1)):
        with pytest.raises(Refusal, match="by when 申请表 is promised"):
            office.materials.mark(number, [Mark(2, "waived", promised_by=day)])
    view = office.materials.mark(number, [Mark(2, "waived", promised_by=date(2026, 12, 1))])
    assert view.materials[1].promised_by == date(2026, 12, 1)
    received = office.materials.mark(number, [Mark(2, "received")])
    assert received.materials[1].promised_by == date(2026, 12, 1)  # the ledger tells whether it was kept
    wrong = office.materials.mark(number, [Mark(2, "wrong", why="没有盖章")])
    assert wrong.materials[1].promised_by is None


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        (Mark(1, "wrong"), "not said what is wrong"),
        (Mark(1, "lost"), "cannot be lost"),
        (Mark(9, "received"), "no material 9"),
        (Mark(1, "received", originals=-1), "So many"),
        (Mark(1, "received", copies=1000), "So many"),
        (Mark(1, "received", originals=1, to_return=2), "go back: 1"),
        (Mark(1, "wrong", why="长" * 201), "too long"),
    ],
)
@ON_SQLITE
def test_what_cannot_be_said_of_a_material_is_refused(office: Office, mark: MaterialMark, why: str) -> None:
    number = case(office).row.id
    with pytest.raises(Refusal, match=why):
        office.materials.mark(number, [Mark(2, "received"), mark])
    assert [one.state for one in of(office, number)] == ["missing", "missing"]


def test_of_two_that_mark_one_case_the_second_is_told(office: Office) -> None:
    found = case(office)
    office.materials.mark(found.row.id, [Mark(1, "received")], version=found.version, by="li")
    with pytest.raises(Refusal, match="mark_materials, by li"):
        office.materials.mark(found.row.id, [Mark(2, "received")], version=found.version, by="zhang")
    assert [one.state for one in of(office, found.row.id)] == ["received", "missing"]


def test_originals_we_hold_are_not_counted_away(office: Office) -> None:
    number = case(office).row.id
    office.materials.mark(number, [Mark(1, "received", originals=2)])
    for mark in (Mark(1, "missing"), Mark(1, "received", originals=1), Mark(1, "not_needed")):
        with pytest.raises(Refusal, match="We have 2 originals of 居民身份证"):
            office.materials.mark(number, [mark])
    view = office.materials.return_(number, [1], signed_by="王小华")
    assert (view.materials[0].here, view.custody[-1].originals) == (False, 2)
    assert office.materials.mark(number, [Mark(1, "missing")]).materials[0].state == "missing"


def test_more_of_a_material_goes_on_its_chain(office: Office) -> None:
    number = case(office).row.id
    office.materials.mark(number, [Mark(2, "received", originals=1, copies=1)])
    view = office.materials.mark(number, [Mark(2, "received", originals=3, copies=1)])
    assert [(one.what, one.originals) for one in view.custody] == [("taken", 1), ("taken", 2)]
    assert view.materials[1].got_originals == 3


def test_a_wrong_original_taken_home_and_brought_again_is_one(office: Office) -> None:
    number = case(office).row.id
    office.materials.mark(number, [Mark(1, "received")])
    office.materials.mark(number, [Mark(1, "wrong", why="照片不清")])
    office.materials.return_(number, [1], signed_by="王小华")
    view = office.materials.mark(number, [Mark(1, "received")], at=at(16))
    assert [(one.what, one.originals) for one in view.custody] == [("taken", 1), ("returned", 1), ("taken", 1)]
    assert (view.materials[0].got_originals, view.materials[0].here) == (1, True)


def test_a_case_that_has_ended_takes_nothing_in_and_gives_its_originals_back(office: Office) -> None:
    number = case(office).row.id
    office.materials.mark(number, [Mark(1, "received", to_return=1)])
    office.cases.advance(number, "withdraw", note="不办了", by="zhang")
    with pytest.raises(Refusal, match="has ended"):
        office.materials.mark(number, [Mark(2, "received")])
    assert office.materials.return_(number, signed_by="王小华").materials[0].to_return == 0
