"""A rating pad made of software, written from the protocol's description.

It has an encoder and a decoder of its own and shares no code with the driver: a mistake in one is not repeated in the
other.

FF 68: ``FF 68 L L 68 ADDR FUNC DATA CHK 16``; L counts ADDR to DATA, CHK is their sum modulo 256. The host asks with
``01 0B``, shows stars with ``02 n``, beeps with ``03``. The pad pushes a key with ``11 key`` and sends it again until
the host replies ``01 key``.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from drivers.on_pty import OnPty

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
}
ASK_BYTE = 0x50  # of the byte pad
RESEND_AFTER_S = 0.4
RESENDS = 5


class PadFault(StrEnum):
    """What can be made to go wrong with the next presses."""

    GARBAGE = "garbage"  # disturbance before the frame
    HALF = "half"  # the frame breaks off in the middle
    CHECKSUM = "checksum"  # the frame's checksum is wrong
    ADDRESS = "address"  # the frame comes from another pad's address
    SILENT = "silent"  # nothing is sent
    LOST_REPLY = "lost_reply"  # the host's reply does not reach the pad
    BOUNCE = "bounce"  # the key closes twice


@dataclass(frozen=True, slots=True)
class PadState:
    """What a person sees of the pad, and what it has come to know."""

    asked: bool = False  # lit, waiting for a key
    asks: int = 0  # how often it was asked
    last_key: str | None = None
    presses: int = 0
    confirmed: int = 0  # presses the host has replied to
    stars: int | None = None
    beeps: int = 0


def encode(address: int, func: int, data: bytes = b"") -> bytes:
    """An FF 68 frame."""
    body = bytes((address, func)) + data
    return b"\xff\x68" + bytes((len(body), len(body))) + b"\x68" + body + bytes((sum(body) % 256, 0x16))


def decode(stream: bytearray) -> list[tuple[int, int, bytes]]:
    """Take the whole FF 68 frames off the front of ``stream``: address, func and data of each."""
    found = []
    while len(stream) >= 5:
        size = stream[2]
        if stream[:2] != b"\xff\x68" or stream[3] != size or stream[4] != 0x68 or size < 2:
            del stream[0]
            continue
        if len(stream) < size + 7:
            break
        body, check, last = bytes(stream[5 : 5 + size]), stream[5 + size], stream[6 + size]
        if check != sum(body) % 256 or last != 0x16:
            del stream[0]
            continue
        found.append((body[0], body[1], body[2:]))
        del stream[: size + 7]
    return found


class PadSimulator:
    """A pad of one of the kinds in :data:`KEYS`, without input or output."""

    def __init__(self, kind: str = "ff68", address: int = 1, *, resend_after_s: float = RESEND_AFTER_S) -> None:
        if kind not in KEYS:
            raise ValueError(f"there is no simulated pad {kind!r}: expected one of {', '.join(KEYS)}")
        self.kind = kind
        self.address = address
        self.keys = KEYS[kind]
        self._state = PadState()
        self._stream = bytearray()
        self._faults: dict[PadFault, int] = {}
        self._resend_after = resend_after_s
        self._waiting: int | None = None  # the key whose reply is awaited
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
        if self.kind == "byte":
            self._state = replace(self._state, asked=False)
        else:
            self._waiting, self._resends_left = code, RESENDS
            self._due = now + self._resend_after
        return self._spoilt(code)

    def receive(self, data: bytes, now: float) -> bytes:  # noqa: ARG002 - a pad answers nothing at once
        """The host sent bytes."""
        if self.kind == "byte":
            if ASK_BYTE in data:
                self._be_asked()
            return b""
        self._stream += data
        for address, func, rest in decode(self._stream):
            if address == self.address:
                self._obey(func, rest)
        return b""

    def tick(self, now: float) -> bytes:
        """Send the key again when its reply is overdue, a limited number of times."""
        if self._due is None or self._waiting is None or now < self._due:
            return b""
        self._resends_left -= 1
        self._due = now + self._resend_after if self._resends_left > 0 else None
        return self._spoilt(self._waiting)

    def _obey(self, func: int, data: bytes) -> None:
        if func == 0x01 and data == b"\x0b":
            self._be_asked()
        elif func == 0x01 and self._waiting is not None and data == bytes((self._waiting,)):
            if not self._happens(PadFault.LOST_REPLY):
                self._waiting = self._due = None
                self._state = replace(self._state, asked=False, confirmed=self._state.confirmed + 1)
        elif func == 0x02 and len(data) == 1:
            self._state = replace(self._state, stars=data[0])
        elif func == 0x03:
            self._state = replace(self._state, beeps=self._state.beeps + 1)

    def _be_asked(self) -> None:
        self._state = replace(self._state, asked=True, asks=self._state.asks + 1)

    def _happens(self, fault: PadFault) -> bool:
        left = self._faults.get(fault, 0)
        if left:
            self._faults[fault] = left - 1
        return left > 0

    def _spoilt(self, code: int) -> bytes:
        """The bytes of a key as they leave the pad, with the faults asked for."""
        address = self.address % 255 + 1 if self._happens(PadFault.ADDRESS) else self.address
        data = bytes((code,)) if self.kind == "byte" else encode(address, 0x11, bytes((code,)))
        if self._happens(PadFault.SILENT):
            return b""
        if self._happens(PadFault.CHECKSUM) and len(data) > 1:
            data = data[:-2] + bytes((data[-2] ^ 0x5A,)) + data[-1:]
        if self._happens(PadFault.HALF):
            data = data[: len(data) // 2]
        if self._happens(PadFault.BOUNCE):
            data += data
        if self._happens(PadFault.GARBAGE):
            data = b"\xff\x68" + self._random.randbytes(9) + data
        return data


class PadOnPty(OnPty[PadSimulator]):
    """A simulated pad behind a pseudo-terminal; see :class:`drivers.on_pty.OnPty`."""

    def __init__(
        self,
        kind: str = "ff68",
        address: int = 1,
        *,
        link: Path | None = None,
        on_change: Callable[[Any], None] | None = None,
        resend_after_s: float = RESEND_AFTER_S,
    ) -> None:
        super().__init__(PadSimulator(kind, address, resend_after_s=resend_after_s), link=link, on_change=on_change)

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
