"""What goes wrong while booking, moving an appointment, other languages and windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from terminal.office.office import Office
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from tests.office.halls import SetClock
from tests.screens.booking.hands import (
    ITEM,
    at,
    book,
    choose_item,
    choose_slot,
    enter_person,
    entry,
    press,
    states,
)

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
