"""The booking page's lists: today's appointments, open requests, what cannot be kept, whom to ring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from terminal.screens.asking import Said
from terminal.screens.background import Background
from terminal.screens.booking.list_broken import BrokenPane
from terminal.screens.booking.list_calls import CallsPane
from terminal.screens.booking.list_requests import RequestsPane
from terminal.screens.booking.list_today import TodayPane
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band

TOPICS: Final = frozenset({"appointment", "message", "plan"})

Pane = TodayPane | RequestsPane | BrokenPane | CallsPane


class ListsPage(QWidget):
    """One of four lists at a time; GUI thread only.

    ``move_asked`` tells the id of an appointment to find another time for, ``book_asked`` that of a request to book a
    slot for; ``left`` Escape with nothing open.
    """

    move_asked = Signal(int)
    book_asked = Signal(int)
    left = Signal()

    def __init__(self, background: Background, theme: Theme, *, by: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self._theme = background, theme
        self.desk = Desk(background, by, self)
        self.band = Band(theme)
        self.today = TodayPane(self.desk, theme)
        self.requests = RequestsPane(self.desk, theme)
        self.broken = BrokenPane(self.desk, theme)
        self.calls = CallsPane(self.desk, theme)
        self._panes: Mapping[str, Pane] = {
            pane.name: pane for pane in (self.today, self.requests, self.broken, self.calls)
        }
        self._stack = QStackedWidget()
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.band)
        layout.addWidget(self._stack, 1)
        self.desk.told.connect(self._say)
        self.today.move_asked.connect(self.move_asked)
        self.broken.move_asked.connect(self.move_asked)
        self.requests.book_asked.connect(self.book_asked)
        background.changed.connect(self._changed)
        background.connection.connect(self._connection)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    @property
    def pane(self) -> Pane:
        """The list on show."""
        return self._panes[self.shown]

    @property
    def shown(self) -> str:
        """today, requests, broken or calls."""
        return next(name for name, pane in self._panes.items() if pane is self._stack.currentWidget())

    def show_list(self, name: str) -> None:
        """Show a list, read anew, and give it the focus. KeyError for a name there is no list of."""
        pane = self._panes[name]
        if pane is not self._stack.currentWidget():
            self.band.quiet()
            self.pane.close_form()
        self._stack.setCurrentWidget(pane)
        pane.refresh()
        pane.focus()

    def refresh(self) -> None:
        """Read the list on show anew."""
        self.pane.refresh()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        for pane in self._panes.values():
            pane.retranslate()

    # What comes from the office.

    def _changed(self, topics: frozenset[str]) -> None:
        if self.isVisible() and topics & TOPICS:
            self.refresh()

    def _connection(self, reachable: bool, reason: str) -> None:
        if not reachable:
            self._say(Said("trouble", reason, self._background.advice))
        elif self.band.kind == "trouble":
            self.band.quiet()
            self.refresh()

    def _say(self, said: Said | None) -> None:
        if said is None:
            self.band.quiet()
            return
        advice = said.advice
        if said.kind == "trouble" and self.pane.read_at is not None:
            still = QCoreApplication.translate("Booking", "The list is as it was read at {time}.")
            advice = f"{advice} {still.format(time=f'{self.pane.read_at:%H:%M}')}".strip()
        self.band.say(said.kind, said.sentence, advice)

    # Qt's own events.

    def focusInEvent(self, _event: object) -> None:
        self.pane.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.pane.step_back():
            self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
