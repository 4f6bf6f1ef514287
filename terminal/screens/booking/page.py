"""The whole booking screen; see the package."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from terminal.rules.resident import ResidentFields
from terminal.screens.background import Background
from terminal.screens.counter.devices_seen import PrinterSeen
from terminal.screens.theme import Theme


class BookingPage(QWidget):
    """Used over the counter's visit and as the managers' page of appointments. GUI thread only.

    ``by`` is the staff code of who books. ``returns`` shows the way back: Escape, told by ``left``.
    """

    left = Signal()
    booking_asked = Signal(int, str)

    def __init__(
        self,
        background: Background,
        theme: Theme,
        *,
        by: str = "",
        printer: PrinterSeen | None = None,
        returns: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self

    def open(self) -> None:
        """It is on show now."""

    def offer_resident(self, fields: ResidentFields | None) -> None:
        """Whose card lies on the reader: taken over by one key."""

    def show_booking(self, booking: int, what: str) -> None:
        """Go to an appointment, to move, cancel or tell of it."""

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""

    def close_down(self) -> None:
        """The window closes: what is held is given up."""
