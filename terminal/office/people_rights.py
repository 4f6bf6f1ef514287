"""What PIPL gives a resident: to see all that is kept of them (art. 45), and to be forgotten (art. 47)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from terminal.errors import Refusal
from terminal.model import (
    Appointment,
    AppointmentState,
    BookingRequest,
    Case,
    CaseStop,
    FormEntry,
    JournalEntry,
    Message,
    Notice,
    RequestState,
    Resident,
    ResidentMerge,
    StopKind,
)
from terminal.model.message import MAY
from terminal.office.people_family import forget_family
from terminal.office.people_reading import ERASED, view_of
from terminal.office.room import Room

_AHEAD: Final = (AppointmentState.HELD, AppointmentState.BOOKED)


def everything_of(session: Session, room: Room, one: Resident) -> dict[str, Any]:
    """All that is kept of a resident, the whole number included. Raises KeyMissing.

    Who looked at them is among it; what others said in forms about them is with the case it belongs to.
    """
    view = view_of(session, room, one)
    person = {name: getattr(view, name) for name in view.__slots__ if name not in ("masked_number", "merged")}
    number = room.vault(session).open(one.number_sealed) if one.number_sealed is not None else ""
    return {
        **{name: _plain(value) for name, value in person.items()},
        "number": number,
        "appointments": _rows(session, Appointment.resident_id == one.id, Appointment.code, Appointment.day,
                              Appointment.state),
        "requests": _rows(session, BookingRequest.resident_id == one.id, BookingRequest.asked_at, BookingRequest.state),
        "cases": _rows(session, or_(Case.resident_id == one.id, Case.agent_id == one.id), Case.number, Case.item,
                       Case.state, Case.received_at),
        "notices": _rows(session, Notice.resident_id == one.id, Notice.number, Notice.title, Notice.issued_at),
        "forms": _rows(session, FormEntry.resident_id == one.id, FormEntry.form, FormEntry.begun_at, FormEntry.done_at),
        "messages": _rows(session, Message.resident_id == one.id, Message.created_at, Message.via, Message.address,
                          Message.text),
        "seen": _rows(session, (JournalEntry.noun == "resident") & (JournalEntry.noun_id == str(one.id)),
                      JournalEntry.at, JournalEntry.who, JournalEntry.verb),
    }  # fmt: skip


def erase_person(session: Session, one: Resident, now: datetime) -> None:
    """Leave of a resident that there was one. Refuses while something of theirs is open.

    Closed cases and the notices given in them stay as the files of the centre that they are (档案法), without the
    resident's record; drafts of forms, texts of messages, needs, links, consents and the addresses they were visited at
    or sent to go.
    """
    _refuse_open(session, one)
    merged = _merged_into(session, one.id)
    people = [one, *merged]
    ids = [person.id for person in people]
    session.execute(delete(ResidentMerge).where(ResidentMerge.kept_id.in_(ids) | ResidentMerge.gone_id.in_(ids)))
    session.execute(delete(FormEntry).where(FormEntry.resident_id.in_(ids), FormEntry.case_id.is_(None)))
    _forget_messages(session, ids, now)
    _forget_addresses(session, ids)
    forget_family(session, ids)
    for person in people:
        _blank(person)


def _forget_messages(session: Session, residents: list[int], now: datetime) -> None:
    """None of theirs goes out any more, and what they said is gone."""
    for message in session.scalars(select(Message).where(Message.resident_id.in_(residents)).with_for_update()):
        if message.ended_at is None and message.state in MAY["drop"]:
            message.drop("", now)
        message.address = message.name = message.text = ""


def _forget_addresses(session: Session, residents: list[int]) -> None:
    mine = Case.resident_id.in_(residents)
    home = CaseStop.case_id.in_(select(Case.id).where(mine)) & (CaseStop.kind == StopKind.HOME)
    session.execute(update(CaseStop).where(home).values(address=""))
    session.execute(update(Case).where(mine).values(deliver_to=""))


def _blank(person: Resident) -> None:
    person.name, person.initials = ERASED, ""
    person.number_hash = person.number_sealed = person.tail_hash = person.birth = None
    person.phone = person.sex = person.nation = person.address = person.community = person.note = ""
    person.version += 1


def _refuse_open(session: Session, one: Resident) -> None:
    mine = or_(Case.resident_id == one.id, Case.agent_id == one.id)
    ahead = Appointment.state.in_(_AHEAD)
    asked = BookingRequest.state == RequestState.OPEN
    for query in (
        select(Case.id).where(mine, Case.ended_at.is_(None)),
        select(Appointment.id).where(Appointment.resident_id == one.id, ahead),
        select(BookingRequest.id).where(BookingRequest.resident_id == one.id, asked),
    ):
        if session.scalars(query.limit(1)).first() is not None:
            raise Refusal(
                "Resident {resident} has a case, an appointment or a request that is open.",
                "End it first: it could not be finished for nobody.",
                resident=one.id,
            )


def _merged_into(session: Session, resident: int) -> list[Resident]:
    found = list(session.scalars(select(Resident).where(Resident.merged_into == resident)))
    return found + [deeper for one in found for deeper in _merged_into(session, one.id)]


def _rows(
    session: Session, condition: ColumnElement[bool], *columns: InstrumentedAttribute[Any]
) -> list[dict[str, object]]:  # fmt: skip
    table = columns[0].class_
    query = select(*columns).where(condition).order_by(table.id)
    return [{key: _plain(value) for key, value in row.items()} for row in session.execute(query).mappings()]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "__slots__"):
        return {name: _plain(getattr(value, name)) for name in value.__slots__}
    return value.isoformat() if hasattr(value, "isoformat") else value
