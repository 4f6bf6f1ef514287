"""Devices are set up, tried and saved, by keyboard, over real pseudo-terminals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drivers.line import Line
from drivers.rating_pad.simulator import PadOnPty
from terminal.devices.kinds import KINDS
from terminal.screens.i18n import Languages
from terminal.screens.setup import trials
from terminal.screens.setup.draft import Device, fields, kinds
from terminal.settings import read_settings
from tests.screens.setup.conftest import Open

PAD = '# ours\n[rating_pad]\nport = "{port}"\nprofile = "six-key"\naddress = 3 # on the bus\n'


def test_a_machine_without_settings_is_welcomed_and_shows_every_kind(opened: Open) -> None:
    desk = opened()
    assert desk.screen.band.sentence == "Nothing is set up on this machine yet."
    assert [row.kind for row in desk.screen.devices.list.rows] == list(kinds())
    assert set(kinds()) == set(KINDS)
    assert {row.line for row in desk.screen.devices.list.rows} == {"not set up"}


def test_the_lamp_of_each_device_says_how_it_was_found(opened: Open, tmp_path: Path) -> None:
    with PadOnPty("six-key", 3) as pad:
        gone = tmp_path / "gone"
        desk = opened(PAD.format(port=pad.port) + f'[scanner]\nport = "{gone}"\n')
        states = {row.kind: row.state for row in desk.screen.devices.list.rows}
        assert (states["rating_pad"], states["scanner"], states["id_card"]) == ("up", "trouble", "unknown")
        desk.screen.devices.list.choose("scanner", None)
        assert desk.sheet.state[0] == "trouble"
        assert str(gone) in desk.sheet.state[1]


def test_a_port_is_chosen_from_the_machines_in_its_stable_form(opened: Open) -> None:
    desk = opened()
    desk.field("port").setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.qtbot.waitUntil(lambda: desk.field("port").list is not None)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.value("rating_pad", "port") == "usb:1a86:7523@1-1.2"
    assert "/dev/ttyUSB0" in desk.sheet.form.fields["port"].note
    desk.type("port", "/dev/ttyUSB0")
    assert "usb:1a86:7523@1-1.2 finds the device again" in desk.sheet.form.fields["port"].note


def test_a_machine_without_serial_ports_says_what_to_do(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = opened()
    monkeypatch.setattr(trials, "machine_ports", tuple)
    desk.press(Qt.Key.Key_Tab)
    desk.field("port").setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.qtbot.waitUntil(lambda: "no serial port" in desk.sheet.form.fields["port"].note)


def test_a_profile_shows_what_it_is_known_from(opened: Open) -> None:
    desk = opened()
    desk.qtbot.waitUntil(lambda: bool(desk.field("profile").options))
    assert desk.sheet.form.fields["profile"].badge.text == "assumed"  # of the one that holds without a setting
    badges = {option.value: option.badge for option in desk.field("profile").options}
    assert (badges["ff68"], badges["byte"]) == ("public source", "assumed")
    desk.type("profile", "ff68")
    assert desk.sheet.form.fields["profile"].badge.text == "public source"


def test_every_setting_of_every_kind_has_its_field(opened: Open) -> None:
    desk = opened()
    for kind in kinds():
        desk.screen.devices.list.choose(kind, None)
        desk.screen.devices.open(Device(kind))
        shown = [name for name, field in desk.sheet.form.fields.items() if not field.isHidden()]
        assert sorted(shown) == sorted(fields(kind))


def test_a_pad_is_tested_with_the_values_in_the_fields_before_they_are_saved(opened: Open) -> None:
    desk = opened()
    with PadOnPty("six-key", 3) as pad:
        desk.type("port", pad.port)
        desk.type("address", "3")
        desk.press(Qt.Key.Key_F6)
        desk.qtbot.waitUntil(lambda: any("Press a key" in text for text in desk.said))
        desk.qtbot.waitUntil(lambda: pad.state.asked)
        pad.press("average")
        desk.rest()
    assert "The key came: Average." in desk.said
    assert any(re.search("FF 68 03 03 68 03 11 02", text) for text in desk.said)


def test_a_test_is_stopped_and_the_screen_is_free_again(opened: Open) -> None:
    desk = opened()
    with PadOnPty("six-key") as pad:
        desk.type("port", pad.port)
        desk.press(Qt.Key.Key_F6)
        desk.qtbot.waitUntil(lambda: any("Press a key" in text for text in desk.said))
        assert not desk.sheet.bar.main.isEnabled()
        desk.qtbot.waitUntil(lambda: pad.state.asked)
        desk.press(Qt.Key.Key_Escape)
        assert desk.sheet.talk.title == "Stopping…"
        pad.press("average")  # the test ends with its next word
        desk.rest()
    assert desk.sheet.talk.title == "Stopped"
    assert desk.sheet.bar.main.isEnabled()


def test_probing_without_an_answer_says_that_it_proves_nothing(opened: Open) -> None:
    desk = opened()
    with PadOnPty("six-key", 3) as pad:
        desk.type("port", pad.port)
        desk.press(Qt.Key.Key_F5)
        desk.qtbot.waitUntil(lambda: bool(desk.said) and "Nothing answered" in desk.said[0])
        desk.rest()


def test_a_printer_is_probed_without_paper_and_tested_with_it(opened: Open) -> None:
    desk = opened()
    desk.screen.devices.list.choose("receipt_printer", None)
    desk.press(Qt.Key.Key_F8)
    desk.qtbot.waitUntil(lambda: Device("receipt_printer") in desk.screen.trials.simulated)
    desk.press(Qt.Key.Key_F5)
    desk.qtbot.waitUntil(lambda: any("A printer answers" in text for text in desk.said))
    desk.rest()
    desk.press(Qt.Key.Key_F6)
    desk.qtbot.waitUntil(lambda: any("slip" in text for text in desk.said))
    desk.rest()


def test_a_port_that_another_program_holds_is_told_with_that_program(opened: Open) -> None:
    desk = opened()
    desk.screen.devices.list.choose("receipt_printer", None)
    with PadOnPty("six-key") as pad, Line(pad.port) as line:
        line.open()
        desk.type("port", pad.port)
        desk.press(Qt.Key.Key_F5)
        desk.qtbot.waitUntil(lambda: any(tone == "bad" for tone, _ in desk.sheet.talk.lines))
        desk.rest()
        assert "in use" in desk.said[0]


def test_trying_a_device_without_a_port_goes_to_the_port(opened: Open) -> None:
    desk = opened()
    desk.press(Qt.Key.Key_F6)
    desk.qtbot.waitUntil(lambda: desk.sheet.form.faults == ("port",))
    assert desk.field("port").hasFocus()
    assert "Choose a port" in desk.sheet.form.fields["port"].note


def test_a_simulated_device_is_marked_pressed_and_taken_away(opened: Open, language: Languages) -> None:
    desk = opened(PAD.format(port="COM3"))
    desk.press(Qt.Key.Key_F8)
    desk.qtbot.waitUntil(lambda: Device("rating_pad") in desk.screen.trials.simulated)
    pad = desk.screen.trials.simulated[Device("rating_pad")]
    assert desk.value("rating_pad", "port") == pad.port
    assert desk.screen.devices.list.rows[0].badge == "simulated"
    assert "Made of software" in desk.sheet.form.fields["port"].note
    language.use("zh")  # shorter words: all keys have room side by side
    desk.qtbot.waitUntil(lambda: [button.isVisible() for button in desk.sheet.puppet.buttons] == [True] * 6)
    desk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    desk.qtbot.waitUntil(lambda: pad.state.presses == 1)  # type: ignore[attr-defined]
    assert pad.state.last_key == "very_satisfied"  # type: ignore[attr-defined]
    desk.press(Qt.Key.Key_F8)
    desk.qtbot.waitUntil(lambda: not desk.screen.trials.simulated)
    assert desk.value("rating_pad", "port") is None
    assert desk.sheet.puppet.isHidden()


def test_another_windows_devices_are_set_up_on_this_machines_lines(opened: Open, path: Path) -> None:
    desk = opened(PAD.format(port="COM3"))
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_4)
    desk.press(Qt.Key.Key_Return)
    assert desk.screen.devices.device == Device("rating_pad", 4)
    desk.type("port", "COM3")
    desk.type("address", "4")
    desk.sheet.kind.setFocus()
    desk.press(Qt.Key.Key_Right)
    assert desk.screen.devices.device == Device("call_box", 4)
    desk.type("port", "COM3")
    desk.save()
    (window,) = read_settings(path).windows
    assert window.rating_pad is not None
    assert (window.number, window.rating_pad.address, window.call_box is not None) == (4, 4, True)
    assert path.read_text(encoding="utf-8").startswith(PAD.format(port="COM3"))


def test_a_device_is_taken_away_with_all_its_settings(opened: Open, path: Path) -> None:
    desk = opened(PAD.format(port="COM3"))
    desk.press(Qt.Key.Key_F3)
    assert desk.screen.devices.list.rows[0].line == "not set up"
    desk.save()
    assert read_settings(path).rating_pad is None


def test_alt_and_arrows_go_from_device_to_device(opened: Open) -> None:
    desk = opened()
    desk.field("port").setFocus()
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.screen.devices.device == Device(kinds()[1])
    desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.screen.devices.device == Device(kinds()[0])


def test_the_log_is_exported_or_it_is_said_that_there_is_none(opened: Open, qtbot: QtBot) -> None:
    desk = opened(PAD.format(port="COM3"))
    desk.press(Qt.Key.Key_F11)
    desk.qtbot.waitUntil(lambda: bool(desk.said) and "Nothing has passed" in desk.said[0])
    desk.rest()
