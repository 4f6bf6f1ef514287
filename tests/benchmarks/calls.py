"""Calling the next number: on SQLite with and without a long history, on PostgreSQL against raw psycopg."""

from __future__ import annotations

import multiprocessing
import statistics
import tempfile
import time
from collections import Counter as Tally
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from multiprocessing.pool import Pool
from typing import Any

import psycopg
from sqlalchemy import func, insert, select

from terminal.model import LineDay, Ticket, TicketState
from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.office import Office
from tests.benchmarks.report import Report
from tests.postgres import private_postgres

ROUNDS = 11
CALLS = 300
TURNS = 3
PROCESSES = 8
PER_PROCESS = 400
OLD = 1_000_000
OLD_DAYS = 500

# The statement that our verb runs, as a program without any of our layers would send it.
RAW = """
UPDATE ticket SET state = 'called', counter = %(counter)s, called_at = now(), calls = 1
WHERE id = (SELECT id FROM ticket WHERE centre = 'LC01' AND day = %(day)s AND state = 'waiting'
    AND waits_in IN (SELECT line FROM counter_line WHERE centre = 'LC01' AND counter = %(counter)s)
    ORDER BY place_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) AND state = 'waiting'
RETURNING id, line, number
"""


def run(report: Report) -> None:
    """Measure and print."""
    _sqlite(report)
    _postgres(report)


def _sqlite(report: Report) -> None:
    report.title(f"call_next on SQLite, one process, {ROUNDS} rounds of {CALLS} calls, the two databases in turn")
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite:///{folder}/{name}.db" for name in ("fresh", "aged")]
        for url in urls:
            found_centre(url)
        with open_office(urls[0]) as fresh, open_office(urls[1]) as aged:
            _history(aged)
            for office in (fresh, aged):
                _queue(office, "B", ROUNDS * CALLS)
            rates = [(_rate(fresh, CALLS), _rate(aged, CALLS)) for _ in range(ROUNDS)]
            quick, slow = (statistics.median(column) for column in zip(*rates, strict=True))
            report.promise("without history", f"{quick:,.0f}/s", quick >= 1500, "at least 1,500/s")
            ratio = statistics.median(one / other for one, other in rates)
            report.promise(
                f"with {OLD:,} old tickets",
                f"{slow:,.0f}/s, {ratio:.2f} times slower",
                ratio <= 1.2,
                "at most 1.2 times",
            )
            start = time.perf_counter()
            for _ in range(300):
                aged.queue.issue("C")
            report.line(f"issue, with that history: {300 / (time.perf_counter() - start):,.0f}/s")
        _together(report, urls[0], "SQLite")


def _postgres(report: Report) -> None:
    report.title(f"call_next on PostgreSQL, {PROCESSES} processes, {PER_PROCESS} calls each, durable, in turn with raw")
    with private_postgres(durable=True) as server:
        url = server.create("bench")
        found_centre(url)
        with open_office(url) as office:
            _queue(office, "A", 2 * TURNS * PROCESSES * PER_PROCESS + 1000)
        rates = [(_race(_raw_calls, str(server.home)), _race(_our_calls, url)) for _ in range(TURNS)]
        raw, ours = (statistics.median(column) for column in zip(*rates, strict=True))
        share = statistics.median(one / other for other, one in rates)
        report.promise(
            "ours beside raw psycopg", f"{ours:,.0f}/s beside {raw:,.0f}/s: {share:.2f}", share >= 0.25, "at least 0.25"
        )
        _together(report, url, "PostgreSQL")


def _together(report: Report, url: str, name: str) -> None:
    """Numbers and calls of eight processes at once: none twice, none missing."""
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        issued = [number for part in pool.map(_issue_many, [(url, 100)] * PROCESSES) for number in part]
        called = [number for part in pool.map(_call_all, [url] * PROCESSES) for number in part]
    missing = len(set(issued) - set(called))
    runs = sorted(int(number[1:]) for number in issued)
    gaps = runs[-1] - runs[0] + 1 - len(runs)
    twice = sum(count > 1 for count in Tally(called).values()) + len(issued) - len(set(issued))
    report.promise(
        f"{PROCESSES} processes on {name}: numbers or calls twice, missing",
        f"{twice}, {missing + gaps}",
        twice == missing == gaps == 0,
        "0, 0",
    )


def _issue_many(task: tuple[str, int]) -> list[str]:
    url, count = task
    with open_office(url) as office:
        return [office.queue.issue("H").number for _ in range(count)]


def _call_all(url: str) -> list[str]:
    called = []
    with open_office(url) as office:
        while (ticket := office.queue.call_next(counter=1)) is not None:
            called.append(ticket.number)
    return [number for number in called if number.startswith("H")]


def _rate(office: Office, calls: int) -> float:
    start = time.perf_counter()
    for _ in range(calls):
        assert office.queue.call_next(counter=3) is not None
    return calls / (time.perf_counter() - start)


def _race(worker: Any, target: str) -> float:
    """Calls a second of all processes together, from the first's start to the last's end."""
    with _pool() as pool:
        pool.map(worker, [(target, number, 5) for number in range(1, PROCESSES + 1)], chunksize=1)  # warm: imports
        spans = pool.map(worker, [(target, number, PER_PROCESS) for number in range(1, PROCESSES + 1)], chunksize=1)
    return PROCESSES * PER_PROCESS / (max(end for _, end in spans) - min(start for start, _ in spans))


@contextmanager
def _pool() -> Iterator[Pool]:
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        yield pool


def _our_calls(task: tuple[str, int, int]) -> tuple[float, float]:
    url, counter, calls = task
    with open_office(url) as office:
        office.queue.find(1)  # connected
        start = time.monotonic()
        for _ in range(calls):
            office.queue.call_next(counter=counter)
        return start, time.monotonic()


def _raw_calls(task: tuple[str, int, int]) -> tuple[float, float]:
    host, counter, calls = task
    with psycopg.connect(host=host, user="onewindow", dbname="bench", autocommit=True) as connection:
        day = connection.execute("SELECT max(day) FROM ticket").fetchone()
        assert day is not None
        start = time.monotonic()
        for _ in range(calls):
            connection.execute(RAW, {"counter": counter, "day": day[0]}).fetchone()
        return start, time.monotonic()


def _queue(office: Office, line: str, count: int) -> None:
    """Put people into a line at once, behind whoever is there; the line's count goes along."""
    now = office.room.now()
    day = office.room.day(now)
    with office.store.writing() as session:
        last = session.get(LineDay, (office.centre, day, line))
        taken = last.last if last else 0
        session.execute(
            insert(Ticket),
            [_row(office, line, taken + n, day, now + timedelta(milliseconds=n)) for n in range(1, count + 1)],
        )
        if last is None:
            session.add(LineDay(centre=office.centre, day=day, line=line, last=count))
        else:
            last.last = taken + count


def _history(office: Office) -> None:
    """A million tickets of the past, finished."""
    today = office.room.day(office.room.now())
    per_day = OLD // OLD_DAYS
    for age in range(1, OLD_DAYS + 1):
        day = today - timedelta(days=age)
        noon = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
        rows = [_row(office, "A", number, day, noon) | {"state": TicketState.DONE} for number in range(1, per_day + 1)]
        with office.store.writing() as session:
            session.execute(insert(Ticket), rows)
    with office.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Ticket)) >= OLD


def _row(office: Office, line: str, number: int, day: Any, at: datetime) -> dict[str, object]:
    return {
        "centre": office.centre, "day": day, "line": line, "running": number, "waits_in": line,
        "code": f"{line}{day:%y%m%d}{number}", "head_start": 0, "source": "bench", "arrived_at": at, "place_at": at,
        "state": TicketState.WAITING, "calls": 0, "reason": "",
    }  # fmt: skip
