"""LED strips over the window, for those who connect and try one."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drivers.bus import Bus
from drivers.line import Line, LineDown, LineSettingError
from drivers.profiles import ProfileError
from drivers.window_display.profile import load_profile, profile_names
from drivers.window_display.simulator import StripFault, StripOnPty
from drivers.window_display.strip import Strip
from terminal.devices.kinds.base import (
    Answer,
    Configured,
    Finding,
    Kind,
    ProfileInfo,
    Said,
    Tell,
    known_fault,
    line_fault,
)
from terminal.errors import Refusal
from terminal.settings import SHARED

if TYPE_CHECKING:
    from drivers.on_pty import OnPty
    from terminal.settings import Settings

TEST_TEXT = "{address}号屏 测试123"  # both widths of characters, and which address it was sent to
TURN_SECONDS = 0.5  # more than the longest frame takes at 2400 baud


class WindowDisplayKind(Kind):
    """A strip answers nothing: only eyes can tell whether it works."""

    name = "window_display"
    faults = tuple(fault.value for fault in StripFault)

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """The shipped profiles."""
        known = [load_profile(name) for name in profile_names()]
        return tuple(ProfileInfo(profile.name, profile.title, profile.evidence) for profile in known)

    def configured(self, settings: Settings) -> Configured | None:
        """What the settings say."""
        strip = settings.window_display
        return None if strip is None else Configured(strip.port, strip.profile, strip.address)

    def look(self, settings: Settings) -> Finding:
        """Open the port: a strip says nothing."""
        try:
            line, _ = _opened(settings)
            with line:
                line.open()
        except (LineDown, Refusal) as trouble:
            return Finding("trouble", Said.of(trouble))
        return Finding("unknown", Said("The port opens; a strip answers nothing, so look at it."))

    def probe(self, port: str) -> list[Answer]:  # noqa: ARG002
        """Nothing: strips do not answer."""
        return []

    def test(self, settings: Settings, tell: Tell, seconds: float | None) -> dict[str, object]:  # noqa: ARG002
        """Show a text on the strip; a person looks whether it is there."""
        line, strip = _opened(settings)
        address = strip.profile.address
        text = TEST_TEXT.format(address="" if address is None else address)
        with line:
            try:
                bus = Bus(line, [strip])
                strip.show(text, time.monotonic())
                bus.turn(TURN_SECONDS)
            except LineDown as trouble:
                raise line_fault(trouble) from trouble
            if line.trouble is not None:
                raise line_fault(line.trouble)
        tell(Said("The strip was sent this text; look whether it shows it: {shown}", shown=strip.text))
        return {"text": strip.text, "frame": strip.profile.frame(strip.text).hex(" ").upper()}

    def simulator(self, profile: str | None, address: int | None, link: Path | None) -> OnPty[Any]:
        """A strip that speaks one of our profiles."""
        return StripOnPty(profile or "yongtai", 1 if address is None else address, link=link)

    def fault(self, device: OnPty[Any], name: str, times: int) -> None:
        """Spoil the next texts."""
        if not isinstance(device, StripOnPty):
            raise TypeError(f"expected a simulated strip, got {type(device).__name__}")
        device.fault(StripFault(known_fault(self, name)), times)


def _opened(settings: Settings) -> tuple[Line, Strip]:
    """The line, not opened, and the strip of the settings. Raises Refusal for settings that can never work."""
    strip = settings.window_display
    if strip is None:
        raise Refusal("The settings name no window display.", "Add a part [window_display] with its port and profile.")
    if strip.port == SHARED:
        raise Refusal("The strip hangs on another machine's line.", "Try it at that machine.")
    try:
        profile = load_profile(strip.profile)
        return Line(strip.port, serial=profile.serial), Strip(profile, strip.address)
    except ProfileError as error:
        raise Refusal("The strip's profile cannot be used: {what}.", "Correct it.", what=error) from error
    except LineSettingError as error:
        raise Refusal("The strip's port cannot be used: {what}.", "Correct the setting.", what=error) from error
