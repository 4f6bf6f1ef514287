"""Call boxes and pads of three windows on one pair of wires, and a device that is asked, over a pseudo-terminal."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from drivers.bus import Bus, Heard
from drivers.call_box import CallBox, CallKey
from drivers.call_box import load_profile as load_box
from drivers.call_box.simulator import BoxFault, CallBoxSimulator
from drivers.line import Line, LineDown
from drivers.on_pty_bus import BusOnPty, WireFault
from drivers.rating_pad import KeyPress, Pad
from drivers.rating_pad import load_profile as load_pad
from drivers.rating_pad.simulator import PadFault, PadSimulator
from tests.drivers.wires import ANSWER, POLL, Polled, Poller, Sniffer

BOX, PAD = load_box("ff68"), load_pad("six-key")
WINDOWS = (1, 2, 3)
POLLED = 30
SOON_S = 10.0


@dataclass
class Hall:
    """Both ends of the line: stations of three windows here, their devices there."""

    folder: Path
    echoes: bool = False
    boxes: dict[int, CallBoxSimulator] = field(default_factory=dict)
    pads: dict[int, PadSimulator] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.boxes = {window: CallBoxSimulator(10 + window, resend_after_s=0.15) for window in WINDOWS}
        self.pads = {window: PadSimulator("six-key", window, resend_after_s=0.15) for window in WINDOWS}
        self.sniffer, self.polled = Sniffer(), Polled(POLLED, 0.01)
        devices = [*self.boxes.values(), *self.pads.values(), self.polled, self.sniffer]
        self.wire = BusOnPty(devices, echoes=self.echoes, link=self.folder / "bus")
        self.box_stations = {window: CallBox(BOX, 10 + window) for window in WINDOWS}
        self.pad_stations = {window: Pad(PAD, window) for window in WINDOWS}
        self.poller = Poller(POLLED, 0.03, 0.1)
        self.line = Line(self.wire.port)
        self.bus = Bus(self.line, [*self.box_stations.values(), *self.pad_stations.values(), self.poller])
        self.line.open()

    def until(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + SOON_S
        while not holds():
            assert time.monotonic() < deadline, (self.heard, self.wire.state)
            self.turn()

    def turn(self) -> None:
        try:
            self.heard += self.bus.turn(0.02)
        except LineDown:
            return  # it opens again by itself

    def press(self, window: int, key: str, digits: str = "") -> None:
        box = self.boxes[window]
        self.wire.say(box, lambda now: box.press(key, now, digits))

    def rate(self, window: int, key: str) -> None:
        pad = self.pads[window]
        self.wire.say(pad, lambda now: pad.press(key, now))

    def keys(self, window: int) -> list[str]:
        station = self.box_stations[window]
        return [event.key for one, event in self.heard if one is station and isinstance(event, CallKey)]

    def ratings(self, window: int) -> list[str]:
        station = self.pad_stations[window]
        return [event.key for one, event in self.heard if one is station and isinstance(event, KeyPress)]

    def close(self) -> None:
        self.line.close()
        self.wire.close()


@pytest.fixture(params=[False, True], ids=["plain adapter", "adapter that echoes"])
def hall(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(tmp_path, echoes=request.param)
    yield hall
    hall.close()


def confirmed(hall: Hall, window: int) -> bool:
    return hall.boxes[window].state.confirmed == 1


def test_each_windows_keys_reach_that_window_alone_and_are_answered(hall: Hall) -> None:
    for window, key in zip(WINDOWS, ("call", "recall", "pause"), strict=True):
        hall.press(window, key)
        hall.until(lambda window=window: confirmed(hall, window))  # type: ignore[misc]
    hall.until(lambda: all(hall.keys(window) for window in WINDOWS))
    assert [hall.keys(window) for window in WINDOWS] == [["call"], ["recall"], ["pause"]]


def test_the_pads_on_the_line_are_asked_and_heard_beside_the_boxes(hall: Hall) -> None:
    for window, key in zip(WINDOWS, ("satisfied", "average", "too_long"), strict=True):
        hall.pad_stations[window].ask(time.monotonic())
        hall.until(lambda window=window: hall.pads[window].state.asked)  # type: ignore[misc]
        hall.press(window, "call")
        hall.until(lambda window=window: confirmed(hall, window))  # type: ignore[misc]
        hall.rate(window, key)
        hall.until(lambda window=window: hall.pads[window].state.confirmed == 1)  # type: ignore[misc]
    assert [hall.ratings(window) for window in WINDOWS] == [["satisfied"], ["average"], ["too_long"]]
    assert [hall.keys(window) for window in WINDOWS] == [["call"]] * 3


def test_each_box_shows_what_its_own_window_was_told(hall: Hall) -> None:
    for window, station in hall.box_stations.items():
        station.show(window, f"A01{window}")
    hall.until(lambda: all(hall.boxes[window].state.display == f"  {window}01{window}" for window in WINDOWS))


def test_no_frame_of_ours_stands_between_a_question_and_its_answer(hall: Hall) -> None:
    for turn in range(12):
        for window, station in hall.box_stations.items():
            station.show(turn, f"B{turn:02}{window}")
        hall.turn()
    hall.until(lambda: hall.poller.answers >= 5)
    frames = [(address, func) for address, func, _ in hall.sniffer.frames]
    questions = [at for at, frame in enumerate(frames[:-1]) if frame == (POLLED, POLL)]
    assert len(questions) >= 5
    assert {frames[at + 1] for at in questions} == {(POLLED, ANSWER)}


def test_a_device_that_is_silent_does_not_starve_the_others(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    try:
        hall.bus.add(Poller(99, 0.0, 0.02))  # nobody has that address, and it is asked again and again
        for window in WINDOWS:
            hall.press(window, "call")
            hall.box_stations[window].show(window)
        hall.until(lambda: all(confirmed(hall, window) for window in WINDOWS))
        hall.until(lambda: all(hall.boxes[window].state.display == f"  {window}   " for window in WINDOWS))
        hall.until(lambda: hall.poller.answers > 2)
    finally:
        hall.close()


def test_our_own_echo_is_taken_for_nobodys_key(tmp_path: Path) -> None:
    """A box's echo is the very frame of its key: an adapter that gives it back must not press the key again."""
    hall = Hall(tmp_path, echoes=True)
    try:
        hall.press(1, "call")
        hall.until(lambda: confirmed(hall, 1))
        for _ in range(20):
            hall.turn()
        assert hall.keys(1) == ["call"]
        assert [frame for frame in hall.sniffer.frames if frame[0] == 11].count(
            (11, 1, b"\x0c")
        ) == 2  # it and its echo
    finally:
        hall.close()


def test_a_collision_is_no_key_and_the_press_is_understood_when_sent_again(hall: Hall) -> None:
    hall.wire.fault(WireFault.COLLISION, 2)
    hall.press(2, "call")
    hall.until(lambda: confirmed(hall, 2))
    assert (hall.keys(1), hall.keys(2), hall.keys(3)) == ([], ["call"], [])


def test_an_echo_that_no_device_heard_is_given_again(hall: Hall) -> None:
    hall.until(lambda: hall.line.is_up)
    hall.press(3, "call")
    hall.wire.fault(WireFault.LOST, 3)
    hall.until(lambda: confirmed(hall, 3))
    assert hall.keys(3) == ["call"]


@pytest.mark.parametrize("fault", list(BoxFault))
def test_no_fault_of_a_box_presses_a_key_twice_or_at_another_window(hall: Hall, fault: BoxFault) -> None:
    hall.boxes[1].fault(fault)
    hall.press(1, "confirm", "6")
    hall.until(lambda: confirmed(hall, 1))
    others = {window: hall.keys(window) for window in WINDOWS if window != 1}
    assert hall.keys(1) == ["give_up"]
    if fault is not BoxFault.ADDRESS:
        assert not any(others.values())


@pytest.mark.parametrize("fault", [PadFault.GARBAGE, PadFault.HALF, PadFault.CHECKSUM, PadFault.LOST_REPLY])
def test_a_faulty_pad_disturbs_no_box(hall: Hall, fault: PadFault) -> None:
    hall.pads[1].fault(fault)
    hall.pad_stations[1].ask(time.monotonic())
    hall.rate(1, "satisfied")
    hall.press(2, "call")
    hall.until(lambda: confirmed(hall, 2) and hall.pads[1].state.confirmed == 1)
    assert (hall.ratings(1), hall.keys(2)) == (["satisfied"], ["call"])


def test_after_a_replug_every_box_is_told_its_display_again(hall: Hall) -> None:
    for station in hall.box_stations.values():
        station.show(4, "A007")
    hall.until(lambda: all(box.state.display == "  4007" for box in hall.boxes.values()))
    told = len(hall.sniffer.frames)
    hall.wire.unplug()
    hall.until(lambda: not hall.line.is_up)
    hall.wire.replug()
    hall.until(lambda: sum(frame[1] == 2 for frame in hall.sniffer.frames[told:]) >= 3)


def test_box_and_pad_at_one_address_as_in_the_reference_hall_are_told_apart(tmp_path: Path) -> None:
    box, pad = CallBoxSimulator(5), PadSimulator("six-key", 5)
    box_station, pad_station = CallBox(BOX, 5), Pad(PAD, 5)
    with BusOnPty([box, pad], link=tmp_path / "bus") as wire, Line(wire.port) as line:
        bus = Bus(line, [box_station, pad_station])
        events: list[Heard] = []
        wire.say(box, lambda now: box.press("ask", now))
        while not box.state.confirmed:
            events += bus.turn(0.05)
        assert pad.state.asked  # the echo of the box's key is what lights the pad
        pad_station.ask(time.monotonic())
        wire.say(pad, lambda now: pad.press("satisfied", now))
        while not pad.state.confirmed:
            events += bus.turn(0.05)
    assert [event.key for _, event in events if isinstance(event, CallKey)] == ["ask"]
    assert [event.key for _, event in events if isinstance(event, KeyPress)] == ["satisfied"]
