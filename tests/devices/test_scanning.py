"""The scanner over a real pseudo-terminal, as screens hear of it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from drivers.scanner.simulator import ScannerFault, ScannerOnPty
from terminal.devices.window import WindowDevices
from terminal.settings import DisplaySettings, ScannerSettings, Settings
from tests.devices.hall import COUNTER, Hall

CODE = "K7QX2M9P"


def devices_with(hall: Hall, scanner: ScannerOnPty, **parts: object) -> WindowDevices:
    settings = Settings(scanner=ScannerSettings(port=scanner.port), **parts)  # type: ignore[arg-type]
    devices = WindowDevices(settings, hall.door, COUNTER)
    devices.start()
    return devices


def test_a_code_held_before_the_scanner_comes_to_the_screens_once(hall: Hall, qtbot: QtBot) -> None:
    with ScannerOnPty() as scanner:
        devices = devices_with(hall, scanner)
        codes: list[str] = []
        devices.scans.scanned.connect(codes.append)
        (lamp,) = devices.lamps
        qtbot.waitUntil(lambda: lamp.state == "up")
        scanner.fault(ScannerFault.DOUBLED)
        scanner.scan(CODE)
        qtbot.waitUntil(lambda: codes == [CODE])
        scanner.scan("OTHER234")
        qtbot.waitUntil(lambda: codes == [CODE, "OTHER234"])
        assert devices.close()


def test_a_scanner_that_was_unplugged_is_heard_again(hall: Hall, tmp_path: Path, qtbot: QtBot) -> None:
    with ScannerOnPty(link=tmp_path / "scanner") as scanner:
        devices = devices_with(hall, scanner)
        codes: list[str] = []
        devices.scans.scanned.connect(codes.append)
        (lamp,) = devices.lamps
        qtbot.waitUntil(lambda: lamp.state == "up")
        scanner.unplug()
        qtbot.waitUntil(lambda: lamp.state == "trouble")
        scanner.replug()
        qtbot.waitUntil(lambda: lamp.state == "up")
        scanner.scan(CODE)
        qtbot.waitUntil(lambda: codes == [CODE])
        assert devices.close()


def test_a_scanner_cannot_share_its_port(hall: Hall, qtbot: QtBot) -> None:
    with ScannerOnPty() as scanner:
        devices = devices_with(hall, scanner, window_display=DisplaySettings(port=scanner.port, profile="pingan"))
        lamp = next(lamp for lamp in devices.lamps if lamp.name == "scanner")
        assert "a scanner needs its own" in lamp.reason
        assert devices.close()
