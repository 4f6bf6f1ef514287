"""Working days: counted in one step, as walking from day to day would count them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.working_days import Calendar, Count, Counted, Pause

# National Day 2026: 1–7 October rest, Sunday 20 September and Saturday 10 October worked.
OCTOBER = {date(2026, 9, 20): True, **{date(2026, 10, day): False for day in range(1, 8)}, date(2026, 10, 10): True}
KNOWN = Calendar(OCTOBER, frozenset({2026}))
DAY = timedelta(days=1)

days = st.dates(date(2025, 6, 1), date(2028, 6, 1))
calendars = st.builds(
    Calendar,
    st.dictionaries(days, st.booleans(), max_size=60),
    st.frozensets(st.integers(2025, 2028)),
)
pauses = st.lists(
    st.builds(lambda since, length: Pause(since, since + length * DAY), days, st.integers(0, 60)), max_size=4
)


def walked(calendar: Calendar, day: date, n: int, breaks: list[Pause]) -> Counted:
    certain = True
    while n:
        day += DAY
        certain &= calendar.certain(day)
        n -= calendar.working(day) and not any(one.since <= day <= one.until for one in breaks)
    return Counted(day, certain)


@given(calendars, days, st.integers(0, 120), pauses)
def test_a_limit_ends_where_walking_from_day_to_day_ends(
    calendar: Calendar, day: date, n: int, breaks: list[Pause]
) -> None:
    assert calendar.add(day, n, breaks) == walked(calendar, day, n, breaks)


@given(calendars, days, days, pauses)
def test_the_days_between_are_counted_as_by_walking(
    calendar: Calendar, one: date, other: date, breaks: list[Pause]
) -> None:
    first, last = sorted((one, other))
    passed = [first + step * DAY for step in range(1, (last - first).days + 1)]
    counted = [
        day for day in passed if calendar.working(day) and not any(each.since <= day <= each.until for each in breaks)
    ]
    assert calendar.between(first, last, breaks) == Count(len(counted), all(map(calendar.certain, passed)))


@given(calendars, days, st.integers(1, 200), pauses)
def test_adding_and_counting_are_each_others_inverse(
    calendar: Calendar, day: date, n: int, breaks: list[Pause]
) -> None:
    end = calendar.add(day, n, breaks)
    assert calendar.between(day, end.date, breaks) == Count(n, end.certain)
    assert calendar.working(end.date)


@pytest.mark.parametrize(
    ("day", "n", "end"),
    [
        (date(2026, 9, 30), 1, date(2026, 10, 8)),  # over the holiday
        (date(2026, 9, 18), 1, date(2026, 9, 20)),  # a Friday: the Sunday is worked
        (date(2026, 10, 9), 1, date(2026, 10, 10)),  # and so is this Saturday
        (date(2026, 10, 10), 1, date(2026, 10, 12)),
        (date(2026, 10, 3), 1, date(2026, 10, 8)),  # accepted on a rest day
        (date(2026, 10, 3), 0, date(2026, 10, 3)),
    ],
)
def test_a_limit_counts_from_the_first_working_day_after_acceptance(day: date, n: int, end: date) -> None:
    assert KNOWN.add(day, n) == Counted(end, True)


def test_a_limit_that_reaches_an_unpublished_year_is_not_certain() -> None:
    assert KNOWN.add(date(2026, 12, 30), 1) == Counted(date(2026, 12, 31), True)
    assert KNOWN.add(date(2026, 12, 31), 1) == Counted(date(2027, 1, 1), False)  # New Year's Day: nobody has said so
    assert KNOWN.between(date(2026, 12, 31), date(2026, 12, 31)) == Count(0, True)
    assert KNOWN.between(date(2026, 12, 31), date(2027, 1, 1)) == Count(1, False)


def test_a_limit_does_not_run_while_it_is_paused() -> None:
    waiting = [Pause(date(2026, 11, 3), date(2026, 11, 5)), Pause(date(2026, 11, 4), date(2026, 11, 9))]
    assert KNOWN.add(date(2026, 11, 2), 2, waiting) == Counted(date(2026, 11, 11), True)
    assert KNOWN.between(date(2026, 11, 2), date(2026, 11, 11), waiting) == Count(2, True)


def test_far_days_are_counted_at_once_and_the_end_of_the_calendar_is_told() -> None:
    far = Calendar({}, frozenset())
    assert far.add(date(2026, 1, 1), 2_000_000).date == date(2026, 1, 1) + 400_000 * 7 * DAY
    assert far.add(date(9999, 12, 30), 1).date == date.max
    assert far.between(date.min, date.max).days == 2_608_614
    for n in (-1, 10**9, 10**30):
        with pytest.raises(ValueError, match=str(n)):
            far.add(date(2026, 1, 1), n)
    with pytest.raises(ValueError, match="working days after"):
        far.add(date.max, 1)


def test_what_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="is before"):
        KNOWN.between(date(2026, 1, 2), date(2026, 1, 1))
    with pytest.raises(ValueError, match="cannot end"):
        Pause(date(2026, 1, 2), date(2026, 1, 1))
