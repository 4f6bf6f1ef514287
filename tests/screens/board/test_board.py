"""The board as the hall sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from terminal.screens.board import Announcer, BoardScreen
from terminal.screens.board.notices import pages_of
from terminal.screens.fonts import load_fonts
from terminal.screens.theme import CONTRAST, DARK, Theme
from tests.screens.board.canned import NOTICES, CannedHall, SilentAnnouncer, board_view, call
from tests.screens.kiosk.canned import CannedBackground

FULL = QSize(1920, 1080)


class Stand:
    """A board, its hall, and an announcer that only notes."""

    def __init__(self, qtbot: QtBot, size: QSize, theme: Theme) -> None:
        self.qtbot = qtbot
        self.hall = CannedHall()
        self.background = CannedBackground(self.hall)
        self.announcer = SilentAnnouncer()
        self.time = 100.0
        self.screen = BoardScreen(self.background, theme, cast(Announcer, self.announcer))
        self.screen.seconds = lambda: self.time  # type: ignore[method-assign]
        qtbot.addWidget(self.screen)
        self.screen.resize(size)
        self.screen.show()
        qtbot.waitUntil(lambda: self.screen.slab.call is not None)

    def change(self) -> None:
        """The change feed speaks."""
        with self.qtbot.waitSignal(self.background.changed):
            self.background.changed.emit(frozenset({"ticket"}))
        self.qtbot.wait(5)

    @property
    def slab(self) -> str:
        """Number and window of the newest call."""
        return self.screen.slab.accessibleName()


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[Callable[..., Stand]]:
    """Makes boards: ``board()`` is 1920 × 1080 on the canned hall."""
    load_fonts()
    stands: list[Stand] = []

    def make(size: QSize = FULL, theme: Theme = DARK) -> Stand:
        stands.append(Stand(qtbot, size, theme))
        return stands[-1]

    yield make
    for stand in stands:
        stand.background.close()


Board = Callable[..., Stand]


def test_the_newest_call_stands_on_the_slab_and_nothing_is_said_at_the_start(board: Board) -> None:
    stand = board()
    assert stand.slab == "A012 3"
    assert [row.number for row in stand.screen.rows.calls] == ["E004", "D008", "C002", "F005"]
    assert stand.announcer.said == []


def test_a_new_call_is_said_once_and_blinks(board: Board) -> None:
    stand = board()
    stand.hall.call(call("D009", 2, 30))
    stand.change()
    stand.change()
    assert stand.slab == "D009 2"
    assert stand.announcer.said == [("D009", 2)]
    assert stand.screen.slab.blinking


def test_the_slab_blinks_three_times_and_then_stands_still(board: Board) -> None:
    stand = board()
    stand.hall.call(call("D009", 2, 30))
    stand.change()
    dims = 0
    while stand.screen.slab.blinking:
        stand.screen.slab._step()
        dims += stand.screen.slab._dim
    assert dims == 3


def test_where_nothing_may_move_a_border_stands_instead_of_blinking(board: Board) -> None:
    stand = board(theme=CONTRAST)
    stand.hall.call(call("D009", 2, 30))
    stand.change()
    assert stand.screen.slab._border
    stand.screen.slab._step()
    assert not stand.screen.slab.blinking


def test_a_recall_is_said_again(board: Board) -> None:
    stand = board()
    stand.hall.call(call("A012", 3, 40, calls=2))
    stand.change()
    assert stand.announcer.said == [("A012", 3)]


def test_two_calls_at_once_are_said_one_after_the_other(board: Board) -> None:
    stand = board()
    stand.hall.call(call("B001", 1, 30), call("H002", 2, 31))
    stand.change()
    assert stand.announcer.said == [("B001", 1)]
    stand.time += 4
    stand.screen._advance()
    assert stand.announcer.said == [("B001", 1), ("H002", 2)]
    assert stand.slab == "H002 2"


def test_a_change_that_calls_nobody_says_nothing(board: Board) -> None:
    stand = board()
    stand.hall.view = replace(stand.hall.view, waiting=20)
    stand.change()
    assert stand.announcer.said == []


def test_without_the_database_the_last_picture_stays_thirty_seconds_and_then_goes(board: Board) -> None:
    stand = board()
    stand.background.connection.emit(False, "gone")
    assert stand.screen._patience.interval() == 30_000
    assert stand.screen._patience.isActive()
    assert not stand.screen.blank
    stand.screen._patience.timeout.emit()
    assert stand.screen.blank
    assert not stand.screen.slab.isVisible()
    assert not stand.screen.rows.isVisible()


def test_a_board_that_never_had_a_picture_says_at_once_to_listen_to_the_windows(board: Board) -> None:
    stand = board()
    stand.screen._view = None
    stand.background.connection.emit(False, "gone")
    stand.qtbot.waitUntil(lambda: stand.screen.blank)


def test_the_board_comes_back_with_the_database_and_says_what_it_missed(board: Board) -> None:
    stand = board()
    stand.screen._go_blank()
    stand.hall.call(call("D009", 2, 30))
    stand.background.connection.emit(True, "")
    stand.qtbot.waitUntil(lambda: not stand.screen.blank)
    assert stand.slab == "D009 2"
    assert stand.announcer.said == [("D009", 2)]


def test_a_short_absence_leaves_no_trace(board: Board) -> None:
    stand = board()
    stand.background.connection.emit(False, "gone")
    stand.background.connection.emit(True, "")
    stand.qtbot.waitUntil(lambda: not stand.screen._patience.isActive())
    assert not stand.screen.blank


def test_before_the_first_call_the_slab_says_so(board: Board) -> None:
    stand = board()
    stand.hall.view = board_view(())
    stand.change()
    assert stand.screen.slab.call is None
    assert stand.screen.rows.calls == []


def test_more_windows_than_five_get_six_rows(board: Board) -> None:
    stand = board()
    for counter in (6, 7, 8):
        stand.hall.call(call(f"H00{counter}", counter, counter * 10))
        stand.time += 10
        stand.change()
    assert len(stand.screen.rows.calls) == 6


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1280, 960), (1080, 1920), (800, 450), (3840, 2160)])
def test_every_part_has_its_place_on_every_screen(board: Board, size: tuple[int, int]) -> None:
    stand = board(QSize(*size))
    parts = stand.screen._parts()
    for part in parts:
        assert stand.screen.rect().contains(part.geometry()), type(part).__name__
    for one in parts:
        for other in parts:
            assert one is other or not one.geometry().intersects(other.geometry()), (one, other)
    stand.screen.grab()


def test_notices_are_joined_while_they_fit_and_split_at_sentence_ends() -> None:
    assert pages_of(("短句。", "又一句。"), lambda text: len(text) <= 10) == ["短句。　又一句。"]
    assert pages_of(("短句。", "又一句。"), lambda text: len(text) <= 6) == ["短句。", "又一句。"]
    assert pages_of(("第一句话。第二句话。",), lambda text: len(text) <= 6) == ["第一句话。", "第二句话。"]


def test_the_notices_turn(board: Board) -> None:
    stand = board()
    first = stand.screen.notices.text
    assert first.startswith(NOTICES[0])
    stand.screen.notices.turn()
    assert stand.screen.notices.text != first
