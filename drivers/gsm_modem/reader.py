"""What a modem says, taken apart: lines, and the prompt for a message. No input or output; any bytes in any portions.

A line longer than :data:`LONGEST` is a disturbance and is left out; so is, in a line, what is no text.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

LONGEST: Final = 512  # bytes; the longest line of a modem's own is a message that came, 350
_ENDS = re.compile(rb"[\r\n]+")
_PROMPT = re.compile(rb"(?:^|[^\x20-\x7e])> ?$")


class Said(Enum):
    """What is no line."""

    PROMPT = "prompt"


class Reader:
    """Bytes in, lines out. ``prompt`` says whether a prompt is awaited: elsewhere ``> `` is text."""

    def __init__(self) -> None:
        self._kept = b""
        self._too_long = False
        self.prompt = False

    @property
    def pending(self) -> bool:
        """Whether part of a line has come."""
        return bool(self._kept) or self._too_long

    def reset(self) -> None:
        """Half a line from before is no line."""
        self._kept, self._too_long = b"", False

    def receive(self, data: bytes) -> list[str | Said]:
        """The lines that are complete now, without those that are empty; and the prompt."""
        *whole, rest = _ENDS.split(data)
        said: list[str | Said] = []
        for piece in whole:
            self._keep(piece)
            if line := _line(self._kept):
                said.append(line)
            self.reset()
        self._keep(rest)
        if self.prompt and _PROMPT.search(self._kept):
            said.append(Said.PROMPT)
            self.reset()
        return said

    def _keep(self, data: bytes) -> None:
        self._too_long = self._too_long or len(self._kept) + len(data) > LONGEST
        self._kept = b"" if self._too_long else self._kept + data


def _line(data: bytes) -> str:
    """The text after the last byte that is none: modems speak ASCII, and what disturbs them stands before."""
    clean = data[max((at + 1 for at, byte in enumerate(data) if not 0x20 <= byte <= 0x7E), default=0) :]
    return clean.decode("ascii").strip()
