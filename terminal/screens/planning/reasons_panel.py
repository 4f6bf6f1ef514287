"""Why there is no roster that keeps the rules."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from terminal.screens.planning.panel import Panel
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.ruled_list import ListRow


class ReasonsPanel(Panel):
    """``left`` when it was read."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.back = KeyButton(theme, "", "Esc")
        self.row(self.back, stretch=True)
        self.back.clicked.connect(self.left)

    def show_reasons(self, sentence: str, reasons: Sequence[ListRow]) -> None:
        """Show a sentence, and each reason under it."""
        self.say(sentence)
        self.back.set_face(QCoreApplication.translate("Planning", "Back"))
        self.list.show_rows(reasons, QCoreApplication.translate("Planning", "No reason was found."))
