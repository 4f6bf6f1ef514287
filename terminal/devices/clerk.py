"""A thread that does a desk's errands at the office, one after the other: nobody else waits for the database."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from terminal.errors import Fault, Refusal, Trouble

if TYPE_CHECKING:
    from terminal.office.office import Office

RETRY_SECONDS = 1.0
HURRY_SECONDS = 0.1  # the same while the program is being closed
CLOSE_SECONDS = 5.0
LAST_SECONDS = 0.5

log = logging.getLogger("onewindow.devices")


class Errand(NamedTuple):
    """Something to do at the office, insisted on while a Fault stands in the way, before the next one is begun.

    ``what`` is for the log, should it come to nothing. ``too_late`` is asked before each try and ends the insisting.
    ``over`` is told when it was done, or refused for good: nothing of it is left to do.
    """

    what: str
    act: Callable[[Office], None]
    too_late: Callable[[], bool] | None = None
    over: Callable[[], None] | None = None


class Clerk:
    """Does errands in their order on a thread of its own, until closed. Any thread may put them.

    ``trouble`` is told of each Refusal, and once of a Fault that holds an errand up; ``bug`` of every other exception.
    Both are called on the clerk's thread.
    """

    def __init__(
        self,
        name: str,
        office: Callable[[], Office],
        trouble: Callable[[Trouble], None],
        bug: Callable[[Exception], None],
    ) -> None:
        self._office = office
        self._trouble = trouble
        self._bug = bug
        self._errands: queue.SimpleQueue[Errand | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._abandoned = threading.Event()
        self._lost = 0  # errands given up at the end
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def is_stopping(self) -> bool:
        """Whether it was told to stop: what is not begun yet may be left."""
        return self._stopping.is_set()

    def put(self, errand: Errand) -> None:
        """Have an errand done. Returns at once."""
        self._errands.put(errand)

    def close(self) -> bool:
        """Do what is still to be done, within bounds, and stop. Returns whether everything was done.

        What was not is in the log.
        """
        self._stopping.set()
        self._errands.put(None)
        self._thread.join(CLOSE_SECONDS)
        self._abandoned.set()
        self._thread.join(LAST_SECONDS)
        return not self._thread.is_alive() and not self._lost

    def _run(self) -> None:
        while (errand := self._errands.get()) is not None:
            told = False
            while (trouble := self._try(errand)) is not None:
                if self._abandoned.is_set():
                    self._lost += 1
                    log.error("not stored: %s: %s", errand.what, trouble)
                    break
                if not told:
                    self._trouble(trouble)
                    told = True
                if self._stopping.is_set():
                    self._abandoned.wait(HURRY_SECONDS)
                else:
                    self._stopping.wait(RETRY_SECONDS)

    def _try(self, errand: Errand) -> Trouble | None:
        """Do it. What stands in the way and may pass; None when it is over and done with."""
        if errand.too_late is not None and errand.too_late():
            return None
        try:
            try:
                office = self._office()
            except Refusal as refusal:
                return refusal  # of the database, not of the errand: it may be put right
            errand.act(office)
        except Fault as fault:
            return fault
        except Refusal as refusal:
            log.warning("refused: %s: %s", errand.what, refusal)
            self._trouble(refusal)
        except Exception as error:  # noqa: BLE001 - carried whole to whoever reports bugs
            log.error("not stored: %s", errand.what)
            self._lost += 1
            self._bug(error)
            return None
        if errand.over is not None:
            errand.over()
        return None
