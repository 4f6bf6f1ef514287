"""When the centre is open: the calendar of working and rest days, and the hours that follow from it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from terminal.model.base import Base
from terminal.model.journal import BigId

LONGEST_REASON = 120


class DayKind(StrEnum):
    """What a calendar says of a day; without a word on it, Monday to Friday are working days."""

    WORK = "work"
    REST = "rest"


class HoursKind(StrEnum):
    """Within extended hours only items marked ``extended_hours`` are served."""

    REGULAR = "regular"
    EXTENDED = "extended"


class CalendarYear(Base):
    """A year whose rest days and make-up working days are known. Of any other year weekends are all that is known."""

    __tablename__ = "calendar_year"

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class CalendarDay(Base):
    """A day on which the weekday does not tell whether people work, or that has a holiday's name."""

    __tablename__ = "calendar_day"

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(4))
    name: Mapped[str] = mapped_column(String(40), default="")
    edited: Mapped[bool] = mapped_column(default=False)  # by the centre: an import of published days leaves it alone


class HoursPlan(Base):
    """Hours of a week from a date on, or (with ``until``) of special days. ``line`` None: of the whole centre.

    Which of them holds on a day is ``terminal.rules.hours``' to say.
    """

    __tablename__ = "hours_plan"
    __table_args__ = (
        ForeignKeyConstraint(["centre", "line"], ["line.centre", "line.letter"]),
        CheckConstraint("until IS NULL OR until >= since", name="until_not_before_since"),
        Index("ix_hours_plan_centre", "centre", "since"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    line: Mapped[str | None] = mapped_column(String(1))
    since: Mapped[date]
    until: Mapped[date | None]
    follows_centre: Mapped[bool] = mapped_column(default=False)  # a line gives its own hours up again
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")


class HoursSpan(Base):
    """From when to when a plan is open, in minutes after midnight (1440 is the end of the day).

    ``days`` is mon … sun for working days that fall on it, rest for rest days, any in a plan of special days.
    """

    __tablename__ = "hours_span"
    __table_args__ = (CheckConstraint("0 <= opens AND opens < closes AND closes <= 1440", name="opens_before_closes"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("hours_plan.id", ondelete="CASCADE"), primary_key=True)
    days: Mapped[str] = mapped_column(String(4), primary_key=True)
    opens: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    closes: Mapped[int]
    kind: Mapped[str] = mapped_column(String(8), default=HoursKind.REGULAR)
