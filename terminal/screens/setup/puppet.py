"""The strip of a simulated device: what a person would do to a real one, as buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.setup import words
from terminal.screens.setup.chooser import ChoiceField, Option
from terminal.screens.setup.fields import icon_label
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton

MOST_ACTS: Final = 8
LABEL: Final = QT_TRANSLATE_NOOP("Setup", "Simulated (Alt)")
NOTHING: Final = QT_TRANSLATE_NOOP("Setup", "Nobody touches it: it does what it is told.")
SHOW_CODE: Final = QT_TRANSLATE_NOOP("Setup", "Show it a code")
DO_IT: Final = QT_TRANSLATE_NOOP("Setup", "Do it")
CHOOSE: Final = QT_TRANSLATE_NOOP("Setup", "Choose what is done to it")
A_CODE: Final = QT_TRANSLATE_NOOP("Setup", "A code")


class ActButton(KeyButton):
    """What Alt and its number press; the cap shows the number alone, for the strip's label says Alt."""

    def __init__(self, theme: Theme, text: str, number: int) -> None:
        super().__init__(theme, text, str(number))
        self.setFixedHeight(theme.target(tokens.TARGET))
        self.set_fit("tight")

    def set_key(self, key: str) -> None:
        """Another number."""
        super().set_key(key)
        if self._shortcut is not None and key:
            self._shortcut.setKey(QKeySequence(f"Alt+{key}"))


class PuppetStrip(QWidget):
    """Hidden until a device is simulated. ``acted`` tells what a person did to it. Alt and a digit press a button."""

    acted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._acts: tuple[str, ...] | None = ()
        self._labels: dict[str, str] = {}
        self._in_list = False
        self.buttons: list[ActButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(72 if theme.contrast else 56))
        self._label = ElidedLabel(theme, "", "note", "wait-text", bold=True, elastic=False)
        self._note = ElidedLabel(theme, "", "note", "ink2")
        self.code = ChoiceField(theme)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(tokens.SIDE), 0, theme.px(tokens.SIDE), 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(icon_label(theme, "cable", "wait-text", 20))
        self._row.addWidget(self._label)
        self._row.addWidget(self.code, 1)
        self._row.addWidget(self._note, 1)
        self.code.returnPressed.connect(self._show_code)
        self.hide()

    def show_acts(self, acts: Sequence[str] | None) -> None:
        """Show what can be done: some things, any text (None), or nothing."""
        self._acts = None if acts is None else tuple(acts)
        self._label.set_text(words.say(LABEL))
        self._note.set_text(words.say(NOTHING) if self._acts == () else "")
        self.show()
        self._build(in_list=acts is None or len(acts) > MOST_ACTS)
        self._fit()

    def _build(self, *, in_list: bool) -> None:
        """A button for each act; or, in a list, all of them with one button, as for any text."""
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        acts = self._acts
        self._in_list = in_list
        self._labels = {words.act_name(act): act for act in acts or ()} if in_list else {}
        self.code.set_options([Option(label) for label in self._labels])
        self.code.setPlaceholderText(words.say(A_CODE if acts is None else CHOOSE))
        self.code.clear()
        self.code.setVisible(in_list)
        self._note.setVisible(not in_list)
        if in_list:
            only = ActButton(self._theme, words.say(SHOW_CODE if acts is None else DO_IT), 1)
            only.clicked.connect(self._show_code)
            self.buttons = [only]
            self._row.addWidget(only)
            return
        self.buttons = [ActButton(self._theme, words.act_name(act), number) for number, act in enumerate(acts or (), 1)]
        for button, act in zip(self.buttons, acts or (), strict=True):
            button.clicked.connect(lambda _=False, act=act: self.acted.emit(act))
            self._row.insertWidget(self._row.count() - 2, button)

    def _fit(self) -> None:
        """Where room is short the label goes first, for the icon stands beside it; then the buttons become a list."""
        if self._in_list or not self.buttons:
            return
        theme = self._theme
        label = self._label.sizeHint().width() + theme.px(8)
        buttons = sum(button.sizeHint().width() + theme.px(8) for button in self.buttons)
        needed = 2 * theme.px(tokens.SIDE) + theme.px(20 + 8) + buttons
        self._label.setVisible(needed + label <= self.width())
        if needed > self.width():
            self._label.show()
            self._build(in_list=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_code(self) -> None:
        code = self.code.text().strip()
        if code and (self._acts is None or code in self._labels):
            self.acted.emit(self._labels.get(code, code))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("wait-tint"))
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
