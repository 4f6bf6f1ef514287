"""The page of hours over a real office: days, files, and changes from a date on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from terminal.office.booking_views import BookingView, ResidentEntry
from terminal.office.office import Office
from terminal.office.plan_views import HoursChange
from terminal.rules.hours import Span
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.planning import HoursPage
from tests.screens.planning.conftest import MONDAY, ChosenFiles

ZONE = ZoneInfo("Asia/Shanghai")
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def page(background: Background, files: ChosenFiles, qtbot: QtBot) -> HoursPage:
    """The page of this year."""
    made = HoursPage(background, theme.LIGHT, by="zhang", today=lambda: MONDAY, files=files)
    qtbot.addWidget(made)
    made.resize(1440, 852)
    made.show()
    made.open()
    qtbot.waitUntil(lambda: made.picture is not None, timeout=20000)
    return made


def book(office: Office, hour: int, minute: int = 0) -> BookingView:
    """An appointment on Tuesday."""
    start = datetime(2026, 11, 24, hour, minute, tzinfo=ZONE)
    resident = ResidentEntry("王建华", "", f"138000000{hour:02}")
    return office.appointments.book(["LD-001"], start, resident, "street_hotline")


def test_the_hours_in_force_are_drawn_day_kinds_together(page: HoursPage) -> None:
    (centre,) = page.hours.shown
    assert [(bar.name, bar.spans) for bar in centre.bars] == [
        ("工作日", (Span(480, 1080),)),
        ("休息日", (Span(540, 720, "extended"),)),
    ]


def test_the_day_in_hand_says_what_it_is_and_when_it_is_open(page: HoursPage) -> None:
    page.grid.go(date(2026, 10, 1))
    assert page.day.text == "10月1日 星期四  休息日  国庆节  09:00–12:00（延时）"
    QTest.keyClick(page.grid, Qt.Key.Key_Down)
    assert page.grid.day == date(2026, 10, 8)


def test_a_day_is_marked_and_given_back_by_keys(page: HoursPage, qtbot: QtBot, office: Office) -> None:
    page.grid.go(TUESDAY)
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    sheet = page.day_sheet
    assert sheet is not None
    sheet.kind.select("rest")
    sheet.name.setText("停电")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.grid.view is not None and page.grid.view.edited)
    assert not office.calendar.day(TUESDAY).working
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.grid.view is not None and not page.grid.view.edited)
    assert office.calendar.day(TUESDAY).working


def test_a_day_marked_as_rest_lists_the_appointments_it_breaks(page: HoursPage, qtbot: QtBot, office: Office) -> None:
    booking = book(office, 15)
    page.verbs.mark(TUESDAY, False, "停电")
    qtbot.waitUntil(lambda: page.shown == "broken")
    assert [one.id for one in page.broken.bookings] == [booking.id]


def test_a_year_nobody_published_says_so_with_what_depends_on_it(page: HoursPage, qtbot: QtBot, office: Office) -> None:
    office.roster.draft(date(2027, 1, 1), date(2027, 1, 31))
    QTest.mouseClick(page.tools.on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.uncertain.isVisible())
    assert "2027 年放假安排尚未公布" in page.uncertain.sentence
    assert page.tools.state.text == "未公布"
    page.verbs.do("complete")
    qtbot.waitUntil(lambda: not page.uncertain.isVisible())
    assert office.calendar.year(2027).certain


def test_stepping_past_december_goes_to_the_next_year(page: HoursPage, qtbot: QtBot) -> None:
    page.grid.go(date(2026, 12, 31))
    QTest.keyClick(page.grid, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.year.year == 2027)
    assert page.grid.day == date(2027, 1, 1)


def test_a_change_names_what_it_breaks_before_it_is_saved(page: HoursPage, qtbot: QtBot, office: Office) -> None:
    early, late = book(office, 9), book(office, 17, 15)
    page.grid.go(TUESDAY)
    page.tools.change.click()
    sheet = page.change
    assert sheet.rows.field("mon").text() == "08:00-18:00"  # it starts from what holds
    sheet.rows.field("mon").setText("9-12, 14-17")
    sheet.rows.same.click()
    sheet.reason.setText("冬季作息")
    sheet.go.click()
    qtbot.waitUntil(lambda: sheet.go.text() == "保存")
    assert [one.id for one in sheet.broken.bookings] == [late.id]
    assert len(office.hours.plans()) == 1  # nothing is saved yet
    sheet.go.click()
    qtbot.waitUntil(lambda: page.shown == "broken")
    assert [one.id for one in page.broken.bookings] == [late.id]
    assert office.hours.days(TUESDAY, TUESDAY)[0].spans == (Span(540, 720), Span(840, 1020))
    assert office.appointments.find(early.id).state == "booked"
    asked: list[tuple[int, str]] = []
    page.booking_asked.connect(lambda booking, what: asked.append((booking, what)))
    for button in (page.broken.move_it, page.broken.cancel_it, page.broken.tell_them):
        button.click()
    assert asked == [(late.id, "move"), (late.id, "cancel"), (late.id, "tell")]


def test_what_is_typed_after_trying_has_to_be_tried_again(page: HoursPage, qtbot: QtBot, office: Office) -> None:
    page.tools.change.click()
    page.change.rows.field("mon").setText("9-17")
    page.change.go.click()
    qtbot.waitUntil(lambda: page.change.go.text() == "保存")
    page.change.rows.field("tue").setText("9-16")
    assert page.change.go.text() == "查看影响"
    assert len(office.hours.plans()) == 1


def test_what_a_change_would_break_is_not_said_of_another_one_typed_meanwhile(page: HoursPage) -> None:
    page.tools.change.click()
    page.change.rows.field("mon").setText("9-17")
    tried = page.change.change()
    page.change.go.click()
    page.change.rows.field("tue").setText("9-16")
    assert tried is not None
    page.change.show_consequences(HoursChange(None, ()), tried)  # it comes late
    assert page.change.go.text() == "查看影响"


def test_hours_that_cannot_be_kept_are_marked_as_typed_and_not_sent(page: HoursPage, office: Office) -> None:
    page.tools.change.click()
    field = page.change.rows.field("tue")
    field.setText("18-8")
    assert field.property("fault")
    page.change.go.click()
    assert page.change.change() is None
    assert page.band.sentence == ""
    assert len(office.hours.plans()) == 1


def test_a_change_before_today_is_refused_in_words(page: HoursPage, qtbot: QtBot) -> None:
    page.tools.change.click()
    page.change.since.setText("2026-11-01")
    page.change.go.click()
    qtbot.waitUntil(lambda: page.band.sentence != "")
    assert page.band.kind == "calm"


def test_special_days_need_a_reason_and_are_closed_when_nothing_is_typed(
    page: HoursPage, qtbot: QtBot, office: Office
) -> None:
    page.grid.go(date(2026, 12, 31))
    page.tools.change.click()
    page.change.kind.chosen.emit("special")
    page.change.kind.select("special")
    page.change.go.click()
    assert page.change.reason.property("fault")
    page.change.reason.setText("年终盘点")
    page.change.go.click()
    qtbot.waitUntil(lambda: page.change.go.text() == "保存")
    page.change.go.click()
    qtbot.waitUntil(lambda: page.shown == "hours" and len(page.hours.list.rows) == 1)
    assert "年终盘点" in page.hours.list.rows[0].title
    assert office.hours.days(date(2026, 12, 31), date(2026, 12, 31))[0].spans == ()


def test_a_line_has_hours_of_its_own_and_gives_them_up_again(page: HoursPage, qtbot: QtBot, office: Office) -> None:
    office.hours.change({"mon": (Span(540, 900),)}, MONDAY, line="D")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.hours.shown) == 2)
    page.tools.change.click()
    page.change._line_chosen("D")
    assert page.change.rows.field("mon").text() == "09:00-15:00"
    page.change.kind.select("centre")
    page.change.kind.chosen.emit("centre")
    page.change.go.click()
    qtbot.waitUntil(lambda: page.change.go.text() == "保存")
    page.change.go.click()
    qtbot.waitUntil(lambda: len(page.hours.shown) == 1)


def test_a_change_to_come_is_taken_back_after_a_question(page: HoursPage, qtbot: QtBot, office: Office) -> None:
    office.hours.special((), date(2026, 12, 31), date(2026, 12, 31), reason="年终盘点")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.hours.list.rows) == 1)
    page.hours.list.choose(0)
    page.hours.withdraw.click()
    qtbot.waitUntil(lambda: page.shown == "confirm")
    assert len(office.hours.plans()) == 2
    page.confirm.confirm.click()
    qtbot.waitUntil(lambda: not page.hours.list.rows)
    assert len(office.hours.plans()) == 1


def test_a_calendar_file_is_shown_before_it_is_taken(
    page: HoursPage, qtbot: QtBot, office: Office, files: ChosenFiles, tmp_path: Path
) -> None:
    files.path = tmp_path / "calendar.csv"
    page.verbs.export("csv")
    qtbot.waitUntil(lambda: "calendar.csv" in page.band.sentence)
    office.calendar.mark(TUESDAY, False, "停电")
    text = files.path.read_text(encoding="utf-8")
    assert str(TUESDAY.year) in text
    page.verbs.ask_to_import()
    qtbot.waitUntil(lambda: page.shown == "confirm")
    assert not office.calendar.day(TUESDAY).working
    page.confirm.back.click()
    assert page.shown == "hours"


def test_a_file_that_is_no_calendar_is_refused_in_words(
    page: HoursPage, qtbot: QtBot, files: ChosenFiles, tmp_path: Path
) -> None:
    files.path = tmp_path / "calendar.csv"
    files.path.write_text("no calendar", encoding="utf-8")
    page.verbs.ask_to_import()
    qtbot.waitUntil(lambda: page.band.sentence != "")
    assert page.shown == "hours"


def test_published_years_are_taken_over(page: HoursPage, qtbot: QtBot) -> None:
    page.tools.published.click()
    qtbot.waitUntil(lambda: page.band.sentence == "已公布的年份都已导入。")


def test_what_others_change_shows_by_itself(page: HoursPage, qtbot: QtBot, office: Office) -> None:
    page.grid.go(TUESDAY)
    office.calendar.mark(TUESDAY, False, "停电")
    qtbot.waitUntil(lambda: page.grid.view is not None and page.grid.view.edited)
