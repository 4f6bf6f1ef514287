"""A device is found again by its cable, whatever its port is called now: with lists of ports, and real terminals."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.identity import Identity, Whereabouts
from drivers.line import Line, LineDown
from drivers.ports import PortName
from tests.drivers.ptys import Pty

CH340 = (0x1A86, 0x7523)
CP2102 = (0x10C4, 0xEA60)


@dataclass
class Plugged:
    """An entry of the list of ports."""

    device: str
    vid: int | None
    pid: int | None
    location: str | None
    serial_number: str | None = None


def plugged(device: object, make: tuple[int, int], location: str | None, number: str | None = None) -> Plugged:
    return Plugged(str(device), *make, location, number)


class Computer:
    """Its list of ports, which the test changes; the paths are files, so that they exist or not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ports: list[Plugged] = []

    def path(self, name: str) -> str:
        return str(self.folder / name)

    def has(self, *ports: Plugged) -> None:
        for port in self.ports:
            Path(port.device).unlink(missing_ok=True)
        self.ports = list(ports)
        for port in ports:
            Path(port.device).touch()

    def opened(self, setting: str) -> Whereabouts:
        """A device whose port was opened just now."""
        place = Whereabouts(PortName.parse(setting), lambda: self.ports)
        place.find()
        place.opened()
        return place


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_a_cable_without_a_number_is_found_by_its_plug(computer: Computer) -> None:
    usb0, usb1, usb2 = (computer.path(f"ttyUSB{number}") for number in range(3))
    computer.has(plugged(usb0, CH340, "1-1.2"), plugged(usb1, CH340, "1-1.3"))
    pad = computer.opened(usb0)
    computer.has(plugged(usb1, CH340, "1-1.3"), plugged(usb2, CH340, "1-1.2"))
    assert pad.find() == usb2
    computer.has(plugged(usb0, CH340, "1-1.3"), plugged(usb1, CH340, "1-1.2"))  # swapped at a start of the hub
    assert pad.find() == usb1


def test_the_path_of_the_settings_is_used_while_nothing_is_known(computer: Computer) -> None:
    computer.has(plugged(computer.path("ttyUSB5"), CH340, "1-1"))
    for setting in (computer.path("ttyUSB0"), computer.path("ttyUSB5"), "socket://localhost:4001"):
        assert Whereabouts(PortName.parse(setting), lambda: computer.ports).find() == setting


def test_a_cable_in_another_plug_is_found_when_it_is_the_only_one(computer: Computer) -> None:
    usb0, usb1 = computer.path("ttyUSB0"), computer.path("ttyUSB1")
    computer.has(plugged(usb0, CH340, "1-1.2"))
    pad = computer.opened(usb0)
    computer.has(plugged(usb1, CH340, "1-4"))
    assert pad.find() == usb1
    pad.opened()
    computer.has(plugged(usb0, CH340, "1-4"))
    assert pad.find() == usb0


def test_a_cable_that_was_there_before_belongs_to_another_device(computer: Computer) -> None:
    usb0, usb1 = computer.path("ttyUSB0"), computer.path("ttyUSB1")
    computer.has(plugged(usb0, CH340, "1-1.2"), plugged(usb1, CH340, "1-1.3"))
    pad = computer.opened(usb0)
    computer.has(plugged(usb0, CH340, "1-1.3"))  # the printer came back first, under the pad's name
    with pytest.raises(LineDown) as caught:
        pad.find()
    assert caught.value.reason == "other_device"
    assert "1a86:7523@1-1.3" in str(caught.value)
    computer.has(plugged(usb0, CH340, "1-1.3"), plugged(usb1, CH340, "1-1.2"))
    assert pad.find() == usb1


def test_two_strange_cables_alike_are_not_guessed_between(computer: Computer) -> None:
    usb0, usb1 = computer.path("ttyUSB0"), computer.path("ttyUSB1")
    computer.has(plugged(usb0, CH340, "1-1"))
    pad = computer.opened(usb0)
    computer.has(plugged(usb1, CH340, "1-2"), plugged(computer.path("ttyUSB2"), CH340, "1-3"))
    assert pad.find() == usb0  # which is not there: the line says that it is missing


def test_a_number_of_its_own_finds_a_cable_in_any_plug(computer: Computer) -> None:
    usb0, usb1, usb2 = (computer.path(f"ttyUSB{number}") for number in range(3))
    computer.has(plugged(usb0, CP2102, "1-1", "A7001"), plugged(usb1, CP2102, "1-2", "A7002"))
    pad = computer.opened(usb0)
    computer.has(plugged(usb1, CP2102, "1-2", "A7002"), plugged(usb2, CP2102, "1-3", "A7001"))
    assert pad.find() == usb2


@pytest.mark.parametrize("number", [None, "", "0", "0000"])
def test_a_number_that_every_cable_has_tells_nothing(number: str | None) -> None:
    assert Identity.of(plugged("/dev/ttyUSB0", CH340, "1-1", number)) == Identity(*CH340, "1-1")


def test_clones_that_share_a_number_are_told_apart_by_their_plugs(computer: Computer) -> None:
    usb0, usb1 = computer.path("ttyUSB0"), computer.path("ttyUSB1")
    computer.has(plugged(usb0, CP2102, "1-1", "0001"), plugged(usb1, CP2102, "1-2", "0001"))
    pad = computer.opened(usb0)
    computer.has(plugged(usb0, CP2102, "1-2", "0001"), plugged(usb1, CP2102, "1-1", "0001"))
    assert pad.find() == usb1
    computer.has(plugged(usb0, CP2102, "1-2", "0001"))
    with pytest.raises(LineDown, match="Another device"):
        pad.find()


def test_a_new_cable_of_another_make_in_the_same_plug_is_the_device_s(computer: Computer) -> None:
    usb0 = computer.path("ttyUSB0")
    computer.has(plugged(usb0, CH340, "1-1.2"))
    pad = computer.opened(usb0)
    computer.has(plugged(usb0, CP2102, "1-1.2", "0001"))
    assert pad.find() == usb0


def test_equal_cables_named_by_make_alone_are_told_apart_once_opened(computer: Computer) -> None:
    usb0, usb1 = computer.path("ttyUSB0"), computer.path("ttyUSB1")
    computer.has(plugged(usb0, CH340, "1-1"))
    pad = computer.opened("usb:1a86:7523")
    computer.has(plugged(usb0, CH340, "1-2"), plugged(usb1, CH340, "1-1"))
    assert pad.find() == usb1
    with pytest.raises(LineDown, match="More than one"):
        Whereabouts(PortName.parse("usb:1a86:7523"), lambda: computer.ports).find()


def test_a_cable_named_by_make_alone_is_not_mistaken_for_one_that_came_later(computer: Computer) -> None:
    usb0, usb1 = computer.path("ttyUSB0"), computer.path("ttyUSB1")
    computer.has(plugged(usb0, CH340, "1-1"))
    pad = computer.opened("usb:1a86:7523")
    computer.has(plugged(usb0, CH340, "1-1"), plugged(usb1, CH340, "1-2"))
    assert pad.find() == usb0
    pad.opened()
    computer.has(plugged(usb1, CH340, "1-2"))
    with pytest.raises(LineDown, match="no port"):
        pad.find()
    computer.has(plugged(usb1, CH340, "1-2"), plugged(usb0, CH340, "1-3"))
    assert pad.find() == usb0


def test_without_plugs_and_numbers_nothing_is_guessed(computer: Computer) -> None:
    com3, com4 = computer.path("COM3"), computer.path("COM4")
    computer.has(plugged(com3, CH340, None), plugged(com4, CH340, None))
    pad = computer.opened(com3)
    computer.has(plugged(com4, CH340, None))
    assert pad.find() == com3


@given(st.lists(st.tuples(st.sampled_from([CH340, CP2102]), st.sampled_from("12345"), st.sampled_from(["", "7"]))))
def test_a_device_is_never_taken_for_one_that_was_beside_it(later: list[tuple[tuple[int, int], str, str]]) -> None:
    """Whatever is plugged where afterwards: the neighbour, in its plug, is not opened as ours."""
    ours, neighbour = plugged("/dev/ttyUSB0", CH340, "1-1"), plugged("/dev/ttyUSB1", CH340, "1-2")
    ports = [ours, neighbour]
    pad = Whereabouts(PortName.parse(ours.device), lambda: ports)
    pad.find()
    pad.opened()
    ports[:] = [plugged(f"/dev/ttyUSB{7 + at}", make, f"1-{plug}", nr) for at, (make, plug, nr) in enumerate(later)]
    ports.append(replace(neighbour, device="/dev/ttyUSB2"))
    with suppress(LineDown):
        assert pad.find() != "/dev/ttyUSB2"


PLUGGED = st.builds(
    Plugged,
    st.sampled_from([f"/dev/ttyUSB{number}" for number in range(4)]),
    st.sampled_from([None, 0x1A86, 0x10C4]),
    st.sampled_from([None, 0x7523, 0xEA60]),
    st.sampled_from([None, "", "1-1", "1-2", "1-2:1.0"]),
    st.sampled_from([None, "", "0", "0001", "A7"]),
)


@given(
    st.sampled_from(["/dev/ttyUSB0", "usb:1a86:7523", "usb:1a86:7523@1-2", "COM3", "socket://localhost:4001"]),
    st.lists(st.lists(PLUGGED, max_size=5, unique_by=lambda port: port.device), min_size=1, max_size=5),
)
def test_whatever_is_plugged_in_a_listed_port_or_the_setting_is_opened_or_a_line_is_down(
    setting: str, scenes: list[list[Plugged]]
) -> None:
    ports: list[Plugged] = []
    place = Whereabouts(PortName.parse(setting), lambda: ports)
    for scene in scenes:
        ports[:] = scene
        with suppress(LineDown):
            assert place.find() in {setting, *(port.device for port in scene)}
            place.opened()
        assert place.cable is None or len(place.cable) == 2


def test_a_list_that_cannot_be_made_just_now_forgets_nothing(computer: Computer) -> None:
    usb0, usb1 = computer.path("ttyUSB0"), computer.path("ttyUSB1")
    computer.has(plugged(usb0, CH340, "1-1"))
    pad = computer.opened(usb0)
    computer.has()
    assert pad.find() == usb0
    pad.opened()
    computer.has(plugged(usb1, CH340, "1-1"))
    assert pad.find() == usb1


@pytest.fixture
def cables(tmp_path: Path) -> Iterator[tuple[Pty, Pty]]:
    with Pty(tmp_path / "ttyUSB0") as one, Pty(tmp_path / "ttyUSB1") as other:
        yield one, other


def test_a_line_goes_on_under_another_name_and_not_with_another_s_device(
    cables: tuple[Pty, Pty], tmp_path: Path
) -> None:
    pad, printer = cables
    ports = [plugged(pad.port, CH340, "1-1"), plugged(printer.port, CH340, "1-2")]
    with Line(pad.port, ports=lambda: ports) as line:
        line.open()
        pad.unplug()
        printer.unplug()
        with pytest.raises(LineDown):
            line.read(1.0)
        with Pty(tmp_path / "ttyUSB0") as stranger:  # the printer's cable, under the pad's name
            ports[:] = [plugged(stranger.port, CH340, "1-2")]
            assert line.read(0.3) == b""
            assert not line.is_up
            assert line.trouble is not None
            assert line.trouble.reason == "other_device"
            with Pty(tmp_path / "ttyUSB7") as same:
                ports.append(plugged(same.port, CH340, "1-1"))
                while not line.is_up:
                    line.read(0.2)
                assert line.device == same.port
                same.put(b"pad")
                assert line.read(1.0) == b"pad"
                line.write(b"to the pad")
                assert (same.get(), stranger.get()) == (b"to the pad", b"")
                assert line.port == pad.port
