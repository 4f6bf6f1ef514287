"""Missed appointments of residents, and whether they bar them from booking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Appointment, AppointmentState, BookingRules
from terminal.office.room import Room
from terminal.rules.booking import barred_until


def standings(
    session: Session, room: Room, residents: Collection[int], now: datetime
) -> dict[int, tuple[int, date | None]]:  # fmt: skip
    """For each resident with missed appointments: how many count today, and the last day on which that bars them.

    The rule is ``terminal.rules.booking``'s, its figures the centre's.
    """
    rules = session.get_one(BookingRules, room.centre)
    today = room.day(now)
    query = select(Appointment.resident_id, Appointment.day).where(
        Appointment.resident_id.in_(residents),
        Appointment.state == AppointmentState.MISSED,
        Appointment.day > today - timedelta(days=rules.missed_days + rules.barred_days),
    )
    missed: dict[int, list[date]] = defaultdict(list)
    for resident, day in session.execute(query):
        if resident is not None:
            missed[resident].append(day)
    counted = today - timedelta(days=rules.missed_days)
    return {
        resident: (sum(day > counted for day in days), _bar(days, rules, today)) for resident, days in missed.items()
    }


def _bar(missed: Collection[date], rules: BookingRules, today: date) -> date | None:
    until = barred_until(
        missed, limit=rules.missed_limit, within_days=rules.missed_days, barred_days=rules.barred_days
    )  # fmt: skip
    return until if until is not None and until >= today else None
