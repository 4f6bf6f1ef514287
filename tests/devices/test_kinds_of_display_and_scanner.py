"""Strips and scanners for those who connect and try one: looked at, tested and simulated."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from drivers.scanner.simulator import ScannerOnPty
from drivers.window_display.simulator import StripOnPty
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Configured, Said
from terminal.errors import Fault, Refusal
from terminal.settings import DisplaySettings, ScannerSettings, Settings

STRIP, SCANNER = KINDS["window_display"], KINDS["scanner"]


def test_the_strips_profiles_are_named_with_their_evidence() -> None:
    assert [(info.name, info.evidence) for info in STRIP.profiles()] == [
        ("pingan", "public"), ("ruize", "public"), ("yongtai", "public"), ("zhongyi", "public"),
    ]  # fmt: skip
    assert SCANNER.profiles() == ()


def test_what_the_settings_say_is_told() -> None:
    settings = Settings(window_display=DisplaySettings("/dev/a", "pingan", 7), scanner=ScannerSettings("/dev/b"))
    assert STRIP.configured(settings) == Configured("/dev/a", "pingan", 7)
    assert SCANNER.configured(settings) == Configured("/dev/b")
    assert STRIP.configured(Settings()) is SCANNER.configured(Settings()) is None


def test_a_tested_strip_shows_a_text_with_its_address() -> None:
    with StripOnPty("ruize", 5) as device:
        told: list[Said] = []
        settings = Settings(window_display=DisplaySettings(device.port, "ruize", 5))
        result = STRIP.test(settings, told.append, None)
        assert result["text"] == "5号屏 测试123"
        shown = threading.Event()
        device.on_change = lambda _: shown.set()
        assert device.state.text == "5号屏 测试123" or shown.wait(5.0)
        assert device.state.text == "5号屏 测试123"
        assert "5号屏" in str(told[0])
        assert STRIP.look(settings).state == "unknown"


def test_a_scanner_is_tested_by_scanning(tmp_path: Path) -> None:
    with ScannerOnPty(link=tmp_path / "scanner") as device:
        settings = Settings(scanner=ScannerSettings(device.port))
        assert SCANNER.look(settings).state == "up"
        done = threading.Event()

        def scan_until_read() -> None:  # what comes before the port is open is not heard
            while not done.wait(0.2):
                device.scan("K7QX2M9P")

        hand = threading.Thread(target=scan_until_read)
        hand.start()
        try:
            result = SCANNER.test(settings, lambda _: None, 10.0)
        finally:
            done.set()
            hand.join()
        assert result == {"code": "K7QX2M9P"}


def test_trouble_is_a_finding_and_a_test_without_a_code_a_fault(tmp_path: Path) -> None:
    nowhere = Settings(
        window_display=DisplaySettings(str(tmp_path / "none")), scanner=ScannerSettings(str(tmp_path / "none"))
    )
    assert STRIP.look(nowhere).state == SCANNER.look(nowhere).state == "trouble"
    with pytest.raises(Fault):
        STRIP.test(nowhere, lambda _: None, None)
    with pytest.raises(Fault):
        SCANNER.test(nowhere, lambda _: None, 0.2)
    with ScannerOnPty() as device, pytest.raises(Fault, match="No code was read"):
        SCANNER.test(Settings(scanner=ScannerSettings(device.port)), lambda _: None, 0.2)


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        (Settings(), "The settings name no window display"),
        (Settings(window_display=DisplaySettings("shared")), "another machine's line"),
        (Settings(window_display=DisplaySettings("/dev/a", "neon")), "expected pingan, ruize"),
        (Settings(window_display=DisplaySettings("usb:1", "pingan")), "The strip's port cannot be used"),
    ],
)
def test_settings_that_can_never_work_are_refused(settings: Settings, fault: str) -> None:
    with pytest.raises(Refusal, match=fault):
        STRIP.test(settings, lambda _: None, None)


def test_simulators_are_acted_on_by_name(tmp_path: Path) -> None:
    with SCANNER.simulator("lf", None, tmp_path / "scanner") as device:
        SCANNER.act(device, "K7QX2M9P")
        assert SCANNER.acts(device) is None
        SCANNER.fault(device, "half", 1)
        with pytest.raises(ValueError, match="expected one of garbage, half, doubled"):
            SCANNER.fault(device, "silence", 1)
        with pytest.raises(ValueError, match="expected a code"):
            SCANNER.act(device, " ")
    with STRIP.simulator(None, 9, None) as strip:
        STRIP.fault(strip, "dark", 1)
        with pytest.raises(ValueError, match="expected one of garbage, lost, half, address, dark"):
            STRIP.fault(strip, "silence", 1)
        assert STRIP.acts(strip) == ()
