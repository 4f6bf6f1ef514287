"""The side column's parts: a list, and under it what can be done with the row in hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from terminal.screens.planning.ruled_list import RuledList
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, KeyButton, Paragraph

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


class ReasonField(QLineEdit):
    """A reason to type, as long as one may be. Empty where one is needed, it is marked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("body"))
        self.setMaxLength(LONGEST_REASON)
        self.textChanged.connect(lambda: self.mark(False))

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.text().strip()

    def wanted(self) -> str:
        """The reason; without one the field is marked and takes the focus."""
        if not self.reason:
            self.mark(True)
            self.setFocus()
        return self.reason

    def mark(self, fault: bool) -> None:
        """Show, or take back, that something is missing here."""
        if bool(self.property("fault")) != fault:
            self.setProperty("fault", fault)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def small(button: KeyButton, theme: Theme) -> KeyButton:
    """A button as high as a target: the side column has little room."""
    button.setFixedHeight(theme.target(32))
    return button


def heading(theme: Theme, text: str = "") -> ElidedLabel:
    """The title of a sheet in the side column."""
    return ElidedLabel(theme, text, "large", bold=True)
