"""What a database's errors mean to the people at the counter: a Fault with a remedy, or a bug left as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from terminal.errors import Fault, Refusal

_DISK_FULL = ("The disk of the database is full.", "Free some space; nothing stored so far is lost.")
# SQLite's result codes (sqlite.org/rescode.html) and what they mean here: sentence, what to do.
_SQLITE = {
    sqlite3.SQLITE_FULL: _DISK_FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: _DISK_FULL,  # what a full disk gives a program that has just opened the file
    sqlite3.SQLITE_READONLY: (
        "The database cannot be written: it is read-only.",
        "Check the rights of the file and its folder.",
    ),
    sqlite3.SQLITE_BUSY: ("The database is busy with another program.", "Try again in a moment."),
    sqlite3.SQLITE_LOCKED: ("The database is busy with another program.", "Try again in a moment."),
    sqlite3.SQLITE_CANTOPEN: (
        "The database file cannot be opened.",
        "Check that its folder exists and may be written.",
    ),
    sqlite3.SQLITE_IOERR: ("The disk of the database does not answer.", "Check the disk and its cable."),
    sqlite3.SQLITE_NOTADB: ("The file is not a OneWindow database.", "Check the database URL in the settings."),
    sqlite3.SQLITE_CORRUPT: ("The database file is damaged.", "Stop, keep the file, and restore the last backup."),
}
# PostgreSQL's SQLSTATEs and classes of them (appendix A of its manual).
_POSTGRES = {
    "53": ("The database server has run out of disk, memory or connections.", "Call the administrator of the server."),
    "25006": ("The database cannot be written: it is read-only.", "Call the administrator of the server."),
    "28": ("The database server does not accept this name and password.", "Check the database URL in the settings."),
    "3D": ("There is no such database on the server.", "Check the database URL in the settings."),
    "40": ("The database is busy with another program.", "Try again in a moment."),
    "55": ("The database is busy with another program.", "Try again in a moment."),
}
_NUL = "cannot contain NUL"  # what psycopg says, without a state
_SURROGATES = "surrogates not allowed"
_GONE = ("The database does not answer.", "Work goes on when it is back; check the network and the server.")


class DatabaseFault(Fault):
    """A Fault whose cause is the database, so that screens can say so and try again."""


def fault_of(error: Exception) -> DatabaseFault | None:
    """The Fault for a database error; None when it is no trouble of the surroundings (then it is a bug)."""
    if isinstance(error, PoolTimeout):
        return DatabaseFault(*_SQLITE[sqlite3.SQLITE_BUSY])
    original = _original(error)
    if isinstance(original, sqlite3.Error):
        code = getattr(original, "sqlite_errorcode", 0)
        # The low byte is the primary code, the rest says more about it.
        known = _SQLITE.get(code) or _SQLITE.get(code & 0xFF)
        return DatabaseFault(*known) if known else None
    state = getattr(original, "sqlstate", None) or ""
    if said := _POSTGRES.get(state) or _POSTGRES.get(state[:2]):
        return DatabaseFault(*said)
    if getattr(error, "connection_invalidated", False):
        return DatabaseFault(*_GONE)
    return DatabaseFault(*_GONE) if isinstance(original, psycopg.OperationalError | psycopg.InterfaceError) else None


def _original(error: Exception) -> BaseException | None:
    return error.orig if isinstance(error, DBAPIError) else error


def _no_text() -> Refusal:
    return Refusal("There is a character in it that cannot be stored.", "Enter it again.")


@contextmanager
def faults() -> Iterator[None]:
    """Turn the database's own errors, as SQLAlchemy or the driver raises them, into Faults; all else passes through.

    Text that no database takes is refused: NUL and lone surrogates, which a scanner or a broken file may give.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        if error.reason != _SURROGATES:
            raise
        raise _no_text() from error
    except (DBAPIError, PoolTimeout, sqlite3.Error, psycopg.Error) as error:
        if isinstance(_original(error), psycopg.DataError) and _NUL in str(error):
            raise _no_text() from error
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error
