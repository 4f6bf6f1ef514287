"""What a person at the keyboard does on the booking page, and invented people to do it for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from terminal.office.booking_views import BookingView, ResidentEntry
from terminal.office.office import Office
from terminal.rules.id_number import check_digit
from terminal.screens.booking import BookingPage
from tests.screens.booking.conftest import MONDAY, ZONE

ITEM = "LD-002"


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def entry(person: int) -> ResidentEntry:
    """An invented resident: the area code is not given out."""
    first = f"999999198001{person:02d}000"
    return ResidentEntry(f"甲{'乙丙丁戊己'[person % 5]}", first + check_digit(first), f"1380000000{person}")


def book(office: Office, person: int, start: datetime) -> BookingView:
    return office.appointments.book([ITEM], start, entry(person), "street_hotline", by="li")


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key) -> None:
    """Keys go wherever the focus is, as at a keyboard."""
    for key in keys:
        QTest.keyClick(focused(), key)


def write(text: str) -> None:
    """As an input method hands it over: Chinese has no keys of its own."""
    field = focused()
    assert isinstance(field, QLineEdit)
    for letter in text:
        if letter.isascii():
            QTest.keyClick(field, letter)
        else:
            field.insert(letter)


def choose_item(page: BookingPage, qtbot: QtBot, code: str = ITEM) -> None:
    """Typed, taken, and on to the week."""
    page.make.what.focus_search()
    write(code)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.draft.days))
    press(Qt.Key.Key_Return)
    assert focused() is page.make.week.grid


def choose_slot(page: BookingPage, qtbot: QtBot, start: datetime) -> None:
    """Taken in hand and chosen; waits until it is held."""
    grid = page.make.week.grid
    assert grid.week is not None
    place = grid.week.place_of(start)
    assert place is not None
    grid.setFocus()
    grid.go(place)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.draft.held is not None and page.draft.held.start == start)


def enter_person(page: BookingPage, person: int) -> None:
    fields = page.make.who.fields.fields
    given = entry(person)
    for name, text in (("name", given.name), ("number", given.number), ("phone", given.phone)):
        fields[name].edit.setFocus()
        write(text)


def states(office: Office) -> list[str]:
    return [one.state for one in office.appointments.list(MONDAY, MONDAY + timedelta(days=30))]
