"""A barcode scanner made of software: reads what it is given, and sends it as it was set up to."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from drivers.on_pty import OnPty

# How a scanner may be set up to end a code.
SUFFIXES = {"cr": b"\r", "lf": b"\n", "crlf": b"\r\n", "none": b""}
AGAIN_S = 0.3  # a scanner whose trigger is held reads the same code again


class ScannerFault(StrEnum):
    """What can be made to go wrong with the next scans."""

    GARBAGE = "garbage"  # disturbance before the code
    HALF = "half"  # the code breaks off in the middle
    DOUBLED = "doubled"  # the trigger is held: the code comes a second time


@dataclass(frozen=True, slots=True)
class ScannerState:
    """What a person sees of the scanner: the code it read last, and how many it has read."""

    code: str = ""
    scans: int = 0


class ScannerSimulator:
    """A scanner without input or output. ``prefix`` is sent before every code, such as the AIM prefix ``]Q3``."""

    def __init__(self, suffix: str = "cr", *, prefix: str = "") -> None:
        if suffix not in SUFFIXES:
            raise ValueError(f"there is no suffix {suffix!r}: expected one of {', '.join(SUFFIXES)}")
        self._suffix, self._prefix = SUFFIXES[suffix], prefix
        self._state = ScannerState()
        self._faults: dict[ScannerFault, int] = {}
        self._again: bytes = b""
        self._due: float | None = None
        self._random = random.Random(13)

    @property
    def state(self) -> ScannerState:
        """What a person sees of the scanner now."""
        return self._state

    @property
    def due(self) -> float | None:
        """When a held trigger reads again."""
        return self._due

    def fault(self, fault: ScannerFault, times: int = 1) -> None:
        """Let ``fault`` happen the next ``times`` times it can."""
        self._faults[fault] = times

    def scan(self, code: str, now: float) -> bytes:
        """Somebody holds a code before it; what it sends."""
        self._state = replace(self._state, code=code, scans=self._state.scans + 1)
        data = (self._prefix + code).encode() + self._suffix
        if self._happens(ScannerFault.DOUBLED):
            self._again, self._due = data, now + AGAIN_S
        if self._happens(ScannerFault.HALF):
            data = data[: len(data) // 2]
        if self._happens(ScannerFault.GARBAGE):
            data = self._random.randbytes(7) + b"\xff" + data
        return data

    def receive(self, data: bytes, now: float) -> bytes:  # noqa: ARG002 - a scanner listens to nobody
        """The host sent bytes; a scanner listens to nobody."""
        return b""

    def tick(self, now: float) -> bytes:
        """Read once more while the trigger is held."""
        if self._due is None or now < self._due:
            return b""
        self._due = None
        return self._again

    def _happens(self, fault: ScannerFault) -> bool:
        left = self._faults.get(fault, 0)
        if left:
            self._faults[fault] = left - 1
        return left > 0


class ScannerOnPty(OnPty[ScannerSimulator]):
    """A simulated scanner behind a pseudo-terminal; see :class:`drivers.on_pty.OnPty`."""

    def __init__(
        self,
        suffix: str = "cr",
        *,
        prefix: str = "",
        link: Path | None = None,
        on_change: Callable[[Any], None] | None = None,
    ) -> None:
        super().__init__(ScannerSimulator(suffix, prefix=prefix), link=link, on_change=on_change)

    def scan(self, code: str) -> None:
        """Hold a code before it."""
        self.send(lambda now: self.device.scan(code, now))

    def fault(self, fault: ScannerFault, times: int = 1) -> None:
        """Let ``fault`` happen the next ``times`` times it can."""
        self.call(lambda: self.device.fault(fault, times))
