"""What the roster page shows, read in one go. No Qt: it runs on a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from terminal.office.plan_views import LeaveView, OnDuty, RosterRow, RosterView, SwapView
from terminal.screens.planning.sheet import Sheet, Side, make_sheet
from terminal.screens.planning.term import Term

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything on the page. ``view`` None: no roster has any of these days. ``minutes`` of today so far."""

    term: Term
    side: Side
    rows: tuple[RosterRow, ...]
    view: RosterView | None
    sheet: Sheet | None
    leaves: tuple[LeaveView, ...]
    swaps: tuple[SwapView, ...]
    today: date
    on_duty: tuple[OnDuty, ...]
    minutes: int
    fields: Mapping[str, str]
    centre_name: str

    @property
    def row(self) -> RosterRow | None:
        """The roster on show, as the list has it."""
        return next((row for row in self.rows if self.view is not None and row.id == self.view.id), None)

    def with_view(self, view: RosterView) -> Picture:
        """The same with the roster as a verb returned it."""
        return replace(self, view=view, sheet=make_sheet(view, self.term.since, self.term.until, self.side, self.today))


def read_picture(office: Office, term: Term, side: Side, wanted: int | None) -> Picture:
    """Read it; ``wanted`` is the roster to show if it has any of these days, else the newest draft, else the newest.

    Raises Refusal and Fault as the desks do.
    """
    now = office.room.local(office.room.now())
    rows = tuple(row for row in office.roster.rosters() if row.since <= term.until and row.until >= term.since)
    shown = _choose(rows, wanted)
    view = None if shown is None else office.roster.view(shown)
    hall = office.hall.kiosk_view()
    return Picture(
        term=term,
        side=side,
        rows=rows,
        view=view,
        sheet=None if view is None else make_sheet(view, term.since, term.until, side, now.date()),
        leaves=office.duty.leaves(term.since, term.until),
        swaps=office.duty.swaps(),
        today=now.date(),
        on_duty=office.duty.on(now.date()),
        minutes=now.hour * 60 + now.minute,
        fields={line.letter: line.name for line in hall.lines},
        centre_name=hall.centre_name,
    )


def _choose(rows: tuple[RosterRow, ...], wanted: int | None) -> int | None:
    if any(row.id == wanted for row in rows):
        return wanted
    ranked = sorted(rows, key=lambda row: (row.state == "draft", row.id))
    return ranked[-1].id if ranked else None
