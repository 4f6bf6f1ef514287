"""What the pages of roster and hours have in common: read when shown and when the plan changes, trouble in the band."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.screens.asking import Asking, Said
from terminal.screens.background import Background
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band

TOPICS: Final = frozenset({"plan", "appointment"})
GATHER_MS: Final = 250  # changes that come closer together are read once
NARROW_UNDER: Final = 1240


class PlanPage(QWidget):
    """``booking_asked`` tells the id of an appointment and move, cancel or tell. GUI thread only."""

    booking_asked = Signal(int, str)

    def __init__(self, background: Background, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self.theme = background, theme
        self._arriving = False
        self.band = Band(theme)
        self.ask = Asking(background, self)
        self.ask.told.connect(self._tell)
        self.ask.answered.connect(self._recovered)
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self.refresh)
        background.changed.connect(self._changed)

    @property
    def widget(self) -> QWidget:
        """What is shown: the page itself."""
        return self

    def open(self) -> None:
        """It is on show now."""
        self._arriving = True
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew."""
        raise NotImplementedError

    def shows_anything(self) -> bool:
        """Whether something was read before, which stays while the office does not answer."""
        raise NotImplementedError

    def _tell(self, said: Said | None) -> None:
        if said is None:
            self.band.quiet()
            return
        kept = QCoreApplication.translate("Planning", "What is shown was read before.")
        stays = said.kind == "trouble" and self.shows_anything()
        self.band.say(said.kind, said.sentence, f"{said.advice} {kept if stays else ''}".strip())

    def _recovered(self) -> None:
        if self.band.kind == "trouble" and self.ask.reachable:
            self.band.quiet()

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & TOPICS and self.isVisible() and not self._gather.isActive():
            self._gather.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("surface"))
