"""The SDT frame: recorded requests and answers, damaged marks, and any bytes in any portions."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from operator import xor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.framing import FramingError
from drivers.id_card.commands import FIND, READ, READ_ALL, RESET, SAM, SELECT, STATUS, Command
from drivers.id_card.framing import LONGEST, MARK, SdtFraming, fold, request

# Requests as recorded (chenhaifeng2016/FaceRecognitionTest); the last byte is the checksum.
RECORDED: list[tuple[Command, str]] = [
    (RESET, "AA AA AA 96 69 00 03 10 FF EC"),
    (STATUS, "AA AA AA 96 69 00 03 11 FF ED"),
    (SAM, "AA AA AA 96 69 00 03 12 FF EE"),
    (FIND, "AA AA AA 96 69 00 03 20 01 22"),
    (SELECT, "AA AA AA 96 69 00 03 20 02 21"),
    (READ, "AA AA AA 96 69 00 03 30 01 32"),
    (READ_ALL, "AA AA AA 96 69 00 03 30 10 23"),
]
NO_CARD = bytes.fromhex("AA AA AA 96 69 00 04 00 00 80 84")
FOUND = bytes.fromhex("AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97")
BODIES = st.binary(max_size=60).map(lambda data: b"\x00\x00" + b"\x90" + data)
MARKS = st.sampled_from([MARK, MARK[1:], MARK[2:], MARK[:3], b"\xaa", b"\xaa\x00", MARK + b"\x05\x08\x00\x00"])
GARBAGE = st.lists(st.one_of(MARKS, st.binary(max_size=12)), max_size=6).map(b"".join)


def answer(body: bytes) -> bytes:
    """An answer, counted by hand."""
    counted = (len(body) + 1).to_bytes(2, "big") + body
    return MARK + counted + bytes((reduce(xor, counted),))


MIXED = st.lists(st.one_of(GARBAGE, BODIES.map(answer)), max_size=12).map(b"".join)


def portions(data: bytes, cuts: list[int]) -> list[bytes]:
    """The bytes in pieces, cut anywhere."""
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[begin:end] for begin, end in pairwise(places)] or [data]


@pytest.mark.parametrize(("command", "recorded"), RECORDED, ids=[command.name for command, _ in RECORDED])
def test_requests_are_those_that_were_recorded(command: Command, recorded: str) -> None:
    assert request(command.code) == bytes.fromhex(recorded)


def test_recorded_answers_are_read() -> None:
    framing = SdtFraming()
    frames = framing.receive(NO_CARD + FOUND)
    assert [frame.raw for frame in frames] == [NO_CARD, FOUND]
    assert [frame.body.hex() for frame in frames] == ["000080", "00009f00000000"]
    assert framing.noise == framing.damaged == framing.pending == 0


def test_the_recorded_damaged_mark_costs_its_two_bytes_and_not_the_answer() -> None:
    """``AA 00 AA AA 96 69 …``: asking again could mean that the card must be lifted first."""
    framing = SdtFraming()
    (frame,) = framing.receive(b"\xaa\x00" + FOUND[1:])
    assert frame.body == FOUND[7:-1]
    assert framing.noise == 2


def test_a_wrong_checksum_is_counted_and_the_next_answer_is_read() -> None:
    framing = SdtFraming()
    wrong = FOUND[:-1] + b"\x00"
    assert [frame.raw for frame in framing.receive(wrong + NO_CARD)] == [NO_CARD]
    assert framing.damaged == 1
    assert framing.noise == len(wrong)


def test_our_own_request_coming_back_is_no_answer() -> None:
    framing = SdtFraming()
    assert [frame.raw for frame in framing.receive(request(FIND.code) + FOUND)] == [FOUND]


@pytest.mark.parametrize("size", [1295, 1297, 1809, 2321])
def test_every_length_of_a_read_answer_is_one_frame(size: int) -> None:
    data = answer(b"\x00\x00\x90" + bytes(size - 11))
    assert len(data) == size
    framing = SdtFraming()
    frames = [frame for at in range(0, size, 64) for frame in framing.receive(data[at : at + 64])]
    assert [frame.raw for frame in frames] == [data]


def test_half_an_answer_is_given_up_when_the_line_falls_quiet() -> None:
    framing = SdtFraming()
    assert framing.receive(FOUND[:9]) == []
    assert framing.pending == 9
    assert framing.idle() == []
    assert framing.pending == 0


@given(st.binary(max_size=2000))
def test_the_fold_is_the_exclusive_or_of_all_bytes(data: bytes) -> None:
    assert fold(data) == reduce(xor, data, 0)


@given(
    st.lists(st.one_of(GARBAGE, BODIES.map(answer)), max_size=12).map(b"".join), st.lists(st.integers(0), max_size=30)
)
def test_any_bytes_in_any_portions_never_raise_nor_grow_and_are_all_accounted_for(data: bytes, cuts: list[int]) -> None:
    framing = SdtFraming()
    taken = 0
    for portion in portions(data, cuts):
        taken += sum(len(frame.raw) for frame in framing.receive(portion))
        assert framing.pending <= len(MARK) + 2 + LONGEST
    assert taken + framing.noise + framing.pending == len(data)
    taken += sum(len(frame.raw) for frame in framing.idle())
    assert taken + framing.noise == len(data)
    assert framing.pending == 0


@given(st.lists(BODIES.map(answer), max_size=6), st.lists(st.integers(0), max_size=30))
def test_answers_are_the_same_however_they_are_cut(answers: list[bytes], cuts: list[int]) -> None:
    framing = SdtFraming()
    frames = [frame for portion in portions(b"".join(answers), cuts) for frame in framing.receive(portion)]
    assert [frame.raw for frame in frames] == answers


@given(GARBAGE, BODIES, st.lists(st.integers(0), max_size=10))
def test_a_good_answer_after_any_garbage_is_read_once_the_line_is_quiet(
    garbage: bytes, body: bytes, cuts: list[int]
) -> None:
    framing = SdtFraming()
    frames = [frame for portion in portions(garbage + answer(body), cuts) for frame in framing.receive(portion)]
    frames += framing.idle()
    assert frames[-1].body == body


@pytest.mark.parametrize("body", [b"", bytes(257)])
def test_a_request_that_no_reader_takes_is_refused(body: bytes) -> None:
    with pytest.raises(FramingError, match="expected 1 to 256 bytes"):
        request(body)
