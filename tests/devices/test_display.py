"""The strip over a window, over a real pseudo-terminal and a real office: what it says, and that it recovers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.window_display.simulator import StripOnPty
from terminal.devices import words
from terminal.devices.window import WindowDevices
from terminal.errors import Fault
from terminal.settings import DisplaySettings, ScannerSettings, Settings, WindowSettings
from tests.devices.hall import COUNTER, Hall


@pytest.fixture
def strip(tmp_path: Path) -> Iterator[StripOnPty]:
    with StripOnPty("yongtai", 23, link=tmp_path / "strip") as strip:
        yield strip


@pytest.fixture
def opened(hall: Hall, soon: None, qtbot: QtBot) -> Iterator[Callable[..., WindowDevices]]:
    """Makes a machine's devices from its settings and closes them at the end."""
    made: list[WindowDevices] = []
    bugs: list[object] = []

    def make(**parts: object) -> WindowDevices:
        devices = WindowDevices(Settings(**parts), hall.door, COUNTER)  # type: ignore[arg-type]
        devices.bug.connect(bugs.append)
        devices.start()
        made.append(devices)
        return devices

    yield make
    hall.door.trouble = None
    assert all(devices.close() for devices in made)
    assert not bugs


def display(strip: StripOnPty) -> DisplaySettings:
    return DisplaySettings(port=strip.port, profile="yongtai", address=23)


def test_the_strip_says_what_the_window_does(
    hall: Hall, strip: StripOnPty, opened: Callable[..., WindowDevices], qtbot: QtBot
) -> None:
    office = hall.office
    office.counters.sign_out(COUNTER)
    opened(window_display=display(strip))

    def shows(text: str) -> None:
        qtbot.waitUntil(lambda: strip.state.text == text)

    shows("3号窗口")
    name = office.counters.sign_in(COUNTER, "zhang") and next(
        one.name for one in office.counters.staff() if one.code == "zhang"
    )
    shows(f"3号窗口 {name}")
    ticket = office.queue.issue("LD-001")
    office.queue.call(ticket.id, COUNTER)
    shows(f"请{ticket.number}到3号窗口")
    handling = office.queue.start(ticket.id)
    shows(f"3号窗口 {ticket.number}")
    office.queue.finish(handling.id)
    shows(f"3号窗口 {name}")
    office.counters.pause(COUNTER)
    shows("3号窗口 暂停服务")
    office.counters.resume(COUNTER)
    shows(f"3号窗口 {name}")


def test_a_strip_that_was_unplugged_shows_what_is_the_case_when_it_is_back(
    hall: Hall, strip: StripOnPty, opened: Callable[..., WindowDevices], qtbot: QtBot
) -> None:
    devices = opened(window_display=display(strip))
    (lamp,) = devices.lamps
    qtbot.waitUntil(lambda: strip.state.text.startswith("3号窗口"))
    assert lamp.words == words.said(words.READY)
    strip.unplug()
    qtbot.waitUntil(lambda: lamp.state == "trouble")
    hall.office.queue.call(hall.ticket(), COUNTER, "zhang")
    strip.replug()
    qtbot.waitUntil(lambda: strip.state.text.startswith("请"))
    qtbot.waitUntil(lambda: lamp.state == "up")


def test_a_database_that_is_away_leaves_the_strip_as_it_is_until_it_is_back(
    hall: Hall, strip: StripOnPty, opened: Callable[..., WindowDevices], qtbot: QtBot
) -> None:
    opened(window_display=display(strip))
    qtbot.waitUntil(lambda: strip.state.text.startswith("3号窗口"))
    before = strip.state.text
    hall.door.trouble = Fault("away")
    hall.office.queue.call(hall.ticket(), COUNTER, "zhang")
    qtbot.waitUntil(hall.door.failed.is_set)
    assert strip.state.text == before
    hall.door.trouble = None
    qtbot.waitUntil(lambda: strip.state.text.startswith("请"))


def test_the_strips_of_other_windows_on_this_machines_line_follow_their_own_windows(
    hall: Hall, strip: StripOnPty, opened: Callable[..., WindowDevices], qtbot: QtBot
) -> None:
    devices = opened(windows=(WindowSettings(number=4, window_display=display(strip)),))
    qtbot.waitUntil(lambda: strip.state.text.startswith("4号窗口"))
    assert [(lamp.name, lamp.counter) for lamp in devices.lamps] == [("window_display", 4)]


def test_a_strip_on_another_machines_line_is_left_to_that_machine(opened: Callable[..., WindowDevices]) -> None:
    devices = opened(window_display=DisplaySettings(port="shared"))
    (lamp,) = devices.lamps
    assert (lamp.state, lamp.words) == ("up", words.said(words.SHARED))


def test_a_profile_that_does_not_exist_is_told_on_the_lamp_and_the_other_devices_work(
    strip: StripOnPty, opened: Callable[..., WindowDevices], qtbot: QtBot
) -> None:
    devices = opened(
        window_display=DisplaySettings(port="/dev/none", profile="neon"), scanner=ScannerSettings(port=strip.port)
    )
    wrong, scanner = devices.lamps
    assert (wrong.state, wrong.words) == ("trouble", words.said(words.UNUSABLE))
    assert "expected pingan, ruize, yongtai, zhongyi" in wrong.reason
    qtbot.waitUntil(lambda: scanner.state == "up")
