"""The queue desk: every verb on tickets and handlings. Each is one transaction and leaves one line in the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from terminal.errors import Fault, Refusal
from terminal.model import Handling, Item, Line, Outcome, Ticket, TicketState
from terminal.office.codes import CODE_LENGTH
from terminal.office.hall_opening import check_open
from terminal.office.hall_reading import read_hall
from terminal.office.priorities import Priorities, PriorityClass
from terminal.office.queue_calls import NextCall
from terminal.office.queue_finish import finish_handling, open_handlings
from terminal.office.queue_issue import NextNumber, Wish
from terminal.office.room import LARGEST_ID, Room
from terminal.office.states import state_named

KIOSK = "kiosk"  # where residents help themselves
# What brings a ticket back into the queue or to a window; its number holds for its own day alone.
_TODAY_ONLY = frozenset({"call", "recall", "restore", "transfer"})


class QueueDesk:
    """Verbs of the queue. They refuse (``Refusal``) from a wrong state and for unknown names; nothing is changed then.

    Safe to call from many threads and processes at once. Raises ``DatabaseFault`` when the database is away.
    """

    def __init__(self, room: Room, priorities: Priorities, next_number: NextNumber) -> None:
        self._room = room
        self._priorities = priorities
        self._next_number = next_number
        self._next_call = NextCall(room.store)

    def priorities(self) -> tuple[PriorityClass, ...]:
        """The classes that may be named, in the file's order."""
        return self._priorities.classes

    def issue(self, line_or_item: str, *, priority: str | None = None, source: str = "counter") -> Ticket:
        """Give out the next number of a line, named by its letter or by an item's code.

        ``priority`` is a class of the priority file; its head start moves the place forward, never by more than the
        file's bound. From source "kiosk" what is closed now is refused; staff may always issue.
        """
        if source == KIOSK:
            self._check_open(line_or_item)
        head_start = self._priorities.get(priority).head_start_minutes if priority else 0
        wish = Wish(line_or_item.strip().upper(), priority or None, head_start, source)
        ticket = self._next_number.run(wish)
        if ticket is None:
            with self._room.reading() as session:
                self._line_and_item(session, line_or_item)  # says which name is wrong
            # The catalogue came into force between the two looks.
            raise Fault("The database is busy with another program.", "Try again in a moment.")
        return ticket

    def call_next(self, counter: int, staff: str | None = None) -> Ticket | None:
        """Call whoever is first among the lines of the counter; None when nobody waits.

        ``staff`` defaults to who is signed in there. One conditional statement: no ticket goes to two counters.
        """
        self._room.check_counter(counter)
        now = self._room.now()
        try:
            ticket = self._next_call.run(self._room.centre, self._room.day(now), counter, staff, now)
        except IntegrityError as error:
            refusal = self._room.explain(error, counter, staff)
            if refusal is None:
                raise
            raise refusal from error
        if ticket is None:
            # Nobody waits; but a counter or a person that does not exist is told so rather than left waiting.
            with self._room.reading() as session:
                self._room.counter(session, counter)
                if staff is not None:
                    self._room.staff(session, staff)
        return ticket

    def call(self, ticket: int | str, counter: int, staff: str | None = None) -> Ticket:
        """Call one certain ticket: out of turn, from hold, or one that was passed."""

        def verb(session: Session, found: Ticket, now: datetime) -> None:
            seat = self._room.counter(session, counter)
            by = self._room.staff(session, staff).code if staff else seat.staff
            found.call(counter, by, now)

        return self._change(ticket, "call", verb)

    def recall(self, ticket: int | str) -> Ticket:
        """Call a called ticket once more."""
        return self._change(ticket, "recall", lambda _, found, now: found.recall(now))

    def skip(self, ticket: int | str) -> Ticket:
        """The holder did not come (过号). The place is kept for ``restore``."""
        return self._change(ticket, "skip", lambda _, found, __: found.skip())

    def hold(self, ticket: int | str, reason: str = "") -> Ticket:
        """Put a called or served ticket aside; it keeps its place and what was begun."""
        return self._change(ticket, "hold", lambda _, found, __: found.hold(reason))

    def restore(self, ticket: int | str) -> Ticket:
        """Bring a held or passed ticket back to its own place in the queue."""
        return self._change(ticket, "restore", lambda _, found, __: found.restore())

    def transfer(self, ticket: int | str, line_or_item: str) -> Ticket:
        """Move a ticket to another line at its own place; handlings begun here end as referred."""

        def verb(session: Session, found: Ticket, now: datetime) -> None:
            line, item = self._line_and_item(session, line_or_item)
            found.transfer(line.letter, item.code if item else None)
            for handling in open_handlings(session, found.id):
                handling.finish(Outcome.REFERRED, now)

        return self._change(ticket, "transfer", verb)

    def start(self, ticket: int | str, item: str | None = None, staff: str | None = None) -> Handling:
        """Begin one item for the person at the counter; a visit may have several.

        ``item`` defaults to the one the ticket was taken for. Starting an item that is already open in this visit goes
        on with it, also after a hold.
        """
        now = self._room.now()
        with self._room.writing() as session:
            found = self._ticket(session, ticket)
            before = _state(found)
            found.start(now)
            code = item or found.item
            if code is None:
                raise Refusal(
                    "Ticket {number} was taken for a field, not for an item.",
                    "Say which item is handled.",
                    number=found.number,
                )
            self._room.item(session, code)
            by = self._room.staff(session, staff).code if staff else found.staff
            assert found.counter is not None  # only tickets that were called come this far
            handling = self._open_handling(session, found.id, code)
            if handling is None:
                handling = Handling(centre=self._room.centre, ticket_id=found.id, item=code, started_at=now)
                session.add(handling)
            handling.counter, handling.staff = found.counter, by
            session.flush()
            self._room.note(
                session, "start", "handling", handling.id, at=now, who=by, counter=found.counter,
                before=before, after={"ticket": found.number, "item": code},
            )  # fmt: skip
        return handling

    def finish(self, handling: int, outcome: str = Outcome.DONE) -> Handling:
        """End a handling as done, accepted, to_correct or refused. The visit is over when none is open any more."""
        now = self._room.now()
        with self._room.writing() as session:
            return finish_handling(session, self._room, handling, outcome, now)

    def find(self, ticket: int | str) -> Ticket:
        """One ticket by its id, by today's number (A012), or by the code on its slip."""
        with self._room.reading() as session:
            return self._ticket(session, ticket, lock=False)

    def list(self, *, state: str | None = None, line: str | None = None) -> list[Ticket]:
        """Today's tickets in the order of calls, all of them or those of one state or line."""
        query = (
            select(Ticket)
            .where(Ticket.centre == self._room.centre, Ticket.day == self._room.day(self._room.now()))
            .order_by(Ticket.place_at, Ticket.id)
        )
        with self._room.reading() as session:
            if line is not None:
                query = query.where(Ticket.waits_in == self._room.line(session, line).letter)
            if state is not None:
                query = query.where(Ticket.state == state_named(TicketState, state))
            return list(session.scalars(query))

    # How verbs find what they speak of.

    def _change(self, ticket: int | str, name: str, verb: Callable[[Session, Ticket, datetime], None]) -> Ticket:
        now = self._room.now()
        with self._room.writing() as session:
            found = self._ticket(session, ticket)
            if name in _TODAY_ONLY and found.day != self._room.day(now):
                raise Refusal(
                    "Ticket {number} is of {day}.", "Numbers hold for one day; take a new one.",
                    number=found.number, day=found.day,
                )  # fmt: skip
            before, counter, who = _state(found), found.counter, found.staff
            verb(session, found, now)
            session.flush()
            self._room.note(
                session, name, "ticket", found.id, at=now, who=found.staff or who, counter=found.counter or counter,
                before=before, after=_state(found),
            )  # fmt: skip
        return found

    def _ticket(self, session: Session, ticket: int | str, *, lock: bool = True) -> Ticket:
        query = select(Ticket).where(Ticket.centre == self._room.centre)
        if lock:
            query = query.with_for_update()
        found = None
        for named in self._named(ticket):
            found = found or session.scalars(query.where(*named)).one_or_none()
        if found is None:
            raise Refusal(
                "There is no ticket {ticket} today.", "Use a number such as A012, or the ticket's id.", ticket=ticket
            )
        return found

    def _named(self, ticket: int | str) -> Iterator[tuple[ColumnElement[bool], ...]]:
        """What ``ticket`` may mean, likeliest first. A code may by chance be all digits, or look like a number."""
        text = str(ticket).strip().upper()
        if len(text) == CODE_LENGTH and not isinstance(ticket, int):
            yield (Ticket.code == text,)
        if text.isdecimal():
            yield (Ticket.id == min(int(text), LARGEST_ID),)
        elif text[1:].isdecimal() and len(text) < CODE_LENGTH:
            today = self._room.day(self._room.now())
            yield Ticket.day == today, Ticket.line == text[0], Ticket.running == int(text[1:])

    def _open_handling(self, session: Session, ticket_id: int, item: str) -> Handling | None:
        return next((one for one in open_handlings(session, ticket_id) if one.item == item), None)

    def _check_open(self, line_or_item: str) -> None:
        with self._room.reading() as session:
            line, item = self._line_and_item(session, line_or_item)
            hall = read_hall(session, self._room, self._room.now())
            check_open(session, self._room, hall, line.letter, item.code if item else None)

    def _line_and_item(self, session: Session, line_or_item: str) -> tuple[Line, Item | None]:
        name = line_or_item.strip().upper()
        if len(name) == 1:
            return self._room.served_line(session, name), None
        item = self._room.item(session, name)
        return self._room.served_line(session, item.line), item


def _state(ticket: Ticket) -> dict[str, object]:
    return {"number": ticket.number, "state": ticket.state, "counter": ticket.counter, "line": ticket.waits_in}
