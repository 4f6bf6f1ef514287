"""The store: transactions for the verbs, on either database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import PoolProxiedConnection

from terminal.store.engine import BEGIN_WRITING, WRITES, database_url, make_engine
from terminal.store.faults import faults
from terminal.store.feed import Feed, open_feed


class Store:
    """Opens transactions. Safe to use from many threads; each transaction belongs to the thread that opened it.

    Every method raises ``DatabaseFault`` when the database is the trouble.
    """

    def __init__(self, url: str) -> None:
        self.url = database_url(url)
        self.engine = make_engine(self.url)
        self._writer = self.engine.execution_options(**{WRITES: True})
        # SQLite shows a transaction one moment by itself, and has to be told to begin; PostgreSQL the other way round.
        on_sqlite = self.engine.dialect.name == "sqlite"
        self._reader = self.engine if on_sqlite else self.engine.execution_options(isolation_level="REPEATABLE READ")
        self._begin = BEGIN_WRITING if on_sqlite else ""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One moment of the database, however many statements look at it. Nothing may be changed."""
        with faults(), Session(self._reader, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: committed when the block ends, undone when it raises. Objects stay usable after it."""
        with faults(), Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def fast(self) -> Iterator[DBAPICursor]:
        """The same on the driver's cursor, for ``Prepared`` statements. Its errors come wrapped, as everywhere."""
        with faults():
            connection = self.engine.raw_connection()
            try:
                cursor = connection.cursor()
                if self._begin:
                    cursor.execute(self._begin)
                yield cursor
                connection.commit()
            except self.engine.dialect.loaded_dbapi.Error as error:
                raise self._wrapped(error, connection) from error
            finally:
                connection.close()  # the pool undoes whatever was not committed

    def _wrapped(self, error: Exception, connection: PoolProxiedConnection) -> Exception:
        dialect = self.engine.dialect
        lost = dialect.is_disconnect(cast(Any, error), connection.dbapi_connection, None)
        if lost:
            connection.invalidate(error)
            self.engine.pool.dispose()  # its other connections went the same way
        return DBAPIError.instance(
            None, None, error, dialect.loaded_dbapi.Error, connection_invalidated=lost, dialect=dialect
        )

    def feed(self) -> Feed:
        """A new change feed; the caller closes it."""
        return open_feed(self.engine)

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()
