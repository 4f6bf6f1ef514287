"""When an appointment may be checked in, and whom missed ones bar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.booking import Window, barred_until, check_in_window

DAY = datetime(2026, 11, 23, tzinfo=UTC)
NEXT = DAY + timedelta(days=1)
FIRST = date(2026, 11, 1)


def window(start: datetime) -> Window:
    return check_in_window(start, DAY, NEXT, early_minutes=60, grace_minutes=15)


def test_check_in_opens_an_hour_before_and_closes_a_quarter_after() -> None:
    noon = DAY + timedelta(hours=12)
    assert window(noon) == Window(noon - timedelta(hours=1), noon + timedelta(minutes=15))


def test_it_keeps_to_the_appointments_own_day() -> None:
    """A number is one of its day: after midnight nobody would call it."""
    assert window(DAY).opens == DAY
    assert window(NEXT - timedelta(minutes=10)).closes == NEXT - timedelta(microseconds=1)


def barred(*days: int, limit: int = 3) -> date | None:
    missed = [FIRST + timedelta(days=day) for day in days]
    return barred_until(missed, limit=limit, within_days=10, barred_days=30)


def test_so_many_missed_within_so_many_days_bar_from_the_last_of_them() -> None:
    assert barred(0, 5) is None
    assert barred(0, 5, 9) == FIRST + timedelta(days=39)
    assert barred(0, 5, 10) is None


def test_a_later_one_that_stands_alone_does_not_lengthen_it() -> None:
    assert barred(0, 1, 2, 25) == FIRST + timedelta(days=32)


def test_the_order_they_are_told_in_does_not_matter() -> None:
    assert barred(9, 0, 5) == barred(0, 5, 9)


def test_a_limit_of_nothing_bars_nobody() -> None:
    assert barred(0, 0, 0, limit=0) is None


@given(st.lists(st.integers(0, 60), max_size=8), st.integers(1, 4))
def test_whoever_missed_more_is_barred_no_shorter(days: list[int], limit: int) -> None:
    before, after = barred(*days, limit=limit), barred(*days, 60, limit=limit)
    if before is not None:
        assert after is not None
        assert after >= before
