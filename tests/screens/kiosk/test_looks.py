"""Languages, large type, and a layout in which every finger finds its target."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from terminal.rules.waiting import rounded
from terminal.screens.kiosk.home import HomePage
from terminal.screens.kiosk.result import ResultPage
from terminal.screens.theme import CONTRAST, LIGHT
from tests.screens.kiosk.canned import issued
from tests.screens.kiosk.conftest import Stand

Kiosk = Callable[..., Stand]
SIZES = [QSize(1080, 1920), QSize(1920, 1080), QSize(1080, 1500), QSize(2160, 3840), QSize(540, 960)]


def touchable(stand: Stand) -> list[QWidget]:
    """What stands on the page: nothing of it may be cut off, overlap or be too small for a finger."""
    page = stand.screen.page
    assert page is not None
    shown: list[QWidget] = [button for button in stand.buttons if button.isVisible()]
    least = 88 * page.frame.scale - 1
    for button in shown:
        assert page.rect().contains(button.geometry()), button.accessibleName()
        assert button.width() >= least, button.accessibleName()
        assert button.height() >= least, button.accessibleName()
    if isinstance(page, ResultPage):
        shown += [page.band, page.card]
    for one, other in itertools.combinations(shown, 2):
        assert not one.geometry().intersects(other.geometry()), f"{one.accessibleName()} / {other.accessibleName()}"
    return shown


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("large", [False, True], ids=["plain", "large"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_target_is_large_enough_and_none_overlaps(kiosk: Kiosk, size: QSize, large: bool, language: str) -> None:
    stand = kiosk(size, language=language, answer="failed").at("home")
    if large:
        stand.screen._use_large(True)
    assert len(touchable(stand)) >= 8
    for letter in "AF":
        stand.keys(letter).at("items")
        touchable(stand)
        stand.screen._home()
    stand.keys("G").at("closed")
    touchable(stand)
    stand.screen._home()
    stand.keys("A").at("items").keys("1").at("result")
    touchable(stand)


def test_the_language_changes_at_once_and_for_this_window_alone(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    stand.button("中文 English").click()
    assert isinstance(stand.screen.page, HomePage)
    assert stand.screen.page.title == "What brings you here today?"
    assert QCoreApplication.translate("Kiosk", "Done") == "Done"  # the application itself has no language here
    stand.keys("A").at("items")
    assert stand.screen.page.title == "Migrant residents"


def test_large_type_and_language_return_to_the_kiosks_own_when_nobody_is_there(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    stand.button("中文 English").click()
    stand.button("Large type").click()
    assert stand.screen.page is not None
    assert stand.screen.page.theme.scaled(1.0) == CONTRAST
    stand.pass_seconds(30)
    assert stand.screen.page.theme.scaled(1.0) == LIGHT
    assert isinstance(stand.screen.page, HomePage)
    assert stand.screen.page.title == "今天办什么事？"


def test_large_type_is_switched_off_again_by_the_same_switch(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    stand.button("大字版").click()
    stand.button("大字版").click()
    assert stand.screen.page is not None
    assert stand.screen.page.theme.scaled(1.0) == LIGHT


def test_turning_the_screen_builds_the_page_for_it(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    stand.screen.resize(1920, 1080)
    assert stand.screen.page is not None
    assert stand.screen.page.frame.landscape


@pytest.mark.parametrize(("minutes", "said"), [(0, 0), (1, 1), (10, 10), (11, 15), (15, 15), (16, 20), (61, 65)])
def test_minutes_above_ten_round_up_to_five(minutes: int, said: int) -> None:
    assert rounded(minutes) == said


def test_the_code_on_the_screen_is_the_slips(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    stand.office.next = issued(code="K7Q2M9XA")
    stand.keys("A").at("items").keys("1").at("result")
    page = stand.screen.page
    assert isinstance(page, ResultPage)
    assert page._qr is not None
    assert page._qr.accessibleName() == "K7Q2M9XA"
    assert page._qr.width() % 29 == 0 or page._qr.width() % 25 == 0  # whole pixels to a module


def test_a_ticket_without_a_code_shows_none(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    stand.office.next = issued(code="", materials=())
    stand.keys("A").at("items").keys("1").at("result")
    page = stand.screen.page
    assert isinstance(page, ResultPage)
    assert page._qr is None
