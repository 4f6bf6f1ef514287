"""From the pad's last byte to the committed rating; and the bytes of a slip."""

from __future__ import annotations

import statistics
import tempfile
import threading
import time

from PySide6.QtCore import QCoreApplication, Qt

from drivers.rating_pad.simulator import PadOnPty
from drivers.receipt_printer.profile import load_profile
from terminal.devices.window import WindowDevices
from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.settings import PadSettings, Settings
from tests.benchmarks.report import Report

RATINGS = 60
KEYS = ("satisfied", "very_satisfied", "average", "too_long", "poor_attitude", "poor_knowledge")


def run(report: Report) -> None:
    """Measure and print."""
    _latency(report)
    _slip(report)


def _latency(report: Report) -> None:
    report.title(f"pad to committed rating, {RATINGS} presses over a pseudo-terminal, SQLite with synchronous FULL")
    app = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder, PadOnPty("six-key") as pad:
        url = f"sqlite:///{folder}/centre.db"
        found_centre(url)
        with open_office(url) as office:
            settings = Settings(rating_pad=PadSettings(port=pad.port))
            devices = WindowDevices(settings, lambda: office, 3)
            devices.start()
            asked, rated = threading.Event(), threading.Event()
            moments: list[float] = []
            # Direct: on the thread that stored it, at the moment it was.
            devices.ratings.asked.connect(lambda *_: asked.set(), Qt.ConnectionType.DirectConnection)
            devices.ratings.rated.connect(
                lambda *_: (moments.append(time.perf_counter()), rated.set()), Qt.ConnectionType.DirectConnection
            )
            times, raw = [], []
            for turn in range(RATINGS):
                key = KEYS[turn % len(KEYS)]  # the same key twice within half a second would be a bounce
                office.queue.issue("LD-001")
                ticket = office.queue.call_next(counter=3, staff="zhang")
                assert ticket is not None
                handling = office.queue.finish(office.queue.start(ticket.id).id)
                asked.clear()
                rated.clear()
                devices.ratings.ask(handling.id)
                _until(app, asked)
                _until_lit(pad)
                start = time.perf_counter()
                pad.press(key)
                assert rated.wait(10)
                times.append(moments[-1] - start)
                start = time.perf_counter()
                office.feedback.rate(handling.id, key)  # stored already: the verb's reading alone
                raw.append(time.perf_counter() - start)
                time.sleep(0.1)
            devices.close()
    median = statistics.median(times) * 1000
    report.line(f"the verb finding it stored already, for comparison: {statistics.median(raw) * 1000:.1f} ms")
    report.promise(
        "median (a pseudo-terminal has no wire time)", f"{median:.1f} ms, worst {max(times) * 1000:.1f}",
        median < 20, "under 20 ms beyond wire time",
    )  # fmt: skip


def _until(app: QCoreApplication, event: threading.Event) -> None:
    deadline = time.monotonic() + 10
    while not event.is_set() and time.monotonic() < deadline:
        app.processEvents()
        time.sleep(0.001)


def _until_lit(pad: PadOnPty) -> None:
    deadline = time.monotonic() + 10
    while not pad.state.asked and time.monotonic() < deadline:
        time.sleep(0.001)


def _slip(report: Report) -> None:
    from drivers.receipt_printer.commands import ASK_PAPER_IN_TURN
    from drivers.receipt_printer.escpos import Encoder
    from tests.forms.least import least_bytes

    report.title("slip, 80 mm")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/centre.db"
        found_centre(url)
        with open_office(url) as office:
            encoder = Encoder(load_profile("generic-80mm"))
            for name, what in (("with item", "LD-002"), ("field only", "A")):
                slip = office.slips.ticket(office.queue.issue(what).id)
                sent = len(encoder.encode(slip)) + len(ASK_PAPER_IN_TURN)  # the question whether it is printed, too
                least = least_bytes(slip)
                report.promise(
                    name, f"{sent} bytes beside {least} of text and QR: {sent / least:.3f}", sent / least <= 1.2,
                    "at most 1.2",
                )  # fmt: skip
