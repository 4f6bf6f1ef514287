"""What a roster's documents say: days, shifts and rows, from plain fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A day at the head of a column; ``name`` of a holiday. ``certain`` False: its year is not published yet."""

    day: date
    working: bool
    name: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class SheetShift:
    """A shift in the legend. ``code`` is what entries name; ``time`` as it is to be read: 08:00–16:00."""

    code: str
    name: str
    time: str
    extended: bool


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One duty in its cell: a shift's name in a person's row, a person's in a post's. ``shift`` None: called in."""

    text: str
    shift: str | None
    counter: int | None = None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person or one post. A day without a key is none of its days; an empty cell of a post lacks somebody."""

    head: str
    note: str
    cells: Mapping[date, tuple[SheetEntry, ...]]
    leave: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """What a wall sheet says; days and rows in their order."""

    centre_name: str
    printed_on: date
    days: tuple[SheetDay, ...]
    shifts: tuple[SheetShift, ...]
    rows: tuple[SheetRow, ...]
    of: Literal["people", "posts"] = "people"
    per_page: Literal["week", "month"] = "month"
    paper: Literal["A4", "A3"] = "A4"
    draft: bool = False
