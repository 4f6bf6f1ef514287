"""The change feed: which nouns changed, told to whoever listens, across processes.

PostgreSQL carries it by NOTIFY, sent by triggers inside the transaction, so it arrives exactly when the change can be
seen. SQLite has no such call: a counter in the file (``PRAGMA data_version``) tells that another connection has
committed, and the ``change`` table, kept by triggers too, tells of which topics.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import Engine
from sqlalchemy.exc import DisconnectionError, SQLAlchemyError

from terminal.store.faults import DatabaseFault
from terminal.store.present import Identity, file_of, identity

CHANNEL = "onewindow"
SQLITE_POLL_SECONDS = 0.1  # one pragma on an open file, about 5 µs
NOTIFY_WAIT_SECONDS = 0.5  # only how soon close() is noticed
RETRY_SECONDS = 1.0
CLOSE_SECONDS = 5.0
TOPICS = frozenset(
    {"ticket", "handling", "rating", "counter", "catalogue", "printing", "plan", "appointment", "message"}
)

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
                # A daemon: a program that ends without closing it, after a mistake of ours, must still end.
                self._thread = threading.Thread(target=self._run, name="change-feed", daemon=True)
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
                with self._alone() as raw:
                    self._tune_in(raw)
                    self._ready.set()
                    if lost:
                        self._announce(TOPICS)
                    lost = False
                    while not self._stop.is_set():
                        if topics := self._hear(raw):
                            self._announce(topics)
            except (SQLAlchemyError, sqlite3.Error, psycopg.Error, OSError, DatabaseFault) as error:
                if not lost:
                    log.warning("change feed lost: %s", type(error).__name__)
                lost = True
                self._ready.set()
                self._stop.wait(RETRY_SECONDS)

    @contextmanager
    def _alone(self) -> Iterator[Any]:
        """A connection of the feed's own, set up as all others, that the pool never sees again.

        The driver's own connection: SQLAlchemy's would open a transaction, and nothing changes inside one.
        """
        pooled = self._engine.raw_connection()
        raw = pooled.driver_connection
        pooled.detach()
        try:
            yield raw
        finally:
            pooled.close()

    def _announce(self, topics: frozenset[str]) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(topics)

    @abstractmethod
    def _tune_in(self, raw: Any) -> None:
        """From here on no change is missed. Raises when the connection is lost, as ``_hear`` does."""

    @abstractmethod
    def _hear(self, raw: Any) -> frozenset[str]:
        """The topics that changed since the last time; waits a little for some, and is empty when there are none."""


class PostgresFeed(Feed):
    """LISTEN on one connection of its own."""

    def _tune_in(self, raw: psycopg.Connection[Any]) -> None:
        raw.autocommit = True
        raw.execute(f"LISTEN {CHANNEL}")

    def _hear(self, raw: psycopg.Connection[Any]) -> frozenset[str]:
        topics = {note.payload for note in raw.notifies(timeout=NOTIFY_WAIT_SECONDS, stop_after=1)}
        if topics:  # whatever else has come in belongs to the same round
            topics |= {note.payload for note in raw.notifies(timeout=0)}
        return frozenset(topics)


class SqliteFeed(Feed):
    """Watches the file's data version; reads the topics only when it moved."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._path = file_of(engine.url)
        self._file: Identity | None = None
        self._version = 0
        self._known: dict[str, int] = {}

    def _tune_in(self, raw: sqlite3.Connection) -> None:
        self._file = None if self._path is None else identity(self._path)
        # The version first: read second, it might already count a change that the topics do not show.
        self._version = _data_version(raw)
        self._known = _versions(raw)

    def _hear(self, raw: sqlite3.Connection) -> frozenset[str]:
        if self._stop.wait(SQLITE_POLL_SECONDS):
            return frozenset()
        if self._path is not None and identity(self._path) != self._file:
            raise DisconnectionError("the file was replaced")
        version = _data_version(raw)
        if version == self._version:
            return frozenset()
        known, self._known = self._known, _versions(raw)
        self._version = version
        return frozenset(topic for topic, count in self._known.items() if known.get(topic) != count)


def _data_version(raw: sqlite3.Connection) -> int:
    return int(raw.execute("PRAGMA data_version").fetchone()[0])


def _versions(raw: sqlite3.Connection) -> dict[str, int]:
    return dict(raw.execute("SELECT topic, version FROM change").fetchall())


def open_feed(engine: Engine) -> Feed:
    """The feed that fits the database."""
    return SqliteFeed(engine) if engine.dialect.name == "sqlite" else PostgresFeed(engine)
