"""The store: transactions for the verbs, on either database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from terminal.store.engine import WRITES, database_url, make_engine
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

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent read. Objects stay usable after it; nothing may be changed."""
        with faults(), Session(self.engine, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: committed when the block ends, undone when it raises. Objects stay usable after it."""
        with faults(), Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def writing_plain(self) -> Iterator[Connection]:
        """The same without the unit of work, for the few verbs that run thousands of times a second."""
        with faults(), self._writer.begin() as connection:
            yield connection

    def feed(self) -> Feed:
        """A new change feed; the caller closes it."""
        return open_feed(self.engine)

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()
