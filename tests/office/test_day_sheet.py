"""An agent's day: in a sensible order, with what to take along; and on paper."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from terminal.errors import Refusal
from terminal.office.case_views import MaterialMark, StopEntry
from terminal.office.office import Office
from tests.office.halls import SetClock
from tests.office.ways import TODAY, at, case, departments, mandate

MONDAY = date(2026, 11, 23)


@pytest.fixture
def busy(office: Office) -> int:
    """Two cases' stops of one Monday; returns the first case."""
    departments(office)
    one, other = case(office, 1), case(office, 2)
    mandate(office, one)
    office.materials.mark(one.row.id, [MaterialMark(1, "received", to_return=1), MaterialMark(2, "received")])
    for number, entry in (
        (one.row.id, StopEntry("department", "", "送审", department="QMZ", day=MONDAY)),
        (one.row.id, StopEntry("department", "", "初审", department="JDB", day=MONDAY)),
        (other.row.id, StopEntry("department", "", "初审", department="JDB", day=MONDAY)),
        (other.row.id, StopEntry("home", "", "收取材料", at=at(9, 50, day=MONDAY), bring="委托书")),
        (other.row.id, StopEntry("other", "居委会", "盖章", staff="li", day=MONDAY)),
    ):
        office.routes.plan(number, entry)
    open_stops = [stop.id for stop in office.routes.stops(one.row.id)]
    office.routes.reorder(one.row.id, open_stops[::-1])
    return one.row.id


def test_a_day_keeps_agreed_hours_and_goes_round_by_the_departments(office: Office, busy: int) -> None:
    sheet = office.routes.day_sheet("zhang", MONDAY)
    assert [(one.stop.place, one.stop.case_id == busy) for one in sheet] == [
        ("街道办", True),
        ("街道办", False),
        ("王*华家中", False),
        ("区民政局", True),
    ]
    assert [one.stop.place for one in office.routes.day_sheet("li", MONDAY)] == ["居委会"]
    assert {(one.name, one.title) for one in sheet} == {("王小华", "居住证")}
    assert "王小华" not in repr(sheet)


def test_what_is_here_is_carried_to_the_first_department_that_asks_for_it(office: Office, busy: int) -> None:
    carried = [one.carry for one in office.routes.day_sheet("zhang", MONDAY)]
    assert carried == [("居民身份证 原件1份", "申请表 原件1份 复印件2份"), (), (), ()]


def test_home_goes_what_is_to_be_returned_once_no_department_needs_it(office: Office, busy: int) -> None:
    office.routes.plan(busy, StopEntry("home", "", "退还原件", day=MONDAY))
    assert office.routes.day_sheet("zhang", MONDAY)[-1].carry == ()
    for stop in office.routes.stops(busy):
        if stop.kind == "department":
            office.routes.done(stop.id, at=at(9, day=MONDAY))
    homes = [one.carry for one in office.routes.day_sheet("zhang", MONDAY) if one.stop.purpose == "退还原件"]
    assert homes == [("居民身份证 原件1份",)]


def test_what_was_not_done_comes_along_and_what_is_done_stands_at_the_end(
    office: Office, busy: int, clock: SetClock
) -> None:
    clock.pass_(days=4)  # Tuesday
    first = next(stop for stop in office.routes.stops(busy) if stop.place == "街道办")
    office.routes.done(first.id, at=at(9, day=MONDAY + timedelta(days=1)))
    tuesday = office.routes.day_sheet("zhang", MONDAY + timedelta(days=1))
    assert [(one.stop.place, one.stop.state) for one in tuesday][-1] == ("街道办", "done")
    assert len(tuesday) == 4
    assert office.routes.day_sheet("zhang", MONDAY) != ()
    assert office.routes.day_sheet("zhang", TODAY) == ()


@pytest.mark.usefixtures("busy")
def test_who_stands_in_goes_where_the_colleague_on_leave_was_to_go(office: Office, clock: SetClock) -> None:
    assert len(office.routes.day_sheet("li", MONDAY)) == 1
    office.duty.leave("zhang", MONDAY, MONDAY)
    clock.moment = at(8, day=MONDAY)
    office.cases.sweep()
    assert len(office.routes.day_sheet("li", MONDAY)) == 5
    clock.moment = at(8, day=MONDAY + timedelta(days=1))  # zhang is back
    assert len(office.routes.day_sheet("li", MONDAY + timedelta(days=1))) == 1


def test_a_day_of_nobody_is_refused_and_an_empty_day_is_a_sheet_too(office: Office) -> None:
    with pytest.raises(Refusal, match="nobody called"):
        office.routes.day_sheet("nobody", MONDAY)
    assert office.routes.day_sheet("li", MONDAY) == ()
    text = PdfReader(BytesIO(office.routes.day_sheet_pdf("li", MONDAY))).pages[0].extract_text()
    assert "这一天没有安排外出代办" in text


def test_the_sheet_on_paper_says_where_to_go_and_what_to_take(office: Office, busy: int) -> None:
    pages = PdfReader(BytesIO(office.routes.day_sheet_pdf("zhang", MONDAY))).pages
    text = "".join(page.extract_text() for page in pages)
    for words in (
        "张敏",
        "2026年11月23日 周一",
        "街道办",
        "09:50",
        "王*华家中",
        "居民身份证 原件1份",
        "委托书",
        "13800000001",
    ):
        assert words in text
    assert "9999991980" not in text  # no document's number is carried through the streets
