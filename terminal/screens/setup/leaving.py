"""What is asked when somebody leaves with changes that are not saved."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.setup import words
from terminal.screens.setup.fields import icon_label
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton

QUESTION: Final = QT_TRANSLATE_NOOP("Setup", "There are changes that are not saved.")
STAY: Final = QT_TRANSLATE_NOOP("Setup", "Stay")
DISCARD: Final = QT_TRANSLATE_NOOP("Setup", "Leave without them")
SAVE: Final = QT_TRANSLATE_NOOP("Setup", "Save and leave")


class LeaveBar(QWidget):
    """Across the foot of the screen; ``answered`` tells save, discard or stay."""

    answered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(104 if theme.contrast else 88))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._question = ElidedLabel(theme, "", "large", bold=True)
        self.stay = KeyButton(theme, "", "Esc")
        self.discard = KeyButton(theme, "", "F12", kind="danger")
        self.save = KeyButton(theme, "", "F9", kind="filled")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(tokens.SIDE), 0, theme.px(tokens.SIDE), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(icon_label(theme, "triangle-alert", "wait-text", 24))
        row.addSpacing(theme.px(4))
        row.addWidget(self._question, 1)
        for name, button in (("stay", self.stay), ("discard", self.discard), ("save", self.save)):
            row.addWidget(button)
            button.clicked.connect(lambda _=False, name=name: self.answered.emit(name))
        self.hide()

    def ask(self) -> None:
        """Ask."""
        self.show()
        self.save.setFocus()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self._question.set_text(words.say(QUESTION))
        self.stay.set_face(words.say(STAY))
        self.discard.set_face(words.say(DISCARD))
        self.save.set_face(words.say(SAVE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("wait-tint"))
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
