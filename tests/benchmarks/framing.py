"""How many bytes a second the framings read, beside one pass of ``bytes.translate`` over the same bytes.

The mixture is half disturbance, half frames: a counter's line at its worst. Portions are those of a line's read.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

from drivers.framing import ByteFraming, DelimitedFraming, FixedFraming, Framing, LengthFraming
from drivers.transports import CHUNK
from tests.benchmarks.report import Report

SIZE = 8_000_000
LEAST_MB_S = 20.0
ROUNDS = 3
LAYOUT = ["FF 68", "len", "len", "68", "body", "sum8", "16"]
TEXT = bytes(range(0x20, 0x7F)).replace(b"S", b"").replace(b"E", b"")


def run(report: Report) -> None:
    """Measure each kind of framing."""
    report.title(f"Framing: {SIZE / 1e6:g} MB in portions of {CHUNK} bytes, half of them frames and half disturbance")
    chance = random.Random(16)
    _measure(report, "length and checksum", lambda: LengthFraming(LAYOUT, longest=32), _bodies(chance, 1, 32))
    _measure(report, "start and end mark", lambda: DelimitedFraming(b"S", b"E"), _texts(chance, 1, 32))
    keys = [bytes((0xA5, key, 0x5A ^ key, 0x0D)) for key in range(6)]
    _measure(report, "the shortest frames, of 8 bytes", lambda: LengthFraming(LAYOUT), _bodies(chance, 1, 1), None)
    spelt = iter(lambda: chance.choice(keys), b"")
    _measure(report, "frames of 4 bytes that are spelt out", lambda: FixedFraming(keys), spelt, None)
    _measure(report, "single bytes", lambda: ByteFraming(b"123"), iter(lambda: b"1", b""), None)


def _measure(
    report: Report, what: str, make: Callable[[], Framing], bodies: Iterator[bytes], promised: float | None = LEAST_MB_S
) -> None:
    stream = _mixed(make(), bodies)
    portions = [stream[at : at + CHUNK] for at in range(0, len(stream), CHUNK)]
    best = min(_seconds(lambda: _read(make(), portions)) for _ in range(ROUNDS))
    bare = min(_seconds(lambda: _bare(portions)) for _ in range(ROUNDS))
    speed = len(stream) / best / 1e6
    figure = f"{speed:.0f} MB/s, {best / bare:.0f} × one pass over the bytes"
    if promised is None:
        report.line(f"{what}: {figure}")
    else:
        report.promise(what, figure, speed >= promised, f"at least {promised:g} MB/s")


def _mixed(framing: Framing, bodies: Iterator[bytes]) -> bytes:
    chance = random.Random(68)
    stream = bytearray()
    while len(stream) < SIZE:
        frame = framing.build(next(bodies))
        stream += frame + chance.randbytes(chance.randint(0, 2 * len(frame)))
    return bytes(stream)


def _bodies(chance: random.Random, shortest: int, longest: int) -> Iterator[bytes]:
    while True:
        yield chance.randbytes(chance.randint(shortest, longest))


def _texts(chance: random.Random, shortest: int, longest: int) -> Iterator[bytes]:
    while True:
        yield bytes(chance.choices(TEXT, k=chance.randint(shortest, longest)))


def _read(framing: Framing, portions: list[bytes]) -> None:
    for portion in portions:
        framing.receive(portion)


def _bare(portions: list[bytes]) -> None:
    for portion in portions:
        portion.translate(None, b"\xff")


def _seconds(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
