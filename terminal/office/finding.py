"""What a scanned or typed code means: a slip's ticket, an appointment, a case's receipt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from sqlalchemy import ColumnElement, select

from terminal.errors import Refusal
from terminal.model import Appointment, Ticket
from terminal.office.booking_views import BookingView
from terminal.office.case_views import CaseStanding
from terminal.office.codes import CODE_LENGTH
from terminal.office.finding_cases import case_of_code, cases_of_digits, standing_of
from terminal.office.hall import HallDesk
from terminal.office.room import Room
from terminal.office.views import Found

MOST_SHOWN: Final = 32  # characters of an unknown code that are said back
_CODE = re.compile(rf"[0-9A-Z]{{{CODE_LENGTH}}}")
_NUMBER = re.compile(r"([A-Z])(\d{3,5})")


class FindingDesk:
    """Looks codes up; changes nothing. Safe to call from many threads."""

    def __init__(self, room: Room, hall: HallDesk, booking: Callable[[str], BookingView]) -> None:
        """``booking`` finds the appointment of a code, or refuses."""
        self._room = room
        self._hall = hall
        self._booking = booking

    def found(self, code: str) -> Found:
        """What a code stands for: the one on a slip, whatever day it is of, or one of today's numbers (A012).

        A code may stand at the end of an address. Refuses for one that nothing here has.
        """
        text = _plain(code)
        ticket = self._ticket(text)
        if ticket is None:
            raise Refusal(
                "Nothing here has the code {code}.",
                "Scan the square code on a slip of this hall.",
                code=text[:MOST_SHOWN] or "–",
            )
        return Found(
            kind="ticket",
            id=ticket.id,
            number=ticket.number,
            state=ticket.state,
            counter=ticket.counter,
            day=ticket.day,
            is_today=ticket.day == self._room.day(self._room.now()),
            issued=self._hall.issued(ticket.id),
        )

    def booked(self, code: str) -> BookingView | None:
        """The appointment whose code it is; None when no appointment has it."""
        text = _plain(code)
        if not _CODE.fullmatch(text):
            return None
        with self._room.reading() as session:
            booked = session.scalar(
                select(Appointment.id).where(Appointment.centre == self._room.centre, Appointment.code == text)
            )
        return None if booked is None else self._booking(text)

    def case(self, code: str) -> CaseStanding | None:
        """How the case stands whose receipt has the code, or whose number or document's number it is; None when there
        is none.
        """
        text = _plain(code)
        with self._room.reading() as session:
            case = case_of_code(session, self._room, text)
            return None if case is None else standing_of(session, self._room, case)

    def cases(self, number: str, phone: str) -> tuple[CaseStanding, ...]:
        """How the cases stand that have a number ending with these four digits, and an applicant or agent with a
        telephone number ending with these. Whoever asks limits the wrong tries.
        """
        with self._room.reading() as session:
            found = cases_of_digits(session, self._room, number, phone)
            return tuple(standing_of(session, self._room, case) for case in found)

    def anything(self, code: str) -> Found | BookingView | CaseStanding:
        """What a code stands for, a ticket before an appointment before a case. Refuses for one that nothing has."""
        try:
            return self.found(code)
        except Refusal:
            found = self.booked(code) or self.case(code)
            if found is None:
                raise
            return found

    def _ticket(self, text: str) -> Ticket | None:
        with self._room.reading() as session:
            for named in self._named(text):
                ticket = session.scalars(select(Ticket).where(Ticket.centre == self._room.centre, *named)).one_or_none()
                if ticket is not None:
                    return ticket
        return None

    def _named(self, text: str) -> Iterator[tuple[ColumnElement[bool], ...]]:
        if _CODE.fullmatch(text):
            yield (Ticket.code == text,)
        if number := _NUMBER.fullmatch(text):
            today = self._room.day(self._room.now())
            yield Ticket.day == today, Ticket.line == number[1], Ticket.running == int(number[2])


def _plain(code: str) -> str:
    return re.split(r"[/=]", code.strip())[-1].strip().upper()
