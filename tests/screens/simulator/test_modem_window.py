"""The modem on the screen, over a real pseudo-terminal: what arrived, and its troubles."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drivers.bus import Bus
from drivers.gsm_modem.modem import SERIAL, Modem
from drivers.gsm_modem.pdu import encode
from drivers.gsm_modem.sending import Outcome
from drivers.line import Line
from terminal.devices.simulated.gsm_modem import SimulatedModem
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages
from terminal.screens.simulator.modem_window import ModemWindow
from terminal.screens.theme import CONTRAST, LIGHT

PHONE = "13800000001"


@pytest.fixture
def modem(qapp: QApplication) -> Iterator[SimulatedModem]:
    load_fonts()
    made = SimulatedModem()
    yield made
    made.close()


@pytest.fixture
def window(modem: SimulatedModem, qtbot: QtBot) -> ModemWindow:
    made = ModemWindow(modem, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def send(port: str, text: str) -> Outcome:
    """Send one message as the program would."""
    modem = Modem()
    with Line(port, serial=SERIAL) as line:
        bus = Bus(line, [modem])
        while True:
            if modem.ready and not modem.busy:
                modem.send(encode(PHONE, text), time.monotonic())
            for _, event in bus.turn(1.0):
                if isinstance(event, Outcome):
                    return event


def test_a_message_is_shown_as_on_a_phone(window: ModemWindow, modem: SimulatedModem, qtbot: QtBot) -> None:
    assert window.list.messages == ()
    send(modem.port, "请带身份证。" * 30)
    qtbot.waitUntil(lambda: len(window.list.messages) == 1)
    (message,) = window.list.messages
    assert (message.number, message.text, message.parts) == (PHONE, "请带身份证。" * 30, 3)
    assert window.foot.words == ("up", "On the network, 1 arrived")
    assert window.list.minimumHeight() == window.list.heightForWidth(window.list.width()) > 0
    assert not window.grab().isNull()


def test_switches_begin_and_end_troubles(window: ModemWindow, modem: SimulatedModem, qtbot: QtBot) -> None:
    QTest.mouseClick(window.switches["no_network"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.foot.words == ("trouble", "No network"))
    QTest.mouseClick(window.switches["no_network"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.foot.words[0] == "up")
    QTest.keyClick(window.switches["silent"], Qt.Key.Key_Return)
    assert window.foot.words == ("unknown", "Answers nothing")
    QTest.keyClick(window.switches["silent"], Qt.Key.Key_Return)
    QTest.mouseClick(window.switches["no_sim"], Qt.MouseButton.LeftButton)
    assert window.foot.words == ("trouble", "No SIM card")


def test_the_menu_spoils_the_next_message(window: ModemWindow, modem: SimulatedModem) -> None:
    actions = {action.text(): action for action in window.menu().actions()}
    actions["Next message: no such number"].trigger()
    assert send(modem.port, "您好").reason == "number"
    for fault, words in window._spoils():
        assert words
        modem.spoil(fault)
    with pytest.raises(ValueError, match="rust"):
        modem.spoil("rust")


def test_a_pulled_cable_is_told(window: ModemWindow, modem: SimulatedModem) -> None:
    modem.set_plugged(False)
    assert window.foot.words == ("trouble", "Not connected")
    modem.set_plugged(True)
    assert window.foot.words[0] == "up"


def test_a_card_that_asks_for_its_pin_is_told(qtbot: QtBot) -> None:
    modem = SimulatedModem("pin")
    window = ModemWindow(modem, CONTRAST)
    qtbot.addWidget(window)
    assert window.foot.words == ("waiting", "Waits for its PIN")
    modem.close()
    with pytest.raises(ValueError, match="none such"):
        SimulatedModem("none such")


def test_every_word_follows_the_language(modem: SimulatedModem, qtbot: QtBot, languages: Languages) -> None:
    window = ModemWindow(modem, LIGHT)
    qtbot.addWidget(window)
    assert window.switches["no_network"].text() == "无网络"
    languages.use("en")
    qtbot.waitUntil(lambda: window.switches["no_network"].text() == "No network")
