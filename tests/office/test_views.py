"""What views say by themselves."""

from __future__ import annotations

from terminal.office.views import Standing, WindowStars


def test_a_row_of_stars_says_what_its_standing_says() -> None:
    standing = Standing(stars=4.5, ratings=2, not_rated=3, low=None, high=None, ranked=False)
    row = WindowStars(counter=3, staff_names=(), standing=standing, keys={}, bad=0, trend=())
    assert (row.counter, row.stars, row.ratings, row.not_rated) == (3, 4.5, 2, 3)
    assert standing.margin is None
