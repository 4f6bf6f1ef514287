"""What the tests of simulated devices on the screen share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    """Chinese with the shipped fonts; taken back afterwards."""
    load_fonts()
    languages = Languages(qapp, "zh")
    yield languages
    languages.use("en")
    languages.deleteLater()
