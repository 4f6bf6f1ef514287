"""What the kiosk says of hours: closed tiles, extended hours, and a hall that is shut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton

from terminal.screens.kiosk.home import HomePage
from terminal.screens.kiosk.items import ItemsPage
from terminal.screens.kiosk.shut import ShutPage
from tests.screens.kiosk.canned import AT, OPEN, kiosk_view
from tests.screens.kiosk.conftest import Stand

Make = Callable[..., Stand]
LUNCH = replace(OPEN, kind="extended", until=AT.replace(hour=14, minute=0, second=0))


def test_a_closed_tile_says_when_it_opens(kiosk: Make) -> None:
    stand = kiosk().at("home")
    page = stand.screen.page
    assert isinstance(page, HomePage)
    assert page.tiles["G"].accessibleDescription() == "14:00 开始取号 本时段不办"
    page.tiles["G"].click()
    stand.at("closed")
    assert "下次开放：14:00" in page_words(stand)


def test_in_extended_hours_the_foot_counts_the_items_and_others_cannot_be_touched(kiosk: Make) -> None:
    view = replace(kiosk_view(), opening=LUNCH, closed_items=frozenset(["SB-001"]))
    stand = kiosk(view=view).at("home")
    page = stand.screen.page
    assert isinstance(page, HomePage)
    stand.qtbot.waitUntil(lambda: page.foot_left == "延时服务到 14:00，可办 71 项")
    stand.keys("D").at("items")
    page = stand.screen.page
    assert isinstance(page, ItemsPage)
    assert "SB-001" not in [row.item.code for row in page.rows if row.isEnabled()]
    while page.rows[-1].isEnabled():  # what is closed stands last
        page.turn(1)
        assert isinstance(stand.screen.page, ItemsPage)
        page = stand.screen.page
    assert page.rows[-1].item.code == "SB-001"
    page.rows[-1].click()
    assert stand.office.asked == []


@pytest.mark.parametrize(("certain", "told"), [(True, False), (False, True)])
def test_a_shut_hall_says_when_it_opens_and_how_sure_that_is(kiosk: Make, certain: bool, told: bool) -> None:
    opens = AT.replace(day=18, hour=8, minute=0, second=0)
    view = kiosk_view(8, "ABCDEFGH")
    opening = replace(OPEN, kind=None, until=None, spans=(), certain=certain, name="国庆节")
    lines = tuple(replace(line, opens_at=opens) for line in view.lines)
    stand = kiosk(view=replace(view, opening=opening, lines=lines)).at("shut")
    assert "国庆节，今天不开放 下次开放：3月18日 周三 08:00" in page_words(stand)
    assert ("还没有公布" in page_words(stand)) is told


def test_who_has_an_appointment_may_check_in_when_the_hall_is_shut(kiosk: Make) -> None:
    stand = kiosk(view=kiosk_view(8, "ABCDEFGH")).at("shut")
    assert isinstance(stand.screen.page, ShutPage)
    stand.button("预约签到").click()
    stand.at("check-in")


def page_words(stand: Stand) -> str:
    """Title and sentences of the page."""
    assert stand.screen.page is not None
    assert stand.screen.page.findChildren(QAbstractButton)
    return stand.screen.page.accessibleDescription()
