"""The LED strip over one window: shows what it is told."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

from drivers.window_display.profile import Profile
from drivers.window_display.strip import Strip
from terminal.devices.bus_worker import BusWorker, StationDevice
from terminal.devices.lamp import DeviceLamp


class DisplayDevice(StationDevice):
    """A strip on a line, alone or among others. It answers nothing: the lamp follows the line."""

    shown = Signal(str)
    """What the strip was told to show."""

    def __init__(
        self, bus: BusWorker, profile: Profile, address: int | None, lamp: DeviceLamp, parent: QObject | None = None
    ) -> None:
        self._strip = Strip(profile, address)
        super().__init__(bus, self._strip, lamp, parent)

    def say(self, situation: str, counter: int, ticket: str = "", staff: str = "") -> bool:
        """Show what the profile says in a situation: closed, idle, called, serving or paused.

        From any thread. A strip whose line is down is told as soon as it is back. False when the worker is stuck.
        """
        text = self._strip.profile.words(situation, counter=counter, ticket=ticket, staff=staff)

        def errand() -> None:
            self._strip.show(text, time.monotonic())
            self.shown.emit(self._strip.text)

        return self.errand(errand)
