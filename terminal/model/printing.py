"""Print jobs, each stored before it is sent, and the paper a printer has used."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from terminal.errors import Refusal
from terminal.model.base import Base, Moment
from terminal.model.journal import BigId


class JobState(StrEnum):
    """What is known of a job. The first two are under way, ``held`` is nearly done, the others are for good."""

    WAITING = "waiting"  # nothing of it has left us
    SENDING = "sending"  # a process has taken it: from here on it is never sent a second time
    HELD = "held"  # the printer has all of it and prints it when paper or cover is back
    PRINTED = "printed"  # the printer said so
    SENT = "sent"  # sent, and nobody can know more
    FAILED = "failed"  # a part of it may be on paper: a person has to look
    EXPIRED = "expired"  # never sent: too late, or of no use any more


W, S, H, P, U, F, E = JobState
# verb → (states it may start from). The one table of what may follow what.
MAY = {
    "claim": (W,),
    "release": (S,),
    "hold": (S,),
    "confirm": (S, H, U),  # a printer may say so late
    "leave": (S, H),
    "fail": (S,),
    "expire": (W,),
}


class PrintJob(Base):
    """One slip on its way to one printer.

    ``content`` is what to send, kept only as long as it may still be sent: a slip may tell of a person, and one that
    is printed again is made anew. ``worker`` names the process that has the job in hand. Jobs of one printer are sent
    in the order of their ids.
    """

    __tablename__ = "print_job"
    __table_args__ = (
        CheckConstraint("(state = 'waiting') = (content IS NOT NULL)", name="content_while_waiting"),
        # What is still open: ten thousand old jobs cost nothing.
        Index(
            "ix_print_job_open",
            "centre",
            "printer",
            "id",
            sqlite_where=text("state IN ('waiting', 'sending', 'held')"),
            postgresql_where=text("state IN ('waiting', 'sending', 'held')"),
        ),
        # The first slip of a thing is asked for once, whatever is retried; more of them are reprints.
        Index(
            "ix_print_job_first",
            "centre",
            "kind",
            "ref",
            unique=True,
            sqlite_where=text("NOT reprint"),
            postgresql_where=text("NOT reprint"),
        ),
        Index("ix_print_job_printer", "centre", "printer", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(String(16))
    printer: Mapped[str] = mapped_column(String(200))  # PrinterSettings.key
    kind: Mapped[str] = mapped_column(String(16))  # ticket, booking, receipt (of a notice): ref is its id
    ref: Mapped[int | None] = mapped_column(BigId)
    title: Mapped[str] = mapped_column(String(40), default="")  # what people call it: A012
    reprint: Mapped[bool] = mapped_column(default=False)
    copy_of: Mapped[int | None] = mapped_column(ForeignKey("print_job.id"))
    state: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(32), default="")  # a slug: of a printer, a line, or of REASONS
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    worker: Mapped[str | None] = mapped_column(String(100))
    counter: Mapped[int | None]
    who: Mapped[str] = mapped_column(String(32), default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    dots: Mapped[int] = mapped_column(default=0)  # of paper, 8 a millimetre

    def claim(self, worker: str, at: datetime) -> bytes:
        """Take it in hand to send it; what to send."""
        self._may("claim")
        content = self.content or b""
        self.state, self.worker, self.sent_at, self.content, self.reason = S, worker, at, None, ""
        return content

    def release(self, content: bytes, reason: str) -> None:
        """Nothing of it was sent: it waits again, in its old place."""
        self._may("release")
        self.state, self.worker, self.sent_at, self.content, self.reason = W, None, None, content, reason

    def hold(self, reason: str, dots: int) -> None:
        """The printer has all of it, and stopped."""
        self._may("hold")
        self.state, self.reason, self.dots = H, reason, dots

    def confirm(self, at: datetime, dots: int) -> None:
        """The printer said that it is printed."""
        self._may("confirm")
        self._end(P, "", at, dots)

    def leave(self, reason: str, at: datetime, dots: int = 0) -> None:
        """Sent, and nobody can know whether it is printed."""
        self._may("leave")
        self._end(U, reason, at, dots)

    def fail(self, reason: str, at: datetime, dots: int = 0) -> None:
        """Not sent whole: a part of it may be on paper."""
        self._may("fail")
        self._end(F, reason, at, dots)

    def expire(self, reason: str, at: datetime) -> None:
        """Give it up unsent."""
        self._may("expire")
        self.content = None
        self._end(E, reason, at, 0)

    def _end(self, state: JobState, reason: str, at: datetime, dots: int) -> None:
        self.state, self.reason, self.done_at = state, reason, at
        self.dots = max(self.dots, dots)

    def _may(self, verb: str) -> None:
        if self.state not in MAY[verb]:
            raise Refusal(
                "Print job {job} cannot {verb}: it is {state}.",
                "It would have to be {needed}.",
                job=self.id,
                verb=verb,
                state=self.state,
                needed=" / ".join(MAY[verb]),
            )


class PrinterPaper(Base):
    """How much paper a printer has used since its last new roll."""

    __tablename__ = "printer_paper"

    centre: Mapped[str] = mapped_column(String(16), primary_key=True)
    printer: Mapped[str] = mapped_column(String(200), primary_key=True)
    dots: Mapped[int] = mapped_column(BigId, default=0)
    since: Mapped[datetime] = mapped_column(Moment)
