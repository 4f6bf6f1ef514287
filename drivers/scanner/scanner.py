"""A barcode scanner as a station on a line: bytes in, codes out. Nothing is ever sent to it.

Scanners end a code with CR, LF, both, or nothing but silence, as they were set up; all four are understood. Some put an
AIM symbology identifier in front (ISO/IEC 15424: ``]``, a letter, a digit or letter, as ``]Q3`` for QR), which is taken
away. Two-dimensional scanners may speak while the trigger is held: the same code within a second is one scan.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from drivers.station import Message

GAP_S: Final = 0.1  # at 9600 baud a byte takes 1 ms: who pauses this long has finished
SAME_S: Final = 1.0
SHORTEST: Final = 4  # characters: A012, the shortest there is on paper; less is a disturbance
LONGEST: Final = 256  # bytes of a code; our slips have 8, a QR code with an address in it may have a hundred
_ENDS = re.compile(rb"[\r\n]+")
_AIM = re.compile(r"^\][A-Za-z][0-9A-Za-z]")


class Scan(NamedTuple):
    """A code that was held before the scanner."""

    code: str


class Scanner:
    """One scanner on a line of its own."""

    gap_s = GAP_S
    awaiting = False
    due: float | None = None

    def __init__(self) -> None:
        self._kept = bytearray()
        self._too_long = False  # what is coming is no code: wait for its end
        self._last: tuple[str, float] | None = None
        self.noise = 0  # bytes that made no code

    @property
    def pending(self) -> bool:
        """Whether part of a code has come."""
        return bool(self._kept) or self._too_long

    def opened(self, at: float) -> None:  # noqa: ARG002 - what came before the port was opened is no code
        """The port was opened: half a code from before is no code."""
        self.noise += len(self._kept)
        self._kept.clear()
        self._too_long = False

    def receive(self, data: bytes, at: float) -> list[Scan]:
        """Bytes came; the codes they complete."""
        *whole, rest = _ENDS.split(data)
        scans = []
        for piece in whole:
            self._keep(piece)
            scans += self._finish(at)
        self._keep(rest)
        return scans

    def idle(self, at: float) -> list[Scan]:
        """The line was quiet: what has come is a code, from a scanner that ends codes with nothing."""
        return self._finish(at)

    def tick(self, at: float) -> list[Scan]:  # noqa: ARG002 - nothing happens by time alone
        """Nothing happens by time alone."""
        return []

    def to_send(self) -> list[Message]:
        """Nothing is said to a scanner."""
        return []

    def _keep(self, data: bytes) -> None:
        self._kept += data
        if len(self._kept) > LONGEST:
            self._too_long = True
        if self._too_long:
            self.noise += len(self._kept)
            self._kept.clear()

    def _finish(self, at: float) -> list[Scan]:
        data, too_long = bytes(self._kept), self._too_long
        self._kept.clear()
        self._too_long = False
        code = "" if too_long else code_of(data)
        if not code:
            self.noise += len(data)
            return []
        before, self._last = self._last, (code, at)
        if before is not None and before[0] == code and at - before[1] < SAME_S:
            return []
        return [Scan(code)]


def code_of(data: bytes) -> str:
    """The code in what a scanner sent between two line ends; "" when there is none.

    Text is UTF-8, as QR codes have it; other bytes are a disturbance. Control characters, which some scanners put
    before and after (STX, ETX), and spaces around are taken away, and then the AIM prefix.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return ""
    text = _AIM.sub("", "".join(character for character in text if character.isprintable()).strip()).strip()
    return text if len(text) >= SHORTEST else ""
