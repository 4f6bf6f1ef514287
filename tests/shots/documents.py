"""Printed documents: the roster's wall sheet by people and by posts, a month and a week on a page; an agent's day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QApplication

from forms.day_sheet import day_sheet
from forms.day_sheet_data import DaySheet, SheetErrand
from forms.roster import RosterSheet, SheetDay, SheetEntry, SheetRow, SheetShift
from forms.roster_sheet import roster_sheet

NAMES = (
    "张敏", "李文静", "王建国", "陈静", "周强", "何雨", "吴霞", "郑凯", "孙燕", "罗𬭎", "赵磊", "阿卜杜热合曼·买买提",
)  # fmt: skip
SHIFTS = (
    SheetShift("early", "早班", "08:00–16:00", extended=False),
    SheetShift("late", "晚班", "10:00–18:00", extended=False),
    SheetShift("weekend", "周末班", "09:00–12:00", extended=True),
)
POSTS = {"early": (1, 2, 3), "late": (4, 5, 6), "weekend": (1, 2)}
Given = dict[tuple[date, str, int], str]


def shots(_app: QApplication, folder: Path) -> None:
    """Draw them all."""
    month, week = _days(date(2027, 1, 1), 31), _days(date(2026, 12, 28), 7)
    for name, days, of in (
        ("people-month", month, "people"),
        ("people-week", week, "people"),
        ("posts-month", month, "posts"),
        ("posts-week", week, "posts"),
    ):
        given = _given(days)
        sheet = RosterSheet(
            "柳溪街道便民服务中心", date(2026, 11, 22), days, SHIFTS,
            _people(days, given) if of == "people" else _posts(days, given),
            of="people" if of == "people" else "posts",
            per_page="month" if len(days) > 7 else "week",
            draft=name == "posts-week",
        )  # fmt: skip
        with pypdfium2.PdfDocument(roster_sheet(sheet)) as document:
            page = document[0]
            page.render(scale=2).to_pil().save(folder / f"document-roster-{name}.png")
            page.close()
    _day_sheets(folder)


def _day_sheets(folder: Path) -> None:
    """An agent's day: a full one, and one without errands."""
    day, printed = date(2026, 3, 17), datetime(2026, 3, 17, 8, 1)
    for name, errands in (("full", _errands()), ("empty", ())):
        sheet = DaySheet("柳溪街道便民服务中心", "陈静", day, printed, errands)
        with pypdfium2.PdfDocument(day_sheet(sheet)) as document:
            page = document[0]
            page.render(scale=2).to_pil().save(folder / f"document-day-sheet-{name}.png")
            page.close()


def _errands() -> tuple[SheetErrand, ...]:
    who = ("罗𬭎", "13800000001", "LC01-2026-DB-0042", "临时救助申请")
    other = ("䶮月", "13800000002", "LC01-2026-DB-0017", "老年优待证申领（含换领、补领）")
    papers = ("临时救助申请表 原件1份", "居民身份证 复印件2份", "住院费用票据 原件3份")
    return (
        SheetErrand(
            "", "街道社会事务办公室（民政）", "清溪路 18 号 2 楼", "街道审核", "", *who, papers, "planned"
        ),
        SheetErrand(
            "10:20", "罗*家中", "学府社区 6 栋 2 单元 301 室（电梯停用，请走东侧楼梯，提前十分钟打电话）",
            "上门收取材料、签委托书", "代办服务委托书、材料清单", *who, (), "planned", at_home=True,
        ),
        SheetErrand("", "区民政局 3 楼救助科", "政务路 66 号", "取审批意见", "", *other, (), "now"),
        SheetErrand(
            "15:40", "䶮*家中", "柳溪路 3 号", "送达结果，退还原件", "办理结果、送达回执", *other,
            ("老年优待证 原件1份", "居民户口簿 原件1份"), "planned", at_home=True, since=date(2026, 3, 13),
        ),
        SheetErrand(
            "09:05", "学府社区居委会", "学府路 1 号", "入户核查意见，盖章", "", *who, (), "done",
            came_back="入户核查意见原件一份，已盖章",
        ),
    )  # fmt: skip


def _days(since: date, count: int) -> tuple[SheetDay, ...]:
    days = (since + timedelta(days=number) for number in range(count))
    new_year = date(2027, 1, 1)
    return tuple(
        SheetDay(day, day.weekday() < 5 and day != new_year, "元旦" if day == new_year else "", day.year < 2027)
        for day in days
    )


def _given(days: tuple[SheetDay, ...]) -> Given:
    """Somebody at every post, save one."""
    people = cycle(NAMES)
    places = [
        (one.day, shift.code, counter)
        for one in days
        for shift in SHIFTS
        if shift.extended != one.working
        for counter in POSTS[shift.code]
    ]
    return {place: next(people) for place in places[:5] + places[6:]}


def _people(days: tuple[SheetDay, ...], given: Given) -> tuple[SheetRow, ...]:
    names = {shift.code: shift.name for shift in SHIFTS}
    rows = []
    for person in NAMES:
        cells = {
            day: (SheetEntry(names[shift], shift, counter),)
            for (day, shift, counter), who in given.items()
            if who == person
        }
        if person == "陈静":
            cells[days[4].day] = (*cells.get(days[4].day, ()), SheetEntry("应急", None, 2))
        rows.append(SheetRow(person, "", cells, frozenset({days[3].day}) - cells.keys()))
    return tuple(rows)


def _posts(days: tuple[SheetDay, ...], given: Given) -> tuple[SheetRow, ...]:
    return tuple(
        SheetRow(
            f"{shift.name} {counter}号窗口",
            shift.time,
            {
                one.day: (SheetEntry(who, shift.code),) if (who := given.get((one.day, shift.code, counter))) else ()
                for one in days
                if shift.extended != one.working
            },
        )
        for shift in SHIFTS
        for counter in POSTS[shift.code]
    )
