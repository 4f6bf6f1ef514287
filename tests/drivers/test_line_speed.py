"""A line on which nothing ever makes sense is likely set to the wrong speed."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from drivers.bus import Bus
from drivers.line import Line, LineDown
from drivers.rating_pad.pad import Pad
from drivers.rating_pad.profile import load_profile
from drivers.speed import SpeedWatch
from tests.drivers.ptys import Pty

PRESS = bytes.fromhex("FF 68 03 03 68 01 11 02 14 16")
OTHERS = bytes.fromhex("FF 68 03 03 68 07 11 02 1A 16")  # of a pad at another address


class Desk:
    """A pad at a cable, its line watched."""

    def __init__(self, cable: Pty, line: Line) -> None:
        self.cable, self.line = cable, line
        self.watch = SpeedWatch(line)
        self.bus = Bus(line, [Pad(load_profile("ff68"))])
        self.bus.turn(0.0)
        self._random = random.Random(9600)

    def says(self, data: bytes) -> None:
        self.cable.put(data)
        events: list[object] = []
        while not events:
            events = [heard.event for heard in self.bus.turn(1.0)]
        self.watch.hear(events)

    def garbage(self, length: int = 12) -> None:
        self.says(bytes(self._random.choice(range(0x80, 0xFF)) for _ in range(length)))

    @property
    def hints(self) -> list[str]:
        return [hint.reason for hint in self.line.hints]


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Pty() as cable, Line(cable.port) as line:
        yield Desk(cable, line)


def test_a_line_that_brings_garbage_and_nothing_else_is_suspected(desk: Desk) -> None:
    desk.garbage()
    desk.garbage()
    assert desk.hints == []
    desk.garbage()
    assert desk.hints == ["speed"]
    assert "speed is likely wrong" in str(desk.line.hints[0])


def test_one_good_frame_clears_the_suspicion_for_good(desk: Desk) -> None:
    for _ in range(4):
        desk.garbage()
    desk.says(PRESS)
    assert desk.hints == []
    for _ in range(20):
        desk.garbage(40)
    assert desk.hints == []


def test_a_frame_for_somebody_else_proves_the_speed_too(desk: Desk) -> None:
    desk.says(OTHERS)
    for _ in range(20):
        desk.garbage(40)
    assert desk.hints == []


def test_damaged_frames_are_garbage(desk: Desk) -> None:
    for _ in range(4):
        desk.says(PRESS[:-2] + b"\x55" + PRESS[-1:])
    assert desk.hints == ["speed"]


def test_a_disturbance_now_and_then_proves_nothing(desk: Desk) -> None:
    desk.garbage(200)
    desk.garbage(2)
    assert desk.hints == []


def test_the_port_opened_again_begins_anew(desk: Desk) -> None:
    for _ in range(3):
        desk.garbage()
    assert desk.hints == ["speed"]
    desk.line.close()
    assert desk.hints == []
    desk.bus.turn(0.0)
    desk.garbage()
    assert desk.hints == []
    assert not desk.watch.doubtful


def test_a_line_that_is_lost_has_no_speed_to_doubt(desk: Desk) -> None:
    for _ in range(3):
        desk.garbage()
    desk.cable.unplug()
    with pytest.raises(LineDown):
        desk.bus.turn(1.0)
    assert desk.hints == []
