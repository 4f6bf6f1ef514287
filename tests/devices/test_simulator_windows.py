"""``devices simulate KIND --window``: every kind in a window of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from drivers.line import Line
from terminal.demo import simulator
from terminal.devices.kinds import KINDS
from terminal.settings import Settings


@pytest.fixture(autouse=True)
def guest(qapp: QApplication) -> Iterator[None]:
    """A terminal takes over the application and unforeseen exceptions; the tests want both back.

    An application that was told to quit when its last window closed would end every event loop that comes after.
    """
    before, quits = sys.excepthook, qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    yield
    sys.excepthook = before
    qapp.setQuitOnLastWindowClosed(quits)


@pytest.mark.parametrize("name", KINDS)
def test_a_device_in_a_window_has_a_port_until_the_window_is_closed(tmp_path: Path, name: str) -> None:
    link = tmp_path / "device"
    shown: list[str] = []

    def announce(port: str) -> None:
        with Line(port) as line:
            line.open()
        shown.append(port)
        QTimer.singleShot(0, QApplication.quit)

    assert simulator.run(Settings(), name, None, None, announce, link) == 0
    assert shown == [str(link)]
    assert not link.is_symlink()


@pytest.mark.parametrize("name", ["rating_pad", "window_display", "receipt_printer", "scanner"])
def test_a_profile_nobody_can_play_opens_no_window(name: str) -> None:
    with pytest.raises(ValueError, match="none such"):
        simulator.run(Settings(), name, "none such", None, lambda _: pytest.fail("a window was opened"))
