"""Inserting what may be there already."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite


def upsert(dialect: Dialect, table: Any) -> postgresql.Insert | sqlite.Insert:
    """An insert that can say what happens ``on_conflict``, as both databases write it."""
    return postgresql.insert(table) if dialect.name == "postgresql" else sqlite.insert(table)
