"""The rating of a window, from question to stored answer: binds the pad to the office.

A press is acknowledged to the pad at once, written to this machine's disk, and stored by a thread of its own, so that
neither a slow database nor a busy screen comes between the key and its record. What cannot be stored now is stored in
its order as soon as the database is back, once: by this program, or by the next start of one that was killed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from terminal.devices.clerk import Clerk, Errand
from terminal.devices.shared_pad import OpenQuestions
from terminal.devices.spool import Press, Spool
from terminal.errors import Fault

if TYPE_CHECKING:
    from pathlib import Path

    from terminal.office.office import Office


class AskedPad(Protocol):
    """What asks the resident: a pad on this machine's line, or another machine's (``shared_pad``)."""

    pressed: SignalInstance  # handling, key, frame
    silent: SignalInstance  # handling
    unasked: SignalInstance  # key, frame

    @property
    def ask_seconds(self) -> float:
        """How long a resident may think, unless the settings say otherwise."""

    @property
    def is_down(self) -> bool:
        """Whether nobody can be asked now. From any thread."""

    def ask(self, handling: int, seconds: float) -> bool:
        """Ask; exactly one of ``pressed`` and ``silent`` follows. False when it cannot be told. From any thread."""

    def thanks(self) -> None:
        """Thank the resident, where it can. From any thread."""


LATEST_ASK_SECONDS = 15.0  # a question that waited longer for the database finds nobody at the window
SHORTEST_ASK_SECONDS = 1.0
SETTLE_AGAIN_SECONDS = 3.0  # beyond a question's time: more than the office's grace


class RatingDesk(QObject):
    """Asks for ratings and stores what comes. Lives on the GUI thread; signals come there.

    Until a pad is attached, and while its port is known to be down, every question ends in ``unavailable`` at once.
    """

    asked = Signal(int, float)
    """Handling, seconds: the question is stored and the pad was told."""

    rated = Signal(int, str)
    """Handling, key: stored."""

    silent = Signal(int)
    """Handling: stored as not rated."""

    unavailable = Signal(int)
    """Handling: nobody was asked, and nothing was stored."""

    trouble = Signal(object)
    """A Refusal or Fault on the way. What a Fault keeps from being stored is being retried."""

    bug = Signal(object)
    """An exception that is no trouble: for sys.excepthook, on the GUI thread. The desk goes on."""

    def __init__(
        self,
        office: Callable[[], Office],
        counter: int,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """``folder`` keeps the presses of this window on this database until they are stored."""
        super().__init__(parent)
        self._counter = counter
        self._pad: AskedPad | None = None
        self._questions: OpenQuestions | None = None
        self._seconds = 0.0
        self._spool = Spool(folder)
        self._clerk = Clerk(f"ratings of counter {counter}", office, self.trouble.emit, self.bug.emit)

    def attach(self, pad: AskedPad, ask_seconds: float | None = None) -> None:
        """Ask on this pad from now on, for ``ask_seconds`` (the profile's time when None)."""
        self._pad, self._seconds = pad, ask_seconds or pad.ask_seconds
        # Direct: on the pad's thread, where they only queue an errand. A busy window does not delay a rating.
        pad.pressed.connect(self._pressed, Qt.ConnectionType.DirectConnection)
        pad.silent.connect(self._silent, Qt.ConnectionType.DirectConnection)
        pad.unasked.connect(self._unasked, Qt.ConnectionType.DirectConnection)
        for path, press in self._spool.left():
            self._put(press, path)
        # Questions that were open when this terminal last went down were not answered: those whose time is over now,
        # and the one that was under way, as soon as its time is over too.
        self._settle()
        over = round((self._seconds + SETTLE_AGAIN_SECONDS) * 1000)
        QTimer.singleShot(over, self, self._settle)

    def answer_others(self) -> None:
        """Put to the attached pad what other machines ask at this window: theirs names the pad as shared."""
        self._questions = OpenQuestions(self._clerk, self._counter, self._ask_for_another)

    def ask(self, handling: int) -> None:
        """Ask the resident about a finished handling. A question still open ends as not rated."""
        if self._pad is None or self._pad.is_down:
            self.unavailable.emit(handling)
            return
        pad, seconds = self._pad, self._seconds
        latest = time.monotonic() + LATEST_ASK_SECONDS

        def too_late() -> bool:
            late = time.monotonic() > latest or self._clerk.is_stopping
            if late:
                self.unavailable.emit(handling)
            return late

        def store(office: Office) -> None:
            began = time.monotonic()
            office.feedback.ask(handling, seconds)
            # The time runs from the stored moment; a slow database must not let the pad accept what the office refuses.
            left = max(SHORTEST_ASK_SECONDS, seconds - (time.monotonic() - began))
            if pad.ask(handling, min(seconds, left)):
                self.asked.emit(handling, seconds)
            else:
                self._silent(handling)

        self._clerk.put(Errand(f"question about handling {handling}", store, too_late))

    def close(self) -> bool:
        """Store what is still to be stored, within bounds, and stop. Returns whether everything was.

        A press that was not is stored at the next start.
        """
        if self._questions is not None:
            self._questions.close()
        return self._clerk.close()

    # On the pad's thread.

    def _pressed(self, handling: int, key: str, frame: bytes) -> None:
        self._take(Press(handling, key, frame, datetime.now(UTC)))
        if self._pad is not None:
            self._pad.thanks()

    def _unasked(self, key: str, frame: bytes) -> None:
        self._take(Press(None, key, frame, datetime.now(UTC)))

    def _silent(self, handling: int) -> None:
        def store(office: Office) -> None:
            stored = office.feedback.silence(handling)
            if stored.key is None:
                self.silent.emit(handling)
            else:  # a key came first, by another way
                self.rated.emit(handling, stored.key)

        # Not kept on the disk: a question without an answer is settled at the next start anyhow.
        self._clerk.put(Errand(f"handling {handling} not rated", store))

    def _take(self, press: Press) -> None:
        path = None
        try:
            path = self._spool.keep(press)
        except Fault as fault:
            self.trouble.emit(fault)  # it is stored all the same, unless the program dies before
        self._put(press, path)

    def _put(self, press: Press, path: Path | None) -> None:
        """Have a press stored, and then no longer kept."""

        def store(office: Office) -> None:
            if press.handling is None:
                office.feedback.unasked(self._counter, press.key or None, press.frame)
                return
            office.feedback.rate(press.handling, press.key, "pad", frame=press.frame, at=press.at)
            self.rated.emit(press.handling, press.key)

        def over() -> None:
            if path is not None:
                self._spool.drop(path)

        self._clerk.put(Errand(press.what, store, over=over))

    def _ask_for_another(self, handling: int, seconds: float) -> None:
        if self._pad is not None:
            self._pad.ask(handling, min(seconds, self._seconds))

    def _settle(self) -> None:
        def settle(office: Office) -> None:
            office.feedback.settle(self._counter)

        self._clerk.put(Errand("questions left open", settle))
