"""What a code leads to at a window, on a worker: an appointment checks its holder in, a receipt is its case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terminal.errors import Refusal

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.case_views import CaseStanding
    from terminal.office.office import Office
    from terminal.office.views import Found


def look_up(office: Office, code: str) -> Found | CaseStanding:
    """The ticket of a code, or the case of a receipt. Who has an appointment gets a number by it, as at the kiosk.

    Refuses for a code that nothing here has, and for an appointment that cannot be checked in now.
    """
    try:
        return office.finding.found(code)
    except Refusal:
        booked = office.finding.booked(code)
        if booked is None:
            case = office.finding.case(code)
            if case is None:
                raise
            return case
    number = booked.ticket or office.appointments.check_in(booked.code, source="counter").number
    return office.finding.found(number)
