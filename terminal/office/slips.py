"""Slips of what the database holds."""

from __future__ import annotations

from drivers.receipt_printer.slip import Slip
from forms.slips import TicketSlip, ticket_slip
from terminal.model import Centre
from terminal.office.hall import HallDesk
from terminal.office.room import Room
from terminal.rules.waiting import rounded


class SlipDesk:
    """Writes slips. Nothing is printed here: a slip that fails to print can be made again at any time."""

    def __init__(self, room: Room, hall: HallDesk) -> None:
        self._room = room
        self._hall = hall

    def ticket(self, ticket_id: int, *, reprint: bool = False) -> Slip:
        """The slip of a stored ticket; ``reprint`` marks it 补打. Refuses for an unknown one."""
        issued = self._hall.issued(ticket_id)
        with self._room.reading() as session:
            centre = session.get_one(Centre, self._room.centre)
        return ticket_slip(
            TicketSlip(
                centre_name=centre.name,
                number=issued.number,
                line_name=issued.line_name,
                title=issued.title,
                priority_label=issued.priority_label,
                ahead=issued.ahead,
                wait_minutes=rounded(issued.wait_minutes),
                arrived_at=issued.arrived_at,
                materials=issued.materials,
                code=issued.code,
                hours=centre.hours,
                booked_at=f"{issued.booked_for:%H:%M}" if issued.booked_for else "",
                reprint=reprint,
            )
        )
