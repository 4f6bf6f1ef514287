"""A worker's line pulled out and put back; ten thousand times in the bench (``tests/benchmarks/buses.py``)."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.devices.replugging import replug

TIMES = 1_000


def test_a_thousand_replugs_under_a_worker_leak_nothing_and_each_time_the_key_is_heard(
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    assert replug(TIMES, tmp_path) == (0, 0)
