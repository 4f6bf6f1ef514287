"""A window of the sample centre with somebody at it, served by keys alone: the fixtures and the hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.office import open_office
from terminal.rules.id_number import check_digit
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.counter import CounterScreen
from terminal.screens.fonts import load_fonts
from tests.screens.counter import canned

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
NUMBER = "99999919920504002" + check_digit("99999919920504002")


@pytest.fixture
def centre(sample_url: str) -> Iterator[Any]:
    """The sample centre's office, as another program at work on the same database."""
    with open_office(sample_url) as office:
        yield office


@pytest.fixture
def printer() -> canned.CannedPrinter:
    """What was asked of the receipt printer."""
    return canned.CannedPrinter()


@pytest.fixture
def counter(qtbot: QtBot, centre: Any, sample_url: str, printer: canned.CannedPrinter) -> Iterator[CounterScreen]:
    """Window 3 with Zhang at it, serving somebody who came for a residence permit."""
    load_fonts()
    background = Background(lambda: open_office(sample_url))
    screen = CounterScreen(background, theme.LIGHT, 3, "zhang", rating=canned.CannedPad(), printer=printer)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: screen.work.view is not None and bool(screen.work.items), timeout=15_000)
    centre.queue.issue("LD-002")
    qtbot.waitUntil(lambda: screen.work.phase == "idle", timeout=5_000)
    for key, phase in ((Key.Key_F5, "called"), (Key.Key_F9, "serving")):
        press(screen, key)
        qtbot.waitUntil(lambda phase=phase: screen.work.phase == phase and not screen.work.busy, timeout=5_000)
    yield screen
    assert background.close(20)


def press(screen: CounterScreen, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or screen, key, modifier)


def keys(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(QApplication.focusWidget(), text)


def enter_person(screen: CounterScreen, qtbot: QtBot, number: str = NUMBER) -> None:
    """F2 twice, the fields, Enter after each."""
    press(screen, Key.Key_F2)
    press(screen, Key.Key_F2)
    for text in ("Wu Guifang", number, "13800000031", "No. 6"):
        keys(text)
        press(screen, Key.Key_Return)


def known(screen: CounterScreen) -> Callable[[], bool]:
    """Whether somebody was entered."""
    return lambda: screen.client.person is not None


def finished(screen: CounterScreen) -> Callable[[], bool]:
    """Whether the visit is over."""
    return lambda: screen.work.phase in ("idle", "empty") and not screen.work.busy


def only_case(centre: Any) -> Any:
    """The one case there is."""
    [row] = centre.cases.rows() or centre.cases.rows("refused")
    return centre.cases.view(row.id)
