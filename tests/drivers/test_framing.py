"""Framing by example: the frames published for the FF 68 bus, and what disturbs them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from drivers.framing import ByteFraming, DelimitedFraming, FixedFraming, FramingError, LengthFraming, crc16, sum8, xor8

LAYOUT = ["FF 68", "len", "len", "68", "body", "sum8", "16"]
ASK = bytes.fromhex("FF 68 03 03 68 01 01 0B 0D 16")
KEY = bytes.fromhex("FF 68 03 03 68 01 11 02 14 16")
REPLY = bytes.fromhex("FF 68 03 03 68 01 01 02 04 16")


@pytest.fixture
def ff68() -> LengthFraming:
    return LengthFraming(LAYOUT, longest=32)


def raws(frames: Sequence[tuple[bytes, bytes]]) -> list[bytes]:
    return [raw for raw, _ in frames]


def test_the_published_frames_are_built_byte_for_byte(ff68: LengthFraming) -> None:
    assert ff68.build(bytes.fromhex("01 01 0B")) == ASK
    assert ff68.build(bytes.fromhex("01 11 02")) == KEY
    assert ff68.build(bytes.fromhex("01 01 02")) == REPLY


def test_a_published_frame_is_read_with_its_body(ff68: LengthFraming) -> None:
    assert ff68.receive(KEY) == [(KEY, bytes.fromhex("01 11 02"))]
    assert (ff68.pending, ff68.noise) == (0, 0)


def test_frames_are_read_one_byte_at_a_time(ff68: LengthFraming) -> None:
    frames = [frame for byte in ASK + KEY + REPLY for frame in ff68.receive(bytes((byte,)))]
    assert raws(frames) == [ASK, KEY, REPLY]


def test_garbage_around_frames_is_counted_and_ignored(ff68: LengthFraming) -> None:
    assert raws(ff68.receive(b"\x00\xff" + KEY + b"\xff\x68noise" + ASK + b"zz")) == [KEY, ASK]
    assert ff68.noise == 2 + 7 + 2


def test_a_wrong_checksum_is_no_frame_and_hides_nothing_after_it(ff68: LengthFraming) -> None:
    assert raws(ff68.receive(KEY[:-2] + b"\x15\x16" + KEY)) == [KEY]
    assert (ff68.damaged, ff68.noise) == (1, 10)


def test_lengths_that_disagree_are_no_frame(ff68: LengthFraming) -> None:
    assert ff68.receive(bytes.fromhex("FF 68 03 04 68 01 11 02 14 16")) == []


def test_a_frame_that_begins_inside_a_broken_one_is_read(ff68: LengthFraming) -> None:
    for cut in range(1, len(KEY)):
        broken = KEY[:cut]
        assert raws(ff68.receive(broken + KEY) + ff68.idle()) == [KEY], cut


def test_half_a_frame_is_kept_until_the_line_goes_quiet(ff68: LengthFraming) -> None:
    assert ff68.receive(KEY[:6]) == []
    assert ff68.pending == 6
    assert ff68.idle() == []
    assert (ff68.pending, ff68.noise) == (0, 6)
    assert ff68.receive(KEY[6:]) == []


def test_a_whole_frame_hidden_behind_a_false_beginning_comes_out_when_the_line_goes_quiet(ff68: LengthFraming) -> None:
    false = bytes.fromhex("FF 68 20 20 68")  # promises 32 bytes
    assert ff68.receive(false + KEY) == []
    assert raws(ff68.idle()) == [KEY]


def test_a_beginning_with_an_impossible_length_is_not_waited_for(ff68: LengthFraming) -> None:
    assert raws(ff68.receive(bytes.fromhex("FF 68 C8 C8 68") + KEY)) == [KEY]
    assert raws(ff68.receive(bytes.fromhex("FF 68 00 00 68") + KEY)) == [KEY]


def test_megabytes_of_beginnings_are_not_kept(ff68: LengthFraming) -> None:
    for _ in range(100):
        ff68.receive(bytes.fromhex("FF 68 20 20 68") * 200)
        assert ff68.pending <= 32 + 7
    assert raws(ff68.receive(KEY * 5))[-1:] == [KEY]


@pytest.mark.parametrize("length", ["(", "1", "\\", "]", "-", "^"])
def test_no_byte_is_special_in_a_header(length: str) -> None:
    framing = LengthFraming([length.encode().hex(), "len", "len", "31", "body"], shortest=0, longest=255)
    for size in (0, 1, 45, 92, 93, 94, 255):
        frame = framing.build(b"\n" * size)
        assert frame[1:4] == bytes((size, size, 0x31))
        assert raws(framing.receive(b"?" + frame)) == [frame]


def test_checksums_agree_with_published_values() -> None:
    assert sum8(bytes.fromhex("01 01 0B")) == b"\x0d"
    assert xor8(bytes.fromhex("00 03 20 01")) == b"\x22"  # the ID-card reader's find
    assert crc16(b"123456789") == b"\x37\x4b"  # CRC-16/MODBUS check value 4B37, low byte first


@pytest.mark.parametrize("checksum", ["sum8", "xor8", "crc16"])
def test_every_checksum_guards_a_frame(checksum: str) -> None:
    framing = LengthFraming(["AA", "len", "body", checksum])
    frame = framing.build(b"hello")
    assert raws(framing.receive(frame)) == [frame]
    for at in range(2, len(frame)):
        bad = bytes(byte ^ (0x40 if position == at else 0) for position, byte in enumerate(frame))
        assert framing.receive(bad) + framing.idle() == []


@pytest.mark.parametrize(
    "layout",
    [
        [],
        ["FF 68"],
        ["body"],
        ["len", "body"],
        ["FF", "body", "sum8"],
        ["FF", "len", "body", "body"],
        ["FF", "len", "body", "sum9"],
        ["FF", "size", "body"],
        ["FF", "len", "body", "len"],
        ["FF", "len", "body", ""],
    ],
)
def test_a_layout_that_cannot_work_is_refused_with_what_is_expected(layout: list[str]) -> None:
    with pytest.raises(FramingError, match="expected"):
        LengthFraming(layout)


def test_a_body_that_does_not_fit_is_refused(ff68: LengthFraming) -> None:
    for body in (b"", b"x" * 33):
        with pytest.raises(FramingError, match="1 to 32 bytes"):
            ff68.build(body)


def test_single_bytes_are_frames_and_others_noise() -> None:
    framing = ByteFraming(frozenset(b"123"))
    assert raws(framing.receive(b"1x3\xff")) == [b"1", b"3"]
    assert (framing.noise, framing.pending) == (2, 0)
    assert raws(ByteFraming().receive(b"ab")) == [b"a", b"b"]


def test_delimited_frames_are_read_with_their_payload() -> None:
    framing = DelimitedFraming(b"S", b"E")
    assert framing.receive(b"xxS02EyS0") == [(b"S02E", b"02")]
    assert framing.receive(b"1E") == [(b"S01E", b"01")]
    assert framing.noise == 3


def test_a_delimited_frame_whose_end_was_lost_does_not_swallow_the_next() -> None:
    assert DelimitedFraming(b"S", b"E").receive(b"S0S02E") == [(b"S02E", b"02")]


def test_marks_of_several_bytes_may_arrive_in_pieces() -> None:
    framing = DelimitedFraming(b"<<", b">>")
    frames = [frame for byte in b"a<b<<<c>d>>e" for frame in framing.receive(bytes((byte,)))]
    assert frames == [(b"<<c>d>>", b"c>d")]


def test_lines_without_a_start_mark_end_at_their_end_mark() -> None:
    framing = DelimitedFraming(b"", b"\r", limit=8)
    assert framing.receive(b"A012\rB0") == [(b"A012\r", b"A012")]
    assert framing.receive(b"01\r" + b"x" * 50) == [(b"B001\r", b"B001")]
    assert framing.receive(b"\rC003\r") == [(b"C003\r", b"C003")]
    assert framing.noise == 51


def test_an_endless_delimited_frame_is_given_up() -> None:
    framing = DelimitedFraming(b"S", b"E", limit=16)
    framing.receive(b"S" + b"x" * 1000)
    assert framing.pending <= 18
    assert framing.receive(b"xES02E") == [(b"S02E", b"02")]


@pytest.mark.parametrize(("start", "end"), [(b"S", b""), (b"~", b"~"), (b"~", b"~~"), (b"ab", b"b")])
def test_marks_that_cannot_be_told_apart_are_refused(start: bytes, end: bytes) -> None:
    with pytest.raises(FramingError, match="expected"):
        DelimitedFraming(start, end)


def test_a_length_may_count_more_than_the_body_and_a_checksum_cover_more() -> None:
    framing = LengthFraming(["AA 69", "len", "body", "xor8"], covers="length", adds=1)
    frame = framing.build(b"\x20\x01")
    assert frame == bytes.fromhex("AA 69 03 20 01 22")
    assert raws(framing.receive(b"\xaa" + frame + frame)) == [frame, frame]
    whole = LengthFraming(["55", "len", "body", "sum8", "0D"], covers="frame", adds=2)
    assert whole.build(b"\x01") == bytes.fromhex("55 03 01 59 0D")
    assert raws(whole.receive(whole.build(b"\x01"))) == [whole.build(b"\x01")]
    for wrong in ({"covers": "head"}, {"adds": -1}, {"adds": 254}):
        with pytest.raises(FramingError, match="expected"):
            LengthFraming(["55", "len", "body"], **wrong)  # type: ignore[arg-type]


def test_frames_that_are_spelt_out_are_found_among_garbage() -> None:
    framing = FixedFraming([b"\xa1\x01", b"\xa1\x02\x03", b"\xa1\x02"])
    assert raws(framing.receive(b"x\xa1\x01y\xa1")) == [b"\xa1\x01"]
    assert framing.pending == 1
    assert raws(framing.receive(b"\x02\x03")) == [b"\xa1\x02\x03"]
    assert raws(framing.receive(b"\xa1\x02")) == []
    assert raws(framing.idle()) == [b"\xa1\x02"]
    assert (framing.noise, framing.pending) == (2, 0)
    with pytest.raises(FramingError, match="expected"):
        FixedFraming([])
