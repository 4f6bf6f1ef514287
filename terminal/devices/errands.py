"""Errands to devices without an office: one thread does them one after another, the GUI thread goes on.

For whoever connects and tries devices. What an errand has to say on its way, and what came of it, arrives on the GUI
thread.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from typing import Any, Final, Generic, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from terminal.errors import Trouble

T = TypeVar("T")

MOST_WAITING: Final = 32
CLOSE_SECONDS: Final = 3.0


class CancelledError(Exception):
    """The errand is not wanted any more. Raised inside it, wherever it speaks; caught by its thread."""


class Talk:
    """How an errand speaks while it is under way, and learns that it is not wanted any more. Any thread."""

    def __init__(self, say: Callable[[object], None]) -> None:
        self._say = say
        self.stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether the errand is not wanted any more."""
        return self.stop.is_set()

    def tell(self, what: object) -> None:
        """Say something to whoever sent the errand. Raises CancelledError when nobody wants it any more."""
        if self.cancelled:
            raise CancelledError
        self._say(what)


class _Order(NamedTuple, Generic[T]):
    job: Callable[[Talk], T]
    talk: Talk
    done: Callable[[T], None]
    told: Callable[[Any], None] | None
    trouble: Callable[[Trouble], None] | None
    settled: Callable[[], None] | None
    owner: QObject


class Errand:
    """One errand that was sent."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self._talk.cancelled

    def cancel(self) -> None:
        """Call it off: it ends when it next speaks or looks, and at the latest when its own time is over.

        Nothing but ``settled`` is told any more.
        """
        self._talk.stop.set()


class Errands(QObject):
    """Sends errands, one at a time, in the order they were asked for. Lives on the GUI thread.

    An exception that is neither Refusal nor Fault is a bug: ``bug`` carries it to sys.excepthook's side.
    """

    bug = Signal(object)
    _came = Signal(object, object, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._orders: queue.Queue[_Order[Any] | None] = queue.Queue(MOST_WAITING)
        self._now: Talk | None = None
        self._thread: threading.Thread | None = None
        self._closed = False
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[Talk], T],
        done: Callable[[T], None],
        *,
        told: Callable[[Any], None] | None = None,
        trouble: Callable[[Trouble], None] | None = None,
        settled: Callable[[], None] | None = None,
        owner: QObject,
    ) -> Errand | None:
        """Have ``job`` done; then ``done`` with its result, or ``trouble`` with its Refusal or Fault, then ``settled``.

        ``told`` hears what it says on its way. All are dropped when ``owner`` is destroyed. None, and nothing is done,
        when too much is waiting already or this was closed.
        """
        talk = Talk(lambda what: self._came.emit(order, "told", what, None))
        order = _Order(job, talk, done, told, trouble, settled, owner)
        if self._closed:
            return None
        try:
            self._orders.put_nowait(order)
        except queue.Full:
            return None
        if self._thread is None:
            # A daemon: a port that hangs in its driver must not keep the process from ending.
            self._thread = threading.Thread(target=self._work, name=f"errands {self._name}", daemon=True)
            self._thread.start()
        return Errand(talk)

    def close(self, seconds: float = CLOSE_SECONDS) -> bool:
        """Call off what is under way and waiting. Returns whether the thread ended within ``seconds``."""
        self._closed = True
        until = time.monotonic() + seconds
        try:
            while (order := self._orders.get_nowait()) is not None:
                order.talk.stop.set()
        except queue.Empty:
            self._orders.put_nowait(None)
        now = self._now
        if now is not None:
            now.stop.set()
        if self._thread is not None:
            self._thread.join(max(0.0, until - time.monotonic()))
        return self._thread is None or not self._thread.is_alive()

    # On the errands' thread.

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            self._now = order.talk
            result: object = None
            error: BaseException | None = None
            try:
                if not order.talk.cancelled:
                    result = order.job(order.talk)
            except BaseException as raised:  # noqa: BLE001 - carried whole to the GUI thread and told apart there
                error = raised
            self._now = None
            if not self._closed:
                self._came.emit(order, "over", result, error)

    # On the GUI thread.

    @Slot(object, object, object, object)
    def _deliver(self, order: _Order[Any], what: str, said: object, error: BaseException | None) -> None:
        if self._closed or not shiboken6.isValid(order.owner):
            return
        wanted = not order.talk.cancelled
        if what == "told":
            if wanted and order.told is not None:
                order.told(said)
            return
        if error is not None and not isinstance(error, Trouble | CancelledError):
            self.bug.emit(error)
        elif wanted and isinstance(error, Trouble):
            if order.trouble is not None:
                order.trouble(error)
        elif wanted and error is None:
            order.done(said)
        if order.settled is not None and shiboken6.isValid(order.owner):
            order.settled()
