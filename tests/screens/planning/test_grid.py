"""The roster's grid and page by themselves, over a canned office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from terminal.errors import Fault, Reasons, Refusal
from terminal.office.plan_views import PersonView, Progress
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.i18n import Languages
from terminal.screens.planning import RosterPage
from terminal.screens.planning.geometry import geometry
from terminal.screens.planning.grid import RosterGrid
from terminal.screens.planning.proposing import Search
from terminal.screens.planning.sheet import Sheet, make_sheet
from terminal.screens.planning.term import around
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.widgets.ruled_list import ListRow, RuledList
from tests.screens.planning.canned import TODAY, CannedBackground, CannedOffice, roster, troubled

Open = Callable[..., tuple[RosterPage, CannedBackground]]


def big_sheet() -> Sheet:
    """Thirty people, a quarter."""
    view = roster()
    people = tuple(PersonView(f"p{number}", f"张敏{number}", "ABC", "", "") for number in range(30))
    return make_sheet(replace(view, people=people), view.since, view.until, "people", TODAY)


@pytest.fixture
def grid(qtbot: QtBot, language: Languages) -> RosterGrid:
    made = RosterGrid(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.show_sheet(big_sheet())
    return made


@pytest.fixture
def opened(qtbot: QtBot, language: Languages) -> Open:
    def open_page(
        office: CannedOffice | None = None, size: tuple[int, int] = (1440, 852)
    ) -> tuple[RosterPage, CannedBackground]:
        background = CannedBackground(office or CannedOffice(troubled()))
        page = RosterPage(cast(Background, background), theme.LIGHT, today=lambda: TODAY)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.open()
        qtbot.waitUntil(lambda: page.picture is not None)
        return page, background

    return open_page


def test_a_grid_is_one_widget_and_paints_what_is_in_sight(grid: RosterGrid) -> None:
    assert len(grid.viewport().findChildren(QWidget)) == 0
    where = geometry(theme.LIGHT, "people", 30, 92, (1000, 600), (0, 0))
    assert len(where.seen_rows()) < 20
    assert len(where.seen_columns()) < 40
    assert grid.grab().size() == grid.size()


def test_arrows_move_and_the_cell_in_hand_stays_in_sight(grid: RosterGrid) -> None:
    grid.go((0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(grid, key)
    assert grid.current == (1, 2)
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert grid.current == (1, 9)
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert grid.current == (1, 91)
    assert grid.viewport().rect().contains(grid.cell_rect())
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.current == (29, 91)
    assert grid.viewport().rect().contains(grid.cell_rect())
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current == (29, 91)


def test_a_click_takes_a_cell_and_two_open_it(grid: RosterGrid, qtbot: QtBot) -> None:
    place = grid.cell_rect((3, 5)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert grid.current == (3, 5)
    with qtbot.waitSignal(grid.opened):
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_cell_in_hand_stays_on_its_person_and_day(grid: RosterGrid) -> None:
    sheet = grid.sheet
    assert sheet is not None
    grid.go((4, 40))
    grid.show_sheet(replace(sheet, rows=tuple(reversed(sheet.rows))))
    assert grid.current == (25, 40)


def test_the_month_in_force_opens_on_today(opened: Open) -> None:
    page, _ = opened()
    assert page.term == around("month", TODAY)
    assert page.grid.sheet is not None
    assert page.grid.sheet.days[page.grid.current[1]].day == TODAY


def test_the_week_is_that_of_the_day_in_hand(opened: Open, qtbot: QtBot) -> None:
    page, _ = opened()
    page.grid.go((0, 10))
    page.tools.kind_chosen.emit("week")
    qtbot.waitUntil(lambda: page.grid.sheet is not None and len(page.grid.sheet.days) == 7)
    assert page.term == around("week", date(2026, 11, 11))


def test_lost_surroundings_leave_what_was_read_with_a_band(opened: Open, qtbot: QtBot) -> None:
    page, background = opened()
    background.trouble = Fault("The database cannot be reached.", "Check the network.")
    page.refresh()
    qtbot.waitUntil(lambda: page.band.kind == "trouble")
    assert page.grid.isVisible()
    background.trouble = None
    page.refresh()
    qtbot.waitUntil(lambda: not page.band.isVisible())


def test_before_the_first_answer_it_says_that_it_reads(qtbot: QtBot, language: Languages) -> None:
    background = CannedBackground(CannedOffice(roster()))
    background.silent = True
    page = RosterPage(cast(Background, background), theme.LIGHT, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.show()
    page.open()
    assert page.empty.title.text == "正在读取值班表…"
    assert not page.empty.make.isVisible()


def test_how_a_search_goes_is_told_in_figures(opened: Open) -> None:
    page, _ = opened(CannedOffice(roster()))
    search = Search(7)
    search.latest = Progress(12.4, 3, 1)
    page.strip.watch(search)
    assert page.strip.words.text == "12 秒，最多 30 秒。已找到 3 个方案，一个比一个好；延时班最多与最少相差 1。"
    page.strip.cancelled.connect(search.cancel)
    page.strip.cancel.click()
    assert search.cancelled
    assert "正在取消" in page.strip.words.text
    page.strip.done()
    assert not page.strip.isVisible()


def test_each_reason_has_a_row_of_its_own(opened: Open) -> None:
    page, _ = opened()
    reasons = Reasons((Refusal("Nobody can serve field {line}.", "End a leave.", line="G"), Refusal("Second.")))
    page.verbs._reasons(Refusal("No roster: {reasons}", "Change something.", reasons=reasons), reasons)
    assert page.side.shown == "reasons"
    assert [row.title for row in page.side.reasons.list.rows] == ["Nobody can serve field G.", "Second."]


def test_publishing_asks_with_every_conflict_in_view(opened: Open) -> None:
    page, _ = opened()
    page.tools.publish.click()
    assert len(page.side.publish.list.rows) == 7
    assert page.side.publish.confirm.text() == "仍要发布"
    page.side.publish.back.click()
    assert page.side.shown == "conflicts"


def test_the_language_changes_while_it_is_open(opened: Open, language: Languages) -> None:
    page, _ = opened()
    language.use("en")
    page.retranslate()
    assert page.tools.state.text == "Draft"
    assert page.side.conflicts.list.rows[0].right.startswith("8 Nov")


@pytest.mark.parametrize("size", [(1440, 852), (1024, 720), (720, 432)])
def test_it_paints_at_every_size(opened: Open, size: tuple[int, int]) -> None:
    page, _ = opened(size=size)
    assert page.grab().size() == page.size()


def test_typing_narrows_a_long_list_of_choices(qtbot: QtBot, language: Languages) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    choices = [Choice(f"p{number}", f"人员{number}", search=f"code{number}") for number in range(30)]
    chooser = Chooser(theme.LIGHT, "谁？", choices, "没有", parent)
    chosen: list[object] = []
    chooser.chosen.connect(chosen.append)
    QTest.keyClicks(chooser._search, "code17")
    assert [choice.value for choice in chooser.choices] == ["p17"]
    QTest.keyClick(chooser._search, Qt.Key.Key_Return)
    assert chosen == ["p17"]


def test_a_ruled_list_is_walked_with_keys(qtbot: QtBot, language: Languages) -> None:
    made = RuledList(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    made.show_rows([ListRow(f"第 {number} 行", "右", "备注") for number in range(40)])
    made.choose(0)
    for _ in range(12):
        QTest.keyClick(made, Qt.Key.Key_Down)
    assert made.current == 12
    with qtbot.waitSignal(made.opened) as opened_row:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert opened_row.args == [12]
    assert made.verticalScrollBar().value() > 0
