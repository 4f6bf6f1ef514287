"""Periods, and the days one types."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.screens.manager.period import NAMED, custom, moved_to, named
from terminal.screens.widgets.date_field import parse

TUESDAY = date(2026, 3, 17)


def test_each_named_period_begins_where_people_expect_it_to() -> None:
    starts = [named(name, TUESDAY).since for name in NAMED]
    assert starts == [TUESDAY, date(2026, 3, 16), date(2026, 3, 1), date(2026, 1, 1), date(2026, 1, 1)]
    assert {named(name, TUESDAY).until for name in NAMED} == {TUESDAY}


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_a_named_period_never_begins_after_it_ends(today: date) -> None:
    for name in NAMED:
        period = named(name, today)
        assert period.since <= period.until == today
        assert today - period.since < timedelta(days=366)


def test_days_given_in_the_wrong_order_are_turned_round() -> None:
    assert custom(date(2026, 3, 2), date(2026, 2, 1)) == custom(date(2026, 2, 1), date(2026, 3, 2))


def test_at_midnight_today_moves_on_and_chosen_days_stay() -> None:
    chosen = custom(date(2026, 2, 1), date(2026, 2, 3))
    tomorrow = TUESDAY + timedelta(days=1)
    assert moved_to(named("today", TUESDAY), tomorrow).since == tomorrow
    assert moved_to(chosen, tomorrow) == chosen


@pytest.mark.parametrize("text", ["2026-03-17", "20260317", "2026.3.17", "2026年3月17日", " 2026/3/17 "])
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert parse(text) == TUESDAY


@pytest.mark.parametrize("text", ["", "2026", "2026-02-30", "17-03-2026", "tomorrow", "2026-3"])
def test_what_is_no_day_is_not_guessed_at(text: str) -> None:
    assert parse(text) is None
