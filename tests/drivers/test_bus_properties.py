"""A shared line with real protocols on it, and whatever may come down the wire in whatever portions."""

from __future__ import annotations

from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.bus import MOST_WAITING, Bus
from drivers.call_box import CallBox, CallKey
from drivers.call_box import load_profile as load_box
from drivers.call_box.simulator import encode
from drivers.line import Line
from drivers.rating_pad import KeyPress, Pad
from drivers.rating_pad import load_profile as load_pad
from drivers.station import Message
from tests.drivers.wires import ScriptedLine, Talker

BOX, PAD = load_box("ff68"), load_pad("six-key")
CALL, RATING = encode(13, 0x01, b"\x0c"), encode(3, 0x11, b"\x02")
PORTION = st.one_of(
    st.binary(max_size=20), st.sampled_from([CALL, CALL[:7], CALL[7:], RATING, RATING[:5], b"\xff\x68\x03"])
)
COMING = st.lists(st.tuples(st.sampled_from([0.0, 0.001, 0.02, 0.2]), PORTION), max_size=25)


class Hall:
    """A box, a pad and two talkers on a scripted line."""

    def __init__(self, coming: list[tuple[float, bytes]]) -> None:
        self.line = ScriptedLine()
        self.came = b""
        at = 0.0
        for gap, data in coming:
            at += gap
            if data:  # b"" stands for an unplugged cable there
                self.line.coming.append((at, data))
                self.came += data
        self.ends_at = at
        self.one, self.two = Talker(), Talker()
        self.bus = Bus(
            cast(Line, self.line), [CallBox(BOX, 13), Pad(PAD, 3), self.one, self.two], clock=self.line.clock
        )
        self.events: list[object] = []

    def listen(self, seconds: float) -> None:
        """Turn for so long; every turn must end."""
        until, turns = self.line.now + seconds, 0
        while self.line.now < until:
            self.events += [event for _, event in self.bus.turn(min(0.05, until - self.line.now))]
            turns += 1
            assert turns < 1000 * (1 + seconds)


@settings(max_examples=100, deadline=None)
@given(COMING)
def test_each_station_hears_every_byte_in_order_where_nothing_was_said(coming: list[tuple[float, bytes]]) -> None:
    hall = Hall(coming)
    hall.bus = Bus(cast(Line, hall.line), [hall.one, hall.two], clock=hall.line.clock)
    hall.listen(hall.ends_at + 1.0)
    assert hall.one.heard == hall.two.heard == hall.came


@settings(max_examples=100, deadline=None)
@given(COMING)
def test_a_press_after_anything_at_all_is_read_and_answered(coming: list[tuple[float, bytes]]) -> None:
    hall = Hall(coming)
    hall.listen(hall.ends_at + 3.0)
    hall.events.clear()
    written = len(hall.line.wrote)
    hall.line.coming.append((hall.line.now + 0.01, encode(13, 0x01, b"\x07\x0c") + encode(3, 0x11, b"\x05")))
    hall.listen(1.0)
    assert [event.key for event in hall.events if isinstance(event, CallKey)] == ["call"]
    assert [event.key for event in hall.events if isinstance(event, KeyPress)] == ["poor_knowledge"]
    answers = {encode(13, 0x01, b"\x07\x0c"), encode(3, 0x01, b"\x05")}
    assert {data for _, data in hall.line.wrote[written:]} == answers


@settings(max_examples=100, deadline=None)
@given(COMING, st.lists(st.binary(min_size=1, max_size=12), max_size=MOST_WAITING))
def test_what_is_to_be_said_is_said_whatever_comes_meanwhile(
    coming: list[tuple[float, bytes]], messages: list[bytes]
) -> None:
    hall = Hall(coming)
    hall.one.messages = [Message(data, answer_s=0.02) for data in messages]
    hall.listen(hall.ends_at + 1.0 + 0.5 * len(messages))
    said = [data for _, data in hall.line.wrote]
    rest = iter(said)
    assert all(message in rest for message in messages)  # each of them, in their order
