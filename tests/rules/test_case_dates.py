"""By when a case is promised and from when it is in danger, against counting day by day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from terminal.rules import case_dates
from terminal.rules.case_dates import Risk, Work
from terminal.rules.working_days import Calendar, Pause
from tests.rules.test_working_days import calendars, days, pauses

DAY = timedelta(days=1)
QINGMING = Calendar({date(2026, 4, 6): False}, {2026})


def naive(calendar: Calendar, begins: date, limit: int, breaks: list[Pause]) -> date:
    day = begins
    while limit:
        day += DAY
        if calendar.working(day) and not any(one.since <= day <= one.until for one in breaks):
            limit -= 1
    return day


@given(calendars, days, st.integers(1, 90), pauses)
def test_the_promised_day_is_the_one_that_counting_day_by_day_ends_on(
    calendar: Calendar, begins: date, limit: int, breaks: list[Pause]
) -> None:
    assert case_dates.promised(calendar, begins, limit, breaks).date == naive(calendar, begins, limit, breaks)


def test_a_correction_from_the_ninth_to_the_eleventh_takes_three_days_that_do_not_count() -> None:
    correction = [Pause(date(2026, 3, 9), date(2026, 3, 11))]
    promised = case_dates.promised(QINGMING, date(2026, 3, 4), 20, correction)
    assert (promised.date, promised.certain) == (date(2026, 4, 7), True)
    assert case_dates.days_left(QINGMING, date(2026, 3, 17), promised.date) == 14


@given(calendars, days, st.integers(-60, 60))
def test_days_left_count_down_and_then_up_as_days_late(calendar: Calendar, promised: date, away: int) -> None:
    today = promised + away * DAY
    left = case_dates.days_left(calendar, today, promised)
    between = [min(today, promised) + step * DAY for step in range(1, abs(away) + 1)]
    counted = sum(map(calendar.working, between))
    assert left == (counted if away <= 0 else -counted)


@given(calendars, days, st.integers(0, 40))
def test_a_case_is_in_danger_from_the_day_on_that_too_few_days_are_left(
    calendar: Calendar, promised: date, rest: int
) -> None:
    day = case_dates.risk_day(calendar, promised, Work(rest))
    needed = max(1, rest)
    assert calendar.between(day, promised).days < needed if day <= promised else needed == 0
    assert calendar.between(day - DAY, promised).days >= needed
    assert day <= promised  # red before it is late, not after


@given(calendars, days, st.integers(0, 20), st.integers(0, 20), st.integers(0, 40))
def test_a_step_under_way_is_no_danger_while_it_is_on_time(
    calendar: Calendar, begun: date, usual: int, rest: int, spare: int
) -> None:
    promised = calendar.add(begun, usual + rest + spare + 1).date
    day = case_dates.risk_day(calendar, promised, Work(rest, begun, usual))
    assert day > calendar.add(begun, usual).date - DAY
    assert day <= promised


@given(calendars, days, st.integers(1, 20), st.integers(1, 20))
def test_a_step_that_cannot_be_in_time_is_danger_from_its_first_day(
    calendar: Calendar, begun: date, usual: int, less: int
) -> None:
    promised = calendar.add(begun, max(0, usual - less)).date
    if promised < calendar.add(begun, usual).date:
        assert case_dates.risk_day(calendar, promised, Work(0, begun, usual)) == begun


@given(calendars, days, st.integers(0, 30), st.integers(0, 10))
def test_danger_never_lessens_while_nothing_is_done(calendar: Calendar, promised: date, rest: int, warn: int) -> None:
    worse = [Risk.CALM, Risk.SHORT, Risk.RISK, Risk.LATE]
    risk_on = case_dates.risk_day(calendar, promised, Work(rest))
    said = []
    for away in range(-90, 10):
        today = promised + away * DAY
        left = case_dates.days_left(calendar, today, promised)
        said.append(worse.index(case_dates.risk(today, promised, risk_on, left, warn)))
    assert said == sorted(said)
    assert said[-1] == worse.index(Risk.LATE)
    assert said[90] >= worse.index(Risk.RISK)  # on the day itself
