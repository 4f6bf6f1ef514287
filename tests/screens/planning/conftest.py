"""Pages over a canned office, and over a real one on SQLite."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.office import Office
from terminal.screens.background import Background
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages
from tests.office.halls import SetClock

MONDAY = date(2026, 11, 23)


class ChosenFiles:
    """Stands in for the system's dialogs: always this file, or none."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path

    def to_save(self, _page: QWidget, _title: str, _name: str, _kinds: str) -> Path | None:
        return self.path

    def to_open(self, _page: QWidget, _title: str, _kinds: str) -> Path | None:
        return self.path


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Languages]:
    load_fonts()
    languages = Languages(qapp, "zh")
    yield languages
    languages.use("en")
    languages.deleteLater()


@pytest.fixture(scope="session")
def sample_with_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample centre with its hours, shifts and training, founded once."""
    path = tmp_path_factory.mktemp("planned") / "centre.db"
    found_centre(f"sqlite:///{path}")
    return path


@pytest.fixture
def clock() -> SetClock:
    """Monday morning, 23 November 2026."""
    return SetClock(datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai")))


@pytest.fixture
def url(sample_with_plan: Path, tmp_path: Path) -> str:
    shutil.copy(sample_with_plan, tmp_path / "centre.db")
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
def files() -> ChosenFiles:
    return ChosenFiles()


Wait = Callable[[Callable[[], bool]], None]
