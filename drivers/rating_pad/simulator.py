"""A rating pad made of software, written from the protocols' descriptions (:mod:`drivers.rating_pad.speech`)."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from drivers.ff68_simulated import decode, encode
from drivers.on_pty import OnPty
from drivers.rating_pad.speech import RECEIVED, ByteSpeech, Ff68Speech, Speech, TextSpeech, Told, on_duty

__all__ = ["KEYS", "PadFault", "PadOnPty", "PadSimulator", "PadState", "decode", "encode"]

# What is printed on the keys, as meanings, by code. Not read from our profiles: a mistake there must show.
KEYS: dict[str, dict[int, str]] = {
    "ff68": {3: "very_satisfied", 2: "satisfied", 0: "dissatisfied", 1: "very_dissatisfied"},
    "six-key": {
        0: "satisfied",
        1: "very_satisfied",
        2: "average",
        3: "too_long",
        4: "poor_attitude",
        5: "poor_knowledge",
    },
    "byte": {0x31: "satisfied", 0x32: "average", 0x33: "dissatisfied"},
    "s-e": {
        1: "very_satisfied",
        2: "satisfied",
        3: "basically_satisfied",
        4: "dissatisfied",
        5: "very_dissatisfied",
    },
}
RESEND_AFTER_S = 0.4
RESENDS = 5


class PadFault(StrEnum):
    """What can be made to go wrong with the next presses, or the next words of the host."""

    GARBAGE = "garbage"  # disturbance before the frame
    HALF = "half"  # the frame breaks off in the middle
    CHECKSUM = "checksum"  # the frame's checksum is wrong, where it has one
    ADDRESS = "address"  # the frame comes from another pad's address, where there are any
    SILENT = "silent"  # nothing is sent
    LOST_REPLY = "lost_reply"  # the host's reply (or poll) does not reach the pad
    BOUNCE = "bounce"  # the key closes twice


@dataclass(frozen=True, slots=True)
class PadState:
    """What a person sees of the pad, and what it has come to know."""

    asked: bool = False  # lit, waiting for a key
    asks: int = 0  # how often it was asked
    last_key: str | None = None
    presses: int = 0
    confirmed: int = 0  # presses the host has replied to, or fetched
    stars: int | None = None
    beeps: int = 0
    paused: bool = False
    staff: str = ""  # the number of who is on duty
    staff_name: str = ""


class PadSimulator:
    """A pad of one of the kinds in :data:`KEYS`, without input or output; ``keys`` gives it another map of them."""

    def __init__(
        self,
        kind: str = "ff68",
        address: int = 1,
        *,
        keys: Mapping[int, str] | None = None,
        resend_after_s: float = RESEND_AFTER_S,
    ) -> None:
        if kind not in KEYS:
            raise ValueError(f"there is no simulated pad {kind!r}: expected one of {', '.join(KEYS)}")
        self.kind = kind
        self.address = address
        self.keys = dict(KEYS[kind] if keys is None else keys)
        self._speech = _speech(kind, address)
        self._state = PadState()
        self._faults: dict[PadFault, int] = {}
        self._resend_after = resend_after_s
        self._waiting: int | None = None  # the key whose reply is awaited, or which is to be fetched
        self._fetched = False
        self._resends_left = 0
        self._due: float | None = None
        self._random = random.Random(68)

    @property
    def state(self) -> PadState:
        """What a person sees of the pad now."""
        return self._state

    @property
    def asked(self) -> bool:
        """Whether the pad is lit and waits for a key."""
        return self._state.asked

    @property
    def due(self) -> float | None:
        """When the key is sent again unless the host replies before."""
        return self._due

    def fault(self, fault: PadFault, times: int = 1) -> None:
        """Let ``fault`` happen the next ``times`` times it can."""
        self._faults[fault] = times

    def press(self, key: int | str, now: float) -> bytes:
        """A resident presses a key, given by code or meaning; the bytes the pad sends. Raises KeyError."""
        code = key if isinstance(key, int) else {meaning: code for code, meaning in self.keys.items()}[key]
        self._state = replace(self._state, last_key=self.keys[code], presses=self._state.presses + 1)
        if self._speech.is_polled:
            self._waiting, self._fetched = code, False
            return b""
        if self._speech.is_resent:
            self._waiting, self._resends_left = code, RESENDS
            self._due = now + self._resend_after
        else:
            self._state = replace(self._state, asked=False)
        return self._spoilt(code)

    def receive(self, data: bytes, now: float) -> bytes:  # noqa: ARG002 - what it answers it answers at once
        """The host sent bytes; what the pad answers."""
        return b"".join(self._obey(told) for told in self._speech.hear(data))

    def tick(self, now: float) -> bytes:
        """Send the key again when its reply is overdue, a limited number of times."""
        if self._due is None or self._waiting is None or now < self._due:
            return b""
        self._resends_left -= 1
        self._due = now + self._resend_after if self._resends_left > 0 else None
        return self._spoilt(self._waiting)

    def _obey(self, told: Told) -> bytes:
        if told.what in ("poll", "reply") and self._happens(PadFault.LOST_REPLY):
            return b""
        if told.what == "reply":
            self._confirm(told.data)
        else:
            self._show(told)
        return self._answer(told) if self._speech.is_polled else b""

    def _show(self, told: Told) -> None:
        state = self._state
        if told.what == "ask":
            self._state = replace(state, asked=True, asks=state.asks + 1, paused=False)
            if self._speech.is_polled:
                self._waiting = None
        elif told.what == "stars" and len(told.data) == 1:
            self._state = replace(state, stars=told.data[0])
        elif told.what == "beep":
            self._state = replace(state, beeps=state.beeps + 1)
        elif told.what in ("pause", "resume", "welcome"):
            self._state = replace(state, paused=told.what == "pause", asked=False)
        elif told.what == "staff":
            number, name, stars = on_duty(told.data)
            self._state = replace(state, staff=number, staff_name=name, stars=stars)

    def _confirm(self, data: bytes) -> None:
        if self._waiting is not None and data == bytes((self._waiting,)):
            self._waiting = self._due = None
            self._state = replace(self._state, asked=False, confirmed=self._state.confirmed + 1)

    def _answer(self, told: Told) -> bytes:
        """What a polled pad says: the key, when it is asked for it, and that it has understood."""
        key = b""
        if told.what == "poll" and self._waiting is not None:
            key = self._spoilt(self._waiting)
            if not self._fetched:
                self._fetched = True
                self._state = replace(self._state, asked=False, confirmed=self._state.confirmed + 1)
        elif self._happens(PadFault.SILENT):
            return b""
        return key + RECEIVED

    def _happens(self, fault: PadFault) -> bool:
        left = self._faults.get(fault, 0)
        if left:
            self._faults[fault] = left - 1
        return left > 0

    def _spoilt(self, code: int) -> bytes:
        """The bytes of a key as they leave the pad, with the faults asked for."""
        address = self.address % 255 + 1 if self._happens(PadFault.ADDRESS) else self.address
        data = self._speech.key(address, code)
        if self._happens(PadFault.SILENT):
            return b""
        if self._happens(PadFault.CHECKSUM) and self._speech.is_resent:
            data = data[:-2] + bytes((data[-2] ^ 0x5A,)) + data[-1:]
        if self._happens(PadFault.HALF):
            data = data[: len(data) // 2]
        if self._happens(PadFault.BOUNCE):
            data += data
        if self._happens(PadFault.GARBAGE):
            data = b"\xff\x68" + self._random.randbytes(9) + data
        return data


def _speech(kind: str, address: int) -> Speech:
    if kind == "byte":
        return ByteSpeech()
    return TextSpeech() if kind == "s-e" else Ff68Speech(address)


class PadOnPty(OnPty[PadSimulator]):
    """A simulated pad behind a pseudo-terminal; see :class:`drivers.on_pty.OnPty`."""

    def __init__(
        self,
        kind: str = "ff68",
        address: int = 1,
        *,
        keys: Mapping[int, str] | None = None,
        link: Path | None = None,
        on_change: Callable[[Any], None] | None = None,
        resend_after_s: float = RESEND_AFTER_S,
    ) -> None:
        simulator = PadSimulator(kind, address, keys=keys, resend_after_s=resend_after_s)
        super().__init__(simulator, link=link, on_change=on_change)

    @property
    def keys(self) -> dict[int, str]:
        """The keys by code."""
        return self.device.keys

    def press(self, key: int | str) -> None:
        """A resident presses a key, given by code or meaning. Raises KeyError."""
        self.send(lambda now: self.device.press(key, now))

    def fault(self, fault: PadFault, times: int = 1) -> None:
        """Let ``fault`` happen the next ``times`` times it can."""
        self.call(lambda: self.device.fault(fault, times))
