"""Appointments: a slot booked through a channel, what it takes of the counters' time, and requests not yet answered."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from terminal.errors import Refusal
from terminal.model.base import Base, Moment
from terminal.model.journal import BigId
from terminal.model.opening import LONGEST_REASON


class Channel(StrEnum):
    """Through what a request came: the six of the reference site, and files of other systems."""

    STREET_HOTLINE = "street_hotline"
    COMMUNITY_HOTLINE = "community_hotline"
    WEIBO = "weibo"
    WECHAT = "wechat"
    QQ = "qq"
    IN_PERSON = "in_person"
    IMPORT = "import"


class AppointmentState(StrEnum):
    """Where an appointment stands. ``held`` while it is being entered."""

    HELD = "held"
    BOOKED = "booked"
    ARRIVED = "arrived"  # checked in: its ticket is in the queue
    MISSED = "missed"  # nobody came within the grace period
    CANCELLED = "cancelled"
    LAPSED = "lapsed"  # a hold that was not confirmed in time, or given up


H, B, A, M, C, L = AppointmentState
# verb → (states it may start from). The one table of what may follow what.
MAY = {
    "confirm": (H, L),  # a hold that lapsed may still be confirmed while its slot is free
    "release": (H,),
    "move": (B,),
    "cancel": (B,),
    "check in": (B,),
    "miss": (B,),
}


class RequestState(StrEnum):
    """Where a request stands. Every one is answered; ``open`` ones are on the screens with their age."""

    OPEN = "open"
    APPROVED = "approved"  # an appointment was made of it
    REFUSED = "refused"
    ANSWERED = "answered"  # settled otherwise: told what was asked


class BookingRules(Base):
    """The centre's rules of booking, one row. Who reads them to book, and who changes them, holds the plan's lock
    (``office.capacity``): nothing is booked by rules that are being changed.
    """

    __tablename__ = "booking_rules"
    __table_args__ = (
        CheckConstraint("grid_minutes BETWEEN 5 AND 120", name="grid"),
        CheckConstraint("walk_in_share BETWEEN 0 AND 100", name="share"),
    )

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    grid_minutes: Mapped[int] = mapped_column(default=15)  # slots begin at multiples of it
    lead_minutes: Mapped[int] = mapped_column(default=30)  # the least time between booking and slot
    horizon_days: Mapped[int] = mapped_column(default=30)  # how far ahead may be booked
    walk_in_share: Mapped[int] = mapped_column(default=40)  # percent of the people on duty kept for walk-ins
    hold_minutes: Mapped[int] = mapped_column(default=10)
    early_minutes: Mapped[int] = mapped_column(default=60)  # check-in opens so long before
    grace_minutes: Mapped[int] = mapped_column(default=15)  # and closes so long after
    release_minutes: Mapped[int] = mapped_column(default=30)  # a cancelled slot is free again after (slot trading)
    most_items: Mapped[int] = mapped_column(default=5)  # in one booking
    most_open: Mapped[int] = mapped_column(default=3)  # appointments a resident may have ahead
    missed_limit: Mapped[int] = mapped_column(default=3)  # so many missed
    missed_days: Mapped[int] = mapped_column(default=90)  # within so many days
    barred_days: Mapped[int] = mapped_column(default=30)  # bar from booking ahead for so long after the last one


class BookingDay(Base):
    """A day's row: locked by whoever takes a slot of that day, so that no two take the last one."""

    __tablename__ = "booking_day"

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)


class Appointment(Base):
    """One booking: one or several items one after another, one slot, one ticket on the day.

    ``code`` is what its slip carries and its holder says. ``line`` is the first item's. ``urgent``: outside hours, for
    a reason, with the person named who will be there (``staff``, ``counter``).
    """

    __tablename__ = "appointment"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "line"], ["line.centre", "line.letter"]),
        ForeignKeyConstraint(["centre", "staff"], ["staff.centre", "staff.code"]),
        ForeignKeyConstraint(["centre", "counter"], ["counter.centre", "counter.number"]),
        UniqueConstraint("centre", "import_ref"),
        CheckConstraint("state = 'held' OR state = 'lapsed' OR resident_id IS NOT NULL", name="booked_for_somebody"),
        CheckConstraint("(state = 'held') = (held_until IS NOT NULL)", name="held_until"),
        CheckConstraint("(state = 'arrived') = (ticket_id IS NOT NULL)", name="arrived_has_ticket"),
        Index("ix_appointment_day", "centre", "day", "state"),
        Index(
            "ix_appointment_open",
            "centre",
            "state",
            "day",
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_appointment_resident", "resident_id", "start_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(16), unique=True)
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))
    channel: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10))
    day: Mapped[date]
    start_at: Mapped[datetime] = mapped_column(Moment)
    end_at: Mapped[datetime] = mapped_column(Moment)
    line: Mapped[str] = mapped_column(String(1))
    urgent: Mapped[bool] = mapped_column(default=False)
    staff: Mapped[str | None] = mapped_column(String(32))
    counter: Mapped[int | None]
    made_by: Mapped[str] = mapped_column(String(32), default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    held_until: Mapped[datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)  # None while it is held or booked
    moves: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")  # of an urgent one, or of cancelling
    import_ref: Mapped[str | None] = mapped_column(String(60))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"), unique=True)

    def confirm(self, resident: int) -> None:
        """What was held is booked for somebody."""
        self.may("confirm")
        self.state, self.resident_id = B, resident
        self.held_until = self.ended_at = None

    def release(self, at: datetime) -> None:
        """A hold that is given up, or was not confirmed in time."""
        self.may("release")
        self.state, self.held_until, self.ended_at = L, None, at

    def move(self, day: date, start: datetime, end: datetime) -> None:
        """To another time. An urgent one was agreed with a person for its time and cannot be moved."""
        self.may("move")
        if self.urgent:
            raise Refusal(
                "Appointment {code} is urgent, agreed with one person for its time.",
                "Cancel it and book another one.",
                code=self.code,
            )
        self.day, self.start_at, self.end_at = day, start, end
        self.moves += 1

    def cancel(self, reason: str, at: datetime) -> None:
        """It will not take place."""
        self.may("cancel")
        if len(reason) > LONGEST_REASON:
            raise Refusal("The reason is longer than {most} characters.", "Say it in fewer words.", most=LONGEST_REASON)
        self.state, self.reason, self.ended_at = C, reason, at

    def check_in(self, ticket: int, at: datetime) -> None:
        """Its holder is there, with a number in the queue."""
        self.may("check in")
        self.state, self.ticket_id, self.ended_at = A, ticket, at

    def miss(self, at: datetime) -> None:
        """Nobody came within the grace period."""
        self.may("miss")
        self.state, self.ended_at = M, at

    def may(self, verb: str) -> None:
        """Refuse a verb from a wrong state."""
        if self.state not in MAY[verb]:
            raise Refusal(
                "Appointment {code} cannot {verb}: it is {state}.",
                "It would have to be {needed}.",
                code=self.code,
                verb=verb,
                state=self.state,
                needed=" / ".join(MAY[verb]),
            )


class AppointmentItem(Base):
    """An item of a booking, in the order they are to be served."""

    __tablename__ = "appointment_item"
    __table_args__ = (ForeignKeyConstraint(["centre", "item"], ["item.centre", "item.code"]),)

    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    centre: Mapped[str] = mapped_column(String(16))
    item: Mapped[str] = mapped_column(String(16))


class SlotUse(Base):
    """What an appointment takes of a day: one person trained for all of ``needs`` (line letters in order).

    It counts while ``until`` is None or still to come: the end of a hold, or the delay after which a slot that was
    cancelled or moved away from is free again.
    """

    __tablename__ = "slot_use"
    __table_args__ = (Index("ix_slot_use_day", "centre", "day"), Index("ix_slot_use_appointment", "appointment_id"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"))
    centre: Mapped[str] = mapped_column(String(16))
    day: Mapped[date]
    start_at: Mapped[datetime] = mapped_column(Moment)
    end_at: Mapped[datetime] = mapped_column(Moment)
    needs: Mapped[str] = mapped_column(String(26))
    until: Mapped[datetime | None] = mapped_column(Moment)


class BookingRequest(Base):
    """What somebody asked for through a channel, until staff answer it; ``urgent``: outside hours, with a reason."""

    __tablename__ = "booking_request"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "item"], ["item.centre", "item.code"]),
        CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decided_unless_open"),
        Index("ix_booking_request_state", "centre", "state", "asked_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(String(16))
    channel: Mapped[str] = mapped_column(String(20))
    resident_id: Mapped[int] = mapped_column(ForeignKey("resident.id"))
    item: Mapped[str | None] = mapped_column(String(16))
    wanted_at: Mapped[datetime | None] = mapped_column(Moment)
    urgent: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")
    state: Mapped[str] = mapped_column(String(10), default=RequestState.OPEN)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    taken_by: Mapped[str] = mapped_column(String(32), default="")
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[str] = mapped_column(String(32), default="")
    answer: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")
    appointment_id: Mapped[int | None] = mapped_column(ForeignKey("appointment.id"))

    def still_open(self) -> BookingRequest:
        """Itself. Refuses when somebody has answered it before."""
        if self.state != RequestState.OPEN:
            raise Refusal(
                "Request {request} is answered already: {state}.",
                "Look at the list again.",
                request=self.id,
                state=self.state,
            )
        return self

    def decide(
        self, state: RequestState, by: str, at: datetime, *, answer: str = "", appointment: int | None = None
    ) -> None:  # fmt: skip
        """Answer it, once."""
        self.still_open()
        self.state, self.decided_by, self.decided_at = state, by, at
        self.answer, self.appointment_id = answer, appointment
