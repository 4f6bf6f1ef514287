"""The demo on a desk: everything has its place, a pulled cable comes back, closing the counter ends it."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from terminal.demo import desk
from terminal.demo.desk import ALL_PLACES, PLACES, scale_for

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1920, 1080, 1.0), (1920, 1040, 1.0), (1366, 768, 0.8), (1024, 600, 0.75)]
)
def test_on_a_small_desk_everything_is_drawn_smaller(width: int, height: int, scale: float) -> None:
    assert scale_for(QRect(0, 0, width, height)) == pytest.approx(scale, abs=0.02)


@pytest.mark.parametrize("places", [PLACES, ALL_PLACES])
def test_windows_of_the_desk_do_not_cover_each_other(places: dict[str, tuple[float, float, float, float]]) -> None:
    rooms = {
        name: QRect(round(left * 1000), round(top * 1000), round(width * 1000), round(height * 1000))
        for name, (left, top, width, height) in places.items()
    }
    for (one, room), (other, next_room) in combinations(rooms.items(), 2):
        assert not room.intersects(next_room), f"{one} and {other}"


FIT_IN = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from terminal.demo.centre import DemoCentre
from terminal.demo.desk import ALL_PLACES, ALL_ROOMY, TITLE, device_windows, prepare
app = QApplication(["onewindow"])
centre = DemoCentre(prepare(Path(".")), all_devices=True)
try:
    windows = device_windows(centre.simulated, centre.terminal.theme)
    assert {"call_box", "strip", "card_reader", "scanner", "modem"} == set(windows)
    for name, window in windows.items():
        least = window.minimumSize().expandedTo(window.minimumSizeHint())
        _, _, width, height = ALL_PLACES[name]
        room = width * ALL_ROOMY[0], height * ALL_ROOMY[1] - TITLE
        assert least.width() <= room[0] and least.height() <= room[1], (name, least, room)
        window.close()
finally:
    centre.close()
"""


def test_every_device_finds_room_in_its_place(tmp_path: Path) -> None:
    done = play(FIT_IN.replace('Path(".")', f"Path({str(tmp_path)!r})"), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def play(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A process of its own, as the demo always is: it gives the whole application its look and language."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        capture_output=True, text=True, timeout=100, check=False, cwd=ROOT,
        env=os.environ | {"XDG_DATA_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


CLOSE_THE_COUNTER = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from terminal.demo import desk
app = QApplication(["onewindow"])
def look():
    for window in app.topLevelWidgets():
        if type(window).__name__ == "CounterScreen" and window.work.view is not None:
            window.close()
timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
raise SystemExit(desk.show())
"""


def test_closing_the_counter_ends_the_demo_in_silence(tmp_path: Path) -> None:
    done = play(CLOSE_THE_COUNTER, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "onewindow" / desk.FILE).exists()


PULL_A_CABLE = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from terminal.demo import desk
from terminal.demo.centre import DemoCentre
from terminal.demo.director import Director
app = QApplication(["onewindow"])
centre = DemoCentre(desk.prepare(Path(".")))
director = Director(print)
pad = next(lamp for lamp in centre.devices.lamps if lamp.name == "rating_pad")
try:
    director.wait("the pad's answer", lambda: pad.state == "up")
    centre.pad.set_plugged(False)
    director.wait("the lamp's trouble", lambda: pad.state == "trouble")
    centre.pad.set_plugged(True)
    director.wait("the pad again", lambda: pad.state == "up")
finally:
    centre.close()
"""


def test_a_pad_whose_cable_was_pulled_is_found_again(tmp_path: Path) -> None:
    done = play(PULL_A_CABLE.replace('Path(".")', f"Path({str(tmp_path)!r})"), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
