"""A week of slots as a table: times down, days across. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from terminal.office.booking_views import Slot, SlotDay

Place = tuple[int, int]  # row, column


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def minute_of(moment: datetime) -> int:
    """Minutes on the clock since midnight."""
    return moment.hour * 60 + moment.minute


@dataclass(frozen=True, slots=True)
class Week:
    """``times`` are the rows, minutes on the clock; ``cells`` have a slot at each place that has one."""

    days: tuple[SlotDay, ...]
    times: tuple[int, ...]
    cells: dict[Place, Slot]
    step: int  # minutes from a row to the next

    def place_of(self, start: datetime) -> Place | None:
        """Where a moment stands; None when it is not in this week or no slot begins then."""
        return next((place for place, slot in self.cells.items() if slot.start == start), None)

    def first(self) -> Place | None:
        """The first slot that has something left, by day; else the first slot at all."""
        by_day = sorted(self.cells, key=lambda place: (place[1], place[0]))
        return next((place for place in by_day if self.cells[place].free > 0), by_day[0] if by_day else None)

    def step_from(self, place: Place, down: int, across: int) -> Place | None:
        """The next slot in a direction: up and down within the day, across at the nearest time of the next day."""
        row, column = place
        if down:
            rows = sorted(at for at, day in self.cells if day == column)
            beyond = [at for at in rows if (at - row) * down > 0]
            return ((beyond[0] if down > 0 else beyond[-1]), column) if beyond else None
        column += across
        while 0 <= column < len(self.days):
            rows = [at for at, day in self.cells if day == column]
            if rows:
                return min(rows, key=lambda at: abs(at - row)), column
            column += across
        return None


def make_week(days: Sequence[SlotDay]) -> Week:
    """The table of some days. Rows are the times at which a slot of any day begins, without gaps within an hour."""
    begins = sorted({minute_of(slot.start) for day in days for slot in day.slots})
    step = min((after - before for before, after in pairwise(begins)), default=60)
    rows = {at: row for row, at in enumerate(begins)}
    cells = {
        (rows[minute_of(slot.start)], column): slot for column, day in enumerate(days) for slot in day.slots
    }  # fmt: skip
    return Week(tuple(days), tuple(begins), cells, step)
