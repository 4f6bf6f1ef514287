"""Call boxes, for those who connect and try one."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drivers.bus import Bus
from drivers.call_box.box import CallBox
from drivers.call_box.events import CallKey, UnknownKey
from drivers.call_box.profile import MEANINGS, load_profile, profile_names
from drivers.call_box.simulator import BoxFault, CallBoxOnPty
from drivers.line import Line
from terminal.devices.kinds.base import (
    Answer,
    Finding,
    ProfileInfo,
    Said,
    Tell,
    known_fault,
    line_faults,
    played,
    shipped,
)
from terminal.devices.kinds.stations import Refusals, StationKind
from terminal.errors import Fault, Refusal

if TYPE_CHECKING:
    from drivers.on_pty import OnPty
    from terminal.settings import Settings

TEST_SECONDS = 30.0
TURN_SECONDS = 0.5
TEST_DIGITS = "888"  # every stroke of a digit is lit
# What is typed on the simulated box for a meaning. As the protocol has it, not read from our profiles.
TYPED = {"hold": ("0", "confirm"), "call_back": ("3", "confirm"), "give_up": ("6", "confirm")}
TRANSFER = "transfer"
REFUSALS = Refusals(
    missing=Said("The settings name no call box.", "Add a part [call_box] with its port and profile."),
    port=Said("The call box's port cannot be used: {what}.", "Correct the setting."),
    profile=Said("The call box's profile cannot be used: {what}.", "Correct it."),
    elsewhere=Said("The call box hangs on another machine's line.", "Try it at that machine."),
)


class CallBoxKind(StationKind[CallBox]):
    """A box is known to work when a key was pressed, and no sooner."""

    name = "call_box"
    faults = tuple(fault.value for fault in BoxFault)

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """The shipped profiles."""
        return shipped(profile_names(), load_profile)

    def made(self, settings: Settings) -> tuple[Line, CallBox]:
        """Its line and the box."""
        box = REFUSALS.named(settings.call_box)
        with REFUSALS.told():
            profile = load_profile(box.profile)
            return Line(box.port, serial=profile.serial), CallBox(profile, box.address)

    def found(self, line: Line, hung: CallBox) -> Finding:  # noqa: ARG002
        """A box says nothing until a key is pressed."""
        return Finding("unknown", Said("The port opens; a key press would prove the call box."))

    def probe(self, port: str) -> list[Answer]:  # noqa: ARG002
        """Nothing: a box only speaks when a key is pressed."""
        return []

    def test(self, settings: Settings, tell: Tell, seconds: float | None) -> dict[str, object]:
        """Light every stroke of its digits, and wait for one key: which it was, and its frame."""
        line, box = self.made(settings)
        patience = seconds or TEST_SECONDS
        tell(Said("Look whether the box shows eights, and press a key within {seconds} s.", seconds=f"{patience:g}"))
        with line, line_faults():
            line.open()
            box.show(int(TEST_DIGITS), TEST_DIGITS)
            bus = Bus(line, [box])
            press = _wait(bus, patience)
            box.show(None)
            bus.turn(0.0)
        if press is None:
            raise Fault(
                "No key was pressed within {seconds} s.",
                "Press one; if you did, check cable, speed, address and profile.",
                seconds=f"{patience:g}",
            )
        return {"key": press.key, "digits": press.digits, "frame": press.frame.hex(" ").upper()}

    def simulator(self, profile: str | None, address: int | None, link: Path | None) -> OnPty[Any]:
        """A box that speaks the published protocol."""
        if profile not in (None, "ff68"):
            raise ValueError(f"there is no simulated call box {profile!r}: expected ff68")
        return CallBoxOnPty(1 if address is None else address, link=link)

    def acts(self, device: OnPty[Any]) -> tuple[str, ...]:  # noqa: ARG002
        """Its keys, by meaning; "transfer 2" types the 2 before it."""
        return (*MEANINGS, *(f"{TRANSFER} {line}" for line in range(1, 10)))

    def act(self, device: OnPty[Any], what: str) -> None:
        """Press a key."""
        key, _, digits = what.strip().partition(" ")
        fits = key in MEANINGS and (not digits or (key == TRANSFER and digits.isascii() and digits.isdecimal()))
        if not fits:
            known = ", ".join(MEANINGS)
            raise ValueError(f"the call box has no key {what!r}: expected one of {known}, or {TRANSFER} and a number")
        digits, key = TYPED.get(key, (digits, key))
        played(self, device, CallBoxOnPty).press(key, digits)

    def fault(self, device: OnPty[Any], name: str, times: int) -> None:
        """Spoil the next presses."""
        played(self, device, CallBoxOnPty).fault(BoxFault(known_fault(self, name)), times)


def _wait(bus: Bus, seconds: float) -> CallKey | None:
    """The first key that has a meaning. Raises Refusal for one that has none: that is the finding."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        for _, event in bus.turn(min(TURN_SECONDS, left)):
            if isinstance(event, CallKey):
                return event
            if isinstance(event, UnknownKey):
                raise Refusal(
                    "The box sent a key that its profile does not know: {frame}.",
                    "Correct the keys of the profile.",
                    frame=event.frame.hex(" ").upper(),
                )
    return None
