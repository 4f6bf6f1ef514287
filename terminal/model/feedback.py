"""The rating: what a resident pressed for one handling, or that nothing was pressed."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from terminal.model.base import Base, Moment
from terminal.model.journal import BigId


class RatingState(StrEnum):
    """``asked`` while the pad waits; then one of the other two, for good."""

    ASKED = "asked"
    RATED = "rated"
    SILENT = "silent"  # not rated: an outcome of its own, never read as satisfaction


class Rating(Base):
    """One handling's rating (一事一评, GB/T 39735-2020: each matter once, voluntary). At most one for a handling."""

    __tablename__ = "rating"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "counter"], ["counter.centre", "counter.number"]),
        CheckConstraint("(state = 'rated') = (key IS NOT NULL)", name="rated_has_key"),
        CheckConstraint("(key IS NULL) = (score IS NULL)", name="key_has_score"),
        Index("ix_rating_at", "centre", "at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    handling_id: Mapped[int] = mapped_column(ForeignKey("handling.id"), unique=True)
    centre: Mapped[str] = mapped_column(String(16))
    counter: Mapped[int]
    staff: Mapped[str | None] = mapped_column(String(32))
    item: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(8))
    key: Mapped[str | None] = mapped_column(String(32))
    score: Mapped[int | None]
    bad: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str | None] = mapped_column(String(16))
    frame: Mapped[bytes | None] = mapped_column(LargeBinary)
    asked_at: Mapped[datetime | None] = mapped_column(Moment)
    until: Mapped[datetime | None] = mapped_column(Moment)
    at: Mapped[datetime] = mapped_column(Moment)  # of the press; of the asking until then; of the silence

    @property
    def is_open(self) -> bool:
        """Whether the resident is still being asked."""
        return self.state == RatingState.ASKED
