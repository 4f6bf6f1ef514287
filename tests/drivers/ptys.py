"""Helpers for tests over real pseudo-terminals."""

from __future__ import annotations

import os
import threading
import time
import tty
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self


class Pty:
    """The device's end of a serial cable, driven by the test: ``put`` and ``get`` bytes, ``unplug`` and ``replug``.

    Like drivers.on_pty it keeps the slave end open, so that the master stays readable while no program has the port.
    """

    def __init__(self, link: Path | None = None) -> None:
        self._link = link
        self._ends: tuple[int, int] | None = None
        self.replug()

    @property
    def port(self) -> str:
        assert self._ends is not None or self._link is not None
        return str(self._link) if self._link else os.ttyname(self._ends[1]) if self._ends else ""

    def put(self, data: bytes) -> None:
        assert self._ends is not None
        os.write(self._ends[0], data)

    def get(self) -> bytes:
        """What the program has sent so far."""
        assert self._ends is not None
        try:
            return os.read(self._ends[0], 65536)
        except BlockingIOError:
            return b""

    def unplug(self) -> None:
        if self._ends is not None:
            if self._link:
                self._link.unlink(missing_ok=True)
            for end in self._ends:
                os.close(end)
            self._ends = None

    def replug(self) -> None:
        if self._ends is None:
            master, slave = os.openpty()
            tty.setraw(slave)
            os.set_blocking(master, False)
            self._ends = (master, slave)
            if self._link:
                self._link.symlink_to(os.ttyname(slave))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.unplug()


def eventually(holds: Callable[[], object], within: float = 3.0) -> bool:
    """Whether ``holds`` becomes true in time."""
    deadline = time.monotonic() + within
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.002)
    return True


def after(seconds: float, act: Callable[[], object]) -> threading.Timer:
    """Do something on another thread a little later; join the answer to be sure that it was done."""
    timer = threading.Timer(seconds, act)
    timer.start()
    return timer


def descriptors() -> int:
    """How many file descriptors this process has open."""
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - Path.iterdir opens one more
