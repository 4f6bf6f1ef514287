"""The queue: tickets, their handlings, and the running numbers of a day."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    literal_column,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from terminal.errors import Refusal
from terminal.model.base import Base, Moment
from terminal.model.journal import BigId
from terminal.rules.place import number_text


class TicketState(StrEnum):
    """Where a ticket stands. Only ``waiting`` tickets are in the queue."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"  # put aside with a reason; keeps its place
    SKIPPED = "skipped"  # called and not there (过号); may be restored
    DONE = "done"


# The queue's index holds waiting tickets only; a database uses it when the condition is written out, not when it is a
# parameter. Every query of the queue therefore says it with this.
IS_WAITING: ColumnElement[str] = literal_column("'waiting'")

W, C, S, H, K, D = TicketState
# verb → (states it may start from). The one table of what may follow what.
MAY = {
    "call": (W, H, K),
    "recall": (C,),
    "skip": (C,),
    "hold": (C, S),
    "restore": (H, K),
    "transfer": (W, C, S),
    "start": (C, S),
    "finish": (S,),
}
LONGEST_REASON = 120


class Outcome(StrEnum):
    """How a handling ended."""

    DONE = "done"  # 当场办结
    ACCEPTED = "accepted"  # 承诺受理
    TO_CORRECT = "to_correct"  # 告知补正
    REFUSED = "refused"  # 不予受理
    REFERRED = "referred"  # moved to another line before it was finished; nobody is asked to rate it


class LineDay(Base):
    """The last number given in a line on a day; its row is what makes numbers run without gap or double."""

    __tablename__ = "line_day"
    __table_args__ = (ForeignKeyConstraint(["centre", "line"], ["line.centre", "line.letter"]),)

    centre: Mapped[str] = mapped_column(String(16), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    line: Mapped[str] = mapped_column(String(1), primary_key=True)
    last: Mapped[int]


class Ticket(Base):
    """A place in a line. ``place_at`` alone decides the order of calls; ties go to the smaller id."""

    __tablename__ = "ticket"
    __table_args__ = (
        UniqueConstraint("centre", "day", "line", "number"),
        ForeignKeyConstraint(["centre", "line"], ["line.centre", "line.letter"]),
        ForeignKeyConstraint(["centre", "waits_in"], ["line.centre", "line.letter"]),
        ForeignKeyConstraint(["centre", "item"], ["item.centre", "item.code"]),
        ForeignKeyConstraint(["centre", "counter"], ["counter.centre", "counter.number"]),
        ForeignKeyConstraint(["centre", "staff"], ["staff.centre", "staff.code"]),
        # The queue itself: only waiting tickets are in it, so a million old ones cost nothing.
        Index(
            "ix_ticket_queue",
            "centre",
            "day",
            "place_at",
            "id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("ix_ticket_at_counter", "centre", "day", "counter", "state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(String(16))
    day: Mapped[date]
    line: Mapped[str] = mapped_column(String(1))  # whose letter the number carries
    running: Mapped[int] = mapped_column("number")
    waits_in: Mapped[str] = mapped_column(String(1))  # the line it is called from; another one after a transfer
    code: Mapped[str] = mapped_column(String(16), unique=True)
    item: Mapped[str | None] = mapped_column(String(16))
    priority: Mapped[str | None] = mapped_column(String(20))
    head_start: Mapped[int] = mapped_column(default=0)  # minutes that its place lies before its arrival
    source: Mapped[str] = mapped_column(String(16))
    arrived_at: Mapped[datetime] = mapped_column(Moment)
    place_at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(10), default=TicketState.WAITING)
    counter: Mapped[int | None]
    staff: Mapped[str | None] = mapped_column(String(32))
    called_at: Mapped[datetime | None] = mapped_column(Moment)
    calls: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime | None] = mapped_column(Moment)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")

    @property
    def number(self) -> str:
        """What the resident holds: A012."""
        return number_text(self.line, self.running)

    def call(self, counter: int, staff: str | None, at: datetime) -> None:
        """Send the holder to a counter."""
        self._may("call")
        self.state, self.counter, self.staff = C, counter, staff
        self.called_at, self.calls = at, 1

    def recall(self, at: datetime) -> None:
        """Call once more."""
        self._may("recall")
        self.called_at, self.calls = at, self.calls + 1

    def skip(self) -> None:
        """Called and not there (过号). The place in the queue is kept for a restore."""
        self._may("skip")
        self.state = K

    def hold(self, reason: str) -> None:
        """Put aside; the place is kept, and so are handlings already begun."""
        self._may("hold")
        if len(reason) > LONGEST_REASON:
            raise Refusal("The reason is longer than {most} characters.", "Say it in fewer words.", most=LONGEST_REASON)
        self.state, self.reason = H, reason

    def restore(self) -> None:
        """Back to its own place in the queue."""
        self._may("restore")
        self.state, self.counter, self.staff = W, None, None

    def transfer(self, line: str, item: str | None) -> None:
        """To the counters of another line, at its own place there; the number on the slip stays what it is."""
        self._may("transfer")
        self.state, self.counter, self.staff = W, None, None
        self.waits_in, self.item = line, item

    def start(self, at: datetime) -> None:
        """The resident stands at the counter."""
        self._may("start")
        self.state = S
        self.started_at = self.started_at or at

    def finish(self, at: datetime, *, last: bool) -> None:
        """One of its items has ended; the visit is over when that was the ``last`` one open."""
        self._may("finish")
        if last:
            self.state, self.finished_at = D, at

    def _may(self, verb: str) -> None:
        if self.state not in MAY[verb]:
            raise Refusal(
                "Ticket {number} cannot {verb}: it is {state}.",
                "It would have to be {needed}.",
                number=self.number,
                verb=verb,
                state=self.state,
                needed=" / ".join(MAY[verb]),
            )


class Handling(Base):
    """One item handled for one resident at one counter; a visit may have several."""

    __tablename__ = "handling"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "item"], ["item.centre", "item.code"]),
        ForeignKeyConstraint(["centre", "counter"], ["counter.centre", "counter.number"]),
        ForeignKeyConstraint(["centre", "staff"], ["staff.centre", "staff.code"]),
        Index("ix_handling_ticket", "ticket_id"),
        Index("ix_handling_finished", "centre", "finished_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(String(16))
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"))
    counter: Mapped[int]
    staff: Mapped[str | None] = mapped_column(String(32))
    item: Mapped[str] = mapped_column(String(16))
    started_at: Mapped[datetime] = mapped_column(Moment)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    outcome: Mapped[str | None] = mapped_column(String(12))

    def finish(self, outcome: Outcome, at: datetime) -> None:
        """End it. Refuses when it has ended before."""
        if self.finished_at is not None:
            raise Refusal(
                "Handling {handling} cannot finish: it is already finished ({outcome}).",
                "Start the item again if there is more to do.",
                handling=self.id,
                outcome=self.outcome,
            )
        self.outcome, self.finished_at = outcome, at
