"""The card reader on the screen: cards laid on and lifted, troubles made, over a real pseudo-terminal."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drivers.bus import Bus
from drivers.id_card import SERIAL, CardReader
from drivers.line import Line, LineDown
from terminal.devices.simulated.id_card import SimulatedCardReader
from terminal.screens import theme
from terminal.screens.fonts import load_fonts
from terminal.screens.simulator.card_window import CardReaderWindow


@pytest.fixture
def reader() -> Iterator[SimulatedCardReader]:
    made = SimulatedCardReader()
    yield made
    made.close()


@pytest.fixture
def window(reader: SimulatedCardReader, qtbot: QtBot) -> CardReaderWindow:
    load_fonts()
    made = CardReaderWindow(reader, theme.LIGHT)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def asked(reader: SimulatedCardReader) -> Iterator[None]:
    """A terminal that looks for cards all the time."""
    stop = threading.Event()

    def look() -> None:
        line = Line(reader.port, serial=SERIAL)
        bus = Bus(line, [CardReader()])
        while not stop.is_set():
            try:
                bus.turn(0.05)
            except LineDown:
                continue
        line.close()

    thread = threading.Thread(target=look)
    thread.start()
    yield
    stop.set()
    thread.join()


def test_a_key_lays_its_card_on_and_space_lifts_it(
    window: CardReaderWindow, reader: SimulatedCardReader, qtbot: QtBot
) -> None:
    QTest.mouseClick(window.keys["expired"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.keys["expired"].isChecked())
    assert window.body.words[0] == "A card lies there"
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.keys["expired"].isChecked())
    assert reader.state.card is None


def test_a_digit_lays_a_card_on_in_place_of_another(window: CardReaderWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: window.keys["resident"].isChecked())
    QTest.keyClick(window, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: window.keys["unknown_kind"].isChecked())
    assert not window.keys["resident"].isChecked()


def test_a_click_on_the_card_lifts_it(window: CardReaderWindow, reader: SimulatedCardReader, qtbot: QtBot) -> None:
    reader.place("resident")
    qtbot.waitUntil(lambda: window.keys["resident"].isChecked())
    QTest.mouseClick(window.body, Qt.MouseButton.LeftButton, pos=window.body.plate().center().toPoint())
    qtbot.waitUntil(lambda: not window.keys["resident"].isChecked())


def test_it_tells_that_a_card_was_read(
    window: CardReaderWindow, reader: SimulatedCardReader, asked: None, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.body.words[0] == "Looks for a card")
    reader.place("resident")
    qtbot.waitUntil(lambda: window.body.words[1].startswith("Cards read: 1"))


def test_lasting_troubles_are_shown_and_ended(window: CardReaderWindow, qtbot: QtBot) -> None:
    menu = window.menu()
    silent, broken = menu.actions()[-2:]
    broken.trigger()
    qtbot.waitUntil(lambda: window.body.lamp == "trouble")
    broken.trigger()
    silent.trigger()
    qtbot.waitUntil(lambda: window.body.words[0] == "Answers nothing")
    menu.close()


def test_the_menu_spoils_the_next_card_and_pulls_the_cable(
    window: CardReaderWindow, reader: SimulatedCardReader, qtbot: QtBot
) -> None:
    menu = window.menu()
    assert len(menu.actions()) == 1 + 1 + 8 + 1 + 2
    for action in menu.actions()[2:10]:
        action.trigger()
    menu.actions()[0].trigger()
    assert not reader.is_plugged
    assert window.body.words[0] == "Not connected"
    menu.close()
    again = window.menu()
    again.actions()[0].trigger()
    assert reader.is_plugged
    again.close()


def test_a_card_nobody_has_is_a_key_error(reader: SimulatedCardReader) -> None:
    with pytest.raises(KeyError):
        reader.place("nobody")
