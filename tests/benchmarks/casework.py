"""The ledger among 1,000,000 residents and 3,000,000 cases, on both databases: any question, the saved views, opening a
case, and 500 receipts in one file.

Filling both takes some minutes and 8 GB of the disk that temporary files lie on; ONEWINDOW_BENCH=small fills a tenth.
A figure is what somebody waits, and beside it the work: the processor's time of this process and of the server.
"""

from __future__ import annotations

import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import text

from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.ledger_views import SAVED
from terminal.office.office import Office
from tests.benchmarks.casework_fill import fill
from tests.benchmarks.casework_questions import PEOPLE, STAFF, questions
from tests.benchmarks.report import Report
from tests.postgres import private_postgres

SMALL: Final = os.environ.get("ONEWINDOW_BENCH") == "small"
RESIDENTS, CASES = (100_000, 300_000) if SMALL else (1_000_000, 3_000_000)
NOW: Final = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
ROUNDS: Final = 9
RECEIPTS: Final = 500
LIMIT, OPEN_LIMIT = 100.0, 50.0  # milliseconds
# The least that a question costs here: one index read by the bare driver.
RAW = "SELECT id, name FROM resident WHERE centre = 'LC01' AND phone = '13910004242'"


class StillClock:
    """It is always that morning."""

    def now(self) -> datetime:
        return NOW


def run(report: Report) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        _measure(report, "SQLite", f"sqlite:///{folder}/many.db")
    with private_postgres(durable=True) as server:
        _measure(report, "PostgreSQL", server.create("many"))


def _measure(report: Report, name: str, url: str) -> None:
    found_centre(url)
    with open_office(url, clock=StillClock()) as office:
        start = time.perf_counter()
        fill(office, RESIDENTS, CASES)
        filled = time.perf_counter() - start
        report.title(
            f"the ledger on {name}, {RESIDENTS:,} residents, {CASES:,} cases (filled in {filled:.0f} s), "
            f"medians of {ROUNDS} rounds"
        )
        measure(report, office)


def measure(report: Report, office: Office) -> None:
    """All of it in an office that is filled."""
    meter = Meter(office)
    report.line(f"one index read by the bare driver: {meter.taken(lambda: _raw(office))[0]:.2f} ms")
    for what, asked in questions(CASES).items():
        report.promise_time(what, *meter.taken(lambda asked=asked: office.ledger.find(**asked)), LIMIT)  # type: ignore[misc]
    for what, asked in PEOPLE.items():
        taken = meter.taken(lambda asked=asked: office.residents.search(**asked))  # type: ignore[misc]
        report.promise_time(f"among residents: {what}", *taken, LIMIT)
    for view in SAVED:
        taken = meter.taken(lambda view=view: office.ledger.view(view, staff=STAFF))  # type: ignore[misc]
        report.promise_time(f"view {view}", *taken, LIMIT)
    report.promise_time("all counts", *meter.taken(lambda: office.ledger.counts(STAFF)), LIMIT)
    report.promise_time("opening a case", *meter.taken(lambda: office.cases.view(CASES)), OPEN_LIMIT)
    _receipts(report, office)


def _receipts(report: Report, office: Office) -> None:
    """Issued, then printed as a clerk does: in one file, told of each, and stopped half-way."""
    start = time.perf_counter()
    numbers = [office.notices.issue(CASES - one, "acceptance-receipt").number for one in range(RECEIPTS)]
    issued = time.perf_counter() - start
    report.line(f"{RECEIPTS} receipts issued: {issued / RECEIPTS * 1000:.0f} ms each")
    office.notices.batch(numbers[:1])  # the fonts are loaded once for a process
    told: list[int] = []
    before, start = _peak(), time.perf_counter()
    made = office.notices.batch(numbers, progress=told.append) or b""
    took = time.perf_counter() - start
    report.promise(
        f"{RECEIPTS} of them in one file of {len(made) / 2**20:.1f} MB, {_peak() - before:.0f} MB of memory more",
        f"{took:.1f} s, {took / RECEIPTS * 1000:.1f} ms each", told == [*range(1, RECEIPTS + 1)],
        "told of each as it is done",
    )  # fmt: skip
    told.clear()
    start = time.perf_counter()
    stopped = office.notices.batch(numbers, progress=told.append, cancelled=lambda: len(told) >= RECEIPTS // 2)
    report.promise(
        "cancelled half-way", f"{time.perf_counter() - start:.1f} s", stopped is None and len(told) == RECEIPTS // 2,
        "nothing is made, the next one not begun",
    )  # fmt: skip


def _peak() -> float:
    """The most memory this process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Meter:
    """What a call takes: milliseconds that somebody waits, and milliseconds of work."""

    def __init__(self, office: Office) -> None:
        self._engine = office.store.engine

    def taken(self, call: Callable[[], object]) -> tuple[float, float]:
        """The median wait of some rounds and their mean work, after one that warms up."""
        call()
        before, waited = self._work(), []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            call()
            waited.append((time.perf_counter() - start) * 1000)
        return statistics.median(waited), (self._work() - before) / ROUNDS

    def _work(self) -> float:
        return time.process_time() * 1000 + sum(self._of_server())

    def _of_server(self) -> list[float]:
        if self._engine.dialect.name == "sqlite":
            return []
        with self._engine.connect() as connection:
            pids = connection.execute(text("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"))
            return [int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e6 for (pid,) in pids]


def _raw(office: Office) -> object:
    with office.store.engine.connect() as connection:
        return connection.execute(text(RAW)).all()
