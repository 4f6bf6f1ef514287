"""The rating pad of one window: asks, and tells what was pressed."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

from drivers.line import LineDown
from drivers.rating_pad.pad import Pad, Silence
from drivers.rating_pad.profile import Profile
from drivers.rating_pad.protocol import Answer, KeyPress, Repeat, UnknownKey
from terminal.devices import words
from terminal.devices.bus_worker import BusWorker, StationDevice
from terminal.devices.lamp import TROUBLE, DeviceLamp

ASKING_TURN_SECONDS = 0.1  # how late the end of the time may be noticed


class PadDevice(StationDevice):
    """A pad on a line, alone or among others. Signals come on the GUI thread.

    The lamp of a pad that should answer, and does not, says so until it is heard again.
    """

    pressed = Signal(int, str, bytes)
    """Handling asked about, key, raw frame: the resident's answer."""

    unasked = Signal(str, bytes)
    """Key ("" when the profile does not know it) and raw frame of a press nobody asked for."""

    silent = Signal(int)
    """The handling asked about, when the time was over without a key."""

    heard = Signal()
    """A sound frame came from the pad."""

    _answers = Signal(bool)

    def __init__(
        self, bus: BusWorker, profile: Profile, address: int | None, lamp: DeviceLamp, parent: QObject | None = None
    ) -> None:
        self._pad = Pad(profile, address)
        super().__init__(bus, self._pad, lamp, parent)
        self._asked: int | None = None  # the handling; used on the worker thread only
        self._is_silent = False  # likewise
        self._line_trouble: LineDown | None = None
        self._shows = frozenset(profile.commands) & {"stars", "staff", "pause"}
        self._answers.connect(self._show_answers)

    @property
    def ask_seconds(self) -> float:
        """How long the profile lets a resident think."""
        return self._pad.ask_timeout_s

    @property
    def shows_standing(self) -> bool:
        """Whether it can show stars, who is on duty or a pause."""
        return bool(self._shows)

    def ask(self, handling: int, seconds: float) -> bool:
        """Ask about a handling; exactly one of ``pressed`` and ``silent`` follows. A question still open ends here.

        From any thread. False when the worker is stuck and cannot be told; nothing follows then.
        """

        def errand() -> None:
            self._bus.hear_now()  # what was pressed before the question is no answer to it
            self._end_question()
            self._asked = handling
            self._pad.ask(time.monotonic(), seconds)

        return self.errand(errand)

    def thanks(self) -> None:
        """Thank the resident, and show the window's welcome again, where the pad can."""

        def errand() -> None:
            self._pad.send("thanks")

        self.errand(errand)

    def show_stars(self, stars: float) -> None:
        """Have the pad show the window's stars, 0 to 5, now and after each replug, if it can. From any thread."""
        self.errand(lambda: _done(self._pad.show_stars(stars)))

    def show_staff(self, number: str, name: str) -> None:
        """Have the pad show who is on duty ("" for nobody), likewise. From any thread."""
        self.errand(lambda: _done(self._pad.show_staff(number, name)))

    def pause(self, paused: bool) -> None:
        """Have the pad show that the window is paused, or no longer, likewise. From any thread."""
        self.errand(lambda: _done(self._pad.pause(paused)))

    def beep(self) -> None:
        """Have the pad beep once, if it can. From any thread."""
        self.errand(lambda: _done(self._pad.send("beep")))

    def _show_line(self, trouble: LineDown | None) -> None:
        self._line_trouble = trouble
        super()._show_line(trouble)

    def _show_answers(self, answers: bool) -> None:
        """On the GUI thread. A line in trouble says more than a pad's silence on it."""
        if self._line_trouble is None:
            super()._show_line(None)
            if not answers:
                self.lamp.show(TROUBLE, words.said(words.SILENT), words.said(words.SILENT_PAD))

    # On the worker thread.

    @property
    def patience(self) -> float:
        return ASKING_TURN_SECONDS if self._asked is not None else super().patience

    def look(self) -> None:
        if not self._pad.asking(time.monotonic()):
            self._end_question()

    def hear(self, event: object) -> None:
        silent = isinstance(event, Silence)
        if silent or isinstance(event, KeyPress | Repeat | UnknownKey | Answer):
            if silent != self._is_silent:
                self._answers.emit(not silent)
            self._is_silent = silent
        if isinstance(event, KeyPress):
            self.heard.emit()
            if event.asked and self._asked is not None:
                asked, self._asked = self._asked, None
                self.pressed.emit(asked, event.key, event.frame)
            else:
                self.unasked.emit(event.key, event.frame)
        elif isinstance(event, UnknownKey):
            self.heard.emit()
            self.unasked.emit("", event.frame)

    def _end_question(self) -> None:
        if self._asked is not None:
            over, self._asked = self._asked, None
            self.silent.emit(over)


def _done(_: bool) -> None:
    """Whether the pad can show it is not asked: one that cannot is left alone."""
