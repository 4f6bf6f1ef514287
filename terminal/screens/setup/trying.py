"""Trying the device in hand: what a press of a button begins, and what the panel says of it."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from terminal.devices.kinds.base import Answer, Said
from terminal.errors import Fault, Trouble
from terminal.screens.i18n import tell
from terminal.screens.setup import results, words
from terminal.screens.setup.device_sheet import DeviceSheet
from terminal.screens.setup.draft import Device, Draft
from terminal.screens.setup.trials import Trials
from terminal.settings_file import SettingRefused

STOP: Final = QT_TRANSLATE_NOOP("Setup", "Stop")
PROBING: Final = QT_TRANSLATE_NOOP("Setup", "Probing…")
TESTING: Final = QT_TRANSLATE_NOOP("Setup", "Testing…")
STOPPING: Final = QT_TRANSLATE_NOOP("Setup", "Stopping…")
STOPPED: Final = QT_TRANSLATE_NOOP("Setup", "Stopped")
OVER: Final = QT_TRANSLATE_NOOP("Setup", "What came of it")
NO_ANSWER: Final = QT_TRANSLATE_NOOP("Setup", "Nothing answered at this port.")
ONLY_PRESSED: Final = QT_TRANSLATE_NOOP(
    "Setup", "That proves nothing about a device that speaks only when it is pressed: test it."
)
TAKEN_OVER: Final = QT_TRANSLATE_NOOP("Setup", "Its profile is filled in: {profile}.")
EXPORTING: Final = QT_TRANSLATE_NOOP("Setup", "Writing the log…")
EXPORTED: Final = QT_TRANSLATE_NOOP("Setup", "The log, without personal data, is in {file}.")
COUNTING: Final = QT_TRANSLATE_NOOP("Setup", "Telling the database of the new roll…")
COUNTED: Final = QT_TRANSLATE_NOOP("Setup", "A new roll is counted from now on; {metres} m of the old one were used.")
SIMULATES: Final = QT_TRANSLATE_NOOP("Setup", "A device made of software is at port {port}. Press its keys below.")
ENDED: Final = QT_TRANSLATE_NOOP("Setup", "The simulation is over.")


class Trying(QObject):
    """``changed``: a value of the draft was changed. ``tried`` tells the device when a trial is over. GUI thread."""

    changed = Signal()
    tried = Signal(object)
    refused = Signal(object)
    """A SettingRefused: the device's settings have to be mended first."""

    def __init__(self, sheet: DeviceSheet, draft: Draft, trials: Trials, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet, self._draft, self._trials = sheet, draft, trials
        self._device = Device("rating_pad")
        self._stopped = False
        self._refusal: SettingRefused | None = None
        sheet.talk.stopped.connect(self.stop)

    def take(self, device: Device) -> None:
        """Another device is in hand."""
        self._device = device

    def probe(self) -> None:
        """Ask what answers at the port."""
        self._begin(PROBING)
        self._trials.probe(self._device, self._draft, self._answers_came, **self._and_then())

    def test(self) -> None:
        """Try it with a person before it."""
        self._begin(TESTING)
        self._trials.test(self._device, self._draft, self._tested, told=self._told, **self._and_then())

    def export(self) -> None:
        """Write what was kept of its traffic into a file."""
        port = self._draft.value(*self._device.place, "port")
        self._begin(EXPORTING)
        self._trials.export(
            self._device.kind, str(port or ""), lambda file: self._good(EXPORTED, file=file), **self._and_then()
        )

    def new_roll(self) -> None:
        """A new roll is in the printer."""
        self._begin(COUNTING)
        self._trials.new_roll(
            self._device, self._draft, lambda metres: self._good(COUNTED, metres=f"{metres:.1f}"), **self._and_then()
        )

    def stop(self) -> None:
        """Enough of it."""
        if self._trials.busy:
            self._stopped = True
            self._trials.cancel()
            self._sheet.talk.end(words.say(STOPPING))

    def _begin(self, title: object) -> None:
        self._stopped, self._refusal = False, None
        self._sheet.band.quiet()
        self._sheet.form.clear_faults()
        self._sheet.talk.begin(words.say(title), words.say(STOP))
        self._sheet.set_busy(True)

    def _and_then(self) -> dict[str, Any]:
        return {"trouble": self._trouble, "settled": self._settled}

    def _good(self, text: object, **values: object) -> None:
        self._sheet.talk.say("good", words.say(text, **values))

    def _told(self, said: Said) -> None:
        self._sheet.talk.say("prompt", words.told(said))

    def _answers_came(self, answers: list[Answer]) -> None:
        talk = self._sheet.talk
        for answer in answers:
            talk.say("good", words.told(answer.said))
        if not answers:
            talk.say("plain", words.say(NO_ANSWER))
            talk.say("hint", words.say(ONLY_PRESSED))
            return
        named = [answer.profile for answer in answers if answer.profile]
        place = (*self._device.place, "profile")
        if len(named) == 1 and self._draft.value(*place) != named[0]:
            self._draft.put(place, named[0])
            talk.say("hint", words.say(TAKEN_OVER, profile=named[0]))
            self.changed.emit()

    def _tested(self, outcome: dict[str, object]) -> None:
        for tone, text in results.lines(outcome):
            self._sheet.talk.say(tone, text)

    def _trouble(self, trouble: Trouble) -> None:
        if isinstance(trouble, SettingRefused):
            self._refusal = trouble  # told once the fields are free again
            return
        sentence, advice = tell(trouble)
        self._sheet.talk.say("bad" if isinstance(trouble, Fault) else "plain", sentence)
        if advice:
            self._sheet.talk.say("hint", advice)

    def _settled(self) -> None:
        self._sheet.set_busy(False)
        if self._refusal is None:
            self._sheet.talk.end(words.say(STOPPED if self._stopped else OVER))
            self.tried.emit(self._device)
        else:
            self._sheet.rest()
            self.refused.emit(self._refusal)

    # Simulating.

    def simulate(self) -> None:
        """Put a device made of software in its place, or take that away."""
        device, place = self._device, self._device.place
        if device in self._trials.simulated:
            if self._draft.value(*place, "port") == self._trials.port_of(device):
                self._draft.put((*place, "port"), None)
            self._trials.end_simulation(device)
            self._sheet.talk.begin(words.say(ENDED))
            self.changed.emit()
            return
        profile, address = self._draft.value(*place, "profile"), self._draft.value(*place, "address")
        self._trials.simulate(
            device,
            profile if isinstance(profile, str) else None,
            address if isinstance(address, int) else None,
            lambda port: self._simulated(device, port),
            self._trouble,
        )

    def _simulated(self, device: Device, port: str) -> None:
        self._draft.put((*device.place, "port"), port)
        if device == self._device:
            self._sheet.talk.begin(words.say(results.SIMULATED))
            self._sheet.talk.say("hint", words.say(SIMULATES, port=port))
        self.changed.emit()
