"""A whole visit by keys alone, on the real office and a real database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.office import open_office
from terminal.office.booking_views import ResidentEntry
from terminal.rules.hours import Span
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.counter import CounterScreen
from terminal.screens.fonts import load_fonts
from tests.screens.counter import canned

Key = Qt.Key


@pytest.fixture
def centre(sample_url: str) -> Iterator[Any]:
    """The sample centre's office, as another program at work on the same database."""
    with open_office(sample_url) as office:
        yield office


@pytest.fixture
def counter(qtbot: QtBot, centre: Any, sample_url: str) -> Iterator[CounterScreen]:
    """Window 3 with Zhang at it."""
    load_fonts()
    background = Background(lambda: open_office(sample_url))
    screen = CounterScreen(background, theme.LIGHT, 3, "zhang", rating=canned.CannedPad())
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: screen.work.view is not None and bool(screen.work.items), timeout=15_000)
    yield screen
    assert background.close()


def press(screen: CounterScreen, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or screen, key, modifier)


def test_the_one_who_sits_down_is_signed_in(counter: CounterScreen, centre: Any) -> None:
    view = centre.hall.counter_view(3)
    assert (view.staff, counter.work.view and counter.work.view.staff) == ("zhang", "zhang")


def test_a_visit_of_two_items_by_keys_alone(counter: CounterScreen, centre: Any, qtbot: QtBot) -> None:
    work = counter.work
    taken = centre.queue.issue("LD-002")
    qtbot.waitUntil(lambda: work.phase == "idle", timeout=5_000)  # the feed tells; nobody asks
    press(counter, Key.Key_F5)
    qtbot.waitUntil(lambda: work.phase == "called" and not work.busy, timeout=5_000)
    press(counter, Key.Key_F9)
    qtbot.waitUntil(lambda: work.phase == "serving" and not work.busy, timeout=5_000)
    press(counter, Key.Key_Space)
    press(counter, Key.Key_F3)
    QTest.keyClicks(QApplication.focusWidget(), "LD-001")
    press(counter, Key.Key_Return)
    qtbot.waitUntil(lambda: len(work.open_handlings()) == 2 and not work.busy, timeout=5_000)
    press(counter, Key.Key_F9)  # the one begun last, done on the spot
    qtbot.waitUntil(lambda: len(work.open_handlings()) == 1 and not work.busy, timeout=5_000)
    press(counter, Key.Key_4, Qt.KeyboardModifier.AltModifier)
    press(counter, Key.Key_F9)
    press(counter, Key.Key_0, Qt.KeyboardModifier.AltModifier)  # nobody says whose case it would be
    qtbot.waitUntil(lambda: work.phase == "empty" and not work.busy, timeout=5_000)
    assert work.view is not None
    assert work.view.last_visit is not None
    assert work.view.last_visit.number == taken.number
    assert [(row.item, row.outcome) for row in work.view.last_visit.handlings] == [
        ("LD-002", "refused"),
        ("LD-001", "done"),
    ]


def test_hold_and_pass_and_back_again_by_keys(counter: CounterScreen, centre: Any, qtbot: QtBot) -> None:
    work = counter.work
    for _ in range(2):
        centre.queue.issue("A")
    qtbot.waitUntil(lambda: work.phase == "idle" and len(work.view.waiting) == 2, timeout=5_000)  # type: ignore[union-attr]
    for key in (Key.Key_F5, Key.Key_F7, Key.Key_F5, Key.Key_F8):  # call and hold the first, call and pass the second
        press(counter, key)
        qtbot.waitUntil(lambda: not work.busy, timeout=5_000)
    view = work.view
    assert view is not None
    assert ([ticket.number for ticket in view.held], [ticket.number for ticket in view.skipped]) == (["A001"], ["A002"])
    press(counter, Key.Key_F8)
    qtbot.waitUntil(lambda: work.phase == "idle" and not work.busy, timeout=5_000)
    press(counter, Key.Key_F7)
    qtbot.waitUntil(lambda: work.phase == "called" and not work.busy, timeout=5_000)
    assert work.view is not None
    assert work.view.current is not None
    assert work.view.current.number == "A001"


def test_a_call_that_another_window_was_quicker_with_is_told_and_the_queue_is_right(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    work = counter.work
    ticket = centre.queue.issue("A")
    qtbot.waitUntil(lambda: work.phase == "idle", timeout=5_000)
    centre.queue.call_next(counter=5)
    told: list[object] = []
    work.told.connect(told.append)
    work.call(ticket.id)
    qtbot.waitUntil(lambda: work.phase == "empty", timeout=5_000)
    assert any(notice is not None for notice in told)


def test_who_is_on_duty_signs_in_by_keys_and_the_roster_notes_it(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    today = centre.room.day(centre.room.now())
    days = "work" if centre.calendar.day(today).working else "rest"
    centre.roster.put_shift("all_day", "全天", days=days, opens=0, closes=1440)  # at whatever hour the test runs
    centre.roster.put_posts("all_day", [1])
    roster = centre.roster.draft(today, today)
    centre.roster.put(roster.id, today, "all_day", 1, "li")
    centre.roster.publish(roster.id, force=True)
    press(counter, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    panes: Any = counter.panes
    qtbot.waitUntil(lambda: panes.over.pick is not None and panes.over.pick.isVisible())
    QTest.keyClicks(QApplication.focusWidget(), "li")
    press(counter, Key.Key_Return)
    qtbot.waitUntil(lambda: counter.work.view is not None and counter.work.view.staff == "li")
    [on_duty] = centre.duty.on(today)
    assert (on_duty.signed_in_at, on_duty.duty.arrived_at is not None) == (3, True)


def test_all_items_of_an_appointment_begin_together(counter: CounterScreen, centre: Any, qtbot: QtBot) -> None:
    """Otherwise the visit would be over with the first of them."""
    work = counter.work
    booked = booked_now(centre, "LD-001", "SB-001")
    centre.appointments.check_in(booked.code, source="counter")
    qtbot.waitUntil(lambda: work.phase == "idle", timeout=5_000)
    press(counter, Key.Key_F5)
    qtbot.waitUntil(lambda: work.phase == "called" and not work.busy)
    press(counter, Key.Key_F9)
    qtbot.waitUntil(lambda: len(work.open_handlings()) == 2)
    assert {row.item for row in work.open_handlings()} == {"LD-001", "SB-001"}
    qtbot.waitUntil(lambda: counter.client.person is not None, timeout=5_000)  # who booked is known
    assert counter.client.name == "甲一"


def booked_now(centre: Any, *items: str) -> Any:
    """An appointment that may be checked in at once, whatever the hour."""
    today = centre.room.day(centre.room.now())
    centre.hours.special([Span(0, 1440)], today, today + timedelta(days=1), reason="test")
    for days in ("work", "rest"):
        centre.roster.put_shift(f"all_{days}", "全天", days=days, opens=0, closes=1440)
        centre.roster.put_posts(f"all_{days}", [1, 2, 3])
    centre.appointments.set_rules(lead_minutes=0, early_minutes=240)
    soon = [slot for day in centre.appointments.slots(items, today, today + timedelta(days=1)) for slot in day.slots]
    resident = ResidentEntry("甲一", "", "13800000001")
    return centre.appointments.book(items, soon[0].start, resident, "in_person")


def test_an_appointments_code_before_the_scanner_checks_its_holder_in(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    booked = booked_now(centre, "LD-001")
    counter._scanned(booked.code)
    qtbot.waitUntil(lambda: centre.appointments.find(booked.code).state == "arrived", timeout=5_000)
    panes: Any = counter.panes
    qtbot.waitUntil(lambda: panes.over.pick is not None and panes.over.pick.isVisible())
    press(counter, Key.Key_Return)
    qtbot.waitUntil(lambda: counter.work.phase == "called" and not counter.work.busy)
    assert counter.work.view is not None
    assert counter.work.view.current is not None
    assert counter.work.view.current.number == centre.appointments.find(booked.code).ticket


def test_an_appointment_that_cannot_be_checked_in_is_told(counter: CounterScreen, centre: Any, qtbot: QtBot) -> None:
    booked = booked_now(centre, "LD-001")
    centre.appointments.cancel(booked.code)
    told: list[Any] = []
    counter.work.told.connect(told.append)
    counter._scanned(booked.code)
    qtbot.waitUntil(lambda: any(notice is not None for notice in told))
    assert booked.code in told[-1].sentence
