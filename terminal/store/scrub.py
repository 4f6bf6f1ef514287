"""Leaving no trace of what was sealed: SQLite keeps deleted text in its file until something else needs the room.

A migration that seals what stood readable marks the file; whoever opens it next rewrites it whole. The mark goes with
the last trace, so that a power cut between the two is made up for.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Final

from sqlalchemy import Connection, Engine

from terminal.store.present import file_of

_MARK: Final = 1  # PRAGMA user_version, which is the program's own to use


def mark(connection: Connection) -> None:
    """Within a transaction: what it deletes or overwrites has to go from the file as well."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {_MARK}")


def scrub(engine: Engine) -> bool:
    """Rewrite a marked SQLite file, so that it holds its rows and nothing else. Returns False when another program kept
    it busy: then it is done at the next opening. PostgreSQL rewrites by itself, in its autovacuum.
    """
    if file_of(engine.url) is None:
        return True
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA user_version")
        if cursor.fetchone() != (_MARK,):
            return True
        try:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        if (cursor.fetchone() or (1,))[0] != 0:  # somebody still reads what was there before
            return False
        cursor.execute("PRAGMA user_version = 0")
        return True
