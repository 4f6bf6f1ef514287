"""A whole visit by keys alone, on the real office and a real database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.counter import CounterScreen
from terminal.screens.fonts import load_fonts
from tests.screens.counter import canned

Key = Qt.Key


@pytest.fixture
def centre(database_url: str) -> Iterator[Any]:
    """The sample centre's office, as another program at work on the same database."""
    found_centre(database_url)
    with open_office(database_url) as office:
        yield office


@pytest.fixture
def counter(qtbot: QtBot, centre: Any, database_url: str) -> Iterator[CounterScreen]:
    """Window 3 with Zhang at it."""
    load_fonts()
    background = Background(lambda: open_office(database_url))
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
