"""What a line finds out about itself reaches the lamp and the log: a likely wrong speed, and what passed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers import speed
from drivers.traffic import file_for, kept_text
from terminal.devices.window import WindowDevices
from terminal.settings import DisplaySettings, PadSettings, Settings, traffic_folder
from tests.devices.hall import COUNTER, Hall
from tests.drivers.ptys import Pty

WAIT = 20_000
PRESS = bytes.fromhex("FF 68 03 03 68 03 11 02 16 16")
Start = Callable[[Settings], WindowDevices]


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


def test_a_line_of_nothing_but_garbage_says_so_on_the_lamp_until_a_frame_comes(
    qtbot: QtBot, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speed, "BURSTS", 1)
    with Pty(tmp_path / "pad") as cable:
        devices = start(Settings(rating_pad=PadSettings(port=cable.port, profile="ff68", address=COUNTER)))
        (lamp,) = devices.lamps
        qtbot.waitUntil(lambda: lamp.state == "up", timeout=WAIT)
        cable.put(bytes(range(0x80, 0xC0)))
        qtbot.waitUntil(lambda: lamp.words == "wrong speed?", timeout=WAIT)
        assert lamp.state == "up"
        assert "speed is likely wrong" in lamp.reason
        cable.put(PRESS)
        qtbot.waitUntil(lambda: lamp.words == "ready", timeout=WAIT)


def test_what_passes_is_kept_for_support_and_no_name_with_it(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    file = file_for(traffic_folder(), str(tmp_path / "bus"))
    with Pty(tmp_path / "bus") as cable:
        devices = start(
            Settings(
                rating_pad=PadSettings(port=cable.port, profile="ff68", address=COUNTER),
                window_display=DisplaySettings(port=cable.port, address=COUNTER),
            )
        )
        qtbot.waitUntil(lambda: all(lamp.state == "up" for lamp in devices.lamps), timeout=WAIT)
        cable.put(PRESS)
        qtbot.waitUntil(lambda: PRESS.hex(" ").upper() in kept_text(file), timeout=WAIT)
        qtbot.waitUntil(lambda: " out " in kept_text(file), timeout=WAIT)
        assert devices.close()
    text = kept_text(file)
    assert f"state up {cable.port}" in text
    for line in text.splitlines():
        way, told = line.split(None, 2)[1:]
        assert way != "out" or told.startswith("FF 68") or "<" in told, line
