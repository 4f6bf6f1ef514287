"""The settings' pad, asked one question: blocking, without Qt."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drivers.bus import Bus, Heard
from drivers.line import Line, LineDown
from drivers.rating_pad.pad import Pad
from drivers.rating_pad.profile import Profile, load_profile
from drivers.rating_pad.protocol import KeyPress, UnknownKey
from drivers.speed import SpeedWatch
from terminal.devices.kinds.base import Said
from terminal.devices.kinds.stations import Refusals

if TYPE_CHECKING:
    from terminal.settings import Settings

TURN_SECONDS = 0.5
REFUSALS = Refusals(
    missing=Said("The settings name no rating pad.", "Add a part [rating_pad] with its port and profile."),
    port=Said("The pad's port cannot be used: {what}.", "Correct the setting."),
    profile=Said("The pad's profile cannot be used: {what}.", "Correct it."),
)


@dataclass(frozen=True)
class ConfiguredPad:
    """The pad of the settings, checked but not opened."""

    port: str
    profile: Profile
    address: int | None
    seconds: float

    def line(self) -> Line:
        """Its line, not opened."""
        return Line(self.port, serial=self.profile.serial)


def configured_pad(settings: Settings, seconds: float | None = None) -> ConfiguredPad:
    """The settings' pad; ``seconds`` overrides how long it is waited for.

    Raises Refusal when there is none, or its port or profile can never work.
    """
    pad = REFUSALS.named(settings.rating_pad)
    with REFUSALS.told():
        profile = load_profile(pad.profile)
        Line(pad.port, serial=profile.serial).close()
    return ConfiguredPad(pad.port, profile, pad.address, seconds or pad.ask_seconds or profile.ask_timeout_s)


def wait_for_key(line: Line, pad: Pad, seconds: float, stray: Callable[[str | None, bytes], object]) -> KeyPress | None:
    """Ask, and wait for one key; None when none came in time. A line lost meanwhile may come back in time.

    ``stray`` is told every other press: one that came before the question, and one of a key the profile does not know
    (None). The line's ``hints`` tell whether nothing but garbage came.
    """
    bus, speed = Bus(line, [pad]), SpeedWatch(line)
    with suppress(LineDown):
        sort_presses(bus.turn(0.0), stray)
    pad.ask(time.monotonic(), seconds)
    until = time.monotonic() + seconds
    while pad.asking(time.monotonic()):
        try:
            heard = bus.turn(min(TURN_SECONDS, max(0.0, until - time.monotonic())))
        except LineDown:
            continue  # the question stands: the pad is told when it is back in time
        speed.hear(event for _, event in heard)
        press = sort_presses(heard, stray)
        if press is not None:
            return press
    return None


def sort_presses(heard: list[Heard], stray: Callable[[str | None, bytes], object]) -> KeyPress | None:
    """The answer among the events; presses that are none are told."""
    answer = None
    for _, event in heard:
        if isinstance(event, KeyPress) and event.asked and answer is None:
            answer = event
        elif isinstance(event, KeyPress):
            stray(event.key, event.frame)
        elif isinstance(event, UnknownKey):
            stray(None, event.frame)
    return answer
