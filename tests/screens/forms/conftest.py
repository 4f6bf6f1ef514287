"""A form page over a real office, somebody who fills it in, and another process beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from terminal.rules.id_number import check_digit
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.forms import FormPage
from tests.office.halls import SetClock
from tests.screens.sample_office import background, language, office, url

__all__ = ["background", "language", "office", "url"]

FORM = "apply-residence-permit"
NUMBER = "99999919920504002" + check_digit("99999919920504002")


@pytest.fixture
def clock() -> SetClock:
    """Friday morning."""
    return SetClock()


@pytest.fixture
def resident(office: Office) -> int:
    """Somebody whose name has a character beyond U+FFFF."""
    return office.residents.enter(PersonEntry("吴𬭎华", NUMBER, "13800000031", address="学府社区 6 栋")).id


class Places:
    """Where files are saved, without a dialog."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []

    def to_save(self, _page: QWidget, _title: str, name: str, _kinds: str) -> Path | None:
        self.asked.append(name)
        return self.folder / name

    def to_open(self, _page: QWidget, _title: str, _kinds: str) -> Path | None:
        return None


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A folder of the test's own."""
    return Places(tmp_path)


@pytest.fixture
def page(background: Background, resident: int, places: Places, qtbot: QtBot) -> FormPage:
    """The form, opened for the resident."""
    return opened(background, resident, places, qtbot)


def opened(background: Background, resident: int, places: Places, qtbot: QtBot, form: str = FORM) -> FormPage:
    """A page on show with the form in it."""
    made = FormPage(background, theme.LIGHT, by="zhang", files=places)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    made.open(form, item="LD-002", resident=resident)
    qtbot.waitUntil(lambda: bool(made.grid.rows), timeout=15_000)
    return made


def stored(page: FormPage) -> Callable[[], bool]:
    """Whether nothing is on its way to the office."""
    return lambda: not page.draft.unsaved
