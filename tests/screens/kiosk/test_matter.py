"""Asking at the kiosk how a matter stands, without the receipt's code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt

from terminal.errors import Fault
from terminal.screens.kiosk.matter import REST, TRIES, MatterAsk, MatterPage
from terminal.screens.kiosk.message import MessagePage
from terminal.screens.kiosk.state import NoMatter, Stage
from tests.screens.kiosk.canned import CannedBackground, CannedOffice, kiosk_view, standing
from tests.screens.kiosk.conftest import Stand

Make = Callable[..., Stand]


def asked(kiosk: Make, *found: Any, **options: Any) -> Stand:
    """A kiosk where digits are asked for; 0042 and 0018 stand for these."""
    stand = kiosk(**options)
    stand.qtbot.waitUntil(lambda: stand.screen.stage in ("home", "shut"))
    stand.office.matters["0042", "0018"] = found
    stand.button("查办件").click()
    return stand.at("matter")


def heading(stand: Stand) -> str:
    """What a message page says, title and sentences."""
    assert isinstance(stand.screen.page, MessagePage)
    return stand.screen.page.accessibleDescription()


def test_the_ends_of_number_and_telephone_tell_how_it_stands(kiosk: Make) -> None:
    stand = asked(kiosk, standing("notified"))
    stand.keys(*"0042001").at("matter").keys("8").at("found")
    assert "已办结" in heading(stand) or "办好" in heading(stand)
    assert "LC01-2026-BJ-0042" in heading(stand)
    stand.pass_seconds(15)
    assert stand.screen.stage == "home"


def test_the_keys_on_the_screen_type_digits_and_take_back(kiosk: Make) -> None:
    stand = asked(kiosk)
    for digit in "0421":
        stand.button(digit).click()
    stand.button("删去上一个字").click()
    stand.keys(Qt.Key.Key_Backspace, "A", "-")
    page = stand.screen.page
    assert isinstance(page, MatterPage)
    page.press(0, "２")  # a full-width digit is none
    assert page.typed == "04"


def test_wrong_digits_are_told_so_and_rest_after_some_tries(kiosk: Make) -> None:
    stand = asked(kiosk, standing())
    for _ in range(TRIES):
        stand.keys(*"00429999").at("no matter")
        assert heading(stand).startswith("没有对得上的办件")
        stand.keys(Qt.Key.Key_Escape).at("home").button("查办件").click()
    stand.at("no matter")
    assert heading(stand).startswith("请扫回执上的二维码")


def test_digits_are_asked_for_again_after_the_rest(kiosk: Make) -> None:
    now = [0.0]
    office = CannedOffice()
    background = CannedBackground(office)
    asks = MatterAsk(background, clock=lambda: now[0])
    for _ in range(TRIES):
        assert asks.visit().stage is Stage.MATTER
        asks._answer(())
        now[0] += 1
    assert asks.visit().no_matter is NoMatter.RESTS
    asks._answer((standing(),))  # a right one frees nobody who tries numbers out
    assert asks.visit().stage is Stage.NO_MATTER
    now[0] = REST
    assert asks.visit().stage is Stage.MATTER
    background.close()


def test_several_that_fit_are_told_apart_by_the_receipt_alone(kiosk: Make) -> None:
    stand = asked(kiosk, standing(), standing(id=43, number="LC01-2026-DB-0042"))
    stand.keys(*"00420018").at("no matter")
    assert heading(stand).startswith("有几件事都对得上")


def test_a_receipts_code_typed_as_an_appointments_tells_how_it_stands(kiosk: Make) -> None:
    stand = kiosk().at("home")
    stand.office.matters["0042", "0018"] = (standing(number="K7Q2M9XA"),)
    stand.button("预约签到").click()
    stand.at("check-in").keys(*"K7Q2M9XA").at("found")


def test_it_is_asked_outside_hours_and_on_small_screens_too(kiosk: Make) -> None:
    asked(kiosk, view=kiosk_view(8, "ABCDEFGH"))
    stand = kiosk(QSize(720, 1280)).at("home")
    stand.button("预约签到").click()
    stand.at("check-in").button("查办件进度").click()
    stand.at("matter")


def test_abandoned_digits_are_gone_for_the_next_resident(kiosk: Make) -> None:
    stand = asked(kiosk).keys(*"00420")
    stand.pass_seconds(30)
    assert stand.screen.stage == "home"
    stand.button("查办件").click()
    page = stand.at("matter").screen.page
    assert isinstance(page, MatterPage)
    assert page.typed == ""


@pytest.mark.parametrize("wrong", [False, True])
def test_a_database_that_is_away_counts_as_no_try(kiosk: Make, *, wrong: bool) -> None:
    stand = asked(kiosk, *([] if wrong else [standing()]))
    stand.office.trouble = Fault("The database is away.")
    stand.keys(*"00420018").at("refused")
    stand.office.trouble = None
    assert stand.screen._matters.visit().stage is Stage.MATTER
