"""The schema's age: upgraded with nothing lost and a copy set aside, or refused with nothing changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, insert, inspect, select, text

from terminal.errors import Fault, Refusal
from terminal.model import Base, Centre, JournalEntry, Line, LineDay, Ticket
from terminal.office.clock import SystemClock
from terminal.store import schema
from terminal.store.engine import WRITES, database_url, make_engine
from terminal.store.store import Store

MIGRATIONS = Path(schema.__file__).parent / "migrations"
DAMAGE = "CREATE TABLE rating (id INTEGER)"  # makes the upgrade to 0002 fail
FIRST = (  # the tables of 0001
    "centre", "counter", "counter_line", "handling", "item", "journal", "line", "line_day", "material", "staff",
    "ticket",
)  # fmt: skip


def configured() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


@pytest.fixture
def engine(empty_database_url: str) -> Iterator[Engine]:
    """An engine on a database without any tables."""
    made = make_engine(database_url(empty_database_url))
    yield made
    made.dispose()


@pytest.fixture
def old(engine: Engine) -> Engine:
    """A database of revision 0001 with one waiting ticket in it."""
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config = configured()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        now = SystemClock().now()
        connection.execute(insert(Centre), {"code": "LC01", "name": "柳溪"})
        connection.execute(insert(Line), {"centre": "LC01", "letter": "A", "field": "LD", "name": "流动人口"})
        connection.execute(insert(LineDay), {"centre": "LC01", "day": now.date(), "line": "A", "last": 1})
        ticket = {"centre": "LC01", "day": now.date(), "line": "A", "number": 1, "waits_in": "A", "code": "23456789"}
        moments = {"source": "kiosk", "arrived_at": now, "place_at": now}
        connection.execute(insert(Ticket.__table__), ticket | moments)  # type: ignore[arg-type]
        journal = {"centre": "LC01", "at": now, "who": "kiosk", "verb": "issue", "noun": "ticket", "noun_id": "1"}
        connection.execute(insert(JournalEntry), journal)
    return engine


def everything(engine: Engine, schema_name: str | None = None) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables that revision 0001 has."""
    with engine.connect() as connection:
        return {
            table: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {_named(table, schema_name)}"))]
            for table in inspect(connection).get_table_names(schema_name)
            if table in FIRST
        }


def _named(table: str, schema_name: str | None) -> str:
    return f'"{schema_name}"."{table}"' if schema_name else f'"{table}"'


def age(engine: Engine) -> schema.Age:
    with engine.connect() as connection:
        return schema.age(connection)


def test_the_known_revisions_are_those_of_the_migration_files() -> None:
    walked = [script.revision for script in ScriptDirectory.from_config(configured()).walk_revisions()]
    assert list(schema.REVISIONS) == list(reversed(walked))


def test_migrations_end_at_what_the_mapped_classes_say(engine: Engine) -> None:
    assert age(engine) is schema.Age.EMPTY
    assert schema.upgrade(engine) is None
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
        assert schema.revision(connection) == schema.HEAD


def test_an_older_database_is_upgraded_with_nothing_lost_and_a_readable_copy_aside(old: Engine) -> None:
    before = everything(old)
    assert len(before["ticket"]) == 1
    kept = schema.upgrade(old)
    assert age(old) is schema.Age.CURRENT
    assert everything(old) == before
    if isinstance(kept, Path):
        copy = make_engine(database_url(f"sqlite:///{kept}"))
        assert kept.parent == Path(str(old.url.database)).parent
        assert (age(copy), everything(copy)) == (schema.Age.OLDER, before)
        copy.dispose()
    else:
        assert kept is not None
        assert everything(old, kept) == before
    store = Store(old.url.render_as_string(hide_password=False))
    with store.reading() as session:
        assert session.scalars(select(Ticket)).one().number == "A001"
    store.close()


def test_opening_upgrades_an_older_database_unless_told_otherwise(old: Engine) -> None:
    with pytest.raises(Refusal, match="older than this program"):
        schema.require_current(old, upgrade_older=False)
    assert age(old) is schema.Age.OLDER
    schema.require_current(old)
    assert age(old) is schema.Age.CURRENT


def test_an_upgrade_that_fails_leaves_the_database_as_it_was_and_no_copy(old: Engine) -> None:
    with old.begin() as connection:
        connection.exec_driver_sql(DAMAGE)
    before = everything(old)
    with pytest.raises(Exception, match="rating"):
        schema.upgrade(old)
    assert (age(old), everything(old)) == (schema.Age.OLDER, before)
    with old.connect() as connection:
        assert not inspect(connection).has_table("change")
        assert [name for name in inspect(connection).get_schema_names() if name.startswith("before")] == []
    if old.dialect.name == "sqlite":
        assert list(Path(str(old.url.database)).parent.glob("*before*")) == []


def upgrade_at_once(engine: Engine) -> list[Path | str]:
    """Four programs open the database and upgrade it; returns the copies they set aside."""

    def upgrade(_: int) -> Path | str | None:
        mine = make_engine(engine.url)
        try:
            return schema.upgrade(mine)
        finally:
            mine.dispose()

    with ThreadPoolExecutor(4) as pool:
        return [copy for copy in pool.map(upgrade, range(4)) if copy is not None]


def test_of_several_programs_that_upgrade_at_once_one_does_it(old: Engine) -> None:
    before = everything(old)
    assert len(upgrade_at_once(old)) == 1
    assert (age(old), everything(old)) == (schema.Age.CURRENT, before)


def test_several_programs_may_make_the_tables_of_a_new_database_at_once(engine: Engine) -> None:
    assert upgrade_at_once(engine) == []
    assert age(engine) is schema.Age.CURRENT


def test_a_database_of_a_newer_program_is_refused_and_left_alone(engine: Engine) -> None:
    schema.upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for attempt in (schema.upgrade, schema.require_current):
        with pytest.raises(Refusal, match="made by a newer version"):
            attempt(engine)


def test_a_database_of_another_program_is_refused_and_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE songs (title TEXT)")
    for attempt in (schema.upgrade, schema.require_current):
        with pytest.raises(Refusal, match="belongs to another program"):
            attempt(engine)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["songs"]


def test_a_database_without_tables_is_told_from_one_of_ours(engine: Engine) -> None:
    with pytest.raises(Refusal, match="no centre in this database yet"):
        schema.require_current(engine)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []


def test_opening_a_file_that_is_missing_does_not_make_it(tmp_path: Path) -> None:
    engine = make_engine(database_url(f"sqlite:///{tmp_path / 'mistyped.db'}"))
    with pytest.raises(Refusal, match="no centre in this database yet"):
        schema.require_current(engine)
    assert list(tmp_path.iterdir()) == []


def test_a_new_database_may_lie_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    engine = make_engine(database_url(f"sqlite:///{tmp_path / 'data' / 'onewindow' / 'centre.db'}"))
    schema.upgrade(engine)
    assert age(engine) is schema.Age.CURRENT
    engine.dispose()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    engine = make_engine(database_url(f"sqlite:///{tmp_path / 'data' / 'centre.db'}"))
    with pytest.raises(Fault, match=r"The folder .*/data cannot be made"):
        schema.upgrade(engine)


def test_a_copy_does_not_overwrite_an_earlier_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_stamp", lambda: "now")
    path = tmp_path / "centre.db"
    engine = make_engine(database_url(f"sqlite:///{path}"))
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config = configured()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    earlier = tmp_path / "centre.before-0003-from-0001-now.db"
    with closing(sqlite3.connect(earlier)) as kept:
        kept.execute("CREATE TABLE kept (x)")
    assert schema.upgrade(engine) != earlier
    with closing(sqlite3.connect(earlier)) as kept:
        assert kept.execute("SELECT name FROM sqlite_master").fetchall() == [("kept",)]
    engine.dispose()
