"""What the other processes of a test do. Each opens the office itself, as a terminal at another window would."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from multiprocessing.context import ForkServerContext
from multiprocessing.synchronize import Barrier, Event
from typing import TypeVar, cast

from terminal.errors import Refusal
from terminal.office import open_office
from terminal.office.booking_views import ResidentEntry
from terminal.office.office import Office
from tests.office.halls import MORNING, SetClock
from tests.office.people import person

T = TypeVar("T")
PROCESSES = 8
PATIENCE = 60.0
Go = Callable[[], object]  # returns when every process is ready


def in_processes(work: Callable[[int, Go], T], count: int = PROCESSES) -> list[T]:
    """Run ``work(0, go)``, ``work(1, go)``, … in processes of their own and return what they say, in order."""
    context = fork_context()
    results: multiprocessing.SimpleQueue[tuple[int, object]] = context.SimpleQueue()
    ready = context.Barrier(count, timeout=PATIENCE)
    processes = [context.Process(target=_report, args=(work, number, ready, results)) for number in range(count)]
    for process in processes:
        process.start()
    said = dict(results.get() for _ in processes)
    for process in processes:
        process.join(PATIENCE)
    for one in said.values():
        if isinstance(one, Exception):
            raise one
    return cast(list[T], [said[number] for number in range(count)])


def fork_context() -> ForkServerContext:
    # Forked off a server that has loaded the program once: a new process costs milliseconds. It is the first to ask for
    # a process who decides what the server loads, so everybody asks here.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.office.loaded"])
    return context


def _report(
    work: Callable[[int, Go], object],
    number: int,
    ready: Barrier,
    results: multiprocessing.SimpleQueue[tuple[int, object]],
) -> None:
    try:
        said = work(number, ready.wait)
    except Exception as error:  # noqa: BLE001 - raised again in the process of the test
        said = error
    results.put((number, said))


def loads(module: str, number: int, go: Go) -> bool:
    """Whether a process still has to load the module."""
    go()
    return module not in sys.modules


def take_and_call(url: str, tickets: int, number: int, go: Go) -> tuple[list[str], list[int]]:
    """Take ``tickets`` numbers, calling somebody after each second one; then call until nobody waits."""
    clock = SetClock(MORNING)
    taken, called = [], []
    with open_office(url, clock=clock) as office:
        go()
        for round_ in range(tickets):
            taken.append(office.queue.issue("AB"[round_ % 2]).number)
            clock.pass_(seconds=1)
            if round_ % 2:
                called += _ids(office, number)
        while found := _ids(office, number):
            called += found
    return taken, called


def _ids(office: Office, number: int) -> list[int]:
    ticket = office.queue.call_next(1 + number % 2)
    return [] if ticket is None else [ticket.id]


def act_on_one(url: str, ticket: int, number: int, go: Go) -> str:
    """Each process tries another verb on the same ticket at the same moment; returns what became of it."""
    verbs: Sequence[tuple[str, Callable[[Office], object]]] = (
        ("skip", lambda office: office.queue.skip(ticket)),
        ("recall", lambda office: office.queue.recall(ticket)),
        ("hold", lambda office: office.queue.hold(ticket)),
        ("transfer", lambda office: office.queue.transfer(ticket, "B")),
        ("start", lambda office: office.queue.start(ticket, "LD-001")),
    )
    name, verb = verbs[number % len(verbs)]
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            verb(office)
        except Refusal:
            return ""
    return name


def finish_one(url: str, handlings: Sequence[int], number: int, go: Go) -> str:
    """Finish one of the handlings."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        return str(office.queue.finish(handlings[number]).outcome)


def rate_one(url: str, handling: int, number: int, go: Go) -> str:
    """Press a key for one handling: each process another one of three."""
    key = ("satisfied", "average", "too_long")[number % 3]
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            return str(office.feedback.rate(handling, key).key)
        except Refusal:
            return ""


def killed_at_work(url: str, seconds: float) -> None:
    """Let a process work for so long and kill it as a power cut would."""
    killed_after(seconds, _work_for_ever, url)


def killed_after(seconds: float, work: Callable[..., None], *given: object) -> None:
    """Kill a process of its own so long after it has begun. ``work`` is handed the event that says so last."""
    context = fork_context()
    begun = context.Event()
    process = context.Process(target=work, args=(*given, begun))
    process.start()
    assert begun.wait(PATIENCE)
    time.sleep(seconds)
    process.kill()
    process.join(PATIENCE)


def _work_for_ever(url: str, begun: Event) -> None:
    with open_office(url, clock=SetClock(MORNING)) as office:
        while True:
            office.queue.issue("LD-001")
            ticket = office.queue.call_next(1, "zhang")
            assert ticket is not None
            office.queue.finish(office.queue.start(ticket.id, "LD-001").id)
            begun.set()


def pause_one(url: str, counter: int, number: int, go: Go) -> bool:
    """Pause a window; whether that was done."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            office.counters.pause(counter)
        except Refusal:
            return False
    return True


def sign_in_one(url: str, people: Sequence[str], number: int, go: Go) -> int:
    """Sign somebody in somewhere, again and again; which of the counters they sit at in the end."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        for round_ in range(5):
            office.counters.sign_in(1 + (number + round_) % 3, people[number % len(people)])
    return 1 + (number + 4) % 3


def decide_one(url: str, swap: int, number: int, go: Go) -> str:
    """Approve a swap or refuse it; what it came to, "" for whoever was too late."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            return (office.duty.approve if number % 2 else office.duty.refuse)(swap, by="chen").state
        except Refusal:
            return ""


def ask_one(url: str, duty: int, number: int, go: Go) -> bool:
    """Ask one of two people to take a duty; whether that was done."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            office.duty.ask_swap(duty, ("li", "wang")[number % 2], by="zhang")
        except Refusal:
            return False
    return True


def leave_one(url: str, day: date, number: int, go: Go) -> bool:
    """Enter somebody's leave; whether that was done."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            office.duty.leave("zhang", day, day)
        except Refusal:
            return False
    return True


def book_or_be_absent(url: str, duty: int, start: datetime, number: int, go: Go) -> list[int] | int | None:
    """The first notes the absence, and says what it broke; the others book, and say which appointment it was."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        if number == 0:
            return [one.id for one in office.duty.absent(duty, "病")]
        resident = ResidentEntry("王大华", phone=f"1380000000{number}")
        try:
            return office.appointments.book(["LD-001"], start, resident, "in_person").id
        except Refusal:
            return None


def mark_a_day(url: str, day: date, number: int, go: Go) -> bool:
    """Mark a day that the others mark too."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        return office.calendar.mark(day, False, f"第{number}").edited


def book_or_close(url: str, day: date, number: int, go: Go) -> tuple[list[str] | None, list[str]]:
    """Book what is free of a day; the first of the processes soon closes it, and says what that broke."""
    codes: list[str] = []
    eight = datetime.combine(day, datetime.min.time(), MORNING.tzinfo) + timedelta(hours=8)
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        for serial in range(number * 20, number * 20 + (20 if number else 3)):
            try:
                start = eight + timedelta(hours=serial % 10)
                codes.append(office.appointments.book(["LD-001"], start, person(serial), "qq").code)
            except Refusal:
                continue
        if number:
            return None, codes
        done = office.hours.special([], day, day, reason="停电")
        return [one.code for one in done.broken], codes
