"""The band over a page: what the office answered by turns, and over all of it a database that does not answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from terminal.screens.asking import Asking, Said
from terminal.screens.background import Background
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band


class OverPage(QObject):
    """Tells what ``desk`` tells. While the database is away that alone is said: why, and what to do, or else what
    ``still`` says of what stands on the page. ``back`` tells that it answers again, ``away`` that it does not.
    """

    back = Signal()
    away = Signal()

    def __init__(
        self, theme: Theme, desk: Asking, background: Background, still: Callable[[], str], page: QObject
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._desk, self._background, self._still = desk, background, still
        self.band = Band(theme)
        desk.told.connect(self.tell)
        background.connection.connect(self._connection)

    def tell(self, said: Said | None) -> None:
        """Say it, or nothing any more."""
        if not self._desk.reachable:
            return  # the band says what matters
        if said is None:
            self.band.quiet()
        else:
            self.band.say(*said)

    def _connection(self, reachable: bool, reason: str) -> None:
        if reachable:
            self.band.quiet()
            self.back.emit()
        else:
            self.band.say("trouble", reason, self._background.advice or self._still())
            self.away.emit()
