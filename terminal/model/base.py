"""What all nouns share: the declarative base, moments in UTC, and the names of constraints."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, MetaData, inspect
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored in UTC.

    PostgreSQL keeps it as ``timestamptz``; SQLite as text in UTC that sorts in time's order. A naive datetime is
    refused: its moment would depend on the machine that reads it.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs its offset: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is UTC:
            return value
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """All nouns. Keys are the trade's own (LC01, window 3, A, SB-003, zhang): a noun held by a screen is complete."""

    metadata = MetaData(naming_convention=NAMES)

    def __repr__(self) -> str:
        keys = inspect(type(self)).primary_key
        shown: list[Any] = [f"{column.key}={getattr(self, str(column.key), None)!r}" for column in keys]
        return f"{type(self).__name__}({', '.join(shown)})"
