"""When a message that did not go out is tried again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

MINUTES: Final = (1, 5, 15, 60, 60)  # after the first attempt, after the second …
MOST_ATTEMPTS: Final = len(MINUTES) + 1


def again_at(attempts: int, now: datetime) -> datetime | None:
    """The moment after ``attempts`` of them; None when it was tried often enough."""
    if not 1 <= attempts < MOST_ATTEMPTS:
        return None
    return now + timedelta(minutes=MINUTES[attempts - 1])
