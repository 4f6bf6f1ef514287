"""Messages to residents and staff: one outbox, written in the transaction of the verb that has something to tell."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from terminal.errors import Refusal
from terminal.model.base import Base, Moment
from terminal.model.journal import BigId


class MessageState(StrEnum):
    """What is known of a message. ``sending`` is left behind only by a process that died: see ``unsure``."""

    WAITING = "waiting"
    SENDING = "sending"  # a worker has taken it: from here on it is not sent again by itself
    SENT = "sent"
    UNSURE = "unsure"  # it may have gone out: a person decides
    FAILED = "failed"  # refused for good, or tried too often
    CALL = "call"  # nobody can be written to: on the staff's call list
    CALLED = "called"
    DROPPED = "dropped"  # of no use any more


W, S, T, U, F, C, D, X = MessageState
# verb → (states it may start from). The one table of what may follow what.
MAY = {
    "claim": (W,),
    "confirm": (S, U),  # a worker that was taken for dead may say so late
    "postpone": (S,),
    "fail": (S,),
    "doubt": (S,),
    "retry": (F, U),
    "call": (W, C, F, U),
    "drop": (W, C, F, U),
}
LONGEST_DETAIL = 200


class Via(StrEnum):
    """How a person is reached."""

    SMS = "sms"  # by GSM modem or SMS gateway, whichever the delivering machine has
    URL = "url"  # an apprise URL of the person's own
    CALL = "call"  # by telephone


class Message(Base):
    """One message for one event and one person: ``event`` is unique, so nothing is told twice.

    ``text`` is what is sent, ready, with masked data. ``address`` is a telephone number or an apprise URL.
    """

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("centre", "event"),
        Index(
            "ix_message_due",
            "centre",
            "next_at",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("ix_message_state", "centre", "state", "id"),
        Index("ix_message_newest", "centre", "id"),
        Index("ix_message_appointment", "appointment_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    event: Mapped[str] = mapped_column(String(120))  # appointment/12/booked/0
    template: Mapped[str] = mapped_column(String(40))
    via: Mapped[str] = mapped_column(String(4))
    address: Mapped[str] = mapped_column(String(500), default="")
    name: Mapped[str] = mapped_column(String(60), default="")  # for the call list; masked wherever it is shown publicly
    text: Mapped[str]
    state: Mapped[str] = mapped_column(String(8))
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(Moment)
    next_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime | None] = mapped_column(Moment)  # of no use afterwards: a reminder after its day
    taken_at: Mapped[datetime | None] = mapped_column(Moment)
    worker: Mapped[str] = mapped_column(String(100), default="")
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    detail: Mapped[str] = mapped_column(String(200), default="")  # why it failed; who called
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))
    staff: Mapped[str | None] = mapped_column(String(32))
    appointment_id: Mapped[int | None] = mapped_column(ForeignKey("appointment.id"))

    def claim(self, worker: str, at: datetime) -> None:
        """Take it in hand to send it."""
        self._may("claim")
        self.state, self.worker, self.taken_at, self.detail = S, worker, at, ""
        self.attempts += 1

    def confirm(self, at: datetime) -> None:
        """It has gone out."""
        self._may("confirm")
        self._end(T, "", at)

    def postpone(self, why: str, until: datetime) -> None:
        """It has not gone out; it is tried again from ``until`` on."""
        self._may("postpone")
        self.state, self.next_at, self.worker, self.taken_at = W, until, "", None
        self.detail = why[:LONGEST_DETAIL]

    def fail(self, why: str, at: datetime) -> None:
        """It will not go out. Whom an SMS does not reach is called."""
        self._may("fail")
        if self.via == Via.SMS:
            self.state, self.worker, self.taken_at, self.detail = C, "", None, why[:LONGEST_DETAIL]
        else:
            self._end(F, why, at)

    def doubt(self, why: str, at: datetime) -> None:
        """Whoever had it in hand died: it may have gone out."""
        self._may("doubt")
        self._end(U, why, at)

    def retry(self, at: datetime) -> None:
        """A person wants it sent again."""
        self._may("retry")
        self.state, self.next_at, self.worker, self.taken_at, self.ended_at, self.detail = W, at, "", None, None, ""

    def call(self, note: str, at: datetime) -> None:
        """A person has told it by telephone."""
        self._may("call")
        self._end(D, note, at)

    def drop(self, why: str, at: datetime) -> None:
        """It is of no use any more."""
        self._may("drop")
        self._end(X, why, at)

    def _end(self, state: MessageState, why: str, at: datetime) -> None:
        self.state, self.ended_at, self.detail = state, at, why[:LONGEST_DETAIL]

    def _may(self, verb: str) -> None:
        if self.state not in MAY[verb]:
            raise Refusal(
                "Message {message} cannot {verb}: it is {state}.",
                "It would have to be {needed}.",
                message=self.id,
                verb=verb,
                state=self.state,
                needed=" / ".join(MAY[verb]),
            )
