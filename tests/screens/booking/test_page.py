"""Booking over a real office, by keyboard: the slot held and given up, the resident found or entered."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from terminal.office.office import Office
from terminal.rules.id_number import check_digit
from terminal.rules.resident import ResidentFields
from terminal.screens.booking import BookingPage
from tests.office.halls import SetClock
from tests.screens.booking.conftest import MONDAY
from tests.screens.booking.hands import (
    ITEM,
    at,
    book,
    choose_item,
    choose_slot,
    enter_person,
    entry,
    focused,
    press,
    states,
    write,
)

FIRST = "99999919800101001"
CARD = ResidentFields("resident", "冯春梅", FIRST + check_digit(FIRST))


# Booking.


def test_an_appointment_is_booked_by_keyboard_alone(page: BookingPage, office: Office, qtbot: QtBot) -> None:
    assert focused() is page.make.what.search
    write(ITEM)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.draft.days))
    press(Qt.Key.Key_Return)  # nothing typed: on to the week
    press(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.draft.held is not None)
    assert focused() is page.make.who.search
    given = entry(1)
    write(given.number)
    press(Qt.Key.Key_Return)  # nobody has it: it goes into its field
    fields = page.make.who.fields.fields
    qtbot.waitUntil(lambda: fields["number"].edit.text() == given.number)
    assert focused() is fields["name"].edit
    write(given.name)
    fields["phone"].edit.setFocus()
    write(given.phone)
    press(Qt.Key.Key_Return)
    assert focused() is page.make.who.main
    with qtbot.waitSignal(page.draft.made):
        press(Qt.Key.Key_Return)
    (booked,) = office.appointments.list(MONDAY, MONDAY + timedelta(days=6))
    assert (booked.state, booked.channel, booked.made_by) == ("booked", "in_person", "li")
    assert booked.name == given.name
    assert page.make.done.code.number == booked.code
    assert page.make.done.isVisible()


def test_what_is_chosen_is_held_for_nobody_else(page: BookingPage, office: Office, qtbot: QtBot) -> None:
    choose_item(page, qtbot)
    choose_slot(page, qtbot, at(10, 30))
    assert states(office) == ["held"]
    left = page.draft.seconds_left()
    assert left is not None
    assert 0 < left <= 600
    assert page.make.who.time.left_text[0].startswith("保留")


def test_another_choice_gives_the_first_slot_up(page: BookingPage, office: Office, qtbot: QtBot) -> None:
    choose_item(page, qtbot)
    choose_slot(page, qtbot, at(10, 30))
    choose_slot(page, qtbot, at(11, 0))
    assert sorted(states(office)) == ["held", "lapsed"]
    assert page.draft.held is not None
    assert office.appointments.find(page.draft.held.id).state == "held"


def test_leaving_gives_the_slot_up_and_forgets_the_person(page: BookingPage, office: Office, qtbot: QtBot) -> None:
    choose_item(page, qtbot)
    choose_slot(page, qtbot, at(10, 30))
    enter_person(page, 1)
    page.hide()
    qtbot.waitUntil(lambda: states(office) == ["lapsed"])
    assert page.draft.person.name == ""
    assert page.make.who.fields.fields["name"].edit.text() == ""


def test_a_slot_chosen_in_the_moment_of_leaving_is_given_up_too(
    page: BookingPage, office: Office, qtbot: QtBot
) -> None:
    choose_item(page, qtbot)
    grid = page.make.week.grid
    assert grid.week is not None
    place = grid.week.place_of(at(10, 30))
    assert place is not None
    grid.go(place)
    press(Qt.Key.Key_Return)  # its answer has not come yet
    page.hide()
    qtbot.waitUntil(lambda: states(office) == ["lapsed"])


def test_escape_leads_back(page: BookingPage, qtbot: QtBot) -> None:
    choose_item(page, qtbot)
    with qtbot.waitSignal(page.left):
        press(Qt.Key.Key_Escape)


def test_several_items_are_booked_together_and_taken_out_again(page: BookingPage, qtbot: QtBot) -> None:
    choose_item(page, qtbot)
    choose_item(page, qtbot, "MZ-001")
    assert [item.code for item in page.draft.items] == [ITEM, "MZ-001"]
    assert page.draft.minutes == sum(item.minutes for item in page.draft.items)
    page.make.what.rows.setFocus()
    press(Qt.Key.Key_Delete)
    assert len(page.draft.items) == 1


# The resident.


def test_somebody_known_is_found_and_booked_without_an_id_number(
    page: BookingPage, office: Office, qtbot: QtBot
) -> None:
    known = book(office, 1, at(14, 0))
    choose_item(page, qtbot)
    choose_slot(page, qtbot, at(15, 30))
    write(entry(1).phone)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.make.who.found.found))
    press(Qt.Key.Key_Return)
    assert page.draft.person.known is not None
    assert page.make.who.main.isEnabled()
    with qtbot.waitSignal(page.draft.made):
        page.make.who.main.click()
    assert {one.resident_id for one in office.appointments.list(MONDAY, MONDAY)} == {known.resident_id}


def test_who_is_barred_is_told_at_once(page: BookingPage, office: Office, clock: SetClock, qtbot: QtBot) -> None:
    office.appointments.set_rules(missed_limit=1)
    book(office, 1, at(10, 30))
    clock.moment = at(11, 30)
    office.appointments.close_missed()
    choose_item(page, qtbot)
    page.make.who.focus_search()
    write(entry(1).number)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.draft.person.known is not None)
    assert page.draft.person.known is not None
    assert page.draft.person.known.barred_until is not None
    assert not page.make.who.main.isEnabled()
    assert "不能" in page.make.who._standing.sentence


def test_the_card_on_the_reader_is_taken_over_by_one_key(page: BookingPage, qtbot: QtBot) -> None:
    page.offer_resident(CARD)
    choose_item(page, qtbot)
    choose_slot(page, qtbot, at(10, 30))
    press(Qt.Key.Key_F2)
    assert (page.draft.person.name, page.draft.person.number) == (CARD.name, CARD.number)
    page.offer_resident(None)
    assert not page.make.who.card.isVisible()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("number", "99999919800101001", "还差 1 位"),
        ("number", "999999198001010010", "校验"),
        ("phone", "1380000", "还差 4 位"),
        ("phone", "028-87654321", "座机"),
    ],
)
def test_a_field_says_what_is_wrong_while_one_types(page: BookingPage, field: str, text: str, said: str) -> None:
    one = page.make.who.fields.fields[field]
    one.edit.setFocus()
    write(text)
    assert said in one.note.text
