"""A database that is full, read-only, busy or gone: a clear Fault; work goes on afterwards, nothing doubled."""

from __future__ import annotations

import os
import queue
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import event

from terminal.errors import Refusal
from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.office import Office
from terminal.office.upkeep import check_database
from terminal.store import engine
from terminal.store.faults import DatabaseFault
from terminal.store.feed import TOPICS
from tests.office.halls import MORNING, Records, SetClock
from tests.postgres import Postgres, private_postgres

on_sqlite = pytest.mark.parametrize("hall_url", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize("hall_url", ["postgresql"], indirect=True)


def each_verb(office: Office) -> list[Callable[[], object]]:
    """Verbs of every kind of transaction, none of which depends on another."""
    return [
        lambda: office.queue.issue("A"),
        lambda: office.queue.call_next(1),
        lambda: office.queue.call("A001", 1),
        lambda: office.counters.sign_in(1, "zhang"),
        lambda: office.feedback.unasked(1, None, b"?"),
        lambda: office.duty.leave("li", MORNING.date(), MORNING.date()),
    ]


def assert_works(office: Office) -> None:
    """A whole visit, and numbers without a gap up to it."""
    ticket = office.queue.issue("LD-001")
    office.queue.call(ticket.id, 1)
    handling = office.queue.finish(office.queue.start(ticket.id).id)
    assert office.feedback.rate(handling.id, "satisfied").state == "rated"
    assert [one.running for one in office.queue.list()] == list(range(1, ticket.running + 1))


def path_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


@contextmanager
def immutable(path: Path) -> Iterator[None]:
    """A file that cannot be written, for root neither."""
    if os.geteuid() != 0:
        path.chmod(0o444)
        yield
        path.chmod(0o644)
        return
    chattr = shutil.which("chattr")
    if chattr is None or subprocess.run([chattr, "+i", path], capture_output=True, check=False).returncode:
        pytest.skip("root writes everything here")
    try:
        yield
    finally:
        subprocess.run([chattr, "-i", path], check=True)


@on_sqlite
def test_a_read_only_file_is_named_and_writing_goes_on_when_it_may_be_written_again(hall_url: str) -> None:
    with open_office(hall_url, clock=SetClock()) as office:
        office.queue.issue("A")
    with immutable(path_of(hall_url)), pytest.raises(DatabaseFault, match=r"read-only|cannot be opened"):
        open_office(hall_url, clock=SetClock()).queue.issue("A")
    with open_office(hall_url, clock=SetClock()) as office:
        assert_works(office)


@on_sqlite
def test_a_full_disk_is_named_and_what_was_stored_stays(office: Office, records: Records) -> None:
    office.queue.issue("A")
    office.store.engine.dispose()

    def fill(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # not fewer than there are: no page can be added

    event.listen(office.store.engine, "connect", fill)

    def issue_many() -> None:
        for _ in range(2000):
            office.queue.issue("A")

    with pytest.raises(DatabaseFault, match="disk of the database is full"):
        issue_many()
    taken = len(records.tickets())
    event.remove(office.store.engine, "connect", fill)
    office.store.engine.dispose()
    assert [ticket.running for ticket in records.tickets()] == list(range(1, taken + 1))
    assert_works(office)


@on_sqlite
def test_a_file_that_another_program_keeps_locked_is_busy_and_not_waited_for_without_end(
    hall_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    with open_office(hall_url, clock=SetClock()) as office:
        office.queue.issue("A")
        with closing(sqlite3.connect(path_of(hall_url), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for verb in each_verb(office):
                with pytest.raises(DatabaseFault, match="busy with another program"):
                    verb()
            assert office.hall.counter_view(1).waiting_count == 1  # reading goes on
            other.execute("ROLLBACK")
        assert_works(office)


@on_postgres
def test_a_row_that_another_session_keeps_locked_is_busy_and_not_waited_for_without_end(hall_url: str) -> None:
    with open_office(hall_url + "&options=-c%20lock_timeout%3D200", clock=SetClock()) as office:
        ticket = office.queue.issue("A")
        with office.store.writing() as other:
            other.connection().exec_driver_sql("SELECT * FROM ticket FOR UPDATE")
            with pytest.raises(DatabaseFault, match="busy with another program"):
                office.queue.call(ticket.id, 1)
            assert office.queue.call_next(1) is None  # whom somebody else is just calling
        assert_works(office)


@contextmanager
def gone(server: Postgres, url: str) -> Iterator[None]:
    """The database refuses everybody and has hung up on those connected, as a server that restarts."""
    name = re.search(r"/(\w+)\?", url)
    assert name is not None
    with server.connect() as connection:
        connection.execute(f"ALTER DATABASE {name[1]} ALLOW_CONNECTIONS false")
        query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        connection.execute(query, (name[1],))
        yield
        connection.execute(f"ALTER DATABASE {name[1]} ALLOW_CONNECTIONS true")


@on_postgres
def test_without_its_server_each_verb_is_a_fault_and_works_again_when_it_is_back(
    office: Office, hall_url: str, postgres_server: Postgres
) -> None:
    office.queue.issue("A")
    with gone(postgres_server, hall_url):
        for verb in [*each_verb(office), lambda: office.hall.board_view(), lambda: open_office(hall_url)]:
            with pytest.raises(DatabaseFault, match="database does not answer"):
                verb()
    assert_works(office)
    assert check_database(hall_url)["faults"] == []


@on_postgres
@pytest.mark.parametrize("number", range(5))
def test_after_a_restart_one_verb_at_most_finds_its_connection_dead(
    office: Office, hall_url: str, postgres_server: Postgres, number: int
) -> None:
    office.queue.issue("A")
    with gone(postgres_server, hall_url):
        pass
    with pytest.raises(DatabaseFault, match="database does not answer"):
        each_verb(office)[number]()
    assert_works(office)


def test_a_server_that_stops_is_a_fault(hall_file: Path) -> None:
    with private_postgres() as server:
        found_centre(server.create("hall"), hall_file)
        office = open_office(server.url("hall"))
        office.queue.issue("A")
    for _ in range(2):
        for verb in each_verb(office):
            with pytest.raises(DatabaseFault, match="database does not answer"):
                verb()
    office.close()


@on_postgres
@pytest.mark.parametrize("statement", range(5))
def test_a_connection_cut_in_the_middle_of_a_verb_leaves_nothing_and_the_verb_can_be_tried_again(
    office: Office, records: Records, hall_url: str, postgres_server: Postgres, statement: int
) -> None:
    ticket = office.queue.issue("LD-001")
    office.queue.call(ticket.id, 1)
    handling = office.queue.start(ticket.id)
    verbs: list[Callable[[], object]] = [
        lambda: office.queue.issue("SB-001"),
        lambda: office.queue.finish(handling.id),
        lambda: office.feedback.rate(handling.id, "satisfied"),
    ]
    for verb in verbs:
        before, left = records.everything(), [statement]

        def cut(*_: object, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] == -1:
                with gone(postgres_server, hall_url):
                    pass

        event.listen(office.store.engine, "before_cursor_execute", cut)
        try:
            verb()
        except DatabaseFault:
            event.remove(office.store.engine, "before_cursor_execute", cut)
            assert records.everything() == before
            verb()
        else:
            event.remove(office.store.engine, "before_cursor_execute", cut)
            assert left[0] >= 0
    assert len(office.feedback.ratings()) == 1
    assert check_database(hall_url)["faults"] == []


@on_postgres
def test_a_server_that_takes_no_writes_is_named_read_only(hall_url: str, office: Office) -> None:
    with open_office(hall_url + "&options=-c%20default_transaction_read_only%3Don", clock=SetClock()) as standby:
        with pytest.raises(DatabaseFault, match="read-only"):
            standby.queue.issue("A")
        office.queue.issue("A")
        assert standby.hall.board_view().waiting == 1


@on_sqlite
def test_a_file_moved_away_is_a_fault_and_nothing_is_stored_elsewhere_until_it_is_back(
    office: Office, hall_url: str
) -> None:
    office.queue.issue("A")
    path = path_of(hall_url)
    for _ in range(2):
        moved = {one: one.rename(f"{one}.moved") for one in sorted(path.parent.glob("hall.db*"))}
        for verb in [*each_verb(office), office.hall.board_view]:
            with pytest.raises(DatabaseFault, match="no longer where it was"):
                verb()
        assert not path.exists()
        for old, new in moved.items():
            new.rename(old)
        assert_works(office)


@on_sqlite
def test_a_backup_put_in_the_files_place_is_what_is_worked_on(office: Office, hall_url: str) -> None:
    heard: queue.SimpleQueue[frozenset[str]] = queue.SimpleQueue()
    office.feed.subscribe(heard.put)
    path = path_of(hall_url)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(path.with_name("backup.db"))) as target:
        source.backup(target)
    office.queue.issue("A")
    for one in path.parent.glob("hall.db*"):
        one.unlink()
    path.with_name("backup.db").rename(path)
    assert office.queue.list() == []
    assert_works(office)
    while heard.get(timeout=20) != TOPICS:
        pass
    with open_office(hall_url, clock=SetClock()) as other:
        assert [ticket.number for ticket in other.queue.list()] == ["A001"]


@on_sqlite
def test_a_damaged_file_is_named(office: Office, hall_url: str) -> None:
    office.queue.issue("A")
    office.close()
    path = path_of(hall_url)
    content = bytearray(path.read_bytes())
    content[8192:-4096] = b"\xa5" * (len(content) - 12288)
    path.write_bytes(content)
    with pytest.raises(DatabaseFault, match="damaged"):
        open_office(hall_url).hall.board_view()


def test_a_refusal_is_no_fault(office: Office) -> None:
    with pytest.raises(Refusal) as refusal:
        office.queue.issue("Z")
    assert not isinstance(refusal.value, DatabaseFault)
    assert office.room.now() == MORNING
    assert partial(office.queue.issue, "A")().number == "A001"
