"""The bar at the foot of a page: what can be done with the thing in hand, and saving at its fixed place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton, MainButton


class ActionBar(QWidget):
    """88 high: plain buttons from the left, the main button at the right. Where room is short, margins go first."""

    def __init__(
        self, theme: Theme, buttons: Sequence[tuple[str, str]], main_key: str = "F9", parent: QWidget | None = None
    ) -> None:
        """``buttons``: the name and key of each."""
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(104 if theme.contrast else 88))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.main = MainButton(theme, "", main_key)
        self._wide = self.main.width()
        self.buttons = {name: KeyButton(theme, "", key) for name, key in buttons}
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(tokens.SIDE), 0, theme.px(tokens.SIDE), 0)
        row.setSpacing(theme.px(8))
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.main)

    def set_words(self, words: dict[str, str], main: str) -> None:
        """The labels, in the language in force."""
        for name, label in words.items():
            if self.buttons[name].text() != label:
                self.buttons[name].set_face(label)
        self.main.set_face(main)
        self._fit()

    def show_only(self, names: Sequence[str]) -> None:
        """Which of the buttons have a meaning here."""
        for name, button in self.buttons.items():
            button.setVisible(name in names)
        self._fit()

    def _fit(self) -> None:
        theme = self._theme
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        gaps = theme.px(8) * len(shown) + 2 * theme.px(tokens.SIDE)
        for fit, share in (("full", 1.0), ("tight", 1.0), ("tight", 0.6), ("bare", 0.6)):
            for button in shown:
                button.set_fit(fit)  # type: ignore[arg-type]
            main = round(self._wide * share)
            if sum(button.sizeHint().width() for button in shown) + gaps + main <= self.width():
                break
        self.main.setFixedWidth(main)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
