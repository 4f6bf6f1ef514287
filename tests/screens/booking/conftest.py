"""The sample centre on SQLite, its clock on a Monday morning, and an office beside the page's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.office import Office
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages
from tests.office.halls import SetClock

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 3, 16)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Languages]:
    load_fonts()
    languages = Languages(qapp, "zh")
    yield languages
    languages.use("en")
    languages.deleteLater()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample centre with its hours, shifts and training, founded once."""
    path = tmp_path_factory.mktemp("booking") / "centre.db"
    found_centre(f"sqlite:///{path}")
    return path


@pytest.fixture
def clock() -> SetClock:
    """Monday, 16 March 2026, twenty to ten: no roster is published, every post is taken to be filled."""
    return SetClock(datetime(2026, 3, 16, 9, 40, tzinfo=ZONE))


@pytest.fixture
def url(founded: Path, tmp_path: Path) -> str:
    shutil.copy(founded, tmp_path / "centre.db")
    return f"sqlite:///{tmp_path / 'centre.db'}"


@pytest.fixture
def office(url: str, clock: SetClock) -> Iterator[Office]:
    """Another process's office on the same database."""
    with open_office(url, clock=clock) as opened:
        yield opened


@pytest.fixture
def background(url: str, clock: SetClock, qtbot: QtBot, language: Languages) -> Iterator[Background]:
    made = Background(lambda: open_office(url, clock=clock))
    yield made
    assert made.close(20)


@pytest.fixture
def page(background: Background, qtbot: QtBot) -> Iterator[BookingPage]:
    made = BookingPage(background, theme.LIGHT, by="li")
    qtbot.addWidget(made)
    made.resize(1366, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    qtbot.waitUntil(lambda: bool(made.draft.catalogue), timeout=20000)
    yield made
    made.close()
