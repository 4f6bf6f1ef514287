"""Learning a pad, step by step: press each key in turn, then once more, look at the map, keep it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.devices.lessons import Heard, Missed, Prompt, Taught
from terminal.screens import tokens
from terminal.screens.setup import words
from terminal.screens.setup.actions import ActionBar
from terminal.screens.setup.fields import Field, TextField
from terminal.screens.setup.key_rows import KeyRows
from terminal.screens.setup.puppet import PuppetStrip
from terminal.screens.setup.talk import TalkPanel
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band, ElidedLabel, KeyButton, Part, VLine
from terminal.screens.widgets.segments import Segments

TITLE: Final = QT_TRANSLATE_NOOP("Setup", "Learn a pad")
ABOUT: Final = QT_TRANSLATE_NOOP("Setup", "Each key is pressed twice: once to hear it, once to prove it.")
SCALE: Final = QT_TRANSLATE_NOOP("Setup", "Keys on it")
LIKE: Final = QT_TRANSLATE_NOOP("Setup", "Begin from")
LIKE_ANY: Final = QT_TRANSLATE_NOOP("Setup", "nothing: hear what comes")
LIKE_THIS: Final = QT_TRANSLATE_NOOP("Setup", "its profile, keys only")
NAME: Final = QT_TRANSLATE_NOOP("Setup", "Call it")
NAME_NOTE: Final = QT_TRANSLATE_NOOP("Setup", "Small letters, digits, - and _. It is kept as a file of this machine.")
BEGIN: Final = QT_TRANSLATE_NOOP("Setup", "Begin")
KEEP: Final = QT_TRANSLATE_NOOP("Setup", "Keep and use it")
BACK: Final = QT_TRANSLATE_NOOP("Setup", "Back")
AGAIN: Final = QT_TRANSLATE_NOOP("Setup", "Once more")
NO_SUCH: Final = QT_TRANSLATE_NOOP("Setup", "It has no such key")
READY: Final = QT_TRANSLATE_NOOP("Setup", "Have the pad before you, and begin.")
FIRST: Final = QT_TRANSLATE_NOOP("Setup", "First round, key {number} of {count}")
SECOND: Final = QT_TRANSLATE_NOOP("Setup", "Second round, key {number} of {count}")
PRESS: Final = QT_TRANSLATE_NOOP("Setup", "Press: {key}")
CAME: Final = QT_TRANSLATE_NOOP("Setup", "What comes on the line")
PROVED: Final = QT_TRANSLATE_NOOP("Setup", "Learned: both rounds agree.")
NOT_LEARNED: Final = QT_TRANSLATE_NOOP("Setup", "Nothing was learned.")


class LearnPage(QWidget):
    """``asked`` tells begin, skip, keep or back; ``acted`` what a person did to a simulated pad."""

    asked = Signal(str)
    acted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = "ready"
        self._last = b""
        self._number = 0
        self._second = False
        self.taught: Taught | None = None
        self._title = ElidedLabel(theme, "", "title", elastic=False)
        self._about = ElidedLabel(theme, "", "body", "ink3")
        self.band = Band(theme)
        self.scale = Segments(theme, [Part("six-key", "-"), Part("national-five", "-")])
        self.like = Segments(theme, [Part("any", "-"), Part("this", "-")])
        self.name = TextField(theme)
        self.choices = {"scale": Field(theme, self.scale), "like": Field(theme, self.like)}
        self.name_field = Field(theme, self.name)
        self.name.textEdited.connect(lambda _: self.name_field.set_fault(None))
        self.keys = KeyRows(theme)
        self._step = ElidedLabel(theme, "", "body", "ink2")
        self._prompt = ElidedLabel(theme, "", "figure", "primary")
        self.talk = TalkPanel(theme)
        self.puppet = PuppetStrip(theme)
        self.puppet.acted.connect(self.acted)
        self.bar = ActionBar(theme, [("back", "Esc"), ("again", "F7"), ("skip", "F8")])
        for name, button in self.bar.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.asked.emit("begin" if name == "again" else name))
        self.bar.main.clicked.connect(lambda: self.asked.emit("keep" if self._state == "learned" else "begin"))
        self._lay_out()

    def _lay_out(self) -> None:
        theme, side = self._theme, self._theme.px(tokens.SIDE)
        head = QHBoxLayout()
        head.setContentsMargins(side, theme.px(16), side, theme.px(16))
        head.setSpacing(theme.px(12))
        head.addWidget(self._title)
        head.addWidget(self._about, 1)
        side_column = QWidget()
        side_column.setFixedWidth(theme.px(380 if theme.contrast else 336))
        left = QVBoxLayout(side_column)
        left.setContentsMargins(side, theme.px(8), side, 0)
        left.addWidget(self.keys)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(side, theme.px(8), side, 0)
        right.setSpacing(theme.px(4))
        right.addWidget(self._step)
        right.addWidget(self._prompt)
        right.addSpacing(theme.px(12))
        for field in (*self.choices.values(), self.name_field):
            right.addWidget(field)
        right.addSpacing(theme.px(8))
        right.addWidget(self.talk, 1)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(side_column)
        columns.addWidget(VLine(theme))
        columns.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.band)
        layout.addLayout(columns, 1)
        layout.addWidget(self.puppet)
        layout.addWidget(self.bar)

    @property
    def state(self) -> str:
        """ready, running, learned or failed."""
        return self._state

    @property
    def prompt(self) -> str:
        """What the person is told in big letters."""
        return self._prompt.text

    @property
    def skip(self) -> KeyButton:
        """The pad has no such key."""
        return self.bar.buttons["skip"]

    # States.

    def show_ready(self, keys: Sequence[str], acts: Sequence[str] | None, name: str) -> None:
        """Nothing has begun. ``acts``: what a simulated pad can do; () hides its strip."""
        self.keys.show_keys(tuple(keys))
        self.name.show_text(name)
        self.band.quiet()
        self.taught = None
        if acts:
            self.puppet.show_acts(acts)
        else:
            self.puppet.hide()
        self.talk.begin(words.say(CAME))
        self._show("ready", "", words.say(READY))

    def show_keys(self, keys: Sequence[str]) -> None:
        """Another scale was chosen."""
        self.keys.show_keys(tuple(keys))

    def begin(self) -> None:
        """The first round begins."""
        self.keys.show_keys(tuple(row.key for row in self.keys.rows))
        self.band.quiet()
        self.taught = None
        self._number = 0
        self.talk.begin(words.say(CAME))
        self._show("running", "", "")

    def hear(self, what: object) -> None:
        """Something happened in the lesson."""
        if isinstance(what, Prompt):
            self._prompted(what)
        elif isinstance(what, Heard):
            self._last = what.frame
            self.talk.say("data", what.frame.hex(" ").upper())
        elif isinstance(what, Missed):
            self.keys.set_row(what.key, "missed")

    def _prompted(self, prompt: Prompt) -> None:
        proving = prompt.round == 2
        self._close_asked()
        if proving and not self._second:
            self._second, self._number = True, 0
        self._number += 1
        self._last = b""
        self.keys.set_row(prompt.key, "asked")
        known = [row for row in self.keys.rows if row.state != "missed"]
        text = SECOND if proving else FIRST
        count = len(known) if proving else len(self.keys.rows)
        self._step.set_text(words.say(text, number=self._number, count=count))
        self._prompt.set_text(words.say(PRESS, key=words.key_name(prompt.key)))

    def _close_asked(self) -> None:
        """The next key is asked for: the one before was heard."""
        for row in self.keys.rows:
            if row.state == "asked":
                code = self._last.hex(" ").upper()
                self.keys.set_row(row.key, "proved" if self._second else "heard", code or None)

    def show_learned(self, taught: Taught) -> None:
        """Both rounds agree: the map, to look at and to keep."""
        self.taught = taught
        for row in self.keys.rows:
            code = taught.keys.get(row.key)
            self.keys.set_row(row.key, "missed" if code is None else "proved", "" if code is None else code)
        self._show("learned", words.say(PROVED), "")
        self.name.setFocus()

    def show_failed(self, sentence: str, advice: str) -> None:
        """Nothing came of it."""
        self.band.say("trouble", sentence, advice)
        for row in self.keys.rows:
            if row.state == "asked":
                self.keys.set_row(row.key, "waiting")
        self._show("failed", words.say(NOT_LEARNED), "")

    def _show(self, state: str, step: str, prompt: str) -> None:
        self._state = state
        self._second = False
        self._step.set_text(step)
        self._prompt.set_text(prompt)
        self._prompt.setVisible(state in ("ready", "running"))
        choosing = state in ("ready", "failed")
        for field in self.choices.values():
            field.setVisible(choosing)
        self.name_field.setVisible(state == "learned")
        self.bar.show_only(
            ["back", *(["again"] if state == "learned" else []), *(["skip"] if state == "running" else [])]
        )
        self.bar.main.setEnabled(state != "running")
        self._label()

    def _label(self) -> None:
        labels = {"back": words.say(BACK), "again": words.say(AGAIN), "skip": words.say(NO_SUCH)}
        main = {"learned": KEEP, "failed": AGAIN}.get(self._state, BEGIN)
        self.bar.set_words(labels, words.say(main))

    def retranslate(self, scales: dict[str, str]) -> None:
        """Say everything again, in the language in force; ``scales`` are the rating scales' names."""
        self._title.set_text(words.say(TITLE))
        self._about.set_text(words.say(ABOUT))
        self.scale.set_labels([scales.get(name, name) for name in ("six-key", "national-five")])
        self.like.set_labels([words.say(LIKE_ANY), words.say(LIKE_THIS)])
        self.choices["scale"].set_words(words.say(SCALE))
        self.choices["like"].set_words(words.say(LIKE))
        self.name_field.set_words(words.say(NAME))
        self.name_field.set_note(words.say(NAME_NOTE))
        self._label()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
