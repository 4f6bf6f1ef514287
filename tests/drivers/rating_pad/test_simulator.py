"""The simulated pad itself, held against the published frames and against what a person sees of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.rating_pad import KeyPress, PadProtocol, load_profile, profile_names
from drivers.rating_pad.simulator import KEYS, PadFault, PadOnPty, PadSimulator, PadState, decode, encode
from tests.drivers.ptys import descriptors

ASK = bytes.fromhex("FF 68 03 03 68 01 01 0B 0D 16")
KEY = bytes.fromhex("FF 68 03 03 68 01 11 02 14 16")
REPLY = bytes.fromhex("FF 68 03 03 68 01 01 02 04 16")


def test_its_frames_are_the_published_ones() -> None:
    assert encode(1, 0x01, b"\x0b") == ASK
    assert encode(1, 0x11, b"\x02") == KEY
    assert decode(bytearray(b"\xff" + ASK + KEY)) == [(1, 1, b"\x0b"), (1, 0x11, b"\x02")]


def test_its_keys_are_those_of_the_profile_of_the_same_name() -> None:
    text = {name: name == "s-e" for name in KEYS}
    ours = {
        name: {(str(code).encode() if text[name] else bytes((code,))): key for code, key in keys.items()}
        for name, keys in KEYS.items()
    }
    assert {name: load_profile(name).keys for name in profile_names()} == ours


def test_it_lights_up_when_asked_and_goes_dark_when_the_host_replies() -> None:
    pad = PadSimulator("ff68")
    pad.receive(ASK[:4], 0.0)
    assert not pad.asked
    pad.receive(ASK[4:], 0.0)
    assert pad.asked
    assert pad.press("satisfied", 1.0) == KEY
    assert pad.asked
    pad.receive(REPLY, 1.1)
    assert pad.state == PadState(asks=1, last_key="satisfied", presses=1, confirmed=1)


def test_it_obeys_only_its_own_address() -> None:
    pad = PadSimulator("ff68", address=2)
    pad.receive(ASK, 0.0)
    assert not pad.asked


def test_it_sends_a_key_again_until_replied_to_and_not_forever() -> None:
    pad = PadSimulator("ff68", resend_after_s=0.5)
    pad.press(2, 0.0)
    assert pad.tick(0.4) == b""
    assert pad.tick(0.5) == KEY
    sent = [pad.tick(0.5 + step) for step in range(1, 20)]
    assert sent.count(KEY) == 4
    assert pad.due is None


def test_each_fault_happens_as_often_as_it_was_asked_for() -> None:
    pad = PadSimulator("ff68")
    expected: dict[PadFault, Callable[[bytes], bool]] = {
        PadFault.CHECKSUM: lambda data: len(data) == 10 and decode(bytearray(data)) == [],
        PadFault.ADDRESS: lambda data: decode(bytearray(data)) == [(2, 0x11, b"\x02")],
        PadFault.HALF: lambda data: data == KEY[:5],
        PadFault.SILENT: lambda data: data == b"",
        PadFault.BOUNCE: lambda data: data == KEY + KEY,
        PadFault.GARBAGE: lambda data: data.endswith(KEY) and len(data) > len(KEY),
    }
    for fault, holds in expected.items():
        pad.fault(fault, times=2)
        assert [holds(pad.press(2, 0.0)), holds(pad.press(2, 0.0)), pad.press(2, 0.0) == KEY] == [True] * 3, fault


def test_the_byte_pad_is_asked_by_a_byte_and_answers_with_one() -> None:
    pad = PadSimulator("byte")
    pad.receive(b"P", 0.0)
    assert pad.asked
    assert pad.press("average", 1.0) == b"2"
    assert (pad.asked, pad.due) == (False, None)


def test_an_unknown_kind_or_key_is_refused() -> None:
    with pytest.raises(ValueError, match="ff68, six-key, byte, s-e"):
        PadSimulator("seven-key")
    with PadOnPty("six-key") as device, pytest.raises(KeyError):
        device.press("delighted")


def test_a_change_is_told_on_the_serving_thread() -> None:
    told: list[tuple[str, PadState]] = []
    with PadOnPty("six-key", on_change=lambda state: told.append((threading.current_thread().name, state))) as device:
        device.press(0)
    [(name, state)] = told
    assert name.startswith("simulated device")
    assert state.last_key == "satisfied"


def test_the_link_follows_the_port_and_goes_with_it(tmp_path: Path) -> None:
    link = tmp_path / "pad0"
    with PadOnPty("six-key", link=link) as device:
        assert device.port == str(link)
        assert link.resolve().is_char_device()
        device.unplug()
        assert not link.is_symlink()
        device.unplug()
        device.replug()
        device.replug()
        assert link.resolve().is_char_device()
    assert list(tmp_path.iterdir()) == []


def test_a_link_left_behind_by_a_crash_is_replaced_but_a_file_is_not(tmp_path: Path) -> None:
    stale = tmp_path / "stale"
    stale.symlink_to("/dev/pts/nowhere")
    with PadOnPty("six-key", link=stale):
        assert stale.resolve().is_char_device()
    file = tmp_path / "notes.txt"
    file.write_text("keep me")
    with pytest.raises(FileExistsError, match="not a symbolic link"):
        PadOnPty("six-key", link=file)
    assert file.read_text() == "keep me"


def test_a_device_that_cannot_be_linked_leaves_nothing_behind(tmp_path: Path) -> None:
    before = (descriptors(), threading.active_count())
    with pytest.raises(FileNotFoundError):
        PadOnPty("six-key", link=tmp_path / "no" / "such" / "folder" / "pad0")
    assert (descriptors(), threading.active_count()) == before


def test_nobody_reading_loses_bytes_but_never_blocks_the_device() -> None:
    with PadOnPty("ff68") as device:
        for _ in range(1000):
            device.press(2)
        assert device.state.presses >= 999


def test_closing_twice_or_unplugged_is_harmless() -> None:
    device = PadOnPty("ff68")
    device.unplug()
    device.close()
    device.close()


# Driver and simulator were written apart from each other: what one says the other understands, both ways.

letters = st.characters(codec="gbk", exclude_characters="|,{}", exclude_categories=("C", "Z"))
numbers = st.text("0123456789ABCabc", max_size=8)


@given(st.sampled_from(sorted(KEYS)), st.integers(1, 254), st.data())
def test_every_key_of_a_simulated_pad_is_understood(kind: str, address: int, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(sorted(KEYS[kind])))
    device, pad = PadSimulator(kind, address), PadProtocol(load_profile(kind), address)
    sent = b"" if kind == "s-e" else device.press(code, 0.0)
    if kind == "s-e":
        device.press(code, 0.0)
        polling = pad.polling()
        assert polling is not None
        sent = device.receive(polling.data, 0.1)
    pad.ask(0.0)
    [press] = [event for event in pad.receive(sent, 1.0) if isinstance(event, KeyPress)]
    assert (press.key, press.asked) == (KEYS[kind][code], True)
    device.receive(pad.to_send(), 1.1)
    assert device.due is None


@given(st.sampled_from(["ff68", "six-key"]), st.integers(1, 254), st.floats(0, 5), st.integers(1, 3))
def test_what_the_driver_says_the_simulated_bus_pad_does(kind: str, address: int, stars: float, beeps: int) -> None:
    device, pad = PadSimulator(kind, address), PadProtocol(load_profile(kind), address)
    device.receive(
        pad.ask(0.0) + (pad.command("stars", stars=stars) or b"") + (pad.command("beep") or b"") * beeps, 0.0
    )
    assert device.state == PadState(asked=True, asks=1, stars=int(stars + 0.5), beeps=beeps)


@given(numbers, st.text(letters, max_size=12), st.floats(0, 5), st.integers(1, 9))
def test_what_the_driver_says_the_simulated_text_pad_does(number: str, name: str, stars: float, cut: int) -> None:
    device, pad = PadSimulator("s-e"), PadProtocol(load_profile("s-e"))
    staff = pad.command("staff", staff=number, staff_name=name, stars=stars) or b""
    stream = staff + (pad.command("pause") or b"")
    answers = b"".join(device.receive(stream[at : at + cut], 0.0) for at in range(0, len(stream), cut))
    shown = device.state
    assert (shown.staff, shown.staff_name, shown.stars, shown.paused) == (number, name, int(stars + 0.5), True)
    assert answers == b"RecvCmdOK" * 2
    device.receive(pad.ask(1.0), 1.0)
    assert (device.state.asked, device.state.paused) == (True, False)
