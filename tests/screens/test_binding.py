"""The Qt binding itself: a terminal runs all day, so a call must not cost Python a reference."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

CALLS = 500


def test_calls_that_return_nothing_leave_none_alone(qtbot: QtBot) -> None:
    # PySide6 6.12.0 on Python 3.11 drops a reference to None with each such call; after a few ten thousand the
    # interpreter aborts ("none_dealloc"). From Python 3.12 on None is immortal and cannot be dropped.
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < CALLS // 2


def test_calls_that_return_a_truth_leave_it_alone(qtbot: QtBot) -> None:
    thing = QObject()
    before = sys.getrefcount(False)
    for _ in range(CALLS):
        thing.signalsBlocked()
    assert abs(sys.getrefcount(False) - before) < CALLS // 2
