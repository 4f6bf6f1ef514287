"""The ledger among very many residents and cases, on both databases: any question, the saved views, opening a case.

By default a tenth of a large city's centre, so that `make bench` stays short; ONEWINDOW_BENCH=full fills 1,000,000
residents and 3,000,000 cases, which takes some minutes and 5 GB.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import text

from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.ledger_views import SAVED
from terminal.office.office import Office
from tests.benchmarks.casework_fill import fill
from tests.benchmarks.report import Report
from tests.postgres import private_postgres

FULL: Final = os.environ.get("ONEWINDOW_BENCH") == "full"
RESIDENTS, CASES = (1_000_000, 3_000_000) if FULL else (100_000, 300_000)
NOW: Final = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
ROUNDS: Final = 9
LIMIT, OPEN_LIMIT = 100.0, 50.0  # milliseconds
YEAR: Final = {"since": date(2020, 1, 1), "until": date(2020, 3, 31)}
STAFF: Final = "chen"

QUESTIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "a surname, very many": {"words": "王"},
    "a name": {"words": "王伟芳"},
    "an initial, very many": {"words": "w"},
    "initials": {"words": "wxh"},
    "the last four characters": {"words": "0042"},
    "a telephone number": {"words": "13910004242"},
    "a case's number": {"words": f"LC01-2026-BJ-{CASES}"},
    "its end": {"words": f"BJ-{CASES}"},
    "a receipt's code": {"words": "https://liuxi.example/c/K3456789"},
    "a word of a title": {"words": "居住证"},
    "a title's initials": {"words": "jzz"},
    "a surname and a title": {"words": "王 居住证"},
    "a day": {"words": "2026-11-20"},
    "a month": {"words": "2026-10"},
    "a state": {"words": "撤回"},
    "an initial and a rare state": {"words": "w 特殊程序"},
    "an initial and a day": {"words": "w 2026-11-20"},
    "a responsible person": {"responsible": STAFF},
    "that and a surname": {"words": "王", "responsible": STAFF},
    "that, a state and an item": {"words": "LD-001 ", "responsible": STAFF, "states": ["withdrawn"]},
    "a state and an item": {"words": "LD-001 不予受理"},
    "a period long ago": YEAR,
    "that and a state": {"states": ["withdrawn"], **YEAR},
    "people alone": {"words": "w", "kinds": ("resident",)},
    "notices of a surname": {"words": "王", "kinds": ("notice",)},
    "nobody": {"words": "qqqq"},
    "nothing: the newest": {},
}
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
        report.line(f"one index read by the bare driver: {_median(lambda: _raw(office)):.2f} ms")
        for words, asked in QUESTIONS.items():
            _promise(report, words, lambda asked=asked: office.ledger.find(**asked), LIMIT)  # type: ignore[misc]
        for view in SAVED:
            _promise(report, f"view {view}", lambda view=view: office.ledger.view(view, staff=STAFF), LIMIT)  # type: ignore[misc]
        _promise(report, "all counts", lambda: office.ledger.counts(STAFF), LIMIT)
        _promise(report, "opening a case", lambda: office.cases.view(CASES), OPEN_LIMIT)


def _promise(report: Report, what: str, call: Callable[[], object], limit: float) -> None:
    median = _median(call)
    report.promise(what, f"{median:.0f} ms", median < limit, f"under {limit:.0f} ms")


def _median(call: Callable[[], object]) -> float:
    """Milliseconds."""
    call()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def _raw(office: Office) -> object:
    with office.store.engine.connect() as connection:
        return connection.execute(text(RAW)).all()


if __name__ == "__main__":
    run(Report())
