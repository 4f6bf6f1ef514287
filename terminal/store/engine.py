"""The engine: one URL in, connections set up as this product needs them."""

from __future__ import annotations

import sqlite3
import time
from typing import Any, cast

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from terminal.errors import Refusal

BUSY_SECONDS = 10.0  # the longest wait for another writer on SQLite; then a Fault, never a hang
CONNECT_SECONDS = 5
# No wait on PostgreSQL is unbounded either: not for a row another window holds, not for a network that went dead. What
# the URL itself says goes before these.
BOUNDED: dict[str, Any] = {
    "options": "-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s",
    "keepalives_idle": "10",
    "keepalives_interval": "3",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
WRITES = "writes"  # execution option: this transaction will write
# A writer takes its lock at once: a transaction that reads first and then wants to write could only fail.
BEGIN_WRITING = "BEGIN IMMEDIATE"


def database_url(text: str) -> URL:
    """Read a database URL. Raises Refusal for anything but SQLite and PostgreSQL."""
    try:
        url = make_url(text)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError):
        backend = ""
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg", query=BOUNDED | dict(url.query))
    if backend == "sqlite":
        return url.set(drivername="sqlite+pysqlite")
    raise Refusal(
        "{url} is not a database this program knows.",
        "Write sqlite:///file.db or postgresql+psycopg://user@host/name.",
        url=_without_password(text),
    )


def _without_password(text: str) -> str:
    head, at, tail = text.rpartition("@")
    return f"…@{tail}" if at and ":" in head else text


def make_engine(url: URL) -> Engine:
    """An engine for the URL; nothing is opened yet. Safe to use from many threads. Its errors tell no values: they end
    up in logs, and a statement's values are people's names and telephones.
    """
    if url.get_backend_name() == "sqlite":
        alone = {"timeout": BUSY_SECONDS, "check_same_thread": False}
        engine = create_engine(url, connect_args=alone, hide_parameters=True)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    # No ping before each use: it would cost every call of a number a round trip. A connection that died in the pool is
    # found by the first verb after it, which reports a Fault, and the whole pool is renewed with that.
    named = {"connect_timeout": CONNECT_SECONDS, "application_name": "onewindow"}
    return create_engine(url, connect_args=named, hide_parameters=True)


def _set_up_sqlite(connection: DBAPIConnection, _record: object) -> None:
    raw = cast(sqlite3.Connection, connection)
    raw.isolation_level = None  # the driver begins nothing by itself; _begin_sqlite says how each transaction begins
    _into_wal(raw)
    # Who is erased leaves no text in the room that becomes free; some builds of SQLite do that by themselves.
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        raw.execute(f"PRAGMA {pragma}")


def _into_wal(raw: sqlite3.Connection) -> None:
    # The change of a new file to WAL needs it alone, and SQLite does not wait for that by its own timeout: where two
    # programs make the change at once, one is told "busy" at once and finds it made when it asks again.
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            raw.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        time.sleep(0.01)


def _begin_sqlite(connection: Any) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql(BEGIN_WRITING if writes else "BEGIN")
