"""Printed documents: the roster's wall sheet by people and by posts, a month and a week on a page."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QApplication

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
