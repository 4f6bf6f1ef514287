"""One worker thread for one port: runs errands on the device between turns of listening to it."""

from __future__ import annotations

import queue
import threading
from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from drivers.line import Line, LineDown, LineState

TURN_SECONDS = 0.5  # the longest turn of listening; an errand wakes the line, so it does not wait for that
CLOSE_SECONDS = 3.0
BUG_SECONDS = 1.0  # the pause after a mistake of our own: a device must not be lost to it, nor a processor
QUEUE_LENGTH = 200  # errands waiting at the most; a device that is away for hours must not gather them


class PortWorker(QObject):
    """Owns a line and its thread. Subclasses say what a turn of listening is.

    The object lives on the GUI thread; ``_turn`` and errands run on the worker's. What they find out goes back by
    signals, which Qt queues to the GUI thread.
    """

    bug = Signal(object)
    """An exception that is no trouble of the line: for sys.excepthook, on the GUI thread. The worker goes on."""

    line_changed = Signal(object)
    """The line is open (None), or why it is not (LineDown)."""

    def __init__(self, line: Line, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._errands: queue.Queue[Callable[[], None]] = queue.Queue(QUEUE_LENGTH)
        self._stopping = threading.Event()
        line.on_state = self._tell_line
        self._thread = threading.Thread(target=self._run, name=f"port {line.port}", daemon=True)

    @property
    def is_down(self) -> bool:
        """Whether the port is known to be unusable now. From any thread."""
        return self.line.state is LineState.DOWN

    def start(self) -> None:
        """Begin to own the line."""
        self._thread.start()

    def close(self) -> bool:
        """Stop and give the port back. Returns whether the thread ended within bounds."""
        self._stopping.set()
        self.line.wake()
        if self._thread.is_alive():
            self._thread.join(CLOSE_SECONDS)
        return not self._thread.is_alive()

    def errand(self, errand: Callable[[], None]) -> bool:
        """Have the worker do something as soon as it can. From any thread. False when too much is waiting already."""
        try:
            self._errands.put_nowait(errand)
        except queue.Full:
            return False
        self.line.wake()
        return True

    @abstractmethod
    def _turn(self, seconds: float) -> None:
        """Listen to the device for at most so long. May raise LineDown: the worker goes on."""

    # On the worker thread.

    def _run(self) -> None:
        try:
            # Opened on its own, not by the first turn: a turn that finds the port newly open goes on listening, and
            # does not hear that it is wanted for something else.
            self._do(self.line.open)
            while not self._stopping.is_set():
                self._do_errands()
                self._do(lambda: self._turn(TURN_SECONDS))
        finally:
            self.line.close()

    def _do_errands(self) -> None:
        while not self._stopping.is_set():
            try:
                errand = self._errands.get_nowait()
            except queue.Empty:
                return
            self._do(errand)

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except LineDown:
            return  # told by the line's state; the next turn opens it again, in its own time
        except Exception as error:  # noqa: BLE001 - carried whole to the GUI thread, which reports it as a bug
            self.bug.emit(error)
            self._stopping.wait(BUG_SECONDS)

    def _tell_line(self, state: LineState, _reason: str) -> None:
        if state is not LineState.UNKNOWN:
            self.line_changed.emit(self.line.trouble)
