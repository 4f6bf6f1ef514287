"""The demo on a desk: counter, kiosk, board and devices side by side, and a guide that says what to press."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from terminal.demo.centre import DemoCentre
from terminal.demo.devices import COUNTER, DemoDevices
from terminal.demo.doors import open_doors
from terminal.demo.slips import SlipsAtHand
from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.sample_life import add_past, add_queue
from terminal.office.sample_plan import add_bookings, add_roster
from terminal.screens.simulator import (
    CallBoxWindow,
    CardReaderWindow,
    DisplayWindow,
    GuideWindow,
    ModemWindow,
    PadWindow,
    PrinterWindow,
    ScannerWindow,
)
from terminal.screens.theme import Theme
from terminal.settings import data_folder, sqlite_url

FILE: Final = "demo.db"
COLLEAGUES: Final = {1: "li", 2: "wang"}  # who is at work beside the counter of the demo
# Where windows open, as shares of the desk: left, top, width, height.
PLACES: Final = {
    "counter": (0.0, 0.0, 0.6, 0.68),
    "kiosk": (0.6, 0.0, 0.205, 0.7),
    "printer": (0.805, 0.0, 0.195, 0.7),
    "board": (0.0, 0.68, 0.355, 0.32),
    "pad": (0.355, 0.68, 0.245, 0.32),
    "guide": (0.6, 0.7, 0.4, 0.3),
}
ROOMY: Final = (1680, 960)  # a desk on which all of them stand side by side at their full size
# The same with every kind of device.
ALL_PLACES: Final = {
    "counter": (0.0, 0.0, 0.552, 0.64),
    "kiosk": (0.552, 0.0, 0.17, 0.64),
    "strip": (0.722, 0.0, 0.278, 0.125),
    "board": (0.722, 0.125, 0.278, 0.25),
    "guide": (0.722, 0.375, 0.278, 0.265),
    "pad": (0.0, 0.64, 0.21, 0.36),
    "call_box": (0.21, 0.64, 0.163, 0.36),
    "card_reader": (0.373, 0.64, 0.163, 0.36),
    "scanner": (0.536, 0.64, 0.142, 0.36),
    "modem": (0.678, 0.64, 0.157, 0.36),
    "printer": (0.835, 0.64, 0.165, 0.36),
}
ALL_ROOMY: Final = (1984, 1080)
LEAST: Final = 0.75  # below this share of it nobody can read them; they overlap instead
TITLE: Final = 28  # what the window system puts above a window


def prepare(folder: Path) -> Path:
    """The demo's database in ``folder``, made at the first start: the sample centre, with a past and people waiting."""
    database = folder / FILE
    if not database.exists():
        found_centre(sqlite_url(database))
        with open_office(sqlite_url(database)) as office:
            add_past(office)
            add_roster(office)
            add_bookings(office)
    with open_office(sqlite_url(database)) as office:
        open_doors(office)
        for counter, staff in COLLEAGUES.items():
            office.counters.sign_in(counter, staff)
        if not office.queue.list():
            add_queue(office)
    return database


def show(*, all_devices: bool = False) -> int:
    """Open everything and stay until the counter's window is closed. Returns the exit code."""
    app = QApplication.instance() or QApplication(["onewindow"])  # first of all, to see how large the desk is
    scale = scale_for(_desk(), ALL_ROOMY if all_devices else ROOMY)
    centre = DemoCentre(prepare(data_folder()), scale, all_devices=all_devices)
    centre.counter.closed.connect(app.quit)
    try:
        return _run(centre)
    finally:
        centre.close()


def scale_for(desk: QRect, roomy: tuple[int, int] = ROOMY) -> float:
    """How much smaller than designed everything is drawn, so that all windows find their place on a small desk."""
    return max(LEAST, min(1.0, desk.width() / roomy[0], desk.height() / roomy[1]))


def _desk() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


def _run(centre: DemoCentre) -> int:
    theme = centre.terminal.theme
    scale = centre.terminal.door.open().feedback.scale()
    pad = PadWindow(centre.pad, theme, COUNTER, scale)
    printer = PrinterWindow(centre.printer, theme)
    guide = GuideWindow(centre.terminal.background, theme, COUNTER)
    others = device_windows(centre.simulated, theme)
    windows: dict[str, QWidget] = {
        "board": centre.board, "kiosk": centre.kiosk, "printer": printer, "pad": pad, **others, "guide": guide,
        "counter": centre.counter,
    }  # fmt: skip
    places = ALL_PLACES if others else PLACES
    for name, window in windows.items():
        _place(window, places[name])
        window.show()
    scanner = others.get("scanner")
    if isinstance(scanner, ScannerWindow):
        SlipsAtHand(centre.terminal.background, scanner)
    guide.viewed.connect(lambda view: pad.set_standing(view.quarter))
    guide.manager_wanted.connect(centre.manager.show)
    guide.manager_wanted.connect(centre.manager.raise_)
    QTimer.singleShot(0, centre.counter, centre.counter.activateWindow)
    code = centre.terminal.app.exec()
    for window in (guide, printer, pad, *others.values()):
        window.close()
    return code


def device_windows(simulated: DemoDevices, theme: Theme) -> dict[str, QWidget]:
    """The windows of the devices beyond pad and printer, by their place; none where the demo has no more."""
    windows: dict[str, QWidget] = {}
    if simulated.call_box is not None:
        windows["call_box"] = CallBoxWindow(simulated.call_box, theme)
    if simulated.strip is not None:
        windows["strip"] = DisplayWindow(simulated.strip, theme)
    if simulated.card_reader is not None:
        windows["card_reader"] = CardReaderWindow(simulated.card_reader, theme)
    if simulated.scanner is not None:
        windows["scanner"] = ScannerWindow(simulated.scanner, theme)
    if simulated.modem is not None:
        windows["modem"] = ModemWindow(simulated.modem, theme)
    return windows


def _place(window: QWidget, place: tuple[float, float, float, float]) -> None:
    desk = _desk()
    left, top, width, height = place
    window.setGeometry(
        desk.left() + round(left * desk.width()), desk.top() + round(top * desk.height()) + TITLE,
        round(width * desk.width()), round(height * desk.height()) - TITLE,
    )  # fmt: skip
