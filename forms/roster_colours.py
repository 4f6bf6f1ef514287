"""The colours of a roster's documents, the screens' own made lighter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from forms.roster import SheetShift

INK: Final = "#15201F"
SECOND: Final = "#44514F"
LINE: Final = "#C3C6C0"
RULE: Final = "#0A5661"
REST: Final = "#ECEBE5"
AMBER: Final = "#854C00"
TROUBLE: Final = "#B3261E"
LACKING: Final = "#FBE9E6"
# Light enough for black text and for a printer without colour: what a shift is stands in words in each cell.
SHIFTS: Final = ("#D9EAEC", "#E4EED9", "#E8E2F2", "#DCE5F4", "#F3E3EC")
EXTENDED: Final = "#FBE5BB"
EXTENDED_BAR: Final = "#C47B00"  # without colour, too, extended hours can be told
CALLED_IN: Final = "#F7D9D2"


def tones(shifts: Iterable[SheetShift]) -> dict[str, str]:
    """The fill of each shift's cells, by its code."""
    found: dict[str, str] = {}
    regular = 0
    for one in shifts:
        found[one.code] = EXTENDED if one.extended else SHIFTS[regular % len(SHIFTS)]
        regular += not one.extended
    return found
