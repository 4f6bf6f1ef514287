"""The chain of originals: whatever is entered, none is lost and none made up."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.custody import NotThere, Whereabouts

LINKS = st.lists(
    st.tuples(st.sampled_from(("taken", "handed_on", "came_back", "returned", "lost")), st.integers(-1, 4))
)


@given(LINKS)
def test_whatever_is_entered_no_original_is_lost_or_made_up(links: list[tuple[str, int]]) -> None:
    stand, taken, returned = Whereabouts(), 0, 0
    for what, originals in links:
        with suppress(NotThere):
            stand = stand.after(what, originals)
            taken += originals if what == "taken" else 0
            returned += originals if what == "returned" else 0
        assert stand.taken == taken == stand.here + stand.away + returned
        assert stand.returned == returned
        assert min(stand.here, stand.away, stand.returned) >= 0
        assert stand.held == taken - returned


@given(LINKS, st.sampled_from(("handed_on", "came_back", "returned")))
def test_what_can_move_can_be_moved_and_not_one_more(links: list[tuple[str, int]], what: str) -> None:
    stand = Whereabouts()
    for link, originals in links:
        with suppress(NotThere):
            stand = stand.after(link, originals)
    most = stand.can_move(what)
    assert stand.after(what, most).held == stand.held - (most if what == "returned" else 0)
    with pytest.raises(NotThere):
        stand.after(what, most + 1)


def test_an_original_goes_from_one_place_to_the_next_without_coming_by_here() -> None:
    stand = Whereabouts().after("taken", 2).after("handed_on", 2)
    assert stand.after("handed_on", 2) == stand
    assert stand.after("came_back", 2).after("returned", 2) == Whereabouts(2, 0, 0, 2)


def test_what_is_elsewhere_is_not_given_back_from_here() -> None:
    with pytest.raises(NotThere):
        Whereabouts().after("taken", 1).after("handed_on", 1).after("returned", 1)
