"""Where a resident is between the first touch and the number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from terminal.office.booking_views import BookingView
from terminal.office.case_views import CaseStanding
from terminal.office.views import Found, LineTile
from terminal.screens.kiosk.result import PrintState
from terminal.screens.kiosk.ticket import Taken


class Stage(Enum):
    """Which step it is."""

    HOME = "home"
    ITEMS = "items"
    CLOSED = "closed"
    TAKING = "taking"
    RESULT = "result"
    REFUSED = "refused"
    FOUND = "found"  # a slip was held before the scanner
    CHECK_IN = "check-in"  # the code of an appointment is being typed
    CARD = "card"  # an ID card is waited for
    BOOKINGS = "bookings"  # which of several appointments
    NOT_CHECKED_IN = "not checked in"
    MATTER = "matter"  # the ends of two numbers are being typed
    NO_MATTER = "no matter"


class Why(Enum):
    """Why nobody was checked in."""

    UNKNOWN = "unknown"  # no appointment has the code
    NONE = "none"  # the card's holder has none today
    EARLY = "early"
    LATE = "late"
    CANCELLED = "cancelled"
    LATER_DAY = "later day"
    PAST_DAY = "past day"
    REFUSED = "refused"


class NoMatter(Enum):
    """Why nobody is told how a matter stands."""

    UNKNOWN = "unknown"  # no case fits the digits
    SEVERAL = "several"
    RESTS = "rests"  # too many wrong tries


@dataclass(frozen=True, slots=True)
class NotCheckedIn:
    """``booking`` is what was looked at, where there is one."""

    why: Why
    booking: BookingView | None = None


@dataclass
class Visit:
    """One resident at the kiosk; a new one for the next."""

    stage: Stage = Stage.HOME
    turned: int = 0  # which page of tiles or items
    line: LineTile | None = None
    priority: str = ""
    title: str = ""  # the item's name; "" for the field alone
    taken: Taken | None = None
    printing: PrintState = ""
    found: Found | CaseStanding | None = None  # what the slip stands for; None for a code that nothing here has
    bookings: tuple[BookingView, ...] = ()
    not_checked_in: NotCheckedIn | None = None
    no_matter: NoMatter = NoMatter.UNKNOWN
