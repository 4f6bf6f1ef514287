"""The change feed: which nouns changed, told to whoever listens, across processes.

PostgreSQL carries it by NOTIFY, sent by triggers inside the transaction, so it arrives exactly when the change can be
seen. SQLite has no such call: a counter in the file (``PRAGMA data_version``) tells that another connection has
committed, and the ``change`` table, kept by triggers too, tells of which topics.
"""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable

import psycopg
from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import SQLAlchemyError

from terminal.model import Change

CHANNEL = "onewindow"
SQLITE_POLL_SECONDS = 0.1  # one pragma on an open file, about 5 µs
NOTIFY_WAIT_SECONDS = 0.5  # only how soon close() is noticed
RETRY_SECONDS = 1.0
CLOSE_SECONDS = 5.0
TOPICS = frozenset({"ticket", "handling", "rating", "counter", "catalogue"})

Listener = Callable[[frozenset[str]], None]
log = logging.getLogger(__name__)


class Feed(ABC):
    """Listens on a thread of its own from the first subscription until ``close``.

    After the database was away, every topic is announced once: what changed meanwhile is unknown.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with the changed topics, on the feed's thread. Returns the way to unsubscribe."""
        with self._lock:
            self._listeners.append(listener)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="change-feed")
                self._thread.start()
        self._ready.wait(RETRY_SECONDS)  # so that a change made right after subscribing is not missed

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def close(self) -> None:
        """Stop the thread. Waits for it, within bounds."""
        self._stop.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(CLOSE_SECONDS)

    def _run(self) -> None:
        lost = False
        while not self._stop.is_set():
            try:
                with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                    if lost:
                        self._announce(TOPICS)
                    lost = False
                    self._listen(connection)
            except (SQLAlchemyError, psycopg.Error, OSError) as error:
                if not lost:
                    log.warning("change feed lost: %s", type(error).__name__)
                lost = True
                self._ready.set()
                self._stop.wait(RETRY_SECONDS)

    def _announce(self, topics: frozenset[str]) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(topics)

    @abstractmethod
    def _listen(self, connection: Connection) -> None:
        """Announce until stopped; raise when the connection is lost."""


class PostgresFeed(Feed):
    """LISTEN on one connection of its own."""

    def _listen(self, connection: Connection) -> None:
        raw = connection.connection.driver_connection
        assert isinstance(raw, psycopg.Connection)
        raw.execute(f"LISTEN {CHANNEL}")
        self._ready.set()
        while not self._stop.is_set():
            topics = frozenset(note.payload for note in raw.notifies(timeout=NOTIFY_WAIT_SECONDS, stop_after=1))
            # Whatever else has come in belongs to the same round.
            topics |= {note.payload for note in raw.notifies(timeout=0)}
            if topics:
                self._announce(topics)


class SqliteFeed(Feed):
    """Watches the file's data version; reads the topics only when it moved."""

    def _listen(self, connection: Connection) -> None:
        known = self._versions(connection)
        version = self._data_version(connection)
        self._ready.set()
        while not self._stop.wait(SQLITE_POLL_SECONDS):
            now = self._data_version(connection)
            if now == version:
                continue
            version = now
            versions = self._versions(connection)
            topics = frozenset(topic for topic, count in versions.items() if known.get(topic) != count)
            known = versions
            if topics:
                self._announce(topics)

    def _data_version(self, connection: Connection) -> int:
        return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def _versions(self, connection: Connection) -> dict[str, int]:
        rows = connection.execute(select(Change.topic, Change.version))
        return {row.topic: row.version for row in rows}


def open_feed(engine: Engine) -> Feed:
    """The feed that fits the database."""
    return SqliteFeed(engine) if engine.dialect.name == "sqlite" else PostgresFeed(engine)
