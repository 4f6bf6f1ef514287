"""The foot of the device list: one more window whose devices hang on this machine's lines."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from terminal.screens.setup import words
from terminal.screens.setup.fields import TextField
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton

ADD: Final = QT_TRANSLATE_NOOP("Setup", "Add a window")
WHICH: Final = QT_TRANSLATE_NOOP("Setup", "Its number, then Enter")


class AddWindow(QWidget):
    """A button that turns into a field for the window's number: Enter adds it, Escape leaves it."""

    added = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(72 if theme.contrast else 56))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button = KeyButton(theme, "", "F2", kind="link", icon="plus")
        self.number = TextField(theme)
        self.number.setValidator(QIntValidator(1, 999, self.number))
        self.number.installEventFilter(self)
        self.number.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 0, theme.px(16), 0)
        row.addWidget(self.button)
        row.addWidget(self.number, 1)
        row.addStretch(1)
        self.button.clicked.connect(self._ask)
        self.number.returnPressed.connect(self._add)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.button.set_face(words.say(ADD))
        self.number.setPlaceholderText(words.say(WHICH))

    def _ask(self) -> None:
        self.number.clear()
        self._swap(asking=True)
        self.number.setFocus()

    def _add(self) -> None:
        number = int(self.number.text())
        self._swap(asking=False)
        self.added.emit(number)

    def _swap(self, *, asking: bool) -> None:
        self.number.setVisible(asking)
        self.button.setVisible(not asking)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = event.type() == QEvent.Type.FocusOut
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            left = event.key() == Qt.Key.Key_Escape
        if left and self.number.isVisible():
            self._swap(asking=False)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
