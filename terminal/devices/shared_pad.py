"""A pad on another machine's line: two machines, one question, and only the database between them.

The machine of the window stores the question; the one that owns the line sees it, lights the pad and stores the key;
the first sees the answer. Neither knows the other.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from terminal.devices.clerk import Clerk
from terminal.devices.watch import Watch

if TYPE_CHECKING:
    from terminal.office.office import Office

TOPICS: Final = frozenset({"rating"})
ASK_SECONDS: Final = 30.0  # where the settings name none: a pad's profile is known to the other machine only
BEYOND_SECONDS: Final = 5.0  # after a question's time, for the other machine to store the silence
TICK_MS: Final = 20  # a timer may come a little early


class OpenQuestions:
    """On the machine with the line: puts to the pad what another machine asks at this window.

    ``ask`` is told the handling and the seconds left, on the clerk's thread, once for each time it was asked.
    """

    def __init__(self, clerk: Clerk, counter: int, ask: Callable[[int, float], None]) -> None:
        self._counter = counter
        self._ask = ask
        self._put: tuple[int, object] | None = None
        self._watch = Watch(clerk, f"questions at counter {counter}", TOPICS, self._look)

    def close(self) -> None:
        """Look no more."""
        self._watch.close()

    def _look(self, office: Office) -> None:
        question = office.feedback.open_question(self._counter)
        if question is None:
            return
        key = (question.handling, question.asked_at)
        if key != self._put:
            self._put = key
            self._ask(question.handling, question.seconds_left)


class SharedPad(QObject):
    """Stands in for the pad on the machine of the window: what was stored of a question is told as if pressed here.

    GUI thread; signals come from the clerk's. Where no machine has the pad, each question ends in silence.
    """

    pressed = Signal(int, str, bytes)
    """Handling asked about, key, nothing: the frame is with the machine that heard it."""

    silent = Signal(int)
    """The handling asked about, when its time was over without a key."""

    unasked = Signal(str, bytes)
    """Never: the other machine journals what nobody asked for."""

    is_down = False
    _asked = Signal(int, float)

    def __init__(self, office: Callable[[], Office], counter: int, desk: QObject, ask_seconds: float | None) -> None:
        """``desk`` has ``trouble`` and ``bug``, which are told what goes wrong here; it owns this object."""
        super().__init__(desk)
        self.ask_seconds = ask_seconds or ASK_SECONDS
        self._awaited: int | None = None
        self._until = 0.0
        self._asked.connect(self._count_down)
        trouble, bug = desk.trouble, desk.bug  # type: ignore[attr-defined]
        self._clerk = Clerk(f"answers at counter {counter}", office, trouble.emit, bug.emit)
        self._watch = Watch(self._clerk, f"answers at counter {counter}", TOPICS, self._look)

    def ask(self, handling: int, seconds: float) -> bool:
        """The question is stored: wait for what becomes of it. One still open ends as not rated. From any thread."""
        over, self._awaited = self._awaited, handling
        if over is not None:
            self.silent.emit(over)
        self._asked.emit(handling, seconds)
        self._watch.look_again()  # it may have been answered before we knew of it
        return True

    def thanks(self) -> None:
        """The other machine thanks."""

    def close(self) -> bool:
        """Look no more. Returns whether the thread ended within bounds."""
        self._watch.close()
        return self._clerk.close()

    def _count_down(self, handling: int, seconds: float) -> None:
        patience = seconds + BEYOND_SECONDS
        self._until = time.monotonic() + patience
        QTimer.singleShot(round(patience * 1000) + TICK_MS, self, lambda: self._give_up(handling))

    def _give_up(self, handling: int) -> None:
        if self._awaited == handling and time.monotonic() >= self._until:  # else it was asked anew meanwhile
            self._awaited = None
            self.silent.emit(handling)

    def _look(self, office: Office) -> None:
        handling = self._awaited
        found = None if handling is None else office.feedback.rating(handling)
        if found is None or handling is None or found.is_open or self._awaited != handling:
            return
        self._awaited = None
        if found.key is not None:
            self.pressed.emit(handling, found.key, b"")
        else:
            self.silent.emit(handling)
