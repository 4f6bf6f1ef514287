"""What is said while a device is tried: what will happen, what to do, what came of it."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Role, Token
from terminal.screens.widgets import ElidedLabel, KeyButton, Paragraph

Tone = Literal["hint", "prompt", "plain", "data", "good", "bad"]
MOST_LINES: Final = 60

# tone: icon, its colour, role and colour of the words, bold
_TONES: Final[dict[Tone, tuple[str, Token, Role, Token, bool]]] = {
    "hint": ("info", "ink3", "body", "ink2", False),
    "prompt": ("hand", "primary", "large", "ink", True),
    "plain": ("chevron-right", "ink3", "body", "ink", False),
    "data": ("", "ink3", "body", "ink2", False),
    "good": ("circle-check", "ok", "body", "ink", True),
    "bad": ("triangle-alert", "trouble", "body", "trouble", True),
}


class TalkLine(QWidget):
    """An icon and a sentence that wraps."""

    def __init__(self, theme: Theme, tone: Tone, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone, self.text = tone, text
        icon, colour, role, token, bold = _TONES[tone]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(12))
        mark = QLabel()
        size = 24 if tone == "prompt" else 20
        mark.setFixedWidth(theme.px(24))
        if icon:
            mark.setPixmap(theme.icon(icon, size, colour, self.devicePixelRatioF()))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(theme, text, role, token, bold=bold), 1)
        self.setAccessibleName(text)


class TalkPanel(QWidget):
    """A head, and lines that come one after the other; the newest stays in sight. ``stopped``: enough of it."""

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[TalkLine] = []
        self._title = ElidedLabel(theme, "", "body", "ink", bold=True)
        self.stop = KeyButton(theme, "", "Esc", parent=self)
        self.stop.setFixedHeight(theme.target(32))
        self.stop.clicked.connect(self.stopped)
        self.stop.hide()
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, theme.px(4), theme.px(8), theme.px(8))
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        self._scroll.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _, most: self._to_end(most))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        self._title.setMinimumHeight(theme.target(32))

    @property
    def lines(self) -> tuple[tuple[Tone, str], ...]:
        """What was said, with its tone."""
        return tuple((line.tone, line.text) for line in self._lines)

    @property
    def title(self) -> str:
        """What is going on."""
        return self._title.text

    def begin(self, title: str, stop: str = "") -> None:
        """Something new begins; ``stop`` labels the button that ends it, "" leaves it out."""
        for line in self._lines:
            line.deleteLater()
            self._rows.removeWidget(line)
        self._lines.clear()
        self._title.set_text(title)
        self.stop.setVisible(bool(stop))
        if stop:
            self.stop.set_face(stop)

    def end(self, title: str) -> None:
        """It is over; what was said stays."""
        self._title.set_text(title)
        self.stop.hide()

    def say(self, tone: Tone, text: str) -> None:
        """One more line; the oldest go when there are too many."""
        line = TalkLine(self._theme, tone, text)
        self._lines.append(line)
        self._rows.insertWidget(self._rows.count() - 1, line)
        while len(self._lines) > MOST_LINES:
            gone = self._lines.pop(0)
            self._rows.removeWidget(gone)
            gone.deleteLater()

    def _to_end(self, most: int) -> None:
        self._scroll.verticalScrollBar().setValue(most)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        QPainter(self).fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
