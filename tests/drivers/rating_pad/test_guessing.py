"""Whatever frames the keys send: what is guessed of them loads, and understands each."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drivers.framing import CHECKSUMS
from drivers.rating_pad import KeyPress, Pad
from drivers.rating_pad.learning import LearningError
from drivers.rating_pad.learning.guessing import guess, smallest
from drivers.rating_pad.learning.pupil import LONGEST_BURST, MOST_BURSTS, Base, Pupil
from drivers.rating_pad.learning.writing import profile_text
from drivers.rating_pad.profile import parse_profile, profile_names

MEANINGS = ("very_satisfied", "satisfied", "average", "dissatisfied", "too_long", "poor_attitude")
BASES = [Base.load(name) for name in profile_names()]


def learned(frames: dict[str, bytes]) -> Any:
    made = guess(frames)
    tables = {
        "evidence": "learned",
        "link": {} if made.address is None else {"address": made.address},
        "frame": made.frame,
        "recv": {"key": made.key},
        "keys": made.keys,
    }
    return parse_profile(profile_text(tables, [made.note]), file="learned.toml", name="learned")


def understood(profile: Any, frame: bytes) -> list[str]:
    pad = Pad(profile)
    pad.opened(0.0)
    pad.ask(0.0)
    events = pad.receive(frame, 1.0) + pad.idle(2.0)
    return [event.key for event in events if isinstance(event, KeyPress)]


def named(frames: list[bytes]) -> dict[str, bytes]:
    return dict(zip(MEANINGS, frames, strict=False))


def check(frames: dict[str, bytes]) -> str:
    profile = learned(frames)
    for meaning, frame in frames.items():
        assert understood(profile, frame)[:1] == [meaning], (frames, profile.shape, profile.keys)
    return str(profile.shape.kind)


@given(st.lists(st.binary(min_size=1, max_size=12), min_size=2, max_size=6, unique=True))
def test_any_frames(frames: list[bytes]) -> None:
    check(named(frames))


@given(
    st.lists(st.text("0123456789ABKEYkey=|;,:\r\nS满意", min_size=1, max_size=8), min_size=2, max_size=6, unique=True)
)
def test_any_texts(texts: list[str]) -> None:
    check(named([text.encode("gbk") for text in texts]))


@given(
    st.binary(min_size=1, max_size=3),
    st.binary(max_size=3),
    st.binary(max_size=2),
    st.binary(max_size=2),
    st.sampled_from([*CHECKSUMS, ""]),
    st.lists(st.integers(0, 255), min_size=2, max_size=6, unique=True),
)
def test_frames_with_a_length_and_a_checksum(
    head: bytes, before: bytes, after: bytes, tail: bytes, check_name: str, codes: list[int]
) -> None:
    frames = []
    for code in codes:
        body = before + bytes((code,)) + after
        checksum = CHECKSUMS[check_name](body) if check_name else b""
        frames.append(head + bytes((len(body),)) + body + checksum + tail)
    check(named(frames))


@example(head=b"\x81\x81\xa8@", tail=b"\x81\x81\xa8", middles=[b"\x81", b"\x82"])  # the end mark's bytes lie across
@example(head=b" ", tail=b"@", middles=[b" ", b"\x81"])  # two characters, or one of two bytes
@given(
    st.binary(min_size=1, max_size=4),
    st.binary(max_size=4),
    st.lists(st.binary(min_size=1, max_size=3), min_size=2, max_size=6, unique=True),
)
def test_frames_that_differ_somewhere_in_the_middle(head: bytes, tail: bytes, middles: list[bytes]) -> None:
    check(named([head + middle + tail for middle in middles]))


def test_a_damaged_frame_is_no_key_once_a_checksum_was_found() -> None:
    frames = named([b"\xaa\x03\x01\x02" + bytes((code, (3 + code) % 256)) for code in (5, 9, 0x20)])
    profile = learned(frames)
    assert profile.shape.kind == "length"
    assert understood(profile, b"\xaa\x03\x01\x02\x05\x00") == []


def test_a_frame_that_bounced_is_taken_once() -> None:
    assert smallest(b"\xa5\x01\xa5\x01") == b"\xa5\x01"
    assert smallest(b"\x01\x01\x01") == b"\x01"
    assert smallest(b"\xa5\x01\xa5") == b"\xa5\x01\xa5"
    assert smallest(b"") == b""


def test_one_key_is_no_profile() -> None:
    with pytest.raises(LearningError, match="fewer than two"):
        guess({"satisfied": b"\x01"})


pieces = st.one_of(
    st.binary(max_size=300),
    st.sampled_from([bytes.fromhex("FF 68 03 03 68 01 11 02 14 16"), b"RecvCmdOK", b"S02||1||2||E", b"\xff\x68\x03"]),
)


@given(st.lists(st.tuples(pieces, st.booleans()), max_size=30), st.sampled_from([*profile_names(), ""]))
def test_a_pupil_takes_any_bytes_and_keeps_few(stream: list[tuple[bytes, bool]], base: str) -> None:
    pupil = Pupil([one for one in BASES if base in ("", one.profile.name)])
    pupil.opened(0.0)
    pupil.ask(0.0, 30.0)
    for at, (piece, quiet) in enumerate(stream):
        pupil.receive(piece, float(at))
        if quiet:
            pupil.idle(at + 0.5)
        pupil.to_send()
        assert len(pupil.bursts) <= MOST_BURSTS
        assert all(len(burst) <= LONGEST_BURST for burst in pupil.bursts)
    pupil.idle(1000.0)
    assert not pupil.pending
