"""How commands name the appointments that a change leaves without their time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from terminal.office.booking_views import BookingView


def broken_rows(found: Sequence[BookingView]) -> list[dict[str, object]]:
    """For scripts."""
    return [
        {"id": one.id, "code": one.code, "start": one.start.isoformat(), "items": [item.code for item in one.items]}
        for one in found
    ]


def broken_lines(found: Sequence[BookingView]) -> list[str]:
    """For people: nothing when there are none."""
    if not found:
        return []
    lines = [f"{one.code}  {one.start:%Y-%m-%d %H:%M}  {' '.join(item.code for item in one.items)}" for one in found]
    return [f"{len(found)} appointment{'s' if len(found) > 1 else ''} left without their time", *lines]
