"""Python's garbage is collected in the GUI thread alone.

By itself Python collects in whichever thread allocates. One that frees a QObject there waits for the interpreter while
it holds a lock of Qt's signals; the GUI thread, which has the interpreter, waits for that lock: the window stands for
ever.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 1000
SETTLED_MS: Final = 10_000  # what is there by then was loaded to stay: looking through it again takes 90 ms each time


class Collector(QObject):
    """Collects between events of the thread it is made in, from now until ``close``, and nobody else does."""

    def __init__(
        self, parent: QObject | None = None, *, every_ms: int = EVERY_MS, settled_ms: int = SETTLED_MS
    ) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(_collect)
        self._settling = QTimer(self, singleShot=True, interval=settled_ms)
        self._settling.timeout.connect(self._settle)
        self._settling.start()

    def close(self) -> None:
        """As it was before."""
        self._settling.stop()
        if self._timer.isActive():
            self._timer.stop()
            gc.unfreeze()
        if self._was_enabled:
            gc.enable()

    def _settle(self) -> None:
        gc.freeze()
        self._timer.start()


def _collect() -> None:
    """The oldest generation whose turn it is, by Python's own thresholds."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (2, 1, 0) if counts[generation] > thresholds[generation]]
    if due:
        gc.collect(due[0])
