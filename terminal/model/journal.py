"""The journal (who, when, what, before, after) and the marks the change feed reads."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from terminal.model.base import Base, Moment

BigId = BigInteger().with_variant(Integer(), "sqlite")  # SQLite numbers rows itself only for INTEGER


class JournalEntry(Base):
    """One line for each verb that changed something. Never updated, never deleted by a verb."""

    __tablename__ = "journal"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    who: Mapped[str] = mapped_column(String(32))
    counter: Mapped[int | None]
    verb: Mapped[str] = mapped_column(String(40))
    noun: Mapped[str] = mapped_column(String(40))
    noun_id: Mapped[str] = mapped_column(String(40))
    before: Mapped[str] = mapped_column(default="")
    after: Mapped[str] = mapped_column(default="")


class Change(Base):
    """How often a topic has changed, kept by triggers. SQLite's feed compares it; PostgreSQL sends NOTIFY instead."""

    __tablename__ = "change"

    topic: Mapped[str] = mapped_column(String(20), primary_key=True)
    version: Mapped[int] = mapped_column(BigId, default=0)
