"""The simulated card reader in every state, theme and language, over a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtWidgets import QApplication

from drivers.bus import Bus
from drivers.id_card import SERIAL, CardReader
from drivers.line import Line
from terminal.devices.simulated.id_card import SimulatedCardReader
from terminal.screens import theme as look
from terminal.screens.i18n import Languages
from terminal.screens.simulator.card_window import CardReaderWindow
from terminal.screens.theme import Theme
from tests.shots._waiting import settle
from tests.shots.simulators import save


class Shot(NamedTuple):
    """One picture of a reader."""

    name: str
    theme: Theme = look.LIGHT
    size: tuple[int, int] | None = None
    english: bool = False
    asked: bool = True
    act: Callable[[SimulatedCardReader], Any] = lambda reader: reader.place("resident")


SHOTS = (
    Shot("card"),
    Shot("empty", act=lambda _: None),
    Shot("alone", asked=False, act=lambda _: None),
    Shot("silent", act=lambda reader: reader.set_lasting("silent", True)),
    Shot("self-test", act=lambda reader: reader.set_lasting("self_test", True)),
    Shot("unplugged", act=lambda reader: reader.set_plugged(False)),
    Shot("dark", look.DARK),
    Shot("contrast", look.CONTRAST),
    Shot("en", english=True, act=lambda reader: reader.place("rare_name")),
    Shot("large", size=(520, 360)),
)


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``card-reader-*.png``."""
    languages = next(child for child in app.children() if isinstance(child, Languages))
    for shot in SHOTS:
        languages.use("en" if shot.english else "zh")
        look.apply(app, shot.theme)
        reader = SimulatedCardReader()
        line = Line(reader.port, serial=SERIAL)
        try:
            window = CardReaderWindow(reader, shot.theme)
            if shot.size is not None:
                window.resize(*shot.size)
            window.show()
            shot.act(reader)
            bus = Bus(line, [CardReader()])
            for _ in range(8 if shot.asked and reader.is_plugged else 0):
                bus.turn(0.05)
            settle(80)
            save(window, outdir / f"card-reader-{shot.name}.png")
        finally:
            line.close()
            reader.close()
    languages.use("zh")
