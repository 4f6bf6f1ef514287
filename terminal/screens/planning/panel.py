"""The side column's parts: a list, and under it what can be done with the row in hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets import HLine, Paragraph
from terminal.screens.widgets.needed import NeededField
from terminal.screens.widgets.ruled_list import RuledList

LONGEST_REASON: Final = 120  # as the model has it, which must not be loaded before the first paint


class Panel(QWidget):
    """A title line, a list that takes the room, a line, and a foot that the subclass fills."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        side = theme.px(24)
        self.note = Paragraph(theme, "", "note", "ink2")
        self.note.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self.note.hide()
        self.list = RuledList(theme)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(side, theme.px(12), side, theme.px(16))
        self.foot.setSpacing(theme.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)
        self._line = HLine(theme)
        layout.addWidget(self._line)
        layout.addLayout(self.foot)

    def say(self, text: str) -> None:
        """A sentence over the list, or none."""
        self.note.setText(text)
        self.note.setHidden(not text)

    def no_foot(self) -> None:
        """A panel that is only a list."""
        self._line.hide()
        self.foot.setContentsMargins(0, 0, 0, 0)

    def row(self, *parts: QWidget, stretch: bool = False) -> QHBoxLayout:
        """Widgets side by side in the foot."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        for part in parts:
            row.addWidget(part)
        if stretch:
            row.addStretch(1)
        self.foot.addLayout(row)
        return row


class ReasonField(NeededField):
    """A reason to type, as long as one may be; Escape clears it first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", LONGEST_REASON, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
