"""A visit at the counter, played by keys, on a database that takes 200 ms for every statement.

Run as a process of its own. Prints the longest time the GUI thread's event loop stood still, in milliseconds, and the
number of steps. A timer of 5 ms runs all the while; how late it comes is how long the thread was held.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from sqlalchemy import Engine, event
from sqlalchemy.pool import PoolProxiedConnection

from terminal.demo.centre import DemoCentre
from terminal.demo.director import Director
from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.settings import sqlite_url

DELAY_S = 0.2
BEAT_MS = 5


class Pulse:
    """Measures how late the event loop comes round."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """From now on."""
        self._last = time.perf_counter()
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - BEAT_MS)
        self._last = now


def _slow_the_driver_too(engine: Engine) -> None:
    """Verbs on prepared statements go past SQLAlchemy's events: slow each of their transactions."""
    plain = engine.raw_connection

    def slowly() -> PoolProxiedConnection:
        time.sleep(DELAY_S)
        return plain()

    engine.raw_connection = slowly  # type: ignore[method-assign]


def main(folder: str) -> None:
    """Play it and print."""
    database = Path(folder) / "centre.db"
    found_centre(sqlite_url(database))
    with open_office(sqlite_url(database)) as office:
        for _ in range(5):
            office.queue.issue("LD-001")
    centre = DemoCentre(database)
    director = Director(lambda _: None)
    try:
        work = centre.counter.work
        centre.counter.show()
        director.wait("the counter", lambda: work.view is not None)
        engine = centre.terminal.door.open().store.engine
        event.listen(engine, "before_cursor_execute", lambda *_: time.sleep(DELAY_S))
        _slow_the_driver_too(engine)
        director.rest(1000)
        pulse = Pulse()
        pulse.start()
        director.press(centre.counter, Qt.Key.Key_F5)
        director.wait("the call", lambda: work.phase == "called")
        director.press(centre.counter, Qt.Key.Key_F6)
        director.wait("the recall", lambda: work.view.current and work.view.current.calls == 2)
        director.press(centre.counter, Qt.Key.Key_F9)
        director.wait("the start", lambda: work.phase == "serving")
        director.press(centre.counter, Qt.Key.Key_F9)
        director.wait("the question", lambda: centre.pad.state.asked)
        rated: list[str] = []
        centre.devices.ratings.rated.connect(lambda _, key: rated.append(key))
        centre.pad.press("satisfied")
        director.wait("the rating", lambda: rated)
        director.wait("the next one", lambda: work.phase == "idle")
        sys.stdout.write(f"{pulse.longest} 5\n")
    finally:
        centre.close()
