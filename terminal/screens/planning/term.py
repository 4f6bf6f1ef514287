"""The days a roster page shows: a week, a month or a quarter. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

TermKind = Literal["week", "month", "quarter"]
KINDS: Final[tuple[TermKind, ...]] = ("week", "month", "quarter")


@dataclass(frozen=True, slots=True)
class Term:
    """Whole days from ``since`` to ``until``, both included."""

    kind: TermKind
    since: date
    until: date

    def days(self) -> tuple[date, ...]:
        """Every day of it."""
        return tuple(self.since + timedelta(days=at) for at in range((self.until - self.since).days + 1))

    def stepped(self, steps: int) -> Term:
        """The term so many further on (back when negative)."""
        if self.kind == "week":
            return around("week", self.since + timedelta(weeks=steps))
        months = self.since.year * 12 + self.since.month - 1 + steps * (1 if self.kind == "month" else 3)
        return around(self.kind, date(months // 12, months % 12 + 1, 1))


def around(kind: TermKind, day: date) -> Term:
    """The week (from Monday), month or quarter a day lies in."""
    if kind == "week":
        monday = day - timedelta(days=day.weekday())
        return Term(kind, monday, monday + timedelta(days=6))
    months = 1 if kind == "month" else 3
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    following = first.month - 1 + months
    after = date(first.year + following // 12, following % 12 + 1, 1)
    return Term(kind, first, after - timedelta(days=1))
