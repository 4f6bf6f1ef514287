"""The simulated GSM modem in every state, theme and language, over a real pseudo-terminal."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from drivers.bus import Bus
from drivers.gsm_modem.modem import SERIAL, Modem, ModemTrouble
from drivers.gsm_modem.pdu import encode
from drivers.gsm_modem.sending import Fate, Outcome
from drivers.line import Line
from terminal.devices.simulated.gsm_modem import SimulatedModem
from terminal.screens import theme as look
from terminal.screens.simulator.modem_window import ModemWindow
from terminal.screens.theme import Theme
from tests.shots._waiting import settle
from tests.shots.simulators import dress, save

TEXTS = (
    "【虚构街道便民服务中心】王*华，您预约的11月23日9:15已登记，预约码 K7QX2M，请带身份证原件到场签到。",
    "【虚构街道便民服务中心】明天9:15请到3号窗口办理：居住证签注。不能来请回电取消。",
    "【虚构街道便民服务中心】李*强，您11月24日的预约因调休不能办理，我们会打电话与您改期。" * 3,
)


class Shot(NamedTuple):
    """One picture of a modem."""

    name: str
    theme: Theme = look.LIGHT
    english: bool = False
    texts: tuple[str, ...] = TEXTS[:2]
    profile: str = "plain"
    act: Callable[[ModemWindow, SimulatedModem], object] | None = None
    size: tuple[int, int] | None = None


SHOTS = (
    Shot("arrived"),
    Shot("empty", texts=()),
    Shot("many-dark", look.DARK, texts=(*TEXTS, *TEXTS[:2])),
    Shot("contrast", look.CONTRAST),
    Shot("locked-en", english=True, texts=(), profile="pin"),
    Shot("no-network", act=lambda window, _: window.switches["no_network"].click()),
    Shot("unplugged", act=lambda _, modem: modem.set_plugged(False)),
    Shot("large", texts=TEXTS, size=(560, 520)),
)


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``modem-*.png``."""
    for shot in SHOTS:
        dress(app, shot.theme, shot.english)
        modem = SimulatedModem(shot.profile)
        try:
            window = ModemWindow(modem, shot.theme)
            if shot.size is not None:
                window.resize(*shot.size)
            window.show()
            _send(modem.port, shot.texts)
            settle(80)
            if shot.act is not None:
                shot.act(window, modem)
                settle(80)
            save(window, outdir / f"modem-{shot.name}.png")
        finally:
            modem.close()


def _send(port: str, texts: tuple[str, ...]) -> None:
    """Send them as the program would."""
    modem, waiting = Modem(), list(texts)
    with Line(port, serial=SERIAL) as line:
        bus = Bus(line, [modem])
        while waiting or modem.busy:
            if modem.ready and not modem.busy:
                modem.send(encode("13800000001", waiting.pop(0), reference=len(waiting)), time.monotonic())
            for _, event in bus.turn(1.0):
                assert not isinstance(event, ModemTrouble), event
                assert not isinstance(event, Outcome) or event.fate is Fate.SENT, event
