"""The stars: a mean and how sure of it one may be, held against the statistics module and printed tables."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.stars import HIGHEST, LEAST_RATINGS, LOWEST, Score, score, t95

scores = st.lists(st.integers(1, 5), min_size=2, max_size=200)


def of(points: list[int]) -> Score:
    return score(len(points), sum(points), sum(one * one for one in points))


@given(scores)
def test_mean_and_interval_are_those_of_the_statistics_module(points: list[int]) -> None:
    result = of(points)
    half = t95(len(points) - 1) * statistics.stdev(points) / len(points) ** 0.5
    mean = statistics.fmean(points)
    assert result.mean == pytest.approx(mean)
    assert result.low == pytest.approx(max(LOWEST, mean - half), abs=1e-9)
    assert result.high == pytest.approx(min(HIGHEST, mean + half), abs=1e-9)


@given(scores)
def test_the_interval_holds_the_mean_and_stays_on_the_scale(points: list[int]) -> None:
    result = of(points)
    assert result.low is not None
    assert result.mean is not None
    assert result.high is not None
    assert LOWEST <= result.low <= result.mean <= result.high <= HIGHEST


@given(st.integers(1, 5), st.integers(2, 10_000))
def test_equal_ratings_have_an_interval_of_no_width(points: int, count: int) -> None:
    result = score(count, points * count, points * points * count)
    assert result.low == result.mean == result.high == points


def test_without_ratings_nothing_is_said() -> None:
    assert of([]) == Score(count=0, mean=None, low=None, high=None)


def test_one_rating_has_a_mean_and_no_interval() -> None:
    assert of([4]) == Score(count=1, mean=4.0, low=None, high=None)


def test_two_opposite_ratings_say_nothing_beyond_the_scale() -> None:
    assert of([1, 5]) == Score(count=2, mean=3.0, low=LOWEST, high=HIGHEST)


@pytest.mark.parametrize(("count", "ranked"), [(0, False), (LEAST_RATINGS - 1, False), (LEAST_RATINGS, True)])
def test_fewer_than_thirty_ratings_are_not_ranked(count: int, ranked: bool) -> None:
    assert of([5] * count).ranked is ranked


# Two-sided 95 %, from printed tables (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2).
@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [
        (1, 12.706), (2, 4.303), (5, 2.571), (10, 2.228), (20, 2.086), (29, 2.045), (30, 2.042), (31, 2.040),
        (40, 2.021), (50, 2.009), (60, 2.000), (80, 1.990), (100, 1.984), (1000, 1.962), (10**9, 1.960),
    ],
)  # fmt: skip
def test_the_quantiles_of_t_are_those_of_the_tables(freedom: int, quantile: float) -> None:
    assert t95(freedom) == pytest.approx(quantile, abs=0.00051)


@given(st.integers(1, 5000))
def test_more_ratings_make_surer(freedom: int) -> None:
    assert t95(freedom + 1) <= t95(freedom)


def test_no_degree_of_freedom_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="degree of freedom"):
        t95(0)
