"""The strip and the scanner on the screen, over real pseudo-terminals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drivers.bus import Bus
from drivers.line import Line
from drivers.scanner import Scanner
from drivers.window_display import Strip, load_profile
from terminal.devices.simulated.scanner import SimulatedScanner
from terminal.devices.simulated.window_display import SimulatedStrip
from terminal.screens.fonts import load_fonts
from terminal.screens.simulator.display_window import DisplayWindow
from terminal.screens.simulator.led_matrix import HIGH, lit_dots
from terminal.screens.simulator.scanner_window import ScannerWindow
from terminal.screens.simulator.slip_rows import PaperSlip
from terminal.screens.theme import LIGHT

SLIPS = (PaperSlip("A012", "K7QX2M9P"), PaperSlip("D003", "OTHER234"))


@pytest.fixture
def strip(qapp: QApplication) -> Iterator[SimulatedStrip]:
    load_fonts()
    made = SimulatedStrip("zhongyi", 3)
    yield made
    made.close()


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[SimulatedScanner]:
    load_fonts()
    made = SimulatedScanner()
    yield made
    made.close()


class Host:
    """The terminal's side of a strip."""

    def __init__(self, strip: SimulatedStrip) -> None:
        self.line = Line(strip.port)
        self._strip = Strip(load_profile("zhongyi"), 3)
        self._bus = Bus(self.line, [self._strip])

    def show(self, text: str, at: float = 0.0) -> None:
        self._strip.show(text, at)
        self._bus.turn(0.0)


def test_what_the_strip_is_told_is_lit(strip: SimulatedStrip, qtbot: QtBot) -> None:
    window = DisplayWindow(strip, LIGHT)
    qtbot.addWidget(window)
    window.show()
    assert window.matrix.text == ""
    assert window.foot.words[0] == "unknown"
    host = Host(strip)
    host.show("请A012到3号窗口")
    qtbot.waitUntil(lambda: window.matrix.text == "请A012到3号窗口")
    assert window.foot.words == ("up", "Texts shown: 1")
    assert not window.grab().isNull()
    host.line.close()


def test_a_pulled_cable_leaves_the_text_lit_and_says_so(strip: SimulatedStrip, qtbot: QtBot) -> None:
    window = DisplayWindow(strip, LIGHT)
    qtbot.addWidget(window)
    host = Host(strip)
    host.show("3号窗口")
    qtbot.waitUntil(lambda: window.matrix.text == "3号窗口")
    host.line.close()
    window.menu().actions()[0].trigger()
    assert window.foot.words == ("trouble", "Not connected")
    assert window.matrix.text == "3号窗口"
    window.menu().actions()[0].trigger()
    assert window.foot.words[0] == "up"


def test_a_strip_switched_off_and_on_is_dark_until_it_is_told_again(strip: SimulatedStrip, qtbot: QtBot) -> None:
    window = DisplayWindow(strip, LIGHT)
    qtbot.addWidget(window)
    host = Host(strip)
    host.show("一号")
    qtbot.waitUntil(lambda: window.matrix.text == "一号")
    window.menu().actions()[-1].trigger()
    host.show("二号", 1.0)
    qtbot.waitUntil(lambda: window.matrix.text == "")
    host.show("三号", 2.0)
    qtbot.waitUntil(lambda: window.matrix.text == "三号")
    host.line.close()


def test_dots_stay_on_the_strip_and_spaces_are_dark(qapp: QApplication) -> None:
    load_fonts()
    font = LIGHT.font("body")
    dots = lit_dots("号 1" * 9, 16, font)
    assert dots
    assert all(0 <= x < 128 and 0 <= y < HIGH for x, y in dots)
    assert not any(16 <= x < 24 for x, _ in dots)
    assert lit_dots("   ", 16, font) == []


def heard(bus: Bus, turns: int = 20) -> list[str]:
    codes: list[str] = []
    while not codes and turns:
        codes += [event.code for _, event in bus.turn(0.1)]
        turns -= 1
    return codes


def test_a_typed_code_and_a_picked_slip_are_scanned(scanner: SimulatedScanner, qtbot: QtBot) -> None:
    window = ScannerWindow(scanner, LIGHT)
    qtbot.addWidget(window)
    window.show()
    window.show_slips(SLIPS)
    line = Line(scanner.port)
    bus = Bus(line, [Scanner()])
    bus.turn(0.0)
    assert not window.button.isEnabled()
    QTest.keyClicks(window.field, "TYPED234")
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert heard(bus) == ["TYPED234"]
    QTest.mouseClick(window.rows, Qt.MouseButton.LeftButton, pos=window.rows.rect().topLeft())
    assert heard(bus) == ["K7QX2M9P"]
    QTest.keyClick(window.field, Qt.Key.Key_Down)
    QTest.mouseClick(window.button, Qt.MouseButton.LeftButton)
    assert heard(bus) == ["OTHER234"]
    qtbot.waitUntil(lambda: window.foot.words == ("up", "Sent OTHER234"))
    line.close()


def test_without_its_cable_nothing_can_be_scanned(scanner: SimulatedScanner, qtbot: QtBot) -> None:
    window = ScannerWindow(scanner, LIGHT)
    qtbot.addWidget(window)
    window.field.setText("K7QX2M9P")
    window.menu().actions()[0].trigger()
    assert not window.button.isEnabled()
    assert window.foot.words == ("trouble", "Not connected")
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert scanner.state.scans == 0


def test_both_windows_follow_the_language(strip: SimulatedStrip, scanner: SimulatedScanner, qtbot: QtBot) -> None:
    for window in (DisplayWindow(strip, LIGHT), ScannerWindow(scanner, LIGHT)):
        qtbot.addWidget(window)
        QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        assert window.windowTitle()
