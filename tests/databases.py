"""How a test's database gets its tables, as the program itself makes them; and files made once for many tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from terminal.store.engine import database_url, make_engine
from terminal.store.schema import upgrade

# For a rule the program keeps whatever the database: the test runs on SQLite alone.
ON_SQLITE = pytest.mark.parametrize("hall_url", ["sqlite"], indirect=True)


def create_schema(url: str) -> None:
    """Brings the empty database at `url` to the current schema, and leaves no connection open."""
    engine = make_engine(database_url(url))
    try:
        upgrade(engine)
    finally:
        engine.dispose()


def made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[str], object]) -> Path:
    """A SQLite file that nobody changes: ``make`` is given its URL, once in a process, whichever folder's tests ask.

    Not once for all processes: the key of a centre's residents lies in the home folder, and each has one of its own.
    """
    made = folders.getbasetemp() / f"{name}.db"
    if not made.exists():
        make(f"sqlite:///{made}")
    return made
