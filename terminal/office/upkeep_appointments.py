"""Looking for contradictions among appointments, what they take of their days, and the numbers given for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from terminal.model import Appointment, AppointmentState, CounterLine, SlotUse, Ticket
from terminal.rules.slots import Load, Server, Use

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


def appointment_faults(session: Session, centre: str | None) -> Iterator[str]:
    """What cannot be, a line each. An appointment that hours or roster have broken is no fault: see its list."""
    yield from _taken(session, centre)
    yield from _elsewhere(session, centre)
    yield from _numbers(session, centre)
    yield from _overbooked(session, centre)


def _taken(session: Session, centre: str | None) -> Iterator[str]:
    """A booked appointment takes its slot once; one that is over, held or urgent takes none for good."""
    query = (
        select(Appointment.code, Appointment.state, Appointment.urgent, func.count(SlotUse.id))
        .outerjoin(SlotUse, and_(SlotUse.appointment_id == Appointment.id, SlotUse.until.is_(None)))
        .group_by(Appointment.id, Appointment.code, Appointment.state, Appointment.urgent)
        .order_by(Appointment.id)
    )
    if centre is not None:
        query = query.where(Appointment.centre == centre)
    takes = {AppointmentState.BOOKED, AppointmentState.ARRIVED, AppointmentState.MISSED}  # came or not, it was kept
    for code, state, urgent, count in session.execute(query):
        if count != (0 if urgent else int(state in takes)):
            yield f"appointment {code} is {state} and takes {count} slots"


def _elsewhere(session: Session, centre: str | None) -> Iterator[str]:
    """What it takes is its own time."""
    query = (
        select(Appointment.code)
        .join(SlotUse, and_(SlotUse.appointment_id == Appointment.id, SlotUse.until.is_(None)))
        .where(
            or_(
                SlotUse.day != Appointment.day,
                SlotUse.start_at != Appointment.start_at,
                SlotUse.end_at != Appointment.end_at,
            )
        )
    )
    if centre is not None:
        query = query.where(Appointment.centre == centre)
    for code in session.scalars(query):
        yield f"appointment {code} takes another time than its own"


def _numbers(session: Session, centre: str | None) -> Iterator[str]:
    """The number of a checked-in appointment is of its day, and its place is the appointment's time."""
    query = (
        select(Appointment.code, Ticket)
        .join(Ticket, Ticket.id == Appointment.ticket_id)
        .where(or_(Ticket.day != Appointment.day, Ticket.place_at != Appointment.start_at))
    )
    if centre is not None:
        query = query.where(Appointment.centre == centre)
    for code, ticket in session.execute(query):
        yield f"appointment {code}: number {ticket.number} of {ticket.day} has another day or place"


def _overbooked(session: Session, centre: str | None) -> Iterator[str]:
    """Never more at once than there are windows for it, whoever is on duty: who is, may change after booking."""
    windows: dict[str, dict[int, str]] = defaultdict(lambda: defaultdict(str))
    for name, counter, line in session.execute(
        select(CounterLine.centre, CounterLine.counter, CounterLine.line).order_by(CounterLine.line)
    ):
        windows[name][counter] += line
    query = (
        select(SlotUse.centre, SlotUse.day, SlotUse.start_at, SlotUse.end_at, SlotUse.needs, func.count())
        .where(SlotUse.until.is_(None))
        .group_by(SlotUse.centre, SlotUse.day, SlotUse.start_at, SlotUse.end_at, SlotUse.needs)
    )
    if centre is not None:
        query = query.where(SlotUse.centre == centre)
    days: dict[tuple[str, date], list[Use]] = defaultdict(list)
    for name, day, start, end, needs, count in session.execute(query):
        days[name, day].append(Use((start - _EPOCH) // _MINUTE, (end - _EPOCH) // _MINUTE, needs, count))
    for (name, _), uses in sorted(days.items()):
        opens, closes = min(one.start for one in uses), max(one.end for one in uses)
        servers = [Server(opens, closes, lines) for lines in windows[name].values()]
        for minute, _ in Load(servers, uses).overbooked():
            yield f"{_EPOCH + minute * _MINUTE:%Y-%m-%d %H:%M} UTC: more is booked than there are windows"
