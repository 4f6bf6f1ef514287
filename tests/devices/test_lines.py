"""Devices that name the same port share its line and thread; settings that cannot be shared say so on their lamp."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.rating_pad.simulator import PadOnPty
from terminal.devices.window import WindowDevices
from terminal.settings import CounterSettings, PadSettings, PrinterSettings, Settings, WindowSettings
from tests.devices.hall import COUNTER, Hall

WAIT = 20_000
Start = Callable[[Settings], WindowDevices]


@pytest.fixture
def pad(tmp_path: Path) -> Iterator[PadOnPty]:
    with PadOnPty("six-key", COUNTER, link=tmp_path / "pad") as pad:
        yield pad


@pytest.fixture
def start(hall: Hall, qtbot: QtBot, soon: None) -> Iterator[Start]:
    made: list[WindowDevices] = []

    def start(settings: Settings) -> WindowDevices:
        devices = WindowDevices(settings.with_database(hall.settings().database_url), hall.door, COUNTER)
        made.append(devices)
        devices.start()
        return devices

    yield start
    closed = [devices.close() for devices in made]
    assert all(closed)


def other_window(pad: PadSettings) -> tuple[WindowSettings, ...]:
    return (WindowSettings(number=1, rating_pad=pad),)


def test_pads_of_two_windows_on_one_port_have_one_thread_and_each_hears_its_own_keys(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, start: Start
) -> None:
    mine, theirs = PadSettings(port=pad.port, address=COUNTER), PadSettings(port=pad.port, address=1)
    devices = start(Settings(counter=CounterSettings(number=COUNTER), rating_pad=mine, windows=other_window(theirs)))
    qtbot.waitUntil(lambda: [lamp.state for lamp in devices.lamps] == ["up", "up"], timeout=WAIT)
    assert sum(thread.name == f"port {pad.port}" for thread in threading.enumerate()) == 1
    pad.press("average")
    qtbot.waitUntil(lambda: len(hall.journal("unasked_press")) == 1, timeout=WAIT)
    assert [entry.counter for entry in hall.journal("unasked_press")] == [COUNTER]


def test_two_speeds_on_one_port_cannot_be_and_the_first_device_works(
    qtbot: QtBot, pad: PadOnPty, start: Start, tmp_path: Path
) -> None:
    source = (Path("drivers/rating_pad/profiles") / "six-key.toml").read_text("utf-8")
    (tmp_path / "fast.toml").write_text(source.replace("9600-8N1", "19200-8N1"), "utf-8")
    fast = PadSettings(port=pad.port, profile=str(tmp_path / "fast.toml"), address=1)
    devices = start(Settings(rating_pad=PadSettings(port=pad.port, address=COUNTER), windows=other_window(fast)))
    qtbot.waitUntil(lambda: devices.lamps[0].state == "up", timeout=WAIT)
    assert (devices.lamps[1].state, devices.lamps[1].words) == ("trouble", "wrong setting")
    assert "9600-8N1" in devices.lamps[1].reason
    assert "19200-8N1" in devices.lamps[1].reason


def test_a_printer_has_its_line_for_itself(qtbot: QtBot, pad: PadOnPty, start: Start) -> None:
    devices = start(
        Settings(rating_pad=PadSettings(port=pad.port, address=COUNTER), receipt_printer=PrinterSettings(port=pad.port))
    )
    qtbot.waitUntil(lambda: devices.lamps[0].state == "up", timeout=WAIT)
    assert devices.lamps[1].state == "trouble"
    assert "a printer needs its own" in devices.lamps[1].reason
