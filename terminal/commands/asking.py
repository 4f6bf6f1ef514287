"""Asking for a rating on the settings' pad, from the command line: blocking, without Qt."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drivers.line import Line, LineDown, LineSettingError
from drivers.ports import SENTENCES
from drivers.rating_pad.pad import Pad
from drivers.rating_pad.profile import Profile, ProfileError, load_profile
from drivers.rating_pad.protocol import KeyPress, UnknownKey
from terminal.commands.context import Context
from terminal.errors import Fault, Refusal
from terminal.settings import Settings

if TYPE_CHECKING:
    from terminal.office.office import Office

TURN_SECONDS = 0.5


@dataclass(frozen=True)
class ConfiguredPad:
    """The pad of the settings, checked but not opened."""

    port: str
    profile: Profile
    address: int | None
    seconds: float


def configured_pad(settings: Settings) -> ConfiguredPad:
    """The settings' pad. Raises Refusal when there is none, or its port or profile can never work."""
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
    return ConfiguredPad(pad.port, profile, pad.address, pad.ask_seconds or profile.ask_timeout_s)


def fault_of(trouble: LineDown) -> Fault:
    """A line's trouble as a Fault."""
    return Fault(SENTENCES[trouble.reason], port=trouble.port, detail=trouble.detail)


def wait_for_key(pad: Pad, seconds: float) -> KeyPress | None:
    """Ask, and wait for one key; None when none came in time. A line lost meanwhile may come back in time."""
    until = time.monotonic() + seconds
    pad.ask(seconds)
    while pad.asking:
        try:
            events = pad.poll(min(TURN_SECONDS, max(0.0, until - time.monotonic())))
        except LineDown:
            continue
        for event in events:
            if isinstance(event, KeyPress) and event.asked:
                return event
            if isinstance(event, UnknownKey):
                raise Refusal(
                    "The pad sent a key that its profile does not know: {code} in {frame}.",
                    "Correct the keys of the profile.",
                    code=f"{event.code:02X}",
                    frame=event.frame.hex(" ").upper(),
                )
    return None


def ask(
    context: Context, office: Office, handling: int, configured: ConfiguredPad, seconds: float | None
) -> dict[str, object] | None:
    """Ask about a finished handling and store the answer, or the silence. None when nothing was pressed."""
    patience = seconds or configured.seconds
    with Line(configured.port, serial=configured.profile.serial) as line:
        pad = Pad(line, configured.profile, configured.address)
        try:
            line.open()
            office.feedback.ask(handling, patience)
            press = wait_for_key(pad, patience)
        except LineDown as trouble:
            context.warn(f"not rated: {fault_of(trouble)}")
            return None
        if press is None:
            office.feedback.silence(handling)
            return None
        rating = office.feedback.rate(handling, press.key, "pad", frame=press.frame)
        try:
            pad.thanks()
        except LineDown as trouble:
            context.warn(str(fault_of(trouble)))
    return {"key": rating.key, "score": rating.score, "source": rating.source}
