"""The roster's documents: what a wall sheet, a workbook and a calendar file say of duties in force or drafted."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from icalendar import Calendar
from pypdf import PdfReader

from terminal.errors import Refusal
from terminal.model import Duty, Staff
from terminal.office.office import Office
from tests.office.duties import MONDAY, SATURDAY, SUNDAY, Duties
from tests.office.halls import ZONE

WEEK = (MONDAY, MONDAY + timedelta(6))


@pytest.fixture
def duties(office: Office) -> Duties:
    return Duties(office)


def text(content: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages)


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def told(content: bytes) -> dict[str, tuple[int, str, str]]:
    """UID → sequence, status and summary."""
    return {str(one["UID"]): (int(one["SEQUENCE"]), str(one["STATUS"]), str(one["SUMMARY"])) for one in events(content)}


# The wall sheet.


def test_a_period_in_force_is_laid_out_by_people_or_by_posts(office: Office, duties: Duties) -> None:
    office.roster.put_posts("early", [1, 2])
    duties.add("zhang", MONDAY)
    duties.add("li", MONDAY, "late", 2)
    people = text(office.roster_export.wall_sheet(WEEK))
    assert "柳溪街道便民服务中心" in people
    for said in ("张敏", "李文静", "早班1号窗口", "晚班2号窗口", "早班08:00–16:00", "周日"):
        assert said in people
    assert "王建国" not in people  # neither on duty nor away
    posts = text(office.roster_export.wall_sheet(WEEK, of="posts", paper="A3"))
    assert "早班1号窗口" in posts
    assert posts.count("张敏") == 1
    assert posts.count("缺") == 9  # window 1 on four days, window 2 on five


def test_leave_is_shown_and_who_is_absent_is_not_on_duty(office: Office, duties: Duties) -> None:
    duties.add("zhang", MONDAY)
    office.duty.absent(duties.add("li", MONDAY, "late", 2), "病")
    office.duty.leave("zhang", MONDAY, MONDAY, "探亲")
    sheet = text(office.roster_export.wall_sheet(WEEK))
    assert sheet.count("假") == 1
    assert "1号窗口" not in sheet
    assert "2号窗口" not in sheet
    assert "探亲" not in sheet
    assert "病" not in sheet


def test_a_draft_says_that_it_is_one(office: Office, duties: Duties) -> None:
    draft = office.roster.draft(*WEEK)
    office.roster.put(draft.id, MONDAY, "early", 1, "zhang")
    sheet = text(office.roster_export.wall_sheet(draft.id))
    assert "草稿" in sheet
    assert "张敏" in sheet
    assert "草稿" not in text(office.roster_export.wall_sheet(WEEK))


def test_a_year_nobody_has_published_is_marked(office: Office, duties: Duties) -> None:
    year = date(2035, 1, 1)
    assert "暂按周末推算" in text(office.roster_export.wall_sheet((year, year)))
    assert "暂按周末推算" not in text(office.roster_export.wall_sheet(WEEK))


def test_a_quarter_takes_a_page_a_month_unless_weeks_are_asked_for(office: Office, duties: Duties) -> None:
    quarter = (date(2026, 10, 1), date(2026, 12, 31))
    for per_page, pages in ((None, 3), ("month", 3), ("week", 14)):
        sheet = office.roster_export.wall_sheet(quarter, per_page=per_page)  # type: ignore[arg-type]
        assert len(PdfReader(BytesIO(sheet)).pages) == pages


def test_unknown_rosters_and_people_and_wrong_periods_are_refused(office: Office, duties: Duties) -> None:
    with pytest.raises(Refusal, match="no roster"):
        office.roster_export.wall_sheet(99)
    with pytest.raises(Refusal, match="nobody called"):
        office.roster_export.ical("nobody", *WEEK)
    export = office.roster_export
    for days in ((MONDAY, SUNDAY), (MONDAY, MONDAY + timedelta(366))):
        with pytest.raises(Refusal):
            export.wall_sheet(days)
        with pytest.raises(Refusal):
            export.xlsx(days)
        with pytest.raises(Refusal):
            export.ical(None, *days)


# The workbook.


def test_the_workbook_has_the_grid_the_list_and_everybodys_share(office: Office, duties: Duties) -> None:
    duties.add("zhang", MONDAY)
    duties.add("zhang", SATURDAY + timedelta(7), "weekend")
    duties.add("li", MONDAY, span=(1140, 1200), counter=2)
    book = openpyxl.load_workbook(BytesIO(office.roster_export.xlsx(WEEK)))
    grid, listed, shares = (book[name] for name in ("值班表", "明细", "统计"))
    assert grid["A1"].value == "柳溪街道便民服务中心 值班表 2026年11月23日 至 2026年11月29日"
    assert (grid["A4"].value, grid["B4"].value) == ("李文静", "应急 2号")
    assert (grid["A5"].value, grid["B5"].value, grid["G5"].value) == ("张敏", "早班 1号", "周末班 1号")
    assert grid["B2"].value.date() == MONDAY
    assert grid["G3"].value == "六\n休"
    assert grid["G4"].fill.fgColor.rgb != grid["C4"].fill.fgColor.rgb  # a rest day
    assert grid.freeze_panes == "B4"
    assert (grid.page_setup.orientation, grid.print_title_rows) == ("landscape", "$1:$3")
    rows = [[cell.value for cell in row] for row in listed.iter_rows(min_row=2)]
    assert [row[2:8] for row in rows] == [
        ["早班", "08:00", "16:00", 1, "张敏", "正常班"],
        ["应急", "19:00", "20:00", 2, "李文静", "应急"],
        ["周末班", "09:00", "12:00", 1, "张敏", "延时服务"],
    ]
    assert [[cell.value for cell in row] for row in shares.iter_rows(min_row=2)] == [
        ["李文静", 0, 0, 1, 1], ["张敏", 1, 1, 0, 11]
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "张\x07敏"])
def test_a_name_is_never_a_formula(office: Office, duties: Duties, name: str) -> None:
    with office.store.writing() as session:
        session.get_one(Staff, ("LC01", "zhang")).name = name
    duties.add("zhang", MONDAY)
    book = openpyxl.load_workbook(BytesIO(office.roster_export.xlsx(WEEK)))
    for page in book:
        for row in page.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    cell = book["值班表"]["A4"]
    assert cell.value.strip() == name.replace("\x07", "").strip()
    assert cell.quotePrefix == (name[0] in "=+-@")


# The calendar.


def test_a_persons_calendar_has_an_event_for_each_duty(office: Office, duties: Duties) -> None:
    duties.add("zhang", MONDAY, counter=3)
    duties.add("zhang", MONDAY, span=(1380, 1440))
    duties.add("li", MONDAY, "late", 2)
    content = office.roster_export.ical("zhang", *WEEK)
    calendar = Calendar.from_ical(content)
    assert str(calendar["X-WR-CALNAME"]) == "柳溪街道便民服务中心 值班 张敏"
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    first, second = events(content)
    assert (str(first["SUMMARY"]), str(first["LOCATION"])) == ("早班 3号窗口", "柳溪街道便民服务中心 3号窗口")
    assert first["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert first["DTSTART"].dt.astimezone(ZONE).isoformat() == "2026-11-23T08:00:00+08:00"
    assert first["DTEND"].dt.astimezone(ZONE).isoformat() == "2026-11-23T16:00:00+08:00"
    assert second["DTEND"].dt.astimezone(ZONE).isoformat() == "2026-11-24T00:00:00+08:00"
    assert len(events(office.roster_export.ical(None, *WEEK))) == 3
    assert "李文静" in str(events(office.roster_export.ical(None, *WEEK))[1]["SUMMARY"])


def test_an_event_keeps_its_uid_and_its_sequence_rises_with_every_change(office: Office, duties: Duties) -> None:
    """Given away, taken back, moved to another counter: one event, each time with a higher number."""
    duties.add("zhang", MONDAY)
    seen = [told(office.roster_export.ical("zhang", *WEEK))]

    def pass_on(giver: str, taker: str) -> None:
        (duty,) = office.duty.duties(*WEEK, giver)
        asked = office.duty.ask_swap(duty.id, taker, by=giver).id
        office.duty.agree(asked, by=taker)
        office.duty.approve(asked, by="chen")
        seen.append(told(office.roster_export.ical("zhang", *WEEK)))

    pass_on("zhang", "li")
    pass_on("li", "zhang")
    office.roster.put(duties.roster, MONDAY, "early", 1, None)
    seen.append(told(office.roster_export.ical("zhang", *WEEK)))
    office.roster.put(duties.roster, MONDAY, "early", 2, "zhang")
    seen.append(told(office.roster_export.ical("zhang", *WEEK)))
    assert len({uid for one in seen for uid in one}) == 1
    ((uid, _),) = seen[0].items()
    assert [one[uid][1] for one in seen] == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CANCELLED", "CONFIRMED"]
    numbers = [one[uid][0] for one in seen]
    assert numbers == sorted(set(numbers))
    assert seen[-1][uid][2] == "早班 2号窗口"


def test_a_draft_is_in_nobodys_calendar(office: Office, duties: Duties) -> None:
    draft = office.roster.draft(*WEEK)
    office.roster.put(draft.id, MONDAY, "early", 1, "zhang")
    assert events(office.roster_export.ical("zhang", *WEEK)) == []


def test_the_same_shift_at_two_counters_at_once_is_two_events(office: Office, duties: Duties) -> None:
    for counter in (1, 2):
        duties.add("zhang", MONDAY, counter=counter)
    with office.store.reading() as session:
        assert session.query(Duty).count() == 2
    assert len(told(office.roster_export.ical("zhang", *WEEK))) == 2
