"""What the page of hours shows, read in one go. No Qt: it runs on a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from terminal.office.booking_views import BookingView
from terminal.office.plan_views import HoursPlanView, RosterRow, YearView

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office


@dataclass(frozen=True, slots=True)
class Depends:
    """What was promised for days of a year that nobody has published."""

    rosters: tuple[RosterRow, ...]
    bookings: int


@dataclass(frozen=True, slots=True)
class HoursPicture:
    """Everything on the page. ``depends`` only of a year that is not certain."""

    year: YearView
    plans: tuple[HoursPlanView, ...]
    fields: Mapping[str, str]
    today: date
    depends: Depends | None


def read_hours(office: Office, year: int) -> HoursPicture:
    """Read it. Raises Refusal and Fault as the desks do."""
    today = office.room.day(office.room.now())
    view = office.calendar.year(year)
    return HoursPicture(
        year=view,
        plans=office.hours.plans(),
        fields={line.letter: line.name for line in office.hall.kiosk_view().lines},
        today=today,
        depends=None if view.certain else _depends(office, year, today),
    )


def broken_on(office: Office, day: date) -> tuple[BookingView, ...]:
    """The appointments of a day that the plan in force cannot keep."""
    return tuple(one for one in office.appointments.broken(day) if one.day == day)


def _depends(office: Office, year: int, today: date) -> Depends:
    first, last = max(today, date(year, 1, 1)), date(year, 12, 31)
    if first > last:
        return Depends((), 0)
    rosters = tuple(row for row in office.roster.rosters() if row.since <= last and row.until >= first)
    return Depends(rosters, len(office.appointments.list(first, last, "booked")))
