"""The rating going on just now: asked, answered, or left unanswered."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from terminal.screens.counter.devices_seen import RatingSeen
from terminal.screens.counter.words import key_words

if TYPE_CHECKING:
    from terminal.office.views import Key, Serving

THANKS_MS: Final = 4000  # how long an answer (or its absence) stays in the person's place


@dataclass(frozen=True, slots=True)
class RatingNow:
    """What the person at the counter should see of it. ``until`` is on the monotonic clock, in seconds."""

    handling: int
    number: str
    title: str
    state: Literal["asked", "rated", "silent"]
    until: float
    label: str = ""  # the key's words, once pressed
    score: int | None = None

    def seconds_left(self) -> int:
        """Whole seconds until silence counts, never below 0."""
        return max(0, round(self.until - time.monotonic()))


class RatingWatch(QObject):
    """Follows the pad: from the question to the key or the silence, and a few seconds after. GUI thread only."""

    changed = Signal()

    def __init__(
        self, desk: RatingSeen | None, visits: Callable[[], Iterable[Serving]], parent: QObject | None = None
    ) -> None:
        """``visits`` gives the visits a handling may belong to, to name its number and item."""
        super().__init__(parent)
        self.now: RatingNow | None = None
        self.keys: dict[str, Key] = {}
        self._visits = visits
        self._thanks = QTimer(self, singleShot=True, interval=THANKS_MS)
        self._thanks.timeout.connect(lambda: self._set(None))
        if desk is not None:
            desk.asked.connect(self._on_asked)
            desk.rated.connect(self._on_rated)
            desk.silent.connect(self._on_silent)

    def _on_asked(self, handling: int, seconds: int) -> None:
        number, title = next(
            ((visit.number, row.title) for visit in self._visits() for row in visit.handlings if row.id == handling),
            ("", ""),
        )
        self._thanks.stop()
        self._set(RatingNow(handling, number, title, "asked", time.monotonic() + seconds))

    def _on_rated(self, handling: int, key: str) -> None:
        if self.now is not None and self.now.handling == handling:
            meaning = self.keys.get(key)
            label, score = (key, None) if meaning is None else (key_words(meaning), meaning.score)
            self._end(replace(self.now, state="rated", label=label, score=score))

    def _on_silent(self, handling: int) -> None:
        if self.now is not None and self.now.handling == handling:
            self._end(replace(self.now, state="silent"))

    def _end(self, rating: RatingNow) -> None:
        self._set(rating)
        self._thanks.start()

    def _set(self, rating: RatingNow | None) -> None:
        self.now = rating
        self.changed.emit()
