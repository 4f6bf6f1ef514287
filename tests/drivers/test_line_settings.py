"""What may stand in a port or speed setting, and how a USB port is found."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from drivers.line import Line, LineDown, LineSettingError
from drivers.ports import PortName, SerialSettings, find_usb, why_not_opened


@dataclass
class Listed:
    device: str
    vid: int | None = None
    pid: int | None = None
    location: str | None = None
    serial_number: str | None = None


CABLES = [
    Listed("/dev/ttyS0"),
    Listed("/dev/ttyUSB0", 0x1A86, 0x7523, "1-1.2"),
    Listed("/dev/ttyUSB1", 0x1A86, 0x7523, "1-1.3:1.0"),
    Listed("/dev/ttyUSB2", 0x10C4, 0xEA60, "1-1.20"),
]


def test_a_speed_setting_is_read_and_may_be_overridden() -> None:
    assert SerialSettings.parse("9600-8N1") == SerialSettings(9600, 8, "N", 1.0)
    assert SerialSettings.parse("115200-7e1.5") == SerialSettings(115200, 7, "E", 1.5)
    assert SerialSettings.parse("9600-8N1", baud=19200).baud == 19200


@pytest.mark.parametrize("text", ["", "9600", "9600-8N3", "9600-9N1", "fast-8N1", "9600-8X1", "9600 8N1"])
def test_a_malformed_speed_setting_is_refused_with_its_form(text: str) -> None:
    with pytest.raises(LineSettingError, match="such as 9600-8N1"):
        Line("/dev/ttyUSB0", serial=text)


@pytest.mark.parametrize("baud", [0, -9600, 49, 5_000_000])
def test_an_impossible_speed_is_refused_with_its_range(baud: int) -> None:
    with pytest.raises(LineSettingError, match="50 to 4000000"):
        Line("/dev/ttyUSB0", baud=baud)


@pytest.mark.parametrize(
    "port",
    [
        "",
        "  ",
        "/dev/tty\0USB0",
        "/dev/ttyUSB0\n",
        "usb:",
        "usb:1a86",
        "usb:1a86:75",
        "usb:1a86:7523@",
        "usb:xyzw:7523",
        "socket://",
        "socket://host",
        "socket://:4001",
        "socket://host:0",
        "socket://host:99999",
        "socket://host:port",
        "socket://host:4001/path",
        "rfc2217://host",
        "rfc2217://host:2217?logging=debug",
        "http://host:80",
        "socket://[::1:80",
    ],
)
def test_a_port_that_can_never_work_is_refused_with_what_is_expected(port: str) -> None:
    with pytest.raises(LineSettingError, match="expected"):
        Line(port)


@pytest.mark.parametrize(
    ("port", "kind"),
    [
        ("/dev/ttyUSB0", "device"),
        ("COM13", "device"),
        ("usb:1A86:7523", "usb"),
        ("usb:1a86:7523@1-1.2", "usb"),
        ("socket://192.168.1.7:4001", "socket"),
        ("socket://[::1]:4001", "socket"),
        ("rfc2217://printserver:2217", "rfc2217"),
    ],
)
def test_every_documented_form_of_port_is_accepted_without_opening_it(port: str, kind: str) -> None:
    assert Line(port).port == port
    assert PortName.parse(port).kind == kind


def test_a_usb_port_is_found_by_maker_and_product() -> None:
    assert find_usb(PortName.parse("usb:10c4:ea60"), lambda: CABLES) == "/dev/ttyUSB2"


def test_of_two_equal_cables_the_one_in_the_named_plug_is_taken() -> None:
    assert find_usb(PortName.parse("usb:1A86:7523@1-1.2"), lambda: CABLES) == "/dev/ttyUSB0"
    assert find_usb(PortName.parse("usb:1a86:7523@1-1.3"), lambda: CABLES) == "/dev/ttyUSB1"


def test_of_two_equal_cables_none_is_guessed() -> None:
    with pytest.raises(LineDown, match="Add @location") as caught:
        find_usb(PortName.parse("usb:1a86:7523"), lambda: CABLES)
    assert caught.value.reason == "ambiguous"
    assert "1-1.2" in str(caught.value)


@pytest.mark.parametrize("port", ["usb:dead:beef", "usb:1a86:7523@2-1"])
def test_a_usb_port_that_is_not_plugged_in_is_missing(port: str) -> None:
    with pytest.raises(LineDown) as caught:
        find_usb(PortName.parse(port), lambda: CABLES)
    assert caught.value.reason == "missing"


@pytest.mark.parametrize(
    ("error", "reason", "remedy"),
    [
        (FileNotFoundError(2, "No such file"), "missing", "Check the cable"),
        (PermissionError(13, "Permission denied"), "permission", "dialout"),
        (OSError(16, "Device or resource busy"), "busy", "Close that program"),
        (OSError("could not open port 'COM3': FileNotFoundError(2, …)"), "missing", "Check the cable"),
        (OSError("could not open port 'COM3': PermissionError(13, …)"), "busy", "Close that program"),
        (OSError(25, "Inappropriate ioctl"), "failed", "Inappropriate ioctl"),
    ],
)
def test_what_the_system_says_becomes_a_reason_with_a_remedy(error: OSError, reason: str, remedy: str) -> None:
    trouble = why_not_opened(PortName.parse("COM3"), error)
    assert trouble.reason == reason
    assert remedy in str(trouble)
    assert "COM3" in str(trouble)
