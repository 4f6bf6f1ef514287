"""Hands that fill in a form: keys, Chinese from an input method, a field, a whole form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from terminal.screens.forms import FormPage
from tests.screens.forms.conftest import stored

Key = Qt.Key


def _at() -> QWidget:
    """Where the focus is; Qt ends the whole run where it is nowhere."""
    at = QApplication.focusWidget()
    assert at is not None, "nothing has the focus"
    return at


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Where the focus is."""
    QTest.keyClick(_at(), key, modifier)


def keys(text: str) -> None:
    """Typed where the focus is; Chinese as an input method hands it over."""
    if text.isascii():
        QTest.keyClicks(_at(), text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(_at(), event)


def fill(page: FormPage, qtbot: QtBot, name: str, text: str) -> None:
    """A field typed and left."""
    page.grid.rows[name].take_focus()
    QTest.keyClick(_at(), Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keys(text)
    press(Key.Key_Return)
    qtbot.waitUntil(stored(page), timeout=5_000)


def complete(page: FormPage, qtbot: QtBot) -> None:
    """All that the form needs besides what is known."""
    fill(page, qtbot, "registered_on", "20260901")
    fill(page, qtbot, "employer", "Liuxi")
    for name in ("change", "condition", "post"):
        page.grid.rows[name].take_focus()
        press(Key.Key_1)
        qtbot.waitUntil(stored(page), timeout=5_000)
