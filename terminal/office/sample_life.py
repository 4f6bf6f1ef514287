"""Invented life for the sample centre: finished visits of past weeks and a few people waiting now.

For demos, training and pictures. Nobody in it exists: tickets carry numbers and items, never a person.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from terminal.model import Handling, Item, LineDay, Outcome, Rating, RatingState, Ticket, TicketState
from terminal.office.codes import new_code
from terminal.office.office import Office
from terminal.office.room import Room

WEEKS: Final = 11
RATED: Final = 0.68  # the share of visits in which somebody presses a key
A_DAY: Final = 7  # visits of a window on a working day
WEEKEND_WINDOW: Final = 6


@dataclass(frozen=True, slots=True)
class Habit:
    """How a window works: who sits there, and how often each key is pressed (in the scale's order of six)."""

    staff: tuple[str, ...]
    weights: tuple[int, ...]


KEYS: Final = ("very_satisfied", "satisfied", "average", "too_long", "poor_attitude", "poor_knowledge")
HABITS: Final = {
    1: Habit(("li",), (64, 29, 5, 1, 1, 0)),
    2: Habit(("wang", "li"), (57, 33, 6, 3, 1, 0)),
    3: Habit(("zhang",), (76, 20, 3, 1, 0, 0)),
    4: Habit(("wang",), (50, 33, 9, 6, 1, 1)),
    5: Habit(("li", "zhang"), (41, 38, 12, 5, 2, 2)),
    WEEKEND_WINDOW: Habit(("zhang",), (75, 20, 5, 0, 0, 0)),
}
# Who waits when a demo opens: line or item, priority, minutes ago.
QUEUE: Final = (
    ("LD-003", None, 22), ("LD-001", None, 19), ("MZ-004", "elderly", 13), ("SB-005", None, 12), ("MZ-001", None, 16),
    ("SB-016", "disabled", 9), ("LD-001", None, 3), ("WS-001", "pregnant", 6), ("SB-001", None, 7),
    ("MZ-014", "serviceman", 1), ("C", None, 4),
)  # fmt: skip


def add_past(office: Office, weeks: int = WEEKS, seed: int = 1) -> int:
    """Fill past weeks, up to yesterday, with finished visits and their ratings. Returns how many visits."""
    luck = random.Random(seed)
    today = office.room.day(office.room.now())
    scores = {key: office.feedback.key(key) for key in KEYS}
    visits = 0
    with office.store.writing() as session:
        items = list(session.scalars(select(Item).where(Item.centre == office.centre).order_by(Item.position)))
        for age in range(7 * weeks, 0, -1):
            day = _Day(office.room, today - timedelta(days=age), items, luck)
            visits += day.write(session, {name: (key.score, key.bad) for name, key in scores.items()})
    return visits


def add_queue(office: Office) -> int:
    """Let a few people take numbers, as of the last minutes. Returns how many."""
    now = datetime.now(UTC)
    clock = _Past()
    people = sorted(QUEUE, key=lambda one: -one[2])
    with Office(office.store.url.render_as_string(hide_password=False), centre=office.centre, clock=clock) as past:
        for what, priority, ago in people:
            clock.at = now - timedelta(minutes=ago)
            past.queue.issue(what, priority=priority)
    return len(people)


class _Past:
    """A clock set to a moment."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def now(self) -> datetime:
        return self.at


class _Day:
    """One day's visits."""

    def __init__(self, room: Room, day: date, items: list[Item], luck: random.Random) -> None:
        self._room, self._day, self._items, self._luck = room, day, items, luck
        self._last: dict[str, int] = {}

    def write(self, session: Session, scores: dict[str, tuple[int, bool]]) -> int:
        """Insert the day, in order of arrival. Returns how many visits it had."""
        weekend = self._day.weekday() >= 5
        visits = sorted(
            (self._arrival(weekend), counter)
            for counter in HABITS
            if weekend == (counter == WEEKEND_WINDOW)
            for _ in range(1 if weekend else A_DAY)
        )
        tickets, handlings, ratings = [], [], []
        for arrived, counter in visits:
            ticket, handling = self._visit(arrived, counter)
            tickets.append(ticket)
            handlings.append(handling)
            ratings.append(self._rating(handling, scores))
        _insert(session, tickets, handlings, ratings)
        session.add_all(
            LineDay(centre=self._room.centre, day=self._day, line=line, last=last) for line, last in self._last.items()
        )
        session.flush()
        return len(visits)

    def _arrival(self, weekend: bool) -> datetime:
        start, minutes = (9, 170) if weekend else (8, 580)
        morning = datetime.combine(self._day, time(start), self._room.zone)
        return (morning + timedelta(minutes=self._luck.random() * minutes)).astimezone(UTC)

    def _visit(self, arrived: datetime, counter: int) -> tuple[dict[str, object], dict[str, object]]:
        luck = self._luck
        item = luck.choice(self._items)
        self._last[item.line] = self._last.get(item.line, 0) + 1
        called = arrived + timedelta(minutes=luck.uniform(1, 18))
        started = called + timedelta(seconds=luck.uniform(15, 60))
        finished = started + timedelta(minutes=item.minutes * luck.uniform(0.5, 1.3))
        staff = luck.choice(HABITS[counter].staff)
        outcome = Outcome.ACCEPTED if item.kind == "promised" else Outcome.DONE
        common = {"centre": self._room.centre, "counter": counter, "staff": staff, "item": item.code}
        ticket = common | {
            "day": self._day, "line": item.line, "running": self._last[item.line], "waits_in": item.line,
            "code": new_code(), "priority": None, "head_start": 0, "source": "kiosk", "arrived_at": arrived,
            "place_at": arrived, "state": TicketState.DONE, "called_at": called, "calls": 1, "started_at": started,
            "finished_at": finished, "reason": "",
        }  # fmt: skip
        return ticket, common | {"started_at": started, "finished_at": finished, "outcome": outcome}

    def _rating(self, handling: dict[str, object], scores: dict[str, tuple[int, bool]]) -> dict[str, object]:
        luck, finished, counter = self._luck, handling["finished_at"], handling["counter"]
        assert isinstance(finished, datetime)
        assert isinstance(counter, int)
        common = {name: handling[name] for name in ("centre", "counter", "staff", "item")} | {
            "asked_at": finished, "until": finished + timedelta(seconds=30), "frame": None,
        }  # fmt: skip
        if luck.random() > RATED:
            return common | {
                "state": RatingState.SILENT, "key": None, "score": None, "bad": False, "source": None,
                "at": finished + timedelta(seconds=30),
            }  # fmt: skip
        key = luck.choices(KEYS, HABITS[counter].weights)[0]
        score, bad = scores[key]
        return common | {
            "state": RatingState.RATED, "key": key, "score": score, "bad": bad, "source": "pad",
            "at": finished + timedelta(seconds=luck.uniform(3, 20)),
        }  # fmt: skip


def _insert(
    session: Session, tickets: list[dict[str, object]], handlings: list[dict[str, object]],
    ratings: list[dict[str, object]],
) -> None:  # fmt: skip
    if not tickets:
        return
    ids = session.scalars(insert(Ticket).returning(Ticket.id, sort_by_parameter_order=True), tickets).all()
    handlings = [row | {"ticket_id": ticket} for row, ticket in zip(handlings, ids, strict=True)]
    ids = session.scalars(insert(Handling).returning(Handling.id, sort_by_parameter_order=True), handlings).all()
    session.execute(
        insert(Rating), [row | {"handling_id": handling} for row, handling in zip(ratings, ids, strict=True)]
    )
