"""The hall: the centre, its lines, counters and people."""

from __future__ import annotations

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from terminal.errors import Refusal
from terminal.model.base import Base


class Centre(Base):
    """One hall. ``zone`` is the IANA zone its days and clocks follow."""

    __tablename__ = "centre"

    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    name_en: Mapped[str] = mapped_column(String(120), default="")
    zone: Mapped[str] = mapped_column(String(40), default="Asia/Shanghai")
    hours: Mapped[str] = mapped_column(String(120), default="")
    notices: Mapped[str] = mapped_column(default="")  # one a line
    scale: Mapped[str] = mapped_column(String(40), default="six-key")


class Line(Base):
    """A queue with a letter; the items of one field belong to it."""

    __tablename__ = "line"

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    letter: Mapped[str] = mapped_column(String(1), primary_key=True)
    field: Mapped[str] = mapped_column(String(2))
    name: Mapped[str] = mapped_column(String(40))
    name_en: Mapped[str] = mapped_column(String(60), default="")
    examples: Mapped[str] = mapped_column(String(80), default="")
    icon: Mapped[str] = mapped_column(String(40), default="")


class Staff(Base):
    """A person who serves. ``code`` is what the roster and the journal write."""

    __tablename__ = "staff"

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    active: Mapped[bool] = mapped_column(default=True)


class Counter(Base):
    """A numbered service window. Open while somebody is signed in and it is not paused."""

    __tablename__ = "counter"
    __table_args__ = (ForeignKeyConstraint(["centre", "staff"], ["staff.centre", "staff.code"]),)

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    staff: Mapped[str | None] = mapped_column(String(32))
    paused: Mapped[bool] = mapped_column(default=False)

    def sign_in(self, staff: str) -> None:
        """Seat one person; whoever sat here before is signed out."""
        self.staff = staff
        self.paused = False

    def sign_out(self) -> None:
        """Leave the window, which closes it."""
        self.staff = None

    def pause(self) -> None:
        """Stop calling for a while. Refuses when already paused."""
        if self.paused:
            raise Refusal("Window {counter} is already paused.", "Press resume to go on.", counter=self.number)
        self.paused = True

    def resume(self) -> None:
        """Go on calling. Refuses when not paused."""
        if not self.paused:
            raise Refusal("Window {counter} is not paused.", "Call the next number.", counter=self.number)
        self.paused = False


class CounterLine(Base):
    """A counter serves this line."""

    __tablename__ = "counter_line"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "counter"], ["counter.centre", "counter.number"]),
        ForeignKeyConstraint(["centre", "line"], ["line.centre", "line.letter"]),
    )

    centre: Mapped[str] = mapped_column(String(16), primary_key=True)
    counter: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    line: Mapped[str] = mapped_column(String(1), primary_key=True)
