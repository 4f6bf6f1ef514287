"""A setup screen on a file of its own, with the ports of an invented machine and real pseudo-terminals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.screens import theme
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages
from terminal.screens.setup import SetupScreen, trials
from terminal.settings_file import SettingsFile
from tests.devices.conftest import hall
from tests.sample import founded
from tests.screens.setup.canned import PORTS

__all__ = ["founded", "hall", "language", "opened", "path"]


class Desk:
    """One setup screen, and a hand on its keyboard."""

    def __init__(self, screen: SetupScreen, qtbot: QtBot) -> None:
        self.screen, self.qtbot = screen, qtbot
        self.sheet = screen.devices.sheet
        self.bugs: list[object] = []

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.screen, key, modifier)

    def type(self, field: str, text: str) -> None:
        """Write into a field of the device in hand."""
        widget = self.sheet.form.fields[field].input
        widget.setFocus()
        widget.selectAll()  # type: ignore[attr-defined]
        self.press(Qt.Key.Key_Backspace)
        QTest.keyClicks(widget, text)

    def field(self, name: str) -> Any:
        """The input of a field of the device in hand."""
        return self.sheet.form.fields[name].input

    def value(self, *place: str | int) -> Any:
        """What the draft says."""
        return self.screen.draft.value(*place)

    @property
    def said(self) -> list[str]:
        """What the panel says."""
        return [text for _, text in self.sheet.talk.lines]

    def save(self) -> None:
        """Save, and wait until it is done."""
        self.press(Qt.Key.Key_F9)
        self.qtbot.waitUntil(lambda: not self.screen.draft.dirty)

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: not self.screen.trials.busy and not self.screen.devices._looking)


Open = Callable[..., Desk]


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Languages]:
    load_fonts()
    languages = Languages(qapp, "en")
    yield languages
    languages.use("en")
    languages.deleteLater()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The machine's settings file, not there yet."""
    return tmp_path / "settings.toml"


@pytest.fixture
def opened(qtbot: QtBot, language: Languages, path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the screen on a text of the settings file."""
    monkeypatch.setattr(trials, "machine_ports", lambda: PORTS)
    made: list[Desk] = []

    def make(text: str | None = None) -> Desk:
        if text is not None:
            path.write_text(text, encoding="utf-8")
        screen = SetupScreen(theme.LIGHT, SettingsFile(path))
        desk = Desk(screen, qtbot)
        screen.trials.bug.disconnect()
        screen.trials.bug.connect(desk.bugs.append)
        made.append(desk)
        qtbot.addWidget(screen, before_close_func=lambda one: one.draft.take(one.draft.before))
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(lambda: (screen.ready or screen.band.sentence != "") and screen.isActiveWindow())
        desk.rest()
        return desk

    yield make
    for desk in made:
        assert desk.screen.trials.close()
        assert not desk.bugs
