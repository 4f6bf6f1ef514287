"""A first guess at a week, made in a moment: whoever had least so far. The solver starts from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from terminal.office.roster_model import RosterModel

LAST_SEATS = 2  # of a shift: they go to whoever covers what is not covered yet


def guess(model: RosterModel, had: Mapping[str, int]) -> dict[int, tuple[str, ...]]:
    """Who might take which seats: one shift a day, nobody far ahead of the others, in the shift of the day before.

    Fields are covered as far as that goes, and rules that tie days to each other are not looked at.
    """
    able: dict[int, list[str]] = {number: [] for number in model.seats}
    for one, number in model.takes:
        able[number].append(one)
    trained = model.problem.crew.trained
    load, usual = dict(had), dict[str, str]()
    busy: set[tuple[str, date]] = set()
    missing = {key: set(lines) for key, lines in model.problem.to_cover.items()}
    found = {}
    for number, seats in model.seats.items():
        lacking = missing[seats.day, seats.shift]
        free = [one for one in able[number] if (one, seats.day) not in busy]
        taken: list[str] = []

        for left in range(len(seats.counters), 0, -1):
            wanted = lacking if left <= LAST_SEATS else set()
            ranks = [
                (-len(trained[one] & wanted), load.get(one, 0), usual.get(one, seats.shift) != seats.shift, order)
                for order, one in enumerate(free)
            ]
            if not ranks:
                break
            one = free.pop(min(ranks)[-1])
            taken.append(one)
            busy.add((one, seats.day))
            load[one] = load.get(one, 0) + 1
            usual[one] = seats.shift
            lacking -= trained[one] & seats.lines
        found[number] = tuple(taken)
    return found
