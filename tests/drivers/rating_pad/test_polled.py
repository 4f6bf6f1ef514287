"""Pads that are asked for their keys and answer what they are told: the public S…E texts, over pseudo-terminals."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.bus import Bus
from drivers.line import Line, LineDown
from drivers.rating_pad import Answer, KeyPress, Noise, Pad, PadProtocol, Profile, Repeat, Silence, load_profile
from drivers.rating_pad.profile import parse_profile
from drivers.rating_pad.simulator import PadFault, PadOnPty, PadSimulator
from tests.drivers.hosts import PadHost
from tests.drivers.ptys import Pty, after, eventually

S_E = load_profile("s-e")
RESULT = b"S02||999999000000000000||2||E"


def hasty(profile: Profile) -> Profile:
    """The same profile for a test: polled often, answered soon."""
    assert profile.poll is not None
    poll = profile.poll._replace(every_s=0.02)
    return dataclasses.replace(profile, poll=poll, answer_s=0.05, ignore_repeat_s=0.0, gap_s=0.02)


@pytest.fixture
def device(tmp_path: Path) -> Iterator[PadOnPty]:
    with PadOnPty("s-e", link=tmp_path / "pad0") as device:
        yield device


@pytest.fixture
def line(device: PadOnPty) -> Iterator[Line]:
    with Line(device.port) as line:
        line.open()
        yield line


@pytest.fixture
def pad(line: Line) -> PadHost:
    return PadHost(line, hasty(S_E))


def until(pad: PadHost, kind: type, events: list[Any] | None = None) -> list[Any]:
    """All events up to the first of a kind."""
    events = [] if events is None else events

    def seen() -> bool:
        events.extend(pad.poll(0.1))
        return any(isinstance(event, kind) for event in events)

    assert eventually(seen), events
    return events


def lost(pad: PadHost) -> bool:
    try:
        pad.poll(0.1)
    except LineDown:
        return True
    return False


def presses(events: list[Any]) -> list[str]:
    return [event.key for event in events if isinstance(event, KeyPress)]


def test_the_texts_on_the_wire_are_the_published_ones() -> None:
    pad = Pad(S_E)
    pad.opened(0.0)
    pad.ask(0.0)
    assert [message.data for message in pad.to_send()] == [b"S02E"]
    assert pad.to_send() == []
    assert pad.receive(b"RecvCmdOK", 0.1) == [Answer(b"RecvCmdOK", b"RecvCmdOK", 0.1)]
    assert pad.due == 0.0
    pad.tick(0.2)
    assert [message.data for message in pad.to_send()] == [b"SE"]
    assert pad.awaiting
    events = pad.receive(RESULT + b"RecvCmdOK", 0.3)
    assert [event for event in events if isinstance(event, KeyPress)] == [
        KeyPress("satisfied", RESULT, 0.3, asked=True)
    ]
    assert not pad.awaiting
    assert pad.due == pytest.approx(2.2)


def test_a_key_is_fetched_and_counts_once_however_often_the_pad_tells_it(device: PadOnPty, pad: PadHost) -> None:
    pad.ask()
    assert eventually(lambda: pad.poll(0.05) is not None and device.state.asked)
    device.press("basically_satisfied")
    events = until(pad, Repeat)
    assert presses(events) == ["basically_satisfied"]
    assert device.state.confirmed == 1


def test_the_last_residents_key_does_not_answer_for_the_next(device: PadOnPty, pad: PadHost) -> None:
    pad.ask()
    until(pad, Answer)
    device.press("satisfied")
    assert presses(until(pad, KeyPress)) == ["satisfied"]
    pad.pad.ask(time.monotonic())
    # The pad, which has not heard of the new question, tells the old key in answer to a poll that was under way.
    assert presses(pad.pad.receive(RESULT, time.monotonic())) == []
    assert eventually(lambda: pad.poll(0.05) is not None and device.state.asks == 2)
    device.press("satisfied")
    assert presses(until(pad, KeyPress)) == ["satisfied"]


@pytest.mark.parametrize("fault", [PadFault.GARBAGE, PadFault.HALF, PadFault.BOUNCE, PadFault.LOST_REPLY])
def test_a_spoilt_answer_costs_no_press_and_makes_none(device: PadOnPty, pad: PadHost, fault: PadFault) -> None:
    pad.ask()
    until(pad, Answer)
    device.fault(fault)
    device.press("dissatisfied")
    assert presses(until(pad, KeyPress)) == ["dissatisfied"]
    assert presses(until(pad, Repeat)) == []


def test_a_pad_that_misses_one_word_is_told_again_and_one_that_stays_silent_is_reported_once(
    device: PadOnPty, pad: PadHost
) -> None:
    device.fault(PadFault.SILENT)
    events = until(pad, Answer)
    assert not any(isinstance(event, Silence) for event in events)
    device.fault(PadFault.SILENT, 4)
    events = until(pad, Silence)
    until(pad, Answer, events)
    assert sum(isinstance(event, Silence) for event in events) == 1


def test_stars_staff_and_pause_stand_until_changed_and_are_told_again_after_a_replug(
    device: PadOnPty, pad: PadHost, line: Line
) -> None:
    assert pad.pad.show_stars(4.6)
    assert pad.pad.show_staff("012", "张三")
    assert pad.pad.pause(True)
    shown = ("012", "张三", 5, True)

    def showing() -> bool:
        pad.poll(0.05)
        state = device.state
        return (state.staff, state.staff_name, state.stars, state.paused) == shown

    assert eventually(showing)
    device.call(lambda: setattr(device.device, "_state", type(device.state)()))
    pulling = after(0.02, device.unplug)
    assert eventually(lambda: lost(pad))
    pulling.join()
    device.replug()
    assert eventually(showing)
    assert pad.pad.pause(False)
    assert eventually(lambda: not showing() and not device.state.paused)
    assert line.is_up


def test_what_is_shown_already_is_not_said_again() -> None:
    pad = Pad(S_E)
    pad.opened(0.0)
    pad.show_staff("7", "李四")
    pad.show_stars(4.4)
    [message] = pad.to_send()
    assert message.data == "S04||7|name,姓名,李四|star,星级,4||E".encode("gbk")
    pad.receive(b"RecvCmdOK", 0.1)
    pad.show_staff("7", "李四")
    pad.show_stars(4.4)
    assert pad.to_send() == []
    assert not pad.pause(False) or pad.to_send() == []


def test_a_pad_without_such_commands_says_so() -> None:
    pad = Pad(load_profile("byte"))
    assert not pad.show_stars(5)
    assert not pad.show_staff("1", "x")
    assert not pad.pause(True)
    assert pad.to_send() == []


def test_a_pad_that_waits_for_a_shared_line_is_not_taken_for_silent(device: PadOnPty, line: Line) -> None:
    # Two dead pads before it: each keeps the line for the whole time it has for an answer.
    slow = dataclasses.replace(parse_profile(POLLED, file="x", name="x"), answer_s=0.6)
    dead = [Pad(slow, 8), Pad(slow, 9)]
    live = Pad(hasty(S_E))
    bus = Bus(line, [*dead, live])
    for pad in dead:
        pad.ask(time.monotonic())
    heard: list[Any] = []

    def both_silent() -> bool:
        heard.extend(bus.turn(0.2))
        return {id(one.station) for one in heard if isinstance(one.event, Silence)} >= {id(pad) for pad in dead}

    assert eventually(both_silent, within=30)
    assert not any(isinstance(one.event, Silence) for one in heard if one.station is live)
    assert any(isinstance(one.event, Answer) for one in heard if one.station is live)


POLLED = """
evidence = "tried"
[link]
address = 7
[frame]
kind = "length"
layout = ["AA", "len", "body", "crc16"]
body = ["addr", "func", "data"]
[send]
ask = { func = "01", expect = { func = "81" } }
[recv]
mode = "poll"
poll = { func = "0A", every_ms = 100, expect = { func = "8A", data = "FF" } }
key = { func = "8A", data = "{key}" }
[keys]
01 = "satisfied"
"""


def test_a_polled_pad_with_frames_tells_no_key_in_the_form_of_a_key() -> None:
    pad = Pad(parse_profile(POLLED, file="site.toml", name="site"))
    frame = PadProtocol(parse_profile(POLLED, file="site.toml", name="site")).profile.framing().build
    pad.opened(0.0)
    assert pad.due is None  # polled only while a rating is asked for
    pad.ask(0.0, 10.0)
    assert [message.data for message in pad.to_send()] == [frame(b"\x07\x01")]
    assert isinstance(pad.receive(frame(b"\x07\x81"), 0.1)[0], Answer)
    pad.tick(0.2)
    assert [message.data for message in pad.to_send()] == [frame(b"\x07\x0a")]
    assert isinstance(pad.receive(frame(b"\x07\x8a\xff"), 0.3)[0], Answer)
    assert not pad.awaiting
    pad.tick(0.4)
    pad.to_send()
    assert presses(pad.receive(frame(b"\x07\x8a\x01"), 0.5)) == ["satisfied"]
    pad.tick(0.6)
    assert pad.due is None


def test_on_a_line_that_is_down_nothing_is_gathered(tmp_path: Path) -> None:
    with Pty(tmp_path / "pad0") as cable, Line(cable.port) as line:
        pad = Pad(hasty(S_E))
        bus = Bus(line, [pad])
        line.open()
        cable.unplug()
        with pytest.raises(LineDown):
            bus.turn(1.0)
        for number in range(200):
            pad.show_stars(number % 6)
            pad.show_staff(str(number), "x")
            pad.send("welcome")
        assert len(pad._waiting) <= 4


pieces = st.one_of(
    st.binary(max_size=12), st.sampled_from([RESULT, b"RecvCmdOK", b"Recv", b"S02||", b"||E", b"SE", b"S02||c||9||E"])
)


@given(stream=st.lists(pieces, max_size=12).map(b"".join), cut=st.integers(1, 20))
def test_any_bytes_in_any_portions_never_raise_and_every_byte_is_accounted_for(stream: bytes, cut: int) -> None:
    pad = PadProtocol(S_E)
    events: list[Any] = []
    for at in range(0, len(stream), cut):
        events += pad.receive(stream[at : at + cut], float(at))
    events += pad.idle(1000.0)
    size = sum(event.count if isinstance(event, Noise) else len(event.frame) for event in events)
    assert size == len(stream)
    assert not pad.pending
    assert presses(PadProtocol(S_E).receive(stream + b"\n" + RESULT, 1.0))[-1:] == ["satisfied"] or RESULT in stream


@given(stream=st.lists(st.one_of(st.binary(max_size=9), st.sampled_from([b"SE", b"S02E", b"S04||1|name,x,y||E"]))))
def test_the_simulated_pad_takes_any_bytes_too(stream: list[bytes]) -> None:
    for kind in ("s-e", "ff68", "byte"):
        pad = PadSimulator(kind)
        for at, piece in enumerate(stream):
            pad.receive(piece, float(at))
    pad = PadSimulator("s-e")
    for piece in stream:
        pad.receive(piece, 0.0)
    pad.receive(b"||E" * 200, 0.0)
    assert b"RecvCmdOK" in pad.receive(b"S01E", 1.0) + pad.receive(b"S01E", 1.0)
