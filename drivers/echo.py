"""Our own bytes coming back: many RS-485 adapters hear what they send. No input or output.

An echo follows soon and is exactly what was sent; a disturbance may stand before it. An adapter that brought none after
:data:`TRIALS` messages does not echo, and nothing is looked for any more until the port is opened again.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

TRIALS = 3
MISSES = 10  # of an adapter known to echo, one after the other: collisions spoil echoes too
LATE_S = 0.15  # how long after its last byte left an echo may still come: USB adapters hand over bytes in slices
MOST_EXPECTED = 16


class _Sent(NamedTuple):
    data: bytes
    until: float


class Echo:
    """Takes our own bytes out of what comes. Moments are monotonic seconds.

    Bytes that may be the beginning of an echo are held back until it is complete, or proves to be none, or is too late.
    Somebody else's bytes are lost only where they are, at that moment, the very message we have just sent.
    """

    def __init__(self) -> None:
        self.opened()

    def opened(self) -> None:
        """A port was opened; its adapter is not known yet."""
        self._expected: deque[_Sent] = deque()
        self._held = b""  # the end of what came: the beginning of an expected message, perhaps
        self._missed = 0
        self._echoes: bool | None = None

    @property
    def echoes(self) -> bool | None:
        """Whether the adapter echoes; None while that is not known."""
        return self._echoes

    @property
    def due(self) -> float | None:
        """When :meth:`release` has bytes to give back."""
        return self._expected[0].until if self._held else None

    def sent(self, data: bytes, gone_at: float) -> None:
        """``data`` was sent; its last byte leaves the wire at that moment."""
        if self._echoes is not False and data:
            if len(self._expected) == MOST_EXPECTED:
                self._expected.popleft()
            self._expected.append(_Sent(data, gone_at + LATE_S))

    def strip(self, data: bytes, at: float) -> bytes:
        """What of ``data`` is not our echo."""
        released = self.release(at)
        if not self._expected:
            return released + data
        stream = self._held + data
        foreign = b""
        while (found := self._find(stream)) is not None:
            begin, index = found
            foreign += stream[:begin]
            stream = stream[begin + len(self._expected[index].data) :]
            for _ in range(index + 1):  # those sent before it came back spoilt, if at all
                self._expected.popleft()
            self._echoes, self._missed = True, 0
        keep = max((_overlap(stream, sent.data) for sent in self._expected), default=0)
        self._held = stream[len(stream) - keep :]
        return released + foreign + stream[: len(stream) - keep]

    def release(self, at: float) -> bytes:
        """Bytes that looked like an echo's beginning whose rest did not come in time: they were somebody's."""
        while self._expected and at >= self._expected[0].until:
            self._expected.popleft()
            self._missed += 1
        if self._missed >= (MISSES if self._echoes else TRIALS):
            self._echoes = False
            self._expected.clear()
        keep = max((_overlap(self._held, sent.data) for sent in self._expected), default=0)
        over, self._held = self._held[: len(self._held) - keep], self._held[len(self._held) - keep :]
        return over

    def _find(self, stream: bytes) -> tuple[int, int] | None:
        """Where an expected message begins, and which: the one that is complete first, in whatever portions it came."""
        ends = [
            (begin + len(sent.data), index)
            for index, sent in enumerate(self._expected)
            if (begin := stream.find(sent.data)) >= 0
        ]
        if not ends:
            return None
        end, index = min(ends)
        return end - len(self._expected[index].data), index


def _overlap(data: bytes, message: bytes) -> int:
    """How many bytes at the end of ``data`` begin ``message`` without completing it."""
    longest = min(len(data), len(message) - 1)
    return next((size for size in range(longest, 0, -1) if data.endswith(message[:size])), 0)
