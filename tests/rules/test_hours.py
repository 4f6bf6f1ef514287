"""Opening hours: which plan holds on a day, and what a clock's minutes are as a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.hours import (
    DAY_MINUTES,
    EARLIEST,
    REST,
    SPECIAL,
    WEEKDAYS,
    Hours,
    Plan,
    Span,
    clock_of,
    minutes_of,
    moment_of,
)

DAY = Span(480, 1080)
MORNING = Span(540, 720, "extended")
SHORT = Span(600, 660)
WEEK = {**dict.fromkeys(WEEKDAYS, (DAY,)), REST: (MORNING,)}
FRIDAY = date(2026, 11, 20)
BASE = Plan(1, None, EARLIEST, None, WEEK)


def test_where_no_plan_holds_it_is_open_all_day() -> None:
    always = (Span(0, DAY_MINUTES),)
    assert Hours([]).on(FRIDAY, "A", working=False) == always
    later = Hours([Plan(1, None, FRIDAY, None, WEEK)])
    assert later.on(FRIDAY - timedelta(days=1), None, working=True) == always
    assert later.on(FRIDAY, None, working=True) == (DAY,)


def test_a_special_day_alone_leaves_the_other_days_as_they_were() -> None:
    closed = Hours([Plan(1, None, FRIDAY, FRIDAY, {})])
    assert closed.on(FRIDAY, "A", working=True) == ()
    assert closed.on(FRIDAY + timedelta(days=1), "A", working=True) == (Span(0, DAY_MINUTES),)


def test_a_rest_day_has_its_own_hours_whatever_weekday_it_falls_on() -> None:
    hours = Hours([BASE])
    assert hours.on(FRIDAY, None, working=False) == (MORNING,)
    assert hours.on(date(2026, 10, 10), None, working=True) == (DAY,)  # a Saturday worked


def test_a_week_of_regular_and_extended_spans_is_told_in_order() -> None:
    noon = Plan(2, None, FRIDAY, None, {"fri": (Span(840, 1020), Span(720, 840, "extended"), Span(480, 720))})
    assert [span.opens for span in Hours([BASE, noon]).on(FRIDAY, None, working=True)] == [480, 720, 840]


def test_of_two_weeks_the_one_that_began_last_holds() -> None:
    coming = Plan(2, None, FRIDAY, None, {"fri": (SHORT,)})
    hours = Hours([coming, BASE])
    assert hours.on(FRIDAY, None, working=True) == (SHORT,)
    assert hours.on(FRIDAY - timedelta(days=7), None, working=True) == (DAY,)
    again = Plan(3, None, FRIDAY, None, {"fri": (MORNING,)})
    assert Hours([coming, again, BASE]).on(FRIDAY, None, working=True) == (MORNING,)


def test_special_days_go_before_weeks_and_a_lines_before_the_centres() -> None:
    line_week = Plan(2, "A", EARLIEST, None, {"fri": (SHORT,)})
    closed = Plan(3, None, FRIDAY, FRIDAY, {})
    open_line = Plan(4, "B", FRIDAY, FRIDAY, {SPECIAL: (MORNING,)})
    hours = Hours([BASE, line_week, closed, open_line])
    assert hours.on(FRIDAY, "A", working=True) == ()
    assert hours.on(FRIDAY, "B", working=True) == (MORNING,)
    assert hours.on(FRIDAY + timedelta(days=7), "A", working=True) == (SHORT,)
    assert hours.on(FRIDAY + timedelta(days=7), "B", working=True) == (DAY,)


def test_a_line_that_follows_the_centre_again_has_the_centres_hours() -> None:
    own = Plan(2, "A", EARLIEST, None, {"fri": (SHORT,)})
    given_up = Plan(3, "A", FRIDAY, None, {}, follows_centre=True)
    hours = Hours([BASE, own, given_up])
    assert hours.on(FRIDAY - timedelta(days=7), "A", working=True) == (SHORT,)
    assert hours.on(FRIDAY, "A", working=True) == (DAY,)


@given(st.integers(0, DAY_MINUTES))
def test_a_clock_is_read_as_it_is_written(minutes: int) -> None:
    assert minutes_of(clock_of(minutes)) == minutes


@pytest.mark.parametrize(
    "clock", ["24:01", "25:00", "8:00", "08:60", "0800", "08:0a", "-1:00", "+8:00", " 8:00", "０8:00", "", "08:00:00"]
)
def test_what_is_no_time_of_day_is_refused(clock: str) -> None:
    with pytest.raises(ValueError, match="not a time of day"):
        minutes_of(clock)


@given(st.dates(date(2000, 1, 2), date(2037, 12, 30)), st.integers(0, DAY_MINUTES))
def test_minutes_are_those_of_the_wall_clock(day: date, minutes: int) -> None:
    shanghai = ZoneInfo("Asia/Shanghai")
    wall = moment_of(day, minutes, shanghai).astimezone(shanghai).replace(tzinfo=None)
    assert wall == datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)


def test_the_end_of_a_day_is_the_midnight_after_it() -> None:
    assert moment_of(date(2026, 12, 31), DAY_MINUTES, ZoneInfo("Asia/Shanghai")) == datetime(
        2026, 12, 31, 16, tzinfo=UTC
    )


def test_days_on_which_the_clock_is_changed_are_longer_or_shorter() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for day, hours in ((date(2026, 3, 29), 9), (date(2026, 10, 25), 11), (date(2026, 6, 1), 10)):
        assert moment_of(day, 600, berlin) - moment_of(day, 0, berlin) == timedelta(hours=hours)
    skipped = moment_of(date(2026, 3, 29), 150, berlin)  # 02:30 does not exist
    assert skipped == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    twice = moment_of(date(2026, 10, 25), 150, berlin)
    assert twice == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
