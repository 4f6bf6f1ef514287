"""The slots of some days, read once: opening hours, people on duty and what is booked, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from sqlalchemy import DateTime, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import BookingRules, Item, SlotUse
from terminal.office.booking_views import Slot, SlotDay
from terminal.office.capacity import DayClock, OnDay, servers_on
from terminal.office.opening_reading import OpeningRules, read_opening
from terminal.office.room import Room
from terminal.rules import slots
from terminal.rules.hours import Span
from terminal.rules.slots import Load, Use

MOST_DAYS = 92  # that one look may ask for: a quarter


class SlotFull(Exception):  # noqa: N818 - no trouble yet: the verb goes on to say what is free instead
    """Nothing is left of a slot for items of these codes."""

    def __init__(self, start: datetime, codes: tuple[str, ...]) -> None:
        super().__init__()
        self.start = start
        self.codes = codes


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a booking asks for: its items in order, and what they take together."""

    items: tuple[Item, ...]
    minutes: int

    @property
    def codes(self) -> tuple[str, ...]:
        """The items' codes, in order."""
        return tuple(item.code for item in self.items)

    @property
    def needs(self) -> str:
        """The letters of the lines that one person has to be trained for, in order."""
        return "".join(sorted({item.line for item in self.items}))

    @property
    def extended(self) -> bool:
        """Whether all of it is served in extended hours too."""
        return all(item.extended_hours for item in self.items)


def wanted(session: Session, room: Room, codes: Sequence[str], most: int) -> Wanted:
    """What the items of these codes ask for. Refuses unknown ones, none, one named twice, and more than ``most``."""
    names = [code.strip().upper() for code in codes]
    if not names:
        raise Refusal("Nothing is to be booked.", "Name one item at least.")
    if len(names) > most:
        raise Refusal("More than {most} items in one booking.", "Book the others apart.", most=most)
    if len(set(names)) < len(names):
        raise Refusal("An item is named twice in one booking.", "Name each once; for a second person book apart.")
    query = select(Item).where(Item.centre == room.centre, Item.code.in_(names), Item.offered)
    found = {item.code: item for item in session.scalars(query)}
    items = tuple(found.get(name) or room.item(session, name) for name in names)
    return Wanted(items, sum(item.minutes for item in items))


class SlotBook:
    """What the days from ``since`` to ``until`` have, as it stands in the caller's transaction at ``now``.

    ``without``: an appointment whose own slot counts as free, since it may be given up for another.
    """

    def __init__(
        self,
        session: Session,
        room: Room,
        rules: BookingRules,
        since: date,
        until: date,
        now: datetime,
        *,
        without: int | None = None,
    ) -> None:
        self._room = room
        self._rules = rules
        self._now = now
        self._today = room.day(now)
        self._opening = read_opening(session, room, since, until)
        self._on_duty = servers_on(session, room, since, until, self._opening.calendar.working)
        self._uses = _uses(session, room, since, until, now, without)

    def day(self, day: date, wish: Wanted) -> SlotDay:
        """A day's slots for what is wanted: every time of the grid at which it is open, somebody who can serve it is on
        duty, and the lead time is kept; full ones too.

        Without any, ``closed`` says why: closed (no hours), items (not served in these hours), nobody (on duty who
        can), past, far (beyond the horizon).
        """
        picture = self._picture(day)
        found: tuple[Slot, ...] = ()
        reason = self._out_of_reach(day)
        if not reason:
            found = tuple(picture.slots(wish, self._soonest(picture.clock)))
            reason = "" if found else picture.reason(wish)
        certain = all(self._opening.certain(day, line) for line in wish.needs)
        return SlotDay(
            day, self._opening.calendar.working(day), self._opening.names.get(day, ""), certain,
            picture.on_duty.rostered, reason, found,
        )  # fmt: skip

    def slot(self, start: datetime, wish: Wanted, *, asked_at: datetime | None = None) -> Slot:
        """The slot that begins at a moment. Raises SlotFull when nothing is left of it, Refusal when it is none.

        ``asked_at``: when it was first asked for, by a hold that is still in force; its lead time was kept then.
        """
        day = self._room.day(start)
        picture = self._picture(day)
        self._check_reach(start, day, asked_at or self._now)
        begins, rest = divmod((start - picture.clock.begins).total_seconds(), 60)
        if rest or begins % self._rules.grid_minutes:
            raise Refusal(
                "No slot begins at {start}.",
                "Slots begin every {minutes} minutes.",
                start=self._text(start),
                minutes=self._rules.grid_minutes,
            )
        found = picture.slot(wish, int(begins))
        if found is None:
            raise self._none(picture, wish, start, int(begins))
        if found.free < 1:
            raise SlotFull(start, wish.codes)
        return found

    def next_free(self, after: datetime, wish: Wanted, until: date) -> Slot | None:
        """The first slot after a moment that has something left, up to the end of the day ``until``."""
        day = self._room.day(after)
        while day <= until:
            for slot in self.day(day, wish).slots:
                if slot.free and slot.start > after:
                    return slot
            day += timedelta(days=1)
        return None

    def _picture(self, day: date) -> _Day:
        return _Day(self._room, self._rules, day, self._opening, self._on_duty[day], self._uses.get(day, []))

    def _out_of_reach(self, day: date) -> str:
        if day < self._today:
            return "past"
        return "far" if day > self._today + timedelta(days=self._rules.horizon_days) else ""

    def _soonest(self, clock: DayClock) -> int:
        """The first minute of a day that may still be booked."""
        soonest = self._now + timedelta(minutes=self._rules.lead_minutes)
        return max(0, clock.minute(soonest + timedelta(seconds=59, microseconds=999_999)))

    def _check_reach(self, start: datetime, day: date, asked_at: datetime) -> None:
        if start < asked_at + timedelta(minutes=self._rules.lead_minutes):
            raise Refusal(
                "{start} is too soon.",
                "Book at least {minutes} minutes ahead, or take a number.",
                start=self._text(start),
                minutes=self._rules.lead_minutes,
            )
        if self._out_of_reach(day):
            raise Refusal(
                "{start} is too far ahead.",
                "Appointments are made for the next {days} days.",
                start=self._text(start),
                days=self._rules.horizon_days,
            )

    def _none(self, picture: _Day, wish: Wanted, start: datetime, begins: int) -> Refusal:
        """Why there is no slot at a time of the grid."""
        values = {"start": self._text(start), "items": " ".join(wish.codes)}
        end = begins + slots.length(wish.minutes, self._rules.grid_minutes)
        if not any(slots.covered(picture.hours(line), begins, begins + 1) for line in wish.needs):
            return Refusal("It is closed at {start}.", "Choose a time within the hours.", **values)
        if not slots.covered(picture.spans(wish), begins, end):
            return Refusal("{items}: not served at {start} for as long as it takes.", "Choose another time.", **values)
        return Refusal("{items}: nobody who can serve that is on duty at {start}.", "Choose another time.", **values)

    def _text(self, moment: datetime) -> str:
        return f"{self._room.local(moment):%Y-%m-%d %H:%M}"


class _Day:
    """One day's hours, people and bookings."""

    def __init__(
        self, room: Room, rules: BookingRules, day: date, opening: OpeningRules, on_duty: OnDay, uses: list[_UseRow]
    ) -> None:
        self.on_duty = on_duty
        self.clock = DayClock(room, day)
        self._opening = opening
        self._day = day
        self._rules = rules
        self._uses = uses

    @cached_property
    def load(self) -> Load:
        """The people on duty and what is booked of them."""
        clock = self.clock
        uses = [Use(clock.minute(start), clock.minute(end), needs, count) for start, end, needs, count in self._uses]
        return Load(clock.servers(self.on_duty.servers), uses, walk_in_share=self._rules.walk_in_share)

    def hours(self, line: str) -> tuple[Span, ...]:
        """When a line is open, in minutes that pass."""
        return self.clock.spans(self._opening.on(self._day, line))

    def spans(self, wish: Wanted) -> tuple[Span, ...]:
        """When all that is wanted is served."""
        return slots.shared([self.hours(line) for line in wish.needs], extended=wish.extended)

    def slots(self, wish: Wanted, not_before: int) -> list[Slot]:
        """The day's slots from a minute on."""
        grid = self._rules.grid_minutes
        found = slots.slots(self.load, self.spans(wish), wish.needs, wish.minutes, grid, not_before)
        return [
            Slot(self.clock.moment(one.start), self.clock.moment(one.end), one.free, one.capacity, one.kind)
            for one in found
        ]

    def slot(self, wish: Wanted, begins: int) -> Slot | None:
        """The slot that begins at a minute of the grid."""
        end = begins + slots.length(wish.minutes, self._rules.grid_minutes)
        span = next((one for one in self.spans(wish) if one.opens <= begins < one.closes), None)
        if span is None or not slots.covered(self.spans(wish), begins, end):
            return None
        capacity = self.load.capacity(wish.needs, begins, end)
        if not capacity:
            return None
        free = self.load.free(wish.needs, begins, end)
        return Slot(self.clock.moment(begins), self.clock.moment(end), free, capacity, span.kind)

    def reason(self, wish: Wanted) -> str:
        """Why nothing is left to show."""
        hours = [self.hours(line) for line in wish.needs]
        if not any(hours):
            return "closed"
        spans = self.spans(wish)
        taken = slots.length(wish.minutes, self._rules.grid_minutes)
        if not any(slots.covered(spans, one.opens, one.opens + taken) for one in spans):
            return "items"
        return "past" if self.slots(wish, 0) else "nobody"


_UseRow = tuple[datetime, datetime, str, int]
_USES = SlotUse.__table__.c
_AS_IT_IS = DateTime(timezone=True)  # of thousands of rows: aware on PostgreSQL, on SQLite in UTC without saying so


def _uses(
    session: Session, room: Room, since: date, until: date, now: datetime, without: int | None
) -> dict[date, list[_UseRow]]:
    """What is taken of each day at a moment, alike ones together."""
    keys = _USES.day, type_coerce(_USES.start_at, _AS_IT_IS), type_coerce(_USES.end_at, _AS_IT_IS), _USES.needs
    query = select(*keys, func.count()).where(
        _USES.centre == room.centre,
        _USES.day.between(since, until),
        or_(_USES.until.is_(None), _USES.until > now),
    )
    if without is not None:
        query = query.where(_USES.appointment_id != without)
    found: dict[date, list[_UseRow]] = defaultdict(list)
    for day, start, end, needs, count in session.execute(query.group_by(*keys)).all():
        found[day].append((start, end, needs, count))
    return found
