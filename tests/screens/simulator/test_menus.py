"""The menu of the right button of every simulated device."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from terminal.devices.simulated import (
    SimulatedCallBox,
    SimulatedCardReader,
    SimulatedPad,
    SimulatedPrinter,
    SimulatedScanner,
    SimulatedStrip,
)
from terminal.devices.simulated.base import SimulatedDevice
from terminal.devices.slip_fonts import slip_fonts
from terminal.screens.i18n import Languages
from terminal.screens.simulator import (
    CallBoxWindow,
    CardReaderWindow,
    DisplayWindow,
    PadWindow,
    PrinterWindow,
    ScannerWindow,
)
from terminal.screens.simulator.device_window import DeviceWindow
from terminal.screens.theme import LIGHT
from tests.screens.manager.canned import SIX

Made = tuple[SimulatedDevice, DeviceWindow]


def _call_box() -> Made:
    return (device := SimulatedCallBox()), CallBoxWindow(device, LIGHT)


def _card_reader() -> Made:
    return (device := SimulatedCardReader()), CardReaderWindow(device, LIGHT)


def _display() -> Made:
    return (device := SimulatedStrip()), DisplayWindow(device, LIGHT)


def _pad() -> Made:
    return (device := SimulatedPad()), PadWindow(device, LIGHT, 3, SIX)


def _printer() -> Made:
    return (device := SimulatedPrinter(slip_fonts())), PrinterWindow(device, LIGHT)


def _scanner() -> Made:
    return (device := SimulatedScanner()), ScannerWindow(device, LIGHT)


@pytest.fixture(params=[_call_box, _card_reader, _display, _pad, _printer, _scanner], ids=lambda make: make.__name__)
def window(request: pytest.FixtureRequest, qtbot: QtBot, languages: Languages) -> Iterator[DeviceWindow]:
    make: Callable[[], Made] = request.param
    device, window = make()
    qtbot.addWidget(window)
    yield window
    device.close()


def _entries(window: DeviceWindow) -> list[QAction]:
    return [action for action in window.menu().actions() if not action.isSeparator()]


def test_it_pulls_the_cable_and_puts_it_back(window: DeviceWindow) -> None:
    for words in ("拔掉线缆", "插上线缆", "拔掉线缆"):
        cable = _entries(window)[0]
        assert cable.text() == words
        cable.trigger()


def test_its_device_knows_every_trouble_it_offers(window: DeviceWindow) -> None:
    troubles = _entries(window)[1:]
    assert len(troubles) >= 3
    for trouble in troubles:
        assert not trouble.text().isascii()  # in Chinese
        trouble.trigger()


def test_it_speaks_the_language_in_force(window: DeviceWindow, qtbot: QtBot, languages: Languages) -> None:
    chinese = window.windowTitle()
    languages.use("en")
    assert _entries(window)[0].text() == "Pull the cable"
    qtbot.waitUntil(lambda: window.windowTitle() != chinese)
    assert window.windowTitle().isascii()
