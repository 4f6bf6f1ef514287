"""The outbox's desk: messages on their way, and what staff see of them and do about them.

Whoever delivers works it as a print queue is worked: ``recover`` puts right what a dead process left, ``claim`` takes
the next ones, ``sent``, ``failed`` and ``unsure`` store what became of each. ``worker`` is that process's own name.
What a worker has taken is never sent again by itself: after a crash nobody can know whether it went out, and a person
decides.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, literal_column, or_, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Message, MessageState, Via
from terminal.office.booking_views import MessageRow
from terminal.office.room import LARGEST_ID, Room
from terminal.office.states import state_named

LEASE = timedelta(minutes=15)  # longer than a worker takes for what it claims at once, a stalled modem's time included
PATIENCE = timedelta(hours=2)
MOST_SHOWN = 1000
INTERRUPTED, EXPIRED, BY_HAND = "interrupted", "expired", "by hand"
# The index of what is due serves a query that says this and no parameter.
_IS_WAITING: ColumnElement[bool] = Message.state == literal_column("'waiting'")


class OutboxDesk:
    """Verbs of messages. Each is one transaction, safe from many processes. They refuse for unknown messages."""

    def __init__(self, room: Room) -> None:
        self._room = room

    # What staff see and do.

    def messages(
        self, state: str | None = None, appointment: int | None = None, limit: int = 200
    ) -> tuple[MessageRow, ...]:
        """The latest messages, newest first; of one state, of one appointment."""
        query = self._all().order_by(Message.id.desc()).limit(max(0, min(limit, MOST_SHOWN)))
        if state is not None:
            query = query.where(Message.state == state_named(MessageState, state))
        if appointment is not None:
            query = query.where(Message.appointment_id == appointment)
        return self._rows(query)

    def calls(self) -> tuple[MessageRow, ...]:
        """Whom to telephone, oldest first: people who cannot be written to, whom their message did not reach, and those
        whose message nobody has sent for two hours, as where no machine delivers any.
        """
        now = self._room.now()
        useful = self._all().where(or_(Message.expires_at.is_(None), Message.expires_at > now))
        to_call = useful.where(Message.state == MessageState.CALL)
        left = useful.where(_IS_WAITING, Message.via == Via.SMS, Message.created_at <= now - PATIENCE)
        # Two statements: each finds its few rows by an index, which both at once would not.
        with self._room.reading() as session:
            found = [
                message
                for query in (to_call, left)
                for message in session.scalars(query.order_by(Message.id).limit(MOST_SHOWN))
            ]
        return tuple(self._row(message) for message in sorted(found, key=lambda one: one.id)[:MOST_SHOWN])

    def called(self, message: int, note: str = "", *, by: str = "") -> MessageRow:
        """Somebody has told it by telephone; ``note`` says what came of it. It is not sent any more."""
        return self._change(message, "called", by, lambda one, now: one.call(note, now))

    def drop(self, message: int, *, by: str = "") -> MessageRow:
        """It is of no use any more."""
        return self._change(message, "drop", by, lambda one, now: one.drop(BY_HAND, now))

    def retry(self, message: int, *, by: str = "") -> MessageRow:
        """Send it again: one that failed, or one of which nobody knows whether it went out."""
        return self._change(message, "retry", by, lambda one, now: one.retry(now))

    # What workers do.

    def claim(self, worker: str, now: datetime, most: int = 10, via: str | None = None) -> list[Message]:
        """Take up to ``most`` that are due in hand, oldest first; nobody else gets them. What came too late is dropped.

        ``via``: only those that go this way, for a worker that knows no other. The list is empty when nothing is due;
        the database is only read then.
        """
        due = self._all().where(_IS_WAITING, Message.next_at <= now).order_by(Message.next_at, Message.id)
        if via is not None:
            due = due.where(Message.via == via)
        with self._room.reading() as session:
            if session.scalars(due.limit(1)).first() is None:
                return []
        with self._room.writing() as session:
            claimed: list[Message] = []
            while len(claimed) < most:
                # Others who claim at this moment pass over what is locked here and find the next.
                locked = due.limit(most - len(claimed)).with_for_update(skip_locked=True)
                found = list(session.scalars(locked))
                for message in found:
                    if message.expires_at is not None and message.expires_at <= now:
                        message.drop(EXPIRED, now)
                    else:
                        message.claim(worker, now)
                        claimed.append(message)
                if not found:
                    break
                session.flush()
        return claimed

    def sent(self, message: int, worker: str | None = None) -> Message:
        """It has gone out. Safe to repeat; one that is in nobody's or another worker's hand stays as it is."""
        now = self._room.now()
        with self._room.writing() as session:
            found = self._locked(session, message)
            in_hand = worker is None or found.worker == worker
            if in_hand and found.state in (MessageState.SENDING, MessageState.UNSURE):
                found.confirm(now)
        return found

    def failed(
        self, message: int, why: str, *, again_at: datetime | None = None, worker: str | None = None
    ) -> Message:  # fmt: skip
        """It has not gone out: to be tried again at ``again_at``, or (None) not at all.

        Whom an SMS does not reach at all comes onto the call list. Safe to repeat; one that is in nobody's or another
        worker's hand stays as it is. ``why`` names no person.
        """
        now = self._room.now()
        with self._room.writing() as session:
            found = self._locked(session, message)
            if found.state != MessageState.SENDING or (worker is not None and found.worker != worker):
                return found
            if again_at is not None and (found.expires_at is None or again_at < found.expires_at):
                found.postpone(why, again_at)
            else:
                found.fail(why, now)
                self._note(session, "message_failed", found, now, "")
        return found

    def unsure(self, message: int, why: str, worker: str | None = None) -> Message:
        """It may have gone out, and nobody will ever know: a person decides. Safe to repeat, as ``failed`` is."""
        now = self._room.now()
        with self._room.writing() as session:
            found = self._locked(session, message)
            if found.state == MessageState.SENDING and worker in (None, found.worker):
                found.doubt(why, now)
                self._note(session, "message_unsure", found, now, "")
        return found

    def recover(self, worker: str) -> int:
        """Put right what nobody has in hand any more; for a worker to call before its first claim and now and then
        between two, with nothing in its own hand. Returns how many it was.

        What a process took and did not live to record is ``unsure``: this worker's at once, another's after a while.
        """
        now = self._room.now()
        left = Message.state == MessageState.SENDING
        query = self._all().where(left, or_(Message.worker == worker, Message.taken_at < now - LEASE))
        return self._put_right(query, now, lambda one: one.doubt(INTERRUPTED, now), "message_unsure")

    def expire(self) -> int:
        """Drop what nobody has sent or told in time, such as a reminder after its day. Returns how many it was."""
        now = self._room.now()
        waits = Message.state.in_((MessageState.WAITING, MessageState.CALL))
        query = self._all().where(waits, Message.expires_at <= now)
        return self._put_right(query, now, lambda one: one.drop(EXPIRED, now), "message_expired")

    # Finding and storing.

    def _all(self) -> Select[Message]:
        return select(Message).where(Message.centre == self._room.centre)

    def _rows(self, query: Select[Message]) -> tuple[MessageRow, ...]:
        with self._room.reading() as session:
            return tuple(self._row(message) for message in session.scalars(query))

    def _put_right(self, query: Select[Message], now: datetime, change: Callable[[Message], None], verb: str) -> int:
        with self._room.reading() as session:
            if session.scalars(query.limit(1)).first() is None:
                return 0  # the usual case locks nothing
        with self._room.writing() as session:
            found = list(session.scalars(query.order_by(Message.id).with_for_update(skip_locked=True)))
            for message in found:
                change(message)
                self._note(session, verb, message, now, "")
        return len(found)

    def _change(self, number: int, verb: str, by: str, change: Callable[[Message, datetime], None]) -> MessageRow:
        now = self._room.now()
        with self._room.writing() as session:
            self._room.check_by(session, by)
            message = self._locked(session, number)
            before = message.state
            change(message, now)
            self._note(session, verb, message, now, by, before)
        return self._row(message)

    def _locked(self, session: Session, number: int) -> Message:
        found = None
        if 0 < number <= LARGEST_ID:
            found = session.scalars(self._all().where(Message.id == number).with_for_update()).one_or_none()
        if found is None:
            raise Refusal("There is no message {message}.", "Take one of the list.", message=number)
        return found

    def _note(
        self, session: Session, verb: str, message: Message, now: datetime, by: str, before: str | None = None
    ) -> None:  # fmt: skip
        self._room.note(
            session, verb, "message", message.id, at=now, who=by, before={"state": before} if before else None,
            after={"template": message.template, "via": message.via, "state": message.state},
        )  # fmt: skip

    def _row(self, message: Message) -> MessageRow:
        local = self._room.local
        return MessageRow(
            id=message.id, template=message.template, via=message.via, name=message.name, address=message.address,
            text=message.text, state=message.state, attempts=message.attempts, created_at=local(message.created_at),
            next_at=local(message.next_at), ended_at=local(message.ended_at) if message.ended_at else None,
            detail=message.detail, appointment=message.appointment_id,
        )  # fmt: skip
