"""How the booking screen asks the office, and what time it is at the centre."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from terminal.errors import Fault, Trouble
from terminal.screens.background import Background
from terminal.screens.i18n import tell

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

T = TypeVar("T")


class Said(NamedTuple):
    """One sentence for the band, and what to do."""

    kind: Literal["calm", "wait", "trouble"]
    sentence: str
    advice: str = ""


class Desk(QObject):
    """Runs questions and verbs behind the screen; GUI thread only.

    ``told`` has a Said, or None when what was said is over. Of verbs one runs at a time: while one is under way
    (``busy``) another is dropped, so that no key does anything twice.
    """

    told = Signal(object)
    busy_changed = Signal()

    def __init__(self, background: Background, by: str, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self.by = by
        self.busy = False
        self._turn = 0
        self._numbers: dict[str, int] = {}
        self._at: datetime | None = None
        self._seen = 0.0

    @property
    def reachable(self) -> bool:
        """Whether the database answers, as far as is known."""
        return self._background.reachable is not False

    def now(self) -> datetime:
        """The present moment on the centre's clock: the office's last word, and the time passed since."""
        if self._at is None:
            return datetime.now().astimezone()
        return self._at + timedelta(seconds=time.monotonic() - self._seen)

    def read(
        self,
        name: str,
        verb: Callable[[Office], T],
        done: Callable[[T], None],
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Ask; an answer that comes after a later question of the same name is dropped."""
        number = self._numbers[name] = self._numbers.get(name, 0) + 1

        def answer(found: tuple[T, datetime]) -> None:
            if number == self._numbers[name]:
                self._set_clock(found[1])
                done(found[0])

        def trouble(raised: Trouble) -> None:
            if number == self._numbers[name]:
                self.say(raised)
                if failed is not None:
                    failed()

        self._background.run(_timed(verb), answer, trouble=trouble, owner=self)

    def forget(self, name: str) -> None:
        """The answer to the last question of this name is not wanted any more."""
        self._numbers[name] = self._numbers.get(name, 0) + 1

    def act(
        self,
        verb: Callable[[Office], T],
        done: Callable[[T], None],
        refused: Callable[[Trouble], None] | None = None,
    ) -> bool:
        """Do something; what was said before is taken back. False when it was dropped, as another is under way."""
        if self.busy:
            return False
        self.told.emit(None)
        self.busy = True
        self._turn += 1
        self.busy_changed.emit()

        def answer(found: tuple[T, datetime]) -> None:
            self.busy = False
            self._set_clock(found[1])
            done(found[0])
            self.busy_changed.emit()  # after what the answer changed: whoever waits for its turn sees that

        def trouble(raised: Trouble) -> None:
            self.busy = False
            self.say(raised)
            if refused is not None:
                refused(raised)
            self.busy_changed.emit()

        turn = self._turn

        def settled() -> None:
            if self.busy and turn == self._turn:  # a bug: neither answer nor trouble came
                self.busy = False
                self.busy_changed.emit()

        self._background.run(_timed(verb), answer, trouble=trouble, settled=settled, owner=self)
        return True

    def quietly(self, verb: Callable[[Office], object]) -> None:
        """Do something whose answer nobody waits for: a refusal of it means that it is done already."""
        self._background.run(verb, lambda _: None, owner=self)

    def say(self, trouble: Trouble) -> None:
        """Tell of a trouble."""
        sentence, advice = tell(trouble)
        self.told.emit(Said("trouble" if isinstance(trouble, Fault) else "calm", sentence, advice))

    def _set_clock(self, at: datetime) -> None:
        if self._at is None or at >= self._at:
            self._at, self._seen = at, time.monotonic()


def _timed(verb: Callable[[Office], T]) -> Callable[[Office], tuple[T, datetime]]:
    def both(office: Office) -> tuple[T, datetime]:
        found = verb(office)
        return found, office.room.local(office.room.now())

    return both
