"""Garbage is collected in the GUI thread alone, whatever other threads allocate."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from terminal.screens.collecting import Collector


class Knot:
    """Garbage that only a collection frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    gc.enable()
    made = Collector(every_ms=10, settled_ms=10)
    yield made
    made.close()
    assert gc.isenabled()
    gc.disable()


def allocate() -> None:
    """Enough for many collections of every generation."""
    kept = [[number] for number in range(200_000)]
    assert len(kept) == 200_000


def test_what_a_worker_thread_allocates_is_collected_in_the_gui_thread(collector: Collector, qtbot: QtBot) -> None:
    qtbot.waitUntil(collector._timer.isActive)  # settled: what is made from here on is looked through
    freed_in: list[threading.Thread] = []
    weakref.finalize(Knot(), lambda: freed_in.append(threading.current_thread()))
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert freed_in == []
    kept = [[number] for number in range(2_000)]
    qtbot.waitUntil(lambda: bool(freed_in), timeout=20_000)
    assert freed_in == [threading.main_thread()]
    assert kept


def test_it_is_as_before_when_the_terminal_is_closed(qtbot: QtBot) -> None:
    gc.disable()
    Collector().close()
    assert not gc.isenabled()
