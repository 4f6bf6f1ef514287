"""What other processes do to slots and appointments. Each opens the office itself, as another terminal would."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from multiprocessing.synchronize import Event

from sqlalchemy import event

from terminal.errors import Refusal
from terminal.office import open_office
from terminal.office.booking_views import ResidentEntry
from terminal.office.office import Office
from terminal.rules.hours import WEEKDAYS, Span
from tests.office.bookings import MONDAY, person
from tests.office.halls import MORNING, SetClock
from tests.office.workers import PATIENCE, Go, fork_context, killed_after

Change = Callable[[Office], list[int]]


def check_in(url: str, code: str, moment: datetime, number: int, go: Go) -> str:
    """The number it got, or why not."""
    with open_office(url, clock=SetClock(moment)) as office:
        go()
        try:
            return office.appointments.check_in(code).number
        except Refusal as refusal:
            return f"refused: {refusal}"


def killed_at_step(url: str, code: str, moment: datetime, step: int) -> bool:
    """Check in, in a process that dies before the ``step``-th statement as by a power cut; whether it came through."""
    done = fork_context().Event()
    process = fork_context().Process(target=_check_in_and_die, args=(url, code, moment, step, done))
    process.start()
    process.join(PATIENCE)
    return done.is_set()


def _check_in_and_die(url: str, code: str, moment: datetime, step: int, done: Event) -> None:
    with open_office(url, clock=SetClock(moment)) as office:
        left = [step]

        def count(*_: object) -> None:
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1

        event.listen(office.store.engine, "before_cursor_execute", count)
        event.listen(office.store.engine, "commit", count)
        office.appointments.check_in(code)
        done.set()


def book_what_is_left(
    url: str, starts: Sequence[datetime], items: Sequence[tuple[str, ...]], number: int, go: Go
) -> int:
    """Try every slot for every choice of items, each for another person, in an order of this process's own; some are
    held first, some moved or cancelled after. Returns how many were refused.
    """
    chance = random.Random(number)
    wishes = [(start, choice) for start in starts for choice in items]
    chance.shuffle(wishes)
    refused = 0
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        for turn, (start, choice) in enumerate(wishes):
            resident = person(1000 * number + turn)
            try:
                act = chance.choice((_book, _book, _hold, _move, _cancel))
                act(office, choice, start, resident, chance.choice(starts))
            except Refusal:
                refused += 1
    return refused


def _book(office: Office, items: tuple[str, ...], start: datetime, resident: ResidentEntry, _: datetime) -> int:
    return office.appointments.book(items, start, resident, "qq").id


def _hold(office: Office, items: tuple[str, ...], start: datetime, resident: ResidentEntry, _: datetime) -> None:
    held = office.appointments.hold(items, start, channel="qq")
    office.appointments.confirm(held.id, resident)


def _move(office: Office, items: tuple[str, ...], start: datetime, resident: ResidentEntry, other: datetime) -> None:
    office.appointments.move(_book(office, items, start, resident, other), other)


def _cancel(office: Office, items: tuple[str, ...], start: datetime, resident: ResidentEntry, other: datetime) -> None:
    office.appointments.cancel(_book(office, items, start, resident, other))


def take_one(url: str, start: datetime, number: int, go: Go) -> str:
    """Book one slot: its code, or "" when it was refused."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            return office.appointments.book(["LD-001"], start, person(number), "qq").code
        except Refusal:
            return ""


def book_for_one(url: str, starts: Sequence[datetime], number: int, go: Go) -> str:
    """Every process books for the same person, each another slot; all times overlap or are too many."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            return office.appointments.book(["LD-001"], starts[number % len(starts)], person(7), "qq").code
        except Refusal:
            return ""


def confirm_one(url: str, hold: int, number: int, go: Go) -> bool:
    """Confirm a hold, each for another person; whether that was done."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            office.appointments.confirm(hold, person(number))
        except Refusal:
            return False
    return True


def book_or_change(url: str, starts: Sequence[datetime], change: Change, number: int, go: Go) -> list[int]:
    """All book, each for others; the first process makes the change in the middle of it and says what that broke."""
    broken: list[int] = []
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        for turn, start in enumerate(starts):
            if number == 0 and turn == len(starts) // 3:
                broken = change(office)
            try:
                office.appointments.book(["LD-001"], start, person(100 * number + turn), "qq")
            except Refusal:
                continue
    return broken


def close_at_ten(office: Office) -> list[int]:
    """Shorter hours from Monday on; the ids of what that breaks."""
    change = office.hours.change({day: [Span(480, 600)] for day in WEEKDAYS}, MONDAY)
    return [one.id for one in change.broken]


def lose_somebody(duty: int, office: Office) -> list[int]:
    """One of those on duty is absent; the ids of what that breaks."""
    return [one.id for one in office.duty.absent(duty, "病假")]


def killed_while_booking(url: str, seconds: float, first: int) -> None:
    """Let a process book for so long and kill it as a power cut would."""
    killed_after(seconds, _book_for_ever, url, first)


def _book_for_ever(url: str, first: int, begun: Event) -> None:
    chance = random.Random(first)
    with open_office(url, clock=SetClock(MORNING)) as office:
        for turn in range(100_000):
            start = MORNING + timedelta(days=1 + chance.randrange(20), minutes=15 * chance.randrange(30))
            try:
                act = chance.choice((_book, _hold, _move, _cancel))
                act(office, ("LD-001",), start, person(first + turn), start + timedelta(hours=1))
            except Refusal:
                pass
            begun.set()
