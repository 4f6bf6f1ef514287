"""A line with eight devices that are asked every second: what the processor has to do, and how soon it is back."""

from __future__ import annotations

import multiprocessing
import os
import select
import tempfile
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt

from drivers.call_box.simulator import encode
from drivers.line import Line
from drivers.on_pty_bus import BusOnPty
from drivers.ports import PortName, SerialSettings
from drivers.transports import open_transport
from terminal.devices.bus_worker import BusWorker, StationDevice
from terminal.devices.lamp import DeviceLamp
from tests.benchmarks.report import Report
from tests.devices.replugging import replug
from tests.drivers.ptys import Pty
from tests.drivers.wires import POLL, Polled, Poller

DEVICES = range(1, 9)
EVERY_S = 1.0  # pads that are polled are asked every one or two seconds
ANSWER_S = 0.1
MEASURED_S = 10.0
REPLUGS = 10_000
OUTAGES_S = (0.05, 0.2, 0.5, 0.9, 1.6, 2.6)


def run(report: Report) -> None:
    """Measure and print."""
    app = QCoreApplication.instance() or QCoreApplication([])
    _idle(report)
    _back(report)
    _replugs(report)
    del app


def _idle(report: Report) -> None:
    report.title(f"eight devices on one line, each asked every {EVERY_S:g} s, for {MEASURED_S:g} s, in another process")
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    devices = context.Process(target=_serve, args=(theirs,))
    devices.start()
    try:
        port = ours.recv()
        bare, _ = _used(lambda until: _bare(port, until))
        used, answers = _used(lambda until: _driven(port, until))
    finally:
        ours.send("end")
        devices.join(10)
    report.line(f"the same questions by bare reads and writes, for comparison: {bare:.2f} % of a processor")
    report.promise(
        "processor time", f"{used:.2f} % of one, {answers} answers", used < 1 and answers >= 8 * (MEASURED_S - 2),
        "under 1 %",
    )  # fmt: skip


def _serve(pipe: Connection) -> None:
    """The devices' side, in a process of its own."""
    with BusOnPty([Polled(address, 0.005) for address in DEVICES]) as wire:
        pipe.send(wire.port)
        pipe.recv()


def _used(act: Callable[[float], int]) -> tuple[float, int]:
    """Per cent of a processor that this process used meanwhile, and what came of it."""
    began, used = time.monotonic(), time.process_time()
    came = act(began + MEASURED_S)
    return 100 * (time.process_time() - used) / (time.monotonic() - began), came


def _driven(port: str, until: float) -> int:
    """The house's way: a worker, a bus, eight stations."""
    worker = BusWorker(Line(port))
    pollers = [Poller(address, EVERY_S, ANSWER_S) for address in DEVICES]
    devices = [StationDevice(worker, poller, DeviceLamp(f"device {poller.address}")) for poller in pollers]
    worker.start()
    time.sleep(until - time.monotonic())
    worker.close()
    del devices
    return sum(poller.answers for poller in pollers)


def _bare(port: str, until: float) -> int:
    """One thread that asks and waits, and does nothing else."""
    descriptor = os.open(port, os.O_RDWR | os.O_NOCTTY)
    answers = 0
    try:
        while time.monotonic() < until:
            began = time.monotonic()
            for address in DEVICES:
                os.write(descriptor, encode(address, POLL))
                if select.select([descriptor], [], [], ANSWER_S)[0]:
                    answers += bool(os.read(descriptor, 100))
            time.sleep(max(0.0, began + EVERY_S - time.monotonic()))
    finally:
        os.close(descriptor)
    return answers


def _back(report: Report) -> None:
    report.title(f"the port returns after {OUTAGES_S[0]:g} to {OUTAGES_S[-1]:g} s")
    with tempfile.TemporaryDirectory() as folder, Pty(Path(folder) / "bus") as cable:
        line = Line(cable.port)
        worker = BusWorker(line)
        up, down = threading.Event(), threading.Event()
        worker.line_changed.connect(
            lambda trouble: (up if trouble is None else down).set(), Qt.ConnectionType.DirectConnection
        )
        worker.start()
        waits = []
        for outage in OUTAGES_S:
            assert up.wait(10)
            time.sleep(2.1)  # a line that was steady starts over with its shortest delay
            up.clear()
            down.clear()
            cable.unplug()
            assert down.wait(10)
            time.sleep(outage)
            cable.replug()
            began = time.perf_counter()
            assert up.wait(10)
            waits.append(time.perf_counter() - began)
        worker.close()
        report.line(f"opening the port, for comparison: {1000 * _opening(cable.port):.1f} ms")
    report.promise(
        "open again after it returned", f"{1000 * max(waits):.0f} ms at the worst of {len(waits)}", max(waits) < 1,
        "within 1 s",
    )  # fmt: skip


def _replugs(report: Report) -> None:
    report.title(f"{REPLUGS:,} times unplugged and put back under a worker with two devices, a key heard each time")
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        left = replug(REPLUGS, Path(folder))
    report.line(f"each time, without the waiting: {1000 * (time.perf_counter() - began) / REPLUGS:.1f} ms")
    report.promise("descriptors and threads left over", f"{left[0]} and {left[1]}", left == (0, 0), "none")


def _opening(port: str) -> float:
    began = time.perf_counter()
    open_transport(PortName.parse(port), SerialSettings.parse("9600-8N1")).close(discard=True)
    return time.perf_counter() - began
