"""Keyboard scanners: bursts become scans and leave no trace, and every key of a person arrives, once and in order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from terminal.screens.wedge import GAP_S, LONGEST, Wedge

CODE = "K7QX2M9P"


class Desk(QWidget):
    """A window with a field, a letter's shortcut, a function key's, and keys of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.done: list[str] = []  # by shortcut and Enter
        self.keys: list[str] = []  # that came to the window itself
        QShortcut(QKeySequence("F5"), self).activated.connect(lambda: self.done.append(f"F5 after {self.field.text()}"))
        QShortcut(QKeySequence("Q"), self).activated.connect(lambda: self.done.append("Q"))
        self.field.returnPressed.connect(lambda: self.done.append(f"Enter after {self.field.text()}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(f"press {event.text() or event.key()}")

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.keys.append(f"release {event.text() or event.key()}")


class Time:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Keyboard:
    """Keys pressed so many seconds apart."""

    def __init__(self, clock: Time) -> None:
        self._clock = clock

    def tap(self, text: str, gap: float = 0.005) -> None:
        for character in text:
            self._clock.now += gap
            QTest.keyClicks(self._there, character)

    def key(self, key: Qt.Key, gap: float = 0.005) -> None:
        self._clock.now += gap
        QTest.keyClick(self._there, key)

    @property
    def _there(self) -> QWidget:
        there = QApplication.focusWidget()
        assert there is not None
        return there


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def keyboard(clock: Time) -> Keyboard:
    return Keyboard(clock)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    desk.field.setFocus()
    qtbot.waitUntil(lambda: desk.field.hasFocus())
    return desk


@pytest.fixture
def scans(desk: Desk, clock: Time) -> Iterator[list[str]]:
    wedge = Wedge(clock=clock)
    wedge.watch(desk)
    codes: list[str] = []
    wedge.scanned.connect(codes.append)
    yield codes
    wedge.deleteLater()


def test_a_burst_that_ends_in_enter_is_a_scan_and_types_nothing(
    desk: Desk, scans: list[str], keyboard: Keyboard, qtbot: QtBot
) -> None:
    keyboard.tap(CODE)
    keyboard.key(Qt.Key.Key_Return)
    assert scans == [CODE]
    qtbot.wait(round(GAP_S * 2000))  # nothing comes later either
    assert (desk.field.text(), desk.done) == ("", [])


def test_a_scan_where_no_field_has_the_focus_presses_no_key_and_no_shortcut(
    desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    desk.setFocus()
    keyboard.tap("QQQ" + CODE)
    keyboard.key(Qt.Key.Key_Enter)
    assert scans == ["QQQ" + CODE]
    assert (desk.done, desk.keys) == ([], [])


def test_slow_typing_arrives_unchanged(desk: Desk, scans: list[str], keyboard: Keyboard) -> None:
    keyboard.tap("jzzsldjbg", gap=0.12)
    keyboard.key(Qt.Key.Key_Return, gap=0.12)
    assert desk.field.text() == "jzzsldjbg"
    assert desk.done == ["Enter after jzzsldjbg"]
    assert scans == []


def test_the_last_key_of_a_person_arrives_when_no_other_follows(
    desk: Desk, scans: list[str], keyboard: Keyboard, qtbot: QtBot
) -> None:
    keyboard.tap("j")
    qtbot.waitUntil(lambda: desk.field.text() == "j")
    assert scans == []


def test_a_few_quick_letters_and_enter_are_typing(desk: Desk, scans: list[str], keyboard: Keyboard) -> None:
    keyboard.tap("jzz")
    keyboard.key(Qt.Key.Key_Return)
    assert (desk.field.text(), desk.done, scans) == ("jzz", ["Enter after jzz"], [])


def test_a_burst_without_enter_is_typing(desk: Desk, scans: list[str], keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.tap(CODE)
    qtbot.waitUntil(lambda: desk.field.text() == CODE)
    assert scans == []


def test_enter_long_after_a_burst_is_enter(desk: Desk, scans: list[str], keyboard: Keyboard) -> None:
    keyboard.tap(CODE)
    keyboard.key(Qt.Key.Key_Return, gap=0.3)
    assert (desk.field.text(), desk.done, scans) == (CODE, [f"Enter after {CODE}"], [])


def test_a_letter_just_before_a_function_key_comes_before_it(desk: Desk, scans: list[str], keyboard: Keyboard) -> None:
    keyboard.tap("ab")
    keyboard.key(Qt.Key.Key_F5)
    assert desk.done == ["F5 after ab"]


def test_what_was_typed_before_a_scan_stays_and_the_scan_does_not(
    desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    keyboard.tap("居住证jz".encode("ascii", "ignore").decode(), gap=0.1)
    keyboard.tap(CODE[0], gap=0.1)
    keyboard.tap(CODE[1:])
    keyboard.key(Qt.Key.Key_Return)
    assert (desk.field.text(), scans) == ("jz", [CODE])


def test_two_scans_in_a_row_are_two(desk: Desk, scans: list[str], keyboard: Keyboard) -> None:
    for code in (CODE, "OTHER234"):
        keyboard.tap(code)
        keyboard.key(Qt.Key.Key_Return)
    assert scans == [CODE, "OTHER234"]
    assert desk.field.text() == ""


def test_control_keys_and_a_key_held_down_are_never_held_back(desk: Desk, scans: list[str], clock: Time) -> None:
    QTest.keyClick(desk.field, Qt.Key.Key_A)
    for _ in range(10):
        clock.now += 0.03
        repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True)
        QApplication.sendEvent(desk.field, repeat)
    assert desk.field.text() == "a" * 11
    QTest.keyClick(desk.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert desk.field.selectedText() == "a" * 11
    assert scans == []


def test_presses_and_releases_of_a_person_both_arrive_in_order(
    desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    desk.setFocus()
    keyboard.tap("xy", gap=0.1)
    keyboard.key(Qt.Key.Key_Escape)
    texts = [f"{what} {key}" for key in "xy" for what in ("press", "release")]
    assert desk.keys == [*texts, "press \x1b", "release \x1b"]


def test_other_windows_are_left_alone(desk: Desk, scans: list[str], qtbot: QtBot, keyboard: Keyboard) -> None:
    other = Desk()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    other.field.setFocus()
    qtbot.waitUntil(lambda: other.field.hasFocus())
    keyboard.tap(CODE)
    assert other.field.text() == CODE
    assert scans == []


def test_a_flood_of_keys_is_passed_on_and_never_gathered(desk: Desk, scans: list[str], keyboard: Keyboard) -> None:
    keyboard.tap("x" * (3 * LONGEST), gap=0.001)
    keyboard.key(Qt.Key.Key_F5)
    assert desk.field.text() == "x" * (3 * LONGEST)


def test_a_field_that_goes_away_under_a_persons_fingers_loses_no_program(
    desk: Desk, scans: list[str], keyboard: Keyboard, qtbot: QtBot
) -> None:
    keyboard.tap("ab")
    desk.field.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.setFocus()
    keyboard.key(Qt.Key.Key_Escape)
    assert desk.keys[:2] == ["press a", "release a"]  # they come to what has the focus now


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from("abz079-/ "), st.sampled_from([0.001, 0.02, 0.049, 0.051, 0.2])), max_size=40)
)
def test_whatever_a_person_types_at_whatever_pace_arrives_once_and_in_order(
    desk: Desk, scans: list[str], keyboard: Keyboard, clock: Time, typed: list[tuple[str, float]]
) -> None:
    desk.field.clear()
    for character, gap in typed:
        keyboard.tap(character, gap)
    keyboard.key(Qt.Key.Key_End)
    assert desk.field.text() == "".join(character for character, _ in typed)
    assert scans == []
