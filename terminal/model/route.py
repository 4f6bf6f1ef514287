"""A case's way: its steps and errands, the mandate behind them, the materials and where each original is."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from terminal.model.base import Base, Moment
from terminal.model.casework import LONGEST_NOTE
from terminal.model.journal import BigId


class MaterialState(StrEnum):
    """What became of a material that a case asks for."""

    MISSING = "missing"
    RECEIVED = "received"
    WRONG = "wrong"  # with why
    WAIVED = "waived"  # 容缺: promised by a date
    NOT_NEEDED = "not_needed"


class StopKind(StrEnum):
    """What an errand is."""

    HOME = "home"  # a visit at the resident's
    DEPARTMENT = "department"
    COUNTER = "counter"  # here
    OTHER = "other"


class StopState(StrEnum):
    """Where an errand stands."""

    PLANNED = "planned"
    NOW = "now"  # handed on, waiting for what comes back
    DONE = "done"
    DROPPED = "dropped"


class Custody(StrEnum):
    """What happened to an original."""

    TAKEN = "taken"
    HANDED_ON = "handed_on"
    CAME_BACK = "came_back"
    RETURNED = "returned"  # to the resident, signed for


class Department(Base):
    """Somebody a case is handed to: an office elsewhere, with its address and how far along the round it lies."""

    __tablename__ = "department"

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(24), default="")
    hours: Mapped[str] = mapped_column(String(60), default="")
    round: Mapped[int] = mapped_column(default=0)  # the order in which a day's round passes them


class ItemStep(Base):
    """A usual step of an item behind the counter, with the working days it usually takes."""

    __tablename__ = "item_step"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "item"], ["item.centre", "item.code"], ondelete="CASCADE"),
        ForeignKeyConstraint(["centre", "department"], ["department.centre", "department.code"]),
    )

    centre: Mapped[str] = mapped_column(String(16), primary_key=True)
    item: Mapped[str] = mapped_column(String(16), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(60))
    department: Mapped[str | None] = mapped_column(String(16))
    usual_days: Mapped[int]


class CaseStop(Base):
    """A stop on a case's route: an errand of a proxy case, or a step behind the counter.

    ``bring`` says what to carry, ``came_back`` what was brought. ``planned_at``: its hour is agreed, for a home visit
    with the resident; None is some time of ``day``.
    """

    __tablename__ = "case_stop"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "staff"], ["staff.centre", "staff.code"]),
        ForeignKeyConstraint(["centre", "department"], ["department.centre", "department.code"]),
        Index("ix_case_stop_case", "case_id", "position"),
        Index("ix_case_stop_day", "centre", "staff", "day"),
        Index("ix_case_stop_kind", "centre", "kind", "day"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("service_case.id"))
    centre: Mapped[str] = mapped_column(String(16))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    department: Mapped[str | None] = mapped_column(String(16))
    place: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(200), default="")
    purpose: Mapped[str] = mapped_column(String(120))
    bring: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")
    staff: Mapped[str | None] = mapped_column(String(32))
    day: Mapped[date | None]  # the centre's day it is planned for, or was done on
    planned_at: Mapped[datetime | None] = mapped_column(Moment)
    usual_days: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(8))
    begun_at: Mapped[datetime | None] = mapped_column(Moment)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    came_back: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")


class Mandate(Base):
    """What a resident asked the centre to do for them (代办服务委托书): scope, period, limits, both signatures."""

    __tablename__ = "mandate"
    __table_args__ = (Index("ix_mandate_case", "case_id", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("service_case.id"))
    scope: Mapped[str] = mapped_column(String(LONGEST_NOTE))
    may: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")
    may_not: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")
    since: Mapped[date]
    until: Mapped[date]
    staff: Mapped[str] = mapped_column(String(32))  # who carries it
    made_at: Mapped[datetime] = mapped_column(Moment)
    resident_signed_on: Mapped[date | None]
    staff_signed_on: Mapped[date | None]
    resumes: Mapped[int | None] = mapped_column(ForeignKey("mandate.id"))  # 续办: which one it goes on from
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class CaseMaterial(Base):
    """A material of a case, after the catalogue at the time it was opened, and what was received of it.

    ``place`` is where the received ones are now, ``hand`` who had them last; ``to_return``: originals that go back.
    """

    __tablename__ = "case_material"

    case_id: Mapped[int] = mapped_column(ForeignKey("service_case.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(200))
    originals: Mapped[int]  # asked for
    copies: Mapped[int]
    mandatory: Mapped[bool]
    state: Mapped[str] = mapped_column(String(12), default=MaterialState.MISSING)
    got_originals: Mapped[int] = mapped_column(default=0)
    got_copies: Mapped[int] = mapped_column(default=0)
    why: Mapped[str] = mapped_column(String(200), default="")  # what is wrong with it
    promised_by: Mapped[date | None]  # of a waived one
    to_return: Mapped[int] = mapped_column(default=0)  # originals still to go back to the resident
    place: Mapped[str] = mapped_column(String(120), default="")
    here: Mapped[bool] = mapped_column(default=False)
    hand: Mapped[str] = mapped_column(String(32), default="")
    moved_at: Mapped[datetime | None] = mapped_column(Moment)
    outcome: Mapped[bool] = mapped_column(default=False)  # the result itself, on its way to the resident


class CustodyEntry(Base):
    """One link of the chain of an original: who took it from where to where, and who signed."""

    __tablename__ = "custody"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "position"], ["case_material.case_id", "case_material.position"]),
        Index("ix_custody_case", "case_id", "id"),
        Index("ix_custody_at", "at", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(BigId)
    position: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)
    what: Mapped[str] = mapped_column(String(12))
    originals: Mapped[int]
    copies: Mapped[int]
    place: Mapped[str] = mapped_column(String(120))
    by: Mapped[str] = mapped_column(String(32), default="")
    signed_by: Mapped[str] = mapped_column(String(60), default="")  # who received it there
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id"))  # the voucher it went with


class Attachment(Base):
    """A scanned or photographed file of a case; its bytes lie in the centre's files under their SHA-256."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_case", "case_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("service_case.id"))
    position: Mapped[int | None]  # the material it shows
    sha256: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(120))  # as it is shown: made safe
    media_type: Mapped[str] = mapped_column(String(40))
    size: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(Moment)
    added_by: Mapped[str] = mapped_column(String(32), default="")
    removed_at: Mapped[datetime | None] = mapped_column(Moment)
