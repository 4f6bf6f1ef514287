"""The simulated pad and printer in every state, size, theme and language, over real pseudo-terminals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from drivers.line import Line
from drivers.rating_pad import load_profile
from drivers.receipt_printer.printer import Printer
from drivers.receipt_printer.profile import load_profile as load_printer_profile
from terminal.devices.simulated import SimulatedPad, SimulatedPrinter
from terminal.devices.slip_fonts import slip_fonts
from terminal.screens import theme as look
from terminal.screens.i18n import Languages
from terminal.screens.simulator import PadWindow, PrinterWindow
from terminal.screens.theme import Theme
from tests.drivers.hosts import PadHost
from tests.screens.manager.canned import SIX, stars_page
from tests.screens.simulator.slips import SLIP
from tests.shots._waiting import settle


def dress(app: QApplication, theme: Theme, english: bool) -> None:
    """Put the application into a theme and a language."""
    languages = app.findChild(Languages)
    if isinstance(languages, Languages):
        languages.use("en" if english else "zh")
    look.apply(app, theme)


def save(window: QWidget, file: Path) -> None:
    """Take the picture of a window, and close it."""
    window.grab().save(str(file))
    window.close()
    window.deleteLater()


class PadShot(NamedTuple):
    """One picture of a pad."""

    name: str
    theme: Theme = look.LIGHT
    kind: str = "six-key"
    size: tuple[int, int] = (480, 320)
    english: bool = False
    asked: bool = True
    act: Callable[[PadWindow, SimulatedPad, PadHost], object] | None = None


def press(window: PadWindow, _pad: SimulatedPad, _host: PadHost) -> None:
    """A finger on the first key; the host has not read it yet."""
    QTest.mouseClick(window.keys[0], Qt.MouseButton.LeftButton)


def press_and_answer(window: PadWindow, _pad: SimulatedPad, host: PadHost) -> None:
    """The digit 2, and the host's reply."""
    QTest.keyClick(window, Qt.Key.Key_2)
    host.poll(0.5)
    settle(300)


def unplug(_window: PadWindow, pad: SimulatedPad, _host: PadHost) -> None:
    """The cable is pulled."""
    pad.set_plugged(False)
    settle(20)


def stand(_window: PadWindow, pad: SimulatedPad, host: PadHost) -> None:
    """Who is on duty and how they stand, told on the line."""
    host.pad.show_stars(4.6)
    host.pad.show_staff("012", "张晓梅")
    _until(host, lambda: pad.state.staff_name != "")


def pause(window: PadWindow, pad: SimulatedPad, host: PadHost) -> None:
    """The window is paused."""
    stand(window, pad, host)
    host.pad.pause(True)
    _until(host, lambda: bool(pad.state.paused))


def _until(host: PadHost, holds: Callable[[], bool]) -> None:
    for _ in range(40):
        host.poll(0.05)
        settle(20)
        if holds():
            return


PADS = (
    PadShot("asked"),
    PadShot("asked-dark", look.DARK),
    PadShot("asked-contrast", look.CONTRAST),
    PadShot("asked-en", english=True),
    PadShot("asked-large", size=(900, 620)),
    PadShot("four-keys", kind="ff68"),
    PadShot("three-keys", kind="byte"),
    PadShot("waiting", asked=False),
    PadShot("pressed", act=press),
    PadShot("thanks", act=press_and_answer),
    PadShot("unplugged", act=unplug),
    PadShot("on-duty", kind="s-e", asked=False, act=stand),
    PadShot("paused", kind="s-e", asked=False, act=pause),
    PadShot("paused-dark-en", look.DARK, kind="s-e", english=True, asked=False, act=pause),
    PadShot("on-duty-asked", kind="s-e", act=stand),
)


class PrinterShot(NamedTuple):
    """One picture of a printer."""

    name: str
    theme: Theme = look.LIGHT
    english: bool = False
    slips: int = 1
    wait: int = 1500
    act: Callable[[PrinterWindow], object] | None = None


PRINTERS = (
    PrinterShot("empty", slips=0, wait=50),
    PrinterShot("growing", wait=300),
    PrinterShot("slip"),
    PrinterShot("slip-dark", look.DARK, slips=2, wait=2500),
    PrinterShot("slip-contrast-en", look.CONTRAST, english=True),
    PrinterShot("out-of-paper", slips=0, wait=50, act=lambda window: window.paper_out.click()),
)


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``pad-*.png`` and ``printer-*.png``."""
    for shot in (*PADS, *PRINTERS):
        dress(app, shot.theme, shot.english)
        if isinstance(shot, PadShot):
            _pad(shot, outdir)
        else:
            _printer(shot, outdir)


def _pad(shot: PadShot, outdir: Path) -> None:
    pad = SimulatedPad(shot.kind)
    line = Line(pad.port)
    try:
        window = PadWindow(pad, shot.theme, 3, SIX)
        if shot.kind != "s-e":  # which is told its stars on the line
            window.set_standing(stars_page().windows[0].standing)
        window.resize(*shot.size)
        window.show()
        line.open()
        host = PadHost(line, load_profile(shot.kind))
        if shot.asked:
            host.ask()
        settle(80)
        if shot.act is not None:
            shot.act(window, pad, host)
        save(window, outdir / f"pad-{shot.name}.png")
    finally:
        line.close()
        pad.close()


def _printer(shot: PrinterShot, outdir: Path) -> None:
    printer = SimulatedPrinter(slip_fonts())
    line = Line(printer.port)
    try:
        window = PrinterWindow(printer, shot.theme)
        window.show()
        line.open()
        host = Printer(line, load_printer_profile("generic-80mm"), slip_fonts())
        for _ in range(shot.slips):
            host.print(SLIP)
        if shot.act is not None:
            shot.act(window)
        settle(shot.wait)
        if shot.name == "slip":
            window.save_picture(outdir / "printer-paper.png")
        save(window, outdir / f"printer-{shot.name}.png")
    finally:
        line.close()
        printer.close()
