"""What pictures of the hall say of hours: open until when, closed until when, and what is served meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event, update

from terminal.errors import Refusal
from terminal.model import Item
from terminal.office.office import Office
from terminal.office.views import KioskView, LineTile
from tests.office.bookings import EXTENDED, FRIDAY, MONDAY, REGULAR, at, book, put_duties, put_hours, train
from tests.office.halls import MORNING, Records, SetClock

SATURDAY = FRIDAY + timedelta(days=1)


def tile(view: KioskView, letter: str) -> LineTile:
    return next(one for one in view.lines if one.letter == letter)


def serve_only_in_regular_hours(office: Office, *items: str) -> None:
    with office.store.writing() as session:
        session.execute(update(Item).where(Item.code.in_(items)).values(extended_hours=False))


def test_a_hall_without_hours_serves_every_line_and_item(office: Office) -> None:
    view = office.hall.kiosk_view()
    assert [(one.letter, one.open, one.kind, one.opens_at) for one in view.lines] == [
        (letter, True, "regular", None) for letter in "ABC"
    ]
    assert (view.closed_items, view.opening.kind, view.opening.certain) == (frozenset(), "regular", True)


def test_kiosk_board_and_counter_say_until_when_it_is_open(office: Office) -> None:
    put_hours(office, REGULAR, rest=[EXTENDED])
    for view in (office.hall.kiosk_view(), office.hall.board_view(), office.hall.counter_view(1)):
        assert (view.opening.kind, view.opening.until) == ("regular", at(18, day=FRIDAY))


def test_in_the_evening_every_line_says_when_it_opens(office: Office, clock: SetClock) -> None:
    put_hours(office, REGULAR, rest=[EXTENDED])
    serve_only_in_regular_hours(office, "MZ-001")
    clock.moment = at(18, day=FRIDAY)
    view = office.hall.kiosk_view()
    assert {(one.letter, one.open, one.kind, one.opens_at) for one in view.lines} == {
        ("A", False, None, at(9, day=SATURDAY)),
        ("B", False, None, at(9, day=SATURDAY)),
        ("C", False, None, at(8, day=MONDAY)),  # none of its items is served at weekends
    }
    assert len(view.closed_items) == 5


def test_in_extended_hours_only_the_items_marked_for_them_are_served(office: Office, clock: SetClock) -> None:
    put_hours(office, REGULAR, rest=[EXTENDED])
    serve_only_in_regular_hours(office, "LD-002", "MZ-001")
    clock.moment = at(10, day=SATURDAY)
    view = office.hall.kiosk_view()
    assert [(one.open, one.kind) for one in view.lines] == [(True, "extended"), (True, "extended"), (False, None)]
    assert view.closed_items == {"LD-002", "MZ-001"}
    office.queue.issue("LD-001", source="kiosk")
    office.queue.issue("A", source="kiosk")
    with pytest.raises(Refusal, match="extended hours"):
        office.queue.issue("LD-002", source="kiosk")
    with pytest.raises(Refusal, match="2026-11-23 08:00"):
        office.queue.issue("C", source="kiosk")


def test_the_kiosk_gives_no_number_while_closed_and_staff_do(office: Office, records: Records, clock: SetClock) -> None:
    put_hours(office, REGULAR)
    clock.moment = at(18, day=FRIDAY)
    for named in ("A", "SB-001"):
        with pytest.raises(Refusal, match="2026-11-23 08:00"):
            office.queue.issue(named, source="kiosk")
    assert records.tickets() == []
    office.queue.issue("A")
    office.queue.issue("SB-001", source="command")
    clock.moment = at(8)
    office.queue.issue("A", source="kiosk")


def test_a_kiosk_that_names_what_is_not_there_hears_the_same_as_before(office: Office) -> None:
    for named in ("Z", "XX-001"):
        with pytest.raises(Refusal, match=named):
            office.queue.issue(named, source="kiosk")


def test_a_hall_closed_for_long_says_that_nobody_knows_when_it_opens(office: Office) -> None:
    put_hours(office, since=FRIDAY, until=FRIDAY + timedelta(days=60))
    assert tile(office.hall.kiosk_view(), "A").opens_at is None
    with pytest.raises(Refusal, match="Ask at the service desk"):
        office.queue.issue("A", source="kiosk")


def test_an_opening_in_a_year_without_a_notice_is_not_certain(office: Office, clock: SetClock) -> None:
    put_hours(office, REGULAR, rest=[EXTENDED])
    clock.moment = MORNING.replace(month=12, day=31, hour=20)
    for view in (office.hall.kiosk_view(), office.hall.board_view(), office.hall.counter_view(1)):
        assert not view.opening.certain
    clock.moment = MORNING.replace(month=12, day=30, hour=20)
    assert office.hall.kiosk_view().opening.certain


# Who is on duty.


def test_a_line_is_open_while_somebody_on_duty_can_serve_it(office: Office, clock: SetClock) -> None:
    put_hours(office, REGULAR)
    train(office, "li", "A")
    put_duties(office, FRIDAY, (1, "li"), opens=480, closes=720)
    put_duties(office, MONDAY, (2, "zhang"), opens=600)
    view = office.hall.kiosk_view()
    assert [(one.open, one.opens_at) for one in view.lines] == [
        (True, None), (False, at(10)), (False, at(8, day=MONDAY + timedelta(days=1))),
    ]  # fmt: skip
    assert view.closed_items == {"SB-001", "SB-002", "MZ-001"}
    clock.moment = at(12, day=FRIDAY)
    assert not tile(office.hall.kiosk_view(), "A").open


def test_whoever_sits_at_a_window_serves_its_lines_whatever_the_roster_says(office: Office) -> None:
    put_hours(office, REGULAR)
    put_duties(office, FRIDAY, (1, "li"), opens=480, closes=540)  # gone at nine
    assert not tile(office.hall.kiosk_view(), "A").open
    office.counters.sign_in(2, "zhang")
    assert tile(office.hall.kiosk_view(), "A").open
    office.queue.issue("A", source="kiosk")
    assert not tile(office.hall.kiosk_view(), "C").open
    office.counters.pause(2)
    assert not tile(office.hall.kiosk_view(), "A").open


# Appointments in the queue.


def test_who_checked_in_early_waits_since_the_arrival_and_stands_behind_who_comes_now(
    office: Office, clock: SetClock
) -> None:
    put_hours(office, REGULAR)
    booked = book(office, 1, at(10, 0), "LD-001", "LD-002")
    clock.moment = at(9, 20)
    ticket = office.appointments.check_in(booked.code)
    assert tile(office.hall.kiosk_view(), "A").wait_minutes == 0
    clock.moment = at(9, 30)
    walk_in = office.queue.issue("A")
    view = office.hall.counter_view(1)
    assert [(one.id, one.waited_minutes, one.booked_for) for one in view.waiting] == [
        (walk_in.id, 0, None), (ticket.id, 10, at(10)),
    ]  # fmt: skip
    assert office.hall.issued(walk_in.id).ahead == 0
    clock.moment = at(10, 1)
    assert tile(office.hall.kiosk_view(), "A").wait_minutes > 0


def test_a_counter_sees_which_items_of_an_appointment_are_still_to_be_begun(office: Office, clock: SetClock) -> None:
    put_hours(office, REGULAR)
    booked = book(office, 1, at(10, 0), "SB-001", "LD-002", "LD-001")
    clock.moment = at(9, 50)
    ticket = office.appointments.check_in(booked.code)
    office.queue.call(ticket.id, 1, "zhang")
    serving = office.hall.counter_view(1).current
    assert serving is not None
    assert (serving.booked_for, serving.booked_items) == (at(10), ("SB-001", "LD-002", "LD-001"))
    first = office.queue.start(ticket.id)
    assert first.item == "SB-001"
    second = office.queue.start(ticket.id, "LD-001")
    serving = office.hall.counter_view(1).current
    assert serving is not None
    assert serving.booked_items == ("LD-002",)
    for one in (first, second):
        office.queue.finish(one.id)
    done = office.hall.counter_view(1).last_visit
    assert done is not None
    assert done.booked_items == ("LD-002",)
    walk_in = office.queue.issue("A")
    office.queue.call(walk_in.id, 1)
    serving = office.hall.counter_view(1).current
    assert serving is not None
    assert (serving.booked_for, serving.booked_items) == (None, ())


def test_hours_cost_the_kiosks_picture_few_statements(office: Office) -> None:
    statements: list[str] = []
    event.listen(office.store.engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    office.hall.kiosk_view()
    plain = len(statements)
    put_hours(office, REGULAR, rest=[EXTENDED])
    statements.clear()
    office.hall.kiosk_view()
    assert len(statements) == plain <= 12
