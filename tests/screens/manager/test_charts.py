"""The distribution bar, the trend, and the colours of any rating scale."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from terminal.screens.manager import keys
from terminal.screens.manager.charts import segments, trend_change
from terminal.screens.tokens import Token
from tests.screens.manager.canned import FIVE, SIX

TOKENS: tuple[Token, ...] = ("k-very", "k-sat", "k-avg", "k-slow", "k-att", "k-skill")


@given(st.lists(st.integers(min_value=0, max_value=5000), min_size=6, max_size=6).filter(any))
def test_the_bar_is_always_full_and_no_press_is_invisible(presses: list[int]) -> None:
    parts = segments(list(zip(presses, TOKENS, strict=True)), 272, 1)
    assert len(parts) == sum(1 for times in presses if times)
    assert all(size > 0.99 for _, size, _ in parts)
    left, size, _ = parts[-1]
    assert abs(left + size - 272) < 0.01


def test_a_share_under_half_a_percent_is_one_pixel_wide() -> None:
    parts = segments([(1000, "k-very"), (1, "k-skill")], 272, 1)
    assert [size for _, size, _ in parts] == [270, 1]


def test_an_empty_bar_has_no_parts() -> None:
    assert segments([(0, "k-very")], 272, 1) == []


def test_six_keys_take_the_six_colours_of_the_design() -> None:
    chosen = keys.colours(SIX)
    assert [chosen[key.key] for key in keys.best_first(SIX)] == list(TOKENS)


def test_the_national_five_skip_amber_which_means_waiting() -> None:
    chosen = keys.colours(FIVE)
    assert [chosen[key.key] for key in keys.best_first(FIVE)] == ["k-very", "k-sat", "k-avg", "k-att", "k-skill"]


def test_presses_of_another_scale_are_counted_as_others() -> None:
    assert keys.others({"very_satisfied": 3, "dissatisfied": 2}, SIX) == 2


def test_the_trend_compares_the_first_and_the_last_week_with_ratings() -> None:
    assert trend_change((None, 4.0, None, 4.5)) == 0.5
    assert trend_change((None, 4.0, None)) is None
