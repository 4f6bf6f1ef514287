"""What screens show: complete, frozen pictures of one moment, each read in one transaction.

Light to import (standard library only), so a screen may name these types before SQLAlchemy is loaded.
Moments are aware datetimes in the centre's zone. Nobody's name or ID number is in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from terminal.office.plan_views import Opening
from terminal.rules.working_days import Counted

Situation = Literal["closed", "idle", "called", "serving", "paused"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket that has a place in the queue (or, on hold or passed, keeps one)."""

    id: int
    number: str  # A012
    line: str  # A
    item: str | None  # item code; None when the resident chose only the field
    title: str  # short name of the item, else the field's name
    priority: str | None  # class key of the priority file
    priority_label: str  # 老年人; "" without priority
    head_start_minutes: int  # how much earlier than the arrival its place is
    arrived_at: datetime
    waited_minutes: int  # since the arrival, whenever its appointment is
    booked_for: datetime | None = None  # the appointment's time, for who checked in


@dataclass(frozen=True, slots=True)
class HandlingRow:
    """One item handled (or being handled) in this visit."""

    id: int
    item: str
    title: str
    started_at: datetime
    finished_at: datetime | None
    outcome: str | None
    rating_state: str | None  # asked, rated, silent; None when nobody was asked yet
    rating_key: str | None
    promised_by: Counted | None = None  # of a promised item in hand: the day its limit ends if accepted today


@dataclass(frozen=True, slots=True)
class Serving:
    """The ticket at a counter: called or being served."""

    id: int
    number: str
    line: str
    item: str | None
    title: str
    state: str  # called | serving
    priority_label: str
    arrived_at: datetime
    called_at: datetime
    calls: int  # 1 = called once; each recall adds one
    started_at: datetime | None
    handlings: tuple[HandlingRow, ...]
    booked_for: datetime | None = None  # the appointment's time, for who checked in
    booked_items: tuple[str, ...] = ()  # the appointment's items not begun yet, by their codes, in order
    booked_by: int | None = None  # the resident whose appointment it is


@dataclass(frozen=True, slots=True)
class Today:
    """A counter's figures since midnight in the centre's zone."""

    finished: int
    average_minutes: float | None
    rated: int
    bad: int


@dataclass(frozen=True, slots=True)
class LastRating:
    """The last rating of a counter today."""

    number: str
    key: str | None  # None: not rated
    label: str
    score: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Stars of one counter, one person or the whole centre over a period. ``stars`` is None without ratings."""

    stars: float | None
    ratings: int
    not_rated: int
    low: float | None  # 95 % interval; None with fewer than two ratings
    high: float | None
    ranked: bool  # False below the least number of ratings (30)

    @property
    def margin(self) -> float | None:
        """Half the width of the 95 % interval, for "± 0.07"."""
        return None if self.low is None or self.high is None else (self.high - self.low) / 2


@dataclass(frozen=True, slots=True)
class CounterView:
    """Everything the counter screen shows, of one moment.

    A window that calls the next number before it is done with the last loses nobody: ``current`` is the latest call,
    who was being served before stands among ``held``, who was called and not begun among ``skipped``, and each becomes
    ``current`` again when the later ones are done.
    """

    centre_code: str
    centre_name: str
    counter: int
    paused: bool
    staff: str | None  # who is signed in here
    staff_name: str
    line_names: tuple[str, ...]  # the fields this counter calls
    waiting: tuple[Waiting, ...]  # in call order; at most 60 of them
    waiting_count: int
    wait_minutes: int  # for somebody who takes a number now in the slowest of these lines
    held: tuple[Waiting, ...]  # in order of their places; at most the last 60 of them, as of those passed
    skipped: tuple[Waiting, ...]
    current: Serving | None
    last_visit: Serving | None  # the last one finished here today
    today: Today
    last_rating: LastRating | None
    quarter: Standing
    at: datetime
    opening: Opening  # of the centre


@dataclass(frozen=True, slots=True)
class LineTile:
    """One line as the kiosk and the board's right column show it."""

    letter: str
    field: str  # LD
    name: str
    name_en: str
    examples: str  # 居住登记·居住证
    waiting: int  # people waiting in this line
    wait_minutes: int  # for the next taker, over all counters that serve the line
    open: bool  # it takes numbers: its hours are open, and a counter and whoever is on duty can serve it
    upcoming: tuple[str, ...]  # the next numbers of this line in call order, at most four
    kind: Literal["regular", "extended"] | None = "regular"  # of the hours it is served in; None while closed
    opens_at: datetime | None = None  # while closed; None too when nobody knows (within two weeks)


@dataclass(frozen=True, slots=True)
class KioskView:
    """What the kiosk shows before a number is taken."""

    centre_name: str
    centre_name_en: str
    lines: tuple[LineTile, ...]
    at: datetime
    opening: Opening  # of the centre
    closed_items: frozenset[str] = frozenset()  # on offer and not served just now


@dataclass(frozen=True, slots=True)
class BoardCall:
    """A call the hall should see. ``calls`` and ``called_at`` together tell a fresh call or recall from an old one."""

    ticket: int
    number: str
    counter: int
    line_name: str
    line_name_en: str
    state: str  # called | serving | done
    calls: int
    called_at: datetime


@dataclass(frozen=True, slots=True)
class BoardView:
    """The hall board: newest call first, each counter once."""

    centre_name: str
    calls: tuple[BoardCall, ...]
    lines: tuple[LineTile, ...]
    waiting: int
    wait_minutes: int
    notices: tuple[str, ...]
    at: datetime
    opening: Opening  # of the centre


@dataclass(frozen=True, slots=True)
class Issued:
    """A ticket just taken, with what its slip and the kiosk's result page say. Number and place are already stored."""

    id: int
    number: str
    line: str
    line_name: str
    line_name_en: str
    item: str | None
    title: str  # full item name, or ""
    priority: str | None
    priority_label: str
    place_at: datetime
    arrived_at: datetime
    ahead: int
    wait_minutes: int
    code: str  # what the slip's QR carries
    materials: tuple[str, ...]  # 居民身份证 原件
    booked_for: datetime | None = None  # the appointment's time, for who checked in


@dataclass(frozen=True, slots=True)
class Found:
    """What a scanned code stands for: a ticket. A case's receipt will be a kind of its own."""

    kind: Literal["ticket"]
    id: int
    number: str
    state: str  # waiting, called, serving, held, skipped, done
    counter: int | None  # where it was called to, is served or was
    day: date
    is_today: bool
    issued: Issued  # people ahead and minutes as of now


@dataclass(frozen=True, slots=True)
class WindowSign:
    """What hangs over a window. ``ticket`` is who was called or is served there, "" for nobody."""

    counter: int
    situation: Situation
    ticket: str
    staff_name: str


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the rating scale in force, in the pad's order."""

    key: str
    label: str
    label_en: str
    score: int
    bad: bool


class _Stars:
    """What a row of stars says at once, without going into its standing."""

    __slots__ = ()
    standing: Standing

    @property
    def stars(self) -> float | None:
        """Mean score; None without ratings."""
        return self.standing.stars

    @property
    def ratings(self) -> int:
        """How many keys were pressed."""
        return self.standing.ratings

    @property
    def not_rated(self) -> int:
        """How many handlings were finished without one."""
        return self.standing.not_rated


@dataclass(frozen=True, slots=True)
class WindowStars(_Stars):
    """One row of the managers' page."""

    counter: int
    staff_names: tuple[str, ...]
    standing: Standing
    keys: dict[str, int]  # presses per key, every key of the scale present
    bad: int
    trend: tuple[float | None, ...]  # mean score per week, oldest first


@dataclass(frozen=True, slots=True)
class StaffStars(_Stars):
    """The same for one person."""

    staff: str
    name: str
    standing: Standing
    keys: dict[str, int]
    bad: int


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A resident is being asked, and has so many seconds left to press a key."""

    handling: int
    asked_at: datetime
    seconds_left: float


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One handling's rating: ``key`` None means asked and not answered."""

    handling: int
    counter: int
    staff: str | None
    staff_name: str
    item: str
    title: str
    number: str
    key: str | None
    label: str
    score: int | None
    bad: bool
    source: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class StarsPage:
    """The managers' stars of a period: ranked windows first, then those with too few ratings."""

    since: date
    until: date
    scale: tuple[Key, ...]
    finished: int
    overall: Standing
    keys: dict[str, int]
    bad: int
    windows: tuple[WindowStars, ...]
    staff: tuple[StaffStars, ...]
    recent: tuple[RatingRow, ...]  # newest first, at most 50; bad ones are also in `worst`
    worst: tuple[RatingRow, ...]  # bad ratings, newest first, at most 50
    centre_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MaterialView:
    """One material an item asks for."""

    name: str
    originals: int
    copies: int
    mandatory: bool
    where_from: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """One service item as screens and slips show it."""

    code: str
    name: str
    short: str
    initials: str  # jzzsl
    field: str
    line: str
    kind: str  # instant | promised
    promised_days: int | None
    statutory_days: int | None
    department: str
    minutes: int
    conditions: str
    fee: int
    extended_hours: bool
    proxy: bool
    materials: tuple[MaterialView, ...]
