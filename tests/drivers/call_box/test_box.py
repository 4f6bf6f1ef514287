"""The call box's protocol, byte by byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.call_box import CallBox, CallKey, Noise, NoiseKind, Repeat, UnknownKey, load_profile
from drivers.call_box.box import ANSWERED_JUST_NOW_S
from drivers.call_box.simulator import encode

FF68 = load_profile("ff68")
CALL = bytes.fromhex("FF 68 03 03 68 01 01 0C 0E 16")
GIVE_UP = bytes.fromhex("FF 68 04 04 68 01 01 06 0F 17 16")
PAD_KEY = bytes.fromhex("FF 68 03 03 68 01 11 02 14 16")  # recorded: a pad at the same address
# What the reference program sends: SendTicket("012") and SendWait(7), of frmMain.cs.
TICKET = bytes.fromhex("FF 68 08 08 68 01 02 0A 0A 0A 00 01 02 24 16")


@pytest.fixture
def box() -> CallBox:
    return CallBox(FF68)


def keys(events: list[object]) -> list[tuple[str, str]]:
    return [(event.key, event.digits) for event in events if isinstance(event, CallKey)]


def sent(box: CallBox) -> list[bytes]:
    return [message.data for message in box.to_send()]


def test_a_key_is_reported_and_its_frame_sent_back_as_it_came(box: CallBox) -> None:
    assert box.receive(CALL, 1.0) == [CallKey("call", "", CALL, 1.0)]
    assert sent(box) == [CALL]
    assert sent(box) == []


@pytest.mark.parametrize(
    ("data", "key", "digits"),
    [
        ("0C", "call", ""),
        ("0D", "recall", ""),
        ("0B", "ask", ""),
        ("00 0F", "hold", ""),
        ("03 0F", "call_back", ""),
        ("06 0F", "give_up", ""),
        ("12", "pause", ""),
        ("13", "transfer", ""),
        ("02 13", "transfer", "2"),
        ("01 02 13", "transfer", "12"),
        ("05 0C", "call", "5"),  # the reference program looks at the last byte alone
    ],
)
def test_each_published_key_has_its_meaning(box: CallBox, data: str, key: str, digits: str) -> None:
    frame = encode(1, 0x01, bytes.fromhex(data))
    assert keys(box.receive(frame, 1.0)) == [(key, digits)]
    assert sent(box) == [frame]


@pytest.mark.parametrize(("data", "digits"), [("0F", ""), ("09 0F", "9"), ("06 06 0F", "66"), ("0E", "")])
def test_a_key_without_meaning_is_told_and_answered_or_the_box_would_send_it_again(
    box: CallBox, data: str, digits: str
) -> None:
    frame = encode(1, 0x01, bytes.fromhex(data))
    code = bytes.fromhex(data)[-1]
    assert box.receive(frame, 1.0) == [UnknownKey(code, digits, frame, 1.0)]
    assert sent(box) == [frame]


def test_any_function_but_a_pads_is_a_press_as_the_reference_program_takes_it(box: CallBox) -> None:
    assert keys(box.receive(encode(1, 0x07, b"\x0c"), 1.0)) == [("call", "")]
    assert box.receive(encode(1, 0x11, b"\x0c"), 5.0) == [Noise(10, NoiseKind.OTHER, 5.0)]


def test_a_pad_at_the_same_address_is_not_taken_for_the_box_nor_answered(box: CallBox) -> None:
    assert box.receive(PAD_KEY, 1.0) == [Noise(len(PAD_KEY), NoiseKind.OTHER, 1.0)]
    assert sent(box) == []


def test_what_a_host_says_to_the_display_or_a_pad_is_no_press(box: CallBox) -> None:
    for frame in (TICKET, encode(1, 0x02, b"\x00\x00\x07\x0a\x0a\x0a"), encode(1, 0x02, b"\x05"), encode(1, 0x03)):
        assert box.receive(frame, 1.0) == [Noise(len(frame), NoiseKind.OTHER, 1.0)]
    assert sent(box) == []


def test_a_frame_of_another_address_is_not_ours_and_not_answered() -> None:
    box = CallBox(FF68, address=2)
    assert box.receive(CALL, 1.0) == [Noise(len(CALL), NoiseKind.ADDRESS, 1.0)]
    assert sent(box) == []


def test_a_frame_sent_again_because_the_echo_was_lost_is_answered_and_counts_once(box: CallBox) -> None:
    told = [event for at in (1.0, 1.4, 1.8, 3.2) for event in box.receive(CALL, at)]
    assert [type(event) for event in told] == [CallKey, Repeat, Repeat, Repeat]
    assert sent(box) == [CALL] * 4


def test_the_same_key_is_a_new_press_when_some_time_has_passed_or_another_came_between(box: CallBox) -> None:
    assert keys(box.receive(CALL, 1.0) + box.receive(CALL, 2.6)) == [("call", "")] * 2
    assert keys(box.receive(GIVE_UP, 2.7) + box.receive(CALL, 2.8)) == [("give_up", ""), ("call", "")]


def test_a_bounce_and_our_own_echo_are_not_answered_again(box: CallBox) -> None:
    """On an adapter that echoes, an answered echo would be followed by its echo for ever."""
    box.receive(CALL + CALL, 1.0)
    assert sent(box) == [CALL]
    at = 1.0
    for _ in range(100):
        at += ANSWERED_JUST_NOW_S / 2
        assert box.receive(CALL, at)[0].__class__ is Repeat
    assert len(sent(box)) < 60


def test_the_display_shows_waiting_on_the_left_and_the_ticket_on_the_right(box: CallBox) -> None:
    box.show(None, "A012")
    assert sent(box) == [TICKET]
    box.show(7, "A012")
    assert sent(box) == [encode(1, 0x02, bytes.fromhex("0A 0A 07 00 01 02"))]
    box.show(12)
    assert sent(box) == [encode(1, 0x02, bytes.fromhex("0A 01 02 0A 0A 0A"))]
    box.show(5000, "B1234")
    assert sent(box) == [encode(1, 0x02, bytes.fromhex("09 09 09 02 03 04"))]
    box.show(None)
    assert sent(box) == [encode(1, 0x02, b"\x0a" * 6)]


def test_the_display_is_told_only_what_is_new_and_everything_again_when_the_port_was_opened(box: CallBox) -> None:
    box.show(7, "A012")
    box.show(7, "A012")
    (shown,) = sent(box)
    box.beep()
    box.opened(2.0)
    assert sent(box) == [shown]


def test_a_box_that_was_never_told_anything_is_told_nothing_when_the_port_opens(box: CallBox) -> None:
    box.opened(0.0)
    assert sent(box) == []


def test_a_beep_is_the_published_frame(box: CallBox) -> None:
    assert box.beep()
    assert sent(box) == [bytes.fromhex("FF 68 02 02 68 01 03 04 16")]


def test_half_a_frame_is_given_up_and_the_next_is_read(box: CallBox) -> None:
    assert box.receive(CALL[:6], 1.0) == []
    assert box.pending
    assert box.idle(1.2) == [Noise(6, NoiseKind.GARBAGE, 1.2)]
    assert not box.pending
    assert keys(box.receive(CALL, 1.3)) == [("call", "")]


def test_a_wrong_checksum_is_noise_and_not_answered(box: CallBox) -> None:
    events = box.receive(CALL[:-2] + b"\x00\x16", 1.0) + box.idle(1.2)
    assert {type(event) for event in events} == {Noise}
    assert (box.damaged, sent(box)) == (1, [])


BYTES = st.one_of(
    st.binary(max_size=40), st.sampled_from([CALL, CALL[:7], GIVE_UP, PAD_KEY, TICKET, b"\xff\x68", b"\xff" * 9])
)


@given(st.lists(BYTES, max_size=20), st.data())
def test_any_bytes_in_any_portions_mean_the_same_and_never_hurt(parts: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(parts)
    whole, cut = CallBox(FF68), CallBox(FF68)
    expected = whole.receive(stream, 0.0)
    heard: list[object] = []
    rest = stream
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        heard += cut.receive(rest[:size], 0.0)
        rest = rest[size:]
        assert cut._framing.pending <= 20  # the longest frame's worth
    assert [event for event in heard if not isinstance(event, Noise)] == [
        event for event in expected if not isinstance(event, Noise)
    ]
    assert sent(cut) == sent(whole)


@given(st.binary(max_size=60))
def test_a_press_after_any_garbage_is_read(garbage: bytes) -> None:
    box = CallBox(FF68)
    box.receive(garbage, 0.0)
    box.idle(0.2)
    assert keys(box.receive(CALL, 10.0)) == [("call", "")]


@given(st.binary(max_size=60))
def test_a_press_right_behind_garbage_is_read_when_the_line_is_quiet(garbage: bytes) -> None:
    box = CallBox(FF68)
    events = box.receive(garbage + CALL, 0.0) + box.idle(0.2)
    assert keys(events)[-1:] == [("call", "")] or any(
        isinstance(event, Repeat) and event.frame == CALL for event in events
    )
