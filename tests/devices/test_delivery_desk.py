"""Delivering from a window: the modem's lamp, what the settings say, and the end of the program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from drivers.gsm_modem.codes import SENTENCES
from drivers.gsm_modem.simulator import ModemFault, ModemOnPty
from terminal.app import Terminal
from terminal.devices.delivery.transport import Standing
from terminal.devices.delivery_desk import DeliveryDesk
from terminal.devices.modem_words import lamp
from terminal.settings import DatabaseSettings, MessagesSettings, ModemSettings, Settings
from tests.devices.gateways import gateway_server, state_of, text_resident
from tests.devices.hall import Hall

PATIENCE_MS = 20_000


@pytest.fixture
def desk(hall: Hall, qtbot: QtBot) -> Iterator[Callable[[Settings], DeliveryDesk]]:
    made: list[DeliveryDesk] = []
    bugs: list[object] = []

    def make(settings: Settings) -> DeliveryDesk:
        desk = DeliveryDesk(settings, hall.door)
        desk.bug.connect(bugs.append)
        made.append(desk)
        desk.start()
        return desk

    yield make
    assert all(desk.close() for desk in made)
    assert not bugs


def by_modem(port: str, **more: bool) -> Settings:
    return Settings(gsm_modem=ModemSettings(port=port), messages=MessagesSettings(sms="modem", **more))


def test_a_window_delivers_by_its_modem_and_shows_how_that_is(
    desk: Callable[[Settings], DeliveryDesk], hall: Hall, qtbot: QtBot, tmp_path: Path
) -> None:
    with ModemOnPty(link=tmp_path / "modem") as modem:
        message = text_resident(hall.office)
        (shown,) = desk(by_modem(modem.port)).lamps
        assert (shown.name, shown.state) == ("gsm_modem", "unknown")
        qtbot.waitUntil(lambda: shown.state == "up", timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: state_of(hall.office, message)[0] == "sent", timeout=PATIENCE_MS)
        modem.unplug()
        qtbot.waitUntil(lambda: shown.state == "trouble", timeout=PATIENCE_MS)
        assert str(tmp_path) in shown.reason


def test_a_modem_without_a_card_is_told_with_what_to_do(
    desk: Callable[[Settings], DeliveryDesk], qtbot: QtBot, tmp_path: Path
) -> None:
    with ModemOnPty(link=tmp_path / "modem") as modem:
        modem.fault(ModemFault.NO_SIM)
        (shown,) = desk(by_modem(modem.port)).lamps
        qtbot.waitUntil(lambda: shown.state == "trouble", timeout=PATIENCE_MS)
        assert (shown.words, shown.reason) == ("no SIM card", SENTENCES["no_sim"])


def test_settings_that_cannot_work_are_shown_on_the_lamp(desk: Callable[[Settings], DeliveryDesk]) -> None:
    (shown,) = desk(Settings(messages=MessagesSettings(sms="modem"))).lamps
    assert shown.state == "trouble"
    assert "[gsm_modem]" in shown.reason
    (shown,) = desk(by_modem("usb:nonsense")).lamps
    assert shown.state == "trouble"


@pytest.mark.parametrize(
    "settings", [Settings(), Settings(messages=MessagesSettings(sms="modem", deliver=False))], ids=["none", "off"]
)
def test_a_machine_that_does_not_deliver_has_no_lamp_and_no_thread(
    desk: Callable[[Settings], DeliveryDesk], hall: Hall, settings: Settings
) -> None:
    message = text_resident(hall.office)
    assert desk(settings).lamps == ()
    assert state_of(hall.office, message)[0] == "waiting"


def test_a_desk_that_was_closed_does_not_begin(hall: Hall, qtbot: QtBot) -> None:
    desk = DeliveryDesk(Settings(messages=MessagesSettings()), hall.door)
    assert desk.close()
    desk.start()
    assert desk.close()


@pytest.mark.parametrize("reason", SENTENCES)
def test_every_trouble_of_a_modem_has_words(qtbot: QtBot, reason: str) -> None:
    state, words, sentence = lamp(Standing("trouble", reason))
    assert state == "trouble"
    assert words
    assert sentence == SENTENCES[reason]


def test_a_port_that_another_window_of_ours_uses_is_no_trouble(qtbot: QtBot) -> None:
    assert lamp(Standing("trouble", "busy_same", "/dev/ttyUSB0", "counter 3"))[0] == "up"


def test_the_managers_window_delivers_too(hall: Hall, qtbot: QtBot) -> None:
    before = sys.excepthook
    with gateway_server() as server:
        message = text_resident(hall.office)
        settings = Settings(database=DatabaseSettings(url=hall.url), messages=MessagesSettings(sms=server.url))
        terminal, parent = Terminal(settings), QWidget()
        qtbot.addWidget(parent)
        try:
            terminal.screen("manager", 3, None, parent)
            qtbot.waitUntil(lambda: state_of(hall.office, message)[0] == "sent", timeout=PATIENCE_MS)
        finally:
            terminal.close()
    assert sys.excepthook is before
