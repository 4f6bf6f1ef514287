"""When an appointment may be checked in, and whom missed ones keep from booking ahead.

The house's own rules; their figures are the centre's (``model.BookingRules``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when an appointment may be checked in, both moments included."""

    opens: datetime
    closes: datetime


def check_in_window(
    start: datetime, begins: datetime, ends: datetime, *, early_minutes: int, grace_minutes: int
) -> Window:
    """From ``early_minutes`` before the appointment to ``grace_minutes`` after it, within its own day (``begins`` to
    ``ends``, exclusive): its number is one of that day.
    """
    last = ends - timedelta(microseconds=1)
    return Window(
        max(start - timedelta(minutes=early_minutes), begins), min(start + timedelta(minutes=grace_minutes), last)
    )


def barred_until(missed: Iterable[date], *, limit: int, within_days: int, barred_days: int) -> date | None:
    """The last day on which somebody who missed appointments on these days may not book ahead; None for who may.

    ``limit`` missed within ``within_days`` days, the first and the last counted, bar for ``barred_days`` days after the
    last of them. A limit of 0 bars nobody.
    """
    days = sorted(missed)
    if limit < 1:
        return None
    for last in range(len(days) - 1, limit - 2, -1):
        if (days[last] - days[last - limit + 1]).days < within_days:
            return days[last] + timedelta(days=barred_days)
    return None
