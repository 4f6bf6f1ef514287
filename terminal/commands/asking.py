"""Asking for a rating on the settings' pad, from the command line: blocking, without Qt."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from drivers.bus import Bus
from drivers.line import Line, LineDown
from drivers.ports import SENTENCES
from drivers.rating_pad.pad import Pad
from drivers.rating_pad.profile import Profile
from drivers.rating_pad.protocol import KeyPress
from terminal.commands.context import Context
from terminal.devices.kinds.asked_pad import ConfiguredPad, configured_pad, sort_presses, wait_for_key
from terminal.errors import Fault

if TYPE_CHECKING:
    from terminal.model import Rating
    from terminal.office.office import Office

__all__ = ["PadAway", "ask", "configured_pad"]

STORE_SECONDS = 20.0  # how long a pressed key is tried to be stored while the database is away
RETRY_SECONDS = 0.5
LEAVE_SECONDS = 0.5  # a pad that missed our reply sends its key again after less


class PadAway(Fault):
    """Nobody was asked: the pad's port cannot be used."""


def fault_of(trouble: LineDown) -> Fault:
    """A line's trouble as a Fault."""
    return PadAway(SENTENCES[trouble.reason], port=trouble.port, detail=trouble.detail)


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
        sort_presses(bus.turn(left), stray)


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
