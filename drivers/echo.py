"""Our own bytes coming back: many RS-485 adapters hear what they send. No input or output.

An echo follows at once and is exactly what was sent. An adapter that brought none after :data:`TRIALS` messages does
not echo, and nothing is looked for any more until the port is opened again.
"""

from __future__ import annotations

TRIALS = 3
LATE_S = 0.15  # how long after its last byte left an echo may still come: USB adapters hand over bytes in slices


class Echo:
    """Takes our own bytes out of what comes. Moments are monotonic seconds."""

    def __init__(self) -> None:
        self.opened()

    def opened(self) -> None:
        """A port was opened; its adapter is not known yet."""
        self._expected = b""
        self._matched = 0  # of the expected bytes, how many came and are held back
        self._until = 0.0
        self._trials = 0
        self._echoes: bool | None = None

    @property
    def echoes(self) -> bool | None:
        """Whether the adapter echoes; None while that is not known."""
        return self._echoes

    @property
    def due(self) -> float | None:
        """When :meth:`release` has bytes to give back."""
        return self._until if self._matched else None

    def sent(self, data: bytes, gone_at: float) -> None:
        """``data`` was sent; its last byte leaves the wire at that moment."""
        if self._echoes is False:
            return
        if self._echoes is None:
            self._trials += 1
            if self._trials > TRIALS:
                self._echoes = False
                return
        self._expected = self._expected[self._matched :] + data if self._expected else data
        self._matched = 0
        self._until = gone_at + LATE_S

    def strip(self, data: bytes, at: float) -> bytes:
        """What of ``data`` is not our echo."""
        if not self._expected:
            return data
        released = self.release(at)
        if not self._expected:
            return released + data
        rest = self._expected[self._matched :]
        common = data[: len(rest)]
        if rest.startswith(common):
            self._matched += len(common)
            if self._matched == len(self._expected):
                self._echoes = True
                self._forget()
            return released + data[len(common) :]
        held = self._expected[: self._matched]
        self._forget()
        return released + held + data

    def release(self, at: float) -> bytes:
        """Bytes that looked like an echo's beginning whose rest did not come in time: they were somebody's."""
        if not self._expected or at < self._until:
            return b""
        held = self._expected[: self._matched]
        self._forget()
        return held

    def _forget(self) -> None:
        self._expected, self._matched = b"", 0
