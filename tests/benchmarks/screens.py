"""The counter screen: from process start to first paint beside an empty window; and whether its thread ever blocks."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

from tests.benchmarks.report import Report

RUNS = 9
EMPTY = """
import sys, time, os
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        sys.stdout.write(str(time.time() - float(os.environ["BENCH_START"])))
        sys.stdout.flush()
        os._exit(0)
app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
# The product's own way in; only the moments are listened for.
COUNTER = """
import os, sys, time
import terminal.screens.opening as opening
since = float(os.environ["BENCH_START"])
paint, begin = opening.OpeningWindow.paintEvent, opening.OpeningWindow._begin
def painted(self, event):
    paint(self, event)
    if not hasattr(self, "first"):
        self.first = time.time() - since
def begun(self):
    begin(self)
    def seen():
        if self.screen_widget.work.view is not None:
            self.screen_widget.grab()
            sys.stdout.write(f"{self.first} {time.time() - since}")
            sys.stdout.flush()
            os._exit(0)
    from PySide6.QtCore import QTimer
    self.look = QTimer(interval=1)
    self.look.timeout.connect(seen)
    self.look.start()
opening.OpeningWindow.paintEvent, opening.OpeningWindow._begin = painted, begun
from terminal.cli import main
sys.exit(main(["counter", "--staff", "zhang"]))
"""
SLOW = """
import sys
from tests.benchmarks.slow_visit import main
main(sys.argv[1])
"""


def run(report: Report) -> None:
    """Measure and print."""
    report.title(f"counter screen: process start to first paint, median of {RUNS}, offscreen")
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/centre.db"
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "ONEWINDOW_DATABASE": database}
        subprocess.run([sys.executable, "-m", "terminal", "init", "--sample"], env=environment, check=True, timeout=60,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        empty, counter, queue = [], [], []
        for _ in range(RUNS + 1):  # taken in turn, so that both see the same weather; the first round warms the disk
            empty.append(_times(EMPTY, environment)[0])
            first, whole = _times(COUNTER, environment)
            counter.append(first)
            queue.append(whole)
    bare, ours = statistics.median(empty[1:]), statistics.median(counter[1:])
    ratio = ours / bare
    report.promise(
        "counter beside an empty QMainWindow", f"{ours * 1000:.0f} ms beside {bare * 1000:.0f} ms: {ratio:.2f}",
        ratio <= 1.6, "at most 1.6",
    )  # fmt: skip
    report.line(f"with the queue from the database in it: {statistics.median(queue[1:]) * 1000:.0f} ms")
    _blocks(report)


def _blocks(report: Report) -> None:
    report.title("a visit on a database made 200 ms slow: blocks of the GUI thread")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", SLOW, folder], env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True, text=True, timeout=240, check=False,
        )  # fmt: skip
    if done.returncode:
        report.promise("longest block", f"the visit failed: {done.stderr.strip()[-300:]}", False, "at most 50 ms")
        return
    longest, steps = done.stdout.split()
    report.promise(f"longest block in {steps} steps", f"{float(longest):.0f} ms", float(longest) <= 50, "at most 50 ms")


def _times(script: str, environment: dict[str, str]) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment | {"BENCH_START": str(time.time())},
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return [float(word) for word in done.stdout.split()]
