"""The sample centre on SQLite, its clock on a Monday morning, and an office beside the page's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from tests.office.halls import SetClock
from tests.screens.sample_office import background, language, office, url

__all__ = ["background", "language", "office", "url"]

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 3, 16)


@pytest.fixture
def clock() -> SetClock:
    """Monday, 16 March 2026, twenty to ten: no roster is published, every post is taken to be filled."""
    return SetClock(datetime(2026, 3, 16, 9, 40, tzinfo=ZONE))


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
