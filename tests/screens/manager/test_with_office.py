"""The managers' screen over a real office: a rating given at a window shows by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from terminal.office import open_office
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.fonts import load_fonts
from terminal.screens.manager import ManagerScreen


@pytest.fixture
def url(sqlite_sample: Path, tmp_path: Path) -> str:
    shutil.copy(sqlite_sample, tmp_path / "centre.db")
    return f"sqlite:///{tmp_path / 'centre.db'}"


@pytest.fixture
def screen(url: str, qtbot: QtBot) -> Iterator[ManagerScreen]:
    load_fonts()
    background = Background(lambda: open_office(url))
    made = ManagerScreen(background, theme.LIGHT)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.reviews.page is not None)
    yield made
    assert background.close()


def serve(url: str, counter: int, key: str | None) -> None:
    """One visit at a window, by another process's office: rated with a key, or not at all."""
    with open_office(url) as office:
        ticket = office.queue.issue(office.catalogue.items()[0].code)
        office.queue.call(ticket.id, counter, "zhang")
        handling = office.queue.start(ticket.id, staff="zhang")
        office.queue.finish(handling.id)
        if key is None:
            office.feedback.ask(handling.id, 30)
            office.feedback.silence(handling.id)
        else:
            office.feedback.rate(handling.id, key, "pad")


def test_a_rating_given_at_a_window_shows_by_itself(screen: ManagerScreen, url: str, qtbot: QtBot) -> None:
    serve(url, 3, "very_satisfied")
    qtbot.waitUntil(lambda: screen.reviews.page is not None and screen.reviews.page.overall.ratings == 1)
    row = next(row for row in screen.reviews.stars.rows.rows if row.line.counter == 3)
    assert row.line.standing.stars == 5.0
    assert not row.line.standing.ranked


def test_its_ratings_are_listed_with_the_silent_ones(screen: ManagerScreen, url: str, qtbot: QtBot) -> None:
    serve(url, 3, "poor_attitude")
    serve(url, 3, None)
    serve(url, 5, "satisfied")
    qtbot.waitUntil(lambda: screen.reviews.page is not None and screen.reviews.page.finished == 3)
    assert [bad.row.counter for bad in screen.reviews.worst.rows] == [3]
    next(row for row in screen.reviews.stars.rows.rows if row.line.counter == 3).click()
    model = screen.reviews.ratings.table.model_of_rows
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert [model.row(row).key for row in range(2)] == [None, "poor_attitude"]


def test_a_day_before_anybody_came_has_a_calm_page(screen: ManagerScreen) -> None:
    assert screen.reviews.trouble == ""
    assert screen.reviews.page is not None
    assert screen.reviews.page.finished == 0
