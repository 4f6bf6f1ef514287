"""The simulated call box in every theme, at the size it has on the demo's desk and larger."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from drivers.bus import Bus
from drivers.call_box import CallBox, load_profile
from drivers.line import Line
from terminal.devices.simulated import SimulatedCallBox
from terminal.screens import theme as look
from terminal.screens.i18n import Languages
from terminal.screens.simulator import CallBoxWindow
from terminal.screens.theme import Theme
from tests.shots._waiting import settle

ADDRESS = 13


class BoxShot(NamedTuple):
    """One picture of a box."""

    name: str
    theme: Theme = look.LIGHT
    size: tuple[int, int] = (360, 304)
    english: bool = False
    typed: str = ""
    plugged: bool = True


BOXES = (
    BoxShot("called"),
    BoxShot("small-dark", look.DARK, (360, 240), typed="6"),
    BoxShot("contrast-en", look.CONTRAST, (480, 400), english=True),
    BoxShot("unplugged", size=(360, 240), plugged=False),
)


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``call-box-*.png``."""
    languages = app.findChild(Languages)
    for shot in BOXES:
        if isinstance(languages, Languages):
            languages.use("en" if shot.english else "zh")
        look.apply(app, shot.theme)
        _box(shot, outdir)


def _box(shot: BoxShot, outdir: Path) -> None:
    box = SimulatedCallBox(ADDRESS)
    window = CallBoxWindow(box, shot.theme)
    try:
        window.resize(*shot.size)
        window.show()
        with Line(box.port) as line:
            line.open()
            station = CallBox(load_profile("ff68"), ADDRESS)
            station.show(7, "A012")
            Bus(line, [station]).turn(0.0)
            settle(60)
        for digit in shot.typed:
            window.keys[digit].pressed.emit()
        box.set_plugged(shot.plugged)
        settle(20)
        window.grab().save(str(outdir / f"call-box-{shot.name}.png"))
    finally:
        window.close()
        window.deleteLater()
        box.close()
