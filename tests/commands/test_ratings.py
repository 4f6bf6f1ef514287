"""``onewindow rating``: the ratings behind the stars, and the stars."""

from __future__ import annotations

import pytest

from terminal.office import open_office
from terminal.office.sample_life import add_past
from tests.commands.site import Site


@pytest.fixture
def rated(site: Site) -> Site:
    """Two handlings at window 3: one rated, one silent."""
    for key in ("very_satisfied", None):
        handling = site.handling()
        site.json("ticket", "finish", handling)
        with open_office(site.database) as office:
            if key:
                office.feedback.rate(handling, key, "pad", frame=b"\x01")
            else:
                office.feedback.silence(handling)
    return site


def test_list_tells_every_rating_and_every_silence(rated: Site) -> None:
    silent, pressed = rated.json("rating", "list")
    assert pressed.keys() == {"counter", "staff", "item", "ticket", "key", "score", "source", "at"}
    assert (pressed["counter"], pressed["staff"], pressed["item"], pressed["ticket"]) == (3, "zhang", "LD-001", "A001")
    assert (pressed["key"], pressed["score"], pressed["source"]) == ("very_satisfied", 5, "pad")
    assert (silent["ticket"], silent["key"], silent["score"]) == ("A002", None, None)
    assert rated.json("rating", "list", "--counter", "4") == []


def test_list_leaves_nothing_out_of_a_long_period(site: Site) -> None:
    with open_office(site.database) as office:
        visits = add_past(office)
    assert visits > 500
    assert len(site.json("rating", "list", "--since", "2020-01-01")) == visits


def test_stars_count_what_was_pressed_and_what_was_not(rated: Site) -> None:
    (window,) = [row for row in rated.json("rating", "stars") if row["ratings"]]
    assert (window["counter"], window["stars"], window["ratings"], window["not_rated"]) == (3, 5.0, 1, 1)
    assert window["ranked"] is False
    (person,) = [row for row in rated.json("rating", "stars", "--by", "staff") if row["ratings"]]
    assert person["staff"] == "zhang"


def test_a_period_without_ratings_is_empty(rated: Site) -> None:
    assert rated.json("rating", "list", "--since", "2020-01-01", "--until", "2020-12-31") == []
    assert all(row["stars"] is None for row in rated.json("rating", "stars", "--until", "2020-12-31"))


def test_a_period_that_ends_before_it_begins_is_refused(site: Site) -> None:
    assert site.run("rating", "list", "--since", "2026-02-01", "--until", "2026-01-01").code == 1


def test_people_read_stars_in_words(rated: Site) -> None:
    assert "counter 3: 5.0 stars, 1 ratings, 1 not rated (too few to rank)" in rated.run("rating", "stars").out
    assert "not rated" in rated.run("rating", "list").out
