"""Appointments from the hotline to the window: booked, checked in at the kiosk, served in the stated place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from terminal.errors import Refusal
from terminal.office import open_office
from terminal.office.booking_views import BookingView, ResidentEntry
from terminal.office.office import Office
from terminal.rules.id_number import check_digit
from terminal.screens.background import Background
from terminal.screens.fonts import load_fonts
from terminal.screens.kiosk import KioskScreen
from terminal.screens.kiosk.message import MessagePage
from terminal.screens.theme import LIGHT
from tests.screens.kiosk.canned import FakePrinter

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 3, 16)  # a working day, when six counters are on duty at half past ten
ITEM = "LD-002"


class Clock:
    """The office's clock, moved by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 13, 15, 0, tzinfo=ZONE)

    def now(self) -> datetime:
        return self.at

    def to(self, hour: int, minute: int) -> None:
        """To a time of the Monday."""
        self.at = datetime(2026, 3, 16, hour, minute, tzinfo=ZONE)


class Day:
    """The sample centre, its kiosk, and people who come to it."""

    def __init__(self, qtbot: QtBot, office: Office, clock: Clock) -> None:
        self.qtbot, self.office, self.clock = qtbot, office, clock
        self.printer = FakePrinter()
        self.background = Background(lambda: office)
        self.kiosk = KioskScreen(self.background, LIGHT, self.printer)
        qtbot.addWidget(self.kiosk)
        self.kiosk.resize(1080, 1920)
        self.kiosk.show()

    def book(self, person: int, hour: int, minute: int) -> BookingView:
        """Somebody rings the street's hotline."""
        birth = f"1980010{person}000"
        resident = ResidentEntry(f"甲{person}", numbered(f"999999{birth}"), f"1380000000{person}")
        start = datetime(2026, 3, 16, hour, minute, tzinfo=ZONE)
        return self.office.appointments.book([ITEM], start, resident, "street_hotline", by="li")

    def check_in(self, code: str) -> str:
        """Type a code at the kiosk; returns the stage it ends at."""
        kiosk = self.kiosk
        self.qtbot.waitUntil(lambda: kiosk.stage == "home")
        page = kiosk.page
        assert page is not None
        page.booked.emit()  # type: ignore[attr-defined]
        self.qtbot.waitUntil(lambda: kiosk.stage == "check-in")
        self.qtbot.keyClicks(kiosk, code)
        self.qtbot.waitUntil(lambda: kiosk.stage in ("result", "not checked in", "found"))
        return kiosk.stage

    def go_home(self) -> None:
        """The next person comes."""
        self.qtbot.keyClick(self.kiosk, Qt.Key.Key_Escape)
        self.qtbot.waitUntil(lambda: self.kiosk.stage == "home")

    def said(self) -> str:
        """The title and sentences of a page of words."""
        assert isinstance(self.kiosk.page, MessagePage)
        return self.kiosk.page.accessibleDescription()


def numbered(first: str) -> str:
    """An ID number with its check digit, of an area that is not given out."""
    return first + check_digit(first)


@pytest.fixture
def day(qtbot: QtBot, sqlite_sample: Path, tmp_path: Path) -> Iterator[Day]:
    """The Friday before, at three."""
    load_fonts()
    shutil.copy(sqlite_sample, tmp_path / "centre.db")
    url, clock = f"sqlite:///{tmp_path / 'centre.db'}", Clock()
    with open_office(url, clock=clock) as office:
        made = Day(qtbot, office, clock)
        yield made
        made.kiosk.close()
        made.background.close()


def test_early_late_and_too_late_at_the_kiosk_and_served_in_the_stated_place(day: Day) -> None:
    office, clock = day.office, day.clock
    early, late, missed = (day.book(person, 10, 30) for person in (1, 2, 3))
    with pytest.raises(Refusal, match="full"):  # six on duty, of whom three are kept for walk-ins
        day.book(4, 10, 30)

    clock.to(9, 20)
    assert day.check_in(early.code) == "not checked in"  # more than an hour before
    assert day.said().startswith("您来早了，预约时间是 10:30")
    assert "09:30 起可以签到" in day.said()
    day.go_home()

    clock.to(10, 5)
    before = office.queue.issue("A", source="kiosk")
    assert day.check_in(early.code) == "result"
    assert day.printer.asked
    day.go_home()
    clock.to(10, 20)
    between = office.queue.issue("A", source="kiosk")
    clock.to(10, 35)
    after = office.queue.issue("A", source="kiosk")
    clock.to(10, 40)
    assert day.check_in(late.code) == "result"
    day.go_home()
    clock.to(10, 46)
    assert day.check_in(missed.code) == "not checked in"
    assert day.said().startswith("签到时间已过")
    day.go_home()
    assert office.appointments.find(missed.code).state == "missed"

    numbers = {code: office.appointments.find(code).ticket for code in (early.code, late.code)}
    called = []
    while ticket := office.queue.call_next(counter=1, staff="zhang"):
        called.append(ticket.number)
        handling = office.queue.start(ticket.id, ITEM)
        office.queue.finish(handling.id)
    assert called == [before.number, between.number, numbers[early.code], numbers[late.code], after.number]


def test_who_checked_in_once_sees_the_place_the_second_time(day: Day) -> None:
    booked = day.book(1, 10, 30)
    day.clock.to(10, 0)
    assert day.check_in(booked.code) == "result"
    day.go_home()
    assert day.check_in(booked.code) == "found"
    assert len(day.office.queue.list()) == 1


def test_a_cancelled_appointment_gives_its_slot_back_after_the_delay(day: Day) -> None:
    office, clock = day.office, day.clock
    first, *_ = (day.book(person, 10, 30) for person in (1, 2, 3))
    clock.at += timedelta(minutes=1)
    office.appointments.cancel(first.code, "来不了", by="li")
    with pytest.raises(Refusal, match="full"):
        day.book(4, 10, 30)
    clock.at += timedelta(minutes=30)
    day.book(4, 10, 30)
    clock.to(10, 0)
    assert day.check_in(first.code) == "not checked in"
    assert day.said().startswith("这个预约已取消")
