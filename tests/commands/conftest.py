"""A machine of the sample centre for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.site import Site, make_site
from tests.sample import founded

__all__ = ["founded", "site"]


@pytest.fixture
def site(founded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Site:
    """A machine of a sample centre, without devices."""
    shutil.copy(founded, tmp_path / "centre.db")
    return make_site(tmp_path, capsys)
