"""The duty roster: who is trained for what, shifts and their posts, leave, rosters, duties and swaps."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String, TextClause, text
from sqlalchemy.orm import Mapped, mapped_column

from terminal.errors import Refusal
from terminal.model.base import Base, Moment
from terminal.model.journal import BigId
from terminal.model.opening import LONGEST_REASON


class RosterState(StrEnum):
    """Only the duties of published rosters count."""

    DRAFT = "draft"
    PUBLISHED = "published"


class SwapState(StrEnum):
    """Where a request to change duties stands. A swap takes effect when it is approved."""

    ASKED = "asked"  # the other person has not answered
    AGREED = "agreed"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


# A database uses the index of duties in force when its condition is written out as it stands there: on SQLite
# ``Duty.in_force`` alone becomes ``in_force = 1``, which reads every duty there ever was.
IN_FORCE: TextClause = text("duty.in_force")
ON_LEAVE = "leave"  # ``Duty.absent`` of somebody whose leave covers the duty
URGENT = "urgent"  # the kind of a duty that somebody is called in for

# verb → (states it may start from). The one table of what may follow what.
MAY = {
    "agree": (SwapState.ASKED,),
    "decline": (SwapState.ASKED, SwapState.AGREED),
    "approve": (SwapState.AGREED,),
    "refuse": (SwapState.ASKED, SwapState.AGREED),
    "withdraw": (SwapState.ASKED, SwapState.AGREED),
}
OPEN_SWAPS = (SwapState.ASKED, SwapState.AGREED)


class StaffLine(Base):
    """A person is trained for a line's field (一人多岗). Who has none of these is trained for all."""

    __tablename__ = "staff_line"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "staff"], ["staff.centre", "staff.code"]),
        ForeignKeyConstraint(["centre", "line"], ["line.centre", "line.letter"]),
    )

    centre: Mapped[str] = mapped_column(String(16), primary_key=True)
    staff: Mapped[str] = mapped_column(String(32), primary_key=True)
    line: Mapped[str] = mapped_column(String(1), primary_key=True)


class StaffContact(Base):
    """How a person is told of rosters and swaps: a mobile number, or an apprise URL of the person's own."""

    __tablename__ = "staff_contact"
    __table_args__ = (ForeignKeyConstraint(["centre", "staff"], ["staff.centre", "staff.code"]),)

    centre: Mapped[str] = mapped_column(String(16), primary_key=True)
    staff: Mapped[str] = mapped_column(String(32), primary_key=True)
    phone: Mapped[str] = mapped_column(String(24), default="")
    address: Mapped[str] = mapped_column(String(300), default="")


class Shift(Base):
    """A span of the day that somebody is on duty: ``days`` work or rest; times in minutes after midnight."""

    __tablename__ = "shift"
    __table_args__ = (CheckConstraint("0 <= opens AND opens < closes AND closes <= 1440", name="opens_before_closes"),)

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str] = mapped_column(String(20))
    opens: Mapped[int]
    closes: Mapped[int]
    days: Mapped[str] = mapped_column(String(4))
    kind: Mapped[str] = mapped_column(String(8))  # regular, extended
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)


class Post(Base):
    """The counter needs one person in the shift."""

    __tablename__ = "post"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "shift"], ["shift.centre", "shift.code"]),
        ForeignKeyConstraint(["centre", "counter"], ["counter.centre", "counter.number"]),
    )

    centre: Mapped[str] = mapped_column(String(16), primary_key=True)
    shift: Mapped[str] = mapped_column(String(16), primary_key=True)
    counter: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Leave(Base):
    """A person is away from ``since`` to ``until``, both included."""

    __tablename__ = "leave"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "staff"], ["staff.centre", "staff.code"]),
        CheckConstraint("until >= since", name="until_not_before_since"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(String(16))
    staff: Mapped[str] = mapped_column(String(32))
    since: Mapped[date]
    until: Mapped[date]
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")


class Roster(Base):
    """Who is on duty when, from ``since`` to ``until``; a draft until it is published."""

    __tablename__ = "roster"
    __table_args__ = (CheckConstraint("until >= since", name="until_not_before_since"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    since: Mapped[date]
    until: Mapped[date]
    state: Mapped[str] = mapped_column(String(10), default=RosterState.DRAFT)
    made_at: Mapped[datetime] = mapped_column(Moment)
    made_by: Mapped[str] = mapped_column(String(32), default="")
    published_at: Mapped[datetime | None] = mapped_column(Moment)
    published_by: Mapped[str] = mapped_column(String(32), default="")


class Duty(Base):
    """One person at one counter on one day. ``shift`` None: called in for an urgent appointment outside hours.

    Times and kind are copied from the shift, so a published roster stays what it was. ``in_force`` marks those of
    published rosters; of a day's shift at a counter at most one is.
    """

    __tablename__ = "duty"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "shift"], ["shift.centre", "shift.code"]),
        ForeignKeyConstraint(["centre", "counter"], ["counter.centre", "counter.number"]),
        ForeignKeyConstraint(["centre", "staff"], ["staff.centre", "staff.code"]),
        CheckConstraint("0 <= opens AND opens < closes AND closes <= 1440", name="opens_before_closes"),
        Index(
            "ix_duty_in_force",
            "centre",
            "day",
            "shift",
            "counter",
            unique=True,
            sqlite_where=text("in_force"),
            postgresql_where=text("in_force"),
        ),
        Index("ix_duty_roster", "roster_id", "day"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(String(16))
    roster_id: Mapped[int | None] = mapped_column(ForeignKey("roster.id"))
    in_force: Mapped[bool] = mapped_column(default=False)
    day: Mapped[date]
    shift: Mapped[str | None] = mapped_column(String(16))
    counter: Mapped[int]
    staff: Mapped[str] = mapped_column(String(32))
    opens: Mapped[int]
    closes: Mapped[int]
    kind: Mapped[str] = mapped_column(String(8))  # regular, extended, urgent
    fixed: Mapped[bool] = mapped_column(default=False)  # set by hand: a new proposal keeps it
    arrived_at: Mapped[datetime | None] = mapped_column(Moment)  # signed in at a counter
    left_at: Mapped[datetime | None] = mapped_column(Moment)
    absent: Mapped[str | None] = mapped_column(String(LONGEST_REASON))  # why; such a duty serves nobody

    def arrive(self, at: datetime) -> None:
        """The person has signed in: is there, whatever was noted before. The first arrival is kept."""
        self.arrived_at = self.arrived_at or at
        self.left_at = self.absent = None

    def leave(self, at: datetime) -> None:
        """The person has signed out, for the while or for the day."""
        self.left_at = at

    def miss(self, reason: str) -> None:
        """The person is not there, or not any more. Refuses without a reason, and one that is too long."""
        check_reason(reason)
        if not reason:
            raise Refusal("An absence needs a reason.", "Say why, in a few words.")
        self.absent = reason

    def attend(self) -> None:
        """The absence is taken back. Refuses when none was noted."""
        if self.absent is None:
            raise Refusal("No absence is noted for this duty.", "There is nothing to take back.")
        self.absent = None


class Swap(Base):
    """A person asks to give a duty away, or to exchange it for ``other_duty_id`` of the other person's."""

    __tablename__ = "swap"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "asked_by"], ["staff.centre", "staff.code"]),
        ForeignKeyConstraint(["centre", "with_staff"], ["staff.centre", "staff.code"]),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(String(16))
    duty_id: Mapped[int] = mapped_column(ForeignKey("duty.id"))
    other_duty_id: Mapped[int | None] = mapped_column(ForeignKey("duty.id"))
    asked_by: Mapped[str] = mapped_column(String(32))
    with_staff: Mapped[str] = mapped_column(String(32))
    state: Mapped[str] = mapped_column(String(10), default=SwapState.ASKED)
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")
    asked_at: Mapped[datetime] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[str] = mapped_column(String(32), default="")

    def agree(self, by: str, at: datetime) -> None:
        """The other person agrees; it still has to be approved."""
        self._may("agree")
        self._only(by, self.with_staff)
        self._decide(SwapState.AGREED, by, at)

    def decline(self, by: str, at: datetime) -> None:
        """The other person does not want it."""
        self._may("decline")
        self._only(by, self.with_staff)
        self._decide(SwapState.REFUSED, by, at)

    def approve(self, by: str, at: datetime) -> None:
        """It takes effect. Refuses the one who asked: approval is somebody else's."""
        self._may("approve")
        if by == self.asked_by:
            raise Refusal("Nobody approves their own swap.", "Let somebody else decide.")
        self._decide(SwapState.APPROVED, by, at)

    def refuse(self, by: str, at: datetime) -> None:
        """It is not approved."""
        self._may("refuse")
        self._decide(SwapState.REFUSED, by, at)

    def withdraw(self, by: str, at: datetime) -> None:
        """Who asked does not want it any more."""
        self._may("withdraw")
        self._only(by, self.asked_by)
        self._decide(SwapState.WITHDRAWN, by, at)

    def _decide(self, state: SwapState, by: str, at: datetime) -> None:
        self.state, self.decided_by, self.decided_at = state, by, at

    def _may(self, verb: str) -> None:
        if self.state not in MAY[verb]:
            raise Refusal(
                "Swap {swap} cannot {verb}: it is {state}.",
                "It would have to be {needed}.",
                swap=self.id,
                verb=verb,
                state=self.state,
                needed=" / ".join(MAY[verb]),
            )

    def _only(self, by: str, whose: str) -> None:
        if by != whose:
            raise Refusal("Only {staff} can say that of swap {swap}.", "Ask that person.", swap=self.id, staff=whose)


def check_reason(reason: str) -> None:
    """Refuse a reason that the database cannot hold."""
    if len(reason) > LONGEST_REASON:
        raise Refusal("The reason is longer than {most} characters.", "Say it in fewer words.", most=LONGEST_REASON)
