"""A machine's line with its thread, pulled out and put back again and again under two devices."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from PySide6.QtCore import Qt

from drivers.call_box.profile import load_profile as load_box
from drivers.call_box.simulator import encode
from drivers.line import Line
from drivers.rating_pad.profile import load_profile as load_pad
from terminal.devices.bus_worker import BusWorker
from terminal.devices.call_box import CallBoxDevice
from terminal.devices.lamp import DeviceLamp
from terminal.devices.rating_pad import PadDevice
from tests.drivers.ptys import Pty, descriptors

FASTER = 1000.0  # the line's clock: nobody waits for its delays
PATIENCE = 20.0


def replug(times: int, folder: Path) -> tuple[int, int]:
    """Pull and put back the cable so often; each time a key is heard. Descriptors and threads that were left over.

    Needs a Qt application.
    """
    before = (descriptors(), threading.active_count())
    bugs: list[object] = []
    pressed = threading.Semaphore(0)
    up, down = threading.Semaphore(0), threading.Semaphore(0)
    with Pty(folder / "bus") as cable:
        line = Line(
            cable.port,
            clock=lambda: time.monotonic() * FASTER,
            sleep=lambda seconds: time.sleep(seconds / FASTER),
            ports=lambda: (),
        )
        worker = BusWorker(line)
        box = CallBoxDevice(worker, load_box("ff68"), 13, DeviceLamp("call_box"))
        pad = PadDevice(worker, load_pad("six-key"), 3, DeviceLamp("rating_pad"))
        # Direct: counted on the worker's thread.
        direct = Qt.ConnectionType.DirectConnection
        box.pressed.connect(lambda *_: pressed.release(), direct)
        worker.line_changed.connect(lambda trouble: (up if trouble is None else down).release(), direct)
        worker.bug.connect(bugs.append)
        worker.start()
        for turn in range(times):
            assert up.acquire(timeout=PATIENCE)
            cable.put(encode(13, 0x01, bytes((turn % 10, 0x0C))))  # not the same as the time before
            assert pressed.acquire(timeout=PATIENCE)
            cable.unplug()
            assert down.acquire(timeout=PATIENCE)
            while down.acquire(blocking=False):  # told again when the reason changed: lost, then missing
                continue
            cable.replug()
        assert up.acquire(timeout=PATIENCE)
        assert worker.close()
        del box, pad
    assert not bugs
    return descriptors() - before[0], threading.active_count() - before[1]
