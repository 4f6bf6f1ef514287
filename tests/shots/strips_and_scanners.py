"""The simulated LED strip and scanner in every state, theme and language, over real pseudo-terminals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from drivers.line import Line
from drivers.window_display import load_profile
from terminal.devices.simulated.scanner import SimulatedScanner
from terminal.devices.simulated.window_display import SimulatedStrip
from terminal.screens import theme as look
from terminal.screens.simulator.display_window import DisplayWindow
from terminal.screens.simulator.scanner_window import ScannerWindow
from terminal.screens.simulator.slip_rows import PaperSlip
from terminal.screens.theme import Theme
from tests.shots._waiting import settle
from tests.shots.simulators import dress, save

SLIPS = tuple(PaperSlip(f"{letter}01{row}", f"K7QX2M{row}{letter}") for row, letter in enumerate("ADFABH", 2))


class StripShot(NamedTuple):
    """One picture of a strip."""

    name: str
    text: str = "请A012到3号窗口"
    theme: Theme = look.LIGHT
    english: bool = False
    size: tuple[int, int] = (360, 128)
    plugged: bool = True


class ScannerShot(NamedTuple):
    """One picture of a scanner."""

    name: str
    theme: Theme = look.LIGHT
    english: bool = False
    act: Callable[[ScannerWindow], object] | None = None
    slips: tuple[PaperSlip, ...] = SLIPS
    plugged: bool = True


STRIPS = (
    StripShot("called"),
    StripShot("paused-dark", "3号窗口 暂停服务", look.DARK),
    StripShot("idle-large", "3号窗口 陈静", size=(900, 240)),
    StripShot("nothing-en", "", english=True),
    StripShot("unplugged-contrast", theme=look.CONTRAST, plugged=False),
)
SCANNERS = (
    ScannerShot("ready"),
    ScannerShot("scanned-dark", look.DARK, act=lambda window: window.rows.picked.emit(SLIPS[1].code)),
    ScannerShot("empty-en", english=True, slips=()),
    ScannerShot("unplugged-contrast", look.CONTRAST, plugged=False),
)


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``strip-*.png`` and ``scanner-*.png``."""
    for shot in (*STRIPS, *SCANNERS):
        dress(app, shot.theme, shot.english)
        if isinstance(shot, StripShot):
            _strip(shot, outdir)
        else:
            _scanner(shot, outdir)


def _strip(shot: StripShot, outdir: Path) -> None:
    strip = SimulatedStrip("yongtai")
    line = Line(strip.port)
    try:
        window = DisplayWindow(strip, shot.theme)
        window.resize(*shot.size)
        window.show()
        line.open()
        if shot.text:
            line.write(load_profile("yongtai").frame(shot.text), 1.0)
        settle(100)
        strip.set_plugged(shot.plugged)
        settle(20)
        save(window, outdir / f"strip-{shot.name}.png")
    finally:
        line.close()
        strip.close()


def _scanner(shot: ScannerShot, outdir: Path) -> None:
    scanner = SimulatedScanner()
    try:
        window = ScannerWindow(scanner, shot.theme)
        window.show_slips(shot.slips)
        window.show()
        scanner.set_plugged(shot.plugged)
        if shot.act is not None:
            shot.act(window)
        settle(100)
        save(window, outdir / f"scanner-{shot.name}.png")
    finally:
        scanner.close()
