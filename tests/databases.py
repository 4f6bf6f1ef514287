"""How a test's database gets its tables, as the program itself makes them; and files made once for a whole run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from terminal.store.engine import database_url, make_engine
from terminal.store.schema import upgrade


def create_schema(url: str) -> None:
    """Brings the empty database at `url` to the current schema, and leaves no connection open."""
    engine = make_engine(database_url(url))
    try:
        upgrade(engine)
    finally:
        engine.dispose()


def made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[str], object]) -> Path:
    """A SQLite file that nobody changes: ``make`` is given its URL, once in a run, whichever workers ask for it.

    Two that ask at the same moment both make it, and one of the files stays: they are alike.
    """
    run = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent  # each worker has a folder of its own below the run's
    made = run / f"{name}.db"
    if not made.exists():
        path = folders.mktemp(name) / made.name
        make(f"sqlite:///{path}")
        path.replace(made)
    return made
