"""Answers that are no frames: bytes as they come, picked out of the stream before it is framed."""

from __future__ import annotations

import re
from collections.abc import Collection


class AnswerFilter:
    """Takes known answers out of a stream. What may be the beginning of one is kept back until the line is quiet."""

    def __init__(self, answers: Collection[bytes]) -> None:
        ordered = sorted(answers, key=len, reverse=True)
        self._pattern = re.compile(b"|".join(map(re.escape, ordered)), re.DOTALL) if ordered else None
        self._beginnings = frozenset(answer[:size] for answer in ordered for size in range(1, len(answer)))
        self._longest = max(map(len, ordered), default=0)
        self._kept = b""

    @property
    def pending(self) -> int:
        """How many bytes are kept back."""
        return len(self._kept)

    def receive(self, data: bytes) -> tuple[bytes, list[bytes]]:
        """The stream without answers, and the answers."""
        if self._pattern is None:
            return data, []
        data = self._kept + data
        found = self._pattern.findall(data)
        rest = self._pattern.sub(b"", data) if found else data
        self._kept = rest[len(rest) - self._unsure(rest) :]
        return rest[: len(rest) - len(self._kept)], found

    def idle(self) -> bytes:
        """The line is quiet: what was kept back is no answer."""
        rest, self._kept = self._kept, b""
        return rest

    def _unsure(self, data: bytes) -> int:
        sizes = range(min(len(data), self._longest - 1), 0, -1)
        return next((size for size in sizes if data[-size:] in self._beginnings), 0)
