"""The demo's hall is open whenever somebody starts the demo."""

from __future__ import annotations

from datetime import timedelta

from terminal.office.office import Office
from terminal.rules.hours import DAY_MINUTES, Span


def open_doors(office: Office) -> None:
    """Open the sample centre round the clock, today and tomorrow, unless it is open in its regular hours just now."""
    opening = office.hours.opening()
    today = opening.at.date()
    if opening.kind != "regular":
        office.hours.special([Span(0, DAY_MINUTES)], today, today + timedelta(days=1), reason="演示")
