"""The threads that deliver: one for each transport, so that none waits for another, and one for the minute's chores."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from terminal.devices.delivery.chores import Chores
from terminal.devices.delivery.courier import Courier, Done
from terminal.errors import Fault, Refusal

if TYPE_CHECKING:
    from terminal.office.office import Office

POLL_S: Final = 15.0  # what is to be tried again comes due without anybody telling
RETRY_S: Final = 2.0  # while the database is away
CHORES_S: Final = 60.0
BUG_S: Final = 10.0
CLOSE_S: Final = 3.0
MESSAGES: Final = frozenset({"message"})

log = logging.getLogger("onewindow.delivery")


class Deliverer:
    """Delivers what the outbox holds until closed. ``office`` opens it; it may be away and come back.

    ``done`` hears of each message, ``bug`` of every exception that is no trouble of the surroundings; both on the
    thread where it happened. Several deliverers of one centre, on one machine or many, share the work.
    """

    def __init__(
        self,
        office: Callable[[], Office],
        couriers: Sequence[Courier],
        *,
        done: Callable[[Done], None] | None = None,
        bug: Callable[[Exception], None],
    ) -> None:
        self._office = office
        self._couriers = tuple(couriers)
        self._done = done or (lambda _: None)
        self._bug = bug
        self._stopping = threading.Event()
        self._unsubscribe: Callable[[], None] | None = None
        self._lock = threading.Lock()
        self._see_to = Chores()
        works = [(f"courier {courier.transport.via}", self._courier_work(courier)) for courier in self._couriers]
        works.append(("minute's chores", self._chores))
        self._threads = [threading.Thread(target=work, name=name, daemon=True) for name, work in works]

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    def close(self) -> bool:
        """Stop: what is being sent has a second to come to its end. Returns whether all threads ended within bounds."""
        self._stopping.set()
        for courier in self._couriers:
            courier.transport.stop()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(CLOSE_S)
        with self._lock:
            unsubscribe, self._unsubscribe = self._unsubscribe, None
        if unsubscribe is not None:
            unsubscribe()
        return not any(thread.is_alive() for thread in self._threads)

    # On the threads.

    def _courier_work(self, courier: Courier) -> Callable[[], None]:
        def work() -> None:
            try:
                while not self._stopping.is_set():
                    self._do(lambda: self._carry(courier), courier.transport.wait)
                if courier.owes:
                    self._do(lambda: self._carry(courier), lambda _: None)  # one last try
            finally:
                courier.transport.close()

        return work

    def _carry(self, courier: Courier) -> float:
        """Carry one message; for how many seconds there is nothing to do then."""
        office = self._opened()
        done = courier.step(office)
        if done is None:
            return POLL_S
        self._done(done)
        return 0.0

    def _chores(self) -> None:
        while not self._stopping.is_set():
            self._do(self._minute, self._stopping.wait)

    def _minute(self) -> float:
        self._see_to.do(self._opened())
        return CHORES_S

    def _do(self, act: Callable[[], float], wait: Callable[[float], object]) -> None:
        """Do something, and wait as long as it says; or until it is worth trying again."""
        try:
            seconds = act()
        except (Fault, Refusal) as trouble:
            log.info("not delivered now: %s", type(trouble).__name__)
            seconds = RETRY_S
        except Exception as error:  # noqa: BLE001 - carried whole to whoever reports bugs
            self._bug(error)
            seconds = BUG_S
        if seconds > 0:
            wait(seconds)

    def _opened(self) -> Office:
        office = self._office()
        with self._lock:
            if self._unsubscribe is None and not self._stopping.is_set():
                self._unsubscribe = office.feed.subscribe(self._changed)
        return office

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & MESSAGES:
            for courier in self._couriers:
                courier.transport.wake()
