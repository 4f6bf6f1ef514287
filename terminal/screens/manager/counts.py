"""How much waits on the pages that are not on show: the figures beside their names in the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from terminal.screens.asking import Asking
from terminal.screens.background import Background

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

TOPICS: Final = frozenset({"plan", "appointment", "case"})
GATHER_MS: Final = 500


class Counts(QObject):
    """Reads when asked and whenever plan, appointments or cases change. ``counted`` tells a page's name and figure."""

    counted = Signal(str, int)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._ask = Asking(background, self)
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self.refresh)
        background.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read them anew. Without an answer the old ones stay: the page on show says what is wrong."""
        self._ask.read("counts", read_counts, self._came)

    def _came(self, counts: dict[str, int]) -> None:
        for page, count in counts.items():
            self.counted.emit(page, count)

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & TOPICS and not self._gather.isActive():
            self._gather.start()


def read_counts(office: Office) -> dict[str, int]:
    """Swaps nobody has decided; open requests and appointments that cannot be kept; cases in danger or overdue. Raises
    Fault.
    """
    cases = office.ledger.counts()
    return {
        "cases": cases.get("risk", 0) + cases.get("late", 0),
        "roster": len(office.duty.swaps()),
        "appointments": len(office.requests.open()) + len(office.appointments.broken()),
    }
