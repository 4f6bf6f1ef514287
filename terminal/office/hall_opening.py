"""Which lines and items are served at a moment: hours, the people on duty and the windows taken together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import BindParameter, Date, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Duty, Roster, RosterState
from terminal.model.duty import IN_FORCE
from terminal.office.capacity import OnDay, servers_on
from terminal.office.hall_reading import Hall
from terminal.office.opening_at import AHEAD, KINDS, opening_at
from terminal.office.opening_reading import OpeningRules, read_opening
from terminal.office.plan_views import Opening
from terminal.office.room import Room
from terminal.rules.hours import Span, moment_of

EXTENDED = "extended"
_NOBODY_SAID = OnDay(rostered=False, servers=())
_AT_CENTRE: BindParameter[str] = bindparam("at_centre")
_SINCE: BindParameter[date] = bindparam("since", type_=Date())
_UNTIL: BindParameter[date] = bindparam("until", type_=Date())
_ROSTERED = select(
    or_(
        exists().where(
            Roster.centre == _AT_CENTRE,
            Roster.state == RosterState.PUBLISHED.value,
            Roster.since <= _UNTIL,
            Roster.until >= _SINCE,
        ),
        exists().where(Duty.centre == _AT_CENTRE, IN_FORCE, Duty.day.between(_SINCE, _UNTIL)),
    )
)
Kind = Literal["regular", "extended"]


@dataclass(frozen=True, slots=True)
class LineOpening:
    """How a line stands: served in hours of a ``kind``, or closed until ``opens_at`` (None: nobody knows)."""

    kind: Kind | None
    opens_at: datetime | None


@dataclass(frozen=True, slots=True)
class HallOpening:
    """How the centre and each of its lines stand at a moment."""

    centre: Opening
    lines: Mapping[str, LineOpening]

    def serves(self, line: str, *, extended: bool) -> bool:
        """Whether an item of the line is served now; ``extended``: it is also served in extended hours."""
        kind = self.lines[line].kind
        return kind is not None and (kind != EXTENDED or extended)

    def closed_items(self, hall: Hall) -> frozenset[str]:
        """The items on offer that are not served now."""
        return frozenset(
            code for code, line in hall.offered.items() if not self.serves(line, extended=code in hall.extended)
        )


def read_centre_opening(session: Session, room: Room, now: datetime) -> Opening:
    """How the centre stands, within the caller's transaction."""
    return opening_at(_read_rules(session, room, room.day(now)), room, now)


def read_hall_opening(session: Session, room: Room, hall: Hall) -> HallOpening:
    """Read how the hall stands within the caller's transaction.

    A line is served when its hours are open, some counter calls it and, where a roster is published for the day,
    somebody is on duty who can: or sits at a window that calls it, whatever the roster says. In extended hours it needs
    an item that is served in them.
    """
    today = room.day(hall.now)
    rules = _read_rules(session, room, today)
    served = frozenset[str]().union(*hall.serves.values())
    ahead = today + timedelta(days=AHEAD)
    duty = _Duties(session, room, rules, today, ahead)
    look = _Look(rules, room, hall, duty.until(today))
    kinds = {letter: look.kind(letter) if letter in served else None for letter in hall.lines}
    closed = [letter for letter, kind in kinds.items() if kind is None and letter in served]
    if closed:
        look = _Look(rules, room, hall, duty.until(ahead))
    lines = {
        letter: LineOpening(kind, look.opens_at(letter) if letter in closed else None) for letter, kind in kinds.items()
    }
    return HallOpening(opening_at(rules, room, hall.now), lines)


def check_open(session: Session, room: Room, hall: Hall, line: str, item: str | None) -> None:
    """Refuse what is closed now, saying when it opens."""
    opening = read_hall_opening(session, room, hall)
    stands = opening.lines[line]
    extended = item is None or item in hall.extended
    if opening.serves(line, extended=extended):
        return
    name = hall.lines[line].name if item is None else hall.shorts[item]
    if stands.kind == EXTENDED:
        raise Refusal("{name} is not served in extended hours.", "Come in regular hours.", name=name)
    if stands.opens_at is None:
        raise Refusal("{name} is closed now.", "Ask at the service desk when it opens.", name=name)
    raise Refusal("{name} is closed now.", "It opens at {opens}.", name=name, opens=f"{stands.opens_at:%Y-%m-%d %H:%M}")


def _read_rules(session: Session, room: Room, today: date) -> OpeningRules:
    return read_opening(session, room, today, today + timedelta(days=AHEAD))


class _Duties:
    """Who is on duty from today on, read as far as it is asked for: not at all where no roster is published."""

    def __init__(self, session: Session, room: Room, rules: OpeningRules, today: date, ahead: date) -> None:
        self._session, self._room, self._rules, self._today = session, room, rules, today
        period = {"at_centre": room.centre, "since": today, "until": ahead}
        self._rostered = bool(session.scalar(_ROSTERED, period))

    def until(self, last: date) -> Mapping[date, OnDay]:
        """Each day from today to ``last``."""
        if self._rostered:
            return servers_on(self._session, self._room, self._today, last, self._rules.calendar.working)
        return {self._today + timedelta(days=passed): _NOBODY_SAID for passed in range((last - self._today).days + 1)}


class _Look:
    """When lines are served on the days that ``on_duty`` holds."""

    def __init__(self, rules: OpeningRules, room: Room, hall: Hall, on_duty: Mapping[date, OnDay]) -> None:
        self._rules = rules
        self._room = room
        self._now = hall.now
        self._on_duty = on_duty
        self._extended = {hall.offered[code] for code in hall.extended}
        self._seated = frozenset[str]().union(*(hall.serves.get(one, frozenset()) for one in hall.open_counters))

    def kind(self, line: str) -> Kind | None:
        """What kind of hours the line is served in now; None while it is not."""
        today = self._room.day(self._now)
        spans = self._open(today, line) if line in self._seated else self._served(today, line)
        for span in spans:
            if self._moment(today, span.opens) <= self._now < self._moment(today, span.closes):
                return KINDS[span.kind]
        return None

    def opens_at(self, line: str) -> datetime | None:
        """The next moment at which the line begins to be served."""
        for day in sorted(self._on_duty):
            begins = (self._moment(day, span.opens) for span in self._served(day, line))
            if later := [one for one in begins if one > self._now]:
                return self._room.local(min(later))
        return None

    def _open(self, day: date, line: str) -> Collection[Span]:
        spans = self._rules.on(day, line)
        return [span for span in spans if span.kind != EXTENDED or line in self._extended]

    def _served(self, day: date, line: str) -> Collection[Span]:
        spans, on = self._open(day, line), self._on_duty[day]
        if not on.rostered:
            return spans  # nobody has said who is there
        return [
            Span(max(span.opens, one.opens), min(span.closes, one.closes), span.kind)
            for span in spans
            for one in on.servers
            if line in one.lines and max(span.opens, one.opens) < min(span.closes, one.closes)
        ]

    def _moment(self, day: date, minutes: int) -> datetime:
        return moment_of(day, minutes, self._room.zone)
