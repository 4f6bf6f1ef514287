"""The rating pad of one window: asks, and tells what was pressed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from drivers.line import Line
from drivers.rating_pad.pad import Pad
from drivers.rating_pad.profile import Profile
from drivers.rating_pad.protocol import KeyPress, UnknownKey
from terminal.devices.lamp import DeviceLamp
from terminal.devices.port_worker import PortWorker

ASKING_TURN_SECONDS = 0.1  # how late the end of the time may be noticed


class PadDevice(PortWorker):
    """A pad on its own line. Signals come on the GUI thread."""

    pressed = Signal(int, str, bytes)
    """Handling asked about, key, raw frame: the resident's answer."""

    unasked = Signal(str, bytes)
    """Key ("" when the profile does not know it) and raw frame of a press nobody asked for."""

    silent = Signal(int)
    """The handling asked about, when the time was over without a key."""

    heard = Signal()
    """A sound frame came from the pad."""

    def __init__(
        self, line: Line, profile: Profile, address: int | None, lamp: DeviceLamp, parent: QObject | None = None
    ) -> None:
        super().__init__(line, lamp, parent)
        self._pad = Pad(line, profile, address)
        self._asked: int | None = None  # the handling; used on the worker thread only

    @property
    def ask_seconds(self) -> float:
        """How long the profile lets a resident think."""
        return self._pad.ask_timeout_s

    def ask(self, handling: int, seconds: float) -> None:
        """Ask about a handling. Exactly one of ``pressed`` and ``silent`` follows, unless another ask comes first."""

        def errand() -> None:
            self._asked = handling
            self._pad.ask(seconds)

        self._errand(errand)

    def stop_asking(self) -> None:
        """Withdraw the question; neither ``pressed`` nor ``silent`` follows."""

        def errand() -> None:
            self._asked = None
            self._pad.stop_asking()

        self._errand(errand)

    def thanks(self) -> None:
        """Thank the resident, and show the window's welcome again, where the pad can."""

        def errand() -> None:
            self._pad.thanks()

        self._errand(errand)

    def _turn(self, seconds: float) -> None:
        try:
            self._listen(min(seconds, ASKING_TURN_SECONDS) if self._asked is not None else seconds)
        finally:
            # Also with the line down: the resident's time is over all the same.
            if self._asked is not None and not self._pad.asking:
                over, self._asked = self._asked, None
                self.silent.emit(over)

    def _listen(self, seconds: float) -> None:
        for event in self._pad.poll(seconds):
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
