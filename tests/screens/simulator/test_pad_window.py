"""The pad on the screen, asked by a real driver over a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drivers.line import Line
from drivers.rating_pad import KeyPress, load_profile
from terminal.devices.simulated import SimulatedPad
from terminal.screens import theme
from terminal.screens.i18n import Languages
from terminal.screens.simulator import PadWindow
from terminal.screens.simulator.pad_window import PadMode
from tests.drivers.hosts import PadHost
from tests.screens.manager.canned import SIX


class Clock:
    """A clock that a test turns."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Bench:
    """A pad on the desk: the device, its window, and the driver at the other end of the line."""

    def __init__(self, kind: str, qtbot: QtBot) -> None:
        self.clock = Clock()
        self.pad = SimulatedPad(kind)
        self.window = PadWindow(self.pad, theme.LIGHT, 3, SIX, ask_seconds=30, clock=self.clock)
        qtbot.addWidget(self.window)
        self.window.show()
        self.line = Line(self.pad.port)
        self.line.open()
        self.host = PadHost(self.line, load_profile(kind))
        self._qtbot = qtbot

    def ask(self) -> None:
        self.host.ask()
        self._qtbot.waitUntil(lambda: self.window.mode is PadMode.ASKED)

    def heard(self) -> list[str]:
        """Keys that reached the terminal; each is answered."""
        return [event.key for _ in range(5) for event in self.host.poll(0.05) if isinstance(event, KeyPress)]

    def close(self) -> None:
        self.line.close()
        self.pad.close()


@pytest.fixture
def bench(qtbot: QtBot, languages: Languages) -> Iterator[Bench]:
    made = Bench("six-key", qtbot)
    yield made
    made.close()


def test_nobody_can_press_a_pad_that_was_not_asked(bench: Bench) -> None:
    assert bench.window.words[0] == "请稍候"
    assert not any(key.isEnabled() for key in bench.window.keys)
    QTest.keyClick(bench.window, Qt.Key.Key_1)
    assert bench.heard() == []


def test_its_keys_have_the_scales_words_in_the_pads_order(bench: Bench) -> None:
    assert [key.face.word for key in bench.window.keys] == ["满意", "很满意", "一般", "时间长", "态度差", "业务差"]


def test_a_pressed_key_is_heard_and_thanked_for(bench: Bench, qtbot: QtBot) -> None:
    bench.ask()
    assert bench.window.words == ("请您评价", "可以不评，还有 30 秒")
    QTest.mouseClick(bench.window.keys[1], Qt.MouseButton.LeftButton)
    assert bench.window.keys[1].is_down
    assert bench.heard() == ["very_satisfied"]
    qtbot.waitUntil(lambda: bench.window.mode is PadMode.THANKS)
    qtbot.waitUntil(lambda: bench.window.mode is PadMode.WAITING)


def test_digits_press_the_keys_in_order(bench: Bench) -> None:
    bench.ask()
    QTest.keyClick(bench.window, Qt.Key.Key_4)
    assert bench.heard() == ["too_long"]


def test_a_second_press_at_once_is_ignored(bench: Bench, qtbot: QtBot) -> None:
    bench.ask()
    QTest.keyClick(bench.window, Qt.Key.Key_1)
    bench.clock.now += 0.4
    QTest.keyClick(bench.window, Qt.Key.Key_6)
    assert bench.heard() == ["satisfied"]
    qtbot.waitUntil(lambda: bench.pad.state.confirmed == 1)
    assert bench.pad.state.presses == 1


def test_a_press_nobody_answers_is_not_thanked_for(bench: Bench, qtbot: QtBot) -> None:
    bench.ask()
    QTest.keyClick(bench.window, Qt.Key.Key_1)
    qtbot.wait(300)
    assert bench.window.mode is PadMode.ASKED


def test_seconds_count_down_and_silence_is_fine(bench: Bench, qtbot: QtBot) -> None:
    bench.ask()
    bench.clock.now += 6
    qtbot.waitUntil(lambda: bench.window.words[1] == "可以不评，还有 24 秒")
    bench.clock.now += 30
    qtbot.waitUntil(lambda: bench.window.mode is PadMode.SILENT)
    assert bench.window.words[0] == "未评"


def test_a_pulled_cable_is_told_and_the_keys_are_dead(bench: Bench, qtbot: QtBot) -> None:
    bench.ask()
    bench.pad.set_plugged(False)
    assert bench.window.words[0] == "未连接"
    assert not any(key.isEnabled() for key in bench.window.keys)
    bench.pad.set_plugged(True)
    assert bench.window.mode is PadMode.WAITING


def test_the_focus_begins_on_no_key_and_tab_reaches_them(bench: Bench) -> None:
    bench.ask()
    assert not any(key.hasFocus() for key in bench.window.keys)
    assert all(key.focusPolicy() == Qt.FocusPolicy.TabFocus for key in bench.window.keys)


@pytest.mark.parametrize(("kind", "columns", "rows"), [("six-key", 3, 2), ("ff68", 2, 2), ("byte", 3, 1)])
def test_all_keys_are_alike_in_size(qtbot: QtBot, languages: Languages, kind: str, columns: int, rows: int) -> None:
    bench = Bench(kind, qtbot)
    try:
        keys = bench.window.keys
        assert len({key.x() for key in keys}) == columns
        assert len({key.y() for key in keys}) == rows
        assert max(key.width() for key in keys) - min(key.width() for key in keys) <= 1
        assert max(key.height() for key in keys) - min(key.height() for key in keys) <= 1
        if kind == "six-key":
            assert (keys[0].width(), keys[0].height()) == (144, 104)
    finally:
        bench.close()


def test_its_menu_spoils_the_next_press(bench: Bench) -> None:
    menu = bench.window.menu()
    spoil = next(action for action in menu.actions() if "半帧" in action.text())
    spoil.trigger()
    bench.ask()
    QTest.keyClick(bench.window, Qt.Key.Key_1)
    assert bench.pad.state.confirmed == 0
    menu.deleteLater()


def test_it_shows_who_is_on_duty_the_stars_it_was_told_and_a_pause(qtbot: QtBot, languages: Languages) -> None:
    bench = Bench("s-e", qtbot)
    pad = bench.host.pad

    def until(mode: PadMode, name: str) -> None:
        qtbot.waitUntil(
            lambda: (
                bench.host.poll(0.02) is not None and (bench.window.mode, bench.pad.state.staff_name) == (mode, name)
            ),
            timeout=15_000,
        )

    try:
        pad.show_stars(4.6)
        pad.show_staff("012", "张晓梅")
        pad.pause(True)
        until(PadMode.PAUSED, "张晓梅")
        assert bench.window.words == ("暂停服务", "请稍候")
        assert bench.pad.state.stars == 5
        pad.pause(False)
        until(PadMode.WAITING, "张晓梅")
        bench.host.ask()
        until(PadMode.ASKED, "张晓梅")
        assert [key.isEnabled() for key in bench.window.keys] == [True] * 5
    finally:
        bench.close()
