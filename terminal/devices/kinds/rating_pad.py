"""Rating pads, for those who connect and try one."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drivers.bus import Bus
from drivers.line import Line
from drivers.ports import SENTENCES
from drivers.rating_pad.pad import LATE_S, Pad, Silence
from drivers.rating_pad.profile import Profile, load_profile, profile_names
from drivers.rating_pad.protocol import Answer as PadAnswer
from drivers.rating_pad.protocol import KeyPress
from drivers.rating_pad.simulator import KEYS, PadFault, PadOnPty
from terminal.devices.kinds.asked_pad import ConfiguredPad, configured_pad, wait_for_key
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
from terminal.devices.kinds.stations import StationKind
from terminal.errors import Fault, Refusal
from terminal.office.scales import load_scale, shipped_scales

if TYPE_CHECKING:
    from drivers.on_pty import OnPty
    from terminal.settings import Settings


SHUFFLED = "-shuffled"


class RatingPadKind(StationKind[ConfiguredPad]):
    """A pad is known to work when a key was pressed, and no sooner."""

    name = "rating_pad"
    faults = tuple(fault.value for fault in PadFault)

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """The shipped profiles."""
        return shipped(profile_names(), load_profile)

    def made(self, settings: Settings) -> tuple[Line, ConfiguredPad]:
        """Its line, and what the settings say of the pad."""
        configured = configured_pad(settings)
        return configured.line(), configured

    def found(self, line: Line, hung: ConfiguredPad) -> Finding:
        """Poll a pad that answers; others say nothing until a key is pressed."""
        if not _is_answered(hung.profile):
            return Finding("up", Said("The port opens; a key press would prove the pad."))
        if _answers(line, hung.profile):
            return Finding("up", Said("The pad answers."))
        return Finding("trouble", Said("The pad does not answer.", "Check its power, its cable and its address."))

    def probe(self, port: str) -> list[Answer]:  # noqa: ARG002
        """Nothing. Most pads only push, and the poll of the others is text: a printer would put it on its next slip."""
        return []

    def test(self, settings: Settings, tell: Tell, seconds: float | None) -> dict[str, object]:
        """Ask for one key; which it was, what it scores, and its frame."""
        configured = configured_pad(settings, seconds)
        tell(Said("Press a key on the pad within {seconds} s.", seconds=f"{configured.seconds:g}"))
        with configured.line() as line:
            with line_faults():
                line.open()
                press = wait_for_key(line, Pad(configured.profile, configured.address), configured.seconds, _stray)
            if press is None and line.trouble is not None:
                raise line_fault(line.trouble)
            for hint in line.hints if press is None else ():
                if hint.reason == "speed":
                    raise Fault(SENTENCES[hint.reason], port=hint.port)
        if press is None:
            raise Fault(
                "No key was pressed within {seconds} s.",
                "Press one; if you did, check cable, speed and profile.",
                seconds=f"{configured.seconds:g}",
            )
        return {"key": press.key, "score": _score(press.key), "frame": press.frame.hex(" ").upper()}

    def simulator(self, profile: str | None, address: int | None, link: Path | None) -> OnPty[Any]:
        """A pad with the keys of one of our profiles.

        With ``-shuffled`` behind its name they mean something else, always the same: to try ``devices learn`` on.
        """
        kind, shuffled, _ = (profile or "six-key").partition(SHUFFLED)
        keys = _shuffled(kind) if shuffled and kind in KEYS else None
        return PadOnPty(kind, 1 if address is None else address, keys=keys, link=link)

    def acts(self, device: OnPty[Any]) -> tuple[str, ...]:
        """Its keys, by meaning."""
        return tuple(played(self, device, PadOnPty).keys.values())

    def act(self, device: OnPty[Any], what: str) -> None:
        """Press a key."""
        if what not in self.acts(device):
            raise ValueError(f"the pad has no key {what!r}: expected one of {', '.join(self.acts(device))}")
        played(self, device, PadOnPty).press(what)

    def asks(self, device: OnPty[Any]) -> int:
        """How often a rating was asked for."""
        return int(device.state.asks)

    def fault(self, device: OnPty[Any], name: str, times: int) -> None:
        """Spoil the next presses."""
        played(self, device, PadOnPty).fault(PadFault(known_fault(self, name)), times)


def _shuffled(kind: str) -> dict[int, str]:
    codes, meanings = list(KEYS[kind]), list(KEYS[kind].values())
    random.Random(kind).shuffle(meanings)
    return dict(zip(codes, meanings, strict=True))


def _is_answered(profile: Profile) -> bool:
    """Whether the pad answers a poll though no key was pressed."""
    return profile.poll is not None and profile.poll.always and profile.poll.order.expect is not None


def _answers(line: Line, profile: Profile) -> bool:
    """Whether a pad answers within twice the time it has for that: a poll, and once more."""
    bus = Bus(line, [Pad(profile)])
    until = time.monotonic() + 2 * (profile.answer_s + LATE_S)
    while (left := until - time.monotonic()) > 0:
        for _, event in bus.turn(left):
            if isinstance(event, PadAnswer | KeyPress):
                return True
            if isinstance(event, Silence):
                return False
    return False


def _stray(key: str | None, frame: bytes) -> None:
    """A press other than the one asked for: of a key that the profile has not, the test's finding."""
    if key is None:
        raise Refusal(
            "The pad sent a key that its profile does not know: {frame}.",
            "Correct the keys of the profile.",
            frame=frame.hex(" ").upper(),
        )


def _score(key: str) -> int | None:
    """What the key scores, by the default scale and else by another shipped one."""
    for name in sorted(shipped_scales(), key=lambda scale: scale != "six-key"):
        for known in load_scale(name).keys:
            if known.key == key:
                return known.score
    return None
