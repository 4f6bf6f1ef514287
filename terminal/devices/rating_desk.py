"""The rating of a window, from question to stored answer: binds the pad to the office.

A press is acknowledged to the pad at once and stored at once, on a thread of its own, so that neither a slow database
nor a busy screen comes between the key and its record. What cannot be stored now is kept, and stored in its order as
soon as the database is back, once.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from terminal.errors import Fault, Refusal, Trouble

if TYPE_CHECKING:
    from terminal.devices.rating_pad import PadDevice
    from terminal.office.office import Office

RETRY_SECONDS = 1.0
HURRY_SECONDS = 0.1  # the same while the program is being closed
LATEST_ASK_SECONDS = 15.0  # a question that waited longer for the database finds nobody at the window
SHORTEST_ASK_SECONDS = 1.0
CLOSE_SECONDS = 5.0
LAST_SECONDS = 0.5
SETTLE_AGAIN_SECONDS = 3.0  # beyond a question's time: more than the office's grace

log = logging.getLogger("onewindow.ratings")


class _Errand(NamedTuple):
    """Something to store. ``what`` is for the log, should it come to nothing; ``too_late`` drops it before a try."""

    what: str
    store: Callable[[Office], None]
    too_late: Callable[[], bool] | None = None


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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._counter = counter
        self._pad: PadDevice | None = None
        self._seconds = 0.0
        self._errands: queue.SimpleQueue[_Errand | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._abandoned = threading.Event()
        self._lost = 0  # errands given up at the end
        self._thread = threading.Thread(target=self._run, name="rating-desk", daemon=True)
        self._thread.start()

    def attach(self, pad: PadDevice, ask_seconds: float | None = None) -> None:
        """Ask on this pad from now on, for ``ask_seconds`` (the profile's time when None)."""
        self._pad, self._seconds = pad, ask_seconds or pad.ask_seconds
        # Direct: on the pad's thread, where they only queue an errand. A busy window does not delay a rating.
        pad.pressed.connect(self._pressed, Qt.ConnectionType.DirectConnection)
        pad.silent.connect(self._silent, Qt.ConnectionType.DirectConnection)
        pad.unasked.connect(self._unasked, Qt.ConnectionType.DirectConnection)
        # Questions that were open when this terminal last went down were not answered: those whose time is over now,
        # and the one that was under way, as soon as its time is over too.
        self._put("questions left open", self._settle)
        over = round((self._seconds + SETTLE_AGAIN_SECONDS) * 1000)
        QTimer.singleShot(over, self, lambda: self._put("questions left open", self._settle))

    def ask(self, handling: int) -> None:
        """Ask the resident about a finished handling. A question still open ends as not rated."""
        if self._pad is None or self._pad.is_down:
            self.unavailable.emit(handling)
            return
        pad, seconds = self._pad, self._seconds
        latest = time.monotonic() + LATEST_ASK_SECONDS

        def too_late() -> bool:
            late = time.monotonic() > latest or self._stopping.is_set()
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

        self._put(f"question about handling {handling}", store, too_late)

    def close(self) -> bool:
        """Store what is still to be stored, within bounds, and stop. Returns whether everything was.

        What was not is in the log, whole, so that it can be entered by hand.
        """
        self._stopping.set()
        self._errands.put(None)
        self._thread.join(CLOSE_SECONDS)
        self._abandoned.set()
        self._thread.join(LAST_SECONDS)
        return not self._thread.is_alive() and not self._lost

    # On the pad's thread.

    def _pressed(self, handling: int, key: str, frame: bytes) -> None:
        pressed = time.monotonic()

        def store(office: Office) -> None:
            at = office.room.now() - timedelta(seconds=time.monotonic() - pressed)
            office.feedback.rate(handling, key, "pad", frame=frame, at=at)
            self.rated.emit(handling, key)

        self._put(f"handling {handling} rated {key}, frame {frame.hex(' ')}", store)
        if self._pad is not None:
            self._pad.thanks()

    def _silent(self, handling: int) -> None:
        def store(office: Office) -> None:
            office.feedback.silence(handling)
            self.silent.emit(handling)

        self._put(f"handling {handling} not rated", store)

    def _unasked(self, key: str, frame: bytes) -> None:
        self._put(
            f"press nobody asked for: {key or 'unknown key'}, frame {frame.hex(' ')}",
            lambda office: office.feedback.unasked(self._counter, key or None, frame),
        )

    def _put(self, what: str, store: Callable[[Office], None], too_late: Callable[[], bool] | None = None) -> None:
        self._errands.put(_Errand(what, store, too_late))

    # On the desk's own thread.

    def _run(self) -> None:
        while (errand := self._errands.get()) is not None:
            told = False
            while (trouble := self._try(errand)) is not None:
                if self._abandoned.is_set():
                    self._lost += 1
                    log.error("not stored: %s: %s", errand.what, trouble)
                    break
                if not told:
                    self.trouble.emit(trouble)
                    told = True
                if self._stopping.is_set():
                    self._abandoned.wait(HURRY_SECONDS)
                else:
                    self._stopping.wait(RETRY_SECONDS)

    def _try(self, errand: _Errand) -> Trouble | None:
        """Do it. What stands in the way and may pass; None when it is over and done with."""
        if errand.too_late is not None and errand.too_late():
            return None
        try:
            try:
                office = self._office()
            except Refusal as refusal:
                return refusal  # of the database, not of the errand: it may be put right
            errand.store(office)
        except Fault as fault:
            return fault
        except Refusal as refusal:
            log.warning("refused: %s: %s", errand.what, refusal)
            self.trouble.emit(refusal)
        except Exception as error:  # noqa: BLE001 - carried whole to the GUI thread, which reports it as a bug
            log.error("not stored: %s", errand.what)
            self._lost += 1
            self.bug.emit(error)
        return None

    def _settle(self, office: Office) -> None:
        office.feedback.settle(self._counter)
