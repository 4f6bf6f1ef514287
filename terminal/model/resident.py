"""Who is served: entered once, reused wherever a name or number is asked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from terminal.model.base import Base, Moment
from terminal.model.journal import BigId


class Resident(Base):
    """One person, known to this centre by the ID number, or by name and telephone for who gave none.

    Personal information (PIPL): never in a log, a journal line or a repr; shown masked.
    """

    __tablename__ = "resident"
    __table_args__ = (UniqueConstraint("centre", "number"), Index("ix_resident_phone", "centre", "phone"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    number: Mapped[str | None] = mapped_column(String(18))  # normalised; None while it was not given
    name: Mapped[str] = mapped_column(String(60))
    phone: Mapped[str] = mapped_column(String(24), default="")
    since: Mapped[datetime] = mapped_column(Moment)

    def learn(self, name: str, phone: str, number: str | None) -> bool:
        """Take over what was said last; what was not said stays. Returns whether anything changed."""
        before = (self.name, self.phone, self.number)
        self.name = name or self.name
        self.phone = phone or self.phone
        self.number = number or self.number
        return before != (self.name, self.phone, self.number)
