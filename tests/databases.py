"""How a test's database gets its tables: as the program itself makes them."""

from __future__ import annotations

from terminal.store.engine import database_url, make_engine
from terminal.store.schema import upgrade


def create_schema(url: str) -> None:
    """Brings the empty database at `url` to the current schema, and leaves no connection open."""
    engine = make_engine(database_url(url))
    try:
        upgrade(engine)
    finally:
        engine.dispose()
