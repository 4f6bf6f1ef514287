"""The requests' desk: what somebody asked for through a channel, until it is answered. Every one is."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Appointment, AppointmentState, BookingRequest, Channel, Item, RequestState, Resident
from terminal.model.opening import LONGEST_REASON
from terminal.office.appointment_reading import view_of
from terminal.office.booking_views import BookingView, RequestView, ResidentEntry
from terminal.office.capacity import change_plan
from terminal.office.outbox import tell
from terminal.office.people_entering import put_resident
from terminal.office.room import LARGEST_ID, Room
from terminal.office.states import state_named
from terminal.office.urgent import call_in

MOST_SHOWN = 1000
CHANNELS = tuple(channel for channel in Channel if channel is not Channel.IMPORT)


class RequestDesk:
    """Verbs of requests. Each is one transaction, safe from many processes; ``by`` is the staff code of who does it.

    They refuse for unknown requests, and for one that somebody has answered before.
    """

    def __init__(self, room: Room) -> None:
        self._room = room

    def add(
        self,
        channel: str,
        resident: ResidentEntry,
        *,
        item: str | None = None,
        wanted_at: datetime | None = None,
        urgent: bool = False,
        reason: str = "",
        by: str = "",
    ) -> RequestView:
        """Note what somebody asks for. ``urgent``: outside hours, for a ``reason`` that has to be said.

        A ``wanted_at`` without an offset is on the centre's clock.
        """
        room, now = self._room, self._room.now()
        if channel not in CHANNELS:
            raise Refusal(
                "There is no channel {channel}.", "Use one of: {known}.", channel=channel, known=", ".join(CHANNELS)
            )
        words = _words(reason)
        if urgent and not words:
            raise Refusal("An urgent request needs a reason.", "Say why it cannot wait for the opening hours.")
        wanted = self._room.moment(wanted_at) if wanted_at is not None else None
        if wanted is not None and wanted <= now:
            raise Refusal("The time that is wanted is over.", "Enter a time to come, or none.")
        with room.writing() as session:
            code = room.item(session, item.strip().upper()).code if item else None
            room.check_by(session, by)
            person = put_resident(session, room, resident, now)
            request = BookingRequest(
                centre=room.centre, channel=channel, resident_id=person.id, item=code, wanted_at=wanted,
                urgent=urgent, reason=words, state=RequestState.OPEN, asked_at=now, taken_by=by, decided_at=None,
                decided_by="", answer="", appointment_id=None,
            )  # fmt: skip
            session.add(request)
            session.flush()
            after = {"channel": channel, "item": code, "urgent": urgent, "resident": person.id}
            room.note(session, "ask", "request", request.id, at=now, who=by, after=after)
            return self._view(session, request, now)

    def open(self) -> tuple[RequestView, ...]:
        """What has not been answered yet, with its age: what is urgent first, then the oldest."""
        query = self._all().where(BookingRequest.state == RequestState.OPEN)
        ordered = query.order_by(BookingRequest.urgent.desc(), BookingRequest.asked_at, BookingRequest.id)
        return self._views(ordered.limit(MOST_SHOWN))

    def list(self, state: str | None = None, limit: int = 200) -> tuple[RequestView, ...]:
        """The latest requests, newest first; of one state."""
        query = self._all().order_by(BookingRequest.id.desc()).limit(max(0, min(limit, MOST_SHOWN)))
        if state is not None:
            query = query.where(BookingRequest.state == state_named(RequestState, state))
        return self._views(query)

    def approve(
        self, request: int, *, start: datetime, staff: str, counter: int, by: str = "", item: str | None = None
    ) -> BookingView:
        """Call somebody in for an urgent request: an appointment outside hours, with who will be there and where.

        ``item`` where the request names none, or another one. A ``start`` without an offset is on the centre's clock.
        Refuses for a time at which an ordinary slot is free, and for a person or window that cannot be had then.
        """
        room = self._room
        with room.writing() as session:
            rules = change_plan(session, room)
            now = room.now()
            found = self._open(session, request, by)
            if not found.urgent:
                raise Refusal(
                    "Request {request} is not urgent.", "Book an ordinary slot for it, or answer it.", request=found.id
                )
            wanted = item.strip().upper() if item else found.item
            if wanted is None:
                raise Refusal("Request {request} names no item.", "Say which item it is.", request=found.id)
            what = room.item(session, wanted)
            made = call_in(session, room, rules, found, what, (staff, counter), room.moment(start), by)
            found.item = what.code
            found.decide(RequestState.APPROVED, by, now, appointment=made.id)
            session.flush()
            after = {"code": made.code, "start": made.start_at.isoformat(), "staff": staff, "counter": counter}
            self._note(session, "approve", found, by, now, after)
            return view_of(session, room, made)

    def answer(self, request: int, text: str, *, by: str = "") -> RequestView:
        """Settle it by telling the resident something."""
        return self._settle(request, RequestState.ANSWERED, "request_answered", text, by)

    def refuse(self, request: int, text: str, *, by: str = "") -> RequestView:
        """It cannot be done; the resident is told why."""
        return self._settle(request, RequestState.REFUSED, "request_refused", text, by)

    def booked(self, request: int, appointment: int, *, by: str = "") -> RequestView:
        """It is settled by an ordinary appointment, of which the resident was told when it was booked."""
        room, now = self._room, self._room.now()
        with room.writing() as session:
            found = self._open(session, request, by)
            made = session.get(Appointment, appointment) if 0 < appointment <= LARGEST_ID else None
            if made is None or made.centre != room.centre:
                raise Refusal("There is no appointment {appointment}.", "Book it first.", appointment=appointment)
            if made.state not in (AppointmentState.BOOKED, AppointmentState.ARRIVED):
                raise Refusal(
                    "Appointment {code} settles nothing: it is {state}.", "Book another one.",
                    code=made.code, state=made.state,
                )  # fmt: skip
            found.decide(RequestState.APPROVED, by, now, appointment=made.id)
            session.flush()
            self._note(session, "booked", found, by, now, {"code": made.code})
            return self._view(session, found, now)

    # Storing.

    def _settle(self, request: int, state: RequestState, template: str, text: str, by: str) -> RequestView:
        words = _words(text)
        if not words:
            raise Refusal("Nothing is said.", "Write what the resident is to be told.")
        room, now = self._room, self._room.now()
        with room.writing() as session:
            found = self._open(session, request, by)
            found.decide(state, by, now, answer=words)
            session.flush()
            resident = session.get_one(Resident, found.resident_id)
            tell(
                session, room, template, f"request/{found.id}/{state}", {"answer": words}, at=now, resident=resident
            )  # fmt: skip
            self._note(session, "answer" if state is RequestState.ANSWERED else "refuse", found, by, now, {})
            return self._view(session, found, now)

    def _open(self, session: Session, number: int, by: str) -> BookingRequest:
        """The request, locked: of two who answer it at once one waits, and is told that it is answered."""
        self._room.check_by(session, by)
        found = None
        if 0 < number <= LARGEST_ID:
            query = self._all().where(BookingRequest.id == number)
            found = session.scalars(query.with_for_update()).one_or_none()
        if found is None:
            raise Refusal("There is no request {request}.", "Take one of the list.", request=number)
        return found.still_open()

    def _note(
        self, session: Session, verb: str, request: BookingRequest, by: str, now: datetime, after: dict[str, object]
    ) -> None:
        self._room.note(
            session, verb, "request", request.id, at=now, who=by, before={"state": RequestState.OPEN},
            after={"state": request.state} | after,
        )  # fmt: skip

    # Showing.

    def _all(self) -> Select[BookingRequest]:
        return select(BookingRequest).where(BookingRequest.centre == self._room.centre)

    def _views(self, query: Select[BookingRequest]) -> tuple[RequestView, ...]:
        now = self._room.now()
        joined = query.add_columns(Resident, Item).join(Resident, Resident.id == BookingRequest.resident_id)
        joined = joined.outerjoin(Item, and_(Item.centre == BookingRequest.centre, Item.code == BookingRequest.item))
        with self._room.reading() as session:
            rows = session.execute(joined)
            return tuple(self._made(one, resident, item, now) for one, resident, item in rows)

    def _view(self, session: Session, request: BookingRequest, now: datetime) -> RequestView:
        resident = session.get_one(Resident, request.resident_id)
        item = session.get(Item, (self._room.centre, request.item)) if request.item else None
        return self._made(request, resident, item, now)

    def _made(self, one: BookingRequest, resident: Resident, item: Item | None, now: datetime) -> RequestView:
        local = self._room.local
        return RequestView(
            id=one.id, channel=one.channel, name=resident.name, phone=resident.phone, item=one.item,
            title=item.name if item else "", wanted_at=local(one.wanted_at) if one.wanted_at else None,
            urgent=one.urgent, reason=one.reason, state=one.state, asked_at=local(one.asked_at),
            age_minutes=max(0, int((now - one.asked_at).total_seconds() // 60)), taken_by=one.taken_by,
            decided_by=one.decided_by, answer=one.answer, appointment=one.appointment_id,
        )  # fmt: skip


def _words(text: str) -> str:
    """What somebody wrote, in one line. Refuses what is too long to keep."""
    words = " ".join(text.split())
    if len(words) > LONGEST_REASON or not words.isprintable():
        raise Refusal("The text is longer than {most} characters.", "Say it in fewer words.", most=LONGEST_REASON)
    return words
