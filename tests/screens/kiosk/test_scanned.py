"""A slip held before the kiosk's scanner: its place in the queue, or where to go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from terminal.errors import Fault
from terminal.office.case_views import CaseStanding
from terminal.office.views import Found
from terminal.screens.kiosk.found import PlacePage
from terminal.screens.kiosk.message import MessagePage
from terminal.screens.kiosk.screen import NO_SLIP_SECONDS, RESULT_SECONDS
from tests.screens.kiosk.canned import found
from tests.screens.kiosk.conftest import Stand

Kiosk = Callable[..., Stand]
CODE = "K7Q2M9XA"


class Scans(QObject):
    """A scanner's desk."""

    scanned = Signal(str)


@pytest.fixture
def scans() -> Scans:
    return Scans()


def scanned(kiosk: Kiosk, scans: Scans, slip: Found | None, **options: object) -> Stand:
    stand = kiosk(scans=scans, **options).at("home")
    if slip is not None:
        stand.office.slips[CODE] = slip
    scans.scanned.emit(CODE)
    return stand.at("found")


def test_a_waiting_slip_shows_its_number_who_is_before_it_and_about_how_long(kiosk: Kiosk, scans: Scans) -> None:
    stand = scanned(kiosk, scans, found("waiting", ahead=3, wait_minutes=11))
    page = stand.screen.page
    assert isinstance(page, PlacePage)
    assert page.card.accessibleName() == "A017"
    assert page.card._taken is not None
    assert page.card._taken.details is not None
    assert (page.card._taken.details.ahead, page.card._taken.details.wait_minutes) == (3, 11)
    assert page.band.text == "您的位置已保留：请保管好小票"
    assert stand.printer.asked == []


@pytest.mark.parametrize(
    ("slip", "title"),
    [
        (found("called", 5), "A017：请到5号窗口"),
        (found("serving", 5), "A017：请到5号窗口"),
        (found("skipped", 5), "A017 已叫号，过号了"),
        (found("held", 5), "A017 暂缓办理"),
        (found("done", 5), "A017 已办理"),
        (found("waiting", is_today=False), "A017 不是今天的号"),
        (None, "这里没有这个码"),
    ],
)
def test_any_other_slip_is_told_where_it_stands(kiosk: Kiosk, scans: Scans, slip: Found | None, title: str) -> None:
    stand = scanned(kiosk, scans, slip)
    page = stand.screen.page
    assert isinstance(page, MessagePage)
    assert page.accessibleDescription().startswith(title)
    stand.keys(Qt.Key.Key_Return).at("home")


@pytest.mark.parametrize(
    ("state", "title", "sentence"),
    [
        ("received", "材料已收下", "承诺 4月7日 周二 前办结。"),
        ("in_progress", "正在办理", "还有 2 样材料，请补交到任一窗口。"),
        ("to_correct", "请补正材料", "请在 3月30日 周一 前补交。"),
        ("suspended", "已中止", "详情请到任一窗口询问。"),
        ("notified", "已办结", "结果由我们送上门。"),
        ("delivered", "结果已送达", "详情请到任一窗口询问。"),
        ("refused", "未予受理", "详情请到任一窗口询问。"),
    ],
)
def test_a_cases_receipt_is_told_how_it_stands(
    kiosk: Kiosk, scans: Scans, state: str, title: str, sentence: str
) -> None:
    stand = kiosk(scans=scans).at("home")
    stand.office.slips[CODE] = CaseStanding(
        7, "LC01-2026-DB-0042", "临时救助", state, date(2026, 4, 7), True, date(2026, 3, 30), "home", 2
    )
    scans.scanned.emit(CODE)
    page = stand.at("found").screen.page
    assert isinstance(page, MessagePage)
    told = page.accessibleDescription()
    assert told.startswith(title)
    assert sentence in told
    assert "临时救助，LC01-2026-DB-0042" in told


def test_it_goes_back_by_itself(kiosk: Kiosk, scans: Scans) -> None:
    stand = scanned(kiosk, scans, found("called", 5))
    stand.pass_seconds(RESULT_SECONDS)
    assert RESULT_SECONDS < NO_SLIP_SECONDS
    stand.at("home")


def test_a_second_slip_takes_the_place_of_the_first(kiosk: Kiosk, scans: Scans) -> None:
    stand = scanned(kiosk, scans, found("called", 5))
    stand.office.slips["OTHER234"] = found("waiting", number="B004")
    scans.scanned.emit("OTHER234")
    stand.qtbot.waitUntil(lambda: isinstance(stand.screen.page, PlacePage))
    assert isinstance(stand.screen.page, PlacePage)
    assert stand.screen.page.card.accessibleName() == "B004"


def test_a_slip_scanned_while_a_number_is_taken_does_not_take_its_page(kiosk: Kiosk, scans: Scans) -> None:
    stand = kiosk(scans=scans).at("home")
    stand.office.slips[CODE] = found("called", 5)
    stand.keys("A").at("items")
    stand.background.hold()
    stand.keys("1").at("taking")
    scans.scanned.emit(CODE)
    assert stand.background.held is not None
    assert len(stand.background.held) == 1
    stand.background.let_go()
    stand.at("result")


def test_a_slip_looked_up_too_slowly_does_not_take_the_page_of_the_next_number(kiosk: Kiosk, scans: Scans) -> None:
    stand = kiosk(scans=scans).at("home")
    stand.office.slips[CODE] = found("called", 5)
    stand.keys("A").at("items")
    stand.background.hold()
    scans.scanned.emit(CODE)
    stand.keys("1").at("taking")
    stand.background.let_go()
    stand.at("result")


def test_without_a_database_a_scan_changes_nothing(kiosk: Kiosk, scans: Scans) -> None:
    stand = kiosk(scans=scans).at("home")
    stand.office.trouble = Fault("The database is away.")
    scans.scanned.emit(CODE)
    stand.background.connection.emit(False, "away")
    stand.at("away")
    scans.scanned.emit(CODE)
    assert stand.screen.stage == "away"
