"""The call box of a window and the office: keys become verbs, and the queue becomes digits.

A key is obeyed now or not at all. While the database is away each press is refused, with a beep and a sentence, and is
never made up for: a call made minutes late sends a resident to a window where nobody expects them; recall, hold, give
up and transfer would meet whoever stands there by then; a rating would be asked of somebody who has left; a pause was
wanted at that moment. That is the contrary of a resident's key on the pad, which is kept until it is stored.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from terminal.devices.clerk import Clerk, Errand
from terminal.devices.watch import Watch
from terminal.errors import Fault, Refusal, Trouble

if TYPE_CHECKING:
    from terminal.devices.call_box import CallBoxDevice
    from terminal.devices.rating_desk import RatingDesk
    from terminal.office.office import Office

TOPICS: Final = frozenset({"ticket", "counter"})
LATEST_SECONDS = 3.0  # a key that waited longer for the presses before it was pressed for another moment
MOST_WAITING: Final = 8  # presses not obeyed yet: somebody hammers on a key, and would rue each of them


class CallDesk(QObject):
    """Obeys a call box and shows the queue on it. Lives on the GUI thread; signals come there.

    Presses are obeyed in their order on a thread of their own, so that neither a slow database nor a busy screen holds
    up the line. The counter screen sees what they did by the change feed.
    """

    done = Signal(str)
    """A key that was obeyed, by its meaning."""

    trouble = Signal(object)
    """The Refusal or Fault for which a key was not obeyed."""

    bug = Signal(object)
    """An exception that is no trouble: for sys.excepthook, on the GUI thread. The desk goes on."""

    _finished = Signal(int)

    def __init__(
        self, office: Callable[[], Office], counter: int, ratings: RatingDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._counter = counter
        self._box: CallBoxDevice | None = None
        self._room = threading.BoundedSemaphore(MOST_WAITING)
        self._keys: Clerk | None = None  # both from the first box on: a window without one needs no threads
        self._reader: Clerk | None = None
        self._watch: Watch | None = None
        self._finished.connect(ratings.ask)

    def attach(self, box: CallBoxDevice) -> None:
        """Obey this box from now on, and show the queue on it."""
        self._box = box
        self._keys = Clerk(f"call-keys-{self._counter}", self._office, self._refused, self.bug.emit)
        # A clerk of its own reads for the display: it insists while the database is away, and no key waits behind it.
        self._reader = Clerk(f"call-display-{self._counter}", self._office, self._away, self.bug.emit)
        self._watch = Watch(self._reader, f"the queue at counter {self._counter}", TOPICS, self._look)
        # Direct: on the box's thread, where it only puts an errand. A busy window does not delay a key.
        box.pressed.connect(self._pressed, Qt.ConnectionType.DirectConnection)

    def close(self) -> bool:
        """Obey and show no more. Returns whether the threads ended within bounds."""
        if self._watch is not None:
            self._watch.close()
        clerks = [clerk for clerk in (self._keys, self._reader) if clerk is not None]
        ended = [clerk.close() for clerk in clerks]
        return all(ended)

    # On the box's thread.

    def _pressed(self, key: str, digits: str) -> None:
        if self._keys is None:
            return
        if self._room.acquire(blocking=False):
            self._keys.put(Errand(f"key {key} of the call box", *self._errand(key, digits)))
        else:
            self._refused(_slow())

    def _errand(self, key: str, digits: str) -> tuple[Callable[[Office], None], Callable[[], bool]]:
        """What to do for a press, and whether it is too late for it: that is asked before each try, and one is all."""
        pressed = time.monotonic()
        tries = iter((True,))

        def act(office: Office) -> None:
            self._obey(office, key, digits)

        def too_late() -> bool:
            if not next(tries, False):
                return True
            self._room.release()
            if self._keys is not None and self._keys.is_stopping:
                return True
            late = time.monotonic() - pressed > LATEST_SECONDS
            if late:
                self._refused(_slow())
            return late

        return act, too_late

    # On the keys' thread.

    def _obey(self, office: Office, key: str, digits: str) -> None:
        # Loaded here: the desk is made before the first paint, the office's libraries come after it.
        from terminal.devices.call_keys import obey

        try:
            done = obey(office, self._counter, key, digits)
        except Fault as fault:
            self._refused(fault)  # and not raised: the clerk would insist
            return
        self.done.emit(key)
        if done.ask is not None:
            self._finished.emit(done.ask)

    def _refused(self, trouble: Trouble) -> None:
        box = self._box
        if box is not None:
            box.beep()
            if isinstance(trouble, Fault):
                box.show(None)
            if self._watch is not None:
                self._watch.look_again()
        self.trouble.emit(trouble)

    # On the reader's thread.

    def _look(self, office: Office) -> None:
        view = office.hall.counter_view(self._counter)
        if self._box is not None:
            self._box.show(view.waiting_count, view.current.number if view.current is not None else "")

    def _away(self, trouble: Trouble) -> None:
        """The queue cannot be read: digits that may be wrong are worse than none."""
        if self._box is not None:
            self._box.show(None)
        if isinstance(trouble, Refusal):
            self.trouble.emit(trouble)  # nothing will put that right by itself


def _slow() -> Fault:
    return Fault("The database was too slow for a key of the call box.", "Press it again if it is still wanted.")
