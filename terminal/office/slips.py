"""Slips of what the database holds."""

from __future__ import annotations

from sqlalchemy import select

from drivers.receipt_printer.slip import Slip
from forms.booking_slip import BookingSlip, booking_slip
from forms.slips import TicketSlip, ticket_slip
from terminal.model import Centre, Item, Material
from terminal.office.appointment_reading import appointment_of, view_of
from terminal.office.hall import HallDesk
from terminal.office.hall_reading import material_text
from terminal.office.room import Room
from terminal.rules.waiting import rounded


class SlipDesk:
    """Writes slips. Nothing is printed here: a slip that fails to print can be made again at any time."""

    def __init__(self, room: Room, hall: HallDesk) -> None:
        self._room = room
        self._hall = hall

    def booking(self, appointment_id: int, *, reprint: bool = False) -> Slip:
        """The slip of a stored appointment; ``reprint`` marks it 补打. Refuses for an unknown one."""
        room = self._room
        with room.reading() as session:
            found = view_of(session, room, appointment_of(session, room, appointment_id))
            centre = session.get_one(Centre, room.centre)
            codes = [item.code for item in found.items]
            items = session.scalars(select(Item).where(Item.centre == room.centre, Item.code.in_(codes)))
            titles = {item.code: item.name for item in items}
            materials = session.scalars(
                select(Material)
                .where(Material.centre == room.centre, Material.item.in_(codes))
                .order_by(Material.item, Material.position)
            ).all()
        return booking_slip(
            BookingSlip(
                centre_name=centre.name,
                code=found.code,
                start=found.start,
                check_in_from=found.check_in_from,
                check_in_until=found.check_in_until,
                titles=tuple(titles[code] for code in codes),
                materials=tuple(dict.fromkeys(material_text(material) for material in materials)),
                printed_at=room.local(room.now()),
                hours=centre.hours,
                reprint=reprint,
            )
        )

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
