"""How the counter screen gives way when it is small: what goes, in which order."""

from __future__ import annotations

from typing import Final, NamedTuple

SHEET: Final = 1040  # the centre grows no wider; then the queue does
PERSON: Final = 120  # the person's band, where there is room


class Room(NamedTuple):
    """What fits into a window. Widths in device-independent pixels."""

    queue: int  # width of the queue
    sheet: int  # most width of the centre's content
    side: bool  # the right column; else a strip of lamps
    items: bool  # the items column; else one line above the detail
    next_right: bool  # what to prepare, beside the next person
    second_lines: bool  # badge and time under a queue row
    row: int  # height of a queue row
    person: int  # height of the person's band
    offer_bar: bool  # so narrow that the bar is the better place


def room_for(width: int, height: int) -> Room:
    """The rules of the design for a window of this size."""
    low = height < 700
    return Room(
        queue=208 if width < 1000 else min(336, max(288, width - SHEET - 250)),
        sheet=SHEET,
        side=width >= 1280,
        items=width >= 1120,
        next_right=width >= 1120,
        second_lines=width >= 1000 and not low,
        row=40 if low else 48,
        person=88 if height < 660 else PERSON,
        offer_bar=width < 880,
    )
