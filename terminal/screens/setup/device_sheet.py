"""The sheet of one device: what it is and how it is, its settings, what trying it says."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from terminal.screens import tokens
from terminal.screens.setup import results, words
from terminal.screens.setup.actions import ActionBar
from terminal.screens.setup.device_form import DeviceForm
from terminal.screens.setup.draft import OF_WINDOWS, Device, kinds
from terminal.screens.setup.puppet import PuppetStrip
from terminal.screens.setup.talk import TalkPanel
from terminal.screens.theme import Theme
from terminal.screens.widgets import Badge, Band, ElidedLabel, KeyButton, Lamp, Part
from terminal.screens.widgets.segments import Segments

BUTTONS: Final = (
    ("probe", "F5"),
    ("test", "F6"),
    ("learn", "F7"),
    ("simulate", "F8"),
    ("log", "F11"),
    ("roll", "F10"),
)
PROBE: Final = QT_TRANSLATE_NOOP("Setup", "Probe")
TEST: Final = QT_TRANSLATE_NOOP("Setup", "Test")
LEARN: Final = QT_TRANSLATE_NOOP("Setup", "Learn")
SIMULATE: Final = QT_TRANSLATE_NOOP("Setup", "Simulate")
END_SIMULATION: Final = QT_TRANSLATE_NOOP("Setup", "End it")
ROLL: Final = QT_TRANSLATE_NOOP("Setup", "New roll")
LOG: Final = QT_TRANSLATE_NOOP("Setup", "Log")
REMOVE: Final = QT_TRANSLATE_NOOP("Setup", "Take away")
TRY_IT: Final = QT_TRANSLATE_NOOP("Setup", "Try it")


class DeviceSheet(QWidget):
    """``asked`` tells the name of a button: probe, test, learn, simulate, roll, log, save, remove.

    ``kind_chosen`` tells another device of the same window.
    """

    asked = Signal(str)
    kind_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._device: Device | None = None
        self._title = ElidedLabel(theme, "", "title", elastic=False)
        self._about = ElidedLabel(theme, "", "body", "ink3")
        self._badge = Badge(theme, "", "wait", parent=self)
        self._lamp = Lamp(theme)
        self._state = ElidedLabel(theme, "", "body", "ink2")
        self.remove = KeyButton(theme, "", "F3", kind="link")
        self.remove.clicked.connect(lambda: self.asked.emit("remove"))
        self._of_window = [kind for kind in kinds() if kind in OF_WINDOWS]
        self.kind = Segments(theme, [Part(kind, "-") for kind in self._of_window or ["-"]])
        self.kind.chosen.connect(self.kind_chosen)
        self.band = Band(theme)
        self.form = DeviceForm(theme)
        self.talk = TalkPanel(theme)
        self.puppet = PuppetStrip(theme)
        self.bar = ActionBar(theme, BUTTONS)
        for name, button in self.bar.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self.bar.main.clicked.connect(lambda: self.asked.emit("save"))
        self._lay_out()

    def _lay_out(self) -> None:
        theme, side = self._theme, self._theme.px(tokens.SIDE)
        first = QHBoxLayout()
        first.setSpacing(theme.px(12))
        first.addWidget(self._title)
        first.addWidget(self._badge)
        first.addWidget(self._about, 1)
        first.addWidget(self.remove)
        self._lamp_line = QHBoxLayout()
        self._lamp_line.setSpacing(theme.px(12))
        self._lamp_line.addWidget(self._lamp)
        self._lamp_line.addWidget(self._state, 1)
        head = QVBoxLayout()
        head.setContentsMargins(side, theme.px(16), side, theme.px(8))
        head.setSpacing(theme.px(8))
        head.addLayout(first)
        head.addLayout(self._lamp_line)
        head.addWidget(self.kind)
        self._gap = QLabel()
        self._gap.setFixedHeight(theme.px(8))
        body = QVBoxLayout()
        body.setContentsMargins(side, theme.px(8), side, 0)
        body.setSpacing(theme.px(4))
        body.addWidget(self.form)
        body.addWidget(self.talk, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.band)
        layout.addLayout(body, 1)
        layout.addWidget(self.puppet)
        layout.addWidget(self.bar)

    @property
    def state(self) -> tuple[str, str]:
        """The lamp, and the sentence beside it."""
        return self._lamp.state, self._state.text

    def show_device(self, device: Device) -> None:
        """Another device is in hand."""
        self._device = device
        self._title.set_text(words.device_name(device))
        self._about.set_text(words.kind_about(device.kind))
        self.kind.setVisible(device.window is not None)
        if device.window is not None:
            self.kind.select(device.kind)
        shown = ["probe", "test", "simulate", "log"]
        shown += ["learn"] * (device.kind == "rating_pad")
        self.bar.show_only(shown + ["roll"] * (device.kind == "receipt_printer" and device.window is None))

    def show_state(self, state: str, sentence: str, *, set_up: bool, simulated: bool) -> None:
        """How the device is."""
        self._lamp.set_state(state, sentence)
        self._state.set_text(sentence, "trouble" if state == "trouble" else "ink2")
        self.remove.setVisible(set_up)
        self._badge.set_badge(words.say(results.SIMULATED) if simulated else "", "wait")
        self.bar.buttons["simulate"].set_face(words.say(END_SIMULATION if simulated else SIMULATE))

    def rest(self) -> None:
        """Nothing is under way: the panel says what trying will do."""
        if self._device is not None:
            self.talk.begin(words.say(TRY_IT))
            self.talk.say("hint", words.kind_trials(self._device.kind))

    def set_busy(self, busy: bool) -> None:
        """While something is under way nothing else begins."""
        for name, button in self.bar.buttons.items():
            button.setEnabled(not busy or name == "roll")
        self.remove.setEnabled(not busy)
        self.bar.main.setEnabled(not busy)
        self.form.setEnabled(not busy)
        self.kind.setEnabled(not busy)

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        labels = {"probe": PROBE, "test": TEST, "learn": LEARN, "simulate": SIMULATE, "roll": ROLL, "log": LOG}
        self.bar.set_words({name: words.say(label) for name, label in labels.items()}, words.say(words.SAVE))
        self.remove.set_face(words.say(REMOVE))
        if self._of_window:
            self.kind.set_labels([words.kind_name(kind) for kind in self._of_window])
        self.form.retranslate()
        if self._device is not None:
            self.show_device(self._device)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
