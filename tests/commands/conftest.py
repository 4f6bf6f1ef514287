"""The sample centre, founded once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from terminal.office.founding import found_centre
from tests.commands.site import Site, make_site


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database file of a sample centre where nothing has happened yet."""
    path = tmp_path_factory.mktemp("founded") / "centre.db"
    found_centre(f"sqlite:///{path}")
    return path


@pytest.fixture
def site(founded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Site:
    """A machine of a sample centre, without devices."""
    shutil.copy(founded, tmp_path / "centre.db")
    return make_site(tmp_path, capsys)
