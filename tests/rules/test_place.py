"""The place in the queue: explainable, bounded, and nobody starves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.place import number_text, place_of

BOUND = 30  # minutes, as in the shipped priority file
DAY = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
moments = st.integers(0, 10 * 3600).map(lambda seconds: DAY + timedelta(seconds=seconds))
head_starts = st.integers(0, BOUND)


def test_without_a_head_start_the_arrival_is_the_place() -> None:
    assert place_of(DAY, 0) == DAY


@given(moments, head_starts)
def test_a_place_is_never_later_than_the_arrival_and_never_earlier_than_the_bound(
    arrived: datetime, head_start: int
) -> None:
    assert arrived - timedelta(minutes=BOUND) <= place_of(arrived, head_start) <= arrived


@given(moments, moments, head_starts)
def test_who_comes_after_the_bound_never_passes_who_waits(arrived: datetime, later: datetime, head_start: int) -> None:
    newcomer = later + timedelta(minutes=BOUND, seconds=1) + (arrived - DAY)
    assert place_of(newcomer, head_start) > place_of(arrived, 0)


@given(st.lists(st.tuples(moments, head_starts), max_size=40))
def test_at_most_the_newcomers_of_the_bound_are_called_before_somebody_who_came_earlier(
    people: list[tuple[datetime, int]],
) -> None:
    for arrived, head_start in people:
        passing = [
            other
            for other, ahead in people
            if other > arrived and place_of(other, ahead) < place_of(arrived, head_start)
        ]
        assert all(other - arrived < timedelta(minutes=BOUND) for other in passing)


@given(st.lists(moments, min_size=2, max_size=20), head_starts)
def test_equal_head_starts_keep_the_order_of_arrival(arrivals: list[datetime], head_start: int) -> None:
    arrivals.sort()
    places = [place_of(arrived, head_start) for arrived in arrivals]
    assert places == sorted(places)


def test_a_head_start_that_would_put_somebody_back_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="not negative"):
        place_of(DAY, -1)


@pytest.mark.parametrize(("running", "text"), [(1, "A001"), (12, "A012"), (999, "A999"), (1000, "A1000")])
def test_a_number_has_a_letter_and_at_least_three_digits(running: int, text: str) -> None:
    assert number_text("A", running) == text
