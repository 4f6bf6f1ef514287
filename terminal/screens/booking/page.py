"""The booking page: a week's free slots, entering and moving an appointment, and the lists of what waits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.rules.resident import ResidentFields
from terminal.screens.background import Background
from terminal.screens.theme import Theme


class BookingPage(QWidget):
    """Over the counter's visit, and the managers' page of appointments. GUI thread only.

    ``by`` is the staff code of who books. ``left`` tells Escape; ``print_asked`` the id of an appointment whose
    confirmation is to be printed.
    """

    left = Signal()
    print_asked = Signal(int)
    booking_asked = Signal(int, str)  # the managers' screen asks it of every page; this one never needs another

    def __init__(self, background: Background, theme: Theme, *, by: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self._theme, self._by = background, theme, by
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def widget(self) -> QWidget:
        """What is shown: the page itself."""
        return self

    def open(self) -> None:
        """It is on show now: read, and take the focus."""
        self.setFocus()

    def offer_resident(self, fields: ResidentFields | None) -> None:
        """Whose card lies on the reader: taken over by F2."""

    def open_list(self, name: str) -> None:
        """Show a list: today, requests, broken or calls."""

    def start_move(self, booking: int) -> None:
        """Choose another slot for an appointment."""

    def show_booking(self, booking: int, what: str) -> None:
        """Go to an appointment, to move it, cancel it, or tell the person."""
        if what == "move":
            self.start_move(booking)
        else:
            self.open_list("broken")

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""

    def close_down(self) -> None:
        """The window closes: what is held is given up."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
