"""The hall's desk: what counter, kiosk and board show, each picture read in one transaction. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import (
    Appointment,
    AppointmentItem,
    Centre,
    Handling,
    Item,
    Line,
    Material,
    Outcome,
    Rating,
    RatingState,
    Resident,
    Staff,
    Ticket,
)
from terminal.model import TicketState as State
from terminal.office import stars
from terminal.office.feedback import FeedbackDesk
from terminal.office.hall_opening import HallOpening, LineOpening, read_centre_opening, read_hall_opening
from terminal.office.hall_reading import Hall, material_text, read_hall
from terminal.office.opening_reading import read_opening
from terminal.office.priorities import Priorities
from terminal.office.queue_issue import BOOKED
from terminal.office.room import LARGEST_ID, Room
from terminal.office.views import (
    BoardCall,
    BoardView,
    CounterView,
    HandlingRow,
    Issued,
    KioskView,
    LastRating,
    LineTile,
    Serving,
    Today,
    Waiting,
)
from terminal.rules.waiting import Estimate
from terminal.rules.working_days import Counted

SHOWN = 60  # rows of the queue that a screen gets
RECENTLY = timedelta(minutes=30)  # how long a call stays on the board when its window calls nobody else
UPCOMING = 4  # numbers of a line that the board may announce


class HallDesk:
    """Reads pictures of the hall. Safe to call from many threads; raises ``DatabaseFault`` without a database."""

    def __init__(self, room: Room, priorities: Priorities, feedback: FeedbackDesk) -> None:
        self._room = room
        self._badges = {one.key: one.badge for one in priorities.classes}
        self._feedback = feedback

    def counter_view(self, counter: int) -> CounterView:
        """Everything the counter screen shows."""
        now = self._room.now()
        with self._room.reading() as session:
            seat = self._room.counter(session, counter)
            hall = read_hall(session, self._room, now)
            lines = hall.serves.get(counter, frozenset())
            waiting = [ticket for ticket in hall.queue if ticket.waits_in in lines]
            current = self._latest(session, hall, counter, (State.CALLED, State.SERVING))
            earlier = _left_at(hall, counter, current)
            held = [*self._aside(session, hall, lines, State.HELD), *_in_state(earlier, State.SERVING)]
            skipped = [*self._aside(session, hall, lines, State.SKIPPED), *_in_state(earlier, State.CALLED)]
            centre = session.get_one(Centre, self._room.centre)
            person = session.get(Staff, (self._room.centre, seat.staff)) if seat.staff else None
            today = self._room.day(now)
            return CounterView(
                centre_code=centre.code,
                centre_name=centre.name,
                counter=counter,
                paused=seat.paused,
                staff=seat.staff,
                staff_name=person.name if person else "",
                line_names=tuple(line.name for letter, line in hall.lines.items() if letter in lines),
                waiting=tuple(self._waiting(hall, ticket, now) for ticket in waiting[:SHOWN]),
                waiting_count=len(waiting),
                wait_minutes=max((hall.estimate(letter).minutes for letter in lines), default=0),
                held=tuple(self._waiting(hall, ticket, now) for ticket in held),
                skipped=tuple(self._waiting(hall, ticket, now) for ticket in skipped),
                current=current,
                last_visit=self._latest(session, hall, counter, (State.DONE,)),
                today=self._today(session, counter, today),
                last_rating=self._last_rating(session, counter, today),
                quarter=stars.standing_of(session, self._room, counter, _quarter(today), today),
                at=self._room.local(now),
                opening=read_centre_opening(session, self._room, now),
            )

    def kiosk_view(self) -> KioskView:
        """What the kiosk shows before a number is taken."""
        now = self._room.now()
        with self._room.reading() as session:
            hall = read_hall(session, self._room, now)
            opening = read_hall_opening(session, self._room, hall)
            centre = session.get_one(Centre, self._room.centre)
            return KioskView(
                centre_name=centre.name,
                centre_name_en=centre.name_en,
                lines=self._tiles(hall, opening),
                at=self._room.local(now),
                opening=opening.centre,
                closed_items=opening.closed_items(hall),
            )

    def board_view(self) -> BoardView:
        """What the hall board shows: the newest call of each counter, and who is next in each line."""
        now = self._room.now()
        with self._room.reading() as session:
            hall = read_hall(session, self._room, now)
            centre = session.get_one(Centre, self._room.centre)
            opening = read_hall_opening(session, self._room, hall)
            tiles = self._tiles(hall, opening)
            return BoardView(
                centre_name=centre.name,
                calls=tuple(self._calls(session, hall)),
                lines=tiles,
                waiting=len(hall.queue),
                wait_minutes=max((tile.wait_minutes for tile in tiles if tile.open), default=0),
                notices=tuple(notice for notice in centre.notices.splitlines() if notice),
                at=self._room.local(now),
                opening=opening.centre,
            )

    def issued(self, ticket_id: int) -> Issued:
        """A ticket with what its slip and the kiosk say of it: people ahead, minutes, materials."""
        now = self._room.now()
        with self._room.reading() as session:
            ticket = session.get(Ticket, min(ticket_id, LARGEST_ID))
            if ticket is None or ticket.centre != self._room.centre:
                raise Refusal("There is no ticket {ticket}.", "Look for it in the list.", ticket=ticket_id)
            hall = read_hall(session, self._room, now)
            # Whoever has been called has nobody in front any more.
            waits = ticket.state in (State.WAITING, State.HELD, State.SKIPPED)
            estimate = hall.estimate_before(ticket) if waits else Estimate(ahead=0, minutes=0)
            line = hall.lines[ticket.waits_in]
            item = session.get(Item, (self._room.centre, ticket.item)) if ticket.item else None
            return Issued(
                id=ticket.id,
                number=ticket.number,
                line=ticket.line,
                line_name=line.name,
                line_name_en=line.name_en,
                item=ticket.item,
                title=item.name if item else "",
                priority=ticket.priority,
                priority_label=self._badge(ticket.priority),
                place_at=self._room.local(ticket.place_at),
                arrived_at=self._room.local(ticket.arrived_at),
                ahead=estimate.ahead,
                wait_minutes=estimate.minutes,
                code=ticket.code,
                materials=self._materials(session, ticket.item),
                booked_for=self._booked_for(ticket),
            )

    # Parts of the pictures.

    def _badge(self, priority: str | None) -> str:
        return self._badges.get(priority, priority) if priority else ""

    def _waiting(self, hall: Hall, ticket: Ticket, now: datetime) -> Waiting:
        return Waiting(
            id=ticket.id,
            number=ticket.number,
            line=ticket.waits_in,
            item=ticket.item,
            title=hall.title(ticket),
            priority=ticket.priority,
            priority_label=self._badge(ticket.priority),
            head_start_minutes=ticket.head_start,
            arrived_at=self._room.local(ticket.arrived_at),
            waited_minutes=max(0, int((now - ticket.arrived_at).total_seconds() // 60)),
            booked_for=self._booked_for(ticket),
        )

    def _booked_for(self, ticket: Ticket) -> datetime | None:
        return self._room.local(ticket.place_at) if ticket.source == BOOKED else None

    def _tiles(self, hall: Hall, opening: HallOpening) -> tuple[LineTile, ...]:
        return tuple(
            self._tile(hall, line, opening.lines[letter])
            for letter, line in hall.lines.items()
            if letter in hall.in_force
        )

    def _tile(self, hall: Hall, line: Line, stands: LineOpening) -> LineTile:
        numbers = [ticket.number for ticket in hall.queue if ticket.waits_in == line.letter]
        return LineTile(
            letter=line.letter,
            field=line.field,
            name=line.name,
            name_en=line.name_en,
            examples=line.examples,
            waiting=len(numbers),
            wait_minutes=hall.estimate(line.letter).minutes,
            open=stands.kind is not None,
            upcoming=tuple(numbers[:UPCOMING]),
            kind=stands.kind,
            opens_at=stands.opens_at,
        )

    def _calls(self, session: Session, hall: Hall) -> Iterable[BoardCall]:
        query = (
            select(Ticket)
            .where(
                Ticket.centre == self._room.centre,
                Ticket.day == hall.day,
                Ticket.called_at >= hall.now - RECENTLY,
                Ticket.state.in_((State.CALLED, State.SERVING, State.DONE)),
            )
            .order_by(Ticket.called_at.desc(), Ticket.id.desc())
        )
        seen: set[int] = set()
        for ticket in session.scalars(query):
            if ticket.counter is None or ticket.called_at is None or ticket.counter in seen:
                continue
            seen.add(ticket.counter)
            line = hall.lines[ticket.waits_in]
            yield BoardCall(
                ticket=ticket.id,
                number=ticket.number,
                counter=ticket.counter,
                line_name=line.name,
                line_name_en=line.name_en,
                state=ticket.state,
                calls=ticket.calls,
                called_at=self._room.local(ticket.called_at),
            )

    def _aside(self, session: Session, hall: Hall, lines: frozenset[str], state: State) -> list[Ticket]:
        """The last of those in a state, by their places: who was passed in the morning must not hide who is held."""
        query = (
            select(Ticket)
            .where(
                Ticket.centre == self._room.centre,
                Ticket.day == hall.day,
                Ticket.state == state,
                Ticket.waits_in.in_(lines),
            )
            .order_by(Ticket.place_at.desc(), Ticket.id.desc())
            .limit(SHOWN)
        )
        return list(session.scalars(query))[::-1]

    def _latest(self, session: Session, hall: Hall, counter: int, states: tuple[State, ...]) -> Serving | None:
        query = (
            select(Ticket)
            .where(
                Ticket.centre == self._room.centre,
                Ticket.day == hall.day,
                Ticket.counter == counter,
                Ticket.state.in_(states),
            )
            .order_by(Ticket.called_at.desc(), Ticket.id.desc())
            .limit(1)
        )
        ticket = session.scalars(query).one_or_none()
        if ticket is None or ticket.called_at is None:
            return None
        return Serving(
            id=ticket.id,
            number=ticket.number,
            line=ticket.waits_in,
            item=ticket.item,
            title=hall.title(ticket),
            state=ticket.state,
            priority_label=self._badge(ticket.priority),
            arrived_at=self._room.local(ticket.arrived_at),
            called_at=self._room.local(ticket.called_at),
            calls=ticket.calls,
            started_at=self._room.local(ticket.started_at) if ticket.started_at else None,
            handlings=tuple(self._handlings(session, hall, ticket.id, counter)),
            booked_for=self._booked_for(ticket),
            booked_items=self._booked_items(session, ticket) if ticket.source == BOOKED else (),
            booked_by=self._booked_by(session, ticket) if ticket.source == BOOKED else None,
        )

    def _booked_items(self, session: Session, ticket: Ticket) -> tuple[str, ...]:
        """What the appointment is for and nobody has begun yet, in order; what has left the catalogue cannot be."""
        begun = select(Handling.item).where(Handling.ticket_id == ticket.id)
        query = (
            select(AppointmentItem.item)
            .join(Appointment, Appointment.id == AppointmentItem.appointment_id)
            .join(Item, and_(Item.centre == AppointmentItem.centre, Item.code == AppointmentItem.item))
            .where(Appointment.ticket_id == ticket.id, Item.offered, AppointmentItem.item.not_in(begun))
            .order_by(AppointmentItem.position)
        )
        return tuple(session.scalars(query))

    def _booked_by(self, session: Session, ticket: Ticket) -> int | None:
        known = func.coalesce(Resident.merged_into, Resident.id)
        query = select(known).join(Appointment, Appointment.resident_id == Resident.id)
        return session.scalars(query.where(Appointment.ticket_id == ticket.id)).first()

    def _handlings(self, session: Session, hall: Hall, ticket: int, counter: int) -> Iterable[HandlingRow]:
        """What was begun for the ticket at the counter, in that order."""
        query = (
            select(Handling, Rating.state, Rating.key)
            .outerjoin(Rating, Rating.handling_id == Handling.id)
            .where(Handling.ticket_id == ticket, Handling.counter == counter)
            .order_by(Handling.started_at, Handling.id)
        )
        for handling, state, key in session.execute(query):
            yield HandlingRow(
                id=handling.id,
                item=handling.item,
                title=hall.shorts.get(handling.item, handling.item),
                started_at=self._room.local(handling.started_at),
                finished_at=self._room.local(handling.finished_at) if handling.finished_at else None,
                outcome=handling.outcome,
                rating_state=state,
                rating_key=key,
                promised_by=None if handling.finished_at else self._promised_by(session, hall, handling.item),
            )

    def _promised_by(self, session: Session, hall: Hall, item: str) -> Counted | None:
        days = session.get_one(Item, (self._room.centre, item)).promised_days
        if days is None:
            return None
        # Of ten working days a fortnight of holidays makes four weeks: no limit is longer than thrice its working days.
        last = hall.day + timedelta(days=3 * days + 30)
        return read_opening(session, self._room, hall.day, last).calendar.add(hall.day, days)

    def _today(self, session: Session, counter: int, today: date) -> Today:
        start, end = self._room.span(today, today)
        finished = list(
            session.execute(
                select(Handling.started_at, Handling.finished_at).where(
                    Handling.centre == self._room.centre,
                    Handling.finished_at >= start,
                    Handling.finished_at < end,
                    Handling.counter == counter,
                    Handling.outcome != Outcome.REFERRED,
                )
            )
        )
        seconds = [(ended - began).total_seconds() for began, ended in finished if ended is not None]
        rated, bad = session.execute(
            select(func.count(), func.count().filter(Rating.bad)).where(
                Rating.centre == self._room.centre,
                Rating.at >= start,
                Rating.at < end,
                Rating.counter == counter,
                Rating.state == RatingState.RATED,
            )
        ).one()
        average = sum(seconds) / len(seconds) / 60 if seconds else None
        return Today(finished=len(finished), average_minutes=average, rated=rated, bad=bad)

    def _last_rating(self, session: Session, counter: int, today: date) -> LastRating | None:
        keys = self._feedback.known_keys()
        found = stars.rows(session, self._room, keys, today, today, counter=counter, limit=1)
        if not found:
            return None
        row = found[0]
        return LastRating(number=row.number, key=row.key, label=row.label, score=row.score, at=row.at)

    def _materials(self, session: Session, item: str | None) -> tuple[str, ...]:
        if item is None:
            return ()
        query = (
            select(Material)
            .where(Material.centre == self._room.centre, Material.item == item)
            .order_by(Material.position)
        )
        return tuple(material_text(material) for material in session.scalars(query))


def _left_at(hall: Hall, counter: int, current: Serving | None) -> list[Ticket]:
    """Who was called to the counter, or begun there, before it called ``current``."""
    if current is None:
        return []
    return [one for one in hall.at_counters if one.counter == counter and one.id != current.id][-SHOWN:]


def _in_state(tickets: Iterable[Ticket], state: State) -> list[Ticket]:
    return [ticket for ticket in tickets if ticket.state == state]


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
