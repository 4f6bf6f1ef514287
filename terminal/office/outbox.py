"""The outbox: what residents and staff are told, stored with the verb that has something to tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Centre, Message, MessageState, Resident, Staff, StaffContact, Via
from terminal.office.message_texts import shipped_texts
from terminal.office.room import Room
from terminal.rules import phone
from terminal.rules.masking import masked_name
from terminal.store.upsert import upsert

OUTDATED = "outdated"


def tell(
    session: Session,
    room: Room,
    template: str,
    event: str,
    values: Mapping[str, str],
    *,
    at: datetime,
    resident: Resident | None = None,
    staff: str | None = None,
    appointment: int | None = None,
    expires_at: datetime | None = None,
    call: bool = False,
) -> bool:
    """Put a message into the outbox, within the verb's transaction; False when the event has been told before.

    ``template`` is one of ``message_texts.OCCASIONS``, which lists its ``values``; the masked name and the centre's are
    filled in here. To a resident's mobile number it goes as SMS, to staff by the address they gave; who can be written
    to by neither goes onto the call list, as does what a person has to say (``call``). ``at``: when it was made and may
    go out. After ``expires_at`` it is of no use.
    """
    if expires_at is not None and expires_at <= at:
        return False
    name, via, address = _reach(session, room, resident, staff)
    via = Via.CALL if call else via
    centre = session.get_one(Centre, room.centre).name
    text = shipped_texts().fill(template, {"name": masked_name(name), "centre": centre, **values})
    row = {
        "centre": room.centre, "event": event, "template": template, "via": via, "address": address, "name": name,
        "text": text, "state": MessageState.CALL if via is Via.CALL else MessageState.WAITING, "attempts": 0,
        "created_at": at, "next_at": at, "expires_at": expires_at, "taken_at": None, "worker": "", "ended_at": None,
        "detail": "", "resident_id": resident.id if resident else None, "staff": staff, "appointment_id": appointment,
    }  # fmt: skip
    new = (
        upsert(session.get_bind().dialect, Message)
        .values(row)
        .on_conflict_do_nothing(index_elements=["centre", "event"])
    )
    return session.scalar(new.returning(Message.id)) is not None


def withdraw(session: Session, room: Room, appointment: int, *, at: datetime) -> None:
    """Drop what is still to be told of an appointment that was moved or cancelled, within the verb's transaction.

    What a worker has in hand goes out.
    """
    query = select(Message).where(
        Message.centre == room.centre,
        Message.appointment_id == appointment,
        Message.state.in_((MessageState.WAITING, MessageState.CALL)),
    )
    for message in session.scalars(query.order_by(Message.id).with_for_update()):
        message.drop(OUTDATED, at)
    session.flush()


def _reach(session: Session, room: Room, resident: Resident | None, staff: str | None) -> tuple[str, Via, str]:
    """Name, way and address of who is told."""
    if resident is not None:
        via = Via.SMS if phone.is_mobile(resident.phone) else Via.CALL
        return resident.name, via, resident.phone
    if staff is None:
        raise ValueError("a message is for a resident or for staff")
    name = session.get_one(Staff, (room.centre, staff)).name
    contact = session.get(StaffContact, (room.centre, staff))
    if contact is None:
        return name, Via.CALL, ""
    if contact.address:
        return name, Via.URL, contact.address
    via = Via.SMS if phone.is_mobile(contact.phone) else Via.CALL
    return name, via, contact.phone
