"""The booking page over a window's visit: opened by a key, left by Escape, booked in the name of who sits there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from terminal.office.office import Office
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from terminal.screens.counter import CounterScreen
from tests.screens.booking.test_page import CARD


@pytest.fixture
def counter(background: Background, qtbot: QtBot) -> Iterator[CounterScreen]:
    made = CounterScreen(background, theme.LIGHT, 3, "li")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.work.view is not None and made.work.view.staff == "li", timeout=20000)
    yield made
    made.close()


def opened(counter: CounterScreen, qtbot: QtBot) -> BookingPage:
    QTest.keyClick(counter.panes, Qt.Key.Key_F1)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: counter.booking is not None and bool(counter.booking.draft.catalogue))
    assert counter.booking is not None
    return counter.booking


def test_it_lies_over_the_visit_and_escape_leads_back(counter: CounterScreen, qtbot: QtBot) -> None:
    page = opened(counter, qtbot)
    assert page.geometry() == counter.rect()
    assert counter.panes is not None
    assert not counter.panes.isVisible()
    page.tabs.back.click()
    assert counter.panes.isVisible()
    assert not page.isVisible()


def test_whoever_sits_there_books(counter: CounterScreen, office: Office, qtbot: QtBot) -> None:
    page = opened(counter, qtbot)
    assert page.desk.by == "li"
    page.tabs.back.click()
    office.counters.sign_in(3, "wang")
    qtbot.waitUntil(lambda: counter.work.view is not None and counter.work.view.staff == "wang")
    assert opened(counter, qtbot).desk.by == "wang"


def test_a_card_laid_on_the_reader_meanwhile_is_offered(counter: CounterScreen, qtbot: QtBot) -> None:
    page = opened(counter, qtbot)
    assert not page.make.who.card.isVisible()
    counter.resident._read(CARD)
    assert page.make.who.card.isVisible()
    QTest.keyClick(page, Qt.Key.Key_F2)
    assert page.draft.person.number == CARD.number
    counter.resident.clear()
    assert not page.make.who.card.isVisible()
