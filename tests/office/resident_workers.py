"""What other processes do with residents. Each opens the office itself."""

from __future__ import annotations

from collections.abc import Sequence

from terminal.errors import Refusal
from terminal.office import open_office
from terminal.office.people_views import PersonEntry
from tests.office.halls import MORNING, SetClock
from tests.office.people import number_of
from tests.office.workers import Go


def correct_number(url: str, residents: Sequence[int], number: int, go: Go) -> str:
    """Give one resident the number that all the others give to theirs; what became of it."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            office.residents.change(residents[number], PersonEntry("", number=number_of(99)))
        except Refusal:
            return "refused"
    return "taken"


def merge_one(url: str, kept: int, gone: int, number: int, go: Go) -> str:
    """Merge two residents as all the others do, half of them the other way round; what became of it."""
    one, other = (kept, gone) if number % 2 else (gone, kept)
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            office.residents.merge(one, other)
        except Refusal:
            return "refused"
    return "merged"


def undo_one(url: str, merge: int, _number: int, go: Go) -> str:
    """Undo a merge as all the others do; what became of it."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            office.residents.undo_merge(merge)
        except Refusal:
            return "refused"
    return "undone"
