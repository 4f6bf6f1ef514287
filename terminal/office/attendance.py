"""Who came: the marks that signing in and out leave on duties, and what became of each duty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Duty
from terminal.office.duty_reading import bounds, in_force
from terminal.office.plan_views import AttendanceRow, AttendanceState, DutyView
from terminal.office.room import Room

ONE_MINUTE = timedelta(minutes=1)


def mark_seats(session: Session, room: Room, now: datetime, *, came: str | None, went: str | None) -> None:
    """Mark today's duties of who sat down at a counter (any counter) and of who left one.

    Runs in the transaction of the sign-in. An arrival counts for the first duty that is not over and those that follow
    it without a break; leaving, for whatever of today was begun. Somebody without a duty leaves no mark.
    """
    people = {code for code in (came, went) if code}
    if not people:
        return
    day = room.day(now)
    query = (
        select(Duty)
        .where(Duty.centre == room.centre, *in_force(day, day), Duty.staff.in_(people))
        .order_by(Duty.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    duties = session.scalars(query).all()
    for duty in _at_hand(room, [one for one in duties if one.staff == came], now):
        duty.arrive(now)
    for duty in duties:
        if duty.staff == went and went != came and duty.arrived_at is not None and duty.left_at is None:
            duty.leave(now)


def attendance_row(room: Room, duty: DutyView, now: datetime) -> AttendanceRow:
    """What has become of a duty by now."""
    opens, closes = bounds(room, duty)
    came, left = duty.arrived_at, duty.left_at
    late = ((came or (opens if duty.absent is not None else min(now, closes))) - opens) // ONE_MINUTE
    early = (closes - left) // ONE_MINUTE if left is not None else 0
    return AttendanceRow(duty, _state(duty, opens, closes, now), max(0, late), max(0, early))


def _state(duty: DutyView, opens: datetime, closes: datetime, now: datetime) -> AttendanceState:
    if duty.absent is not None:
        return "absent"
    if duty.arrived_at is None:
        return "missed" if now >= closes else "missing" if now >= opens else "coming"
    if now >= closes:
        return "done"
    return "here" if duty.left_at is None else "away"


def _at_hand(room: Room, duties: Sequence[Duty], now: datetime) -> list[Duty]:
    """The duty that somebody who comes now comes for, and those that follow on it."""
    found: list[Duty] = []
    for duty in sorted(duties, key=lambda one: (one.opens, one.closes)):
        if bounds(room, duty)[1] <= now:
            continue
        if found and duty.opens > found[-1].closes:
            break
        found.append(duty)
    return found
