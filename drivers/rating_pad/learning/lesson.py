"""Leads a person through the keys of a pad, twice, and proposes a profile that the second round has proved."""

from __future__ import annotations

import copy
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from drivers.bus import Bus
from drivers.line import Line
from drivers.rating_pad.description import Profile
from drivers.rating_pad.learning.errors import LearningError
from drivers.rating_pad.learning.guessing import Guess, guess
from drivers.rating_pad.learning.pupil import Base, Pupil
from drivers.rating_pad.learning.writing import profile_text
from drivers.rating_pad.pad import Pad
from drivers.rating_pad.profile import parse_profile
from drivers.rating_pad.protocol import KeyPress, Repeat, UnknownKey

TURN_S = 0.1  # how late a person's wish to skip or stop may be noticed
SETTLE_S = 0.6  # a line is quiet again: a pad that resends its key does so within that
LONGEST_SETTLE_S = 10.0
LONGEST_TELLING_S = 3.0
FRESH_S = 0.05  # what a pad sends as soon as it is plugged in is no key


class Operator(Protocol):
    """The person at the pad, and who speaks to them. All methods return at once."""

    def prompt(self, key: str, round_number: int) -> None:
        """Press this key now. The rounds are 1 and 2."""

    def heard(self, frame: bytes) -> None:
        """The pad sent these bytes."""

    def missed(self, key: str) -> None:
        """The key was not pressed in time, or skipped: the pad is taken to have none."""

    @property
    def skips(self) -> bool:
        """Whether the person says that the pad has no such key. Asked again and again; a yes is for one key."""

    @property
    def stops(self) -> bool:
        """Whether the person has had enough."""


@dataclass(frozen=True)
class Learned:
    """A profile that both rounds agree on. ``keys`` are codes by meaning, ``frames`` all bytes heard, in order."""

    text: str
    profile: Profile
    keys: dict[str, str]
    frames: tuple[bytes, ...]


class Lesson:
    """One pad on an open line. Blocking, for as long as its person takes; belongs to the line's owner."""

    def __init__(
        self,
        line: Line,
        wanted: Sequence[str],
        operator: Operator,
        *,
        serial: str,
        bases: Sequence[Base] = (),
        address: int | None = None,
        seconds: float = 30.0,
        settle_s: float = SETTLE_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``wanted`` are the meanings to ask for, ``seconds`` how long each may take. See Pupil for ``bases``."""
        self._line, self._wanted, self._operator = line, tuple(wanted), operator
        self._serial, self._seconds, self._settle_s, self._clock = serial, seconds, settle_s, clock
        self._pupil = Pupil(bases, address)
        self._only_base = bases[0] if len(bases) == 1 else None
        self._frames: list[bytes] = []

    def hold(self) -> Learned:
        """Both rounds. Raises LearningError, and LineDown when the line is lost."""
        bursts, codes = self._first_round()
        base = self._pupil.base
        if base is not None and len(codes) >= 2:
            tables, notes = _from_base(base, codes), [f"frames as in the profile {base.profile.name}"]
        else:
            made = guess(bursts)
            tables, notes = _from_guess(made, self._serial, self._only_base), [made.note]
            if self._pupil.is_resent:
                notes.append("it sends a key again and again: it waits for a reply that is not known")
        tables["link"] = {"serial": self._serial} | tables.get("link", {})
        text = profile_text(tables, ["written by `onewindow devices learn` after each key was pressed twice", *notes])
        profile = parse_profile(text, file="the learned profile", name="learned")
        self._second_round(profile)
        learned = {meaning: code for code, meaning in tables["keys"].items()}
        return Learned(text, profile, learned, tuple(self._frames))

    # The first round: what does each key send?

    def _first_round(self) -> tuple[dict[str, bytes], dict[str, bytes]]:
        bursts: dict[str, bytes] = {}
        codes: dict[str, bytes] = {}
        pupil = self._pupil
        bus = Bus(self._line, [pupil], clock=self._clock)
        self._settle(bus, FRESH_S)
        for key in self._wanted:
            self._learn(bus, key, bursts, codes)
        if pupil.base is not None:  # what came before its frames were understood is asked for again
            for key in [key for key in bursts if key not in codes]:
                self._learn(bus, key, bursts, codes)
        alike = [key for key, code in codes.items() if list(codes.values()).count(code) > 1]
        if alike:
            raise LearningError("alike", keys=", ".join(alike))
        return bursts, codes

    def _learn(self, bus: Bus, key: str, bursts: dict[str, bytes], codes: dict[str, bytes]) -> None:
        pupil = self._pupil
        pupil.ask(self._clock(), self._seconds)
        self._wait(bus, lambda: pupil.is_telling)
        pupil.begin()
        self._operator.prompt(key, 1)
        if not self._listen(bus, lambda: pupil.has_heard):
            self._operator.missed(key)
            return
        if pupil.base is None or pupil.base.profile.poll is None:
            self._settle(bus, self._settle_s)
        if pupil.codes:
            codes[key] = pupil.codes[0]
        if pupil.bursts:
            bursts[key] = Counter(pupil.bursts).most_common(1)[0][0]

    # The second round: does the real pad with the new profile understand each?

    def _second_round(self, profile: Profile) -> None:
        pad = Pad(profile)
        bus = Bus(self._line, [pad], clock=self._clock)
        meanings = list(profile.keys.values())
        for key in meanings[1::2] + meanings[::2]:
            heard: list[str] = []
            pad.ask(self._clock(), self._seconds)
            self._wait(bus, lambda: pad.is_telling)
            self._operator.prompt(key, 2)
            self._listen(bus, heard.__len__, heard)
            if heard[:1] != [key]:
                raise LearningError("disagrees", key=key, heard=heard[0] if heard else "nothing")
            if profile.poll is None:
                self._settle(bus, self._settle_s)

    # Listening.

    def _listen(self, bus: Bus, done: Callable[[], object], presses: list[str] | None = None) -> bool:
        """Listen until ``done``, the time is over or the person skips; whether it was done. Gathers ``presses``."""
        until = self._clock() + self._seconds
        while not done():
            if self._operator.stops:
                raise LearningError("stopped")
            left = until - self._clock()
            if left <= 0 or self._operator.skips:
                return False
            self._turn(bus, min(TURN_S, left), presses)
        return True

    def _wait(self, bus: Bus, busy: Callable[[], bool]) -> None:
        """Until the pad knows that it is asked, or cannot be told."""
        until = self._clock() + LONGEST_TELLING_S
        self._turn(bus, 0.0)
        while busy() and self._clock() < until:
            self._turn(bus, TURN_S)

    def _settle(self, bus: Bus, quiet_s: float) -> None:
        """Listen until nothing has come for a while: the last key may be sent again and again."""
        began = heard_at = self._clock()
        while self._clock() - heard_at < quiet_s and self._clock() - began < LONGEST_SETTLE_S:
            if self._turn(bus, min(TURN_S, quiet_s)):
                heard_at = self._clock()

    def _turn(self, bus: Bus, seconds: float, presses: list[str] | None = None) -> bool:
        """Listen for a moment; whether a key came, for the first time or again. Gathers ``presses``."""
        came = False
        for _, event in bus.turn(seconds):
            frame = event if isinstance(event, bytes) else getattr(event, "frame", b"")
            if isinstance(event, bytes | KeyPress | UnknownKey):
                self._frames.append(frame)
                self._operator.heard(frame)
            if presses is not None and isinstance(event, KeyPress | UnknownKey):
                presses.append(event.key if isinstance(event, KeyPress) else frame.hex(" ").upper())
            came = came or isinstance(event, bytes | KeyPress | UnknownKey | Repeat)
        return came


def _from_base(base: Base, codes: dict[str, bytes]) -> dict[str, Any]:
    """The tables of a known profile with another map of keys."""
    tables: dict[str, Any] = copy.deepcopy(base.tables)
    profile = base.profile
    is_text = profile.shape.kind == "delimited"
    encoding = profile.shape.encoding
    tables |= {"title": f"Learned, like {profile.name}", "evidence": "learned"}
    if profile.address is not None:
        tables["link"] = tables.get("link", {}) | {"address": profile.address}
    tables["keys"] = {
        code.decode(encoding) if is_text else code.hex().upper(): meaning for meaning, code in codes.items()
    }
    return tables


def _from_guess(made: Guess, serial: str, base: Base | None) -> dict[str, Any]:
    """The tables of frames that were worked out; with what a base of the same kind says to its pad."""
    tables: dict[str, Any] = {
        "title": "Learned",
        "evidence": "learned",
        "link": {"serial": serial} | ({} if made.address is None else {"address": made.address}),
        "frame": made.frame,
        "recv": {"mode": "push", "key": made.key},
        "keys": made.keys,
    }
    if base is not None and made.frame["kind"] == "byte" and base.profile.shape.kind == "byte":
        tables["send"] = base.tables.get("send", {})
    if made.frame["kind"] == "byte":
        tables["recv"]["accept_only_after_ask"] = True  # any disturbance looks like a key
    return tables
