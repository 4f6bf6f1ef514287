"""The sample centre for tests, founded once and copied for each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete

from terminal.model import CalendarDay, CalendarYear
from terminal.office.catalogue_file import sample_catalogue
from terminal.office.founding import found_centre
from terminal.store.store import Store
from tests.databases import made_once


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database file of a sample centre where nothing has happened yet, open at whatever hour the tests run."""

    def found(url: str) -> None:
        found_centre(url, sample_catalogue())  # without its plan, thus without hours
        end_calendar(url)

    return made_once(tmp_path_factory, "founded", found)


def end_calendar(url: str) -> None:
    """Let the calendar end with 2026, the year that tests play in, whatever later notices are installed."""
    store = Store(url)
    with store.writing() as session:
        session.execute(delete(CalendarDay).where(CalendarDay.day > date(2026, 12, 31)))
        session.execute(delete(CalendarYear).where(CalendarYear.year > 2026))
    store.close()
