"""A request is settled by what is booked for it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from terminal.office.booking_views import RequestView, ResidentEntry
from terminal.office.office import Office
from terminal.screens.booking import BookingPage
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
