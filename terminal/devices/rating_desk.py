"""The rating of a window, from question to stored answer: binds the pad to the office.

A press is acknowledged to the pad at once and stored at once, on a thread of its own, so that neither a slow database
nor a busy screen comes between the key and its record. What cannot be stored now is kept and stored as soon as the
database is back, once.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from terminal.errors import Fault, Refusal

if TYPE_CHECKING:
    from terminal.devices.rating_pad import PadDevice
    from terminal.office.office import Office

RETRY_SECONDS = 1.0
LATEST_ASK_SECONDS = 15.0
CLOSE_SECONDS = 5.0


class RatingDesk(QObject):
    """Asks for ratings and stores what comes. Lives on the GUI thread; signals come there.

    Until a pad is attached every question ends in ``unavailable`` at once.
    """

    asked = Signal(int, float)
    """Handling, seconds: the question is stored and the pad was told."""

    rated = Signal(int, str)
    """Handling, key: stored."""

    silent = Signal(int)
    """Handling: stored as not rated."""

    unavailable = Signal(int)
    """Handling: there is no pad at this window; nobody was asked."""

    trouble = Signal(object)
    """A Refusal or Fault on the way; a Fault is being retried."""

    bug = Signal(object)

    def __init__(
        self,
        office: Callable[[], Office],
        counter: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._counter = counter
        self._pad: PadDevice | None = None
        self._seconds = 0.0
        self._errands: queue.SimpleQueue[Callable[[Office], None] | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rating-desk", daemon=True)
        self._thread.start()

    def attach(self, pad: PadDevice, ask_seconds: float | None = None) -> None:
        """Ask on this pad from now on, for ``ask_seconds`` (the profile's time when None)."""
        self._pad, self._seconds = pad, ask_seconds or pad.ask_seconds
        # Direct: on the pad's thread, where they only queue an errand. A busy window does not delay a rating.
        pad.pressed.connect(self._pressed, Qt.ConnectionType.DirectConnection)
        pad.silent.connect(self._silent, Qt.ConnectionType.DirectConnection)
        pad.unasked.connect(self._unasked, Qt.ConnectionType.DirectConnection)

    def ask(self, handling: int) -> None:
        """Ask the resident about a finished handling."""
        if self._pad is None:
            self.unavailable.emit(handling)
            return
        pad, seconds = self._pad, self._seconds
        latest = time.monotonic() + LATEST_ASK_SECONDS

        def store(office: Office) -> None:
            if time.monotonic() > latest:
                self.unavailable.emit(handling)  # the database was away so long that the resident has gone
                return
            office.feedback.ask(handling, seconds)
            pad.ask(handling, seconds)
            self.asked.emit(handling, seconds)

        self._errands.put(store)

    def close(self) -> bool:
        """Store what is still to be stored, within bounds, and stop. Returns whether everything was."""
        self._stopping.set()
        self._errands.put(None)
        self._thread.join(CLOSE_SECONDS)
        return not self._thread.is_alive()

    def _pressed(self, handling: int, key: str, frame: bytes) -> None:
        pressed = time.monotonic()

        def store(office: Office) -> None:
            at = office.room.now() - timedelta(seconds=time.monotonic() - pressed)
            office.feedback.rate(handling, key, "pad", frame=frame, at=at)
            self.rated.emit(handling, key)

        self._errands.put(store)
        if self._pad is not None:
            self._pad.thanks()

    def _silent(self, handling: int) -> None:
        def store(office: Office) -> None:
            office.feedback.silence(handling)
            self.silent.emit(handling)

        self._errands.put(store)

    def _unasked(self, key: str, frame: bytes) -> None:
        self._errands.put(lambda office: office.feedback.unasked(self._counter, key or None, frame))

    # On the desk's own thread.

    def _run(self) -> None:
        try:
            while (errand := self._errands.get()) is not None:
                self._store(errand)
        except Exception as error:  # noqa: BLE001 - carried whole to the GUI thread, which reports it as a bug
            self.bug.emit(error)

    def _store(self, errand: Callable[[Office], None]) -> None:
        told = False
        while True:
            try:
                errand(self._office())
                return
            except Refusal as refusal:
                self.trouble.emit(refusal)
                return
            except Fault as fault:
                if not told:
                    self.trouble.emit(fault)
                    told = True
                if self._stopping.wait(RETRY_SECONDS):
                    return
