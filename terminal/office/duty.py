"""The duty desk: who is on duty, leave, absence, swaps and attendance. Rosters are made at the roster's desk."""

from __future__ import annotations

from datetime import date

from terminal.model import Duty
from terminal.office.duty_reading import duty_views, in_force, on_duty
from terminal.office.plan_views import DutyView, OnDuty
from terminal.office.room import Room


class DutyDesk:
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
