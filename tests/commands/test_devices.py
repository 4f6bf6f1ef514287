"""``onewindow devices``: what is there, whether it works, and devices made of software."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drivers import speed
from drivers.line import Line, LineDown
from drivers.receipt_printer.simulator.on_pty import PrinterOnPty
from terminal.devices.slip_fonts import slip_fonts
from tests.commands.site import Site
from tests.commands.wire import Wire, ask, key, meanwhile, reply
from tests.drivers.ptys import eventually


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Wire]:
    """The pad's end of a cable."""
    with Wire(tmp_path / "pad") as wire:
        yield wire


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[PrinterOnPty]:
    """A simulated printer."""
    with PrinterOnPty(slip_fonts(), link=tmp_path / "printer") as printer:
        yield printer


def configure(site: Site, pad: str = "", printer: str = "", profile: str = "ff68") -> None:
    parts = [f'[rating_pad]\nport = "{pad}"\nprofile = "{profile}"'] if pad else []
    parts += [f'[receipt_printer]\nport = "{printer}"'] if printer else []
    site.configure("\n".join(parts))


def states(site: Site) -> dict[str, str]:
    return {row["kind"]: row["state"] for row in site.json("devices", "list") if row["kind"]}


def test_list_tells_the_devices_of_the_settings_and_how_they_are(site: Site, wire: Wire, printer: PrinterOnPty) -> None:
    assert states(site) == {}
    configure(site, wire.port, printer.port)
    assert states(site) == {"rating_pad": "up", "receipt_printer": "up"}
    printer.simulator.silent = True
    wire.unplug()
    assert states(site) == {"rating_pad": "trouble", "receipt_printer": "unknown"}
    printer.simulator.silent = False
    printer.simulator.paper_out = True
    assert states(site)["receipt_printer"] == "trouble"
    assert "out of paper" in site.run("devices", "list").out


def test_list_tells_a_setting_that_can_never_work_beside_the_others(site: Site, printer: PrinterOnPty) -> None:
    configure(site, "/dev/null", printer.port, profile="none")
    assert states(site) == {"rating_pad": "trouble", "receipt_printer": "up"}


def test_the_pad_s_test_tells_key_score_and_frame(site: Site, wire: Wire) -> None:
    configure(site, wire.port)

    def resident() -> None:
        wire.wait_for(ask())
        wire.put(key(3))
        wire.wait_for(reply(3))

    with meanwhile(resident):
        answer = site.json("devices", "test", "rating_pad", "--seconds", "20")
    assert answer == {"key": "very_satisfied", "score": 5, "frame": "FF 68 03 03 68 01 11 03 15 16"}
    assert site.json("rating", "list") == []


def test_the_pad_s_test_shows_the_frame_of_a_key_its_profile_has_not(site: Site, wire: Wire) -> None:
    configure(site, wire.port)

    def resident() -> None:
        wire.wait_for(ask())
        wire.put(key(9))

    with meanwhile(resident):
        answer = site.run("--json", "devices", "test", "rating_pad", "--seconds", "20")
    assert (answer.code, answer.out) == (1, "")
    assert "FF 68 03 03 68 01 11 09 1B 16" in answer.complaint


def test_the_pad_s_test_fails_without_a_key_or_a_port(site: Site, wire: Wire) -> None:
    configure(site, wire.port)
    answer = site.run("--json", "devices", "test", "rating_pad", "--seconds", "0.1")
    assert (answer.code, answer.out) == (3, "")
    assert "No key" in answer.complaint
    wire.unplug()
    assert "pad" in site.run("--json", "devices", "test", "rating_pad").complaint


def test_the_pad_s_test_says_that_nothing_but_garbage_came(
    site: Site, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speed, "BURSTS", 1)
    configure(site, wire.port)

    def resident() -> None:
        wire.wait_for(ask())
        wire.put(bytes(range(0x80, 0xC0)))

    with meanwhile(resident):
        answer = site.run("--json", "devices", "test", "rating_pad", "--seconds", "1")
    assert answer.code == 3
    assert "speed is likely wrong" in answer.complaint


def test_the_printer_s_test_prints(site: Site, printer: PrinterOnPty) -> None:
    configure(site, printer=printer.port)
    assert site.json("devices", "test", "receipt_printer") == {"printed": "confirmed"}
    assert any("OneWindow" in line for line in printer.lines)
    printer.simulator.cover_open = True
    assert site.run("devices", "test", "receipt_printer").code == 3


@pytest.mark.parametrize("kind", ["rating_pad", "receipt_printer"])
def test_a_device_that_is_not_in_the_settings_cannot_be_tested(site: Site, kind: str) -> None:
    assert site.run("devices", "test", kind).code == 1


@contextmanager
def simulating(folder: Path, *words: str) -> Iterator[str]:
    """A simulated device as a process of its own; its port. It has to end by itself when told."""
    file = folder / "port"
    command = [sys.executable, "-m", "terminal", "devices", "simulate", *words, "--port-file", str(file), "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert eventually(lambda: file.exists() or process.poll() is not None, within=20)
        yield file.read_text(encoding="utf-8").strip()
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
        assert (process.returncode, err) == (0, "")
        assert json.loads(out)["kind"] == words[0]
        assert not file.exists()
    finally:
        process.kill()
        process.communicate()


def test_a_simulated_pad_answers_every_question_and_ends_when_told(site: Site, tmp_path: Path) -> None:
    link = tmp_path / "simulated"
    with simulating(tmp_path, "rating_pad", "--profile", "six-key", "--address", "3", "--link", str(link),
                    "--press", "average") as port:  # fmt: skip
        assert port == str(link)
        site.configure(f'[rating_pad]\nport = "{port}"\naddress = 3')
        for _ in range(2):
            handling = site.handling()
            rating = site.json("ticket", "finish", handling, "--rate")["rating"]
            assert rating == {"key": "average", "score": 3, "source": "pad"}
    assert not os.path.lexists(link)


def test_a_second_program_is_told_that_the_port_is_in_use(site: Site, tmp_path: Path) -> None:
    with simulating(tmp_path, "receipt_printer") as port, Line(port) as first, Line(port) as second:
        first.open()
        with pytest.raises(LineDown) as trouble:
            second.open()
        assert trouble.value.reason == "busy_here"
        site.configure(f'[receipt_printer]\nport = "{port}"')
        assert "in use" in site.run("ticket", "issue", "A").complaint


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("rating_pad", "--profile", "none"), 1),
        (("rating_pad", "--press", "none"), 1),
        (("receipt_printer", "--press", "satisfied"), 1),
        (("rating_pad", "--address", "256"), 2),
        (("toaster",), 2),
        (("rating_pad", "--link", "/nowhere/at/all"), 3),
        (("rating_pad", "--port-file", "/nowhere/at/all"), 3),
    ],
)
def test_a_device_that_cannot_be_made_is_told(site: Site, words: tuple[str, ...], code: int) -> None:
    answer = site.run("devices", "simulate", *words)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err


def test_a_file_in_the_place_of_the_link_is_not_touched(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert site.run("devices", "simulate", "rating_pad", "--link", tmp_path / "file").code == 3
    assert (tmp_path / "file").read_text() == "mine"
