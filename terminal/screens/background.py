"""Verbs run behind the window: the GUI thread never waits for the database.

A screen hands a verb over and comes back to its event loop; the answer arrives as a call on the GUI thread. The office
itself is opened by the first verb, on a worker, so that the database's code is loaded after the first paint.
"""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from terminal.errors import Fault, Trouble
from terminal.screens.i18n import tell

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

T = TypeVar("T")

THREADS: Final = 4
RETRY_MS: Final = (500, 1000, 2000, 4000, 8000)  # then every 8 s
CLOSE_SECONDS: Final = 3.0
ALL_TOPICS: Final = frozenset(
    [
        "ticket",
        "handling",
        "rating",
        "counter",
        "catalogue",
        "printing",
        "plan",
        "appointment",
        "message",
        "resident",
        "case",
        "paper",
    ]
)


class _Errand(NamedTuple, Generic[T]):
    verb: Callable[[Office], T]
    done: Callable[[T], None]
    trouble: Callable[[Trouble], None] | None
    settled: Callable[[], None] | None
    owner: QObject


class Background(QObject):
    """Runs verbs on at most four worker threads and tells the screens what changed.

    Lives on the GUI thread; every signal and callback comes there. A Fault raised by a verb goes to that verb's
    ``trouble`` and makes the background look whether the database still answers; if it does not, ``connection`` says
    so, and looks again with a growing delay until it does. The same when the office cannot be opened. An exception
    that is neither a Refusal nor a Fault is a bug: it goes to ``sys.excepthook`` on the GUI thread.
    """

    changed = Signal(object)
    """frozenset[str]: topics that changed, merged while the event loop was busy."""

    connection = Signal(bool, str)
    """Whether the database answers, and if not, why (a sentence in the language in force). Told when it changes."""

    _came = Signal(object, object, object)
    _heard = Signal(object)

    def __init__(self, open_office: Callable[[], Office], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_office = open_office
        self._office: Office | None = None
        self._shut: Trouble | None = None  # why the last opening failed; verbs are refused with it until it succeeds
        self._opening = threading.Lock()
        self._unsubscribe: Callable[[], None] = lambda: None
        self._errands: queue.SimpleQueue[_Errand[Any] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._idle = threading.Semaphore(0)
        self._closed = False
        self._reachable: bool | None = None
        self.advice = ""  # what to do about a database that does not answer, beside the reason told by `connection`
        self._looking = False
        self._delays = 0
        self._topics: set[str] = set()
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._heard.connect(self._gather, Qt.ConnectionType.QueuedConnection)
        self._merge = QTimer(self, singleShot=True, interval=0)
        self._merge.timeout.connect(self._announce)
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._look)

    @property
    def reachable(self) -> bool | None:
        """Whether the database answers; None before the office was first opened."""
        return self._reachable

    def run(
        self,
        verb: Callable[[Office], T],
        done: Callable[[T], None],
        *,
        trouble: Callable[[Trouble], None] | None = None,
        settled: Callable[[], None] | None = None,
        owner: QObject,
    ) -> None:
        """Run ``verb`` on a worker; then ``done`` with its result, or ``trouble`` with its Refusal or Fault.

        ``settled`` is called last, whatever happened (even a bug). All are dropped when ``owner`` is destroyed or the
        background was closed meanwhile. Verbs of one screen may overtake each other: wait for the first one's answer
        where the order matters.
        """
        if self._closed:
            return
        self._errands.put(_Errand(verb, done, trouble, settled, owner))
        if not self._idle.acquire(blocking=False) and len(self._threads) < THREADS:
            # Daemons: a verb that hangs in the network must not keep the process from ending.
            thread = threading.Thread(target=self._work, name=f"office-{len(self._threads) + 1}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def close(self, seconds: float = CLOSE_SECONDS) -> bool:
        """Drop errands not yet begun and close the office. Returns whether all of it ended within ``seconds``."""
        self._closed = True
        self._retry.stop()
        self._merge.stop()
        for _ in self._threads:
            self._errands.put(None)
        closer = threading.Thread(target=self._close_office, name="office-close", daemon=True)
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        closer.start()
        closer.join(max(0.1, until - time.monotonic()))
        return not closer.is_alive() and not any(thread.is_alive() for thread in self._threads)

    # On the worker threads.

    def _work(self) -> None:
        while (errand := self._next_errand()) is not None:
            if self._closed:
                continue
            result: object = None
            error: BaseException | None = None
            try:
                result = errand.verb(self._ready())
            except BaseException as raised:  # noqa: BLE001 - carried whole to the GUI thread and told apart there
                error = raised
            if not self._closed:
                self._came.emit(errand, result, error)

    def _next_errand(self) -> _Errand[Any] | None:
        try:
            return self._errands.get_nowait()
        except queue.Empty:
            self._idle.release()  # counts the workers that wait, so that `run` starts another only when none does
            return self._errands.get()

    def _ready(self) -> Office:
        with self._opening:
            if self._office is None:
                if self._shut is not None:
                    raise self._shut  # only a look tries again, so that verbs do not wait for one failure each
                self._office = self._open()
            return self._office

    def _open(self) -> Office:
        try:
            office = self._open_office()
        except Trouble as trouble:
            self._shut = trouble
            raise
        self._unsubscribe = office.feed.subscribe(self._heard.emit)
        return office

    def _close_office(self) -> None:
        with self._opening:
            self._unsubscribe()
            if self._office is not None:
                self._office.close()
                self._office = None

    # On the GUI thread.

    @Slot(object, object, object)
    def _deliver(self, errand: _Errand[Any], result: object, error: BaseException | None) -> None:
        if isinstance(error, Fault) or (error is not None and error is self._shut):
            self._look_soon()
        elif self._reachable is None:
            self._found(True, "")
        wanted = not self._closed and shiboken6.isValid(errand.owner)
        if error is None:
            if wanted:
                errand.done(result)
        elif not isinstance(error, Trouble):
            sys.excepthook(type(error), error, error.__traceback__)
        elif wanted and errand.trouble is not None:
            errand.trouble(error)
        if wanted and errand.settled is not None and shiboken6.isValid(errand.owner):
            errand.settled()

    @Slot(object)
    def _gather(self, topics: frozenset[str]) -> None:
        if not self._closed:
            self._topics |= topics
            self._merge.start()

    def _announce(self) -> None:
        topics, self._topics = frozenset(self._topics), set()
        self.changed.emit(topics)

    def _look_soon(self) -> None:
        if not self._looking and not self._closed:
            self._looking = True
            self._look()

    def _look(self) -> None:
        self._shut = None  # this look may try to open again
        self.run(lambda office: office.counters.staff(), self._answers, trouble=self._silent, owner=self)

    def _answers(self, _: object) -> None:
        self._looking = False
        self._delays = 0
        self._found(True, "")

    def _silent(self, trouble: Trouble) -> None:
        if not isinstance(trouble, Fault) and trouble is not self._shut:
            self._answers(None)
            return
        sentence, self.advice = tell(trouble)
        self._found(False, sentence)
        self._retry.start(RETRY_MS[min(self._delays, len(RETRY_MS) - 1)])
        self._delays += 1

    def _found(self, reachable: bool, reason: str) -> None:
        if reachable == self._reachable:
            return
        was_away = self._reachable is False
        self._reachable = reachable
        self.connection.emit(reachable, reason)
        if reachable and was_away:
            self._gather(ALL_TOPICS)
