"""The schema's age: what a database holds, and bringing an older one up to date without risking it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from terminal.errors import Fault, Refusal
from terminal.store.engine import WRITES
from terminal.store.faults import faults
from terminal.store.present import file_of, keep_to_file
from terminal.store.scrub import scrub

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
)  # oldest first; a test holds this against the migration files
HEAD = REVISIONS[-1]
SEALED_SINCE = "0007"  # before it residents' numbers stood readable in the database
_MIGRATIONS = Path(__file__).parent / "migrations"
_UPGRADE_LOCK = 0x6F776E  # any number all copies of this program agree on, for PostgreSQL's advisory lock


class Age(StrEnum):
    """What a database is to this program."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"
    FOREIGN = "foreign"  # has tables, none of them ours


def revision(connection: Connection) -> str | None:
    """The revision the database was left at; None when it was never ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def age(connection: Connection) -> Age:
    """How the database compares with this program."""
    at = revision(connection)
    if at is None:
        return Age.FOREIGN if inspect(connection).get_table_names() else Age.EMPTY
    if at == HEAD:
        return Age.CURRENT
    return Age.OLDER if at in REVISIONS else Age.NEWER


def require_current(engine: Engine, *, upgrade_older: bool = True) -> Path | str | None:
    """Make sure the program may work on this database, upgrading an older one after a copy is set aside.

    With ``upgrade_older`` False an older one is refused instead. From then on the engine keeps to this file. Returns
    what ``upgrade`` does.

    Raises Refusal for a database that is empty, foreign or newer than the program, DatabaseFault when it is away.
    """
    path = file_of(engine.url)
    if path is not None and not path.exists():
        raise _empty()  # SQLite would make the file; a mistyped name must not leave an empty database behind
    keep_to_file(engine)
    with faults(), engine.connect() as connection:
        found = age(connection)
    if found is Age.CURRENT:
        with faults():
            scrub(engine)
        return None
    if found is Age.EMPTY:
        raise _empty()
    if found is Age.OLDER and not upgrade_older:
        raise Refusal("The database is older than this program.", "Run: onewindow db upgrade")
    return upgrade(engine)


def upgrade(engine: Engine) -> Path | str | None:
    """Bring the database to this program's revision. Safe when several processes try at once.

    Returns where the copy of the older state was set aside (a file beside an SQLite database, a schema on PostgreSQL),
    None when there was nothing to keep.
    """
    _make_folder(engine)
    with faults():
        with engine.connect() as connection:
            found = age(connection)
        _refuse_strange(found)
        if found is Age.CURRENT:
            return None
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_UPGRADE_LOCK})")
            found = age(connection)  # another process may have been quicker
            _refuse_strange(found)
            if found is Age.CURRENT:
                return None
            if found is Age.EMPTY:
                _migrate(connection)
                return None
            if engine.dialect.name == "postgresql":
                kept = _copy_schema(connection)
                _migrate(connection)
                return kept
            with _copied_file(connection) as file:
                _migrate(connection)
        scrub(engine)
        return file


def revision_of_copy(copy: Path | str) -> str:
    """Which revision a copy that ``upgrade`` set aside holds: its name says it."""
    found = re.search("from[-_]([0-9]{4})", copy.name if isinstance(copy, Path) else copy)
    assert found is not None, "not a copy that was set aside"
    return found.group(1)


def _migrate(connection: Connection) -> None:
    # Alembic takes a quarter of a second to import and is needed only here, once in a database's life per version.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _refuse_strange(found: Age) -> None:
    if found is Age.NEWER:
        raise Refusal(
            "The database was made by a newer version of this program.",
            "Install that version here too; nothing was changed.",
        )
    if found is Age.FOREIGN:
        raise Refusal(
            "The database belongs to another program.", "Check the database URL in the settings; nothing was changed."
        )


def _empty() -> Refusal:
    return Refusal("There is no centre in this database yet.", "Run: onewindow init --sample")


def _make_folder(engine: Engine) -> None:
    path = file_of(engine.url)
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Fault(
            "The folder {folder} cannot be made: {why}.",
            "Choose another place for the database.",
            folder=path.parent,
            why=error.strerror or str(error),
        ) from error


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S")


@contextmanager
def _copied_file(connection: Connection) -> Iterator[Path | None]:
    """Copy an SQLite database whole (its online backup); ``connection`` holds the lock that keeps others from writing.

    The copy is removed again when the block raises: then the database is as it was.
    """
    path = next((Path(file) for _, _, file in connection.exec_driver_sql("PRAGMA database_list") if file), None)
    if path is None:  # in memory
        yield None
        return
    copy = _unused(path, f"before-{HEAD}-from-{revision(connection)}-{_stamp()}")
    copy.touch(mode=0o600, exist_ok=False)  # revisions before 0007 hold residents' numbers readable
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        yield copy
    except BaseException:
        copy.unlink(missing_ok=True)
        raise


def _unused(path: Path, mark: str) -> Path:
    """A name beside ``path`` that no file has."""
    copy, more = path.with_name(f"{path.stem}.{mark}{path.suffix}"), 2
    while copy.exists():
        copy, more = path.with_name(f"{path.stem}.{mark}-{more}{path.suffix}"), more + 1
    return copy


def _copy_schema(connection: Connection) -> str:
    """Copy every table into a schema of its own, within the transaction that upgrades them."""
    name = f"before_{HEAD}_from_{revision(connection)}_{_stamp()}"
    connection.exec_driver_sql(f'CREATE SCHEMA "{name}"')
    for table in inspect(connection).get_table_names():
        connection.exec_driver_sql(f'CREATE TABLE "{name}"."{table}" AS TABLE "{table}"')
    return name
