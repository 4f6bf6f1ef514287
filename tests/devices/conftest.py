"""A window's devices for each test, closed in the order the program closes them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.rating_pad.simulator import PadOnPty
from drivers.receipt_printer.simulator.on_pty import PrinterOnPty
from terminal.devices import clerk, receipt_printer
from terminal.devices.slip_fonts import slip_fonts
from terminal.devices.window import WindowDevices
from tests.devices.hall import Hall
from tests.sample import founded

__all__ = ["founded", "hall", "pad", "printer", "soon", "work"]


@pytest.fixture
def hall(founded: Path, tmp_path: Path) -> Iterator[Hall]:
    """A sample centre."""
    shutil.copy(founded, tmp_path / "centre.db")
    hall = Hall(tmp_path)
    yield hall
    hall.office.close()


@pytest.fixture
def pad(tmp_path: Path) -> Iterator[PadOnPty]:
    """A pad with six keys."""
    with PadOnPty("six-key", link=tmp_path / "pad") as pad:
        yield pad


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[PrinterOnPty]:
    """A printer."""
    with PrinterOnPty(slip_fonts(), link=tmp_path / "printer") as printer:
        yield printer


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for another try."""
    monkeypatch.setattr(clerk, "RETRY_SECONDS", 0.01)
    monkeypatch.setattr(receipt_printer, "LOOK_SECONDS", 0.02)


@pytest.fixture
def work(qtbot: QtBot, hall: Hall, soon: None) -> Iterator[Callable[..., WindowDevices]]:
    """Makes a window's devices and closes them at the end; a bug on one of their threads fails the test."""
    made: list[WindowDevices] = []
    bugs: list[object] = []

    def make(*given: object, **named: object) -> WindowDevices:
        devices = hall.devices(*given, **named)  # type: ignore[arg-type]
        devices.bug.connect(bugs.append)
        made.append(devices)
        return devices

    yield make
    hall.door.trouble = None
    assert all(devices.close() for devices in made)
    assert not bugs
