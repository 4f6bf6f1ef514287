"""Outside hours: when it opens again, and the way in for who has an appointment."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from terminal.screens.kiosk.entry import ENTRY, place_entries
from terminal.screens.kiosk.message import MessagePage
from terminal.screens.kiosk.page import Look


class ShutPage(MessagePage):
    """The tiles give way to the hours; the entries stay."""

    def __init__(
        self, look: Look, title: str, sentences: tuple[str, ...], parent: QWidget, *, reads_cards: bool
    ) -> None:
        super().__init__(look, "shut", "clock", title, sentences, parent)
        place_entries(self, self.frame.height - 56 - ENTRY, reads_cards=reads_cards)
