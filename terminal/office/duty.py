"""The duty desk: who is on duty, leave, absence, swaps and attendance. Rosters are made at the roster's desk."""

from __future__ import annotations

from datetime import date

from terminal.model import Duty
from terminal.office.attendance import attendance_row
from terminal.office.booking_views import BookingView
from terminal.office.duty_changes import Broken, changing
from terminal.office.duty_reading import duty_views, in_force, locked_duty, on_duty
from terminal.office.leaves import LeaveVerbs
from terminal.office.plan_views import AttendanceRow, DutyView, OnDuty
from terminal.office.room import Room
from terminal.office.swaps import SwapVerbs


class DutyDesk(LeaveVerbs, SwapVerbs):
    """Verbs on duties in force. Each is one transaction, safe from many processes. Raises ``DatabaseFault``."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def on(self, day: date) -> tuple[OnDuty, ...]:
        """Who should be there on a day and where each of them sits just now, by beginning and counter."""
        with self._room.reading() as session:
            return on_duty(session, self._room, day)

    def duties(self, since: date, until: date, staff: str | None = None) -> tuple[DutyView, ...]:
        """The duties in force from ``since`` to ``until``, both included; of one person, if that is given."""
        conditions = in_force(since, until) + ((Duty.staff == staff,) if staff else ())
        with self._room.reading() as session:
            return duty_views(session, self._room, *conditions)

    def absent(self, duty_id: int, reason: str, *, by: str = "") -> tuple[BookingView, ...]:
        """Note that a person is not there, or not any more: from now on the duty serves nobody.

        Returns the appointments that this breaks. Signing in takes it back, as ``present`` does.
        """
        with changing(self._room, by) as (session, now):
            duty = locked_duty(session, self._room, duty_id)
            broken = Broken(session, self._room, duty.day, duty.day)
            duty.miss(reason)
            # The reason may be of the person's health: it is the duty's, and no matter of the journal.
            after = {"staff": duty.staff, "day": duty.day}
            self._room.note(session, "absent", "duty", duty.id, at=now, who=by, counter=duty.counter, after=after)
            return broken.found()

    def present(self, duty_id: int, *, by: str = "") -> DutyView:
        """Take a noted absence back. Refuses when none was noted."""
        with changing(self._room, by) as (session, now):
            duty = locked_duty(session, self._room, duty_id)
            duty.attend()
            session.flush()
            after = {"staff": duty.staff, "day": duty.day}
            self._room.note(session, "present", "duty", duty.id, at=now, who=by, counter=duty.counter, after=after)
            return duty_views(session, self._room, Duty.id == duty.id)[0]

    def attendance(self, since: date, until: date) -> tuple[AttendanceRow, ...]:
        """What became of each duty in force from ``since`` to ``until``: who came, who was late, who is missing."""
        now = self._room.now()
        return tuple(attendance_row(self._room, one, now) for one in self.duties(since, until))
