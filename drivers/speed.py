"""Whether a line is likely set to the wrong speed: bytes come, and none of them ever make a frame."""

from __future__ import annotations

from collections.abc import Iterable

from drivers.line import Line

BURSTS = 3  # a disturbance comes now and then; a device at another speed is garbled whenever it speaks
BYTES = 24
GARBAGE = "garbage"  # the ``kind`` of a station's noise that was no frame; other noise was a sound frame for others


class SpeedWatch:
    """Watches what the stations of one line make of it, and hints at the speed on the line itself.

    One sound frame, whoever it was for, proves the speed until the port is opened again. One thread, the line's.
    """

    def __init__(self, line: Line) -> None:
        self._line = line
        self._opening = 0
        self._proven = False
        self._bursts = 0
        self._bytes = 0

    @property
    def doubtful(self) -> bool:
        """Whether the speed is likely wrong."""
        return not self._proven and self._bursts >= BURSTS and self._bytes >= BYTES

    def hear(self, events: Iterable[object]) -> None:
        """Stations of the line heard something, in one go.

        What has ``kind`` "garbage" and a ``count`` of bytes is garbage; every other event comes of a frame.
        """
        if self._opening != self._line.openings:
            self._opening, self._proven, self._bursts, self._bytes = self._line.openings, False, 0, 0
        if self._proven:
            return
        before = self.doubtful
        garbage = 0
        for event in events:
            if getattr(event, "kind", None) == GARBAGE:
                garbage = max(garbage, int(getattr(event, "count", 0)))  # several stations hear the same bytes
            else:
                self._proven = True
        if garbage:
            self._bursts += 1
            self._bytes += garbage
        if before != self.doubtful:
            self._line.hint("speed", on=self.doubtful)
