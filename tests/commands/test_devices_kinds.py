"""``onewindow devices`` for every kind: simulated, tried, listed, asked, and what passed kept for support."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from drivers.diagnosis.doctor import Doctor
from drivers.line import Line
from terminal.commands import simulating
from terminal.devices.kinds import KINDS, census
from terminal.devices.kinds.base import Kind
from terminal.devices.kinds.census import machine_ports, path_of
from tests.commands.site import Site
from tests.commands.test_devices import simulating as simulating_process
from tests.drivers.ptys import Pty, eventually
from tests.drivers.test_line_diagnosis import Tree

EVERY = tuple(KINDS)


@contextmanager
def made(name: str, link: Path | None = None) -> Iterator[Any]:
    """A simulated device of a kind."""
    with KINDS[name].simulator(None, None, link) as device:
        yield device


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_says_what_it_is(name: str) -> None:
    kind: Kind = KINDS[name]
    assert kind.name == name
    assert len({profile.name for profile in kind.profiles()}) == len(kind.profiles())
    for profile in kind.profiles():
        assert profile.title
        assert kind.evidence(profile.name) == profile.evidence
    assert kind.evidence("no such profile") is None


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_is_simulated_with_each_of_its_faults(name: str) -> None:
    kind = KINDS[name]
    with made(name) as device:
        assert kind.faults
        for fault in kind.faults:
            kind.fault(device, fault, 1)
            kind.fault(device, fault, 0)
        with pytest.raises(ValueError, match=kind.faults[0]):
            kind.fault(device, "rust", 1)


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_names_what_can_be_done_to_it(name: str) -> None:
    kind = KINDS[name]
    with made(name) as device:
        known = kind.acts(device)
        for act in ["A012"] if known is None else known:
            kind.act(device, act)
        if known is not None:
            with pytest.raises(ValueError, match=r"\w"):
                kind.act(device, "dance")


@pytest.mark.parametrize("name", EVERY)
def test_a_profile_nobody_can_play_is_named(name: str) -> None:
    with pytest.raises(ValueError, match="none such"):
        KINDS[name].simulator("none such", None, None)


@pytest.mark.parametrize("name", EVERY)
def test_a_port_that_is_gone_is_a_finding_and_no_error(site: Site, name: str) -> None:
    site.configure(f'[{name}]\nport = "{site.folder}/nothing"')
    (row,) = [row for row in site.json("devices", "list") if row["kind"]]
    assert (row["kind"], row["state"]) == (name, "trouble")
    assert "no port" in row["reason"]
    assert site.run("devices", "test", name, "--seconds", "0.1").code == 3


@pytest.mark.parametrize("name", EVERY)
def test_a_kind_that_is_not_in_the_settings_cannot_be_tried(site: Site, name: str) -> None:
    answer = site.run("devices", "test", name)
    assert answer.code == 1
    assert name in answer.complaint  # the part to add


def test_a_device_at_another_window_of_this_machine_is_tried(site: Site) -> None:
    with made("window_display") as strip:
        site.configure(
            f'[[windows]]\nnumber = 4\nwindow_display = {{ port = "{strip.port}", address = 1 }}\n'
            '[[windows]]\nnumber = 5\nwindow_display = { port = "shared" }\n'
        )
        assert site.json("devices", "test", "window_display", "--counter", "4")["text"]
        assert site.run("devices", "test", "window_display").code == 1
        assert "another machine" in site.run("devices", "test", "window_display", "--counter", "5").complaint


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_is_served_until_told_to_stop(tmp_path: Path, name: str) -> None:
    with simulating_process(tmp_path, name, "--fault", "unplug") as port, Line(port) as line:
        line.open()
        assert line.is_up


@pytest.mark.parametrize(
    "words",
    [
        ("receipt_printer", "--fault", "rust"),
        ("receipt_printer", "--fault", "silent=often"),
        ("receipt_printer", "--press", "anything"),
        ("call_box", "--press", "dance"),
        ("scanner", "--profile", "none such"),
    ],
)
def test_what_cannot_be_simulated_is_refused(site: Site, words: tuple[str, ...]) -> None:
    answer = site.run("devices", "simulate", *words)
    assert (answer.code, answer.out) == (1, "")
    assert answer.complaint


def test_people_come_by_themselves_to_a_device_that_does_not_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulating, "EVERY_SECONDS", 0.01)
    monkeypatch.setattr(simulating, "LOOK_SECONDS", 0.005)
    stop = threading.Event()
    with made("scanner") as device, Line(device.port) as line:
        line.open()
        hand = simulating._Hand(KINDS["scanner"], device, ["A012", "A013"], pulls=False)
        serving = threading.Thread(target=hand.work, args=(stop,))
        serving.start()
        came = b""
        while came.count(b"A012") < 2:
            came += line.read(1.0)
        stop.set()
        serving.join()
    assert came.split(b"\r")[:3] == [b"A012", b"A013", b"A012"]


def test_a_cable_that_is_pulled_now_and_then_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOOK_SECONDS", "PLUGGED_SECONDS", "PULLED_SECONDS"):
        monkeypatch.setattr(simulating, name, 0.02)
    stop = threading.Event()
    with made("scanner", tmp_path / "scanner") as device:
        hand = simulating._Hand(KINDS["scanner"], device, [], pulls=True)
        serving = threading.Thread(target=hand.work, args=(stop,))
        serving.start()
        for there in (False, True, False):
            assert eventually(lambda there=there: (tmp_path / "scanner").exists() is there)  # type: ignore[misc]
        stop.set()
        serving.join()


# list


def test_list_tells_window_evidence_and_address_of_each_device(site: Site, tmp_path: Path) -> None:
    with Pty(tmp_path / "bus") as cable:
        site.configure(
            f'[counter]\nnumber = 3\n[rating_pad]\nport = "{cable.port}"\nprofile = "ff68"\naddress = 3\n'
            f'[[windows]]\nnumber = 4\nrating_pad = {{ port = "{cable.port}", address = 4 }}\n'
            '[[windows]]\nnumber = 5\nrating_pad = { port = "shared" }\n'
        )
        rows = [row for row in site.json("devices", "list") if row["kind"]]
        text = site.run("devices", "list").out
    shown = [(row["window"], row["address"], row["profile"], row["evidence"], row["state"]) for row in rows]
    assert shown == [
        (3, 3, "ff68", "public", "up"),
        (4, 4, "six-key", "assumed", "up"),
        (5, None, "six-key", "assumed", "unknown"),
    ]
    assert "Another machine" in rows[2]["reason"]
    assert f"rating_pad  window 4  {cable.port}  (six-key, assumed)  up:" in text


def test_a_device_that_another_onewindow_has_is_not_called_broken(site: Site, tmp_path: Path) -> None:
    def row() -> dict[str, str]:
        (row,) = [row for row in site.json("devices", "list") if row["kind"]]
        return dict(row)

    with Pty(tmp_path / "scanner") as cable:
        site.configure(f'[scanner]\nport = "{cable.port}"')
        words = ["--config", str(site.config), "devices", "test", "scanner", "--seconds", "60"]
        with subprocess.Popen([sys.executable, "-m", "terminal", *words], stderr=subprocess.PIPE) as other:
            try:
                assert eventually(lambda: row()["state"] == "unknown", within=20)
                assert f"(process {other.pid})" in row()["reason"]
            finally:
                other.kill()


def test_the_other_ports_of_the_machine_are_listed_with_what_they_are(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Listed:
        def __init__(self, device: str, vid: int | None, location: str | None) -> None:
            self.device, self.vid, self.pid, self.location = device, vid, 0x7523, location
            self.serial_number, self.description = None, "USB Serial"

    ports = [Listed(str(tmp_path / "b"), 0x1A86, "1-1.2"), Listed(str(tmp_path / "a"), None, None)]
    monkeypatch.setattr("terminal.devices.kinds.census.listed_ports", lambda: ports)
    site.configure('[scanner]\nport = "usb:1a86:7523@1-1.2"')
    rows = site.json("devices", "list")
    assert [(row["kind"], row["port"], row["usb"]) for row in rows] == [
        ("scanner", "usb:1a86:7523@1-1.2", "usb:1a86:7523@1-1.2"),
        (None, str(tmp_path / "a"), None),
    ]
    site.configure()
    rows = site.json("devices", "list")
    assert [(row["port"], row["usb"], row["reason"]) for row in rows] == [
        (str(tmp_path / "a"), None, "USB Serial"),
        (str(tmp_path / "b"), "usb:1a86:7523@1-1.2", "USB Serial"),
    ]
    assert "usb:1a86:7523@1-1.2" in site.run("devices", "list").out


def test_a_cable_that_may_fall_asleep_is_told_beside_a_device_that_works(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = Tree(tmp_path)
    monkeypatch.setattr(census, "Doctor", lambda: Doctor(tree.machine()))
    with Pty(tmp_path / "pad") as cable:

        class Listed:
            device, description, serial_number = cable.port, "USB Serial", None
            vid, pid, location = 0x1A86, 0x7523, "1-1.2"

        monkeypatch.setattr(census, "listed_ports", lambda: [Listed()])
        tree.plug("1-1.2", "1a86", "7523", (tmp_path / "pad").resolve().name, power="auto")
        site.configure(f'[scanner]\nport = "{cable.port}"')
        (row,) = site.json("devices", "list")
        assert (row["state"], row["usb"]) == ("up", "usb:1a86:7523@1-1.2")
        assert "to sleep" in row["hints"][0]
        text = site.run("devices", "list").out
    assert f"{cable.port}  = usb:1a86:7523@1-1.2" in text
    assert "to sleep" in text


def test_who_uses_another_port_is_told(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Pty(tmp_path / "modem") as cable:

        class Listed:
            device, description = cable.port, "a modem"
            vid = pid = location = serial_number = None

        monkeypatch.setattr("terminal.devices.kinds.census.listed_ports", lambda: [Listed()])
        (row,) = site.json("devices", "list")
        assert "process" in row["used_by"]


def test_a_link_and_its_port_are_the_same_place(tmp_path: Path) -> None:
    with Pty(tmp_path / "link") as cable:
        assert path_of(cable.port) == path_of(str((tmp_path / "link").resolve()))
    assert path_of("socket://localhost:1") == "socket://localhost:1"
    assert path_of("usb:0000:0001") == "usb:0000:0001"
    assert path_of("nothing://") == "nothing://"
    assert all(port.path for port in machine_ports())


# probe


def test_probe_tells_what_answers(site: Site) -> None:
    with made("receipt_printer") as printer:
        rows = site.json("devices", "probe", "--port", printer.port, "receipt_printer")
        assert [(row["port"], row["kind"]) for row in rows] == [(printer.port, "receipt_printer")]
        assert printer.lines == ()  # nothing was printed
    with made("id_card") as reader:
        (row,) = site.json("devices", "probe", "--port", reader.port)
        assert (row["kind"], row["profile"]) == ("id_card", "sdt")


def test_probe_of_a_port_where_nothing_answers_says_so(site: Site, tmp_path: Path) -> None:
    with Pty(tmp_path / "quiet") as cable:
        answer = site.run("devices", "probe", "--port", cable.port, "receipt_printer")
    assert (answer.code, "nothing answers" in answer.out) == (0, True)
    assert site.run("devices", "probe", "--port", "COM0://x", "receipt_printer").code == 1
    assert site.run("devices", "probe", "--port", tmp_path / "gone", "receipt_printer").code == 3


def test_probe_of_all_ports_passes_over_those_that_cannot_be_used(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("terminal.devices.kinds.census.listed_ports", list)
    with made("receipt_printer") as printer:
        site.configure(f'[receipt_printer]\nport = "{printer.port}"\n[id_card]\nport = "{tmp_path}/gone"')
        rows = site.json("devices", "probe", "receipt_printer")
    assert [(row["port"], row["kind"]) for row in rows] == [
        (printer.port, "receipt_printer"),
        (f"{tmp_path}/gone", None),
    ]
    assert "no port" in rows[1]["said"]


# log


@pytest.fixture
def kept(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file where what passed at the scanner's port is kept."""
    monkeypatch.setattr("terminal.commands.devices.traffic_folder", lambda: tmp_path)
    site.configure('[scanner]\nport = "/dev/ttyUSB3"')
    return tmp_path / "dev_ttyUSB3.log"


def test_what_passed_is_shown_and_copied_for_support(site: Site, tmp_path: Path, kept: Path) -> None:
    line = "2026-11-21T09:30:05.123+08:00 "
    kept.write_text(f"{line}state up /dev/ttyUSB3\n{line}in    <6>\n")
    (tmp_path / "dev_ttyUSB3.log.1").write_text(f"{line}out   01\n")
    answer = site.json("devices", "log", "scanner")
    assert [(entry["direction"], entry["text"]) for entry in answer["entries"]] == [
        ("out", "01"), ("state", "up /dev/ttyUSB3"), ("in", "<6>"),
    ]  # fmt: skip
    assert site.run("devices", "log", "scanner").out.splitlines()[0] == f"{line}out   01"
    copied = site.json("devices", "log", "scanner", "--output", tmp_path / "copy.txt")
    assert copied["entries"] == 3
    text = (tmp_path / "copy.txt").read_text()
    assert text.startswith("# scanner, window 1, /dev/ttyUSB3\n# OneWindow ")
    assert text.endswith("<6>\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("scanner",), 1),  # nothing kept
        (("rating_pad",), 1),  # none in the settings
        (("scanner", "--counter", "9"), 1),
        (("scanner", "--counter", "0"), 2),
        (("toaster",), 2),
    ],
)
def test_a_log_that_is_not_there_is_refused(site: Site, kept: Path, words: tuple[str, ...], code: int) -> None:
    answer = site.run("devices", "log", *words)
    assert (answer.code, answer.out) == (code, "")
    assert not kept.exists()


def test_a_log_that_cannot_be_copied_is_a_fault(site: Site, kept: Path) -> None:
    kept.write_text("2026-11-21T09:30:05.123+08:00 in    01\n")
    assert site.run("devices", "log", "scanner", "--output", "/nowhere/at/all").code == 3


def test_help_names_every_kind(site: Site) -> None:
    answer = site.run("devices", "simulate", "--help")
    assert all(name in answer.out for name in EVERY)
    assert json.loads(json.dumps(EVERY))
