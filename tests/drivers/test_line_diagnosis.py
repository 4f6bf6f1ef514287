"""Why a port cannot be used, found out from trees of files made as Linux makes them, and from real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.diagnosis.doctor import Doctor
from drivers.diagnosis.holders import holder_of
from drivers.diagnosis.machine import Machine
from drivers.diagnosis.usb import usb_device_of, usb_devices
from drivers.identity import Whereabouts
from drivers.line import Line, LineDown, LineHint
from drivers.ports import SENTENCES, PortName
from tests.drivers.ptys import Pty

ME = 1000


class Tree:
    """A small computer in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.plugs = root / "sys" / "bus" / "usb" / "devices"
        for folder in (self.plugs, root / "sys" / "class" / "tty", root / "proc"):
            folder.mkdir(parents=True)
        self.write("etc/group", "root:x:0:\ndialout:x:20:zhang,li\nstaff:x:50:\n")
        self.write("etc/passwd", "root:x:0:0::/root:/bin/sh\nli:x:1000:1000::/home/li:/bin/sh\n")

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", errors="replace")
        return file

    def machine(self, user: int = ME, groups: tuple[int, ...] = (ME,)) -> Machine:
        return Machine(self.root / "proc", self.root / "sys", self.root / "etc", self.root / "lib", 1, user,
                       lambda: frozenset(groups))  # fmt: skip

    def plug(self, plug: str, vid: str, pid: str, tty: str = "", power: str = "on") -> None:
        self.write(f"sys/bus/usb/devices/{plug}/idVendor", vid + "\n")
        self.write(f"sys/bus/usb/devices/{plug}/idProduct", pid + "\n")
        self.write(f"sys/bus/usb/devices/{plug}/power/control", power + "\n")
        interface = self.plugs / plug / f"{plug}:1.0"
        interface.mkdir()
        if tty:
            (interface / tty).mkdir()
            folder = self.root / "sys" / "class" / "tty" / tty
            folder.mkdir()
            (folder / "device").symlink_to(interface / tty)

    def run(self, process: int, name: str) -> None:
        self.write(f"proc/{process}/comm", name + "\n")

    def explain(self, reason: str, port: str, machine: Machine | None = None) -> LineDown:
        place = Whereabouts(PortName.parse(port), list)
        return Doctor(machine or self.machine()).explain(LineDown(reason, port), place)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


# Whose is it?


def owned(tree: Tree, mode: int, group: int) -> str:
    """A port of that group and mode."""
    port = tree.write("dev/ttyUSB0", "")
    port.chmod(mode)
    os.chown(port, -1, group)
    return str(port)


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to other groups")


@needs_root
def test_the_group_that_owns_the_port_is_named_with_the_command(tree: Tree) -> None:
    found = tree.explain("permission", owned(tree, 0o660, 50))
    assert found.reason == "permission_group"
    assert "sudo usermod -aG staff $USER" in str(found)


@needs_root
def test_a_group_that_the_session_has_not_learnt_of_needs_a_new_sign_in(tree: Tree) -> None:
    found = tree.explain("permission", owned(tree, 0o660, 20))
    assert (found.reason, found.detail) == ("permission_session", "dialout")
    assert "Sign out" in str(found)


@needs_root
def test_a_port_that_its_group_may_not_use_needs_udev_rules(tree: Tree) -> None:
    assert tree.explain("permission", owned(tree, 0o600, 20)).reason == "permission_mode"
    assert tree.explain("permission", owned(tree, 0o660, 0)).reason == "permission_mode"


@needs_root
def test_a_group_that_lets_us_is_not_blamed(tree: Tree) -> None:
    port = owned(tree, 0o660, 20)
    assert tree.explain("permission", port, tree.machine(groups=(ME, 20))).reason == "permission"


@needs_root
def test_a_group_without_a_name_is_told_by_its_number(tree: Tree) -> None:
    assert "usermod -aG 4711" in str(tree.explain("permission", owned(tree, 0o660, 4711)))


# Who has it?

HOLD = "import serial, sys; p = serial.Serial(sys.argv[1], exclusive={exclusive}); print('open', flush=True); input()"


@contextmanager
def another_program(port: str, *, exclusive: bool) -> Iterator[subprocess.Popen[str]]:
    """A process that has the port open."""
    command = [sys.executable, "-c", HOLD.format(exclusive=exclusive), port]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "open\n"
            yield process
        finally:
            process.kill()


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Pty]:
    with Pty(tmp_path / "ttyUSB0") as pty:
        yield pty


def test_the_program_that_has_the_port_is_named_until_it_lets_go(cable: Pty) -> None:
    with Line(cable.port) as line:
        with another_program(cable.port, exclusive=True) as process:
            with pytest.raises(LineDown, match=rf"python.* \(process {process.pid}\)") as caught:
                line.open()
            assert caught.value.reason == "busy_with"
        line.open()
        assert line.is_up


def test_a_program_that_locks_nothing_is_found_by_its_open_files(cable: Pty) -> None:
    # The test's own end of the cable is open too: another program explains more than ourselves.
    with another_program(cable.port, exclusive=False) as process:
        holder = holder_of(Machine(), cable.port)
    assert holder is not None
    assert (holder.pid, holder.is_ours) == (process.pid, False)


def test_the_other_device_of_this_program_is_named_as_such(cable: Pty) -> None:
    with Line(cable.port) as first, Line(cable.port) as second:
        first.open()
        with pytest.raises(LineDown, match="another device of this program"):
            second.open()


def locked(tree: Tree, process: int, *command: str) -> str:
    """A port that a process has locked."""
    port = tree.write("dev/ttyUSB0", "")
    status = port.stat()
    device = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"
    tree.write("proc/locks", f"1: POSIX  ADVISORY  WRITE 77 {device} 0 EOF\n2: -> FLOCK\n"
                             f"3: FLOCK  ADVISORY  WRITE {process} {device} 0 EOF\n")  # fmt: skip
    tree.run(process, Path(command[0]).name)
    tree.write(f"proc/{process}/cmdline", "\0".join(command) + "\0")
    return str(port)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (("/opt/onewindow/bin/python", "/opt/onewindow/bin/onewindow", "counter"), "busy_same"),
        (("python3", "-m", "terminal", "counter"), "busy_same"),
        (("minicom", "-D", "/dev/ttyUSB0"), "busy_with"),
        (("ModemManager",), "busy_modem"),
    ],
)
def test_who_locked_the_port_is_told(tree: Tree, command: tuple[str, ...], reason: str) -> None:
    found = tree.explain("busy", locked(tree, 4321, *command))
    assert found.reason == reason
    assert "process 4321" in found.detail


def test_a_program_that_cannot_be_seen_is_just_another_or_the_usual_suspect(tree: Tree) -> None:
    port = str(tree.write("dev/ttyUSB0", ""))
    assert tree.explain("busy", port).reason == "busy"
    tree.run(812, "ModemManager")
    assert "ModemManager" in str(tree.explain("busy", port))


# Is it there after all?


def test_a_cable_that_brltty_took_is_told(tree: Tree) -> None:
    tree.plug("1-1.2", "1a86", "7523")
    tree.run(500, "brltty")
    found = tree.explain("missing", "/dev/ttyUSB0")
    assert (found.reason, found.detail) == ("brltty", "1a86:7523@1-1.2")
    assert "sudo apt remove brltty" in str(found)


RULE = 'ENV{PRODUCT}=="1a86/7523/*", ENV{BRLTTY_BRAILLE_DRIVER}="bm", GOTO="brltty_usb_run"\n'


def test_brltty_s_rules_are_enough_unless_they_are_masked(tree: Tree) -> None:
    tree.plug("1-1.2", "1a86", "7523")
    tree.write("lib/udev/rules.d/85-brltty.rules", RULE)
    assert tree.explain("missing", "/dev/ttyUSB0").reason == "brltty"
    tree.write("etc/udev/rules.d/85-brltty.rules", "# " + RULE)
    assert tree.explain("missing", "/dev/ttyUSB0").reason == "no_driver"


def test_a_cable_of_a_make_that_brltty_leaves_alone_has_no_driver(tree: Tree) -> None:
    tree.plug("1-1.2", "067b", "23a3")
    tree.write("lib/udev/rules.d/85-brltty.rules", RULE)
    assert tree.explain("missing", "/dev/ttyUSB3").reason == "no_driver"


def test_cables_that_have_their_port_and_other_devices_explain_nothing(tree: Tree) -> None:
    tree.plug("1-1", "1a86", "7523", "ttyUSB1")
    tree.plug("1-2", "046d", "c077")  # a mouse
    tree.run(500, "brltty")
    assert tree.explain("missing", "/dev/ttyUSB0").reason == "missing"
    assert tree.explain("missing", "/dev/pts/77").reason == "missing"


def test_only_the_cable_of_the_settings_is_looked_for(tree: Tree) -> None:
    tree.plug("1-1", "1a86", "7523")
    tree.run(500, "brltty")
    assert tree.explain("missing", "usb:1a86:7523@1-2").reason == "missing"
    assert tree.explain("missing", "usb:10c4:ea60").reason == "missing"
    assert tree.explain("missing", "usb:1a86:7523@1-1").reason == "brltty"
    assert tree.explain("missing", "usb:1a86:7523").reason == "brltty"


def test_other_troubles_stay_what_they_are(tree: Tree) -> None:
    for reason in ("lost", "stalled", "ambiguous", "refused", "failed"):
        assert tree.explain(reason, "/dev/ttyUSB0").reason == reason


def test_a_trouble_that_stays_is_looked_into_now_and_then(tree: Tree) -> None:
    now = [100.0]
    doctor = Doctor(tree.machine(), lambda: now[0])
    place = Whereabouts(PortName.parse("/dev/ttyUSB0"), list)
    asked = LineDown("missing", "/dev/ttyUSB0")
    tree.plug("1-1", "1a86", "7523")
    assert doctor.explain(asked, place).reason == "no_driver"
    tree.run(500, "brltty")
    assert doctor.explain(asked, place).reason == "no_driver"
    now[0] += 2.0
    assert doctor.explain(asked, place).reason == "brltty"
    assert doctor.explain(LineDown("lost", "/dev/ttyUSB0"), place).reason == "lost"


def test_a_computer_without_such_files_explains_nothing_and_fails_nowhere(tmp_path: Path) -> None:
    nothing = Machine(tmp_path / "a", tmp_path / "b", tmp_path / "c", tmp_path / "d", 1, ME, frozenset)
    place = Whereabouts(PortName.parse("/dev/ttyUSB0"), list)
    for reason in ("missing", "busy"):
        assert Doctor(nothing).explain(LineDown(reason, "/dev/ttyUSB0"), place).reason == reason
    assert Doctor(nothing).hints(place, "/dev/ttyUSB0") == ()


# Will it go well?


def test_the_usb_device_behind_a_port_is_found(tree: Tree) -> None:
    tree.plug("1-1.2", "1a86", "7523", "ttyUSB3")
    tree.plug("1-1.3", "10c4", "ea60")
    device = usb_device_of(tree.machine(), "/dev/ttyUSB3")
    assert device is not None
    assert (str(device), device.has_port, device.may_sleep) == ("1a86:7523@1-1.2", True, False)
    assert [str(found) for found in usb_devices(tree.machine())] == ["1a86:7523@1-1.2", "10c4:ea60@1-1.3"]
    assert usb_device_of(tree.machine(), "/dev/ttyS0") is None


def test_a_line_whose_cable_may_fall_asleep_is_up_with_a_hint(tree: Tree, cable: Pty) -> None:
    name = Path(os.path.realpath(cable.port)).name
    tree.plug("1-1.2", "1a86", "7523", name, power="auto")
    with Line(cable.port, machine=tree.machine()) as line:
        told = []
        line.on_state = lambda state, reason: told.append((str(state), reason, len(line.hints)))
        line.open()
        assert [hint.reason for hint in line.hints] == ["asleep"]
        assert "power/control" in str(line.hints[0])
        assert told == [("up", "", 0), ("up", "", 1)]
        line.hint("speed")
        line.hint("speed")
        assert [hint.reason for hint in line.hints] == ["asleep", "speed"]
        line.hint("speed", on=False)
        assert line.hints == (LineHint("asleep", cable.port, line.hints[0].detail),)
        assert len(told) == 4
        cable.unplug()
        with pytest.raises(LineDown):
            line.read(1.0)
        line.hint("speed")
        assert not line.hints


# Whatever stands in those files


@given(text=st.text(max_size=80), process=st.integers(1, 5), number=st.integers(-1, 2**40))
def test_files_that_hold_anything_are_never_an_error(
    tmp_path_factory: pytest.TempPathFactory, text: str, process: int, number: int
) -> None:
    tree = Tree(tmp_path_factory.mktemp("tree"))
    port = str(tree.write("dev/ttyUSB0", ""))
    for file in ("etc/group", "etc/passwd", "proc/locks", f"proc/{process}/comm", f"proc/{process}/cmdline"):
        tree.write(file, f"{text}\n{text}:{number}:{number}\n1: FLOCK {text} {number} {number} {number}")
    tree.write("lib/udev/rules.d/85-brltty.rules", text)
    tree.plug("1-1", text, str(number))
    tree.plug("1-2", "1a86", "7523")
    for reason in SENTENCES:
        found = tree.explain(reason, port)
        assert found.reason in SENTENCES
        assert port in str(found)
    assert usb_devices(tree.machine())[-1].location == "1-2"
