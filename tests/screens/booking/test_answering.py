"""A request is settled by what is booked for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from terminal.office.booking_views import RequestView, ResidentEntry
from terminal.office.office import Office
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from tests.office.halls import SetClock
from tests.screens.booking.test_page import at, choose_slot


@pytest.fixture
def asked(office: Office) -> RequestView:
    who = ResidentEntry("何雨桐", "", "13800000040")
    return office.requests.add("wechat", who, item="LD-002", reason="想约周末", by="li")


def test_booking_what_was_asked_for_settles_the_request(
    page: BookingPage, office: Office, asked: RequestView, qtbot: QtBot
) -> None:
    page.start_answer(asked.id)
    qtbot.waitUntil(lambda: bool(page.draft.days))
    assert page.make.what.channels.value == "wechat"
    assert [item.code for item in page.draft.items] == ["LD-002"]
    choose_slot(page, qtbot, at(11))
    assert page.draft.lacks() == ()
    page.make.who.main.click()
    qtbot.waitUntil(lambda: not office.requests.open())
    [settled] = office.requests.list()
    made = office.appointments.find(settled.appointment or 0)
    assert (settled.state, made.name, made.channel, made.start) == ("approved", "何雨桐", "wechat", at(11))


def test_what_somebody_answered_meanwhile_is_said_and_the_appointment_stands(
    page: BookingPage, office: Office, asked: RequestView, qtbot: QtBot
) -> None:
    page.start_answer(asked.id)
    qtbot.waitUntil(lambda: bool(page.draft.days))
    choose_slot(page, qtbot, at(11))
    office.requests.answer(asked.id, "周末休息")
    page.make.who.main.click()
    qtbot.waitUntil(lambda: page.make.done.booking is not None and page.band.sentence != "")
    assert page.band.kind == "calm"
    assert page.make.done.booking is not None
    assert page.make.done.booking.state == "booked"


def test_a_request_that_is_gone_is_said(page: BookingPage, office: Office, asked: RequestView, qtbot: QtBot) -> None:
    office.requests.answer(asked.id, "周末休息")
    page.start_answer(asked.id)
    qtbot.waitUntil(lambda: page.band.sentence != "")
    assert page.draft.request is None


def test_escape_leaves_the_request_open(page: BookingPage, office: Office, asked: RequestView, qtbot: QtBot) -> None:
    page.start_answer(asked.id)
    qtbot.waitUntil(lambda: page.draft.request is not None)
    page.tabs.back.click()
    assert page.draft.request is None
    assert [one.id for one in office.requests.open()] == [asked.id]


def test_a_request_is_answered_on_a_screen_that_was_just_opened(
    background: Background, asked: RequestView, qtbot: QtBot
) -> None:
    fresh = BookingPage(background, theme.LIGHT, by="li")
    qtbot.addWidget(fresh)
    fresh.show()
    fresh.start_answer(asked.id)
    fresh.open()
    qtbot.waitUntil(lambda: bool(fresh.draft.days))
    assert [item.code for item in fresh.draft.items] == ["LD-002"]


def test_an_appointment_is_moved_on_a_screen_that_was_just_opened(
    background: Background, office: Office, qtbot: QtBot
) -> None:
    later = at(10) + timedelta(days=9)
    made = office.appointments.book(["LD-002"], later, ResidentEntry("何雨桐", "", "13800000040"), "qq", by="li")
    fresh = BookingPage(background, theme.LIGHT, by="li")
    qtbot.addWidget(fresh)
    fresh.show()
    fresh.show_booking(made.id, "move")
    fresh.open()
    qtbot.waitUntil(lambda: bool(fresh.draft.days))
    assert later.date() in [day.day for day in fresh.draft.days]


def test_a_slot_that_is_not_kept_any_more_is_asked_for_anew(
    page: BookingPage, office: Office, clock: SetClock, asked: RequestView, qtbot: QtBot
) -> None:
    page.start_answer(asked.id)
    qtbot.waitUntil(lambda: bool(page.draft.days))
    choose_slot(page, qtbot, at(11))
    first = page.draft.held
    assert first is not None
    clock.pass_(minutes=11)
    office.appointments.close_missed()
    page.refresh()
    qtbot.waitUntil(page.draft.lapsed)
    page.make.week.focus_grid()
    page.make.week.grid.go(page.make.week.grid.week.place_of(at(11)))  # type: ignore[union-attr, arg-type]
    QTest.keyClick(page.make.week.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.draft.held is not None and page.draft.held.id != first.id)


@pytest.mark.parametrize("printer", [True, False])
def test_the_slip_is_offered_where_somebody_can_print_it(
    page: BookingPage, asked: RequestView, qtbot: QtBot, printer: bool
) -> None:
    if printer:
        page.print_asked.connect(lambda _: None)
    page.start_answer(asked.id)
    qtbot.waitUntil(lambda: bool(page.draft.days))
    choose_slot(page, qtbot, at(11))
    page.make.who.main.click()
    qtbot.waitUntil(lambda: page.make.done.booking is not None)
    assert page.make.done.print.isVisible() is printer
