"""What waits beside the queue, read behind the window whenever it may have changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from terminal.office.booking_views import Errands
from terminal.screens.asking import Asking
from terminal.screens.background import Background

TOPICS: Final = frozenset({"appointment", "message", "plan"})
GATHER_MS: Final = 250
MINUTE_MS: Final = 60_000  # requests grow older, of which no change tells


class ErrandWatch(QObject):
    """GUI thread only. ``errands`` is None until the first answer."""

    changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = Asking(background, self)
        self.errands: Errands | None = None
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._read)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._read)
        background.changed.connect(self._on_changed)

    def start(self) -> None:
        """Read for the first time."""
        self._read()
        self._minute.start()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & TOPICS:
            self._gather.start()

    def _read(self) -> None:
        """Without an answer the figures stay as they are: the window's own band tells of a database that is away."""
        self._ask.read("errands", lambda office: office.errands.now(), self._show)

    def _show(self, errands: Errands) -> None:
        if errands != self.errands:
            self.errands = errands
            self.changed.emit()
