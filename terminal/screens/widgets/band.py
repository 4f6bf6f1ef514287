"""A band across a sheet: one sentence, and what to do about it."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.text import Paragraph

BandKind = Literal["calm", "wait", "trouble"]

# kind: fill, mark, icon
_KINDS: Final[dict[BandKind, tuple[Token, Token, str]]] = {
    "calm": ("tint", "primary", "info"),
    "wait": ("wait-tint", "wait-text", "clock"),
    "trouble": ("trouble-tint", "trouble", "triangle-alert"),
}


class Band(QWidget):
    """A notice in the flow of the page: calm (a refusal), wait, or trouble. Hidden until it has something to say."""

    def __init__(self, theme: Theme, side: int = tokens.SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: BandKind = "calm"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._icon = QLabel()
        self._sentence = Paragraph(theme, bold=True)
        self._advice = Paragraph(theme, token="ink")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(side), theme.px(8), theme.px(side), theme.px(8))
        row.setSpacing(theme.px(12))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, or "" while hidden."""
        return "" if self.isHidden() else self._sentence.text()

    @property
    def kind(self) -> BandKind:
        """calm, wait or trouble."""
        return self._kind

    def say(self, kind: BandKind, sentence: str, what_to_do: str = "") -> None:
        """Show a sentence and its advice."""
        self._kind = kind
        _, mark, icon = _KINDS[kind]
        self._icon.setPixmap(self._theme.icon(icon, 24 if self._theme.contrast else 20, mark, self.devicePixelRatioF()))
        self._sentence.setText(sentence)
        self._sentence.set_token("trouble" if kind == "trouble" else "ink")
        self._advice.setText(what_to_do)
        self._advice.setHidden(not what_to_do)
        self.setAccessibleName(f"{sentence} {what_to_do}".strip())
        self.show()
        self.update()

    def quiet(self) -> None:
        """Nothing to say any more."""
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, mark, _ = _KINDS[self._kind]
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(fill))
        painter.fillRect(0, 0, self._theme.px(4), self.height(), self._theme.colour(mark))
