"""Whoever waits for a proposal: how long, who is told how it goes, and who may call it off."""

from __future__ import annotations

import time
from collections.abc import Callable

from terminal.office.plan_views import Progress


class Cancelled(Exception):  # noqa: N818 - no trouble: it is what the caller wants
    """The proposal is not wanted any more."""


class Watch:
    """The time and the listener of one proposal. Its callbacks run on the thread that calls ``tick``."""

    def __init__(
        self,
        seconds: float,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._begun = time.monotonic()
        self._seconds = seconds
        self.found = 0
        self.spread: int | None = None

    def left(self) -> float:
        """Seconds until the time is over; 0 afterwards."""
        return max(0.0, self._begun + self._seconds - time.monotonic())

    def tick(self) -> None:
        """Say how it goes. Raises Cancelled when it is called off."""
        if self._progress is not None:
            self._progress(Progress(time.monotonic() - self._begun, self.found, self.spread))
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
