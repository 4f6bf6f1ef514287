"""How soon a slip begins on the wire once it is stored, and how many bytes it takes there."""

from __future__ import annotations

import os
import select
import statistics
import tempfile
import threading
import time
import tty
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from terminal.devices.window import WindowDevices
from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.office import Office
from terminal.settings import PrinterSettings, Settings
from tests.benchmarks.report import Report

SLIPS = 40
BEGINNING = b"\x1b@"  # a slip begins by setting the printer up


class ReadyPrinter:
    """The far end of a pseudo-terminal: says that all is well, and notes when a slip's first byte arrived."""

    def __init__(self) -> None:
        self._master, slave = os.openpty()
        tty.setraw(slave)
        self._slave = slave
        self.port = os.ttyname(slave)
        self.began: list[float] = []
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End it."""
        self._stopping.set()
        self._thread.join(5)
        os.close(self._master)
        os.close(self._slave)

    def _serve(self) -> None:
        while not self._stopping.is_set():
            if not select.select([self._master], [], [], 0.2)[0]:
                continue
            data, at = os.read(self._master, 65536), time.perf_counter()
            if BEGINNING in data:
                self.began.append(at)
            for _ in range(data.count(b"\x10\x04")):
                os.write(self._master, b"\x12")
            if b"\x1d\x72\x01" in data:
                os.write(self._master, b"\x00")


def run(report: Report) -> None:
    """A terminal with an idle, ready printer; tickets are taken and their slips printed."""
    app = QCoreApplication.instance() or QCoreApplication([])
    report.title(f"a slip on the wire, {SLIPS} of them over a pseudo-terminal, SQLite with synchronous FULL")
    printer = ReadyPrinter()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/centre.db"
        found_centre(url)
        with open_office(url) as office:
            stored: list[float] = []
            _note(office, stored)
            devices = WindowDevices(Settings(receipt_printer=PrinterSettings(port=printer.port)), lambda: office, 3)
            devices.start()
            _until(app, lambda: devices.lamps[-1].state == "up")
            whole: list[float] = []
            done: list[str] = []
            devices.printer.printed.connect(lambda _, state, __: done.append(state))
            for turn in range(SLIPS):
                ticket = office.queue.issue("LD-002")
                start = time.perf_counter()
                devices.printer.print_ticket(ticket.id)
                _until(app, lambda turn=turn: done.count("printed") == turn + 1)  # type: ignore[misc]
                whole.append(printer.began[-1] - start)
            devices.close()
    printer.close()
    waits = [begun - at for at, begun in zip(stored, printer.began, strict=True)]
    report.line(
        f"from the ticket's commit, with writing and storing the slip: median {statistics.median(whole) * 1000:.1f} ms"
    )
    median, worst = statistics.median(waits) * 1000, max(waits) * 1000
    report.promise(
        "from the job's commit to the first byte", f"median {median:.2f} ms, worst {worst:.2f}",
        median < 10, "within 10 ms",
    )  # fmt: skip


def _note(office: Office, stored: list[float]) -> None:
    """Have every commit of a new job note its moment."""
    add = office.printing.add

    def noted(*given: object, **named: object) -> object:
        job = add(*given, **named)  # type: ignore[arg-type]
        stored.append(time.perf_counter())
        return job

    office.printing.add = noted  # type: ignore[method-assign,assignment]


def _until(app: QCoreApplication, holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not holds() and time.monotonic() < deadline:
        app.processEvents()
        time.sleep(0.001)
    assert holds()
