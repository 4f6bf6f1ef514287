"""What the printer's tests share: the shipped fonts and profiles, a simulator for each, and lines made of software."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drivers.line import LineDown
from drivers.receipt_printer.escpos import Encoder
from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.profile import Profile, load_profile
from drivers.receipt_printer.simulator import PrinterSimulator
from drivers.receipt_printer.slip import Part, Slip

FONT_FOLDER = Path(__file__).parents[3] / "resources" / "fonts"
FONTS = Fonts(FONT_FOLDER / "NotoSansSC-Regular.ttf", FONT_FOLDER / "NotoSansSC-Bold.ttf")
WIDE = load_profile("generic-80mm")
NARROW = load_profile("generic-58mm")


def encode(*parts: Part, profile: Profile = WIDE, fonts: Fonts | None = FONTS) -> bytes:
    return Encoder(profile, fonts).encode(Slip(parts))


def simulator(
    profile: Profile = WIDE, *, rom: str = "gbk", gs_scales_chinese: bool = True, lacks: tuple[str, ...] = ()
) -> PrinterSimulator:
    return PrinterSimulator(FONTS, dots=profile.paper.dots, rom=rom, gs_scales_chinese=gs_scales_chinese, lacks=lacks)


def printed(*parts: Part, profile: Profile = WIDE) -> PrinterSimulator:
    """A simulator that has printed these parts, without a fault."""
    printer = simulator(profile)
    printer.receive(encode(*parts, profile=profile))
    assert printer.faults == []
    assert printer.holding == 0
    return printer


class SoftLine:
    """A line whose other end is a function, under a clock that only its reads move."""

    def __init__(self, answer: Callable[[bytes], bytes]) -> None:
        self.now = 0.0
        self.written = bytearray()
        self._answer = answer
        self._waiting = b""

    def clock(self) -> float:
        return self.now

    def read(self, timeout: float) -> bytes:
        data, self._waiting = self._waiting, b""
        if not data:
            self.now += timeout
        return data

    def write(self, data: bytes, timeout: float = 1.0) -> None:
        self.written += data
        self._waiting += self._answer(data)


class DownAfter(SoftLine):
    """A line that goes down for good when so many bytes have gone over it."""

    def __init__(self, answer: Callable[[bytes], bytes], left: int) -> None:
        super().__init__(answer)
        self._left = left

    def write(self, data: bytes, timeout: float = 1.0) -> None:
        if len(data) > self._left:
            taken, self._left = self._left, 0
            raise LineDown("lost", "/dev/ttyUSB1", written=taken)
        self._left -= len(data)
        super().write(data, timeout)
