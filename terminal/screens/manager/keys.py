"""Which colour a key of the rating scale has in charts, for any scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from terminal.office.views import Key
from terminal.screens.tokens import Token

_GOOD: Final[dict[int, Token]] = {5: "k-very", 4: "k-sat"}  # every other score of a key that is not bad: k-avg
_BAD: Final[dict[int, tuple[Token, ...]]] = {
    1: ("k-att",),
    2: ("k-att", "k-skill"),
    3: ("k-slow", "k-att", "k-skill"),
}
OTHER: Final[Token] = "edge"  # presses of a key that the scale in force does not have


def best_first(scale: tuple[Key, ...]) -> tuple[Key, ...]:
    """The keys from best to worst; equal scores stay in the pad's order."""
    return tuple(sorted(scale, key=lambda key: -key.score))


def colours(scale: tuple[Key, ...]) -> dict[str, Token]:
    """A colour for each key: six keys take the six of the design, the national five skip amber (which means waiting).

    Keys that are not bad are coloured by score, bad ones by their order, so a site's own scale needs no table here.
    """
    bad = [key.key for key in best_first(scale) if key.bad]
    tokens = _BAD[min(len(bad), 3)] if bad else ()
    chosen: dict[str, Token] = {key.key: _GOOD.get(key.score, "k-avg") for key in scale if not key.bad}
    chosen |= {key: tokens[min(index, len(tokens) - 1)] for index, key in enumerate(bad)}
    return chosen


def others(keys: Mapping[str, int], scale: tuple[Key, ...]) -> int:
    """Presses of keys that are not in the scale in force (an older scale, another make of pad)."""
    known = {key.key for key in scale}
    return sum(times for key, times in keys.items() if key not in known)
