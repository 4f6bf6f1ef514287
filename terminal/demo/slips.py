"""The slips people hold in the demo's hall, for its scanner to read."""

from __future__ import annotations

from PySide6.QtCore import QObject

from terminal.office.office import Office
from terminal.screens.background import Background
from terminal.screens.simulator import ScannerWindow
from terminal.screens.simulator.slip_rows import PaperSlip

TOPIC = "ticket"


class SlipsAtHand(QObject):
    """Keeps the scanner's window in step with today's tickets. GUI thread; lives as long as the window."""

    def __init__(self, background: Background, window: ScannerWindow) -> None:
        super().__init__(window)
        self._background, self._window = background, window
        background.changed.connect(self._changed)
        self._read()

    def _changed(self, topics: frozenset[str]) -> None:
        if TOPIC in topics:
            self._read()

    def _read(self) -> None:
        self._background.run(_slips, self._window.show_slips, owner=self)


def _slips(office: Office) -> tuple[PaperSlip, ...]:
    newest_first = sorted(office.queue.list(), key=lambda ticket: ticket.id, reverse=True)
    return tuple(PaperSlip(ticket.number, ticket.code) for ticket in newest_first)
