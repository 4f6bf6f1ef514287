"""A roster as rows of people, or of posts, with a cell for each day. No Qt: it is made on a worker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from terminal.office.plan_views import CalendarDayView, ConflictView, DutyView, RosterView, Share, ShiftView
from terminal.rules.roster import ConflictKind

Side = Literal["people", "posts"]
OPEN_POST: Final = ConflictKind.OPEN_POST.value
UNCOVERED: Final = ConflictKind.UNCOVERED.value
Wrong = Mapping[date, list[ConflictView]]


class Post(NamedTuple):
    """A shift at a counter."""

    shift: str
    counter: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What one row has on one day. ``open``: a post nobody is put on."""

    duties: tuple[DutyView, ...] = ()
    away: bool = False
    open: bool = False
    conflicts: tuple[ConflictView, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A person (``staff``) or a post; ``title`` and ``note`` name it."""

    staff: str | None
    post: Post | None
    title: str
    note: str
    share: Share | None
    shift: ShiftView | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows by days. For each day: how many posts are open, and the letters of the fields nobody there can serve."""

    side: Side
    days: tuple[CalendarDayView, ...]
    rows: tuple[Row, ...]
    short: Mapping[str, str]  # shift code → the fewest letters that tell it from the others
    open_posts: tuple[int, ...]
    uncovered: tuple[str, ...]
    today: date

    def place(self, day: date, *, staff: str | None = None, post: Post | None = None) -> tuple[int, int] | None:
        """Row and column of somebody's (or a post's) day; None when the sheet does not have it."""
        column = next((at for at, one in enumerate(self.days) if one.day == day), None)
        row = next(
            (at for at, one in enumerate(self.rows) if (staff and one.staff == staff) or (post and one.post == post)),
            None,
        )
        return None if row is None or column is None else (row, column)


def make_sheet(view: RosterView, since: date, until: date, side: Side, today: date) -> Sheet:
    """The sheet of those of the roster's days that lie in a term."""
    days = tuple(day for day in view.days if since <= day.day <= until)
    wrong: dict[date, list[ConflictView]] = defaultdict(list)
    for conflict in view.conflicts:
        wrong[conflict.day].append(conflict)
    return Sheet(
        side,
        days,
        _people(view, days, wrong) if side == "people" else _posts(view, days, wrong),
        short_names(view.shifts),
        tuple(sum(one.kind == OPEN_POST for one in wrong.get(day.day, ())) for day in days),
        tuple("".join(one.detail for one in wrong.get(day.day, ()) if one.kind == UNCOVERED) for day in days),
        today,
    )


def short_names(shifts: Iterable[ShiftView]) -> dict[str, str]:
    """For each shift the beginning of its name that no other shift's name has, one letter if that is enough."""
    names = {shift.code: shift.name for shift in shifts}
    found = {}
    for code, name in names.items():
        others = [other for one, other in names.items() if one != code]
        lengths = range(1, len(name) + 1)
        found[code] = next((name[:n] for n in lengths if not any(o.startswith(name[:n]) for o in others)), name)
    return found


def open_posts(view: RosterView, day: date) -> tuple[Post, ...]:
    """The posts of a day nobody is put on."""
    return tuple(
        Post(one.shift, one.counter)
        for one in view.conflicts
        if one.day == day and one.kind == OPEN_POST and one.shift is not None and one.counter is not None
    )


def _people(view: RosterView, days: tuple[CalendarDayView, ...], wrong: Wrong) -> tuple[Row, ...]:
    duties: dict[tuple[str, date], list[DutyView]] = defaultdict(list)
    for duty in view.duties:
        duties[duty.staff, duty.day].append(duty)
    shares = {share.staff: share for share in view.shares}
    rows = []
    for person in view.people:
        leaves = [leave for leave in view.leaves if leave.staff == person.code]
        cells = tuple(
            Cell(
                tuple(sorted(duties.get((person.code, day.day), ()), key=lambda duty: duty.opens)),
                away=any(leave.since <= day.day <= leave.until for leave in leaves),
                conflicts=tuple(one for one in wrong.get(day.day, ()) if one.staff == person.code),
            )
            for day in days
        )
        rows.append(Row(person.code, None, person.name, person.lines, shares.get(person.code), None, cells))
    return tuple(rows)


def _posts(view: RosterView, days: tuple[CalendarDayView, ...], wrong: Wrong) -> tuple[Row, ...]:
    duties: dict[tuple[str | None, int, date], list[DutyView]] = defaultdict(list)
    for duty in view.duties:
        duties[duty.shift, duty.counter, duty.day].append(duty)
    rows = []
    for shift in view.shifts:
        for number in shift.counters:
            cells = []
            for day in days:
                here = [one for one in wrong.get(day.day, ()) if (one.shift, one.counter) == (shift.code, number)]
                cells.append(
                    Cell(
                        tuple(duties.get((shift.code, number, day.day), ())),
                        open=any(one.kind == OPEN_POST for one in here),
                        conflicts=tuple(one for one in here if one.kind != OPEN_POST),
                    )
                )
            rows.append(Row(None, Post(shift.code, number), shift.name, str(number), None, shift, tuple(cells)))
    return tuple(rows)
