"""The managers' screen as managers use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.errors import Fault
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages
from terminal.screens.manager import ManagerScreen
from terminal.screens.manager.period import custom
from tests.screens.manager.canned import CannedBackground, empty_page, rating

TODAY = date(2026, 3, 17)
Open = Callable[..., tuple[ManagerScreen, CannedBackground]]


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Languages]:
    load_fonts()
    languages = Languages(qapp, "zh")
    yield languages
    languages.use("en")
    languages.deleteLater()


@pytest.fixture
def opened(qtbot: QtBot, language: Languages) -> Open:
    def open_screen(
        background: CannedBackground | None = None, size: tuple[int, int] = (1440, 900)
    ) -> tuple[ManagerScreen, CannedBackground]:
        made = background or CannedBackground()
        screen = ManagerScreen(cast(Background, made), theme.LIGHT, today=lambda: TODAY)
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        if not made.silent and made.trouble is None:
            qtbot.waitUntil(lambda: screen.reviews.page is not None)
        return screen, made

    return open_screen


def test_it_opens_on_the_quarter_with_ranked_windows_before_those_with_few_ratings(opened: Open) -> None:
    screen, background = opened()
    assert background.asked == [(date(2026, 1, 1), TODAY)]
    assert [row.line.counter for row in screen.reviews.stars.rows.rows] == [3, 1, 2, 4, 5, 6]
    assert not screen.reviews.stars.rows.rows[-1].line.standing.ranked


def test_the_summary_counts_silence_apart_and_never_as_satisfied(opened: Open) -> None:
    screen, _ = opened()
    assert "2,184" in screen.reviews.stars.summary.text
    assert "未评 697 件单独计数" in screen.reviews.stars.summary.text


def test_more_than_one_bad_rating_in_twenty_is_told(opened: Open) -> None:
    screen, _ = opened()
    assert [row.line.counter for row in screen.reviews.stars.rows.rows if row.line.many_bad] == [4, 5]


def test_a_window_opens_its_ratings_by_keyboard_and_escape_comes_back(opened: Open, qtbot: QtBot) -> None:
    screen, background = opened()
    row = screen.reviews.stars.rows.rows[1]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert screen.reviews.ratings.query.counter == 1
    qtbot.waitUntil(lambda: screen.reviews.ratings.table.model_of_rows.rowCount() > 0)
    assert background.asked_ratings == [1]
    QTest.keyClick(screen.reviews.ratings.table, Qt.Key.Key_Escape)
    assert screen.reviews.stars.isVisible()


def test_arrows_go_from_row_to_row(opened: Open, qtbot: QtBot) -> None:
    screen, _ = opened()
    screen.activateWindow()
    rows = screen.reviews.stars.rows.rows
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert screen.focusWidget() is rows[1]


def test_a_bad_rating_leads_to_itself_among_its_windows_ratings(opened: Open, qtbot: QtBot) -> None:
    screen, _ = opened()
    bad = screen.reviews.worst.rows[1]
    bad.click()
    qtbot.waitUntil(lambda: screen.reviews.ratings.table.chosen() == bad.row.handling)
    assert screen.reviews.ratings.query.counter == bad.row.counter


def test_silence_is_a_row_that_says_not_rated(opened: Open, qtbot: QtBot) -> None:
    screen, _ = opened()
    screen.reviews.stars.rows.rows[0].click()
    model = screen.reviews.ratings.table.model_of_rows
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    words = {model.row(row).key: model.index(row, 2).data() for row in range(model.rowCount())}
    assert words[None] == "未评"
    assert words["very_satisfied"] == "很满意"


def test_changes_that_come_together_are_read_once(opened: Open, qtbot: QtBot) -> None:
    _, background = opened()
    for topic in ("rating", "handling", "rating", "ticket"):
        background.changed.emit(frozenset({topic}))
    qtbot.waitUntil(lambda: len(background.asked) == 2)
    qtbot.wait(400)
    assert len(background.asked) == 2


def test_changes_of_other_things_are_not_read(opened: Open, qtbot: QtBot) -> None:
    _, background = opened()
    background.changed.emit(frozenset({"ticket", "counter", "catalogue"}))
    qtbot.wait(400)
    assert len(background.asked) == 1


def test_old_rows_stay_while_new_ones_are_read_and_when_reading_fails(opened: Open, qtbot: QtBot) -> None:
    screen, background = opened()
    background.trouble = Fault("The database is gone.", "Wait.")
    screen.reviews.refresh()
    qtbot.waitUntil(lambda: screen.reviews.trouble != "")
    assert len(screen.reviews.stars.rows.rows) == 6
    background.trouble = None
    screen.reviews.refresh()
    qtbot.waitUntil(lambda: screen.reviews.trouble == "")


def test_it_says_so_when_the_database_is_away_and_reads_again_when_it_is_back(opened: Open, qtbot: QtBot) -> None:
    screen, background = opened()
    background.connection.emit(False, "断了")
    assert screen.reviews.trouble == "断了"
    background.connection.emit(True, "")
    assert screen.reviews.trouble == ""
    qtbot.waitUntil(lambda: len(background.asked) == 2)


def test_a_period_without_visits_says_so_and_shows_no_stars(opened: Open) -> None:
    screen, _ = opened(CannedBackground(empty_page))
    assert "没有办结" in screen.reviews.stars.summary.text
    assert all(row.line.standing.stars is None for row in screen.reviews.stars.rows.rows)
    assert not screen.reviews.worst.rows


def test_an_answer_to_an_older_question_is_dropped(opened: Open, qtbot: QtBot) -> None:
    screen, background = opened()
    screen.reviews.show_period(custom(date(2025, 1, 1), date(2025, 1, 31)))
    screen.reviews.show_period(custom(date(2026, 2, 1), date(2026, 2, 28)))
    qtbot.waitUntil(lambda: len(background.asked) == 3)
    assert screen.reviews.page is not None
    assert screen.reviews.page.since == date(2026, 2, 1)


def test_days_chosen_by_hand_are_read(opened: Open, qtbot: QtBot) -> None:
    screen, background = opened()
    screen.reviews.tools.days.click()
    sheet = screen.reviews.tools.days.sheet
    assert sheet is not None
    sheet.first.setText("2026.3.2")
    QTest.keyClick(sheet.last, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: background.asked[-1] == (date(2026, 3, 2), TODAY))
    assert screen.reviews.period.name == "custom"


def test_people_are_compared_instead_of_windows(opened: Open) -> None:
    screen, _ = opened()
    screen.reviews.compare_people(True)
    assert [row.line.title for row in screen.reviews.stars.rows.rows][:2] == ["陈静", "李敏"]


def test_ratings_of_a_person_leave_the_others_out(opened: Open, qtbot: QtBot) -> None:
    screen, _ = opened()
    screen.reviews.compare_people(True)
    screen.reviews.stars.rows.rows[0].click()
    query = screen.reviews.ratings.query
    assert query.staff == "s3"
    assert query.wants(rating(1, "satisfied", staff="s3"))
    assert not query.wants(rating(1, "satisfied", staff="s1"))


@pytest.mark.parametrize(
    ("width", "side", "trend", "stacked"),
    [(1440, True, True, False), (1200, True, False, False), (1040, False, False, False), (900, False, False, True)],
)
def test_columns_leave_one_by_one_where_there_is_no_room(
    opened: Open, width: int, side: bool, trend: bool, stacked: bool
) -> None:
    screen, _ = opened(size=(width, 800))
    columns = screen.reviews.stars.rows.rows[0].columns
    assert columns is not None
    assert (screen.reviews.worst.isVisible(), columns.trend is not None, columns.stacked) == (side, trend, stacked)


def test_the_language_changes_while_it_is_open(opened: Open, language: Languages, qtbot: QtBot) -> None:
    screen, _ = opened()
    assert screen.windowTitle() == "星级 – 一窗"
    language.use("en")
    qtbot.waitUntil(lambda: screen.windowTitle() == "Stars – OneWindow")
    assert screen.reviews.stars.rows.rows[0].line.title == "Window 3"


def test_nothing_is_drawn_outside_the_screen_when_it_paints(opened: Open) -> None:
    screen, _ = opened(size=(720, 480))
    assert screen.grab().size() == screen.size()
