"""The button beside the person: it shows F2, which the window itself listens to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton


class WhoButton(KeyButton):
    """F2 does several things in turn, so the key is the panes'; here it is drawn only."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, kind="link", parent=parent)
        self._key = "F2"
