"""The settings file: what it may say, where it is looked for, and what a mistake is answered with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from terminal.errors import Refusal
from terminal.settings import Settings, load_settings, read_settings

WHOLE = """\
[centre]
code = "LC01"
[counter]
number = 3
staff = "zhang"
[database]
url = "sqlite:///here.db"
[rating_pad]
port = "usb:1a86:7523@1-1.2"
profile = "ff68"
address = 3
ask_seconds = 20
[receipt_printer]
port = "COM12"
profile = "generic-58mm"
baud = 19200
[board]
clips = "clips"
[screen]
theme = "contrast"
language = "en"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A settings file to write."""
    return tmp_path / "settings.toml"


def refusal(file: Path, text: str | bytes) -> str:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Refusal) as refused:
        read_settings(file)
    said = str(refused.value)
    assert str(file) in said
    return said


def test_every_setting_is_read(file: Path) -> None:
    file.write_text(WHOLE, encoding="utf-8")
    settings = read_settings(file)
    assert settings.centre.code == "LC01"
    assert (settings.counter.number, settings.counter.staff) == (3, "zhang")
    assert settings.database_url == "sqlite:///here.db"
    assert settings.rating_pad is not None
    assert (settings.rating_pad.port, settings.rating_pad.profile) == ("usb:1a86:7523@1-1.2", "ff68")
    assert (settings.rating_pad.address, settings.rating_pad.ask_seconds) == (3, 20)
    assert settings.receipt_printer is not None
    assert (settings.receipt_printer.port, settings.receipt_printer.baud) == ("COM12", 19200)
    assert settings.receipt_printer.profile == "generic-58mm"
    assert settings.board.clips == "clips"
    assert (settings.screen.theme, settings.screen.language) == ("contrast", "en")


def test_every_part_may_be_left_out(file: Path) -> None:
    file.write_text("")
    settings = read_settings(file)
    assert settings == Settings()
    assert (settings.rating_pad, settings.receipt_printer) == (None, None)
    assert settings.counter.number == 1
    assert settings.database_url.endswith("/centre.db")


def test_secrets_of_messages_are_in_no_picture_of_the_settings(file: Path) -> None:
    file.write_text(
        '[messages]\nsms = "json://user:hunter2@gateway.example/{phone}"\n[gsm_modem]\nport = "COM3"\npin = "4711"'
    )
    settings = read_settings(file)
    assert settings.messages is not None
    assert settings.messages.deliver
    assert settings.gsm_modem is not None
    assert settings.gsm_modem.pin == "4711"
    for secret in ("hunter2", "4711"):
        assert secret not in repr(settings)


def test_a_device_needs_no_more_than_its_port(file: Path) -> None:
    file.write_text('[rating_pad]\nport = "/dev/ttyUSB0"\n[receipt_printer]\nport = "/dev/ttyUSB1"')
    settings = read_settings(file)
    assert settings.rating_pad is not None
    assert settings.rating_pad.profile == "six-key"
    assert settings.receipt_printer is not None
    assert settings.receipt_printer.profile == "generic-80mm"


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("[counter]\nnumber = 'three'", "counter.number", "int"),
        ("[counter]\nnumber = true", "counter.number", "int"),
        ("[counter]\nnumber = 3.5", "counter.number", "int"),
        ("[counter]\nnumber = 0", "counter.number", ">= 1"),
        ("[counter]\nnumber = 1000", "counter.number", "<= 999"),
        ("[counter]\nnumber = 99999999999999999999999", "counter.number", "int"),
        ("[counter]\nstaff = ''", "counter.staff", "length >= 1"),
        ("[centre]\ncode = 7", "centre.code", "str"),
        ("[database]\nurl = ['sqlite://']", "database.url", "str"),
        ("[rating_pad]\nprofile = 'ff68'", "rating_pad", "port"),
        ("[rating_pad]\nport = ''", "rating_pad.port", "length >= 1"),
        ("[rating_pad]\nport = 'x'\naddress = 256", "rating_pad.address", "<= 255"),
        ("[rating_pad]\nport = 'x'\naddress = -1", "rating_pad.address", ">= 0"),
        ("[rating_pad]\nport = 'x'\nask_seconds = 0", "rating_pad.ask_seconds", "> 0"),
        ("[rating_pad]\nport = 'x'\nask_seconds = 601", "rating_pad.ask_seconds", "<= 600"),
        ("[rating_pad]\nport = 'x'\nask_seconds = inf", "rating_pad.ask_seconds", "<= 600"),
        ("[rating_pad]\nport = 'x'\nask_seconds = nan", "rating_pad.ask_seconds", ""),
        ("[receipt_printer]\nport = 'x'\nbaud = '9600'", "receipt_printer.baud", "int"),
        ("[receipt_printer]\nport = 'x'\nbaud = 1", "receipt_printer.baud", ">= 50"),
        ("[gsm_modem]\nport = 'x'\npin = 1234", "gsm_modem.pin", "str"),
        ("[gsm_modem]\nport = 'x'\npin = '12a4'", "gsm_modem.pin", "regex"),
        ("[gsm_modem]\nport = 'x'\nsmsc = '+'", "gsm_modem.smsc", "regex"),
        ("[messages]\nsms = 'json://gateway.example/'", "messages.sms", "phone"),
        ("[messages]\ndeliver = 1", "messages.deliver", "bool"),
        ("[screen]\ntheme = 'pink'", "screen.theme", "pink"),
        ("[screen]\nlanguage = 'fr'", "screen.language", "fr"),
        ("[screen]\ncolour = 'red'", "screen", "colour"),
        ("[printer]\nport = 'x'", "", "printer"),
        ("centre = 'LC01'", "centre", "object"),
        ("rating_pad = []", "rating_pad", "array"),
    ],
)
def test_a_wrong_value_is_named_with_its_place_and_what_is_expected(
    file: Path, text: str, place: str, expected: str
) -> None:
    said = refusal(file, text)
    assert place in said
    assert expected in said


@pytest.mark.parametrize("text", ["[counter", "number = ", "a = 1\na = 2", "= 3", "[counter]\nnumber = 03"])
def test_what_is_no_toml_is_told_with_its_place(file: Path, text: str) -> None:
    assert "(at " in refusal(file, text)


def test_bytes_that_are_no_text_are_named(file: Path) -> None:
    assert "UTF-8" in refusal(file, "[centre]\ncode = '柳溪'".encode("gbk"))
    assert refusal(file, b"\x00\x01")


def test_a_file_of_windows_editor_is_read(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert read_settings(file).counter.number == 3


@pytest.mark.parametrize("name", ["none.toml", "", "settings.toml/below", "x" * 300])
def test_a_file_that_is_named_has_to_be_there(file: Path, name: str) -> None:
    file.write_text(WHOLE)
    path = file.parent / name  # "" is the folder itself
    with pytest.raises(Refusal, match="cannot be used") as refused:
        load_settings(str(path), environment={})
    assert str(path) in str(refused.value)


def test_without_a_file_the_defaults_hold() -> None:
    assert load_settings(environment={}) == Settings()


def test_the_named_file_goes_before_the_environment_and_that_before_the_user_s(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    user = tmp_path / "home" / "onewindow" / "settings.toml"
    user.parent.mkdir(parents=True)
    for number, path in enumerate((user, tmp_path / "environment.toml", file), start=1):
        path.write_text(f"[counter]\nnumber = {number}")
    named = {"ONEWINDOW_CONFIG": str(tmp_path / "environment.toml")}
    assert load_settings(environment={}).counter.number == 1
    assert load_settings(environment=named).counter.number == 2
    assert load_settings(str(file), environment=named).counter.number == 3


def test_a_database_named_otherwise_goes_before_the_file_s(file: Path) -> None:
    file.write_text(WHOLE, encoding="utf-8")
    named = {"ONEWINDOW_DATABASE": "sqlite:///named.db"}
    assert load_settings(str(file), environment={}).database_url == "sqlite:///here.db"
    assert load_settings(str(file), environment=named).database_url == "sqlite:///named.db"
    given = load_settings(str(file), database="sqlite:///given.db", environment=named)
    assert given.database_url == "sqlite:///given.db"
    assert given.counter.number == 3


def test_empty_variables_are_as_good_as_none(file: Path) -> None:
    assert load_settings(environment={"ONEWINDOW_CONFIG": "", "ONEWINDOW_DATABASE": ""}) == Settings()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_refused(file: Path) -> None:
    file.write_text(WHOLE)
    file.chmod(0)
    with pytest.raises(Refusal, match="Permission denied"):
        read_settings(file)
