"""Changes travel between connections and processes, survive a lost connection, and end when told to."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from terminal.store.feed import TOPICS, Feed, open_feed
from terminal.store.store import Store
from tests.postgres import Postgres

PATIENCE = 20.0
QUIET = 0.25  # seconds in which nothing may come: several of the feed's own rounds
CENTRE = "INSERT INTO centre (code, name, name_en, zone, hours, notices, scale) VALUES ('{}', '', '', '', '', '', '')"
LINE = "INSERT INTO line VALUES ('{}', 'A', 'LD', '', '', '', '')"
ANOTHER_PROGRAM = """
import sys
from sqlalchemy import text
from terminal.store.store import Store
store = Store(sys.argv[1])
with store.writing() as session:
    session.execute(text(sys.argv[2]))
store.close()
"""
Heard = queue.SimpleQueue[frozenset[str]]


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def feed(store: Store) -> Iterator[Feed]:
    opened = store.feed()
    yield opened
    opened.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "change-feed"]


@pytest.fixture
def heard(feed: Feed) -> Heard:
    """What a subscriber hears."""
    topics: Heard = queue.SimpleQueue()
    feed.subscribe(topics.put)
    return topics


def write(store: Store, *statements: str) -> None:
    with store.writing() as session:
        for statement in statements:
            session.execute(text(statement))


def all_heard(heard: Heard, least: frozenset[str]) -> frozenset[str]:
    """Everything heard until ``least`` has come and it is quiet again."""
    topics: set[str] = set()
    until = time.monotonic() + PATIENCE
    while not topics >= least and time.monotonic() < until:
        try:
            topics |= heard.get(timeout=PATIENCE)
        except queue.Empty:
            break
    while True:
        try:
            topics |= heard.get(timeout=QUIET)
        except queue.Empty:
            return frozenset(topics)


def test_a_change_arrives_with_its_topics_and_no_others(store: Store, heard: Heard) -> None:
    for statements, topics in (
        ([CENTRE.format("X")], {"counter"}),
        ([LINE.format("X")], {"catalogue"}),
        ([CENTRE.format("Y"), LINE.format("Y")], {"counter", "catalogue"}),
        (["UPDATE line SET name = 'new' WHERE centre = 'X'"], {"catalogue"}),
        (["DELETE FROM line WHERE centre = 'X'"], {"catalogue"}),
    ):
        write(store, *statements)
        assert all_heard(heard, frozenset(topics)) == topics


def test_a_change_of_another_process_arrives(heard: Heard, database_url: str) -> None:
    subprocess.run([sys.executable, "-c", ANOTHER_PROGRAM, database_url, CENTRE.format("X")], check=True, timeout=60)
    assert all_heard(heard, frozenset({"counter"})) == {"counter"}


def test_a_change_that_is_taken_back_is_not_announced(store: Store, heard: Heard) -> None:
    def begin_and_fail() -> None:
        with store.writing() as session:
            session.execute(text(CENTRE.format("X")))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        begin_and_fail()
    with pytest.raises(queue.Empty):
        heard.get(timeout=QUIET)


def test_what_is_announced_can_be_read(store: Store, feed: Feed) -> None:
    counts: queue.SimpleQueue[int] = queue.SimpleQueue()

    def look(_: frozenset[str]) -> None:
        with store.reading() as session:
            counts.put(session.execute(text("SELECT count(*) FROM centre")).scalar_one())

    feed.subscribe(look)
    write(store, CENTRE.format("X"))
    assert counts.get(timeout=PATIENCE) == 1


def test_every_subscriber_hears_until_it_unsubscribes(store: Store, feed: Feed, heard: Heard) -> None:
    other: Heard = queue.SimpleQueue()
    unsubscribe = feed.subscribe(other.put)
    write(store, CENTRE.format("X"))
    assert all_heard(other, frozenset({"counter"})) == all_heard(heard, frozenset({"counter"})) == {"counter"}
    unsubscribe()
    unsubscribe()  # twice does no harm
    write(store, CENTRE.format("Y"))
    assert all_heard(heard, frozenset({"counter"})) == {"counter"}
    assert other.empty()


def test_a_subscriber_may_unsubscribe_while_it_is_told(store: Store, feed: Feed, heard: Heard) -> None:
    times: list[frozenset[str]] = []

    def once(topics: frozenset[str]) -> None:
        times.append(topics)
        unsubscribe()

    unsubscribe = feed.subscribe(once)
    for code in "XYZ":
        write(store, CENTRE.format(code))
        all_heard(heard, frozenset({"counter"}))
    assert len(times) == 1


def test_listening_keeps_nothing_of_the_database_locked(store: Store, heard: Heard) -> None:
    write(store, CENTRE.format("X"))
    all_heard(heard, frozenset({"counter"}))
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:
            busy, left, moved = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            assert (busy, left, moved) == (0, 0, 0)
    else:
        with store.engine.connect() as connection:
            states = text("SELECT state FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
            assert connection.execute(states).scalars().all() == ["idle"]


def test_a_feed_that_nobody_heard_closes_and_one_closed_can_be_closed_again(store: Store) -> None:
    unheard = open_feed(store.engine)
    unheard.close()
    heard = open_feed(store.engine)
    heard.subscribe(lambda topics: None)
    heard.close()
    heard.close()
    assert store.engine.pool.checkedout() == 0  # type: ignore[attr-defined]


def test_a_program_that_ends_without_closing_its_feed_ends(database_url: str) -> None:
    program = "import sys; from terminal.store.store import Store; Store(sys.argv[1]).feed().subscribe(print)"
    subprocess.run([sys.executable, "-c", program, database_url], check=True, timeout=60)


def cut(server: Postgres, engine: Engine) -> None:
    """End every connection to the engine's database, as a restart of the server does."""
    with server.connect() as connection:
        query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        connection.execute(query, (engine.url.database,))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_after_the_connection_was_cut_everything_is_announced_and_changes_arrive_again(
    store: Store, heard: Heard, postgres_server: Postgres
) -> None:
    for code in "XY":
        cut(postgres_server, store.engine)
        assert all_heard(heard, TOPICS) == TOPICS
        store.engine.dispose()  # its connections were cut too
        write(store, CENTRE.format(code))
        assert all_heard(heard, frozenset({"counter"})) == {"counter"}


def test_a_feed_opened_without_its_database_begins_when_that_is_there(
    postgres_server: Postgres, postgres_template: str
) -> None:
    store = Store(postgres_server.url("not_yet"))
    feed, heard = store.feed(), queue.SimpleQueue[frozenset[str]]()
    feed.subscribe(heard.put)
    postgres_server.create("not_yet", postgres_template)
    assert all_heard(heard, TOPICS) == TOPICS
    write(store, CENTRE.format("X"))
    assert all_heard(heard, frozenset({"counter"})) == {"counter"}
    feed.close()
    store.close()
    postgres_server.drop("not_yet")
