"""Asking for a rating on the settings' pad, from the command line: blocking, without Qt."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from drivers.bus import Bus, Heard
from drivers.line import Line, LineDown, LineSettingError
from drivers.ports import SENTENCES
from drivers.profiles import ProfileError
from drivers.rating_pad.pad import Pad
from drivers.rating_pad.profile import Profile, load_profile
from drivers.rating_pad.protocol import KeyPress, UnknownKey
from terminal.commands.context import Context
from terminal.errors import Fault, Refusal
from terminal.settings import Settings

if TYPE_CHECKING:
    from terminal.model import Rating
    from terminal.office.office import Office

TURN_SECONDS = 0.5
STORE_SECONDS = 20.0  # how long a pressed key is tried to be stored while the database is away
RETRY_SECONDS = 0.5
LEAVE_SECONDS = 0.5  # a pad that missed our reply sends its key again after less


class PadAway(Fault):
    """Nobody was asked: the pad's port cannot be used."""


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
    pad = settings.rating_pad
    if pad is None:
        raise Refusal("The settings name no rating pad.", "Add a part [rating_pad] with its port and profile.")
    try:
        profile = load_profile(pad.profile)
        Line(pad.port, serial=profile.serial).close()
    except ProfileError as error:
        raise Refusal("The pad's profile cannot be used: {what}.", "Correct it.", what=error) from error
    except LineSettingError as error:
        raise Refusal("The pad's port cannot be used: {what}.", "Correct the setting.", what=error) from error
    return ConfiguredPad(pad.port, profile, pad.address, seconds or pad.ask_seconds or profile.ask_timeout_s)


def fault_of(trouble: LineDown) -> Fault:
    """A line's trouble as a Fault."""
    return PadAway(SENTENCES[trouble.reason], port=trouble.port, detail=trouble.detail)


def wait_for_key(line: Line, pad: Pad, seconds: float, stray: Callable[[str | None, bytes], object]) -> KeyPress | None:
    """Ask, and wait for one key; None when none came in time. A line lost meanwhile may come back in time.

    ``stray`` is told every other press: one that came before the question, and one of a key the profile does not know
    (None).
    """
    bus = Bus(line, [pad])
    with suppress(LineDown):
        _sort(bus.turn(0.0), stray)
    pad.ask(time.monotonic(), seconds)
    until = time.monotonic() + seconds
    while pad.asking(time.monotonic()):
        try:
            press = _sort(bus.turn(min(TURN_SECONDS, max(0.0, until - time.monotonic()))), stray)
        except LineDown:
            continue  # the question stands: the pad is told when it is back in time
        if press is not None:
            return press
    return None


def _sort(heard: list[Heard], stray: Callable[[str | None, bytes], object]) -> KeyPress | None:
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


def ask(context: Context, office: Office, handling: int, counter: int, pad: ConfiguredPad) -> dict[str, object] | None:
    """Ask about a finished handling and store the answer, or the silence. None when nothing was pressed.

    Raises PadAway when the port cannot be used, Refusal when the handling cannot be rated, and another Fault when the
    database stays away; the message then holds the key.
    """

    def stray(key: str | None, frame: bytes) -> None:
        said = f"{key}, pressed unasked" if key else "a key the profile has not"
        context.warn(f"journalled, not counted: {said} ({frame.hex(' ').upper()})")
        office.feedback.unasked(counter, key, frame)

    with pad.line() as line:
        try:
            line.open()
        except LineDown as trouble:
            raise fault_of(trouble) from trouble
        office.feedback.ask(handling, pad.seconds)
        driver = Pad(pad.profile, pad.address)
        try:
            press = wait_for_key(line, driver, pad.seconds, stray)
        except KeyboardInterrupt:
            office.feedback.silence(handling)
            raise
        if press is None:
            office.feedback.silence(handling)
            return None
        rating = _store(office, handling, press)
        try:
            _take_leave(line, driver, pad.profile, stray)
        except LineDown as trouble:
            context.warn(str(trouble))
    return {"key": rating.key, "score": rating.score, "source": rating.source}


def _take_leave(line: Line, pad: Pad, profile: Profile, stray: Callable[[str | None, bytes], object]) -> None:
    """Thank, and stay a moment: a pad that missed our reply sends its key again until it is answered."""
    until = time.monotonic() + (LEAVE_SECONDS if profile.reply is not None else 0.0)
    pad.send("thanks")
    bus = Bus(line, [pad])
    while (left := until - time.monotonic()) > 0:
        _sort(bus.turn(left), stray)


def _store(office: Office, handling: int, press: KeyPress) -> Rating:
    """Store a key, insisting for a while: it was pressed once and will not be pressed again."""
    while True:
        ago = time.monotonic() - press.at
        try:
            at = office.room.now() - timedelta(seconds=ago)
            return office.feedback.rate(handling, press.key, "pad", frame=press.frame, at=at)
        except Fault as fault:
            if ago > STORE_SECONDS:
                raise Fault(
                    "The key {key} pressed for handling {handling} is not stored: {why}",
                    key=press.key,
                    handling=handling,
                    why=fault,
                ) from fault
            time.sleep(RETRY_SECONDS)
