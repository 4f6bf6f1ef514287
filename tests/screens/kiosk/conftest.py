"""A kiosk on a canned hall, at its full size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from terminal.screens.fonts import load_fonts
from terminal.screens.kiosk import KioskScreen
from terminal.screens.theme import LIGHT
from tests.screens.kiosk.canned import CannedBackground, CannedOffice, FakePrinter

PORTRAIT = QSize(1080, 1920)


class Stand:
    """A kiosk, its hall, its printer, and a hand."""

    def __init__(self, qtbot: QtBot, size: QSize, **options: Any) -> None:
        self.qtbot = qtbot
        self.office = CannedOffice(options.pop("view", None))
        self.office.trouble = options.pop("trouble", None)
        self.background = CannedBackground(self.office)
        self.printer = FakePrinter(options.pop("printer", "up"), options.pop("answer", "printed"))
        self.screen = KioskScreen(self.background, LIGHT, self.printer, **options)
        qtbot.addWidget(self.screen)
        self.screen.resize(size)
        self.screen.show()

    def at(self, stage: str) -> Stand:
        """Wait until the kiosk is there."""
        self.qtbot.waitUntil(lambda: self.screen.stage == stage)
        return self

    def keys(self, *keys: Any) -> Stand:
        """Press keys: letters as text, others as Qt.Key."""
        for key in keys:
            if isinstance(key, str):
                self.qtbot.keyClicks(self.screen, key)
            else:
                self.qtbot.keyClick(self.screen, key)
        return self

    @property
    def buttons(self) -> list[QAbstractButton]:
        """What can be touched on the page."""
        assert self.screen.page is not None
        return self.screen.page.findChildren(QAbstractButton)

    def button(self, name: str) -> QAbstractButton:
        """The button whose name begins so."""
        for button in self.buttons:
            if button.accessibleName().startswith(name):
                return button
        raise LookupError(f"{name} is not among {[button.accessibleName() for button in self.buttons]}")

    def pass_seconds(self, seconds: int) -> None:
        """Let the kiosk count so many seconds without waiting for them."""
        for _ in range(seconds):
            if self.screen._seconds.isActive():
                self.screen._second()


@pytest.fixture
def kiosk(qtbot: QtBot) -> Iterator[Callable[..., Stand]]:
    """Makes kiosks: ``kiosk()`` is a portrait one on the sample hall, at its first page."""
    load_fonts()
    stands: list[Stand] = []

    def make(size: QSize = PORTRAIT, **options: Any) -> Stand:
        stands.append(Stand(qtbot, size, **options))
        return stands[-1]

    yield make
    for stand in stands:
        stand.background.close()
