"""What other processes do to rosters. Each opens the office itself, as a terminal at another window would."""

from __future__ import annotations

from collections.abc import Sequence

from terminal.errors import Refusal
from terminal.office import open_office
from tests.office import bookings
from tests.office.halls import MORNING, SetClock
from tests.office.rosters import MONDAY, PEOPLE
from tests.office.workers import Go

BOOKINGS = 12  # of each process


def publish_one(url: str, drafts: Sequence[int], number: int, go: Go) -> str:
    """Publish the draft of that number."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            office.roster.publish(drafts[number])
        except Refusal:
            return "refused"
    return "published"


def put_one(url: str, roster: int, number: int, go: Go) -> None:
    """Put somebody else at the same post, again and again."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        for turn in range(3):
            office.roster.put(roster, MONDAY, "early", 1, PEOPLE[(number + turn) % len(PEOPLE)])


def book_or_publish(url: str, roster: int, number: int, go: Go) -> list[int]:
    """The first publishes the roster and says what that broke; the others book meanwhile."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        if number == 0:
            return [one.id for one in office.roster.publish(roster).broken]
        for turn in range(BOOKINGS):
            try:
                bookings.book(office, number * 100 + turn, bookings.at(8 + turn % 9, 15))
            except Refusal:
                continue
    return []
