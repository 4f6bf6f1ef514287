"""The simulated printer behind a pseudo-terminal, as a program sees a real one behind a serial port. POSIX only."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PIL.Image import Image

from drivers.on_pty import OnPty
from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.simulator.interpreter import PrinterSimulator

Seen = TypeVar("Seen")
TICK_SECONDS = 0.05  # how soon held data is printed after paper returns
RUN_SECONDS = 0.005  # how often a printer with a speed of its own works on
SLOW_ANSWER_S = 0.4
ENDS_AFTER_DOTS = 200  # 25 mm
# Lasting troubles, answers that go wrong, and what happens at once.
FAULTS = (
    "silent",
    "paper_out",
    "paper_ends",
    "paper_near_end",
    "cover_open",
    "offline",
    "cutter_stuck",
    "cutter_jams",
    "no_chinese_rom",
    "slow",
    "lost",
    "partial",
    "garbage",
    "power_cycle",
)
MOST_LATE = 1000  # answers under way
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
    """The simulator as a simulated device on a wire, in time, with everything that came over it."""

    def __init__(self, simulator: PrinterSimulator) -> None:
        self.simulator = simulator
        self.received = bytearray()
        self.answer_after_s = 0.0
        self._count = 0
        self._now = 0.0
        self._worked_at = 0.0
        self._late: deque[tuple[float, bytes]] = deque()  # when to send which answer

    @property
    def state(self) -> PrinterState:
        printer = self.simulator
        return PrinterState(self._count, printer.printed, printer.cuts, printer.holding, printer.offline)

    @property
    def due(self) -> float | None:
        moments = [moment for moment, _ in self._late]
        if self.simulator.holding:
            moments.append(self._now + (TICK_SECONDS if self.simulator.offline else RUN_SECONDS))
        return min(moments, default=None)

    def receive(self, data: bytes, now: float) -> bytes:
        self._count += len(data)
        self.received += data
        del self.received[:-MOST_RECEIVED]
        if not self.simulator.holding:
            self._worked_at = now  # it was idle: that time is not made good
        said = self.simulator.receive(data)
        return self._in_time(said + self._run(now), now)

    def tick(self, now: float) -> bytes:
        return self._in_time(self.simulator.receive(b"") + self._run(now), now)

    def _run(self, now: float) -> bytes:
        """What the printer says while it works through its buffer at its own speed."""
        speed, self._now = self.simulator.bytes_a_second, now
        if speed is None or self.simulator.offline:
            self._worked_at = now
            return b""
        most = (now - self._worked_at) * speed
        done, said = self.simulator.run(most)
        # More than was due when a command is long: the next waits for it. Less: it waited for bytes.
        self._worked_at = self._worked_at + done / speed if done >= most else now
        return said

    def _in_time(self, said: bytes, now: float) -> bytes:
        if said and len(self._late) < MOST_LATE:
            self._late.append((now + self.answer_after_s, said))
        ready = bytearray()
        while self._late and self._late[0][0] <= now:
            ready += self._late.popleft()[1]
        return bytes(ready)


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
        lacks: Iterable[str] = (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.simulator = PrinterSimulator(fonts, dots=dots, rom=rom, lacks=lacks)
        super().__init__(_Wired(self.simulator), link=link, on_change=on_change, clock=clock)

    @property
    def answer_after_s(self) -> float:
        """How long its answers take."""
        return self.device.answer_after_s

    @answer_after_s.setter
    def answer_after_s(self, seconds: float) -> None:
        self.device.answer_after_s = seconds

    def fault(self, name: str, times: int = 1) -> None:
        """Begin one of :data:`FAULTS`, or end it with 0; the next ``times`` answers go wrong. ValueError for another.

        ``paper_ends`` lets the paper end some lines into the next slip; 0 puts in a new roll.
        """
        if name not in FAULTS:
            raise ValueError(f"a simulated printer has no fault {name!r}: expected one of {', '.join(FAULTS)}")
        self.call(lambda: self._begin(name, times))

    def _begin(self, name: str, times: int) -> None:
        printer, on = self.simulator, times > 0
        match name:
            case "lost" | "partial" | "garbage":
                printer.spoil(name, times)
            case "slow":
                self.device.answer_after_s = SLOW_ANSWER_S if on else 0.0
            case "paper_ends":
                printer.paper_left = ENDS_AFTER_DOTS if on else None
                printer.paper_out = printer.paper_out and on
            case "power_cycle":
                if on:
                    printer.power_cycle()
            case _:
                setattr(printer, name, on)

    def power_cycle(self) -> None:
        """Switch it off and on: what it held is forgotten. Its cable stays in."""
        self.call(self.simulator.power_cycle)

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
