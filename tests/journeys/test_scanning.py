"""A slip from the number taken to the scanner: the real office, the real line, the screens of counter and kiosk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drivers.scanner.simulator import ScannerOnPty
from terminal.devices.window import WindowDevices
from terminal.office import open_office
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from terminal.screens.background import Background
from terminal.screens.counter import CounterScreen
from terminal.screens.fonts import load_fonts
from terminal.screens.kiosk import KioskScreen
from terminal.screens.theme import LIGHT
from terminal.screens.wedge import Wedge
from terminal.settings import DatabaseSettings, ScannerSettings, Settings
from tests.sample import founded
from tests.screens.kiosk.canned import FakePrinter

__all__ = ["founded"]
COUNTER = 3


class Site:
    """One machine with a scanner, on a sample centre."""

    def __init__(self, url: str) -> None:
        load_fonts()
        self.office: Office = open_office(url)
        self.scanner = ScannerOnPty("crlf", prefix="]Q3")
        settings = Settings(database=DatabaseSettings(url=url), scanner=ScannerSettings(self.scanner.port))
        self.devices = WindowDevices(settings, lambda: self.office, COUNTER)
        self.background = Background(lambda: self.office)

    def start(self, qtbot: QtBot) -> None:
        self.devices.start()
        (lamp,) = self.devices.lamps
        qtbot.waitUntil(lambda: lamp.state == "up")

    def close(self) -> None:
        assert self.devices.close()
        assert self.background.close()
        self.scanner.close()
        self.office.close()


@pytest.fixture
def site(founded: Path, tmp_path: Path, qapp: object) -> Iterator[Site]:
    shutil.copy(founded, tmp_path / "centre.db")
    site = Site(f"sqlite:///{tmp_path / 'centre.db'}")
    yield site
    site.close()


def test_a_passed_slip_scanned_at_the_counter_gets_its_place_back(site: Site, qtbot: QtBot) -> None:
    queue = site.office.queue
    site.office.counters.sign_in(COUNTER, "zhang")
    ticket = queue.issue("LD-001")
    queue.call(ticket.id, COUNTER)
    queue.skip(ticket.id)
    screen = CounterScreen(site.background, LIGHT, COUNTER, scans=site.devices.scans)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen.work.view is not None)
    site.start(qtbot)
    site.scanner.scan(ticket.code)
    qtbot.waitUntil(lambda: screen.panes is not None and screen.panes.over.pick is not None)
    assert screen.panes is not None
    pick = screen.panes.over.pick
    assert pick is not None
    qtbot.waitUntil(lambda: screen.panes is not None and screen.panes._pages.currentWidget() is pick)
    assert pick.rows._choices[pick.rows._at].number == ticket.number
    QTest.keyClick(pick.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: queue.find(ticket.id).state == "waiting")


def test_a_slip_that_a_keyboard_scanner_types_at_the_kiosk_shows_its_place(site: Site, qtbot: QtBot) -> None:
    site.office.queue.issue("A")
    ticket = site.office.queue.issue("A")
    kiosk = KioskScreen(site.background, LIGHT, FakePrinter(), scans=site.devices.scans)
    qtbot.addWidget(kiosk)
    wedge = Wedge(kiosk)
    wedge.scanned.connect(site.devices.scans.scanned)
    wedge.watch(kiosk)
    kiosk.show()
    qtbot.waitUntil(lambda: kiosk.stage == "home")
    QTest.keyClicks(kiosk, ticket.code)
    QTest.keyClick(kiosk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kiosk.stage == "found")
    assert kiosk.page is not None
    assert kiosk.page.card.accessibleName() == ticket.number  # type: ignore[attr-defined]


def test_the_kiosk_tells_how_a_case_stands_by_its_receipts_barcode_and_by_typed_digits(
    site: Site, qtbot: QtBot
) -> None:
    person = PersonEntry("王小华", phone="13800000018")
    case = site.office.cases.register("MZ-004", person, then="accept", by="li")
    (receipt,) = [one.number for one in case.notices if one.form == "acceptance-receipt"]
    kiosk = KioskScreen(site.background, LIGHT, FakePrinter(), scans=site.devices.scans)
    qtbot.addWidget(kiosk)
    kiosk.show()
    qtbot.waitUntil(lambda: kiosk.stage in ("home", "shut"))
    site.devices.scans.scanned.emit(receipt)
    qtbot.waitUntil(lambda: kiosk.stage == "found")
    QTest.keyClick(kiosk, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: kiosk.stage in ("home", "shut"))
    kiosk.page.matter.emit()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: kiosk.stage == "matter")
    QTest.keyClicks(kiosk, f"{receipt[-4:]}0018")
    qtbot.waitUntil(lambda: kiosk.stage == "found")
    assert kiosk.page is not None
    told = kiosk.page.accessibleDescription()
    assert case.row.number in told
    assert "王" not in told
