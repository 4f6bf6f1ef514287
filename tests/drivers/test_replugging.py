"""Ten thousand times the cable is pulled and put back: nothing leaks, and the device works after each of them."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from drivers.bus import Bus
from drivers.call_box import CallBox, CallKey, load_profile
from drivers.call_box.simulator import encode
from drivers.line import Line, LineDown
from tests.drivers.ptys import Pty, descriptors

TIMES = 10_000
PROFILE = load_profile("ff68")
CALL = encode(1, 0x01, b"\x0c")


def resident_kib() -> int:
    """The memory this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") // 1024


def test_ten_thousand_unplugs_leak_no_descriptor_no_thread_and_no_memory(tmp_path: Path) -> None:
    before = (descriptors(), threading.active_count())
    heard, held = 0, 0
    moments = iter(range(10**9))  # the line's clock runs ahead, so that nobody waits for the growing delays
    # No list of ports: reading all of /dev each time would take longer than the rest.
    with (
        Pty(tmp_path / "box") as cable,
        Line(cable.port, clock=lambda: float(next(moments)), sleep=lambda _: None, ports=lambda: ()) as line,
    ):
        bus = Bus(line, [CallBox(PROFILE)])
        for time in range(TIMES):
            line.open()
            cable.put(encode(1, 0x01, bytes((time % 10, 0x0C))))  # not the same as the time before
            heard += sum(isinstance(event, CallKey) for _, event in bus.turn(5.0))
            cable.unplug()
            with pytest.raises(LineDown):
                bus.turn(5.0)
            cable.replug()
            if time == TIMES // 10:
                held = resident_kib()
        grown = resident_kib() - held
    assert heard == TIMES
    assert (descriptors(), threading.active_count()) == before
    assert grown < 2048, f"{grown} KiB more than after {TIMES // 10} times"
