"""The device's end of a cable, and a pad's published frames; shares no code with driver or simulator."""

from __future__ import annotations

import os
import select
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.drivers.ptys import Pty

WAIT_SECONDS = 20.0  # for what has to come; a test that waits so long has failed


def frame(address: int, function: int, data: int) -> bytes:
    """``FF 68 L L 68 ADDR FUNC DATA CHK 16``, CHK the sum of ADDR to DATA modulo 256."""
    body = bytes((address, function, data))
    return bytes.fromhex("FF 68 03 03 68") + body + bytes((sum(body) % 256, 0x16))


def ask(address: int = 1) -> bytes:
    """What the host sends to ask: 01 0B."""
    return frame(address, 0x01, 0x0B)


def key(code: int, address: int = 1) -> bytes:
    """What the pad sends when a key is pressed: 11 key."""
    return frame(address, 0x11, code)


def reply(code: int, address: int = 1) -> bytes:
    """What the host answers: 01 key."""
    return frame(address, 0x01, code)


class Wire(Pty):
    """The pad's end of the cable; what the host sends is kept in ``heard``."""

    def __init__(self, link: Path | None = None) -> None:
        self.heard = b""
        super().__init__(link)

    def wait_for(self, wanted: bytes, times: int = 1) -> None:
        """Until the host has sent ``wanted`` so many times in all."""
        deadline = time.monotonic() + WAIT_SECONDS
        while self.heard.count(wanted) < times:
            left = deadline - time.monotonic()
            assert left > 0, f"heard {self.heard.hex(' ')}, waited for {wanted.hex(' ')} {times} times"
            assert self._ends is not None
            if select.select([self._ends[0]], [], [], left)[0]:
                self.heard += os.read(self._ends[0], 4096)

    def listen(self) -> bytes:
        """All that the host has sent by now."""
        self.heard += self.get()
        return self.heard


@contextmanager
def meanwhile(act: Callable[[], None]) -> Iterator[None]:
    """Somebody acts on another thread while the block runs; what fails there fails here."""
    failures: list[BaseException] = []

    def run() -> None:
        try:
            act()
        except BaseException as failure:  # noqa: BLE001 - raised again below
            failures.append(failure)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        thread.join(WAIT_SECONDS)
        assert not thread.is_alive()
        if failures:
            raise failures[0]
