"""What a call box has to say. Moments are monotonic seconds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class CallKey:
    """A key was pressed, with the digits typed before it ("" for none; those that name a confirmed key are used up)."""

    key: str  # its meaning by the profile, such as call
    digits: str
    frame: bytes  # exactly the bytes received
    at: float


@dataclass(frozen=True, slots=True)
class Repeat:
    """A press that was reported before: the key bounced, or the box missed our echo of it."""

    key: str
    frame: bytes
    at: float


@dataclass(frozen=True, slots=True)
class UnknownKey:
    """A sound frame whose key, or whose digits before the confirming key, the profile has no meaning for."""

    code: int
    digits: str
    frame: bytes
    at: float


class NoiseKind(StrEnum):
    """Why bytes meant nothing to us."""

    GARBAGE = "garbage"  # no frame, half a frame, or a wrong checksum
    ADDRESS = "address"  # a frame for or from somebody else on the same line
    OTHER = "other"  # a frame that is no key, such as a pad's at the same address


@dataclass(frozen=True, slots=True)
class Noise:
    """``count`` bytes that were ignored."""

    count: int
    kind: NoiseKind
    at: float


CallBoxEvent = CallKey | Repeat | UnknownKey | Noise
