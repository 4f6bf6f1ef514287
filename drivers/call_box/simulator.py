"""A call box made of software, written from the protocol's description.

It shares no code with the driver: a mistake in one is not repeated in the other. :mod:`drivers.ff68_simulated` has the
frames.

A press sends function 01 and, as data, the digits typed before it and the key: 0C call, 0D recall, 0B ask, 0F confirm,
12 pause, 13 transfer. The box sends it again until it hears the very same frame. The host shows six digits with
``02 d×6`` (0A is dark), beeps with ``03``.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from drivers.ff68_simulated import decode, encode
from drivers.on_pty import OnPty

__all__ = ["KEYS", "BoxFault", "BoxState", "CallBoxOnPty", "CallBoxSimulator", "decode", "encode"]

KEYS = {"call": 0x0C, "recall": 0x0D, "ask": 0x0B, "confirm": 0x0F, "pause": 0x12, "transfer": 0x13}
DARK = " " * 6
RESEND_AFTER_S = 0.4
RESENDS = 5


class BoxFault(StrEnum):
    """What can be made to go wrong with the next presses."""

    GARBAGE = "garbage"  # disturbance before the frame
    HALF = "half"  # the frame breaks off in the middle
    CHECKSUM = "checksum"  # the frame's checksum is wrong
    ADDRESS = "address"  # the frame comes from another box's address
    SILENT = "silent"  # nothing is sent
    LOST_ECHO = "lost_echo"  # the host's echo does not reach the box
    BOUNCE = "bounce"  # the key closes twice


@dataclass(frozen=True, slots=True)
class BoxState:
    """What a person sees of the box, and what it has come to know."""

    display: str = DARK  # six signs, digits and blanks
    last_key: str | None = None
    presses: int = 0
    confirmed: int = 0  # presses the host has echoed
    beeps: int = 0


class CallBoxSimulator:
    """A caller box without input or output."""

    def __init__(self, address: int = 1, *, resend_after_s: float = RESEND_AFTER_S) -> None:
        self.address = address
        self._state = BoxState()
        self._stream = bytearray()
        self._faults: dict[BoxFault, int] = {}
        self._resend_after = resend_after_s
        self._waiting: bytes | None = None  # the data whose echo is awaited
        self._resends_left = 0
        self._due: float | None = None
        self._random = random.Random(86)

    @property
    def state(self) -> BoxState:
        """What a person sees of the box now."""
        return self._state

    @property
    def due(self) -> float | None:
        """When the key is sent again unless its echo came before."""
        return self._due

    def fault(self, fault: BoxFault, times: int = 1) -> None:
        """Let ``fault`` happen the next ``times`` times it can."""
        self._faults[fault] = times

    def press(self, key: str, now: float, digits: str = "") -> bytes:
        """Somebody types ``digits`` and presses a key; the bytes the box sends. Raises KeyError."""
        data = bytes(int(digit) for digit in digits) + bytes((KEYS[key],))
        self._state = replace(self._state, last_key=f"{digits} {key}".strip(), presses=self._state.presses + 1)
        self._waiting, self._resends_left = data, RESENDS
        self._due = now + self._resend_after
        return self._spoilt(data)

    def receive(self, data: bytes, now: float) -> bytes:  # noqa: ARG002 - a box answers nothing
        """The host sent bytes."""
        self._stream += data
        for address, func, rest in decode(self._stream):
            if address == self.address:
                self._obey(func, rest)
        return b""

    def tick(self, now: float) -> bytes:
        """Send the key again when its echo is overdue, a limited number of times."""
        if self._due is None or self._waiting is None or now < self._due:
            return b""
        self._resends_left -= 1
        self._due = now + self._resend_after if self._resends_left > 0 else None
        return self._spoilt(self._waiting)

    def _obey(self, func: int, data: bytes) -> None:
        if func == 0x01 and data == self._waiting:
            if not self._happens(BoxFault.LOST_ECHO):
                self._waiting = self._due = None
                self._state = replace(self._state, confirmed=self._state.confirmed + 1)
        elif func == 0x02 and len(data) == 6:
            text = "".join(str(digit) if digit <= 9 else " " for digit in data)
            self._state = replace(self._state, display=text)
        elif func == 0x03:
            self._state = replace(self._state, beeps=self._state.beeps + 1)

    def _happens(self, fault: BoxFault) -> bool:
        left = self._faults.get(fault, 0)
        if left:
            self._faults[fault] = left - 1
        return left > 0

    def _spoilt(self, typed: bytes) -> bytes:
        """The bytes of a press as they leave the box, with the faults asked for."""
        address = self.address % 255 + 1 if self._happens(BoxFault.ADDRESS) else self.address
        data = encode(address, 0x01, typed)
        if self._happens(BoxFault.SILENT):
            return b""
        if self._happens(BoxFault.CHECKSUM):
            data = data[:-2] + bytes((data[-2] ^ 0x5A,)) + data[-1:]
        if self._happens(BoxFault.HALF):
            data = data[: len(data) // 2]
        if self._happens(BoxFault.BOUNCE):
            data += data
        if self._happens(BoxFault.GARBAGE):
            data = b"\xff\x68" + self._random.randbytes(9) + data
        return data


class CallBoxOnPty(OnPty[CallBoxSimulator]):
    """A simulated box behind a pseudo-terminal; see :class:`drivers.on_pty.OnPty`."""

    def __init__(
        self,
        address: int = 1,
        *,
        link: Path | None = None,
        on_change: Callable[[Any], None] | None = None,
        resend_after_s: float = RESEND_AFTER_S,
    ) -> None:
        super().__init__(CallBoxSimulator(address, resend_after_s=resend_after_s), link=link, on_change=on_change)

    def press(self, key: str, digits: str = "") -> None:
        """Somebody types ``digits`` and presses a key of :data:`KEYS`. Raises KeyError."""
        self.send(lambda now: self.device.press(key, now, digits))

    def fault(self, fault: BoxFault, times: int = 1) -> None:
        """Let ``fault`` happen the next ``times`` times it can."""
        self.call(lambda: self.device.fault(fault, times))
