"""An older database with residents' numbers readable in it: sealed when it is upgraded, and no trace is left."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, event, insert, select, text

from terminal.errors import Fault
from terminal.model import Centre, Resident, ResidentKey
from terminal.store import schema
from terminal.store.engine import WRITES, database_url, make_engine
from terminal.store.store import Store
from terminal.store.vault import open_vault
from tests.office.people import number_of

MIGRATIONS = Path(schema.__file__).parent / "migrations"
NUMBERS = [number_of(serial) for serial in range(300)]
FORMER = "USA999912345678"
INSERT = text(
    "INSERT INTO resident (centre, number, name, phone, since) VALUES ('LC01', :number, :name, :phone, :since)"
)


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the keys of one test."""
    folder = tmp_path / "keys"
    monkeypatch.setenv("ONEWINDOW_KEYS", str(folder))
    return folder


@pytest.fixture
def old(empty_database_url: str) -> Iterator[Engine]:
    """A database of revision 0006 in which hundreds of numbers stand readable."""
    engine = make_engine(database_url(empty_database_url))
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0006")
        connection.execute(insert(Centre), {"code": "LC01", "name": "柳溪"})
        since = datetime(2026, 1, 5, tzinfo=UTC).isoformat()
        people = [{"number": number, "name": "单晓华", "phone": "", "since": since} for number in [*NUMBERS, FORMER]]
        connection.execute(INSERT, people)
        connection.execute(INSERT, {"number": None, "name": "王𬭎", "phone": "13800000001", "since": since})
    yield engine
    engine.dispose()


def residents(engine: Engine) -> list[Resident]:
    """Everybody, in the order in which they were entered."""
    store = Store(engine.url.render_as_string(hide_password=False))
    try:
        with store.reading() as session:
            return list(session.scalars(select(Resident).order_by(Resident.id)))
    finally:
        store.close()


def file_of(engine: Engine) -> Path:
    """The database's file; skips on PostgreSQL, whose files are its server's."""
    if engine.dialect.name != "sqlite":
        pytest.skip("the server's own files")
    return Path(str(engine.url.database))


def readable(path: Path) -> list[str]:
    """Which numbers stand in the bytes of the database's files."""
    files = [file for file in path.parent.glob(f"{path.name}*") if file.is_file()]
    bytes_of = b"".join(file.read_bytes() for file in files)
    return [number for number in [*NUMBERS, FORMER] if number.encode() in bytes_of]


def test_everybody_is_known_as_before_and_by_what_follows_from_it(old: Engine) -> None:
    schema.upgrade(old)
    with old.connect() as connection:
        vault = open_vault(connection, "LC01")
    *people, foreigner, nobody = residents(old)
    assert [vault.open(one.number_sealed or b"") for one in people] == NUMBERS
    assert [one.number_hash for one in people] == [vault.found_by(number) for number in NUMBERS]
    assert [one.tail_hash for one in people] == [vault.tail(number[-4:]) for number in NUMBERS]
    assert {(one.birth, one.initials, one.document) for one in people} == {(date(1980, 1, 1), "sxh", "resident")}
    assert {one.sex for one in people} == {"male", "female"}
    assert (foreigner.document, foreigner.birth, foreigner.sex) == ("foreign-permanent", None, "")
    assert (nobody.number_hash, nobody.number_sealed, nobody.tail_hash) == (None, None, None)
    assert (nobody.initials, nobody.phone) == ("wh", "13800000001")


def test_no_number_is_left_in_the_bytes_of_the_file(old: Engine) -> None:
    path = file_of(old)
    assert len(readable(path)) == len(NUMBERS) + 1
    schema.upgrade(old)
    assert readable(path) == []
    old.dispose()
    assert readable(path) == []


def test_what_a_power_cut_left_is_removed_at_the_next_opening(old: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file_of(old)
    with monkeypatch.context() as cut:
        cut.setattr(schema, "scrub", lambda _engine: True)
        schema.upgrade(old)
    assert readable(path) != []
    schema.require_current(old)
    assert readable(path) == []


def test_a_program_that_still_reads_delays_it_to_a_later_opening(old: Engine) -> None:
    path = file_of(old)
    old.dispose()
    event.listen(old, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout = 100"))  # it would wait ten seconds
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN").execute("SELECT * FROM resident").fetchone()
        schema.upgrade(old)
        assert readable(path) != []
    schema.require_current(old)
    assert readable(path) == []


def test_the_copy_that_is_set_aside_is_its_owners_alone_and_its_name_tells_what_it_holds(old: Engine) -> None:
    kept = schema.upgrade(old)
    assert kept is not None
    assert schema.revision_of_copy(kept) == "0006" < schema.SEALED_SINCE
    if isinstance(kept, Path):
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_of_several_programs_that_upgrade_at_once_one_makes_the_key(old: Engine, keys: Path) -> None:
    def upgrade(_: int) -> None:
        mine = make_engine(old.url)
        try:
            schema.upgrade(mine)
        finally:
            mine.dispose()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(upgrade, range(4)))
    with old.connect() as connection:
        (key_id,) = connection.scalars(select(ResidentKey.key_id))
    assert [file.name for file in keys.iterdir()] == [f"{key_id}.key"]
    assert residents(old)[0].tail_hash is not None


def test_without_a_place_for_the_key_nothing_is_upgraded(old: Engine, keys: Path) -> None:
    keys.write_text("a file where the folder should be")
    with pytest.raises(Fault, match="ONEWINDOW_KEYS"):
        schema.upgrade(old)
    with old.connect() as connection:
        assert schema.revision(connection) == "0006"
        assert connection.scalars(text("SELECT number FROM resident ORDER BY id")).first() == NUMBERS[0]
