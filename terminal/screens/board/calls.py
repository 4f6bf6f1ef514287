"""Which call stands on the slab, which below it, and which is new: no Qt, no clock of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from terminal.office.views import BoardCall

LEAST_SECONDS: Final = 4.0  # a call keeps the slab at least this long; those that come meanwhile wait


@dataclass
class CallDesk:
    """The board's memory of calls. Times are seconds of one steady clock, given by the caller.

    A call is new when its window called later than ever heard of it, or called the same ticket once more. So what was
    called before the board was switched on is shown but not new, and neither is a window's older call that comes to
    light again because the one after it was passed.
    """

    slab: BoardCall | None = None
    rows: list[BoardCall] = field(default_factory=list)
    """Those below the slab, newest first, each counter once."""

    _pending: list[BoardCall] = field(default_factory=list)
    _since: float = float("-inf")
    _heard: dict[int, tuple[datetime, int]] | None = None  # window → its latest call: when, and how often

    @property
    def waiting(self) -> int:
        """Calls that wait for the slab."""
        return len(self._pending)

    def take(self, calls: Iterable[BoardCall], now: float) -> list[BoardCall]:
        """Take a fresh picture (newest first); returns the calls that now took the slab: one or none."""
        calls = list(calls)
        first = self._heard is None
        heard = self._heard or {}
        fresh = [call for call in reversed(calls) if _later(call, heard.get(call.counter))]
        self._heard = heard | {call.counter: (call.called_at, call.calls) for call in fresh}
        if first:
            self.slab, self.rows = (calls[0], calls[1:]) if calls else (None, [])
            return []
        self._forget(calls)
        for call in fresh:
            self._pending = [one for one in self._pending if one.counter != call.counter]
            self._pending.append(call)
        return self.advance(now)

    def advance(self, now: float) -> list[BoardCall]:
        """Let the next waiting call take the slab when the one there had its time."""
        if not self._pending or now - self._since < LEAST_SECONDS:
            return []
        call = self._pending.pop(0)
        if self.slab is not None and self.slab.counter != call.counter:
            self.rows.insert(0, self.slab)
        self.rows = [row for row in self.rows if row.counter != call.counter]
        self.slab, self._since = call, now
        return [call]

    def seconds_left(self, now: float) -> float | None:
        """When to call ``advance`` again; None when nothing waits."""
        return max(0.0, self._since + LEAST_SECONDS - now) if self._pending else None

    def _forget(self, calls: list[BoardCall]) -> None:
        """Drop what is no longer there (passed, put aside), and take the latest state of what is."""
        now = {call.ticket: call for call in calls}
        self._pending = [now[one.ticket] for one in self._pending if one.ticket in now]
        self.rows = [now[one.ticket] for one in self.rows if one.ticket in now]
        self.slab = now.get(self.slab.ticket) if self.slab else None
        if self.slab is None and self.rows:
            self.slab = self.rows.pop(0)


def _later(call: BoardCall, heard: tuple[datetime, int] | None) -> bool:
    return heard is None or (call.called_at, call.calls) > heard
