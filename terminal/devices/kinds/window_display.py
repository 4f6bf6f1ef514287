"""LED strips over the window, for those who connect and try one."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drivers.bus import Bus
from drivers.line import Line
from drivers.window_display.profile import load_profile, profile_names
from drivers.window_display.simulator import StripFault, StripOnPty
from drivers.window_display.strip import Strip
from terminal.devices.kinds.base import (
    Answer,
    Finding,
    ProfileInfo,
    Said,
    Tell,
    known_fault,
    line_fault,
    line_faults,
    played,
    shipped,
)
from terminal.devices.kinds.stations import Refusals, StationKind

if TYPE_CHECKING:
    from drivers.on_pty import OnPty
    from terminal.settings import Settings

TEST_TEXT = "{address}号屏 测试123"  # both widths of characters, and which address it was sent to
TURN_SECONDS = 0.5  # more than the longest frame takes at 2400 baud
REFUSALS = Refusals(
    missing=Said("The settings name no window display.", "Add a part [window_display] with its port and profile."),
    port=Said("The strip's port cannot be used: {what}.", "Correct the setting."),
    profile=Said("The strip's profile cannot be used: {what}.", "Correct it."),
    elsewhere=Said("The strip hangs on another machine's line.", "Try it at that machine."),
)


class WindowDisplayKind(StationKind[Strip]):
    """A strip answers nothing: only eyes can tell whether it works."""

    name = "window_display"
    faults = tuple(fault.value for fault in StripFault)

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """The shipped profiles."""
        return shipped(profile_names(), load_profile)

    def made(self, settings: Settings) -> tuple[Line, Strip]:
        """Its line and the strip."""
        strip = REFUSALS.named(settings.window_display)
        with REFUSALS.told():
            profile = load_profile(strip.profile)
            return Line(strip.port, serial=profile.serial), Strip(profile, strip.address)

    def found(self, line: Line, hung: Strip) -> Finding:  # noqa: ARG002
        """A strip says nothing."""
        return Finding("unknown", Said("The port opens; a strip answers nothing, so look at it."))

    def probe(self, port: str) -> list[Answer]:  # noqa: ARG002
        """Nothing: strips do not answer."""
        return []

    def test(self, settings: Settings, tell: Tell, seconds: float | None) -> dict[str, object]:  # noqa: ARG002
        """Show a text on the strip; a person looks whether it is there."""
        line, strip = self.made(settings)
        address = strip.profile.address
        text = TEST_TEXT.format(address="" if address is None else address)
        with line:
            with line_faults():
                bus = Bus(line, [strip])
                strip.show(text, time.monotonic())
                bus.turn(TURN_SECONDS)
            if line.trouble is not None:
                raise line_fault(line.trouble)
        tell(Said("The strip was sent this text; look whether it shows it: {shown}", shown=strip.text))
        return {"text": strip.text, "frame": strip.profile.frame(strip.text).hex(" ").upper()}

    def simulator(self, profile: str | None, address: int | None, link: Path | None) -> OnPty[Any]:
        """A strip that speaks one of our profiles."""
        return StripOnPty(profile or "yongtai", 1 if address is None else address, link=link)

    def fault(self, device: OnPty[Any], name: str, times: int) -> None:
        """Spoil the next texts."""
        played(self, device, StripOnPty).fault(StripFault(known_fault(self, name)), times)
