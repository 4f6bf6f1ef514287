"""What screens and commands show of slots, appointments, requests and messages: frozen pictures, light to import.

These are for staff: names and telephone numbers are whole, ID numbers masked. Whatever residents see masks the rest.
Moments are aware datetimes in the centre's zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from terminal.office.discreet import Discreet


@dataclass(frozen=True, slots=True, repr=False)
class ResidentEntry(Discreet):
    """A resident as somebody enters one. ``number`` may be empty when none was given."""

    name: str
    number: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class ResidentView(Discreet):
    """A resident that was found."""

    id: int
    name: str
    masked_number: str  # "" when none is known
    phone: str
    missed: int  # appointments missed within the days that count
    barred_until: date | None


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that a booking may begin. ``free`` of ``capacity`` are left for the items asked about."""

    start: datetime
    end: datetime
    free: int
    capacity: int
    kind: str  # regular, extended


@dataclass(frozen=True, slots=True)
class SlotDay:
    """A day of slots. ``rostered`` False: no roster is published, every post is taken to be filled."""

    day: date
    working: bool
    name: str
    certain: bool
    rostered: bool
    closed: str  # why there are no slots: "" closed items nobody past far; see office.appointment_slots
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class BookedItem:
    """An item of a booking."""

    code: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True, repr=False)
class BookingView(Discreet):
    """An appointment, complete."""

    id: int
    code: str
    state: str
    channel: str
    day: date
    start: datetime
    end: datetime
    items: tuple[BookedItem, ...]
    line: str
    resident_id: int | None
    name: str
    masked_number: str
    phone: str
    urgent: bool
    staff: str | None
    staff_name: str
    counter: int | None
    ticket: str | None  # its number, once checked in
    made_by: str
    made_at: datetime
    held_until: datetime | None
    moves: int
    reason: str
    check_in_from: datetime
    check_in_until: datetime
    told: str  # state of the last message about it: "" none
    told_of: str = ""  # and what that told: its template
    broken_by: str = ""  # why it cannot be kept, where that was asked: closed, items, people


@dataclass(frozen=True, slots=True)
class RulesView:
    """The centre's rules of booking; see ``model.BookingRules``."""

    grid_minutes: int
    lead_minutes: int
    horizon_days: int
    walk_in_share: int
    hold_minutes: int
    early_minutes: int
    grace_minutes: int
    release_minutes: int
    most_items: int
    most_open: int
    missed_limit: int
    missed_days: int
    barred_days: int


@dataclass(frozen=True, slots=True, repr=False)
class RequestView(Discreet):
    """A request through a channel, with its age."""

    id: int
    channel: str
    name: str
    phone: str
    item: str | None
    title: str
    wanted_at: datetime | None
    urgent: bool
    reason: str
    state: str
    asked_at: datetime
    age_minutes: int
    taken_by: str
    decided_by: str
    answer: str
    appointment: int | None


@dataclass(frozen=True, slots=True, repr=False)
class MessageRow(Discreet):
    """A message of the outbox, as staff see its delivery."""

    id: int
    template: str
    via: str
    name: str
    address: str
    text: str
    state: str
    attempts: int
    created_at: datetime
    next_at: datetime
    ended_at: datetime | None
    detail: str
    appointment: int | None


@dataclass(frozen=True, slots=True)
class ImportFault:
    """What is wrong with a row of an import file; ``row`` counts from 1 at the head."""

    row: int
    column: str
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or with ``dry_run`` would do. Rows already taken in before count as known."""

    dry_run: bool
    rows: int
    booked: int
    known: int
    faults: tuple[ImportFault, ...]


@dataclass(frozen=True, slots=True)
class Errands:
    """What waits beside the queue. ``oldest_minutes`` is the age of the oldest open request."""

    not_arrived: int  # booked for today and not checked in
    requests: int
    oldest_minutes: int
    broken: int  # appointments that cannot be kept any more
    calls: int  # people to ring, who cannot be written to

    @property
    def answers(self) -> int:
        """How many of them somebody has to do something about."""
        return self.requests + self.broken + self.calls
