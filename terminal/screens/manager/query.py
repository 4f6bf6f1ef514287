"""Which ratings a manager asks to see, and how they are read. No Qt: it runs on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from terminal.office.views import RatingRow
from terminal.screens.manager.period import Period

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

Kind = Literal["all", "bad", "silent"]

SHOWN: Final = 500  # rows in the list
SEARCHED: Final = 5000  # ratings looked through when only some of them are wanted


@dataclass(frozen=True, slots=True)
class RatingQuery:
    """Ratings of a window, of a person, or of all; every one, the bad ones, or those asked and not given."""

    counter: int | None = None
    staff: str | None = None
    staff_name: str = ""
    kind: Kind = "all"

    @property
    def narrowed(self) -> bool:
        """Whether it leaves some ratings out whatever their kind."""
        return self.counter is not None or self.staff is not None

    def wants(self, row: RatingRow) -> bool:
        """Whether a rating belongs to it."""
        if self.staff is not None and row.staff != self.staff:
            return False
        return self.kind == "all" or (row.bad if self.kind == "bad" else row.key is None)

    def read(self, office: Office, period: Period) -> tuple[RatingRow, ...]:
        """At most SHOWN ratings of a period, newest first. Raises Refusal and Fault as the feedback desk does."""
        sifted = self.staff is not None or self.kind != "all"
        limit = SEARCHED if sifted else SHOWN
        rows = office.feedback.ratings(period.since, period.until, counter=self.counter, limit=limit)
        return tuple(row for row in rows if self.wants(row))[:SHOWN]
