"""An LED strip made of software, written from the published frames.

It has decoders of its own and shares no code with the driver: a mistake in one is not repeated in the other. What it
knows: 平安力合 ``AA addr BB 51 54 CHK 01 00 99 00 63 text FF``, CHK the sum of all behind it; 永泰新欣
``AA 55 len addr F8 21 00 text 00``, len counting all behind it, with an ``F8 51`` frame before; 重庆中意
``A0 90 addr A5 lenHi lenLo data XOR``, XOR from addr through data, 00 behind every character; 瑞泽
``80+low6 C0+high2 44 text 1A``, each byte of a Chinese character in two halves.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from drivers.on_pty import OnPty

MOST_KEPT = 512  # bytes of a frame that has not ended
QUIET_S = 0.2  # half a frame is forgotten after such a silence
KINDS = ("pingan", "ruize", "yongtai", "zhongyi")


class StripFault(StrEnum):
    """What can be made to go wrong with the next frames."""

    GARBAGE = "garbage"  # disturbance before the frame, and some of it back up the line
    LOST = "lost"  # bytes from the middle of the frame do not arrive
    HALF = "half"  # the end of the frame does not arrive
    ADDRESS = "address"  # the frame is taken to be for another strip
    DARK = "dark"  # the strip was switched off and on before the frame, which it misses


@dataclass(frozen=True, slots=True)
class StripState:
    """What a person sees of the strip, and what it has come to know."""

    text: str = ""  # "" is dark
    frames: int = 0  # frames that were for this strip and sound
    others: int = 0  # sound frames for other addresses


class _Found(NamedTuple):
    """A sound frame at the beginning of what was received. ``text`` is None for one that shows nothing."""

    size: int
    address: int
    text: bytes | None


class StripSimulator:
    """A strip of one of :data:`KINDS`, without input or output."""

    due: float | None = None

    def __init__(self, kind: str = "yongtai", address: int = 1, *, columns: int = 16) -> None:
        if kind not in _DECODERS:
            raise ValueError(f"there is no simulated window display {kind!r}: expected one of {', '.join(KINDS)}")
        self.kind = kind
        self.address = address
        self.columns = columns
        self._decode = _DECODERS[kind]
        self._state = StripState()
        self._stream = bytearray()
        self._heard_at = 0.0
        self._faults: dict[StripFault, int] = {}
        self._random = random.Random(90)

    @property
    def state(self) -> StripState:
        """What a person sees of the strip now."""
        return self._state

    def fault(self, fault: StripFault, times: int = 1) -> None:
        """Let ``fault`` happen to the next ``times`` pieces that arrive."""
        self._faults[fault] = times

    def receive(self, data: bytes, now: float) -> bytes:
        """The host sent bytes. A strip answers nothing; a disturbed line does."""
        if now - self._heard_at > QUIET_S:
            self._stream.clear()
        self._heard_at = now
        noise = self._random.randbytes(9) if self._happens(StripFault.GARBAGE) else b""
        self._stream += noise + self._spoilt(data)
        self._read()
        return noise

    def tick(self, now: float) -> bytes:  # noqa: ARG002 - nothing happens by time alone
        """Nothing happens by time alone."""
        return b""

    def _spoilt(self, data: bytes) -> bytes:
        if self._happens(StripFault.DARK):
            self._state = replace(self._state, text="")
            return b""
        middle = len(data) // 2
        if self._happens(StripFault.LOST):
            data = data[:middle] + data[middle + 3 :]
        if self._happens(StripFault.HALF):
            data = data[:middle]
        return data

    def _read(self) -> None:
        while self._stream:
            found = self._decode(self._stream)
            if found is None:  # the rest is still to come
                if len(self._stream) <= MOST_KEPT:
                    return
                del self._stream[0]
            elif found.size == 0:
                del self._stream[0]
            else:
                del self._stream[: found.size]
                self._obey(found)

    def _obey(self, found: _Found) -> None:
        if found.text is None:
            return
        if found.address != self.address or self._happens(StripFault.ADDRESS):
            self._state = replace(self._state, others=self._state.others + 1)
            return
        text = found.text.decode("gbk", "replace")
        self._state = replace(self._state, text=text, frames=self._state.frames + 1)

    def _happens(self, fault: StripFault) -> bool:
        left = self._faults.get(fault, 0)
        if left:
            self._faults[fault] = left - 1
        return left > 0


NOTHING = _Found(0, 0, None)  # no frame begins here


def _pingan(stream: bytearray) -> _Found | None:
    if not _may_begin(stream, (0xAA, None, 0xBB, 0x51, 0x54, None, 0x01, 0x00, 0x99, 0x00, 0x63)):
        return NOTHING
    end = stream.find(0xFF, 11)
    if end < 0:
        return None
    if sum(stream[6 : end + 1]) % 256 != stream[5]:
        return NOTHING
    return _Found(end + 1, stream[1], bytes(stream[11:end]))


def _yongtai(stream: bytearray) -> _Found | None:
    if not _may_begin(stream, (0xAA, 0x55, None, None, 0xF8)):
        return NOTHING
    if len(stream) < 6:
        return None
    if stream[5] == 0x51:  # says how long the text will be, which the text's own frame says too
        return _Found(8, stream[3], None) if len(stream) >= 8 else None
    size = 3 + stream[2]
    if stream[5] != 0x21 or size < 8:
        return NOTHING
    if len(stream) < size:
        return None
    if stream[6] != 0 or stream[size - 1] != 0:
        return NOTHING
    return _Found(size, stream[3], bytes(stream[7 : size - 1]))


def _zhongyi(stream: bytearray) -> _Found | None:
    if not _may_begin(stream, (0xA0, 0x90, None, 0xA5)):
        return NOTHING
    if len(stream) < 6:
        return None
    count = stream[4] * 256 + stream[5]
    if count > MOST_KEPT:
        return NOTHING
    if len(stream) < 7 + count:
        return None
    check = 0
    for byte in stream[2 : 6 + count]:
        check ^= byte
    if check != stream[6 + count]:
        return NOTHING
    return _Found(7 + count, stream[2], bytes(stream[6 : 6 + count]).replace(b"\0", b""))


def _ruize(stream: bytearray) -> _Found | None:
    if not 0x80 <= stream[0] <= 0xBF or not _may_begin(stream, (None, None, 0x44)):
        return NOTHING
    if len(stream) > 1 and not 0xC0 <= stream[1] <= 0xC3:
        return NOTHING
    end = stream.find(0x1A, 3)
    if end < 0:
        return None
    address = (stream[0] - 0x80) + (stream[1] - 0xC0) * 0x40
    text = _joined(bytes(stream[3:end]))
    return NOTHING if text is None else _Found(end + 1, address, text)


def _joined(data: bytes) -> bytes | None:
    """Halves put together again; None when one is left over."""
    text, at = bytearray(), 0
    while at < len(data):
        if data[at] > 0x0F:
            text.append(data[at])
            at += 1
        elif at + 1 < len(data) and data[at + 1] <= 0x0F:
            text.append(data[at] * 16 + data[at + 1])
            at += 2
        else:
            return None
    return bytes(text)


def _may_begin(stream: bytearray, head: tuple[int | None, ...]) -> bool:
    """Whether what there is agrees with the head, as far as it goes."""
    return all(wanted is None or byte == wanted for byte, wanted in zip(stream, head, strict=False))


_DECODERS: dict[str, Callable[[bytearray], _Found | None]] = {
    "pingan": _pingan,
    "ruize": _ruize,
    "yongtai": _yongtai,
    "zhongyi": _zhongyi,
}


class StripOnPty(OnPty[StripSimulator]):
    """A simulated strip behind a pseudo-terminal; see :class:`drivers.on_pty.OnPty`."""

    def __init__(
        self,
        kind: str = "yongtai",
        address: int = 1,
        *,
        columns: int = 16,
        link: Path | None = None,
        on_change: Callable[[Any], None] | None = None,
    ) -> None:
        super().__init__(StripSimulator(kind, address, columns=columns), link=link, on_change=on_change)

    def fault(self, fault: StripFault, times: int = 1) -> None:
        """Let ``fault`` happen to the next ``times`` pieces that arrive."""
        self.call(lambda: self.device.fault(fault, times))
