"""A person who presses what the lesson asks for, and pads with frames of other makes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self


class Person:
    """Presses on a thread of its own what is asked for; skips keys that the pad has not; may be told to be wrong."""

    def __init__(self, press: Callable[[str], None], keys: Sequence[str]) -> None:
        self._press = press
        self._keys = set(keys)
        self._asked: queue.SimpleQueue[tuple[str, int] | None] = queue.SimpleQueue()
        self._skip = threading.Event()
        self.instead: dict[tuple[str, int], str] = {}
        self.prompts: list[tuple[str, int]] = []
        self.frames: list[bytes] = []
        self.missing: list[str] = []
        self.stops = False
        self._thread = threading.Thread(target=self._run, name="person", daemon=True)
        self._thread.start()

    def prompt(self, key: str, round_number: int) -> None:
        self.prompts.append((key, round_number))
        self._asked.put((key, round_number))

    def heard(self, frame: bytes) -> None:
        self.frames.append(frame)

    def missed(self, key: str) -> None:
        self.missing.append(key)

    @property
    def skips(self) -> bool:
        skips = self._skip.is_set()
        self._skip.clear()
        return skips

    def _run(self) -> None:
        while (asked := self._asked.get()) is not None:
            key = self.instead.get(asked, asked[0])
            if key in self._keys:
                self._press(key)
            else:
                self._skip.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._asked.put(None)
        self._thread.join(5.0)
        assert not self._thread.is_alive()
