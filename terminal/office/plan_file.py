"""The plan of a centre as a file: regular hours, shifts with their posts, and who is trained for which lines (TOML)."""

from __future__ import annotations

import tomllib
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

import resources
from terminal.errors import Refusal
from terminal.model import Counter, HoursPlan, HoursSpan, Line, Post, Shift, Staff, StaffLine
from terminal.rules.hours import EARLIEST, WEEKDAYS, Span, clock_of, minutes_of, wrong_span

Clock = Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
Kind = Literal["regular", "extended"]
SAMPLE: Final = "plan/lc01.toml"


class HoursEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One span of the week."""

    days: Literal["work", "rest", "mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    opens: Clock
    closes: Clock
    kind: Kind = "regular"
    line: Annotated[str, msgspec.Meta(pattern="^[A-Z]$")] | None = None

    def week(self) -> tuple[str, ...]:
        """The kinds of day of ``HoursSpan`` that it stands for."""
        return WEEKDAYS if self.days == "work" else (self.days,)


class ShiftEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One shift and the counters that need somebody in it."""

    code: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_-]{0,15}$")]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    days: Literal["work", "rest"]
    opens: Clock
    closes: Clock
    kind: Kind = "regular"
    counters: tuple[int, ...] = ()


class PlanFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a plan file says."""

    hours: tuple[HoursEntry, ...] = ()
    shifts: tuple[ShiftEntry, ...] = ()
    staff: dict[str, str] = {}


def sample_plan() -> Path:
    """The sample centre's plan."""
    return Path(resources.__file__).parent / SAMPLE


def read_plan_file(path: Path | str) -> PlanFile:
    """Read and check a plan. Raises Refusal that names file, place and what is expected."""
    try:
        plan = msgspec.convert(tomllib.loads(Path(path).read_text(encoding="utf-8-sig")), PlanFile)
    except OSError as error:
        raise _refusal(path, error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise _refusal(path, str(error)) from error
    for fault in _faults(plan):
        raise _refusal(path, fault)
    return plan


def _faults(plan: PlanFile) -> Iterator[str]:
    """What no centre could keep, whichever it is."""
    times = [(one.opens, one.closes) for one in plan.hours] + [(one.opens, one.closes) for one in plan.shifts]
    for opens, closes in times:
        if minutes_of(opens) >= minutes_of(closes):
            yield f"{opens}–{closes}: it closes before it opens"
    for line in dict.fromkeys(entry.line for entry in plan.hours):
        for days, spans in _week(plan, line).items():
            if wrong := wrong_span(spans):
                where = f"line {line}, {days}" if line else days
                yield f"{where}: {clock_of(wrong.opens)}–{clock_of(wrong.closes)} overlaps other hours"
    for code, count in Tally(entry.code for entry in plan.shifts).items():
        if count > 1:
            yield f"shift {code} stands there {count} times"
    for entry in plan.shifts:
        if len(set(entry.counters)) < len(entry.counters):
            yield f"shift {entry.code} has a window twice"


def _week(plan: PlanFile, line: str | None) -> dict[str, list[Span]]:
    """The spans of a line's week (None: the centre's), by kind of day."""
    week: dict[str, list[Span]] = defaultdict(list)
    for entry in plan.hours:
        for days in entry.week() if entry.line == line else ():
            week[days].append(Span(minutes_of(entry.opens), minutes_of(entry.closes), entry.kind))
    return week


def put_plan(session: Session, centre: str, plan: PlanFile, path: Path | str, *, with_hours: bool) -> None:
    """Write shifts, posts and training over what the centre has; the hours too where ``with_hours`` (at founding).

    Runs in the caller's transaction. Raises Refusal for a counter, line or person that the centre has not.
    """
    _check_names(session, centre, plan, path)
    if with_hours:
        _put_hours(session, centre, plan)
    given = {entry.code for entry in plan.shifts}
    for shift in session.scalars(select(Shift).where(Shift.centre == centre)):
        shift.active = shift.code in given
    for position, entry in enumerate(plan.shifts):
        session.merge(
            Shift(
                centre=centre,
                code=entry.code,
                name=entry.name,
                opens=minutes_of(entry.opens),
                closes=minutes_of(entry.closes),
                days=entry.days,
                kind=entry.kind,
                position=position,
                active=True,
            )
        )
    session.flush()
    session.execute(delete(Post).where(Post.centre == centre))
    session.add_all(
        Post(centre=centre, shift=entry.code, counter=counter) for entry in plan.shifts for counter in entry.counters
    )
    session.execute(delete(StaffLine).where(StaffLine.centre == centre, StaffLine.staff.in_(plan.staff)))
    session.add_all(
        StaffLine(centre=centre, staff=code, line=line) for code, lines in plan.staff.items() for line in set(lines)
    )
    session.flush()


def _put_hours(session: Session, centre: str, plan: PlanFile) -> None:
    for line in dict.fromkeys(entry.line for entry in plan.hours):
        hours = HoursPlan(centre=centre, line=line, since=EARLIEST, until=None, reason="")
        session.add(hours)
        session.flush()
        session.add_all(
            HoursSpan(plan_id=hours.id, days=days, opens=span.opens, closes=span.closes, kind=span.kind)
            for days, spans in _week(plan, line).items()
            for span in spans
        )
    session.flush()


def _check_names(session: Session, centre: str, plan: PlanFile, path: Path | str) -> None:
    counters = set(session.scalars(select(Counter.number).where(Counter.centre == centre)))
    lines = set(session.scalars(select(Line.letter).where(Line.centre == centre)))
    people = set(session.scalars(select(Staff.code).where(Staff.centre == centre, Staff.active)))
    wanted = {number for entry in plan.shifts for number in entry.counters}
    letters = {entry.line for entry in plan.hours if entry.line} | set("".join(plan.staff.values()))
    for what, unknown in (
        ("window", wanted - counters),
        ("line", letters - lines),
        ("staff", plan.staff.keys() - people),
    ):
        if unknown:
            raise _refusal(path, f"{what} {', '.join(sorted(map(str, unknown)))} is not in the centre")


def _refusal(path: Path | str, what: str) -> Refusal:
    return Refusal(
        "The plan file {file} cannot be used: {what}.", "Correct it as the sample shows.", file=path, what=what
    )
