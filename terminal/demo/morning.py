"""The demo's hall where it is mid-morning: hours, people on duty and slots ahead, whenever it plays."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from terminal.model import Centre
from terminal.office.office import Office

HOUR: Final = 10
WESTERNMOST: Final = -12  # hours from UTC


def keep_morning(office: Office) -> None:
    """Let the centre keep the time of a place where it is between ten and eleven now; offices opened later follow it.

    Every moment stays what it is: it is the hall that is moved, and not the clock.
    """
    with office.store.writing() as session:
        session.get_one(Centre, office.centre).zone = morning_zone(office.room.now())


def morning_zone(now: datetime) -> str:
    """A zone whose clocks show ten and some minutes at a moment."""
    east = HOUR - now.astimezone(UTC).hour
    if east < WESTERNMOST:
        east += 24
    return f"Etc/GMT{-east:+d}"  # named the other way round: GMT+5 is five hours west
