"""What a code leads to at a window, on a worker: an appointment's code checks its holder in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terminal.errors import Refusal

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office
    from terminal.office.views import Found


def look_up(office: Office, code: str) -> Found:
    """The ticket of a code. Who has an appointment gets a number by it, as at the kiosk.

    Refuses for a code that nothing here has, and for an appointment that cannot be checked in now.
    """
    try:
        return office.finding.found(code)
    except Refusal:
        booked = office.finding.booked(code)
        if booked is None:
            raise
    number = booked.ticket or office.appointments.check_in(booked.code, source="counter").number
    return office.finding.found(number)
