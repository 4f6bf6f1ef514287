"""Has a desk look at the office whenever something it shows has changed, and never on a timer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from terminal.devices.clerk import Clerk, Errand

if TYPE_CHECKING:
    from terminal.office.office import Office


class Watch:
    """Calls ``look`` on the clerk's thread: once at the beginning, then after changes of one of ``topics``.

    Changes that come faster than the clerk looks are seen together. After the database was away it looks once.
    """

    def __init__(self, clerk: Clerk, what: str, topics: frozenset[str], look: Callable[[Office], None]) -> None:
        self._clerk = clerk
        self._what = what
        self._topics = topics
        self._look = look
        self._waiting = False
        self._closed = False
        self._unsubscribe: Callable[[], None] | None = None
        clerk.put(Errand(f"watching {what}", self._begin, self._is_closed))

    def look_again(self) -> None:
        """Look though nothing changed. From any thread."""
        if not (self._waiting or self._closed):
            self._waiting = True
            self._clerk.put(Errand(self._what, self._act, self._is_closed))

    def close(self) -> None:
        """Look no more. From any thread; before the clerk is closed."""
        self._closed = True
        if self._unsubscribe is not None:
            self._unsubscribe()

    def _begin(self, office: Office) -> None:
        if self._unsubscribe is None and not self._closed:
            self._unsubscribe = office.feed.subscribe(self._changed)
        self._look(office)

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & self._topics:
            self.look_again()

    def _act(self, office: Office) -> None:
        self._waiting = False  # before looking: what changes from now on is looked at again
        self._look(office)

    def _is_closed(self) -> bool:
        return self._closed
