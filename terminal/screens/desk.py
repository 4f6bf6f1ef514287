"""How a page that changes things asks the office: one verb at a time, and what time it is at the centre."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from terminal.errors import Trouble
from terminal.screens.asking import Asking
from terminal.screens.background import Background

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

T = TypeVar("T")


class Desk(Asking):
    """Of verbs one runs at a time: while one is under way (``busy``) another is dropped, so that no key does anything
    twice. ``by`` is the staff code of who works.
    """

    busy_changed = Signal()

    def __init__(self, background: Background, by: str, page: QObject) -> None:
        super().__init__(background, page)
        self.by = by
        self.busy = False
        self._turn = 0
        self._at: datetime | None = None
        self._seen = 0.0

    def now(self) -> datetime:
        """The present moment on the centre's clock: the office's last word, and the time passed since."""
        if self._at is None:
            return datetime.now().astimezone()
        return self._at + timedelta(seconds=time.monotonic() - self._seen)

    def act(
        self,
        verb: Callable[[Office], T],
        done: Callable[[T], None] | None = None,
        trouble: Callable[[Trouble], None] | None = None,
    ) -> bool:
        """As Asking does. False: it was dropped, as another is under way."""
        if self.busy:
            return False
        self.told.emit(None)
        self.busy = True
        self._turn += 1
        self.busy_changed.emit()

        def answer(found: T) -> None:
            self.busy = False
            if done is not None:
                done(found)
            self.busy_changed.emit()  # after what the answer changed: whoever waits for its turn sees that

        def refused(raised: Trouble) -> None:
            self.busy = False
            (trouble or self.say)(raised)
            self.busy_changed.emit()

        turn = self._turn

        def settled() -> None:
            if self.busy and turn == self._turn:  # a bug: neither answer nor trouble came
                self.busy = False
                self.busy_changed.emit()

        self._run(verb, answer, refused, settled)
        return True

    def _run(
        self,
        verb: Callable[[Office], T],
        done: Callable[[T], None],
        trouble: Callable[[Trouble], None],
        settled: Callable[[], None] | None = None,
    ) -> None:
        """With each answer comes the centre's time."""

        def timed(office: Office) -> tuple[T, datetime]:
            found = verb(office)
            return found, office.room.local(office.room.now())

        def answer(found: tuple[T, datetime]) -> None:
            if self._at is None or found[1] >= self._at:
                self._at, self._seen = found[1], time.monotonic()
            done(found[0])

        super()._run(timed, answer, trouble, settled)
