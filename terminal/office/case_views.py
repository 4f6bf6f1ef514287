"""What screens and commands show of cases, materials, routes and notices: frozen pictures, light to import.

These are for staff: names, telephone numbers and addresses are whole, document numbers masked unless a field is called
``number``. Moments are aware datetimes in the centre's zone. Reprs tell nothing of a person.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from terminal.office.discreet import Discreet
from terminal.office.people_views import PersonRow


@dataclass(frozen=True, slots=True, repr=False)
class CaseRow(Discreet):
    """A case in a list. ``days_left``: working days to the promised day, negative when it is past, None while paused or
    decided. ``risk``: "" calm, short (few days left), risk (the steps left take longer than the days left), late.
    """

    id: int
    number: str
    item: str
    title: str
    name: str
    masked_number: str
    phone: str
    proxy: bool
    state: str
    promised_on: date
    certain: bool
    days_left: int | None
    risk: str
    responsible: str
    responsible_name: str
    received_at: datetime
    moved_at: datetime


@dataclass(frozen=True, slots=True, repr=False)
class MoveView(Discreet):
    """One move of the timeline."""

    id: int
    at: datetime
    by: str
    by_name: str
    move: str
    from_state: str
    to_state: str
    note: str
    approved_by: str
    promised_on: date
    signed_by: str = ""  # who received the result
    to: str = ""  # where it was handed on to


@dataclass(frozen=True, slots=True)
class MoveChoice:
    """A move that may be made now; ``records`` as rules.casework.Record, ``document`` the form it issues ("" none)."""

    name: str
    records: tuple[str, ...]
    document: str
    allowed: bool  # for whom it was asked
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class PauseView:
    """Days that did not count."""

    kind: str
    since: date
    until: date | None
    days: int  # working days it took so far


@dataclass(frozen=True, slots=True, repr=False)
class HolderView(Discreet):
    """Who answered for the case, and how they came to."""

    staff: str
    name: str
    holding: str
    since: datetime
    until: datetime | None
    reason: str


@dataclass(frozen=True, slots=True, repr=False)
class FileView(Discreet):
    """An attached file."""

    id: int
    position: int | None
    name: str
    media_type: str
    size: int
    added_at: datetime
    added_by: str


@dataclass(frozen=True, slots=True)
class MaterialView:
    """A material of a case; see model.CaseMaterial."""

    position: int
    name: str
    originals: int
    copies: int
    mandatory: bool
    state: str
    got_originals: int
    got_copies: int
    why: str
    promised_by: date | None
    to_return: int
    place: str
    here: bool
    hand: str
    hand_name: str
    moved_at: datetime | None
    outcome: bool
    files: tuple[FileView, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class CustodyView(Discreet):
    """A link of an original's chain."""

    at: datetime
    what: str
    position: int
    material: str
    originals: int
    copies: int
    place: str
    by_name: str
    signed_by: str


@dataclass(frozen=True, slots=True, repr=False)
class StopView(Discreet):
    """A stop on a case's route."""

    id: int
    case_id: int
    position: int
    kind: str
    place: str
    address: str
    purpose: str
    bring: str
    staff: str
    staff_name: str
    day: date | None
    planned_at: datetime | None
    usual_days: int
    state: str
    begun_at: datetime | None
    done_at: datetime | None
    came_back: str


@dataclass(frozen=True, slots=True, repr=False)
class MandateView(Discreet):
    """A mandate of a proxy case."""

    id: int
    scope: str
    may: str
    may_not: str
    since: date
    until: date
    staff: str
    staff_name: str
    resident_signed_on: date | None
    staff_signed_on: date | None
    resumes: int | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, repr=False)
class ToldView(Discreet):
    """What the resident was told."""

    at: datetime
    by_name: str
    how: str
    whom: str
    words: str
    next_on: date | None


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A numbered notice; ``id`` None: one that is still to come (送达回执 after completion)."""

    id: int | None
    number: str
    form: str
    title: str
    state: str  # model.NoticeState, or "due"
    issued_at: datetime | None
    issued_by: str
    case_id: int | None = None
    case_number: str = ""
    void_reason: str = field(default="", repr=False)  # why it was taken back: a person's words


@dataclass(frozen=True, slots=True)
class TimelineNode:
    """A node of the case's timeline: ``done``, ``paused``, ``now`` or ``to_come``."""

    name: str  # a move or step: the word on screen is the screen's, unless ``title`` is given
    state: str
    since: date | None
    until: date | None
    days: int | None = None  # of a pause: those that do not count; of now: which working day of it this is
    title: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class CaseView:
    """A case, complete."""

    row: CaseRow
    code: str
    resident: PersonRow
    agent: PersonRow | None
    agent_relation: str
    source: str
    limit_days: int
    statutory_on: date | None
    extended_days: int
    accepted_at: datetime | None
    correct_by: date | None
    decided_at: datetime | None
    result: str
    delivery: str
    deliver_to: str
    notified_at: datetime | None
    ended_at: datetime | None
    holding: str
    backstop: str
    backstop_name: str
    version: int
    timeline: tuple[TimelineNode, ...]
    moves: tuple[MoveView, ...]
    choices: tuple[MoveChoice, ...]
    pauses: tuple[PauseView, ...]
    holders: tuple[HolderView, ...]
    materials: tuple[MaterialView, ...]
    custody: tuple[CustodyView, ...]
    stops: tuple[StopView, ...]
    mandate: MandateView | None
    told: tuple[ToldView, ...]
    notices: tuple[NoticeRow, ...]
    files: tuple[FileView, ...] = ()
    next_step: str = ""  # the move that the main button offers

    def __repr__(self) -> str:
        return f"<CaseView {self.row.id} {self.row.state}>"


@dataclass(frozen=True, slots=True)
class CaseStanding:
    """How a case stands, for whoever holds its receipt: nothing of the person. ``missing``: materials to hand in."""

    id: int
    number: str
    title: str
    state: str
    promised_on: date
    certain: bool
    correct_by: date | None
    delivery: str
    missing: int


@dataclass(frozen=True, slots=True)
class MaterialMark:
    """What staff say of a material: ``state`` as model.MaterialState."""

    position: int
    state: str
    originals: int = 0
    copies: int = 0
    why: str = ""
    promised_by: date | None = None
    to_return: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class MandateEntry(Discreet):
    """A mandate as it is entered."""

    scope: str
    until: date
    since: date | None = None  # None: today
    may: str = ""
    may_not: str = ""
    resident_signed_on: date | None = None
    staff_signed_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class StopEntry(Discreet):
    """An errand as it is planned."""

    kind: str
    place: str
    purpose: str
    department: str | None = None
    address: str = ""
    bring: str = ""
    staff: str | None = None
    day: date | None = None
    at: datetime | None = None  # an agreed hour


@dataclass(frozen=True, slots=True, repr=False)
class Errand:
    """A line of an agent's day sheet."""

    stop: StopView
    case_number: str
    title: str
    name: str
    phone: str
    carry: tuple[str, ...]  # originals and copies to take along

    def __repr__(self) -> str:
        return f"<Errand {self.stop.id}>"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of something found; ``more``: there are further ones. ``after`` continues where it ended."""

    rows: tuple[object, ...]
    more: bool
    after: str = ""
