"""Slots: hours, people on duty, what is booked, lead time and horizon, put together."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from terminal.errors import Refusal
from terminal.model import Duty, Item, Post, Shift, Staff
from terminal.office.office import Office
from terminal.rules.hours import Span
from tests.office.bookings import (
    EXTENDED,
    FRIDAY,
    MONDAY,
    REGULAR,
    at,
    book,
    change_duty,
    free,
    in_zone,
    person,
    put_duties,
    put_hours,
    train,
)
from tests.office.halls import SetClock

SATURDAY = FRIDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _no_share(office: Office) -> None:
    office.appointments.set_rules(walk_in_share=0)


def starts(office: Office, day: date, *items: str) -> list[str]:
    (found,) = office.appointments.slots(items or ("LD-001",), day)
    return [f"{slot.start:%H:%M}" for slot in found.slots]


def reason(office: Office, day: date, *items: str) -> str:
    (found,) = office.appointments.slots(items or ("LD-001",), day)
    assert not found.slots or not found.closed
    return found.closed


def test_a_hall_without_hours_and_roster_books_at_all_its_windows_around_the_clock(office: Office) -> None:
    (day,) = office.appointments.slots(["LD-001"], MONDAY)
    assert len(day.slots) == 96
    assert {(slot.free, slot.capacity, slot.kind) for slot in day.slots} == {(2, 2, "regular")}  # windows 1 and 2
    assert (day.slots[0].start, day.slots[-1].end) == (at(0), at(0, day=MONDAY + timedelta(days=1)))
    assert (day.closed, day.rostered) == ("", False)


def test_slots_lie_within_the_hours_of_the_day(office: Office) -> None:
    put_hours(office, Span(8 * 60, 9 * 60), Span(14 * 60, 14 * 60 + 40), rest=[EXTENDED])
    assert starts(office, MONDAY) == ["08:00", "08:15", "08:30", "08:45", "14:00", "14:15"]
    assert starts(office, MONDAY, "LD-002", "SB-001") == ["08:00", "08:15"]  # 35 minutes take three cells
    assert starts(office, SATURDAY)[0] == "09:00"


def test_items_of_two_lines_are_booked_while_both_are_open(office: Office) -> None:
    put_hours(office, REGULAR)
    put_hours(office, Span(9 * 60, 10 * 60), line="B")
    assert starts(office, MONDAY, "SB-001") == ["09:00", "09:15", "09:30", "09:45"]
    assert starts(office, MONDAY, "LD-001", "SB-001") == ["09:00", "09:15", "09:30"]


def test_in_extended_hours_only_what_is_served_then_can_be_booked(office: Office, hall_url: str) -> None:
    put_hours(office, REGULAR, rest=[EXTENDED])
    with office.store.writing() as session:
        session.get_one(Item, (office.centre, "LD-002")).extended_hours = False
    (day,) = office.appointments.slots(["LD-001"], SATURDAY)
    assert {slot.kind for slot in day.slots} == {"extended"}
    assert reason(office, SATURDAY, "LD-002") == "items"
    assert reason(office, SATURDAY, "LD-001", "LD-002") == "items"
    with pytest.raises(Refusal, match="not served"):
        book(office, 1, at(9, day=SATURDAY), "LD-002")


def test_a_day_without_slots_says_why(office: Office) -> None:
    put_hours(office, REGULAR)
    put_duties(office, MONDAY, (3, "li"))
    assert reason(office, FRIDAY - timedelta(days=1)) == "past"
    assert reason(office, FRIDAY + timedelta(days=31)) == "far"
    assert reason(office, SATURDAY) == "closed"
    assert reason(office, MONDAY) == "nobody"
    assert reason(office, MONDAY, "MZ-001") == ""


def test_today_is_past_when_its_last_slot_is(office: Office, clock: SetClock) -> None:
    put_hours(office, REGULAR)
    clock.moment = at(17, 45, FRIDAY)
    assert reason(office, FRIDAY) == "past"


def test_the_lead_time_is_kept(office: Office, clock: SetClock) -> None:
    put_hours(office, REGULAR)
    assert starts(office, FRIDAY)[0] == "09:30"
    clock.pass_(seconds=1)
    assert starts(office, FRIDAY)[0] == "09:45"
    with pytest.raises(Refusal, match="at least 30 minutes ahead"):
        book(office, 1, at(9, 30, FRIDAY))
    with pytest.raises(Refusal, match="the next 30 days"):
        book(office, 1, at(9, day=FRIDAY + timedelta(days=31)))


def test_who_is_on_duty_decides_how_many_slots_there_are(office: Office) -> None:
    put_hours(office, REGULAR)
    first, _ = put_duties(office, MONDAY, (1, "zhang"), (2, "li"))
    (day,) = office.appointments.slots(["LD-001"], MONDAY)
    assert day.rostered
    assert free(office, at(9)) == 2
    change_duty(office, first, absent="病假")
    assert free(office, at(9)) == 1
    train(office, "li", "B")
    assert free(office, at(9)) == 0
    assert free(office, at(9), "SB-001") == 1


def test_who_has_left_the_centre_serves_nobody_though_the_roster_names_them(office: Office) -> None:
    put_duties(office, MONDAY, (1, "zhang"), (2, "li"))
    booked = [book(office, number, at(9)) for number in range(2)]
    with office.store.writing() as session:
        session.get_one(Staff, (office.centre, "li")).active = False
    assert [one.id for one in office.appointments.broken()] == [booked[1].id]
    assert free(office, at(10)) == 1


def test_who_comes_at_noon_is_booked_from_noon_on(office: Office) -> None:
    put_hours(office, REGULAR)
    put_duties(office, MONDAY, (1, "zhang"), opens=8 * 60, closes=12 * 60)
    put_duties(office, MONDAY, (2, "li"), opens=11 * 60, closes=18 * 60)
    assert [free(office, at(hour)) for hour in (8, 10, 11, 12, 17)] == [1, 1, 2, 1, 1]


def test_a_roster_that_puts_nobody_on_a_day_says_that_nobody_is_there(office: Office) -> None:
    put_hours(office, REGULAR)
    put_duties(office, MONDAY)
    assert reason(office, MONDAY) == "nobody"


def test_who_is_called_in_for_an_urgent_appointment_takes_no_other(office: Office) -> None:
    put_duties(office, MONDAY, (1, "zhang"))
    with office.store.writing() as session:
        session.add(Duty(centre=office.centre, in_force=True, day=MONDAY, counter=2, staff="li", opens=480, closes=1080,
                         kind="urgent"))  # fmt: skip
    assert free(office, at(9)) == 1


def test_before_a_roster_is_published_every_post_is_taken_to_be_filled(office: Office) -> None:
    put_hours(office, REGULAR, rest=[EXTENDED])
    with office.store.writing() as session:
        for code, days, opens, closes, counters in (
            ("early", "work", 480, 960, (1, 2)),
            ("rest", "rest", 540, 720, (2,)),
        ):
            session.add(Shift(centre=office.centre, code=code, name=code, opens=opens, closes=closes, days=days,
                              kind="regular"))  # fmt: skip
            session.flush()
            session.add_all(Post(centre=office.centre, shift=code, counter=counter) for counter in counters)
    assert (free(office, at(9)), free(office, at(17))) == (2, 0)
    assert free(office, at(9, day=SATURDAY)) == 1
    put_duties(office, MONDAY, (2, "li"))
    assert free(office, at(9)) == 1


def test_a_share_of_those_on_duty_is_kept_for_walk_ins(office: Office) -> None:
    office.appointments.set_rules(walk_in_share=40)
    assert free(office, at(9)) == 1  # of three windows two are kept
    book(office, 1, at(9), "MZ-001")
    assert free(office, at(9)) == 0
    (day,) = office.appointments.slots(["LD-001"], MONDAY)
    assert {slot.capacity for slot in day.slots} == {1}


def test_a_year_that_is_not_published_is_said_to_be_uncertain_where_it_matters(office: Office) -> None:
    far = date(2027, 1, 4)
    office.appointments.set_rules(horizon_days=60)
    (day,) = office.appointments.slots(["LD-001"], far)
    assert day.certain  # always open, whatever day it is
    put_hours(office, REGULAR)
    days = office.appointments.slots(["LD-001"], date(2026, 12, 31), far)
    assert [one.certain for one in days] == [True, *[False] * 4]


def test_several_days_are_one_picture_and_a_long_time_is_refused(office: Office) -> None:
    assert len(office.appointments.slots(["LD-001"], FRIDAY, FRIDAY + timedelta(days=6))) == 7
    for until in (FRIDAY - timedelta(days=1), FRIDAY + timedelta(days=92)):
        with pytest.raises(Refusal, match="cannot be shown"):
            office.appointments.slots(["LD-001"], FRIDAY, until)


def test_items_are_asked_for_by_codes_that_are_offered(office: Office) -> None:
    with pytest.raises(Refusal, match="no item XX-001"):
        office.appointments.slots(["LD-001", "xx-001"], MONDAY)
    with pytest.raises(Refusal, match="Name one item"):
        office.appointments.slots([], MONDAY)
    with pytest.raises(Refusal, match="More than 5 items"):
        office.appointments.slots(["LD-001"] * 6, MONDAY)


BERLIN = ZoneInfo("Europe/Berlin")


def test_on_the_day_the_clock_goes_back_both_hours_that_show_two_can_be_booked(hall_url: str) -> None:
    office, _ = in_zone(hall_url, "Europe/Berlin", datetime(2026, 10, 24, 9, tzinfo=BERLIN))
    with office:
        (day,) = office.appointments.slots(["LD-001"], date(2026, 10, 25))
        assert len(day.slots) == 100
        assert sum(slot.start.hour == 2 for slot in day.slots) == 8
        moments = [slot.start.astimezone(UTC) for slot in day.slots]
        assert {later - sooner for sooner, later in pairwise(moments)} == {timedelta(minutes=15)}
        for number, slot in enumerate(one for one in day.slots if (one.start.hour, one.start.minute) == (2, 30)):
            made = office.appointments.book(["LD-001"], slot.start, person(number), "qq")
            assert made.start.astimezone(UTC) == slot.start.astimezone(UTC)


def test_on_the_day_the_clock_goes_forward_there_is_no_slot_it_never_shows(hall_url: str) -> None:
    office, _ = in_zone(hall_url, "Europe/Berlin", datetime(2026, 3, 28, 9, tzinfo=BERLIN))
    with office:
        put_hours(office, Span(60, 240), rest=[Span(60, 240)])
        assert starts(office, date(2026, 3, 29)) == [
            f"{hour:02d}:{minute:02d}" for hour in (1, 3) for minute in (0, 15, 30, 45)
        ]
        with pytest.raises(Refusal, match="never shows 2026-03-29 02:30"):
            office.appointments.book(["LD-001"], datetime(2026, 3, 29, 2, 30), person(1), "qq")


def test_midnight_belongs_to_the_day_that_begins(office: Office) -> None:
    tuesday = MONDAY + timedelta(days=1)
    made = book(office, 1, at(0, day=tuesday))
    assert made.day == tuesday
    assert free(office, at(0, day=tuesday)) == 1
    with pytest.raises(Refusal, match="not served"):  # the day ends before it would
        book(office, 2, at(23, 45), "LD-002")
