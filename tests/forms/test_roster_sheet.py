"""The roster's wall sheet: what it says, on how many pages, and that its text can be copied, rare names included."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from forms.pdf import fitted, unicode_map, width_of
from forms.roster import RosterSheet, SheetDay, SheetEntry, SheetRow, SheetShift
from forms.roster_sheet import roster_sheet

MONDAY = date(2026, 11, 23)
SHIFTS = (
    SheetShift("early", "早班", "08:00–16:00", extended=False),
    SheetShift("late", "晚班", "10:00–18:00", extended=False),
    SheetShift("weekend", "周末班", "09:00–12:00", extended=True),
)
RARE = ("罗𬭎", "李𫖮", "䶮月", "张㛃", "陈㑇", "王𬴂")


def days(since: date, count: int) -> tuple[SheetDay, ...]:
    found = (since + timedelta(number) for number in range(count))
    return tuple(SheetDay(day, day.weekday() < 5, certain=day.year < 2027) for day in found)


def people(names: tuple[str, ...], shown: tuple[SheetDay, ...]) -> tuple[SheetRow, ...]:
    return tuple(
        SheetRow(name, "", {one.day: (SheetEntry("早班", "early", 3),) for one in shown if one.working})
        for name in names
    )


def sheet(since: date = MONDAY, count: int = 7, names: tuple[str, ...] = ("张敏", "李文静")) -> RosterSheet:
    shown = days(since, count)
    return RosterSheet("柳溪街道便民服务中心", date(2026, 11, 22), shown, SHIFTS, people(names, shown), per_page="week")


def pages(content: bytes) -> list[str]:
    """The text of each page, without spaces."""
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def test_a_week_names_centre_period_days_people_shifts_and_when_it_was_printed() -> None:
    (page,) = pages(roster_sheet(sheet()))
    for said in (
        "值班表", "柳溪街道便民服务中心", "2026年11月23日至2026年11月29日", "11月23日周一", "11月29日周日", "张敏",
        "李文静", "早班", "3号窗口", "早班08:00–16:00", "周末班09:00–12:00延时服务", "2026年11月22日打印",
        "第1页共1页",
    ):  # fmt: skip
        assert said in page, said
    assert "未公布" not in page


@pytest.mark.parametrize("name", RARE)
def test_rare_names_are_copied_as_they_are_written(name: str) -> None:
    content = roster_sheet(sheet(names=(name,)))
    (page,) = pages(content)
    assert name in page
    shown = pdfium.PdfDocument(content)[0].get_textpage().get_text_range()
    assert name in shown.replace("\r\n", "")


def test_all_type_is_embedded_and_no_other_is_named() -> None:
    fonts = PdfReader(BytesIO(roster_sheet(sheet()))).pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        described = font.get_object()
        assert "NotoSansSC" in described["/BaseFont"]
        assert "/FontFile2" in described["/FontDescriptor"]


def test_a_draft_says_so_and_the_same_sheet_is_the_same_file() -> None:
    draft = replace(sheet(), draft=True)
    assert "草稿未公布" in pages(roster_sheet(draft))[0]
    assert roster_sheet(draft) == roster_sheet(draft)


def test_days_of_a_year_that_is_not_published_are_marked_and_explained() -> None:
    page = pages(roster_sheet(sheet(date(2026, 12, 28))))[0]
    assert page.count("未公布") == 3 + 2  # three days; the note says it twice
    assert "暂按周末推算" in page


def test_holidays_rest_days_and_make_up_days_are_told_apart() -> None:
    first = date(2026, 10, 5)
    shown = (
        *(SheetDay(first + timedelta(number), False, "国庆节") for number in range(3)),
        SheetDay(date(2026, 10, 8), True),
        SheetDay(date(2026, 10, 9), True),
        SheetDay(date(2026, 10, 10), True, "国庆节"),
        SheetDay(date(2026, 10, 11), False),
    )
    page = pages(roster_sheet(replace(sheet(), days=shown, rows=())))[0]
    assert page.count("国庆节") == 3
    assert page.count("班") == 6  # of 值班表, 值班安排, three shifts, and of the make-up day
    assert page.count("休") == 1


def test_a_post_nobody_is_put_on_and_leave_are_marked() -> None:
    shown = days(MONDAY, 7)
    post = SheetRow("早班 1号窗口", "08:00–16:00", {MONDAY: (SheetEntry("张敏", "early"),), MONDAY + timedelta(1): ()})
    page = pages(roster_sheet(replace(sheet(), rows=(post,), of="posts")))[0]
    assert page.count("缺") == 1
    away = SheetRow("张敏", "", {}, frozenset({MONDAY}))
    assert pages(roster_sheet(replace(sheet(), rows=(away,))))[0].count("假") == 1
    assert "缺" not in pages(roster_sheet(replace(sheet(), rows=(away,), days=shown)))[0]


def test_a_quarter_has_a_page_a_month_each_with_its_heads() -> None:
    quarter = replace(sheet(date(2026, 10, 1), 92), per_page="month")
    found = pages(roster_sheet(quarter))
    assert len(found) == 3
    for number, (month, page) in enumerate(zip((10, 11, 12), found, strict=True), 1):
        assert f"{month}月" in page
        assert "值班表" in page
        assert "早班08:00–16:00" in page
        assert f"第{number}页共3页" in page


@pytest.mark.parametrize("per_page", ["week", "month"])
def test_many_people_flow_over_pages_with_repeated_heads_and_nobody_is_left_out(per_page: str) -> None:
    names = tuple(f"某{number:03d}" for number in range(120))
    many = sheet(names=names)
    found = pages(roster_sheet(replace(many, per_page="week" if per_page == "week" else "month")))
    assert len(found) > 2
    assert all("人员" in page and "值班表" in page for page in found)
    assert [name for page in found for name in names if name in page] == list(names)


def test_a_page_is_landscape_of_the_paper_asked_for() -> None:
    for paper, width, height in (("A4", 842, 595), ("A3", 1191, 842)):
        page = PdfReader(BytesIO(roster_sheet(replace(sheet(), paper="A3" if paper == "A3" else "A4")))).pages[0]
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (width, height)


def test_nothing_is_drawn_outside_the_page_nor_over_a_neighbour() -> None:
    """A long name, a long shift, two duties a day: every text stays in its row and column."""
    shown = days(MONDAY, 7)
    cells = {one.day: (SheetEntry("很长很长很长的班次名称", "early", 12), SheetEntry("应急", None, 8)) for one in shown}
    long = replace(sheet(), rows=(SheetRow("阿卜杜热合曼·买买提江·吾买尔", "", cells),))
    for per_page in ("week", "month"):
        content = roster_sheet(replace(long, per_page="week" if per_page == "week" else "month"))
        text = pdfium.PdfDocument(content)[0].get_textpage()
        width, height = pdfium.PdfDocument(content)[0].get_size()
        for number in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(number)
            assert 0 <= left <= right <= width
            assert 0 <= bottom <= top <= height


def test_an_empty_period_says_so_and_one_without_days_is_no_sheet() -> None:
    assert "没有值班安排" in pages(roster_sheet(replace(sheet(), rows=())))[0]
    with pytest.raises(ValueError, match="a day"):
        roster_sheet(replace(sheet(), days=()))


@settings(max_examples=30, deadline=None)
@given(text=st.text(alphabet="张李国庆·阿𬭎a1 ", min_size=1, max_size=30), width=st.floats(8, 200))
def test_a_fitted_text_fits(text: str, width: float) -> None:
    shown, size = fitted(text, width, 9, 5)
    assert 5 <= size <= 9
    assert width_of(shown, size) <= width + 0.01
    assert shown == text or shown.endswith("…")


@given(st.lists(st.integers(32, 0x10FFFF).filter(lambda point: not 0xD800 <= point < 0xE000), max_size=256))
def test_a_character_map_says_each_character_in_utf_16(points: list[int]) -> None:
    lines = unicode_map("Font", points).splitlines()
    pairs = [line.split() for line in lines if line.startswith("<") and len(line.split()) == 2][1:]
    said = [bytes.fromhex(text.strip("<>")).decode("utf-16-be") for _, text in pairs]
    assert said == [chr(point) for point in points]
    sizes = [int(line.split()[0]) for line in lines if line.endswith("beginbfchar")]
    assert sum(sizes) == len(points)
    assert all(0 < size <= 100 for size in sizes)
