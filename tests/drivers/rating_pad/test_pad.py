"""A pad over a real pseudo-terminal, with everything that goes wrong at a counter."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.line import Line, LineDown, LineState
from drivers.rating_pad import KeyPress, Noise, NoiseKind, PadEvent, Repeat, UnknownKey, load_profile
from drivers.rating_pad.simulator import PadFault, PadOnPty, encode
from tests.drivers.hosts import PadHost
from tests.drivers.ptys import Pty, after, descriptors, eventually

FF68 = load_profile("ff68")
ASK = bytes.fromhex("FF 68 03 03 68 01 01 0B 0D 16")
KEY = bytes.fromhex("FF 68 03 03 68 01 11 02 14 16")
REPLY = bytes.fromhex("FF 68 03 03 68 01 01 02 04 16")


@pytest.fixture
def device(tmp_path: Path) -> Iterator[PadOnPty]:
    with PadOnPty("ff68", link=tmp_path / "pad0", resend_after_s=0.05) as device:
        yield device


@pytest.fixture
def line(device: PadOnPty) -> Iterator[Line]:
    with Line(device.port) as line:
        line.open()
        yield line


@pytest.fixture
def pad(line: Line) -> PadHost:
    return PadHost(line, FF68)


def poll_until(pad: PadHost, kind: type[PadEvent]) -> list[PadEvent]:
    """All events up to the first of a kind."""
    events: list[PadEvent] = []

    def seen() -> bool:
        events.extend(pad.poll(0.2))
        return any(isinstance(event, kind) for event in events)

    assert eventually(seen), events
    return events


def presses(events: list[PadEvent]) -> list[str]:
    return [event.key for event in events if isinstance(event, KeyPress)]


def confirmed(device: PadOnPty, times: int = 1) -> bool:
    return eventually(lambda: device.state.confirmed == times)


def test_a_resident_is_asked_and_the_key_pressed_is_reported_and_confirmed(device: PadOnPty, pad: PadHost) -> None:
    pad.ask()
    assert eventually(lambda: device.state.asked)
    device.press("very_satisfied")
    [press] = pad.poll(5.0)
    assert isinstance(press, KeyPress)
    assert (press.key, press.asked, press.frame) == (
        "very_satisfied",
        True,
        bytes.fromhex("FF 68 03 03 68 01 11 03 15 16"),
    )
    assert confirmed(device)
    assert not device.state.asked
    assert not pad.asking


def test_the_bytes_on_the_wire_are_the_published_ones(tmp_path: Path) -> None:
    with Pty(tmp_path / "pad0") as cable, Line(cable.port) as line:
        pad = PadHost(line, FF68)
        pad.ask()
        assert cable.get() == ASK
        cable.put(KEY)
        assert presses(pad.poll(5.0)) == ["satisfied"]
        assert cable.get() == REPLY


def test_silence_is_no_event(pad: PadHost) -> None:
    pad.ask(seconds=0.02)
    assert pad.poll(0.05) == []
    assert not pad.asking


def test_stars_are_shown_where_the_pad_can_and_thanks_left_out_where_it_cannot(device: PadOnPty, pad: PadHost) -> None:
    assert pad.send("stars", stars=4)
    assert eventually(lambda: device.state.stars == 4)
    assert not pad.send("thanks")
    assert not pad.send("welcome")


def test_a_reply_that_is_lost_is_given_again_and_the_press_counts_once(device: PadOnPty, pad: PadHost) -> None:
    device.fault(PadFault.LOST_REPLY, times=2)
    pad.ask()
    device.press("satisfied")
    events = poll_until(pad, KeyPress)
    while not device.state.confirmed:
        events += pad.poll(0.2)
    assert presses(events) == ["satisfied"]
    assert sum(isinstance(event, Repeat) for event in events) == 2
    assert device.state.confirmed == 1


def test_a_key_that_bounces_counts_once(device: PadOnPty, pad: PadHost) -> None:
    device.fault(PadFault.BOUNCE)
    pad.ask()
    device.press("satisfied")
    events = poll_until(pad, Repeat)
    assert presses(events) == ["satisfied"]


@pytest.mark.parametrize("fault", [PadFault.GARBAGE, PadFault.HALF, PadFault.CHECKSUM, PadFault.ADDRESS])
def test_a_spoilt_frame_is_noise_and_the_press_is_understood_when_sent_again(
    device: PadOnPty, pad: PadHost, fault: PadFault
) -> None:
    device.fault(fault)
    pad.ask()
    device.press("dissatisfied")
    events = poll_until(pad, KeyPress)
    events += pad.poll(0.0)
    assert presses(events) == ["dissatisfied"]
    assert any(isinstance(event, Noise) for event in events)
    assert confirmed(device)


def test_a_pad_that_is_silent_at_first_is_heard_later(device: PadOnPty, pad: PadHost) -> None:
    device.fault(PadFault.SILENT, times=2)
    pad.ask()
    device.press("satisfied")
    assert presses(poll_until(pad, KeyPress)) == ["satisfied"]


def test_a_pad_with_another_address_is_not_taken_for_ours(line: Line, device: PadOnPty) -> None:
    pad = PadHost(line, FF68, address=9)
    pad.ask()
    device.press("satisfied")
    events = poll_until(pad, Noise)
    assert {event.kind for event in events if isinstance(event, Noise)} == {NoiseKind.ADDRESS}
    assert (presses(events), device.state.asked, device.state.confirmed) == ([], False, 0)


def test_a_key_without_meaning_is_reported_with_its_frame(tmp_path: Path) -> None:
    with Pty(tmp_path / "pad0") as cable, Line(cable.port) as line:
        pad = PadHost(line, FF68)
        pad.ask()
        frame = encode(1, 0x11, b"\x07")
        cable.put(frame)
        [event] = pad.poll(5.0)
        assert isinstance(event, UnknownKey)
        assert (event.code, event.frame) == (b"\x07", frame)


def test_half_a_frame_does_not_spoil_the_press_after_it(tmp_path: Path) -> None:
    with Pty(tmp_path / "pad0") as cable, Line(cable.port) as line:
        pad = PadHost(line, FF68)
        pad.ask()
        cable.put(KEY[:7])
        [noise] = pad.poll(5.0)
        assert isinstance(noise, Noise)
        assert noise.count == 7
        cable.put(KEY[:4])
        assert pad.poll(0.0) == []
        cable.put(KEY[4:])
        assert presses(pad.poll(5.0)) == ["satisfied"]


def test_a_frame_that_comes_byte_by_byte_is_one_press(tmp_path: Path) -> None:
    with Pty(tmp_path / "pad0") as cable, Line(cable.port) as line:
        pad = PadHost(line, FF68)
        pad.ask()
        for byte in KEY[:-1]:
            cable.put(bytes((byte,)))
            assert pad.poll(0.0) == []
        cable.put(KEY[-1:])
        assert presses(pad.poll(5.0)) == ["satisfied"]


def test_a_pad_unplugged_while_asking_is_asked_again_when_it_returns(
    device: PadOnPty, pad: PadHost, line: Line
) -> None:
    pad.ask()
    assert eventually(lambda: device.state.asks == 1)
    pulling = after(0.02, device.unplug)
    with pytest.raises(LineDown, match="unplugged"):
        pad.poll(5.0)
    pulling.join()
    assert pad.poll(0.01) == []
    device.replug()
    assert eventually(lambda: pad.poll(0.1) == [] and device.state.asks == 2)
    assert line.state is LineState.UP
    device.press("satisfied")
    [press] = pad.poll(5.0)
    assert isinstance(press, KeyPress)
    assert press.asked


def test_an_ask_while_the_pad_is_away_is_sent_when_it_returns(device: PadOnPty, pad: PadHost) -> None:
    device.unplug()
    with pytest.raises(LineDown):
        pad.ask()
    assert pad.asking
    device.replug()
    assert eventually(lambda: pad.poll(0.1) == [] and device.state.asked)


def test_an_ask_that_was_withdrawn_is_not_sent_when_the_pad_returns(device: PadOnPty, pad: PadHost, line: Line) -> None:
    device.unplug()
    with pytest.raises(LineDown):
        pad.ask()
    pad.pad.stop_asking()
    device.replug()
    assert eventually(lambda: pad.poll(0.1) == [] and line.is_up)
    assert pad.poll(0.05) == []
    assert device.state.asks == 0


def test_half_a_frame_from_before_the_cable_came_loose_is_not_completed_afterwards(tmp_path: Path) -> None:
    with Pty(tmp_path / "pad0") as cable, Line(cable.port) as line:
        pad = PadHost(line, FF68)
        line.open()
        cable.put(KEY[:5])
        assert pad.poll(0.0) == []
        cable.unplug()
        with pytest.raises(LineDown):
            pad.poll(1.0)
        cable.replug()
        assert eventually(lambda: pad.poll(0.1) == [] and line.is_up)
        cable.put(KEY[5:])
        events = poll_until(pad, Noise)
        assert presses(events) == []


def test_a_press_is_reported_even_if_the_cable_comes_loose_before_the_reply(tmp_path: Path) -> None:
    with Pty(tmp_path / "pad0") as cable:
        line = _LoosensOnWrite(cable)
        pad = PadHost(line, FF68)
        line.open()
        cable.put(KEY)
        assert presses(pad.poll(5.0)) == ["satisfied"]
        assert line.state is LineState.DOWN
        line.close()


class _LoosensOnWrite(Line):
    def __init__(self, cable: Pty) -> None:
        super().__init__(cable.port)
        self._cable = cable

    def write(self, data: bytes, timeout: float = 1.0) -> None:
        self._cable.unplug()
        super().write(data, timeout)


def test_another_thread_can_end_a_poll_early(pad: PadHost, line: Line) -> None:
    waking = after(0.05, line.wake)
    assert pad.poll(60.0) == []
    waking.join()


def test_a_pad_that_keys_without_end_is_kept_up_with(tmp_path: Path) -> None:
    with Pty(tmp_path / "pad0") as cable, Line(cable.port) as line:
        pad = PadHost(line, FF68)
        line.open()
        seen = 0
        for _ in range(100):
            cable.put(b"\x00\xff\x68" + KEY * 10)
            got = 0
            while got < 10:
                got += sum(isinstance(event, KeyPress | Repeat) for event in pad.poll(1.0))
            seen += got
            assert len(cable.get()) == 10 * len(REPLY)
        assert seen == 1000


def test_pads_that_come_and_go_leak_no_descriptor_and_no_thread(tmp_path: Path) -> None:
    before = (descriptors(), threading.active_count())
    for _ in range(50):
        with PadOnPty("ff68", link=tmp_path / "pad0") as device, Line(device.port) as line:
            pad = PadHost(line, FF68)
            pad.ask()
            device.press("satisfied")
            assert presses(pad.poll(5.0)) == ["satisfied"]
            device.unplug()
            device.replug()
    assert (descriptors(), threading.active_count()) == before
