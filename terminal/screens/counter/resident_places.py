"""Where each of a card's fields stands on the sheet: rows of shares of its width."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from PySide6.QtCore import QRect

Row = tuple[tuple[str, int], ...]  # (field, share of the width)
Plan = tuple[Row, ...]

WIDE: Final[Plan] = (
    (("name", 34), ("sex", 26), ("nation", 15), ("birth", 25)),
    (("number", 6), ("validity", 4)),
    (("latin", 6), ("permit", 4)),
    (("address", 6), ("issuer", 4)),
)
NARROW: Final[Plan] = (
    (("name", 4), ("sex", 2), ("birth", 5)),
    (("number", 5), ("validity", 5)),
    (("address", 1),),
)
COMPACT: Final[Plan] = ((("name", 4), ("number", 6)),)


class Place(NamedTuple):
    """A field, and where it stands."""

    name: str
    rect: QRect


def places_of(there: Collection[str], plan: Plan, area: QRect, row: int, gap: int) -> list[Place]:
    """Places from the area's top down, rows ``row`` high; a row of which nothing is there takes none.

    What a card has not gives its room to what follows it, so that columns stay aligned.
    """
    places: list[Place] = []
    top = area.top()
    for wanted in plan:
        shown = [name for name, _ in wanted if name in there]
        total, begin, taken = sum(share for _, share in wanted), area.left(), 0
        for name, share in wanted:
            taken += share
            if name in shown:
                last = name == shown[-1]
                end = area.left() + (area.width() if last else area.width() * taken // total)
                places.append(Place(name, QRect(begin, top, end - begin - gap, row)))
                begin = end
        top += row if shown else 0
    return places
