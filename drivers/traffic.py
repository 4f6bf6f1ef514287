"""What passed on a line, kept for support: bounded in memory and on disk, without personal data.

    2026-11-21T09:30:05.123+08:00 in  FF 68 03 03 68 01 11 02 14 16

A log that cannot be written is only kept in memory: it never troubles the device it is about.
"""

from __future__ import annotations

import os
import re
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from drivers.line import Direction
from drivers.redaction import rule_for

ENTRIES = 2000  # in memory
FILE_BYTES = 500_000  # of one file; there are FILES of them
FILES = 3
MOST_FILES = 60  # of all ports together
SAME_S = 60.0  # what repeats is told so often within this time …
SAME_TIMES = 10  # … and counted from then on: a polled device says the same all day
KNOWN_TEXTS = 64  # that are counted apart
AGAIN_S = 60.0  # until a file that could not be written is tried again


class Entry(NamedTuple):
    """One portion of bytes, or one change of the line. ``at`` is seconds since 1970."""

    at: float
    direction: str
    text: str

    def __str__(self) -> str:
        moment = datetime.fromtimestamp(self.at).astimezone().isoformat(timespec="milliseconds")
        return f"{moment} {self.direction:5} {self.text}"


class _Repeats:
    """How often one text came lately."""

    __slots__ = ("count", "since")

    def __init__(self, since: float) -> None:
        self.since = since
        self.count = 0


class TrafficLog:
    """The log of one line; :meth:`tap` is for :attr:`drivers.line.Line.tap`, on the line's thread.

    ``file`` is its newest file, None to keep it in memory alone. :meth:`entries` may be called from any thread.
    """

    def __init__(
        self, kinds: Iterable[str], file: Path | None = None, *, clock: Callable[[], float] = time.time
    ) -> None:
        self._kinds = set(kinds)
        self._rule = rule_for(self._kinds)
        self._ring: deque[Entry] = deque(maxlen=ENTRIES)
        self._seen: dict[tuple[str, str], _Repeats] = {}
        self._clock = clock
        self._file = file
        self._descriptor: int | None = None
        self._size = 0
        self._try_at = 0.0

    def add_kind(self, kind: str) -> None:
        """One more kind of device hangs on the line. Before its bytes pass."""
        self._kinds.add(kind)
        self._rule = rule_for(self._kinds)

    def tap(self, direction: Direction, data: bytes) -> None:
        """Note what passed. Takes microseconds, and raises nothing."""
        now = self._clock()
        if direction is Direction.STATE:
            self._note(Entry(now, direction, data.decode("utf-8", "replace")))
            if data[:2] != b"up":
                self.close()
            return
        text = self._rule(direction is Direction.IN, data)
        repeats = self._repeats(direction, text, now)
        repeats.count += 1
        if repeats.count <= SAME_TIMES:
            self._note(Entry(now, direction, text))

    def entries(self) -> tuple[Entry, ...]:
        """What is remembered, oldest first."""
        while True:
            try:
                return tuple(self._ring)
            except RuntimeError:  # the line's thread added one meanwhile
                continue

    def close(self) -> None:
        """Give the file back; it is opened again when there is more to write. On the line's thread, or after it."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def _repeats(self, direction: Direction, text: str, now: float) -> _Repeats:
        """The count of this text, begun anew every minute; what was left out before is told then."""
        key = (str(direction), text)
        known = self._seen.get(key)
        if known is not None and 0 <= now - known.since < SAME_S:
            return known
        if known is not None:
            self._tell_left_out(key, known, now)
        elif len(self._seen) >= KNOWN_TEXTS:
            oldest = next(iter(self._seen))
            self._tell_left_out(oldest, self._seen.pop(oldest), now)
        fresh = self._seen[key] = _Repeats(now)
        return fresh

    def _tell_left_out(self, key: tuple[str, str], repeats: _Repeats, now: float) -> None:
        more = repeats.count - SAME_TIMES
        if more > 0:
            self._note(Entry(now, key[0], f"{more} times more: {key[1]}"))

    def _note(self, entry: Entry) -> None:
        self._ring.append(entry)
        if self._file is None or entry.at < self._try_at <= entry.at + AGAIN_S:
            return
        line = f"{entry}\n".encode()
        try:
            descriptor = self._opened(self._file, len(line))
            self._size += os.write(descriptor, line)
        except OSError:
            self.close()
            self._try_at = entry.at + AGAIN_S

    def _opened(self, file: Path, more: int) -> int:
        if self._descriptor is not None and self._size + more > FILE_BYTES:
            self.close()
            _shift(file)
        if self._descriptor is None:
            file.parent.mkdir(parents=True, exist_ok=True)
            # Its owner alone: the log says when somebody worked.
            self._descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            self._size = os.fstat(self._descriptor).st_size
            if not self._size:
                _tidy(file.parent)
        return self._descriptor


def _shift(file: Path) -> None:
    """Make room for a new file: the oldest goes, each other becomes one older."""
    names = kept_files(file)
    for older, newer in zip(reversed(names), list(reversed(names))[1:], strict=False):
        if newer.exists():
            newer.replace(older)


def _tidy(folder: Path) -> None:
    """Leave the newest MOST_FILES: ports come and go, and each name has its files."""
    with suppress(OSError):  # another program tidies too
        files = sorted(folder.glob("*.log*"), key=lambda file: file.stat().st_mtime)
        for old in files[:-MOST_FILES]:
            old.unlink()


def kept_files(file: Path) -> list[Path]:
    """The files of a log, newest first, whether they exist or not."""
    return [file, *(file.with_name(f"{file.name}.{number}") for number in range(1, FILES))]


def file_for(folder: Path, port: str) -> Path:
    """Where in ``folder`` the log of a port lies."""
    return folder / (re.sub(r"[^0-9A-Za-z@.-]+", "_", port).strip("_.") + ".log")


def kept_text(file: Path) -> str:
    """All that is kept on disk of a log, oldest first; "" when there is none. Raises OSError."""
    existing = [part for part in reversed(kept_files(file)) if part.exists()]
    return "".join(part.read_text("utf-8", "replace") for part in existing)
