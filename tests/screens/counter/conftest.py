"""A counter screen on canned pictures, shown and furnished."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.office.views import CounterView
from terminal.screens import theme
from terminal.screens.counter import CounterScreen
from terminal.screens.fonts import load_fonts
from tests.screens.counter import canned


@dataclass
class Counter:
    """One counter at work: what it shows, and what it was asked."""

    screen: CounterScreen
    background: canned.CannedBackground
    pad: canned.CannedPad
    printer: canned.CannedPrinter

    @property
    def panes(self) -> Any:
        """What stands in the window."""
        assert self.screen.panes is not None
        return self.screen.panes

    @property
    def verbs(self) -> list[tuple[Any, ...]]:
        """The verbs called, without the readings."""
        readings = {"counter_view", "items", "scale", "kiosk_view", "staff"}
        return [asked for asked in self.background.office.asked if asked[0] not in readings]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is, as a hand on the keyboard does."""
        window = QApplication.activeWindow() or self.screen
        QTest.keyClick(QApplication.focusWidget() or window, key, modifier)

    def type(self, text: str) -> None:
        """Type letters where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.screen, text)

    @property
    def band(self) -> str:
        """What the notice says."""
        return str(self.panes._notice.sentence)


@pytest.fixture
def at_counter(qtbot: QtBot) -> Iterator[Callable[[CounterView], Counter]]:
    """Makes a counter that shows a picture."""
    made: list[Counter] = []
    load_fonts()

    def make(view: CounterView) -> Counter:
        background = canned.CannedBackground(view)
        pad, printer = canned.CannedPad(), canned.CannedPrinter()
        screen = CounterScreen(background, theme.LIGHT, 3, None, canned.lamps(), rating=pad, printer=printer)
        qtbot.addWidget(screen)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(lambda: screen.work.view is not None and screen.isActiveWindow())
        counter = Counter(screen, background, pad, printer)
        made.append(counter)
        return counter

    yield make
    for counter in made:
        if counter.screen.bar is not None:
            counter.screen.bar.close()
            counter.screen.bar.deleteLater()
        assert counter.background.close()
