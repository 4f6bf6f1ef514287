"""What screens and commands show of calendar, hours and roster: frozen pictures, light to import.

Minutes of a day are counted from midnight in the centre's zone; moments are aware datetimes in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from terminal.office.booking_views import BookingView
from terminal.rules.hours import Span


@dataclass(frozen=True, slots=True)
class CalendarDayView:
    """One day. ``certain`` is False in a year whose rest days nobody has published or entered yet."""

    day: date
    working: bool
    name: str  # 国庆节; "" for an ordinary day
    edited: bool  # by the centre
    certain: bool
    broken: tuple[BookingView, ...] = ()  # appointments that the verb which returned this broke


@dataclass(frozen=True, slots=True)
class YearView:
    """Every day of a year."""

    year: int
    certain: bool
    days: tuple[CalendarDayView, ...]


@dataclass(frozen=True, slots=True)
class CalendarImport:
    """What taking over a calendar file did, or with ``dry_run`` would do."""

    dry_run: bool
    days: int  # that the file names
    changed: int  # of them, those that were not so before
    new_years: tuple[int, ...]  # known as complete from now on
    uncertain_years: tuple[int, ...]  # of the file, still not known as complete
    broken: tuple[BookingView, ...]  # appointments that this leaves without their time


@dataclass(frozen=True, slots=True)
class PublishedImport:
    """What taking over the published years did."""

    new_years: tuple[int, ...]  # that were not known before
    broken: tuple[BookingView, ...]  # appointments that this leaves without their time


@dataclass(frozen=True, slots=True)
class HoursPlanView:
    """A plan of hours. ``days`` maps mon … sun, rest or any to its spans; a day that is missing is closed."""

    id: int
    line: str | None
    since: date
    until: date | None  # not None: special days
    follows_centre: bool
    reason: str
    days: Mapping[str, tuple[Span, ...]]
    state: Literal["in_force", "coming", "over"]


@dataclass(frozen=True, slots=True)
class HoursChange:
    """What a change of hours came to, or with a dry run would: the appointments that it leaves without their time.

    ``plan`` is None after a dry run, and when a plan was taken back whole.
    """

    plan: HoursPlanView | None
    broken: tuple[BookingView, ...]


@dataclass(frozen=True, slots=True)
class DayHours:
    """When the centre, or one line of it, is open on a day."""

    day: date
    line: str | None
    working: bool
    certain: bool
    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """How things stand at a moment: open now or not, today's spans, and when it opens next (within two weeks)."""

    at: datetime
    kind: Literal["regular", "extended"] | None  # of the span it is in; None while closed
    until: datetime | None  # when this span ends
    spans: tuple[Span, ...]  # of today
    next_at: datetime | None
    certain: bool  # False when an unpublished year has a say in it
    name: str  # the holiday's, if today is one


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A shift, and the counters that need somebody in it."""

    code: str
    name: str
    opens: int
    closes: int
    days: str  # work, rest
    kind: str  # regular, extended
    counters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """Who may be put on the roster; ``lines`` are the letters the person is trained for, in order."""

    code: str
    name: str
    lines: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True)
class DutyView:
    """One person at one counter on one day. ``shift`` None: called in for an urgent appointment."""

    id: int
    day: date
    shift: str | None
    shift_name: str
    counter: int
    staff: str
    staff_name: str
    opens: int
    closes: int
    kind: str  # regular, extended, urgent
    fixed: bool
    in_force: bool
    arrived_at: datetime | None
    left_at: datetime | None
    absent: str | None


@dataclass(frozen=True, slots=True)
class LeaveView:
    """A person is away, first and last day included."""

    id: int
    staff: str
    name: str
    since: date
    until: date
    reason: str
    covered: tuple[DutyView, ...] = ()  # duties in force that somebody else has to take; only as a verb returns it
    broken: tuple[BookingView, ...] = ()  # appointments that the verb which returned this broke


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Something in a roster that a rule forbids; ``kind`` is one of ``terminal.rules.roster.ConflictKind``."""

    kind: str
    day: date
    shift: str | None
    counter: int | None
    staff: str | None
    detail: str  # the line's letter not covered, the other shift, the other day


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a roster's duty falls to a person."""

    staff: str
    name: str
    regular: int
    extended: int
    extended_quarter: int  # of the calendar quarter it begins in, with what is already in force there


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A roster without its duties, for lists."""

    id: int
    since: date
    until: date
    state: str  # draft, published
    made_by: str
    made_at: datetime
    published_at: datetime | None
    duties: int
    open_posts: int  # posts nobody is put on


@dataclass(frozen=True, slots=True)
class RosterView:
    """A whole roster: what the grid shows."""

    id: int
    since: date
    until: date
    state: str
    days: tuple[CalendarDayView, ...]
    shifts: tuple[ShiftView, ...]
    people: tuple[PersonView, ...]
    duties: tuple[DutyView, ...]
    leaves: tuple[LeaveView, ...]
    conflicts: tuple[ConflictView, ...]
    shares: tuple[Share, ...]
    published_at: datetime | None
    serves: Mapping[int, str] = field(default_factory=dict)  # the letters of each counter's lines
    broken: tuple[BookingView, ...] = ()  # appointments that the verb which returned this broke


@dataclass(frozen=True, slots=True)
class Published:
    """A roster that came into force, and the appointments that nobody is on duty for any more."""

    roster: RosterView
    broken: tuple[BookingView, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """What a proposal's search tells while it runs; ``spread`` is the difference of extended shifts, None at first."""

    seconds: float
    found: int  # rosters found so far, each better than the last
    spread: int | None


@dataclass(frozen=True, slots=True)
class SwapView:
    """A request to give a duty away or exchange it."""

    id: int
    state: str
    duty: DutyView
    other: DutyView | None
    asked_by: str
    asked_by_name: str
    with_staff: str
    with_name: str
    reason: str
    asked_at: datetime
    decided_by: str
    conflicts: tuple[ConflictView, ...] = ()  # that it would bring; of one that is still open
    broken: tuple[BookingView, ...] = ()  # appointments that the verb which returned this broke


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Today at a counter: who should be there and whether they are."""

    duty: DutyView
    signed_in_at: int | None  # the counter the person sits at just now


AttendanceState = Literal["coming", "missing", "here", "away", "done", "missed", "absent"]


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """What became of a duty.

    ``coming`` (not begun), ``missing`` (begun, and nobody has come), ``here``, ``away`` (signed out before its end),
    ``done``, ``missed`` (over, and nobody came), ``absent`` (noted by hand).
    """

    duty: DutyView
    state: AttendanceState
    minutes_late: int  # of the arrival, or so far of who is missing
    minutes_early: int  # that the person left before the end
