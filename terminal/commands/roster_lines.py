"""How commands about rosters and duties say what both speak of: a duty, a conflict."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from terminal.rules.hours import clock_of

if TYPE_CHECKING:
    from terminal.office.plan_views import ConflictView, DutyView

CONFLICTS = {
    "overlap": "{staff} has two duties at once",
    "on_leave": "{staff} is on leave",
    "untrained": "{staff} is not trained for window {counter}",
    "same_day": "{staff} has two shifts on one day",
    "two_weekends": "{staff} is on duty two weekends in a row ({detail})",
}


def duty_row(one: DutyView) -> dict[str, object]:
    """A duty."""
    moments = (("arrived_at", one.arrived_at), ("left_at", one.left_at))
    return {
        **asdict(one),
        "day": one.day.isoformat(),
        **{name: at.isoformat() if at else None for name, at in moments},
    }


def duty_line(one: DutyView) -> str:
    """The same for people."""
    times = f"{clock_of(one.opens)}–{clock_of(one.closes)}"
    return f"{one.day}  {one.shift or one.kind:<8}  {times}  window {one.counter:<2}  {one.staff} {one.staff_name}"


def wrong(one: ConflictView) -> str:
    """What is wrong with a duty, of the kinds that are told one by one."""
    return CONFLICTS[one.kind].format(staff=one.staff, counter=one.counter, detail=one.detail)
