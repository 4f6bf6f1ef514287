"""The managers' screen as a whole: its pages, the ways between them, and what waits on each. Over a real office."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.office import open_office
from terminal.office.booking_views import ResidentEntry
from terminal.office.office import Office
from terminal.rules.hours import Span
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages
from terminal.screens.manager import ManagerScreen
from terminal.screens.manager.top_bar import PAGES
from terminal.screens.planning import HoursPage, RosterPage
from tests.office.halls import SetClock

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def url(sqlite_sample: Path, tmp_path: Path) -> str:
    shutil.copy(sqlite_sample, tmp_path / "centre.db")
    return f"sqlite:///{tmp_path / 'centre.db'}"


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 23, 9, 0, tzinfo=ZONE))


@pytest.fixture
def office(url: str, clock: SetClock) -> Iterator[Office]:
    """Another process's office."""
    with open_office(url, clock=clock) as opened:
        yield opened


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Languages]:
    load_fonts()
    languages = Languages(qapp, "zh")
    yield languages
    languages.use("en")
    languages.deleteLater()


@pytest.fixture
def screen(url: str, clock: SetClock, qtbot: QtBot, language: Languages) -> Iterator[ManagerScreen]:
    background = Background(lambda: open_office(url, clock=clock))
    made = ManagerScreen(background, theme.LIGHT, by="zhang", today=lambda: MONDAY)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.reviews.page is not None, timeout=20000)
    yield made
    made.close()
    assert background.close(20)


def roster_page(screen: ManagerScreen) -> RosterPage:
    """The page of the roster."""
    page = screen.page("roster")
    assert isinstance(page, RosterPage)
    return page


def hours_page(screen: ManagerScreen) -> HoursPage:
    """The page of hours."""
    page = screen.page("hours")
    assert isinstance(page, HoursPage)
    return page


def test_each_page_has_a_key_and_names_the_window(screen: ManagerScreen) -> None:
    titles = []
    for number, page in enumerate(PAGES, 1):
        QTest.keyClick(screen, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert screen.shown == page
        titles.append(screen.windowTitle())
    assert titles == ["星级 – 一窗", "评价明细 – 一窗", "预约 – 一窗", "办件 – 一窗", "值班 – 一窗", "开放时间 – 一窗"]


def test_arrows_walk_along_the_pages(screen: ManagerScreen) -> None:
    screen._bar.setFocus()
    for _ in range(4):
        QTest.keyClick(screen._bar, Qt.Key.Key_Right)
    assert screen.shown == "roster"
    QTest.keyClick(screen._bar, Qt.Key.Key_Left)
    assert screen.shown == "cases"


def test_a_page_is_made_when_it_is_first_opened(screen: ManagerScreen) -> None:
    assert not screen.findChildren(RosterPage)
    screen.open_page("roster")
    assert len(screen.findChildren(RosterPage)) == 1
    screen.open_page("stars")
    screen.open_page("roster")
    assert len(screen.findChildren(RosterPage)) == 1


def test_an_open_request_and_a_swap_are_counted_beside_their_pages(
    screen: ManagerScreen, qtbot: QtBot, office: Office
) -> None:
    draft = office.roster.draft(MONDAY, MONDAY)
    office.roster.put(draft.id, MONDAY, "late", 4, "zhang")
    duty = office.roster.publish(draft.id, force=True).roster.duties[0]
    office.duty.ask_swap(duty.id, "li", reason="复诊", by="zhang")
    office.requests.add("wechat", ResidentEntry("王建华", "", "13800000001"), item="LD-001")
    counts = screen._bar._counts
    qtbot.waitUntil(lambda: (counts.get("roster"), counts.get("appointments")) == (1, 1), timeout=20000)


def test_an_appointment_that_hours_broke_is_opened_on_its_own_page(
    screen: ManagerScreen, qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    resident = ResidentEntry("王建华", "", "13800000001")
    start = datetime(2026, 11, 24, 17, 0, tzinfo=ZONE)
    booking = office.appointments.book(["LD-001"], start, resident, "street_hotline")
    screen.open_page("hours")
    page = hours_page(screen)
    qtbot.waitUntil(lambda: page.picture is not None)
    office_hours = office.hours.special((Span(480, 720),), date(2026, 11, 24), date(2026, 11, 24), reason="检修")
    shown: list[tuple[int, str]] = []
    monkeypatch.setattr(BookingPage, "show_booking", lambda _self, found, what: shown.append((found, what)))
    page.show_broken(office_hours.broken, "")
    page.broken.move_it.click()
    assert screen.shown == "appointments"
    assert shown == [(booking.id, "move")]


def test_a_search_goes_on_behind_another_page_and_ends_with_the_window(screen: ManagerScreen, qtbot: QtBot) -> None:
    screen.open_page("roster")
    page = roster_page(screen)
    page.tools.kind_chosen.emit("quarter")
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.term.kind == "quarter", timeout=20000)
    page.empty.make.click()
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.view is not None)
    page.tools.propose.click()
    screen.open_page("stars")
    assert page.busy()
    search = page.verbs.search
    assert search is not None
    screen.close()
    assert search.cancelled
    qtbot.waitUntil(lambda: not page.busy(), timeout=60000)


def test_every_page_speaks_the_language_in_force(screen: ManagerScreen, qtbot: QtBot, language: Languages) -> None:
    screen.open_page("roster")
    screen.open_page("hours")
    page = hours_page(screen)
    qtbot.waitUntil(lambda: page.picture is not None)
    language.use("en")
    qtbot.waitUntil(lambda: screen.windowTitle() == "Hours – OneWindow")
    assert page.tools.change.text() == "Change the hours"
    assert roster_page(screen).tools.propose.text() == "Propose"
