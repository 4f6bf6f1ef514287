"""What an agent's day sheet says, ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, repr=False)
class SheetErrand:
    """One stop. ``time``: the agreed hour or when it was done, "" when none was agreed. ``since``: the earlier day it
    was planned for. ``state``: planned, now or done.
    """

    time: str
    place: str
    address: str
    purpose: str
    bring: str
    name: str
    phone: str
    case_number: str
    title: str
    carry: tuple[str, ...]
    state: str
    at_home: bool = False  # at the resident's
    since: date | None = None
    came_back: str = ""

    def __repr__(self) -> str:
        return f"<SheetErrand {self.case_number}>"


@dataclass(frozen=True, slots=True)
class DaySheet:
    """One person's day."""

    centre_name: str
    person: str
    day: date
    printed_at: datetime
    errands: tuple[SheetErrand, ...]
