"""The setup screen in every state, size, theme and language, with simulated devices on real pseudo-terminals."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from terminal.devices.kinds.base import Finding, Said
from terminal.screens import theme as look
from terminal.screens.i18n import Languages
from terminal.screens.setup import SetupScreen, trials
from terminal.screens.setup.draft import Device
from terminal.screens.setup.learn_page import LearnPage
from terminal.screens.theme import Theme
from terminal.settings_file import SettingsFile
from tests.screens.setup.canned import CONFIGURED, FINDINGS, PORTS
from tests.shots._waiting import settle

Act = Callable[[SetupScreen], object]


class Shot(NamedTuple):
    """One picture."""

    name: str
    theme: Theme = look.LIGHT
    size: tuple[int, int] = (1366, 768)
    english: bool = False
    act: Act | None = None
    file: str = CONFIGURED
    ports: bool = True


def printer(screen: SetupScreen) -> None:
    """The device in trouble."""
    screen.devices.list.choose("receipt_printer", None)


def window(screen: SetupScreen) -> None:
    """Another window's devices."""
    screen.devices.list.choose(None, 4)


def open_ports(screen: SetupScreen) -> None:
    """The list of ports."""
    field = screen.devices.sheet.form.fields["port"].input
    field.setFocus()
    field.open_list()  # type: ignore[attr-defined]


def open_profiles(screen: SetupScreen) -> None:
    """The list of profiles."""
    field = screen.devices.sheet.form.fields["profile"].input
    field.setFocus()
    field.open_list()  # type: ignore[attr-defined]


def bad_address(screen: SetupScreen) -> None:
    """A value that the loader refuses."""
    screen.devices.sheet.form.fields["address"].input.setText("999")  # type: ignore[attr-defined]
    screen.devices.sheet.form._edit("address", "999")
    screen.save()


def simulate(screen: SetupScreen) -> None:
    """A pad of software."""
    screen.devices.sheet.bar.buttons["simulate"].click()


def test_pad(screen: SetupScreen) -> None:
    """A key is asked for."""
    simulate(screen)
    settle(120)
    screen.devices.sheet.bar.buttons["test"].click()


def tested_pad(screen: SetupScreen) -> None:
    """A key came."""
    test_pad(screen)
    settle(300)
    screen.devices.sheet.puppet.acted.emit("very_satisfied")
    settle(400)


def modem(screen: SetupScreen) -> None:
    """A modem of software was tried."""
    screen.devices.list.choose("gsm_modem", None)
    simulate(screen)
    settle(120)
    screen.devices.sheet.form._edit("smsc", "+8613800100500")
    screen.devices.sheet.bar.buttons["test"].click()
    settle(1200)


def probe(screen: SetupScreen) -> None:
    """Nobody answers."""
    simulate(screen)
    settle(120)
    screen.devices.sheet.bar.buttons["probe"].click()
    settle(400)


def learn(screen: SetupScreen) -> None:
    """Ready to learn a simulated pad."""
    simulate(screen)
    settle(120)
    screen.devices.sheet.bar.buttons["learn"].click()


def learning(screen: SetupScreen) -> None:
    """Two keys pressed."""
    learn(screen)
    page = screen.devices.learning.page
    page.bar.main.click()
    for number in range(2):
        _press_next(page, number)
    settle(900)


def learned(screen: SetupScreen) -> None:
    """Both rounds."""
    learn(screen)
    page = screen.devices.learning.page
    page.bar.main.click()
    for number in range(12):
        _press_next(page, number)
        if page.state != "running":
            break
    settle(1500)


def not_learned(screen: SetupScreen) -> None:
    """The same key each time."""
    learn(screen)
    page = screen.devices.learning.page
    page.bar.main.click()
    for number in range(2):
        _wait_for_prompt(page, number)
        page.acted.emit(page.keys.rows[0].key)
    for _ in range(4):
        settle(900)
        page.skip.click()
    settle(1500)


def _wait_for_prompt(page: LearnPage, number: int) -> None:
    for _ in range(100):
        asked = [row for row in page.keys.rows if row.state == "asked"]
        if asked and (page._number - 1 + (6 if page._second else 0)) == number:
            return
        settle(50)


def _press_next(page: LearnPage, number: int) -> None:
    _wait_for_prompt(page, number)
    for row in page.keys.rows:
        if row.state == "asked":
            page.acted.emit(row.key)
            return


def machine(screen: SetupScreen) -> None:
    """The other page."""
    screen.rail.choose("machine")


def machine_check(screen: SetupScreen) -> None:
    """A database that is not there."""
    machine(screen)
    screen.machine.check()
    settle(600)


def messages(screen: SetupScreen) -> None:
    """Nothing is chosen."""
    screen.rail.choose("messages")


def by_modem(screen: SetupScreen) -> None:
    """By a modem that is not set up."""
    messages(screen)
    screen.messages._choose("modem")


def messages_tried(screen: SetupScreen) -> None:
    """A test message went out over a modem of software."""
    screen.devices.list.choose("gsm_modem", None)
    simulate(screen)
    settle(120)
    by_modem(screen)
    screen.messages.trial.number.setText("13800000001")
    screen.messages.bar.buttons["test"].click()
    settle(2000)


def gateway(screen: SetupScreen) -> None:
    """A gateway that nobody knows."""
    messages(screen)
    screen.messages._choose("gateway")
    write_gateway(screen, "smsegle://token@10.0.0.8/{phone}")


def gateway_known(screen: SetupScreen) -> None:
    """A gateway's address, just typed."""
    gateway(screen)
    write_gateway(screen, "smseagle://token@10.0.0.8/{phone}")


def gateway_kept(screen: SetupScreen) -> None:
    """The same, saved."""
    gateway_known(screen)
    screen.save()
    screen.messages.bar.main.setFocus()
    settle(300)


def gateway_missing(screen: SetupScreen) -> None:
    """Chosen, nothing written, saved."""
    messages(screen)
    screen.messages._choose("gateway")
    screen.save()


def write_gateway(screen: SetupScreen, text: str) -> None:
    """Type an address."""
    field = screen.messages.fields["gateway"].input
    field.setText(text)  # type: ignore[attr-defined]
    screen.messages._edit(text)
    settle(1500)


def leave(screen: SetupScreen) -> None:
    """Closed with changes."""
    screen.devices.sheet.form._edit("address", "5")
    screen.close()


def saved(screen: SetupScreen) -> None:
    """Saved."""
    screen.devices.sheet.form._edit("address", "5")
    screen.save()
    settle(300)


SHOTS = (
    Shot("devices"),
    Shot("devices-1024", size=(1024, 768)),
    Shot("devices-dark", look.DARK),
    Shot("devices-contrast", look.CONTRAST),
    Shot("devices-contrast-1024", look.CONTRAST, (1024, 768)),
    Shot("devices-en", english=True),
    Shot("devices-en-1024", size=(1024, 768), english=True),
    Shot("first-run", file=""),
    Shot("no-ports", file="", ports=False),
    Shot("ports", act=open_ports),
    Shot("profiles", act=open_profiles),
    Shot("profiles-dark", look.DARK, act=open_profiles),
    Shot("trouble", act=printer),
    Shot("trouble-dark-en", look.DARK, english=True, act=printer),
    Shot("window", act=window),
    Shot("bad-address", act=bad_address),
    Shot("simulated", act=simulate),
    Shot("testing", act=test_pad),
    Shot("tested", act=tested_pad),
    Shot("tested-1024", size=(1024, 768), act=tested_pad),
    Shot("modem", act=modem),
    Shot("modem-contrast-1024", look.CONTRAST, (1024, 768), act=modem),
    Shot("no-answer", act=probe),
    Shot("learn", act=learn),
    Shot("learning", act=learning),
    Shot("learning-dark-1024", look.DARK, (1024, 768), act=learning),
    Shot("learning-contrast-en", look.CONTRAST, english=True, act=learning),
    Shot("learned", act=learned),
    Shot("not-learned", act=not_learned),
    Shot("saved", act=saved),
    Shot("leaving", act=leave),
    Shot("leaving-contrast", look.CONTRAST, act=leave),
    Shot("machine", act=machine),
    Shot("machine-1024-dark", look.DARK, (1024, 768), act=machine),
    Shot("machine-contrast-en", look.CONTRAST, english=True, act=machine),
    Shot("machine-check", act=machine_check),
    Shot("messages", act=messages),
    Shot("messages-modem-missing", act=by_modem),
    Shot("messages-tried", act=messages_tried),
    Shot("messages-tried-dark-1024", look.DARK, (1024, 768), act=messages_tried),
    Shot("messages-tried-contrast-1024", look.CONTRAST, (1024, 768), act=messages_tried),
    Shot("messages-gateway-unknown", act=gateway),
    Shot("messages-gateway", act=gateway_known),
    Shot("messages-gateway-kept-en", english=True, act=gateway_kept),
    Shot("messages-gateway-kept-contrast", look.CONTRAST, act=gateway_kept),
    Shot("messages-gateway-missing", act=gateway_missing),
)


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``setup-*.png``."""
    languages = app.findChild(Languages)
    listed, looked = trials.machine_ports, trials._look
    try:
        for shot in SHOTS:
            if isinstance(languages, Languages):
                languages.use("en" if shot.english else "zh")
            look.apply(app, shot.theme)
            trials.machine_ports = lambda ports=shot.ports: PORTS if ports else ()  # type: ignore[assignment]
            trials._look = _canned_look  # type: ignore[assignment]
            _one(shot, outdir)
    finally:
        trials.machine_ports, trials._look = listed, looked


def _canned_look(device: Device, *_: object) -> Finding:
    return FINDINGS.get(device, Finding("up", Said("The port opens; a key press would prove the pad.")))


def _one(shot: Shot, outdir: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="onewindow-") as folder:
        path = Path(folder) / "settings.toml"
        if shot.file:
            path.write_text(shot.file, encoding="utf-8")
        screen = SetupScreen(shot.theme, SettingsFile(path))
        screen.bar._path = "/home/zhang/.config/onewindow/settings.toml"
        screen.resize(*shot.size)
        screen.show()
        screen.activateWindow()
        settle(300)
        if shot.act is not None:
            shot.act(screen)
            settle(120)
        screen.grab().save(str(outdir / f"setup-{shot.name}.png"))
        screen.draft.take(screen.draft.before)
        screen.trials.cancel()
        screen.close()
        screen.deleteLater()
