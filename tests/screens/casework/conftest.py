"""The sample centre on SQLite, its clock on a Tuesday noon, and an office beside the page's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from terminal.office.case_views import CaseView
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.casework import CaseworkPage
from tests.office.halls import SetClock
from tests.office.people import number_of, phone_of
from tests.screens.casework.canned import ZONE
from tests.screens.sample_office import background, language, office, url

__all__ = ["background", "language", "office", "url"]

WAIT = 20000  # milliseconds after which an answer does not come any more
ITEM = "LD-002"


class Folder:
    """Stands in for the system's file dialogs."""

    def __init__(self) -> None:
        self.wanted: Path | None = None

    def to_save(self, _page: QWidget, _title: str, _name: str, _kinds: str) -> Path | None:
        return self.wanted

    def to_open(self, _page: QWidget, _title: str, _kinds: str) -> Path | None:
        return self.wanted


@pytest.fixture
def clock() -> SetClock:
    """Tuesday, 17 March 2026, twelve twenty-four."""
    return SetClock(datetime(2026, 3, 17, 12, 24, tzinfo=ZONE))


@pytest.fixture
def files() -> Folder:
    return Folder()


@pytest.fixture
def page(background: Background, files: Folder, qtbot: QtBot) -> Iterator[CaseworkPage]:
    made = CaseworkPage(background, theme.LIGHT, by="chen", files=files)
    qtbot.addWidget(made)
    made.resize(1366, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    qtbot.waitUntil(lambda: made.ledger._page is not None, timeout=WAIT)
    yield made
    made.close()


def somebody(serial: int = 1, name: str = "周桂英") -> PersonEntry:
    """Invented: the area code is not given out."""
    return PersonEntry(name, number_of(serial), phone_of(serial))


def register(office: Office, serial: int = 1, name: str = "周桂英", **more: object) -> CaseView:
    """A case that came in just now; chen was asked first."""
    return office.cases.register(ITEM, somebody(serial, name), by="chen", **more)  # type: ignore[arg-type]
