"""Cases: a matter carried through, its moves, its pauses, who answers for it, and the centre's rules of casework."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from terminal.model.base import Base, Moment
from terminal.model.journal import BigId

LONGEST_NOTE = 500


class Holding(StrEnum):
    """How somebody came to answer for a case."""

    FIRST_ASKED = "first_asked"  # 首问
    ASSIGNED = "assigned"  # 指派
    BACKSTOP = "backstop"  # 兜底


class Delivery(StrEnum):
    """How the result gets to the resident."""

    COLLECT = "collect"
    POST = "post"
    HOME = "home"


_UNFINISHED = text("ended_at IS NULL")
_STILL = text("until IS NULL")
# The few moves that ledgers are kept of; a query says it in the same words, or finds no index.
IN_LEDGERS = text("move IN ('ask-correction', 'corrected', 'special', 'suspend', 'resume', 'extend')")


class CaseRules(Base):
    """The centre's rules of casework, one row. Days are working days."""

    __tablename__ = "case_rules"
    __table_args__ = (ForeignKeyConstraint(["centre", "backstop"], ["staff.centre", "staff.code"]),)

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    backstop: Mapped[str | None] = mapped_column(String(32))  # who answers for what nobody answers for, and approves
    tell_days: Mapped[int] = mapped_column(default=5)  # to say what is missing, else accepted (行政许可法 art. 32)
    correction_days: Mapped[int] = mapped_column(default=15)  # the resident has to correct
    extension_days: Mapped[int] = mapped_column(default=10)  # art. 42
    instant_days: Mapped[int] = mapped_column(default=1)  # limit of an instant item that is carried through
    stuck_days: Mapped[int] = mapped_column(default=5)  # without a move: to the backstop
    warn_days: Mapped[int] = mapped_column(default=3)  # so many days left are shown as short
    uncollected_days: Mapped[int] = mapped_column(default=10)  # then the call list
    home_days: Mapped[int] = mapped_column(default=20)  # then brought home
    visits_a_day: Mapped[int] = mapped_column(default=6)  # home visits of one person
    file_megabytes: Mapped[int] = mapped_column(default=20)  # the largest attachment


class Case(Base):
    """A matter (办件) for one resident; ``proxy``: staff carry all of it through (全程代办).

    ``responsible`` is the one person who answers for it now; ``promised_on`` the promised day as it stands, which a
    pause moves when it ends. ``risk_on``: from that day on it is in danger (promised day less the usual days of the
    steps left); None while it is paused or decided. ``code`` is what its slip and QR carry. ``version`` counts changes.
    """

    __tablename__ = "service_case"  # "case" is a word of SQL
    __table_args__ = (
        UniqueConstraint("centre", "number"),
        ForeignKeyConstraint(["centre", "item"], ["item.centre", "item.code"]),
        ForeignKeyConstraint(["centre", "responsible"], ["staff.centre", "staff.code"]),
        ForeignKeyConstraint(["centre", "counter"], ["counter.centre", "counter.number"]),
        CheckConstraint("holding IN ('first_asked', 'assigned', 'backstop')", name="holding"),
        Index("ix_service_case_resident", "resident_id", "state", "id"),
        Index("ix_service_case_agent", "agent_id"),
        Index("ix_service_case_handling", "handling_id"),
        Index("ix_service_case_received", "centre", "received_at", "id"),
        Index("ix_service_case_item", "centre", "item", "received_at", "id"),
        Index("ix_service_case_state", "centre", "state", "received_at", "id"),
        Index("ix_service_case_holder", "centre", "responsible", "state", "received_at", "id"),
        Index(
            "ix_service_case_mine", "centre", "responsible", "promised_on",
            sqlite_where=_UNFINISHED, postgresql_where=_UNFINISHED,
        ),
        Index(  # ended_at, of which none is here, stands in it so that SQLite counts by the index alone
            "ix_service_case_open", "centre", "state", "promised_on", "risk_on", "ended_at", "id",
            sqlite_where=_UNFINISHED, postgresql_where=_UNFINISHED,
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(String(16))
    number: Mapped[str] = mapped_column(String(32))  # LC01-2026-BJ-0042; DB for a proxy case
    code: Mapped[str] = mapped_column(String(16), unique=True)
    item: Mapped[str] = mapped_column(String(16))
    resident_id: Mapped[int] = mapped_column(ForeignKey("resident.id"))
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))  # who came instead of the applicant
    agent_relation: Mapped[str] = mapped_column(String(20), default="")
    proxy: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(String(12), default="counter")  # counter, door, phone, grid
    handling_id: Mapped[int | None] = mapped_column(ForeignKey("handling.id"))
    counter: Mapped[int | None]
    state: Mapped[str] = mapped_column(String(12))
    back_to: Mapped[str | None] = mapped_column(String(12))  # where a pause returns to
    received_at: Mapped[datetime] = mapped_column(Moment)
    received_by: Mapped[str] = mapped_column(String(32), default="")
    accepted_at: Mapped[datetime | None] = mapped_column(Moment)
    limit_days: Mapped[int]  # promised working days; what it was extended by comes on top
    promised_on: Mapped[date]
    promised_certain: Mapped[bool]  # False: a year without published rest days has a say in it
    statutory_on: Mapped[date | None]
    extended_days: Mapped[int] = mapped_column(default=0)
    risk_on: Mapped[date | None]
    responsible: Mapped[str] = mapped_column(String(32))
    holding: Mapped[str] = mapped_column(String(12))
    moved_at: Mapped[datetime] = mapped_column(Moment)  # the last move: what a stuck case is known by
    correct_by: Mapped[date | None]  # the resident's own limit while to_correct
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    result: Mapped[str] = mapped_column(String(10), default="")  # granted, rejected
    delivery: Mapped[str] = mapped_column(String(8), default=Delivery.COLLECT)
    deliver_to: Mapped[str] = mapped_column(String(200), default="")
    notified_at: Mapped[datetime | None] = mapped_column(Moment)
    reminded: Mapped[str] = mapped_column(String(8), default="")  # how far the resident was: correct, call, home
    ended_at: Mapped[datetime | None] = mapped_column(Moment)  # delivered, refused, terminated, withdrawn
    version: Mapped[int] = mapped_column(default=1)


class CaseNumber(Base):
    """The last running number of a kind of document or case in a year; its row makes numbers run without gap."""

    __tablename__ = "case_number"

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    last: Mapped[int]


class CaseMove(Base):
    """One move of a case: the timeline. ``details`` is JSON of what the move records besides (codes, days, ids)."""

    __tablename__ = "case_move"
    __table_args__ = (
        Index("ix_case_move_case", "case_id", "id"),
        Index("ix_case_move_at", "at", "id", sqlite_where=IN_LEDGERS, postgresql_where=IN_LEDGERS),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("service_case.id"))
    at: Mapped[datetime] = mapped_column(Moment)
    by: Mapped[str] = mapped_column(String(32), default="")
    move: Mapped[str] = mapped_column(String(20))
    from_state: Mapped[str] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    note: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")
    approved_by: Mapped[str] = mapped_column(String(32), default="")
    promised_on: Mapped[date]  # as it stood afterwards
    details: Mapped[str] = mapped_column(default="")


class CasePause(Base):
    """Days that do not count, both included: the resident's corrections, a suspension, a special procedure. ``until``
    None: still. A case is paused once at a time.
    """

    __tablename__ = "case_pause"
    __table_args__ = (
        Index("ix_case_pause_case", "case_id"),
        Index("uq_case_pause_open", "case_id", unique=True, sqlite_where=_STILL, postgresql_where=_STILL),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("service_case.id"))
    kind: Mapped[str] = mapped_column(String(12))  # to_correct, special, suspended
    since: Mapped[date]
    until: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")


class CaseHolder(Base):
    """Who answered for a case, since when and how; the one open row is who does now."""

    __tablename__ = "case_holder"
    __table_args__ = (
        Index("ix_case_holder_case", "case_id", "id"),
        Index("uq_case_holder_open", "case_id", unique=True, sqlite_where=_STILL, postgresql_where=_STILL),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("service_case.id"))
    staff: Mapped[str] = mapped_column(String(32))
    holding: Mapped[str] = mapped_column(String(12))
    since: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime | None] = mapped_column(Moment)
    reason: Mapped[str] = mapped_column(String(120), default="")
    by: Mapped[str] = mapped_column(String(32), default="")


class CaseTold(Base):
    """What the resident was told, how, in which words, and when they hear next."""

    __tablename__ = "case_told"
    __table_args__ = (Index("ix_case_told_case", "case_id", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("service_case.id"))
    at: Mapped[datetime] = mapped_column(Moment)
    by: Mapped[str] = mapped_column(String(32), default="")
    how: Mapped[str] = mapped_column(String(12))  # phone, message, counter, visit
    whom: Mapped[str] = mapped_column(String(40), default="")  # 本人, 女儿…
    words: Mapped[str] = mapped_column(String(LONGEST_NOTE))
    next_on: Mapped[date | None]
