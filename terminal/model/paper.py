"""Papers: numbered notices given to residents, and forms being filled in."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from terminal.model.base import Base, Moment
from terminal.model.journal import BigId


class NoticeState(StrEnum):
    """Where a notice stands."""

    ISSUED = "issued"  # numbered, not yet with the resident
    HANDED = "handed"  # given
    SIGNED = "signed"  # given, and signed for
    POSTED = "posted"
    VOID = "void"  # taken back, its number stays used


class Notice(Base):
    """A numbered document (文书). ``values_sealed`` is what it says, sealed JSON, so that it prints again as it was.

    ``form`` names its definition, ``fingerprint`` the definition's text at the time.
    """

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("centre", "number"),
        Index("ix_notice_case", "case_id", "id"),
        Index("ix_notice_resident", "resident_id", "id"),
        Index("ix_notice_issued", "centre", "issued_at", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    number: Mapped[str] = mapped_column(String(40))
    form: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(60))
    fingerprint: Mapped[str] = mapped_column(String(64))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("service_case.id"))
    move_id: Mapped[int | None] = mapped_column(ForeignKey("case_move.id"))  # the move it goes with
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))
    values_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(8))
    issued_at: Mapped[datetime] = mapped_column(Moment)
    issued_by: Mapped[str] = mapped_column(String(32), default="")
    handed_at: Mapped[datetime | None] = mapped_column(Moment)
    handed_to: Mapped[str] = mapped_column(String(60), default="")
    void_reason: Mapped[str] = mapped_column(String(120), default="")  # why it was taken back


class FormEntry(Base):
    """A form being filled in, saved at every field, so that a power cut loses nothing. ``done_at`` None: a draft.

    ``values_sealed`` is sealed JSON of field → text (or rows of a table). ``version`` counts its changes.
    """

    __tablename__ = "form_entry"
    __table_args__ = (
        Index("ix_form_entry_case", "case_id"),
        Index("ix_form_entry_handling", "handling_id"),
        Index("ix_form_entry_resident", "resident_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    form: Mapped[str] = mapped_column(String(60))
    item: Mapped[str | None] = mapped_column(String(16))
    handling_id: Mapped[int | None] = mapped_column(ForeignKey("handling.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("service_case.id"))
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))
    values_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    begun_at: Mapped[datetime] = mapped_column(Moment)
    begun_by: Mapped[str] = mapped_column(String(32), default="")
    changed_at: Mapped[datetime] = mapped_column(Moment)
    changed_by: Mapped[str] = mapped_column(String(32), default="")  # who changed it last, begun it if nobody did
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(default=1)
