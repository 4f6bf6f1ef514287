"""The sample centre with its hours for screens, on SQLite: the office a screen works in, and one beside it.

A folder's conftest imports these fixtures and says with ``clock`` which moment it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.office import open_office
from terminal.office.office import Office
from terminal.screens.background import Background
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages
from tests.office.halls import SetClock

__all__ = ["background", "language", "office", "url"]


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Languages]:
    """Chinese, as shipped."""
    load_fonts()
    languages = Languages(qapp, "zh")
    yield languages
    languages.use("en")
    languages.deleteLater()


@pytest.fixture
def url(sqlite_sample: Path, tmp_path: Path) -> str:
    """A copy of the test's own."""
    shutil.copy(sqlite_sample, tmp_path / "centre.db")
    return f"sqlite:///{tmp_path / 'centre.db'}"


@pytest.fixture
def office(url: str, clock: SetClock) -> Iterator[Office]:
    """Another process's office on the same database."""
    with open_office(url, clock=clock) as opened:
        yield opened


@pytest.fixture
def background(url: str, clock: SetClock, qtbot: QtBot, language: Languages) -> Iterator[Background]:
    """The screen's own."""
    made = Background(lambda: open_office(url, clock=clock))
    yield made
    assert made.close(20)
