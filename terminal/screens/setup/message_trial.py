"""A test message: the number it goes to, and what came of it."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.devices.kinds.base import Said
from terminal.errors import Fault, Trouble
from terminal.screens.i18n import tell
from terminal.screens.setup import results, words
from terminal.screens.setup.draft import Draft
from terminal.screens.setup.fields import Field, TextField
from terminal.screens.setup.talk import TalkPanel
from terminal.screens.setup.trials import Trials
from terminal.screens.setup.trying import OVER, STOP, STOPPED, STOPPING, TESTING
from terminal.screens.theme import Theme
from terminal.settings_file import SettingRefused

TO: Final = QT_TRANSLATE_NOOP("Setup", "Test number")
TO_NOTE: Final = QT_TRANSLATE_NOOP("Setup", "It is not stored.")
WRITE_IT: Final = QT_TRANSLATE_NOOP("Setup", "Write the number that is to get the message, as one dials it.")
TRY_IT: Final = QT_TRANSLATE_NOOP("Setup", "Try it")
TRIALS: Final = QT_TRANSLATE_NOOP("Setup", "One text message goes to the number above, the way chosen here.")


class MessageTrial(QWidget):
    """``refused`` tells a SettingRefused: the settings have to be mended first. GUI thread."""

    busy_changed = Signal(bool)
    refused = Signal(object)

    def __init__(self, theme: Theme, draft: Draft, trials: Trials, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._trials = draft, trials
        self._stopped = False
        self.number = TextField(theme)
        self.field = Field(theme, self.number)
        self.field.setMaximumWidth(theme.px(480))
        self.talk = TalkPanel(theme)
        self.talk.setMinimumHeight(theme.px(136))
        self.number.textEdited.connect(lambda _: self.field.set_fault(None))
        self.number.returnPressed.connect(self.send)
        self.talk.stopped.connect(self._stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.field)
        layout.addWidget(self.talk, 1)

    def retranslate(self) -> None:
        """Say everything again, in the language in force; what was said of a trial stays as it was."""
        self.field.set_words(words.say(TO))
        self.field.set_note(words.say(TO_NOTE))
        if not self._trials.busy:
            self._rest()

    def send(self) -> None:
        """Send a message to the number typed."""
        number = self.number.text().strip()
        if not number:
            self.field.set_fault(words.say(WRITE_IT))
            self.number.setFocus()
            return
        if self._trials.busy:
            return
        self._stopped = False
        self.talk.begin(words.say(TESTING), words.say(STOP))
        self._trials.send_test(
            self._draft, number, self._sent, told=self._told, trouble=self._trouble, settled=self._settled
        )
        self._set_busy(self._trials.busy)

    def _set_busy(self, busy: bool) -> None:
        self.number.setEnabled(not busy)
        self.busy_changed.emit(busy)

    def _sent(self, outcome: dict[str, Any]) -> None:
        for tone, text in results.lines(outcome):
            self.talk.say(tone, text)

    def _told(self, said: Said) -> None:
        self.talk.say("plain", words.told(said))

    def _trouble(self, trouble: Trouble) -> None:
        if isinstance(trouble, SettingRefused):
            self.refused.emit(trouble)
            return
        sentence, advice = tell(trouble)
        self.talk.say("bad" if isinstance(trouble, Fault) else "plain", sentence)
        if advice:
            self.talk.say("hint", advice)

    def _settled(self) -> None:
        if self.talk.lines:
            self.talk.end(words.say(STOPPED if self._stopped else OVER))
        else:
            self._rest()
        self._set_busy(False)

    def _stop(self) -> None:
        if self._trials.busy:
            self._stopped = True
            self._trials.cancel()
            self.talk.end(words.say(STOPPING))

    def _rest(self) -> None:
        self.talk.begin(words.say(TRY_IT))
        self.talk.say("hint", words.say(TRIALS))
