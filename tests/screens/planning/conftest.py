"""Pages over a canned office, and over a real one on SQLite."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QWidget

from tests.office.halls import SetClock
from tests.screens.sample_office import background, language, office, url

__all__ = ["background", "language", "office", "url"]

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
def clock() -> SetClock:
    """Monday morning, 23 November 2026."""
    return SetClock(datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai")))


@pytest.fixture
def files() -> ChosenFiles:
    return ChosenFiles()


Wait = Callable[[Callable[[], bool]], None]
