"""Offices on the small hall, one on each kind of database; the hall is founded once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest

from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.office import Office
from tests.databases import made_once
from tests.office.halls import Records, SetClock, catalogue_text
from tests.postgres import Postgres
from tests.sample import end_calendar

NUMBERS = count(1)  # names of databases: other folders' tests may have halls of their own on the same server


@pytest.fixture(scope="session")
def hall_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small hall's catalogue."""
    path = tmp_path_factory.mktemp("hall") / "hall.yaml"
    path.write_text(catalogue_text(), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def hall_on_sqlite(tmp_path_factory: pytest.TempPathFactory, hall_file: Path) -> Path:
    return made_once(tmp_path_factory, "hall", lambda url: _found_hall(url, hall_file))


def _found_hall(url: str, hall_file: Path) -> None:
    found_centre(url, hall_file)
    end_calendar(url)


class HallsAhead:
    """Copies of the founded hall on PostgreSQL; the next one is made while a test still works on its own."""

    def __init__(self, server: Postgres, maker: ThreadPoolExecutor, hall_file: Path) -> None:
        self._server, self._maker = server, maker
        self._template = f"template_hall_{next(NUMBERS)}"
        _found_hall(server.create(self._template), hall_file)
        self._next = self._make()

    def take(self) -> tuple[str, str]:
        """The name and URL of a copy."""
        ready, self._next = self._next, self._make()
        return ready.result()

    def give_back(self, name: str) -> None:
        """Drop a copy some time."""
        self._maker.submit(self._server.drop, name)

    def settle(self) -> None:
        """Wait until nothing is being made or dropped."""
        self._maker.submit(lambda: None).result()

    def _make(self) -> Future[tuple[str, str]]:
        name = f"hall_{next(NUMBERS)}"
        return self._maker.submit(lambda: (name, self._server.create(name, self._template)))


@pytest.fixture(scope="session")
def halls_on_postgres(postgres_server: Postgres, hall_file: Path) -> Iterator[HallsAhead]:
    with ThreadPoolExecutor(1) as maker:
        yield HallsAhead(postgres_server, maker, hall_file)


@pytest.fixture(params=["sqlite", "postgresql"])
def hall_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database with the small hall and an empty queue, once on each kind."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("hall_on_sqlite"), tmp_path / "hall.db")
        yield f"sqlite:///{tmp_path / 'hall.db'}"
        return
    halls: HallsAhead = request.getfixturevalue("halls_on_postgres")
    name, url = halls.take()
    yield url
    halls.give_back(name)


@pytest.fixture
def quiet_hall_url(hall_url: str, halls_on_postgres: HallsAhead) -> str:
    """The same while no other hall is being made: for counting what this process has open."""
    halls_on_postgres.settle()
    return hall_url


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def office(hall_url: str, clock: SetClock) -> Iterator[Office]:
    with open_office(hall_url, clock=clock) as opened:
        yield opened


@pytest.fixture
def records(office: Office) -> Records:
    return Records(office)


@pytest.fixture
def served(office: Office) -> Callable[..., int]:
    """Take one person through to a finished handling, and return the handling's id."""

    def serve(counter: int = 1, staff: str | None = "zhang", item: str = "LD-001", outcome: str = "done") -> int:
        ticket = office.queue.issue(item)
        office.queue.call(ticket.id, counter, staff)
        handling = office.queue.start(ticket.id, item)
        return office.queue.finish(handling.id, outcome).id

    return serve
