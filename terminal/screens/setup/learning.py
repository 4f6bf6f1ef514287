"""The lesson between the learning page and the errand that gives it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from terminal.devices.errands import Talk
from terminal.devices.lessons import Taught, Teacher, keep, learn
from terminal.devices.site import profile_folder
from terminal.errors import Fault, Trouble
from terminal.office.scales import load_scale
from terminal.screens.i18n import tell
from terminal.screens.setup import words
from terminal.screens.setup.draft import Device, Draft
from terminal.screens.setup.learn_page import LearnPage
from terminal.screens.setup.trials import Trials
from terminal.screens.theme import Theme
from terminal.screens.wording import chinese
from terminal.settings_file import SettingRefused

SCALES: Final = ("six-key", "national-five")
KEY_SECONDS: Final = 60.0


class Learning(QObject):
    """One pad at a time. ``kept`` tells the device and the profile's file; ``left`` that there is none."""

    kept = Signal(object, str)
    left = Signal()
    refused = Signal(object)
    """A SettingRefused: the device's settings have to be mended first."""

    def __init__(self, theme: Theme, draft: Draft, trials: Trials, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft, self._trials = draft, trials
        self._device = Device("rating_pad")
        self._skip = threading.Event()
        self._leaving = False
        self.page = LearnPage(theme)
        self.page.asked.connect(self._asked)
        self.page.acted.connect(lambda what: self._trials.act(self._device, what))
        self.page.scale.chosen.connect(lambda _: self.page.show_keys(self._wanted()))

    def open(self, device: Device) -> None:
        """Show the page, ready for a pad."""
        self._device, self._leaving = device, False
        number = device.window or self._draft.value("counter", "number") or 1
        acts = self._trials.acts(device) if device in self._trials.simulated else ()
        self.retranslate()
        self.page.show_ready(self._wanted(), acts, f"pad-{number}")

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        scales = {name: load_scale(name) for name in SCALES}
        self.page.retranslate({n: one.name if chinese() else one.name_en for n, one in scales.items()})

    def _wanted(self) -> tuple[str, ...]:
        return tuple(key.key for key in load_scale(self.page.scale.value).keys)

    def _asked(self, what: str) -> None:
        if what == "begin":
            self._begin()
        elif what == "skip":
            self._skip.set()
        elif what == "keep":
            self._keep()
        elif self._trials.busy:
            self._leaving = True
            self._trials.cancel()
        else:
            self.left.emit()

    def _begin(self) -> None:
        device, copied, wanted = self._device, self._draft.copy(), self._wanted()
        like = self.page.like.value == "this"
        skip = self._skip

        def lesson(talk: Talk) -> Taught:
            pad = copied.settings_for(device).rating_pad
            assert pad is not None  # settings_for refuses without it
            teacher = Teacher(talk.tell, lambda: talk.cancelled, skip)
            profile = pad.profile if like else None
            return learn(pad.port, profile, pad.address if like else None, wanted, teacher, KEY_SECONDS)

        self.page.begin()
        self._trials.run(
            lesson, self.page.show_learned, told=self.page.hear, trouble=self._failed, settled=self._settled
        )

    def _failed(self, trouble: Trouble) -> None:
        if isinstance(trouble, SettingRefused):
            self.refused.emit(trouble)
            return
        self.page.show_failed(*tell(trouble if isinstance(trouble, Fault) else words.in_words(trouble)))

    def _settled(self) -> None:
        if self._leaving:
            self._leaving = False
            self.left.emit()

    def _keep(self) -> None:
        taught = self.page.taught
        if taught is None:
            return
        name, folder = self.page.name.text().strip(), profile_folder(self._device.kind)
        self._trials.file(lambda: keep(folder, name, taught.text), self._stored, self._not_stored)

    def _stored(self, file: Path) -> None:
        self._draft.put((*self._device.place, "profile"), str(file))
        self._draft.put((*self._device.place, "address"), None)  # the one that was heard stands in the profile
        self.kept.emit(self._device, str(file))

    def _not_stored(self, trouble: Trouble) -> None:
        sentence, advice = tell(trouble)
        if isinstance(trouble, Fault):
            self.page.band.say("trouble", sentence, advice)
        else:
            self.page.name_field.set_fault(f"{sentence}{advice}")
            self.page.name.setFocus()
