"""Framing under any bytes in any portions, held against a slow reader written straight from the layout."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.framing import ByteFraming, DelimitedFraming, FixedFraming, Framing, LengthFraming

LAYOUT = ["FF 68", "len", "len", "68", "body", "sum8", "16"]
LONGEST = 32


def frame(body: bytes) -> bytes:
    size = bytes((len(body),))
    return b"\xff\x68" + size + size + b"\x68" + body + bytes((sum(body) % 256,)) + b"\x16"


def frame_at(stream: bytes, at: int) -> bytes | None:
    """The whole good frame that begins exactly there."""
    size = stream[at + 2] if at + 2 < len(stream) else 0
    if not 1 <= size <= LONGEST or at + size + 7 > len(stream):
        return None
    candidate = stream[at : at + size + 7]
    return candidate if candidate == frame(candidate[5:-2]) else None


def slow_reading(stream: bytes) -> list[bytes]:
    frames, at = [], 0
    while at < len(stream):
        found = frame_at(stream, at)
        if found is not None:
            frames.append(found)
        at += len(found or b"x")
    return frames


bodies = st.binary(min_size=1, max_size=LONGEST)
# Pieces that look like frames and are not quite: what real disturbance and broken frames consist of.
pieces = st.one_of(
    st.binary(max_size=12),
    bodies.map(frame),
    st.builds(lambda body, cut: frame(body)[:cut], bodies, st.integers(0, 38)),
    st.builds(lambda body, cut: frame(body)[cut:], bodies, st.integers(0, 38)),
    st.sampled_from([b"\xff", b"\xff\x68", b"\xff\x68\x03", b"\xff\x68\x03\x03\x68", b"\xff\x68\x20\x20\x68", b"\x16"]),
)
streams = st.lists(pieces, max_size=12).map(b"".join)


def fed(framing: Framing, stream: bytes, cuts: list[int]) -> list[bytes]:
    """The frames of a stream that comes in portions of these sizes, over and over; then the line goes quiet."""
    frames, at, turn = [], 0, 0
    while at < len(stream):
        size = cuts[turn % len(cuts)]
        frames += framing.receive(stream[at : at + size])
        assert framing.pending <= LONGEST + 7
        at, turn = at + size, turn + 1
    frames += framing.idle()
    assert framing.pending == 0
    assert framing.noise == len(stream) - sum(len(raw) for raw, _ in frames)
    return [raw for raw, _ in frames]


portions = st.lists(st.integers(1, 50), min_size=1, max_size=5)


@given(streams, portions)
@settings(max_examples=300)
def test_frames_are_found_as_a_slow_reader_finds_them_whatever_the_portions(stream: bytes, cuts: list[int]) -> None:
    assert fed(LengthFraming(LAYOUT, longest=LONGEST), stream, cuts) == slow_reading(stream)


@given(streams, bodies)
def test_a_good_frame_is_read_after_any_garbage(garbage: bytes, body: bytes) -> None:
    good = frame(body)
    overlapping = slow_reading(garbage + good)[-1:] != [good]  # garbage that makes a valid frame of the good one's head
    assert overlapping or fed(LengthFraming(LAYOUT, longest=LONGEST), garbage + good, [7])[-1] == good


@given(streams, bodies)
def test_one_byte_at_a_time_is_as_good_as_all_at_once(garbage: bytes, body: bytes) -> None:
    stream = garbage + frame(body)
    assert fed(LengthFraming(LAYOUT, longest=LONGEST), stream, [1]) == fed(
        LengthFraming(LAYOUT, longest=LONGEST), stream, [len(stream)]
    )


@given(st.binary(max_size=200), portions)
def test_any_bytes_in_any_portions_never_raise_in_any_framing(stream: bytes, cuts: list[int]) -> None:
    makers: list[Callable[[], Framing]] = [
        lambda: LengthFraming(["AA", "len", "body", "crc16"], longest=20),
        lambda: LengthFraming(["00", "len", "body"], shortest=0, longest=LONGEST),
        lambda: DelimitedFraming(b"\x00\x01", b"\xff", limit=30),
        lambda: DelimitedFraming(b"", b"\r\n", limit=30),
        lambda: ByteFraming(frozenset(b"123")),
        lambda: FixedFraming([b"\x00", b"\x00\x01\x02", b"\x01\x00", b"\xff\xff"]),
        lambda: LengthFraming(["AA", "len", "body", "sum8"], longest=20, covers="frame", adds=1),
        lambda: LengthFraming(["AA AA", "len", "len", "body"], shortest=0, longest=20),
    ]
    for make in makers:
        assert fed(make(), stream, cuts) == fed(make(), stream, [max(1, len(stream))])


@given(st.lists(st.binary(max_size=20).filter(lambda body: not {ord("<"), ord(">")} & set(body)), max_size=6), portions)
def test_delimited_payloads_come_back_whatever_stands_between_them(payloads: list[bytes], cuts: list[int]) -> None:
    framing = DelimitedFraming(b"<", b">", limit=20)
    stream = b"noise>".join(framing.build(payload) for payload in payloads)
    assert fed(framing, stream, cuts) == [b"<" + payload + b">" for payload in payloads]


@pytest.mark.parametrize(
    "layout", [LAYOUT, ["AA", "len", "body", "xor8"], ["AA 55", "len", "01", "body", "crc16", "16"]]
)
@given(body=bodies)
def test_what_is_built_is_read_back(layout: list[str], body: bytes) -> None:
    framing = LengthFraming(layout)
    assert framing.receive(framing.build(body)) == [(framing.build(body), body)]


@given(st.lists(st.one_of(st.sampled_from([b"<", b">", b"<a>", b"<<"]), st.binary(max_size=9))).map(b"".join), portions)
def test_marks_of_one_byte_are_read_quickly_as_longer_ones_are_read(stream: bytes, cuts: list[int]) -> None:
    quick, slow = DelimitedFraming(b"<", b">", limit=6), DelimitedFraming(b"<", b">", limit=6)
    slow._plain = None
    assert fed(quick, stream, cuts) == fed(slow, stream, cuts)
    assert quick.noise == slow.noise
