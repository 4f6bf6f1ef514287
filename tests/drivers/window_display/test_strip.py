"""The strip as a station, and against the simulator: over any text, any noise, and a real pseudo-terminal."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.bus import Bus
from drivers.line import Line, LineDown
from drivers.window_display import Strip, load_profile, profile_names
from drivers.window_display.simulator import MOST_KEPT, StripFault, StripOnPty, StripSimulator
from drivers.window_display.text import fitted

KINDS = profile_names()
kinds = pytest.mark.parametrize("kind", KINDS)


def said(strip: Strip) -> list[bytes]:
    return [message.data for message in strip.to_send()]


def test_a_text_is_told_once_and_a_new_one_takes_its_place() -> None:
    strip = Strip(load_profile("pingan"))
    strip.show("3号窗口", 0.0)
    strip.show("3号窗口", 1.0)
    assert len(said(strip)) == 1
    strip.show("请A012到3号窗口", 2.0)
    strip.show("3号窗口 暂停服务", 2.0)
    assert said(strip) == [load_profile("pingan").frame("3号窗口 暂停服务")]
    assert strip.text == "3号窗口 暂停服务"


def test_the_text_is_told_again_when_the_port_opens_and_at_the_slow_interval() -> None:
    strip = Strip(load_profile("pingan"))
    strip.opened(0.0)
    assert said(strip) == []
    assert strip.due is None
    strip.show("3号窗口", 1.0)
    frame = said(strip)
    strip.opened(5.0)
    assert said(strip) == frame
    assert strip.due == 65.0
    assert strip.tick(65.0) == []
    assert said(strip) == frame
    assert strip.due == 125.0


@given(st.binary(), st.floats(0, 1e6))
def test_nothing_that_comes_down_the_line_disturbs_it(data: bytes, at: float) -> None:
    strip = Strip(load_profile("yongtai"))
    assert strip.receive(data, at) == strip.idle(at) == []
    assert not strip.pending
    assert said(strip) == []


@given(kind=st.sampled_from(KINDS), text=st.text(max_size=30), address=st.integers(0, 255), cut=st.integers(1, 60))
def test_every_text_arrives_at_the_strip_it_is_for_in_any_portions(
    kind: str, text: str, address: int, cut: int
) -> None:
    profile = load_profile(kind).at_address(address)
    strip, other = StripSimulator(kind, address), StripSimulator(kind, (address + 1) % 256)
    frame = profile.frame(text)
    for at in range(0, len(frame), cut):
        for one in (strip, other):
            one.receive(frame[at : at + cut], 1.0)
    assert strip.state.text == fitted(text, profile.columns)
    assert (strip.state.frames, other.state.frames, other.state.others) == (1, 0, 1)


@given(kind=st.sampled_from(KINDS), pieces=st.lists(st.binary(max_size=200), max_size=8), text=st.text(max_size=20))
def test_after_any_garbage_and_a_pause_the_simulated_strip_shows_the_next_text(
    kind: str, pieces: list[bytes], text: str
) -> None:
    strip = StripSimulator(kind)
    for piece in pieces:
        strip.receive(piece, 1.0)
    strip.receive(b"", 2.0)
    strip.receive(load_profile(kind).frame(text), 2.0)
    assert strip.state.text == fitted(text, strip.columns)
    assert len(strip._stream) <= MOST_KEPT


@given(kind=st.sampled_from(KINDS), text=st.text(min_size=1, max_size=20), data=st.data())
def test_a_frame_with_a_wrong_checksum_is_not_shown(kind: str, text: str, data: st.DataObject) -> None:
    if kind not in ("pingan", "zhongyi"):  # the others have none
        return
    frame = bytearray(load_profile(kind).frame(text))
    at = data.draw(st.integers(0, len(frame) - 1))
    frame[at] ^= data.draw(st.integers(1, 255))
    strip = StripSimulator(kind)
    strip.receive(bytes(frame), 1.0)
    assert strip.state.text in ("", fitted(text, strip.columns))


class Seen:
    """What the simulated strip shows, awaited."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._state: object = None

    def __call__(self, state: object) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def text(self, text: str) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: getattr(self._state, "text", None) == text, 5.0)


def told(bus: Bus, strip: Strip, text: str, at: float) -> None:
    strip.show(text, at)
    bus.turn(0.0)


@kinds
def test_over_a_real_line_the_strip_shows_what_it_is_told(kind: str) -> None:
    seen = Seen()
    with StripOnPty(kind, 7, on_change=seen) as device:
        line = Line(device.port, serial=load_profile(kind).serial)
        strip = Strip(load_profile(kind), 7)
        bus = Bus(line, [strip])
        told(bus, strip, "请A012到7号窗口", 0.0)
        assert seen.text("请A012到7号窗口")
        line.close()


@kinds
@pytest.mark.parametrize("fault", list(StripFault))
def test_whatever_goes_wrong_with_a_text_the_next_telling_puts_it_right(kind: str, fault: StripFault) -> None:
    seen = Seen()
    with StripOnPty(kind, on_change=seen) as device:
        line = Line(device.port)
        strip = Strip(load_profile(kind))
        bus = Bus(line, [strip])
        told(bus, strip, "一号", 0.0)
        assert seen.text("一号")
        device.fault(fault)
        told(bus, strip, "二号", 1.0)
        device.call(lambda: None)  # the piece is through
        # A pause, after which half a frame is forgotten, and then the slow interval.
        device.call(lambda: device.device._stream.clear())
        strip.tick(100.0)
        bus.turn(0.0)
        assert seen.text("二号")
        line.close()


def listen(bus: Bus) -> None:
    while True:
        bus.turn(1.0)


def test_a_strip_that_was_unplugged_is_told_again_when_it_is_back(tmp_path: Path) -> None:
    seen = Seen()
    with StripOnPty("zhongyi", link=tmp_path / "strip", on_change=seen) as device:
        line = Line(device.port)
        strip = Strip(load_profile("zhongyi"))
        bus = Bus(line, [strip])
        told(bus, strip, "一号", 0.0)
        assert seen.text("一号")
        device.unplug()
        with pytest.raises(LineDown):
            listen(bus)
        strip.show("二号", 1.0)
        device.replug()
        while not line.is_up:
            bus.turn(0.2)
        bus.turn(0.0)
        assert seen.text("二号")
        line.close()


def test_a_strip_that_does_not_exist_cannot_be_simulated() -> None:
    with pytest.raises(ValueError, match="expected one of pingan, ruize, yongtai, zhongyi"):
        StripSimulator("neon")
