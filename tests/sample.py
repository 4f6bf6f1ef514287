"""The sample centre for tests, founded once and copied for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.office.catalogue_file import sample_catalogue
from terminal.office.founding import found_centre


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database file of a sample centre where nothing has happened yet, open at whatever hour the tests run."""
    path = tmp_path_factory.mktemp("founded") / "centre.db"
    found_centre(f"sqlite:///{path}", sample_catalogue())  # without its plan, thus without hours
    return path
