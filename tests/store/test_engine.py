"""Connections are set up as the product needs them, and errors become Faults only when the surroundings failed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from terminal.store.faults import DatabaseFault, faults
from terminal.store.health import faults_of
from terminal.store.store import Store

CENTRE = "INSERT INTO centre (code, name, name_en, zone, hours, notices, scale) VALUES ('X', '', '', '', '', '', '')"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)]
)
def test_every_connection_to_a_file_writes_ahead_syncs_and_holds_references(
    store: Store, pragma: str, value: object
) -> None:
    with store.reading() as session, store.fast() as cursor:
        assert session.execute(text(f"PRAGMA {pragma}")).scalar() == value
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


def test_a_reference_to_nothing_is_a_mistake_of_ours_and_no_fault(store: Store) -> None:
    with pytest.raises(IntegrityError), store.writing() as session:
        session.execute(text("INSERT INTO line VALUES ('nowhere', 'A', 'LD', '', '', '', '')"))


def test_a_mistake_of_ours_tells_no_values_since_it_ends_up_in_a_log(store: Store) -> None:
    insert = text(CENTRE.replace("'X', ''", "'X', :name"))
    with store.writing() as session:
        session.execute(insert, {"name": "王小华"})
    with pytest.raises(IntegrityError) as told, store.writing() as session:
        session.execute(insert, {"name": "王小华"})
    assert "INSERT INTO centre" in str(told.value)
    assert "王小华" not in str(told.value)


def test_wrong_sql_is_a_mistake_of_ours_and_no_fault(store: Store) -> None:
    with pytest.raises(DBAPIError) as error, store.writing() as session:
        session.execute(text("SELECT nothing FROM nowhere"))
    assert not isinstance(error.value, DatabaseFault)


def test_a_write_is_kept_when_the_block_ends_and_undone_when_it_raises(store: Store) -> None:
    def write(then: type[Exception] | None) -> None:
        with store.writing() as session:
            session.execute(text(CENTRE))
            if then is not None:
                raise then

    for opened, kept in ((ZeroDivisionError, 0), (None, 1)):
        if opened is None:
            write(None)
        else:
            with pytest.raises(opened):
                write(opened)
        with store.reading() as session:
            assert session.execute(text("SELECT count(*) FROM centre")).scalar() == kept


def test_the_fast_way_is_kept_when_the_block_ends_and_undone_when_it_raises(store: Store) -> None:
    def write(fail: bool) -> None:
        with store.fast() as cursor:
            cursor.execute(CENTRE)
            if fail:
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(True)
    write(False)
    with pytest.raises(IntegrityError):
        write(False)
    with store.reading() as session:
        assert session.execute(text("SELECT count(*) FROM centre")).scalar() == 1


def test_a_sound_database_has_no_faults(store: Store) -> None:
    assert faults_of(store.engine) == []


def test_a_missing_table_is_found(store: Store) -> None:
    with store.writing() as session:
        session.execute(text("DROP TABLE rating"))
    assert faults_of(store.engine) == ["table rating is missing"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_row_that_refers_to_nothing_is_found(store: Store, database_url: str) -> None:
    raw = sqlite3.connect(database_url.removeprefix("sqlite:///"))
    raw.execute("INSERT INTO line VALUES ('nowhere', 'A', 'LD', '', '', '', '')")
    raw.commit()
    raw.close()
    assert faults_of(store.engine) == ["line row 1 refers to a centre that is not there"]


NO_DATABASE = {
    "text": b"this is no database, but a text that somebody put there\n" * 40,
    "zip": b"PK\x03\x04" + bytes(4096),
}


@pytest.mark.parametrize("content", NO_DATABASE)
def test_a_file_that_is_no_database_is_named_as_such_and_left_alone(tmp_path: Path, content: str) -> None:
    path = tmp_path / "centre.db"
    path.write_bytes(NO_DATABASE[content])
    store = Store(f"sqlite:///{path}")
    with pytest.raises(DatabaseFault, match="not a OneWindow database"), store.reading() as session:
        session.connection()
    assert path.read_bytes() == NO_DATABASE[content]
    store.close()


def test_a_folder_in_the_files_place_cannot_be_opened(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}")
    with pytest.raises(DatabaseFault, match="cannot be opened"), store.reading() as session:
        session.connection()


def test_errors_straight_from_a_driver_are_told_apart_too() -> None:
    with pytest.raises(DatabaseFault, match="cannot be opened"), faults():
        sqlite3.connect("/no/such/folder/centre.db")
    with pytest.raises(sqlite3.OperationalError, match="syntax"), faults():
        sqlite3.connect(":memory:").execute("SELEKT")
    with pytest.raises(ProgrammingError), faults():
        raise ProgrammingError("SELEKT", {}, sqlite3.ProgrammingError("syntax"))


def test_a_file_opened_on_a_disk_that_is_full_already_says_that_it_is_full() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    with pytest.raises(DatabaseFault, match="disk of the database is full"), faults():
        raise error
