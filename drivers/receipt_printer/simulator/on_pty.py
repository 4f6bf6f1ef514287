"""The simulated printer behind a pseudo-terminal, as a program sees a real one behind a serial port. POSIX only."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PIL.Image import Image

from drivers.on_pty import OnPty
from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.simulator.interpreter import PrinterSimulator

Seen = TypeVar("Seen")
TICK_SECONDS = 0.05  # how soon held data is printed after paper returns
MOST_RECEIVED = 1_000_000  # bytes kept for looking at


@dataclass(frozen=True, slots=True)
class PrinterState:
    """What changed, for those who show it: bytes come in, dots of paper gone out, slips cut, bytes held."""

    received: int
    printed: int
    cuts: int
    holding: int
    offline: bool


class _Wired:
    """The simulator as a simulated device on a wire, with everything that came over it."""

    def __init__(self, simulator: PrinterSimulator) -> None:
        self.simulator = simulator
        self.received = bytearray()
        self._count = 0
        self._now = 0.0

    @property
    def state(self) -> PrinterState:
        printer = self.simulator
        return PrinterState(self._count, printer.printed, printer.cuts, printer.holding, printer.offline)

    @property
    def due(self) -> float | None:
        return self._now + TICK_SECONDS if self.simulator.holding else None

    def receive(self, data: bytes, now: float) -> bytes:
        self._now = now
        self._count += len(data)
        self.received += data
        del self.received[:-MOST_RECEIVED]
        return self.simulator.receive(data)

    def tick(self, now: float) -> bytes:
        self._now = now
        return self.simulator.receive(b"") if self.simulator.holding else b""


class PrinterOnPty(OnPty[_Wired]):
    """Serves one simulated printer on a thread of its own until closed; ``port`` is the path to open.

    ``simulator``'s faults may be set from any thread. ``on_change(PrinterState)`` is called on the serving thread; it
    may call the methods here, save close(). The methods may be called from any thread, until it is closed too.
    """

    def __init__(
        self,
        fonts: Fonts,
        *,
        dots: int = 576,
        rom: str = "gbk",
        link: Path | None = None,
        on_change: Callable[[PrinterState], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.simulator = PrinterSimulator(fonts, dots=dots, rom=rom)
        super().__init__(_Wired(self.simulator), link=link, on_change=on_change, clock=clock)

    @property
    def received(self) -> bytes:
        """Every byte that came down the line, exactly, status questions included; the last million of them."""
        return self._look(lambda: bytes(self.device.received))

    @property
    def lines(self) -> tuple[str, ...]:
        """The printed lines of text so far."""
        return self._look(lambda: tuple(self.simulator.lines))

    def picture(self) -> Image:
        """The paper so far."""
        return self._look(self.simulator.picture)

    def slips(self) -> list[Image]:
        """The slips cut so far, oldest first."""
        return self._look(self.simulator.slips)

    def _look(self, at: Callable[[], Seen]) -> Seen:
        """Look at the device on its own thread; or here, once that has ended."""
        return self.call(at) if self._thread.is_alive() else at()
