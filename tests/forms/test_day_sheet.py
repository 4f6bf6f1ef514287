"""An agent's day sheet on paper: what it says, that no stop is torn, and that rare names can be copied."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import pypdfium2 as pdfium
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from forms.day_sheet import day_sheet
from forms.day_sheet_data import DaySheet, SheetErrand

DAY = date(2026, 3, 17)


def errand(number: int = 1, **changes: object) -> SheetErrand:
    known: dict[str, object] = {
        "time": "", "place": "区民政局", "address": "政务路66号", "purpose": "取审批意见", "bring": "", "name": "周英",
        "phone": "13800000001", "case_number": f"LC01-2026-DB-{number:04d}", "title": "临时救助", "carry": (),
        "state": "planned",
    }  # fmt: skip
    return SheetErrand(**(known | changes))  # type: ignore[arg-type]


def sheet(*errands: SheetErrand) -> DaySheet:
    return DaySheet("柳溪街道便民服务中心", "陈静", DAY, datetime(2026, 3, 17, 8, 0), errands)


def pages(content: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def test_a_stop_says_where_to_whom_and_what_to_take() -> None:
    (page,) = pages(
        day_sheet(
            sheet(
                errand(carry=("居民户口簿 原件1份",), name="罗𬭎"),
                errand(2, time="10:20", at_home=True, bring="委托书", since=date(2026, 3, 13)),
                errand(3, state="done", time="09:05", came_back="入户核查意见一份"),
            )
        )
    )
    for said in (
        "代办日程单", "陈静", "2026年3月17日周二", "3站，其中上门1户，约定时间1处", "居民户口簿原件1份", "罗𬭎",
        "10:20", "委托书", "3月13日未办", "09:05已办", "入户核查意见一份", "LC01-2026-DB-0003", "第1页共1页", "经收人",
    ):  # fmt: skip
        assert said in page, said


def test_the_same_day_is_the_same_bytes_and_an_empty_one_says_so() -> None:
    assert day_sheet(sheet(errand())) == day_sheet(sheet(errand()))
    (page,) = pages(day_sheet(sheet()))
    assert "这一天没有安排外出代办" in page


TEXT = st.text("柳溪街道居委会，。（）《》12 ab𬭎", max_size=120)


@settings(max_examples=25)
@given(st.lists(st.builds(lambda text, carry: (text, tuple(carry)), TEXT, st.lists(TEXT, max_size=6)), max_size=14))
def test_no_stop_is_torn_and_each_is_on_some_page(stops: list[tuple[str, tuple[str, ...]]]) -> None:
    errands = [
        errand(number, place=text or "某处", address=text, purpose=text or "盖章", carry=carry)
        for number, (text, carry) in enumerate(stops, start=1)
    ]
    content = day_sheet(sheet(*errands))
    found = pages(content)
    for number in range(1, len(stops) + 1):
        on = [page for page in found if f"LC01-2026-DB-{number:04d}" in page]
        assert len(on) == 1
    assert all(f"第{number}页共{len(found)}页" in page for number, page in enumerate(found, start=1))


def test_a_stop_that_carries_very_much_keeps_to_a_page() -> None:
    content = day_sheet(sheet(errand(carry=tuple(f"材料{number}" for number in range(90))), errand(2)))
    found = pages(content)
    assert len(found) == 1
    assert "另有70样" in found[0]
    assert "LC01-2026-DB-0002" in found[0]


def test_nothing_is_drawn_beyond_the_edges() -> None:
    long = "很长的地址" * 24
    document = pdfium.PdfDocument(
        day_sheet(sheet(*(errand(one, address=long, title=long, carry=(long,) * 3) for one in range(5))))
    )
    for page in document:
        shown = page.render(scale=1).to_numpy()
        assert (shown[:, :30] == 255).all()
        assert (shown[:, -30:] == 255).all()
        assert (shown[-20:] == 255).all()
    document.close()
