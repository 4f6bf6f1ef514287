"""Checking in for an appointment at the kiosk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from terminal.rules.resident import ResidentFields
from terminal.screens.kiosk.check_in import BookingsPage, CheckInPage
from terminal.screens.kiosk.message import MessagePage
from tests.screens.kiosk.canned import AT, booking, found, issued
from tests.screens.kiosk.conftest import Stand

CODE = "K7Q2M9XA"
SOON = AT.replace(second=0) + timedelta(minutes=20)
Make = Callable[..., Stand]


class Reader(QObject):
    """A card reader; ``forgotten`` counts how often it was told to keep nothing."""

    read = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.forgotten = 0

    def forget(self) -> None:
        self.forgotten += 1


class Scanner(QObject):
    """A scanner."""

    scanned = Signal(str)


def with_booking(kiosk: Make, **changes: Any) -> Stand:
    """A kiosk at its first page; CODE is booked for twenty minutes from now."""
    options = {name: changes.pop(name) for name in ("cards", "scans", "language") if name in changes}
    stand = kiosk(**options).at("home")
    stand.office.bookings[CODE] = booking(CODE, SOON, **changes)
    stand.office.next = issued(booked_for=SOON)
    return stand


def heading(stand: Stand) -> str:
    """What a message page says, title and sentences."""
    assert isinstance(stand.screen.page, MessagePage)
    return stand.screen.page.accessibleDescription()


def test_a_typed_code_gives_the_number_and_its_slip(kiosk: Make) -> None:
    stand = with_booking(kiosk)
    stand.button("预约签到").click()
    stand.at("check-in").keys(*"K7Q2M9X")
    assert stand.office.checked_in == []
    stand.keys("A").at("result")
    assert stand.office.checked_in == [CODE]
    assert stand.printer.asked == [17]


def test_the_keys_on_the_screen_type_and_take_back(kiosk: Make) -> None:
    stand = with_booking(kiosk)
    stand.button("预约签到").click()
    stand.at("check-in")
    for letter in "K7Q":
        stand.button(letter).click()
    stand.button("删去上一个字").click()
    page = stand.screen.page
    assert isinstance(page, CheckInPage)
    assert page.typed == "K7"
    stand.keys(Qt.Key.Key_Backspace, "0", "O", "1")  # no code holds these
    assert page.typed == "K"


def test_a_scanned_code_checks_in_from_the_first_page(kiosk: Make) -> None:
    scans = Scanner()
    stand = with_booking(kiosk, scans=scans)
    scans.scanned.emit(CODE)
    stand.at("result")
    assert stand.office.checked_in == [CODE]


def test_a_card_finds_the_appointment_and_is_forgotten(kiosk: Make) -> None:
    cards = Reader()
    stand = with_booking(kiosk, cards=cards)
    cards.read.emit(ResidentFields("resident", "王一华", "999999199001010018"))
    stand.at("result")
    assert (stand.office.checked_in, cards.forgotten) == ([CODE], 1)


def test_several_appointments_of_a_day_are_offered(kiosk: Make) -> None:
    cards = Reader()
    stand = with_booking(kiosk, cards=cards)
    stand.office.bookings["ABCD2345"] = booking("ABCD2345", SOON + timedelta(minutes=30))
    cards.read.emit(ResidentFields("resident", "王一华", "999999199001010018"))
    stand.at("bookings")
    assert isinstance(stand.screen.page, BookingsPage)
    stand.keys("2").at("result")
    assert stand.office.checked_in == ["ABCD2345"]


def test_a_card_without_an_appointment_is_told_so(kiosk: Make) -> None:
    cards = Reader()
    stand = with_booking(kiosk, cards=cards)
    cards.read.emit(ResidentFields("resident", "李一", "999999199001010026"))
    stand.at("not checked in")
    assert heading(stand).startswith("今天没有您的预约")


def test_a_card_that_cannot_be_read_is_told_only_where_one_is_waited_for(kiosk: Make) -> None:
    cards = Reader()
    stand = with_booking(kiosk, cards=cards)
    cards.refused.emit(object())
    assert stand.screen.stage == "home"
    stand.button("刷身份证").click()
    stand.at("card")
    cards.refused.emit(object())
    stand.at("not checked in")


def other_day(days: int) -> dict[str, Any]:
    """The same appointment so many days from now."""
    at = SOON + timedelta(days=days)
    return {"day": at.date(), "start": at, "check_in_from": at, "check_in_until": at}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"check_in_from": AT + timedelta(minutes=5)}, "您来早了，预约时间是 12:44"),
        ({"check_in_until": AT - timedelta(minutes=5)}, "签到时间已过"),
        ({"state": "missed"}, "签到时间已过"),
        ({"state": "cancelled"}, "这个预约已取消"),
        (other_day(1), "您的预约是3月18日 周三"),
        (other_day(-1), "您的预约是3月16日 周一，已经过了"),
    ],
)
def test_who_cannot_be_checked_in_is_told_why(kiosk: Make, changes: dict[str, Any], said: str) -> None:
    stand = with_booking(kiosk)
    stand.office.bookings[CODE] = booking(CODE, SOON, **changes)
    stand.button("预约签到").click()
    stand.at("check-in").keys(*CODE).at("not checked in")
    assert heading(stand).startswith(said)
    assert stand.office.checked_in == []


def test_an_unknown_code_is_told_so_and_the_way_back_is_home(kiosk: Make) -> None:
    stand = with_booking(kiosk)
    stand.button("预约签到").click()
    stand.at("check-in").keys(*"ZZZZ2222").at("not checked in")
    assert heading(stand).startswith("没有这个预约码")
    stand.keys(Qt.Key.Key_Escape).at("home")


def test_who_was_checked_in_before_sees_the_place_in_the_queue(kiosk: Make) -> None:
    stand = with_booking(kiosk, state="arrived", ticket="A017")
    stand.office.slips["A017"] = found("waiting")
    stand.button("预约签到").click()
    stand.at("check-in").keys(*CODE).at("found")
    assert stand.office.checked_in == []


def test_without_a_card_reader_nobody_is_asked_for_a_card(kiosk: Make) -> None:
    stand = with_booking(kiosk)
    with pytest.raises(LookupError):
        stand.button("刷身份证")


def test_an_abandoned_code_is_gone_for_the_next_resident(kiosk: Make) -> None:
    stand = with_booking(kiosk)
    stand.button("预约签到").click()
    stand.at("check-in").keys(*"K7Q2")
    stand.pass_seconds(30)
    assert stand.screen.stage == "home"
