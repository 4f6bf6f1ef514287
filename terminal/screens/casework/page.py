"""The whole casework screen: the ledger, a case, a resident, the day sheet, and what is said over them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from terminal.screens.background import Background
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme


class CaseworkPage(QWidget):
    """Over the counter's visit, and the managers' page of cases. GUI thread only.

    ``by`` is the staff code of who works. ``closed`` tells Escape where nothing is open.
    """

    closed = Signal()
    booking_asked = Signal(int, str)  # the managers' screen asks it of every page; this one never needs another

    def __init__(
        self,
        background: Background,
        theme: Theme,
        *,
        by: str = "",
        printer: object = None,
        returns: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``returns``: the way back is shown."""
        super().__init__(parent)
        self.desk = Desk(background, by, self)

    @property
    def widget(self) -> QWidget:
        """What is shown: the page itself."""
        return self

    def open(self) -> None:
        """It is on show now: read, and take the focus."""

    def open_case(self, case: int) -> None:
        """Show a case."""

    def open_resident(self, resident: int) -> None:
        """Show a resident."""

    def set_by(self, by: str) -> None:
        """Somebody else works from now on; ``by`` is the staff code."""
        self.desk.by = by

    def retranslate(self) -> None:
        """Say everything again, in the language in force: what was entered stays."""

    def close_down(self) -> None:
        """The window closes."""
