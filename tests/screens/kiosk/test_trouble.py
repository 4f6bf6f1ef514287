"""The kiosk when something is away, and when somebody has walked away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from terminal.errors import Fault
from terminal.screens.kiosk.home import HomePage
from terminal.screens.kiosk.result import ResultPage
from tests.screens.kiosk.canned import kiosk_view
from tests.screens.kiosk.conftest import Stand

Kiosk = Callable[..., Stand]
AWAY = Fault("The database is away.")


def result(stand: Stand) -> ResultPage:
    """Its result page, with a number taken."""
    stand.at("home").keys("A").at("items").keys("2").at("result")
    assert isinstance(stand.screen.page, ResultPage)
    return stand.screen.page


def test_without_the_database_nothing_can_be_touched_and_staff_are_named(kiosk: Kiosk) -> None:
    stand = kiosk(trouble=AWAY).at("away")
    assert stand.buttons == []
    assert stand.screen.page is not None
    assert "工作人员" in stand.screen.page.accessibleDescription()


def test_the_kiosk_opens_by_itself_when_the_database_is_back(kiosk: Kiosk) -> None:
    stand = kiosk(trouble=AWAY).at("away")
    stand.office.trouble = None
    stand.background.connection.emit(True, "")
    stand.at("home")


def test_a_database_that_goes_away_takes_the_tiles_with_it_but_not_a_number(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    stand.background.connection.emit(False, "gone")
    stand.at("away")
    stand.background.connection.emit(True, "")
    result(stand)
    stand.background.connection.emit(False, "gone")
    assert stand.screen.stage == "result"


def test_a_hall_without_lines_says_so(kiosk: Kiosk) -> None:
    kiosk(view=replace(kiosk_view(), lines=())).at("empty")


def test_when_no_window_is_open_the_hours_stand_in_place_of_the_tiles(kiosk: Kiosk) -> None:
    stand = kiosk(view=kiosk_view(8, "ABCDEFGH")).at("shut")
    assert stand.screen.page is not None
    assert "08:00–18:00" in stand.screen.page.accessibleDescription()


def test_windows_that_open_bring_the_tiles(kiosk: Kiosk) -> None:
    stand = kiosk(view=kiosk_view(8, "ABCDEFGH")).at("shut")
    stand.office.view = kiosk_view()
    stand.background.changed.emit(frozenset({"counter"}))
    stand.at("home")


def test_a_printed_slip_points_to_the_slot(kiosk: Kiosk) -> None:
    assert result(kiosk()).band.text == "小票已打印，请在下方取走"


def test_a_printer_that_says_nothing_is_not_said_to_have_printed(kiosk: Kiosk) -> None:
    assert "请记住号码" in result(kiosk(answer="sent")).band.text


def test_while_the_slip_prints_the_band_says_so(kiosk: Kiosk) -> None:
    stand = kiosk(answer="")
    assert result(stand).band.text == "正在打印小票，请稍候"


def test_without_paper_the_number_stays_for_a_minute(kiosk: Kiosk) -> None:
    stand = kiosk(answer="failed")
    assert result(stand).band.text == "没有打出小票，请记住您的号码"
    stand.pass_seconds(59)
    assert stand.screen.stage == "result"
    stand.pass_seconds(1)
    assert stand.screen.stage == "home"


def test_a_slip_that_fails_late_gives_the_full_minute(kiosk: Kiosk) -> None:
    stand = kiosk(answer="")
    result(stand)
    stand.pass_seconds(10)
    stand.printer.printed.emit(17, "failed", "")
    stand.pass_seconds(59)
    assert stand.screen.stage == "result"


def test_what_becomes_of_another_ticket_is_not_told_here(kiosk: Kiosk) -> None:
    stand = kiosk(answer="")
    page = result(stand)
    stand.printer.printed.emit(99, "failed", "")
    assert stand.screen.page is page
    assert page.band.text == "正在打印小票，请稍候"


def test_a_printer_in_trouble_is_told_before_a_number_is_taken(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    stand.printer.set_state("trouble")
    assert isinstance(stand.screen.page, HomePage)
    assert stand.screen.page.band == "暂时不出小票，号码显示在屏幕上"
    stand.printer.set_state("up")
    assert isinstance(stand.screen.page, HomePage)
    assert stand.screen.page.band == ""


def test_the_result_goes_after_fifteen_seconds_with_a_count(kiosk: Kiosk) -> None:
    stand = kiosk()
    page = result(stand)
    stand.pass_seconds(3)
    assert page.done_button.note == "12 秒后自动返回"
    stand.pass_seconds(12)
    assert stand.screen.stage == "home"


def test_who_walks_away_leaves_no_choice_behind(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items")
    stand.pass_seconds(30)
    assert stand.screen.stage == "home"


def test_a_touch_starts_the_thirty_seconds_anew(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items")
    stand.pass_seconds(29)
    stand.keys("P")
    stand.pass_seconds(29)
    assert stand.screen.stage == "items"


@pytest.mark.parametrize("state", ["waiting", "held"])
def test_a_slip_that_comes_later_leaves_the_number_on_the_screen_and_is_pointed_to_when_it_comes(
    kiosk: Kiosk, state: str
) -> None:
    stand = kiosk(answer=state)
    page = result(stand)
    assert page.band.text == "小票稍后打印，请先记住号码"
    stand.printer.printed.emit(17, "printing", "")
    stand.printer.printed.emit(17, "printed", "")
    assert isinstance(stand.screen.page, ResultPage)
    assert stand.screen.page.band.text == "小票已打印，请在下方取走"
