"""The pad's protocol by the published frames, and under any bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.rating_pad import KeyPress, Noise, NoiseKind, PadEvent, PadProtocol, Repeat, UnknownKey, load_profile
from drivers.rating_pad.simulator import encode

ASK = bytes.fromhex("FF 68 03 03 68 01 01 0B 0D 16")
KEY = bytes.fromhex("FF 68 03 03 68 01 11 02 14 16")
REPLY = bytes.fromhex("FF 68 03 03 68 01 01 02 04 16")
KEY_OF_PAD_2 = bytes.fromhex("FF 68 03 03 68 02 11 02 15 16")
WRONG_CHECKSUM = bytes.fromhex("FF 68 03 03 68 01 11 02 15 16")

FF68 = load_profile("ff68")
SIX = load_profile("six-key")
BYTE = load_profile("byte")


@pytest.fixture
def pad() -> PadProtocol:
    return PadProtocol(FF68)


def test_the_ask_is_the_published_one(pad: PadProtocol) -> None:
    assert pad.ask(0.0) == ASK


def test_the_ask_of_another_address_carries_it() -> None:
    assert PadProtocol(FF68, 3).ask(0.0) == bytes.fromhex("FF 68 03 03 68 03 01 0B 0F 16")


def test_stars_and_beep_are_those_described(pad: PadProtocol) -> None:
    assert pad.command("stars", stars=5) == bytes.fromhex("FF 68 03 03 68 01 02 05 08 16")
    assert pad.command("beep") == bytes.fromhex("FF 68 02 02 68 01 03 04 16")
    assert pad.command("welcome") is None


def test_a_key_is_reported_with_its_frame_and_moment_and_replied_to(pad: PadProtocol) -> None:
    pad.ask(10.0)
    assert pad.receive(KEY, 12.5) == [KeyPress("satisfied", KEY, 12.5, asked=True)]
    assert pad.to_send() == REPLY
    assert pad.to_send() == b""


@pytest.mark.parametrize(("code", "key"), list(SIX.keys.items()))
def test_each_of_the_six_keys_has_its_meaning(code: bytes, key: str) -> None:
    events = PadProtocol(SIX).receive(encode(1, 0x11, code), 0.0)
    assert [event.key for event in events if isinstance(event, KeyPress)] == [key]


def test_a_frame_sent_again_because_our_reply_was_lost_is_answered_but_no_second_press(pad: PadProtocol) -> None:
    pad.ask(0.0)
    pad.receive(KEY, 1.0)
    pad.to_send()
    for moment in (1.6, 5.0, 60.0):
        assert pad.receive(KEY, moment) == [Repeat("satisfied", KEY, moment)]
        assert pad.to_send() == REPLY


def test_after_a_new_ask_the_same_key_is_a_new_press(pad: PadProtocol) -> None:
    pad.ask(0.0)
    pad.receive(KEY, 1.0)
    pad.ask(20.0)
    assert pad.receive(KEY, 21.0) == [KeyPress("satisfied", KEY, 21.0, asked=True)]


def test_a_key_that_bounces_into_the_next_ask_does_not_answer_for_the_next_resident(pad: PadProtocol) -> None:
    pad.ask(0.0)
    pad.receive(KEY, 1.0)
    pad.ask(1.2)
    assert pad.receive(KEY, 1.4) == [Repeat("satisfied", KEY, 1.4)]
    assert pad.asking(1.4)


def test_a_second_key_after_the_first_is_reported_as_unasked_for(pad: PadProtocol) -> None:
    pad.ask(0.0)
    pad.receive(KEY, 1.0)
    [press] = pad.receive(encode(1, 0x11, b"\x00"), 1.1)
    assert isinstance(press, KeyPress)
    assert (press.key, press.asked) == ("dissatisfied", False)


def test_a_press_nobody_asked_for_is_reported_as_such_and_replied_to(pad: PadProtocol) -> None:
    assert pad.receive(KEY, 1.0) == [KeyPress("satisfied", KEY, 1.0, asked=False)]
    assert pad.to_send() == REPLY


def test_the_same_key_long_after_is_somebodys_new_press(pad: PadProtocol) -> None:
    pad.ask(0.0)
    pad.receive(KEY, 1.0)
    assert pad.receive(KEY, 59.0) == [Repeat("satisfied", KEY, 59.0)]
    assert pad.receive(KEY, 118.0) == [Repeat("satisfied", KEY, 118.0)]  # a pad that has not given up
    assert pad.receive(KEY, 178.0) == [KeyPress("satisfied", KEY, 178.0, asked=False)]


def test_a_press_after_the_time_limit_is_unasked_for(pad: PadProtocol) -> None:
    pad.ask(0.0, seconds=15.0)
    assert pad.asking(14.9)
    assert not pad.asking(15.0)
    assert pad.receive(KEY, 15.0) == [KeyPress("satisfied", KEY, 15.0, asked=False)]


def test_the_profiles_time_limit_holds_when_none_is_given(pad: PadProtocol) -> None:
    pad.ask(0.0)
    assert pad.asking(29.9)
    assert not pad.asking(30.0)


def test_a_withdrawn_ask_is_over(pad: PadProtocol) -> None:
    pad.ask(0.0)
    pad.stop_asking()
    assert not pad.asking(0.1)


def test_somebody_elses_press_is_ignored_and_not_replied_to(pad: PadProtocol) -> None:
    assert pad.receive(KEY_OF_PAD_2, 1.0) == [Noise(10, NoiseKind.ADDRESS, 1.0)]
    assert pad.to_send() == b""


def test_a_wrong_checksum_is_ignored_and_counted(pad: PadProtocol) -> None:
    assert pad.receive(WRONG_CHECKSUM, 1.0) == [Noise(10, NoiseKind.GARBAGE, 1.0)]
    assert (pad.to_send(), pad.damaged) == (b"", 1)


def test_our_own_echo_and_other_frames_are_no_presses(pad: PadProtocol) -> None:
    assert pad.receive(ASK + REPLY, 1.0) == [Noise(10, NoiseKind.OTHER, 1.0)] * 2
    assert pad.to_send() == b""


def test_a_key_the_profile_does_not_know_is_reported_with_its_frame_and_replied_to(pad: PadProtocol) -> None:
    frame = encode(1, 0x11, b"\x09")
    assert pad.receive(frame, 1.0) == [UnknownKey(b"\x09", frame, 1.0)]
    assert pad.to_send() == encode(1, 0x01, b"\x09")


def test_an_unknown_key_leaves_the_ask_open(pad: PadProtocol) -> None:
    pad.ask(0.0)
    pad.receive(encode(1, 0x11, b"\x09"), 1.0)
    assert pad.asking(1.1)


def test_half_a_frame_is_given_up_when_the_line_goes_quiet(pad: PadProtocol) -> None:
    assert pad.receive(KEY[:5], 1.0) == []
    assert pad.pending
    assert pad.idle(1.2) == [Noise(5, NoiseKind.GARBAGE, 1.2)]
    assert not pad.pending
    assert pad.receive(KEY, 2.0) == [KeyPress("satisfied", KEY, 2.0, asked=False)]


def test_a_byte_counts_as_a_key_only_after_an_ask_and_once() -> None:
    pad = PadProtocol(BYTE)
    assert pad.receive(b"1", 0.0) == [Noise(1, NoiseKind.UNASKED, 0.0)]
    assert pad.ask(1.0) == b"P"
    assert pad.receive(b"\xf02", 2.0) == [KeyPress("average", b"2", 2.0, asked=True), Noise(1, NoiseKind.GARBAGE, 2.0)]
    assert pad.receive(b"2", 2.1) == [Repeat("average", b"2", 2.1)]
    assert pad.receive(b"3", 2.2) == [Noise(1, NoiseKind.UNASKED, 2.2)]
    assert pad.to_send() == b""


def test_a_byte_after_the_time_limit_is_noise() -> None:
    pad = PadProtocol(BYTE)
    pad.ask(0.0, seconds=5.0)
    assert pad.receive(b"1", 5.1) == [Noise(1, NoiseKind.UNASKED, 5.1)]


pieces = st.one_of(
    st.binary(max_size=15),
    st.builds(encode, st.integers(0, 3), st.sampled_from([0x01, 0x11, 0x02]), st.binary(max_size=3)),
    st.sampled_from([KEY, KEY[:6], KEY[4:], WRONG_CHECKSUM, KEY_OF_PAD_2, b"\xff\x68", b"1"]),
)
streams = st.lists(pieces, max_size=10).map(b"".join)


@pytest.mark.parametrize("profile", [FF68, SIX, BYTE], ids=lambda profile: profile.name)
@given(stream=streams, cut=st.integers(1, 20), ask=st.booleans())
def test_any_bytes_in_any_portions_never_raise_and_every_byte_is_accounted_for(
    profile: object, stream: bytes, cut: int, ask: bool
) -> None:
    pad = PadProtocol(profile)  # type: ignore[arg-type]
    if ask:
        pad.ask(0.0)
    events: list[PadEvent] = []
    for at in range(0, len(stream), cut):
        events += pad.receive(stream[at : at + cut], float(at))
        pad.to_send()
    events += pad.idle(1000.0)
    size = sum(event.count if isinstance(event, Noise) else len(event.frame) for event in events)
    assert size == len(stream)


@given(stream=streams)
def test_a_press_is_understood_after_any_disturbance_and_a_quiet_moment(stream: bytes) -> None:
    pad = PadProtocol(FF68)
    pad.receive(stream, 0.0)
    pad.idle(1.0)
    pad.ask(2.0)
    assert pad.receive(KEY, 3.0) == [KeyPress("satisfied", KEY, 3.0, asked=True)]


@given(code=st.sampled_from(sorted(FF68.keys)), times=st.integers(1, 6))
def test_however_often_a_press_is_sent_it_counts_once_and_is_answered_each_time(code: bytes, times: int) -> None:
    pad = PadProtocol(FF68)
    pad.ask(0.0)
    frame = encode(1, 0x11, code)
    events = [event for at in range(times) for event in pad.receive(frame, 1.0 + at)]
    assert [type(event) for event in events] == [KeyPress] + [Repeat] * (times - 1)
    assert pad.to_send() == encode(1, 0x01, code) * times
