"""The queue of this moment and the counters working on it, read once for a whole picture."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Counter, CounterLine, Item, Line, Material, Ticket, TicketState
from terminal.model.queue import IS_WAITING
from terminal.office.room import Room
from terminal.rules.waiting import Estimate, Server, estimate

AT_COUNTER = (TicketState.CALLED.value, TicketState.SERVING.value)
LEAST_LEFT = 1.0  # minutes that somebody being served still needs at the least, however long it has taken


@dataclass(frozen=True)
class Hall:
    """One moment of the queue. ``queue`` is in the order of calls; ``serves`` holds every counter's lines."""

    now: datetime
    day: date
    lines: dict[str, Line]
    shorts: dict[str, str]  # item code → short name
    minutes: dict[str, int]  # item code → usual minutes
    line_minutes: dict[str, float]  # line → mean of its items' usual minutes
    offered: dict[str, str]  # item code → line, of the items on offer
    extended: frozenset[str]  # of those, the codes of the ones that extended hours serve too
    in_force: frozenset[str]  # lines that have items or counters; the others are kept for old tickets
    serves: dict[int, frozenset[str]]
    open_counters: frozenset[int]
    queue: tuple[Ticket, ...]
    at_counters: tuple[Ticket, ...]  # called or being served, by the time of the last call

    def title(self, ticket: Ticket) -> str:
        """What the ticket is for, in few words."""
        return self.shorts.get(ticket.item or "", self.lines[ticket.waits_in].name)

    def estimate(self, line: str) -> Estimate:
        """What somebody faces who takes a number of the line now: whoever came early for an appointment is behind."""
        before = [one for one in self.queue if one.place_at <= self.now]
        return estimate(self._servers(), [(one.waits_in, self._needs(one)) for one in before], line)

    def estimate_before(self, ticket: Ticket) -> Estimate:
        """What the holder of a ticket still faces."""
        place = (ticket.place_at, ticket.id)
        before = [one for one in self.queue if (one.place_at, one.id) < place]
        return estimate(self._servers(), [(one.waits_in, self._needs(one)) for one in before], ticket.waits_in)

    def _needs(self, ticket: Ticket) -> float:
        if ticket.item in self.minutes:
            return float(self.minutes[ticket.item])
        return self.line_minutes.get(ticket.waits_in, 10.0)

    def _servers(self) -> list[Server]:
        # With nobody signed in anywhere the hall is about to open: every counter is taken to be there.
        working = self.open_counters or self.serves.keys()
        busy = {one.counter: self._left(one) for one in self.at_counters}  # a counter's latest call is what counts
        return [
            Server(self.serves[number], busy.get(number, 0.0)) for number in sorted(working) if number in self.serves
        ]

    def _left(self, ticket: Ticket) -> float:
        since = ticket.started_at or self.now
        return max(LEAST_LEFT, self._needs(ticket) - (self.now - since).total_seconds() / 60)


def read_hall(session: Session, room: Room, now: datetime) -> Hall:
    """Read the hall within the caller's transaction."""
    day = room.day(now)
    lines = {
        line.letter: line
        for line in session.scalars(select(Line).where(Line.centre == room.centre).order_by(Line.letter))
    }
    shorts: dict[str, str] = {}
    minutes: dict[str, int] = {}
    per_line: dict[str, list[int]] = defaultdict(list)
    offers: dict[str, str] = {}
    extended: set[str] = set()
    items = select(Item.code, Item.short, Item.minutes, Item.line, Item.offered, Item.extended_hours)
    for code, short, needs, letter, offered, late in session.execute(items.where(Item.centre == room.centre)):
        shorts[code], minutes[code] = short, needs
        if offered:
            per_line[letter].append(needs)
            offers[code] = letter
            extended.update([code] if late else [])
    serves: dict[int, set[str]] = defaultdict(set)
    for counter, letter in session.execute(
        select(CounterLine.counter, CounterLine.line).where(CounterLine.centre == room.centre)
    ):
        serves[counter].add(letter)
    open_counters = session.scalars(
        select(Counter.number).where(
            Counter.centre == room.centre, Counter.staff.is_not(None), Counter.paused.is_(False)
        )
    )
    here = select(Ticket).where(Ticket.centre == room.centre, Ticket.day == day)
    queue = session.scalars(here.where(Ticket.state == IS_WAITING).order_by(Ticket.place_at, Ticket.id))
    at_counters = session.scalars(here.where(Ticket.state.in_(AT_COUNTER)).order_by(Ticket.called_at, Ticket.id))
    return Hall(
        now=now,
        day=day,
        lines=lines,
        shorts=shorts,
        minutes=minutes,
        line_minutes={letter: sum(needs) / len(needs) for letter, needs in per_line.items()},
        offered=offers,
        extended=frozenset(extended),
        in_force=frozenset(per_line).union(*serves.values()),
        serves={counter: frozenset(letters) for counter, letters in serves.items()},
        open_counters=frozenset(open_counters),
        queue=tuple(queue),
        at_counters=tuple(at_counters),
    )


def material_text(material: Material) -> str:
    """A material as slips and the kiosk write it: 居民身份证 原件."""
    parts = []
    if material.originals:
        parts.append("原件" if material.originals == 1 else f"原件{material.originals}份")
    if material.copies:
        parts.append("复印件" if material.copies == 1 else f"复印件{material.copies}份")
    return f"{material.short or material.name} {'、'.join(parts)}".strip()
