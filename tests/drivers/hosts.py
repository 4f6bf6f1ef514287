"""A station and the line it hangs on, as one thing to talk through."""

from __future__ import annotations

import time
from typing import Any

from drivers.bus import Bus
from drivers.line import Line
from drivers.rating_pad import Pad, Profile


class PadHost:
    """The terminal's side of a pad on a line of its own."""

    def __init__(self, line: Line, profile: Profile, address: int | None = None) -> None:
        self.pad = Pad(profile, address)
        self.bus = Bus(line, [self.pad])

    @property
    def asking(self) -> bool:
        return self.pad.asking(time.monotonic())

    def ask(self, seconds: float | None = None) -> None:
        self.pad.ask(time.monotonic(), seconds)
        self.bus.turn(0.0)

    def send(self, command: str, **values: int) -> bool:
        had = self.pad.send(command, **values)
        self.bus.turn(0.0)
        return had

    def poll(self, timeout: float) -> list[Any]:
        return [event for _, event in self.bus.turn(timeout)]
