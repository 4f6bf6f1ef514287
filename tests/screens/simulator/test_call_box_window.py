"""The call box on the screen, heard by a real driver over a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drivers.bus import Bus
from drivers.call_box import CallBox, CallKey, load_profile
from drivers.call_box.simulator import BoxFault
from drivers.line import Line
from terminal.devices.simulated import SimulatedCallBox
from terminal.screens import theme
from terminal.screens.i18n import Languages
from terminal.screens.simulator import CallBoxWindow
from terminal.screens.widgets.painting import text_width


class Bench:
    """A box on the desk: the device, its window, and the driver at the other end of the line."""

    def __init__(self, qtbot: QtBot) -> None:
        self.box = SimulatedCallBox(13)
        self.window = CallBoxWindow(self.box, theme.LIGHT)
        qtbot.addWidget(self.window)
        self.window.show()
        self.line = Line(self.box.port)
        self.line.open()
        self.station = CallBox(load_profile("ff68"), 13)
        self.bus = Bus(self.line, [self.station])
        self.qtbot = qtbot

    def press(self, *names: str) -> None:
        for name in names:
            QTest.mousePress(self.window.keys[name], Qt.MouseButton.LeftButton)
            QTest.mouseRelease(self.window.keys[name], Qt.MouseButton.LeftButton)

    def heard(self) -> list[tuple[str, str]]:
        """Keys that reached the terminal; each is answered."""
        events = [event for _ in range(5) for _, event in self.bus.turn(0.05)]
        return [(event.key, event.digits) for event in events if isinstance(event, CallKey)]

    def close(self) -> None:
        self.line.close()
        self.box.close()


@pytest.fixture
def bench(qtbot: QtBot, languages: Languages) -> Iterator[Bench]:
    bench = Bench(qtbot)
    yield bench
    bench.close()


def test_a_key_reaches_the_terminal_with_the_digits_typed_before_it(bench: Bench) -> None:
    bench.press("call", "2", "transfer", "6", "confirm")
    assert bench.heard() == [("call", ""), ("transfer", "2"), ("give_up", "")]


def test_a_key_presses_going_down_and_not_on_release(bench: Bench) -> None:
    QTest.mousePress(bench.window.keys["call"], Qt.MouseButton.LeftButton)
    assert bench.heard() == [("call", "")]


def test_digits_wait_for_a_key_and_can_be_taken_back(bench: Bench) -> None:
    QTest.keyClicks(bench.window, "12")
    bench.qtbot.waitUntil(lambda: bench.window.typed == "12")
    QTest.keyClick(bench.window, Qt.Key.Key_Backspace)
    assert bench.window.typed == ""
    QTest.keyClick(bench.window, Qt.Key.Key_0)
    QTest.keyClick(bench.window, Qt.Key.Key_Return)
    bench.qtbot.waitUntil(lambda: bench.box.state.last_key == "0 confirm")
    assert bench.window.typed == ""


def test_no_more_digits_are_kept_than_a_box_has_room_for(bench: Bench) -> None:
    bench.press(*"123456789")
    assert bench.window.typed == "456789"


def test_the_display_shows_what_the_terminal_says(bench: Bench) -> None:
    bench.station.show(7, "A012")
    bench.bus.turn(0.0)
    bench.qtbot.waitUntil(lambda: bench.window.display.text == "  7012")


def test_a_box_without_its_cable_is_dark_and_cannot_be_pressed(bench: Bench) -> None:
    bench.box.set_plugged(False)
    assert bench.window.display.text == ""
    assert not any(key.isEnabled() for key in bench.window.keys.values())
    bench.box.set_plugged(True)
    assert all(key.isEnabled() for key in bench.window.keys.values())


def test_the_menu_pulls_the_cable_and_spoils_presses(bench: Bench) -> None:
    menu = bench.window.menu()
    pull, *spoils = (action for action in menu.actions() if not action.isSeparator())
    assert len(spoils) == len(BoxFault)
    for spoil in spoils:
        spoil.trigger()
    bench.press("call")
    while not bench.box.state.confirmed:
        bench.heard()
        bench.qtbot.wait(1)
    pull.trigger()
    assert not bench.box.is_plugged
    menu.deleteLater()


def test_every_key_and_its_words_fit_in_every_theme_and_language(bench: Bench, languages: Languages) -> None:
    for language in ("zh", "en"):
        languages.use(language)
        for one in (theme.LIGHT, theme.DARK, theme.CONTRAST):
            window = CallBoxWindow(bench.box, one)
            bench.qtbot.addWidget(window)
            window.resize(window.minimumSize())
            window.show()
            for key in window.keys.values():
                assert window.rect().contains(key.geometry())
                assert 0 < text_width(key.text(), one.font("body", True)) <= key.width(), (language, one, key.text())
            window.grab()
    languages.use("zh")
    bench.qtbot.waitUntil(lambda: bench.window.keys["call"].text() == "呼叫")
