"""The plan of a centre as a file: regular hours, shifts with their posts, and who is trained for which lines (TOML)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

import resources
from terminal.model import Counter, HoursPlan, HoursSpan, Line, Post, Shift, Staff, StaffLine
from terminal.office.file_reading import Report, Section, report_repeated
from terminal.office.file_source import read_toml
from terminal.office.roster_plan import DAYS, KINDS, ShiftEntry
from terminal.rules.hours import EARLIEST, WEEKDAYS, clock_of, minutes_of

SAMPLE: Final = "plan/lc01.toml"
_CLOCK: Final = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00"
_MOST: Final = 9999  # a window's number


@dataclass(frozen=True, slots=True)
class HoursEntry:
    """One span of the week. ``place`` is what its part of the file is called."""

    place: str
    days: str
    opens: int
    closes: int
    kind: str
    line: str | None

    def week(self) -> tuple[str, ...]:
        """The kinds of day of ``HoursSpan`` that it stands for."""
        return WEEKDAYS if self.days == "work" else (self.days,)

    def meets(self, other: HoursEntry) -> bool:
        """Whether both are open at one moment, of one line."""
        together = self.line == other.line and not {*self.week()}.isdisjoint(other.week())
        return together and self.opens < other.closes and other.opens < self.closes


@dataclass(frozen=True, slots=True)
class ShiftPart:
    """One shift and the counters that need somebody in it; ``place`` as of ``HoursEntry``."""

    place: str
    shift: ShiftEntry
    counters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlanFile:
    """What a plan file says."""

    hours: tuple[HoursEntry, ...]
    shifts: tuple[ShiftPart, ...]
    staff: dict[str, str]


def sample_plan() -> Path:
    """The sample centre's plan."""
    return resources.path(SAMPLE)


def read_plan_file(path: Path | str) -> PlanFile:
    """Read and check a plan. Raises Refusal that names every fault with file, place and what is expected."""
    return read_toml(Path(path), _read)


def _read(top: Section) -> PlanFile:
    hours = top.sections("hours", "hours", "", least=0, needed=False)
    shifts = top.sections("shifts", "shift", "code", least=0, needed=False)
    plan = PlanFile(tuple(map(_hours, hours)), tuple(map(_shift, shifts)), _staff(top.section("staff")))
    report_repeated([(part, entry.shift.code) for part, entry in zip(shifts, plan.shifts, strict=True)], "code")
    for number, (part, entry) in enumerate(zip(hours, plan.hours, strict=True)):
        if entry.opens < entry.closes and (met := next(filter(entry.meets, plan.hours[:number]), None)):
            part.fault("opens", _span(entry), f"hours that do not overlap those of {met.place}, {_span(met)}")
    return plan


def _hours(part: Section) -> HoursEntry:
    days = part.choice("days", (*DAYS, *WEEKDAYS))
    opens, closes = _times(part)
    kind = part.choice("kind", KINDS, default="regular")
    line = part.text("line", most=1, like="[A-Z]", default="", expected="the letter of a line")
    part.done()
    return HoursEntry(part.entry, days, opens, closes, kind, line or None)


def _shift(part: Section) -> ShiftPart:
    code = part.text("code", most=16, like="[a-z][a-z0-9_-]*", expected="a short name such as early")
    name, days = part.text("name", most=20), part.choice("days", DAYS)
    opens, closes = _times(part)
    kind = part.choice("kind", KINDS, default="regular")
    counters = part.numbers("counters", 1, _MOST)
    if len(set(counters)) < len(counters):
        part.fault("counters", "a window twice", "each window once")
    part.done()
    return ShiftPart(part.entry, ShiftEntry(code, name, days, opens, closes, kind), counters)


def _times(part: Section) -> tuple[int, int]:
    """When it opens and closes, in minutes; no time at all where either is wrong."""
    opens, closes = (
        part.text(key, most=5, like=_CLOCK, expected="a time such as 08:00") for key in ("opens", "closes")
    )
    if not part.sound("opens", "closes"):
        return 0, 0
    if minutes_of(opens) >= minutes_of(closes):
        part.fault("closes", closes, f"a time after {opens}, when it opens")
    return minutes_of(opens), minutes_of(closes)


def _staff(part: Section | None) -> dict[str, str]:
    if part is None:
        return {}
    trained = {
        code: part.text(code, most=26, like="[A-Z]*", default="", expected="letters of lines such as ADF")
        for code in part.names()
    }
    part.done()
    return trained


def _span(entry: HoursEntry) -> str:
    return f"{clock_of(entry.opens)}–{clock_of(entry.closes)}"


def put_plan(session: Session, centre: str, plan: PlanFile, path: Path | str, *, with_hours: bool) -> None:
    """Write shifts, posts and training over what the centre has; the hours too where ``with_hours`` (at founding).

    Runs in the caller's transaction. Raises Refusal for a counter, line or person that the centre has not.
    """
    _check_names(session, centre, plan, path)
    if with_hours:
        _put_hours(session, centre, plan)
    given = {entry.shift.code for entry in plan.shifts}
    for shift in session.scalars(select(Shift).where(Shift.centre == centre)):
        shift.active = shift.code in given
    for position, entry in enumerate(plan.shifts):
        session.merge(Shift(centre=centre, position=position, **asdict(entry.shift)))
    session.flush()
    session.execute(delete(Post).where(Post.centre == centre))
    session.add_all(
        Post(centre=centre, shift=entry.shift.code, counter=counter)
        for entry in plan.shifts
        for counter in entry.counters
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
            HoursSpan(plan_id=hours.id, days=days, opens=entry.opens, closes=entry.closes, kind=entry.kind)
            for entry in plan.hours
            for days in (entry.week() if entry.line == line else ())
        )
    session.flush()


def _check_names(session: Session, centre: str, plan: PlanFile, path: Path | str) -> None:
    """Report what the centre has not."""
    counters = set(session.scalars(select(Counter.number).where(Counter.centre == centre)))
    lines = set(session.scalars(select(Line.letter).where(Line.centre == centre)))
    people = set(session.scalars(select(Staff.code).where(Staff.centre == centre, Staff.active)))
    report = Report(str(path))

    def check(place: str, key: str, given: Iterable[object], known: Collection[object]) -> None:
        unknown = sorted({str(one) for one in given} - {str(one) for one in known})
        if unknown:
            wanted = f"one of the centre's: {', '.join(sorted(map(str, known), key=lambda one: (len(one), one)))}"
            report.fault(None, place, key, ", ".join(unknown), wanted)

    for entry in plan.hours:
        check(entry.place, "line", [entry.line] if entry.line else [], lines)
    for shift in plan.shifts:
        check(shift.place, "counters", shift.counters, counters)
    for code, letters in plan.staff.items():
        check("staff", code, [code], people)
        check("staff", code, letters, lines)
    report.refuse_if_faulty()
