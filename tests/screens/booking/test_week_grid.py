"""The week as a grid: how keys and clicks move in it, and what it shows of days without slots."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from terminal.office.booking_views import Slot, SlotDay
from terminal.screens import theme
from terminal.screens.booking.week import make_week
from terminal.screens.booking.week_grid import WeekGrid
from terminal.screens.i18n import Languages
from tests.screens.booking.conftest import MONDAY, ZONE

QUARTER = timedelta(minutes=15)


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def slot_day(day: date, hours: Sequence[int] = (), *, free: int = 2, closed: str = "", minutes: int = 15) -> SlotDay:
    """Four slots in each of these hours."""
    starts = [moment(day, hour) + n * QUARTER for hour in hours for n in range(4)]
    slots = tuple(Slot(start, start + timedelta(minutes=minutes), free, 3, "regular") for start in starts)
    return SlotDay(day, True, "", True, True, closed, slots)


def week_from(monday: date, **days: SlotDay) -> tuple[SlotDay, ...]:
    """Monday to Friday from nine to eleven; the weekend is closed."""
    found = []
    for n in range(7):
        day = monday + timedelta(days=n)
        found.append(slot_day(day, (9, 10)) if n < 5 else slot_day(day, closed="closed"))
    for name, changed in days.items():
        found[("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(name)] = changed
    return tuple(found)


@pytest.fixture
def grid(qtbot: QtBot, language: Languages) -> WeekGrid:
    made = WeekGrid(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(766, 480)
    made.show()
    made.show_week(make_week(week_from(MONDAY)))
    made.setFocus()
    return made


def start(grid: WeekGrid) -> datetime:
    assert grid.slot is not None
    return grid.slot.start


def press(grid: WeekGrid, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(grid, key)


def test_the_first_slot_that_is_left_is_in_hand(grid: WeekGrid) -> None:
    assert start(grid) == moment(MONDAY, 9)
    full = slot_day(MONDAY, (9, 10), free=0)
    grid.show_week(make_week(week_from(MONDAY + timedelta(days=7))))
    grid.show_week(make_week(week_from(MONDAY, mon=full)))
    assert start(grid) == moment(MONDAY + timedelta(days=1), 9)


def test_arrows_go_from_slot_to_slot_and_day_to_day(grid: WeekGrid) -> None:
    press(grid, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert start(grid) == moment(MONDAY + timedelta(days=1), 9, 30)
    press(grid, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert start(grid) == moment(MONDAY, 9, 15)


def test_a_day_without_slots_is_passed_over(grid: WeekGrid) -> None:
    tuesday = slot_day(MONDAY + timedelta(days=1), closed="nobody")
    grid.show_week(make_week(week_from(MONDAY, tue=tuesday)))
    press(grid, Qt.Key.Key_Right)
    assert start(grid) == moment(MONDAY + timedelta(days=2), 9)


def test_beyond_the_last_day_the_next_week_is_asked_for_and_entered_from_its_first_day(
    grid: WeekGrid, qtbot: QtBot
) -> None:
    press(grid, Qt.Key.Key_Down, *[Qt.Key.Key_Right] * 4)
    with qtbot.waitSignal(grid.edge) as asked:
        press(grid, Qt.Key.Key_Right)
    assert asked.args == [1]
    after = MONDAY + timedelta(days=7)
    grid.show_week(make_week(week_from(after)))
    assert start(grid) == moment(after, 9, 15)
    with qtbot.waitSignal(grid.edge) as asked:
        press(grid, Qt.Key.Key_Left)
    assert asked.args == [-1]
    grid.show_week(make_week(week_from(MONDAY)))
    assert start(grid) == moment(MONDAY + timedelta(days=4), 9, 15)


def test_other_figures_leave_the_slot_in_hand_where_it_is(grid: WeekGrid) -> None:
    press(grid, Qt.Key.Key_Right, Qt.Key.Key_Down)
    before = start(grid)
    later = slot_day(MONDAY, (8, 9, 10, 11), free=1)  # rows above it came up
    grid.show_week(make_week(week_from(MONDAY, mon=later)))
    assert start(grid) == before


def test_enter_and_a_click_choose(grid: WeekGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.chosen) as chosen:
        press(grid, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].start == moment(MONDAY, 9)
    place = (2, 3)
    with qtbot.waitSignal(grid.chosen) as chosen:
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid._geometry().rect(place).center())
    assert chosen.args is not None
    assert chosen.args[0].start == moment(MONDAY + timedelta(days=3), 9, 30)


def test_a_click_where_no_slot_is_chooses_nothing(grid: WeekGrid, qtbot: QtBot) -> None:
    where = grid._geometry().rect((0, 6)).center()
    with qtbot.assertNotEmitted(grid.chosen, wait=0):
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_a_low_grid_scrolls_with_the_slot_in_hand(grid: WeekGrid) -> None:
    grid.show_week(make_week(week_from(MONDAY, mon=slot_day(MONDAY, range(8, 18)))))
    grid.resize(766, 240)
    press(grid, *[Qt.Key.Key_Down] * 30)
    rect = grid._geometry().rect(grid.current)
    assert 0 <= rect.top() < rect.bottom() < grid.viewport().height()


def test_a_screen_reader_hears_the_slot_in_hand(grid: WeekGrid) -> None:
    assert grid.accessibleName() == "3月16日 周一 09:00 空 2"
    grid.show_week(make_week(week_from(MONDAY, mon=slot_day(MONDAY, (9, 10), free=0))))
    assert grid.accessibleName() == "3月16日 周一 09:00 满"


def test_a_week_without_slots_says_why_for_each_day(grid: WeekGrid) -> None:
    after = MONDAY + timedelta(days=35)
    grid.show_week(make_week([slot_day(after + timedelta(days=n), closed="far") for n in range(7)]))
    assert grid.slot is None
    assert grid.accessibleName().count("还没有到可以预约的日期") == 7
    press(grid, Qt.Key.Key_Return, Qt.Key.Key_Down)  # nothing to choose, nowhere to go
    assert grid.slot is None


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK, theme.CONTRAST])
def test_it_paints_in_every_look_and_width(look: theme.Theme, qtbot: QtBot, language: Languages) -> None:
    made = WeekGrid(look)
    qtbot.addWidget(made)
    long = slot_day(MONDAY, (9, 10), minutes=60)
    made.show_week(
        make_week(week_from(MONDAY, mon=long)),
        moment(MONDAY, 9),
        (moment(MONDAY + timedelta(days=1), 10), moment(MONDAY + timedelta(days=1), 11)),
    )
    made.set_greyed(True)
    for width in (340, 500, 900):
        made.resize(width, 400)
        assert not made.grab().isNull()
