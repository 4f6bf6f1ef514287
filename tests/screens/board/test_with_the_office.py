"""Kiosk and board on a real office: what is touched is stored, and what is called is shown."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from terminal.office import open_office
from terminal.screens.background import Background
from terminal.screens.board import Announcer, BoardScreen
from terminal.screens.fonts import load_fonts
from terminal.screens.kiosk import KioskScreen
from terminal.screens.kiosk.home import HomePage
from terminal.screens.kiosk.result import ResultPage
from terminal.screens.theme import DARK, LIGHT
from tests.sample import founded
from tests.screens.board.canned import SilentAnnouncer
from tests.screens.kiosk.canned import FakePrinter

__all__ = ["founded"]


@pytest.fixture
def url(founded: Path, tmp_path: Path) -> str:
    """A database of the test's own."""
    shutil.copy(founded, tmp_path / "centre.db")
    return f"sqlite:///{tmp_path / 'centre.db'}"


@pytest.fixture
def background(url: str, qtbot: QtBot) -> Iterator[Background]:
    """Its background."""
    load_fonts()
    made = Background(lambda: open_office(url))
    yield made
    assert made.close()


def test_a_number_taken_at_the_kiosk_is_stored_and_waits_on_the_board(
    background: Background, url: str, qtbot: QtBot
) -> None:
    printer, announcer = FakePrinter(), SilentAnnouncer()
    kiosk = KioskScreen(background, LIGHT, printer)
    board = BoardScreen(background, DARK, cast(Announcer, announcer))
    for screen in (kiosk, board):
        qtbot.addWidget(screen)
        screen.show()
    qtbot.waitUntil(lambda: kiosk.stage == "home")
    qtbot.keyClicks(kiosk, "A")
    qtbot.waitUntil(lambda: len(kiosk.page.rows) > 0)  # type: ignore[union-attr]
    qtbot.keyClicks(kiosk, "P2")
    qtbot.waitUntil(lambda: kiosk.stage == "result")
    assert isinstance(kiosk.page, ResultPage)
    assert kiosk.page.card.accessibleName() == "A001"
    with open_office(url) as office:
        (ticket,) = office.queue.list(state="waiting")
        assert (ticket.number, ticket.item, ticket.priority, ticket.source) == ("A001", "LD-002", "elderly", "kiosk")
        assert printer.asked == [ticket.id]
        qtbot.waitUntil(lambda: board._view is not None and board._view.waiting == 1)
        office.queue.call_next(3, "zhang")
    qtbot.waitUntil(lambda: announcer.said == [("A001", 3)])
    assert board.slab.accessibleName() == "A001 3"


def test_the_tiles_follow_what_other_terminals_do(background: Background, url: str, qtbot: QtBot) -> None:
    kiosk = KioskScreen(background, LIGHT, FakePrinter())
    qtbot.addWidget(kiosk)
    kiosk.show()
    qtbot.waitUntil(lambda: kiosk.stage == "home")
    with open_office(url) as office:
        office.queue.issue("D")
        office.queue.issue("D")

    def two_wait() -> bool:
        return isinstance(kiosk.page, HomePage) and kiosk.page.tiles["D"].line.waiting == 2

    qtbot.waitUntil(two_wait)
