"""The catalogue: items and the materials they ask for."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from terminal.model.base import Base


class Item(Base):
    """A service item: instant (即办) or promised (承诺) with working days. Elements after State Council 2022 no. 5.

    An item that leaves the catalogue is kept, not ``offered`` any more, since old handlings speak of it.
    """

    __tablename__ = "item"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "line"], ["line.centre", "line.letter"]),
        CheckConstraint("(kind = 'promised') = (promised_days IS NOT NULL)", name="promised_has_days"),
    )

    centre: Mapped[str] = mapped_column(String(16), primary_key=True)
    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    line: Mapped[str] = mapped_column(String(1))
    field: Mapped[str] = mapped_column(String(2))
    name: Mapped[str] = mapped_column(String(120))
    short: Mapped[str] = mapped_column(String(40))
    initials: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(10))
    promised_days: Mapped[int | None]
    statutory_days: Mapped[int | None]
    department: Mapped[str] = mapped_column(String(120))
    minutes: Mapped[int]
    conditions: Mapped[str]
    fee: Mapped[int]
    extended_hours: Mapped[bool]
    proxy: Mapped[bool]
    proxy_kind: Mapped[str] = mapped_column(String(60), default="")
    visits: Mapped[int] = mapped_column(default=1)
    legal_basis: Mapped[str] = mapped_column(default="")
    offered: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)
    grounding: Mapped[str] = mapped_column(default="")  # JSON: which published guides it rests on


class Material(Base):
    """One thing an item asks for, in the catalogue's order."""

    __tablename__ = "material"
    __table_args__ = (ForeignKeyConstraint(["centre", "item"], ["item.centre", "item.code"], ondelete="CASCADE"),)

    centre: Mapped[str] = mapped_column(String(16), primary_key=True)
    item: Mapped[str] = mapped_column(String(16), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(200))
    short: Mapped[str] = mapped_column(String(60), default="")
    originals: Mapped[int]
    copies: Mapped[int]
    mandatory: Mapped[bool]
    where_from: Mapped[str] = mapped_column(String(200))
