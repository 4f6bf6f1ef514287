"""Messages to residents and staff: one outbox, written in the transaction of the verb that has something to tell."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

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
