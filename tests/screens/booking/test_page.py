"""The booking page over a real office: booked by keyboard, held and given up, moved, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from terminal.office.booking_views import BookingView, ResidentEntry
from terminal.office.office import Office
from terminal.rules.id_number import check_digit
from terminal.rules.resident import ResidentFields
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from tests.office.halls import SetClock
from tests.screens.booking.conftest import MONDAY, ZONE

ITEM = "LD-002"
CARD = ResidentFields("resident", "冯春梅", "999999198001010018"[:17] + check_digit("99999919800101001"))


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
    for letter in text:
        QTest.keyClick(focused(), letter) if letter.isascii() else focused().insert(letter)  # type: ignore[attr-defined]


@pytest.fixture
def page(background: Background, qtbot: QtBot) -> Iterator[BookingPage]:
    made = BookingPage(background, theme.LIGHT, by="li")
    qtbot.addWidget(made)
    made.resize(1366, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    qtbot.waitUntil(lambda: bool(made.draft.catalogue), timeout=20000)
    yield made
    made.close()


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


# What goes wrong.


def test_who_was_quicker_has_the_slot_and_the_next_free_one_is_named(
    page: BookingPage, office: Office, qtbot: QtBot
) -> None:
    choose_item(page, qtbot)
    for person in (1, 2, 3):
        book(office, person, at(10, 30))
    grid = page.make.week.grid
    assert grid.week is not None
    place = grid.week.place_of(at(10, 30))
    assert place is not None
    slot = grid.week.cells[place]
    page.draft.choose(slot)  # the page has not heard of it yet
    qtbot.waitUntil(lambda: bool(page.band.sentence))
    assert page.band.kind == "calm"
    assert "10:30" in page.band.accessibleName()
    assert page.draft.held is None
    qtbot.waitUntil(lambda: grid.week is not None and grid.week.cells[place].free == 0)


def test_a_hold_that_ran_out_is_tried_once_more(
    page: BookingPage, office: Office, clock: SetClock, qtbot: QtBot
) -> None:
    choose_item(page, qtbot)
    choose_slot(page, qtbot, at(15, 30))
    enter_person(page, 1)
    clock.moment = at(9, 55)
    office.appointments.close_missed()
    page.refresh()
    qtbot.waitUntil(page.draft.lapsed)
    page.make.show_draft()
    assert page.make.who.time.left_text[1] == "trouble"
    with qtbot.waitSignal(page.draft.made):
        page.make.who.main.click()
    assert "booked" in states(office)


def test_what_others_book_is_shown_without_a_key(page: BookingPage, office: Office, qtbot: QtBot) -> None:
    choose_item(page, qtbot)
    grid = page.make.week.grid
    assert grid.week is not None
    place = grid.week.place_of(at(10, 30))
    assert place is not None
    before = grid.week.cells[place].free
    book(office, 1, at(10, 30))
    qtbot.waitUntil(lambda: grid.week is not None and grid.week.cells[place].free == before - 1, timeout=10000)


# Moving.


def test_an_appointment_is_moved_and_keeps_its_code(page: BookingPage, office: Office, qtbot: QtBot) -> None:
    booked = book(office, 1, at(10, 30))
    page.show_booking(booked.id, "move")
    qtbot.waitUntil(lambda: page.draft.moving is not None and bool(page.draft.days))
    grid = page.make.week.grid
    assert grid.week is not None
    place = grid.week.place_of(at(15, 0))
    assert place is not None
    grid.setFocus()
    grid.go(place)
    press(Qt.Key.Key_Return)
    assert office.appointments.find(booked.id).start == at(10, 30)  # asked first
    with qtbot.waitSignal(page.draft.made):
        press(Qt.Key.Key_Return)
    moved = office.appointments.find(booked.id)
    assert (moved.start, moved.code, moved.moves) == (at(15, 0), booked.code, 1)


def test_escape_leaves_an_appointment_where_it_is(page: BookingPage, office: Office, qtbot: QtBot) -> None:
    booked = book(office, 1, at(10, 30))
    page.show_booking(booked.id, "move")
    qtbot.waitUntil(lambda: page.draft.moving is not None and bool(page.draft.days))
    page.make.week.focus_grid()
    with qtbot.assertNotEmitted(page.left, wait=0):
        press(Qt.Key.Key_Escape)
    assert page.draft.moving is None
    assert office.appointments.find(booked.id).moves == 0


# Tongues and tabs.


def test_another_language_leaves_what_was_entered(page: BookingPage, qtbot: QtBot) -> None:
    choose_item(page, qtbot)
    choose_slot(page, qtbot, at(10, 30))
    enter_person(page, 1)
    page.retranslate()
    assert page.draft.held is not None
    assert page.make.who.fields.fields["name"].edit.text() == entry(1).name
    assert page.make.who.main.isEnabled()


def test_the_confirmation_is_printed_by_whoever_wires_it(page: BookingPage, office: Office, qtbot: QtBot) -> None:
    choose_item(page, qtbot)
    choose_slot(page, qtbot, at(10, 30))
    enter_person(page, 1)
    with qtbot.waitSignal(page.draft.made):
        page.make.who.main.click()
    with qtbot.waitSignal(page.print_asked) as asked:
        page.make.done.print.click()
    assert page.make.done.booking is not None
    assert asked.args == [page.make.done.booking.id]


# Room, and a database that is away.


@pytest.mark.parametrize(
    ("look", "width", "height"), [(theme.LIGHT, 1024, 700), (theme.DARK, 1024, 700), (theme.CONTRAST, 1366, 768)]
)
def test_it_fits_the_counters_window(
    look: theme.Theme, width: int, height: int, background: Background, qtbot: QtBot
) -> None:
    made = BookingPage(background, look, by="li")
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    made.open()
    qtbot.waitUntil(lambda: bool(made.draft.catalogue), timeout=20000)
    made.draft.add_item(ITEM)
    qtbot.waitUntil(lambda: bool(made.draft.days))
    assert (made.width(), made.height()) == (width, height)
    least = made.minimumSizeHint()
    assert (least.width() <= width, least.height() <= height) == (True, True), least


def test_while_the_database_is_away_the_week_stays_greyed_and_nothing_is_confirmed(
    page: BookingPage, background: Background, qtbot: QtBot
) -> None:
    choose_item(page, qtbot)
    choose_slot(page, qtbot, at(10, 30))
    enter_person(page, 1)
    assert page.make.who.main.isEnabled()
    background._found(False, "数据库连接不上。")
    assert page.make.week.grid.greyed
    assert page.make.week.grid.week is not None
    assert not page.make.who.main.isEnabled()
    assert (page.band.kind, page.band.sentence) == ("trouble", "数据库连接不上。")
    background._found(True, "")
    assert not page.make.week.grid.greyed
    assert page.make.who.main.isEnabled()
    assert page.band.sentence == ""
