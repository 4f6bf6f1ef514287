"""Stars: the mean score of a window's ratings, and how sure of it one may be."""

from __future__ import annotations

import math
from dataclasses import dataclass

LEAST_RATINGS = 30  # fewer are shown, marked, and left out of the ranking
LOWEST, HIGHEST = 1.0, 5.0

# Two-sided 95 % quantiles of Student's t for 1 … 30 degrees of freedom; beyond that the expansion in ``t95``
# (Abramowitz and Stegun 26.7.5) is exact to five decimals.
_T95 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
_Z95 = 1.959964


@dataclass(frozen=True, slots=True)
class Score:
    """``mean`` of ``count`` scores with its 95 % interval, clipped to the scale; None where it cannot be said."""

    count: int
    mean: float | None
    low: float | None
    high: float | None

    @property
    def ranked(self) -> bool:
        """Enough ratings to be compared with other windows."""
        return self.count >= LEAST_RATINGS


def t95(freedom: int) -> float:
    """The two-sided 95 % quantile of Student's t. ``freedom`` is at least 1."""
    if freedom < 1:
        raise ValueError(f"one degree of freedom is the least: {freedom}")
    if freedom <= len(_T95):
        return _T95[freedom - 1]
    z = _Z95
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )


def score(count: int, total: int, squares: int) -> Score:
    """The score of ``count`` ratings whose scores sum to ``total`` and whose squares sum to ``squares``.

    >>> score(2, 9, 41).mean
    4.5
    """
    if count == 0:
        return Score(0, None, None, None)
    mean = total / count
    if count == 1:
        return Score(1, mean, None, None)
    # In whole numbers up to the division: equal scores then vary by exactly nothing.
    variance = (count * squares - total * total) / (count * (count - 1))
    half = t95(count - 1) * math.sqrt(variance / count)
    return Score(count, mean, max(LOWEST, mean - half), min(HIGHEST, mean + half))
