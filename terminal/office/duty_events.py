"""Duties as calendar events: which are one event that changed, and which were called off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from forms import texts_zh as zh
from terminal.office.duty_reading import bounds
from terminal.office.plan_views import DutyView
from terminal.office.room import Room

if TYPE_CHECKING:
    from forms.duty_calendar import CalendarDuty


def duty_events(room: Room, duties: Iterable[DutyView], centre_name: str, *, named: bool) -> tuple[CalendarDuty, ...]:
    """One event for each shift of each day that somebody has, or had and has no more; ``named`` says whose it is.

    Of the same shift of a day a person may have had several duties, one after another: at another counter, or given
    away and taken back. They are one event. A later duty has a larger id, so twice the id is a SEQUENCE that rises
    with every change, and leaves the number behind it for calling it off.
    """
    events: dict[tuple[object, ...], list[DutyView]] = defaultdict(list)
    for duty in sorted(duties, key=lambda one: one.id):
        events[duty.staff, duty.day, duty.shift or duty.id].append(duty)
    found = []
    for duties_of_one in events.values():
        valid = [one for one in duties_of_one if one.in_force]
        for number, duty in enumerate(valid or duties_of_one[-1:]):
            found.append(_event(room, duty, centre_name, named, number))
    return tuple(sorted(found, key=lambda one: (one.starts, one.uid)))


def _event(room: Room, duty: DutyView, centre_name: str, named: bool, number: int) -> CalendarDuty:
    from forms.duty_calendar import CalendarDuty  # loads the calendar library: not at start-up

    starts, ends = bounds(room, duty)
    window = zh.WINDOW.format(number=duty.counter)
    summary = f"{duty.shift_name or zh.CALLED_IN} {window}"
    which = duty.shift or f"called-in-{duty.id}"
    beside = f"-{number + 1}" if number else ""  # the same shift at two counters at once: a roster may have that forced
    return CalendarDuty(
        uid=f"duty-{duty.day:%Y%m%d}-{which}-{duty.staff}{beside}@{room.centre}.onewindow",
        sequence=2 * duty.id + (not duty.in_force),
        starts=room.local(starts),
        ends=room.local(ends),
        summary=zh.DUTY_OF.format(summary=summary, name=duty.staff_name) if named else summary,
        location=f"{centre_name} {window}",
        cancelled=not duty.in_force,
    )
