"""The simulated printer behind a pseudo-terminal, as a program sees a real one behind a serial port. POSIX only."""

from __future__ import annotations

import os
import select
import threading
import tty
from collections.abc import Callable

from PIL.Image import Image

from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.simulator.interpreter import PrinterSimulator

TICK_SECONDS = 0.05  # how soon held data is printed after paper returns
CLOSE_SECONDS = 2.0
MOST_RECEIVED = 1_000_000  # bytes kept for looking at


class PrinterOnPty:
    """Serves one simulator on a thread of its own. ``port`` is the path to open.

    ``simulator``'s faults may be set from any thread. ``on_change`` is called on the serving thread after bytes were
    worked through; it must be quick and must not call close(). Usable as a context manager.
    """

    def __init__(
        self, fonts: Fonts, *, dots: int = 576, rom: str = "gbk", on_change: Callable[[], None] | None = None
    ) -> None:
        self.simulator = PrinterSimulator(fonts, dots=dots, rom=rom)
        self.on_change = on_change
        self._received = bytearray()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        # The slave end stays open here: without any opener a read of the master fails with EIO.
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.port = os.ttyname(self._slave)
        self._thread = threading.Thread(target=self._serve, name=f"printer on {self.port}", daemon=True)
        self._thread.start()

    @property
    def received(self) -> bytes:
        """Every byte that came down the line, exactly, status questions included; the last million of them."""
        with self._lock:
            return bytes(self._received)

    @property
    def lines(self) -> tuple[str, ...]:
        """The printed lines of text so far."""
        with self._lock:
            return tuple(self.simulator.lines)

    def picture(self) -> Image:
        """The paper so far."""
        with self._lock:
            return self.simulator.picture()

    def slips(self) -> list[Image]:
        """The slips cut so far."""
        with self._lock:
            return self.simulator.slips()

    def close(self) -> None:
        """Unplug it: both ends are closed and the thread is gone within two seconds. Safe to call twice."""
        if self._stop.is_set():
            return
        self._stop.set()
        self._thread.join(CLOSE_SECONDS)
        os.close(self._master)
        os.close(self._slave)

    def __enter__(self) -> PrinterOnPty:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _serve(self) -> None:
        while not self._stop.is_set():
            readable, _, _ = select.select([self._master], [], [], TICK_SECONDS)
            data = os.read(self._master, 4096) if readable else b""
            with self._lock:
                self._received += data
                del self._received[:-MOST_RECEIVED]
                held = self.simulator.holding
                replies = self.simulator.receive(data)
                changed = bool(data) or held != self.simulator.holding
            self._answer(replies)
            if changed and self.on_change is not None:
                self.on_change()

    def _answer(self, replies: bytes) -> None:
        """Write what the terminal's queue takes; a host that never reads loses the rest, as on a real line."""
        if replies and select.select([], [self._master], [], 0)[1]:
            os.write(self._master, replies)
