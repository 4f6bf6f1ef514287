"""What cannot be kept, and whom to ring: moved, told, cancelled, rung, sent again."""

from __future__ import annotations

from datetime import datetime

from pytestqt.qtbot import QtBot

from terminal.office.office import Office
from terminal.rules.hours import Span
from tests.screens.booking.conftest import ZONE
from tests.screens.booking.test_lists import TUESDAY, Show, at, book, form_of, person, show, write

__all__ = ["show"]  # the fixture

# What cannot be kept.


def test_what_cannot_be_kept_says_why_and_the_person_is_told_once(show: Show, office: Office, qtbot: QtBot) -> None:
    booked = book(office, 1, at(15, day=TUESDAY))
    office.hours.special([Span(9 * 60, 12 * 60)], TUESDAY, TUESDAY, reason="停电")
    page = show("broken")
    (row,) = page.broken.list.wide
    assert (row.right.text, row.right.note) == ("已不开放", "未通知")
    assert page.broken.in_hand.words.words.text()
    page.broken.in_hand.buttons["tell"].click()
    qtbot.waitUntil(lambda: page.broken.list.wide[0].right.note == "短信排队中", timeout=20000)
    assert not page.broken.in_hand.buttons["tell"].isEnabled()
    assert office.outbox.messages(appointment=booked.id)[0].template == "hours_changed"
    with qtbot.waitSignal(page.move_asked) as asked:
        page.broken.in_hand.buttons["move"].click()
    assert asked.args == [booked.id]


def test_what_cannot_be_kept_is_cancelled_from_its_list(show: Show, office: Office, qtbot: QtBot) -> None:
    booked = book(office, 1, at(15, day=TUESDAY))
    office.hours.special([], TUESDAY, TUESDAY, reason="停电")
    page = show("broken")
    page.broken.in_hand.buttons["cancel"].click()
    write(page, "")
    qtbot.waitUntil(lambda: page.broken.list.wide == (), timeout=20000)
    assert office.appointments.find(booked.id).state == "cancelled"
    assert page.broken.empty() == "所有预约都能如期办理"


# Whom to ring.


def test_whoever_cannot_be_written_to_is_rung_and_what_came_of_it_kept(
    show: Show, office: Office, qtbot: QtBot
) -> None:
    booked = book(office, 2, at(15), "02880000002")
    page = show("calls")
    (row,) = page.calls.list.wide
    assert row.lead.text == "02880000002"
    assert booked.code in page.calls.in_hand.words.words.text()
    page.calls.in_hand.buttons["called"].click()
    write(page, "本人接听")
    qtbot.waitUntil(lambda: page.calls.list.wide == (), timeout=20000)
    (message,) = office.outbox.messages(appointment=booked.id)
    assert (message.state, message.detail) == ("called", "本人接听")


def test_what_is_of_no_use_is_dropped_after_a_question(show: Show, office: Office, qtbot: QtBot) -> None:
    book(office, 2, at(15), "02880000002")
    page = show("calls")
    assert not page.calls.in_hand.buttons["retry"].isEnabled()
    page.calls.in_hand.buttons["drop"].click()
    form_of(page).confirm.click()
    qtbot.waitUntil(lambda: page.calls.list.wide == (), timeout=20000)
    assert office.outbox.messages()[0].state == "dropped"


def test_a_message_nobody_knows_the_end_of_is_sent_again_by_hand(show: Show, office: Office, qtbot: QtBot) -> None:
    book(office, 1, at(15))
    (message,) = office.outbox.claim("a", office.room.now())
    office.outbox.unsure(message.id, "timeout", worker="a")
    page = show("calls")
    assert page.calls.list.wide[0].badge == "是否送达不明"
    page.calls.in_hand.buttons["retry"].click()
    qtbot.waitUntil(lambda: page.calls.list.wide == (), timeout=20000)
    assert office.outbox.messages()[0].state == "waiting"


def test_a_colleagues_address_is_not_shown(show: Show, office: Office) -> None:
    office.roster.contact("wang", address="mailto://user:secret@example.invalid")
    start = datetime(2026, 3, 17, 19, 30, tzinfo=ZONE)
    request = office.requests.add("qq", person(1), item="LD-002", wanted_at=start, urgent=True, reason="急用")
    office.requests.approve(request.id, start=start, staff="wang", counter=1)
    for message in office.outbox.claim("a", office.room.now()):
        office.outbox.unsure(message.id, "timeout", worker="a")
    page = show("calls")
    row = next(row for row in page.calls.list.wide if "secret" not in row.main.note and row.lead.text == "–")
    assert row.right.text == "值班通知"
    assert "secret" not in repr(page.calls.list.wide)
